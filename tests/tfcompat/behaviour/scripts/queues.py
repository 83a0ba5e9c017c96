"""FIFOQueue, RandomShuffleQueue, PaddingFIFOQueue, PriorityQueue, from_list; names and errors."""

import tensorflow as tf


def attempt(make):
    try:
        made = make()
        print("value", getattr(made, "name", made))
    except Exception as error:
        print(
            type(error).__name__, str(error.message).split("\n")[0].split("' ")[-1] if hasattr(error, "message") else ""
        )


q = tf.FIFOQueue(10, [tf.int32, tf.string], shapes=[[], []], names=None, name="fifo")
many = q.enqueue_many([[1, 2, 3], ["a", "b", "c"]])
one = q.enqueue((4, "d"), name="put")
number, letter = q.dequeue()
two = q.dequeue_many(2)
up = q.dequeue_up_to(5)
size = q.size()
close = q.close()
print(
    q.name,
    q.dtypes,
    q.shapes,
    q.names,
    q.queue_ref.op.type,
    many.name,
    one.name,
    number.name,
    two[0].shape,
    up[0].shape,
    size.name,
    close.name,
)
named = tf.FIFOQueue(4, [tf.float32, tf.int64], names=["x", "y"], shapes=[[2], []])
put = named.enqueue({"x": [1.0, 2.0], "y": 7})
got = named.dequeue()
padding = tf.PaddingFIFOQueue(5, [tf.int32], [[None]], name="padding")
puts = [padding.enqueue([list(range(n))]) for n in (1, 3, 2)]
padded = padding.dequeue_many(3)
priority = tf.PriorityQueue(5, [tf.string], [[]], name="priority")
prio_in = priority.enqueue_many([[3, 1, 2], ["three", "one", "two"]])
prio_out = priority.dequeue_many(3)
shuffle = tf.RandomShuffleQueue(20, 0, tf.int32, [[]], seed=3, name="shuffle")
fill = shuffle.enqueue_many([list(range(10))])
drawn = shuffle.dequeue_many(10)
blocked = tf.FIFOQueue(1, tf.float32)
chosen = tf.QueueBase.from_list(
    tf.constant(1),
    [tf.FIFOQueue(2, tf.int32, [[]], shared_name="s0"), tf.FIFOQueue(2, tf.int32, [[]], shared_name="s1")],
)
with tf.Session() as sess:
    sess.run(many)
    sess.run(one)
    print(sess.run(size), sess.run([number, letter]), sess.run(two), sess.run(q.is_closed()))
    sess.run(close)
    print(sess.run(up), sess.run(q.is_closed()), sess.run(size))
    attempt(lambda: sess.run(number))
    attempt(lambda: sess.run(one))
    sess.run(put)
    print(sorted((k, v.tolist()) for k, v in sess.run(got).items()))
    for each in puts:
        sess.run(each)
    print(sess.run(padded).tolist())
    sess.run(prio_in)
    print(sess.run(prio_out))
    sess.run(fill)
    print(sorted(sess.run(drawn).tolist()), type(chosen).__name__, chosen.dtypes)
    attempt(lambda: sess.run(blocked.dequeue(), options=tf.RunOptions(timeout_in_ms=50)))
    barrier = tf.ConditionalAccumulator(tf.float32, [2])
    apply_grad = [barrier.apply_grad([1.0, 2.0]), barrier.apply_grad([3.0, 4.0])]
    sess.run(apply_grad)
    print(sess.run(barrier.num_accumulated()), sess.run(barrier.take_grad(2)))
    sparse = tf.SparseConditionalAccumulator(tf.float32, [4, 1])
    sess.run(sparse.apply_grad([1], [[2.0]]))
    print(sess.run(sparse.take_grad(1)))
attempt(lambda: q.enqueue([1]))
attempt(lambda: q.enqueue((1, "a", 2)))
attempt(lambda: named.enqueue([1.0]))
attempt(lambda: tf.FIFOQueue(1, [tf.int32], shapes=[[], []]))
attempt(lambda: tf.PaddingFIFOQueue(1, [tf.int32], None))
attempt(lambda: tf.FIFOQueue(1, [tf.int32]).dequeue_many(2))

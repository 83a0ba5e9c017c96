"""What lies where in a cluster when the graph names no job."""

import socket

import tensorflow as tf

listeners = [socket.socket() for _ in range(3)]
for listener in listeners:
    listener.bind(("localhost", 0))
places = ["localhost:%d" % listener.getsockname()[1] for listener in listeners]
for listener in listeners:
    listener.close()
cluster = tf.train.ClusterSpec({"worker": places[:2], "ps": places[2:]})
store = tf.train.Server(cluster, job_name="ps", task_index=0)
workers = [tf.train.Server(cluster, job_name="worker", task_index=task) for task in range(2)]

for task, worker in enumerate(workers):
    with tf.Graph().as_default() as graph:
        total = tf.Variable(0.0, name="total", use_resource=task == 5)
        with tf.device("/cpu:0"):
            scale = tf.get_variable("scale", [], use_resource=True, initializer=tf.ones_initializer())
        with tf.device("/job:worker/task:%d" % task):
            own = tf.Variable(float(task), name="own")
        queue = tf.FIFOQueue(9, tf.int32, shapes=(), shared_name="queue", name="queue")
        put, size = queue.enqueue(task), queue.size()
        add = total.assign_add(2.0 * scale)
        with tf.Session(worker.target) as session:
            session.run(own.initializer)
            if task == 0:
                session.run([total.initializer, scale.initializer])
            session.run(put)
            print(task, session.run([add, own, size]))
            later = tf.Variable(7.0, name="later")
            if task == 0:
                session.run(later.initializer)
            print(task, session.run(later))
            print([device.name for device in session.list_devices() if "worker" in device.name][0])

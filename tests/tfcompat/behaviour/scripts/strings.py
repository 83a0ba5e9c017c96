"""String operations."""

import tensorflow as tf

s = tf.constant(["hello world", "a b  c", ""], name="s")
split = tf.string_split(s)
ops = [
    split.values,
    split.indices,
    split.dense_shape,
    tf.string_split(["a,b"], ",").values,
    tf.string_split(["abc"], "").values,
    tf.string_join([s, ["1", "2", "3"]], separator="-"),
    tf.string_strip(["  x "]),
    tf.regex_replace(s, "l+", "L"),
    tf.strings.regex_full_match(s, "a.*"),
    tf.substr(["hello"], 1, 3),
    tf.as_string([1, 2]),
    tf.as_string([1.5], precision=2),
    tf.string_to_number(["3", "4"], tf.int32),
    tf.string_to_hash_bucket(s, 10),
    tf.string_to_hash_bucket_fast(s, 10),
    tf.string_to_hash_bucket_strong(s, 10, key=[1, 2]),
    tf.reduce_join([["a", "b"], ["c", "d"]], 1),
    tf.reduce_join(["a", "b"], axis=0, separator=" "),
    tf.strings.length(s),
    tf.encode_base64(["hi"]),
    tf.decode_base64(tf.encode_base64(["hi"])),
    tf.strings.upper(["ab"]),
    tf.strings.lower(["AB"]),
    tf.equal(s, "a b  c"),
    s + "!",
    tf.strings.substr("hello", -3, 2),
    tf.strings.split(["x y z"]).values,
    tf.strings.format("{} and {}", (1, tf.constant([2, 3]))),
    tf.strings.unicode_script([65]),
    tf.strings.regex_replace("aaa", "a", "b", replace_global=False),
    tf.strings.ngrams(["a", "b", "c"], 2),
    tf.strings.bytes_split(["ab"]).values,
    tf.decode_raw("\x01\x02", tf.uint8),
    s,
]
for op in ops:
    print(op.name, op.dtype, op.shape)
with tf.Session() as sess:
    for op in ops:
        value = sess.run(op)
        print(value.tolist() if hasattr(value, "tolist") else value)
    for wrong in (
        lambda: sess.run(tf.string_to_number("x")),
        lambda: sess.run(tf.substr("a", 5, 1)),
        lambda: sess.run(tf.decode_base64("?")),
        lambda: tf.string_join([s, 1]),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__)
print(
    tf.compat.as_str(b"x"),
    tf.compat.as_bytes("x"),
    tf.compat.as_text(b"x"),
    tf.compat.as_str_any(3),
    type(tf.compat.bytes_or_text_types).__name__,
)

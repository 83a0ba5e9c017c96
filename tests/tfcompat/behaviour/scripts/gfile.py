"""`tf.gfile`: files and folders."""

import tensorflow as tf


def attempt(make):
    try:
        print("value", make())
    except Exception as error:
        print(type(error).__name__, str(getattr(error, "message", error)).split("\n")[0])


tf.gfile.MakeDirs("a/b/c")
tf.gfile.MkDir("d")
with tf.gfile.GFile("a/one.txt", "w") as f:
    f.write("first line\nsecond\nthird")
with tf.gfile.Open("a/one.txt", "a") as f:
    f.write("\nfourth\n")
with tf.gfile.FastGFile("a/raw.bin", "wb") as f:
    f.write(b"\x00\x01\xff")
    f.flush()
    print(f.tell(), f.name, f.mode)
f = tf.gfile.GFile("a/one.txt")
print(f.readline(), f.readlines(), f.size(), f.mode)
f.seek(6)
print(f.read(4), f.tell(), repr(f.read()), repr(f.read()))
f.seek(offset=0)
print([line for line in f], f.close())
print(
    tf.gfile.GFile("a/raw.bin", "rb").read(),
    tf.gfile.FastGFile("a/one.txt", "r").read(5),
    tf.gfile.Open("a/one.txt", "rb").readline(),
)
print(
    tf.gfile.Exists("a/one.txt"), tf.gfile.Exists("none"), tf.gfile.IsDirectory("a"), tf.gfile.IsDirectory("a/one.txt")
)
print(
    sorted(tf.gfile.ListDirectory("a")),
    sorted(tf.gfile.Glob("a/*.*")),
    tf.gfile.Glob(["a/o*", "a/r*"]),
    tf.gfile.Glob("zzz*"),
)
tf.gfile.Copy("a/one.txt", "d/two.txt")
tf.gfile.Copy("a/raw.bin", "d/two.txt", overwrite=True)
tf.gfile.Rename("d/two.txt", "d/three.txt")
print(tf.gfile.Stat("d/three.txt").length, tf.gfile.Stat("a").is_directory)
for folder, folders, files in sorted(tf.gfile.Walk(".")):
    print(folder, sorted(folders), sorted(files))
print(sorted(x[0] for x in tf.gfile.Walk("a", in_order=False)))
tf.gfile.Remove("d/three.txt")
tf.gfile.DeleteRecursively("a")
print(tf.gfile.Exists("a"), tf.gfile.ListDirectory("d"), tf.gfile.Exists("d/three.txt"))
attempt(lambda: tf.gfile.GFile("none").read())
attempt(lambda: tf.gfile.Open("none/x", "w").write("a"))
attempt(lambda: tf.gfile.ListDirectory("none"))
attempt(lambda: tf.gfile.Remove("none"))
attempt(lambda: tf.gfile.MkDir("d"))
attempt(lambda: tf.gfile.MakeDirs("d"))
attempt(lambda: tf.gfile.Rename("none", "x"))
attempt(lambda: tf.gfile.Stat("none"))
attempt(lambda: tf.gfile.DeleteRecursively("none"))
attempt(lambda: tf.gfile.GFile("d/x", "w").read())
attempt(lambda: list(tf.gfile.Walk("none")))
print(tf.gfile.GFile is tf.gfile.Open, issubclass(tf.gfile.FastGFile, tf.gfile.GFile))
print(tf.resource_loader.get_root_dir_with_all_resources() != "", tf.io.gfile.exists("d"), tf.io.gfile.listdir("d"))
print(tf.sysconfig.get_include() != "", tf.sysconfig.get_lib() != "")

"""Names that TensorFlow 2 has moved or dropped."""

from tests.tfcompat.reported.row import Row

V1 = "import tensorflow.compat.v1 as tf\n"
TF = "import tensorflow as tf\n"
ROWS = {
    "1 Session": Row(
        TF + "x = tf.placeholder(tf.float32)\nprint('is', tf.Session().run(x * 2, {x: 1.5}))",
        r"module 'tensorflow' has no attribute 'placeholder'",
        "tf1-name",
        "is 3.0",
    ),
    "1 reset_default_graph": Row(
        TF + "tf.reset_default_graph()\nprint(tf.get_default_graph().get_operations())",
        r"module 'tensorflow' has no attribute 'reset_default_graph'",
        "tf1-name",
        r"\[\]",
    ),
    "1 ConfigProto": Row(
        TF + "with tf.Session(config=tf.ConfigProto()) as s: print(s.run(tf.constant(3)))",
        r"module 'tensorflow' has no attribute 'Session'",
        "tf1-name",
        "^3$",
    ),
    "1 get_variable": Row(
        TF + "print(tf.get_variable('w', [3]).name)",
        r"module 'tensorflow' has no attribute 'get_variable'",
        "tf1-name",
        "^w:0$",
    ),
    "1 global_variables_initializer": Row(
        TF + "v = tf.Variable(3)\nprint(tf.global_variables_initializer().type)",
        r"module 'tensorflow' has no attribute 'global_variables_initializer'",
        "tf1-name",
        "^NoOp$",
    ),
    "2 tensorflow.contrib": Row(
        "from tensorflow.contrib import rnn\nprint(rnn.BasicLSTMCell(3).state_size)",
        "No module named 'tensorflow.contrib'",
        "contrib",
        r"LSTMStateTuple\(c=3, h=3\)",
    ),
    "2 tf.contrib": Row(
        V1 + "print(tf.contrib.layers.xavier_initializer().__class__.__name__)",
        r"module 'tensorflow[\w.]*compat.v1' has no attribute 'contrib'",
        "contrib",
        "^function$",
    ),
    "6 app": Row(
        TF + "def main(_):\n    print('ran')\nif __name__ == '__main__':\n    tf.app.run()",
        "module 'tensorflow' has no attribute 'app'",
        "app-flags",
        "^ran$",
    ),
    "6 flags": Row(
        TF + "flags = tf.flags\nflags.DEFINE_integer('steps', 3, 'how many')\nprint(flags.FLAGS.steps)",
        "module 'tensorflow' has no attribute 'flags'",
        "app-flags",
        "^3$",
    ),
    "6 logging": Row(
        TF + "tf.logging.set_verbosity(tf.logging.INFO)\ntf.logging.info('said %d', 3)",
        "module 'tensorflow' has no attribute 'logging'",
        "app-flags",
        "INFO:tensorflow:said 3",
    ),
    "6 gfile": Row(
        TF + "print(tf.gfile.Exists('script.py'))",
        "module 'tensorflow' has no attribute 'gfile'",
        "app-flags",
        "^True$",
    ),
    "8 tf.estimator": Row(
        TF + "print(tf.estimator.ModeKeys.TRAIN, tf.estimator.Estimator.__name__)",
        "module 'tensorflow' has no attribute 'estimator'",
        "estimator",
        "^train Estimator",
    ),
    "8 from compat.v1": Row(
        "from tensorflow.compat.v1 import estimator\nprint(estimator.RunConfig().save_summary_steps)",
        "cannot import name 'estimator' from 'tensorflow.compat.v1'",
        "estimator",
        "^100$",
    ),
    "8 tensorflow.python.estimator": Row(
        "from tensorflow.python.estimator import model_fn\nprint(model_fn.ModeKeys.EVAL)",
        "No module named 'tensorflow.python.estimator'",
        "estimator",
        "^eval$",
    ),
    "19 GraphDef": Row(
        TF + "g = tf.GraphDef()\ng.ParseFromString(tf.Graph().as_graph_def().SerializeToString())\nprint(len(g.node))",
        "module 'tensorflow' has no attribute 'GraphDef'",
        "graph-def",
        "^0$",
    ),
    "20 tag_constants": Row(
        TF + "print(tf.saved_model.tag_constants.SERVING)",
        r"saved_model' has no attribute 'tag_constants'",
        "saved-model",
        "^serve$",
    ),
    "20 simple_save and loader": Row(
        TF + "save, load = tf.saved_model.simple_save, tf.saved_model.loader.load\n"
        "x = tf.placeholder(tf.float32, [2], name='x')\n"
        "with tf.Session() as s:\n    save(s, 'm', {'x': x}, {'y': x * 2})\n"
        "with tf.Session(graph=tf.Graph()) as s:\n"
        "    load(s, ['serve'], 'm')\n    print(s.run('mul:0', {'x:0': [3, 4]}))",
        r"saved_model' has no attribute 'simple_save'",
        "saved-model",
        r"^\[6. 8.\]$",
    ),
    "20 builder": Row(
        TF + "tf.saved_model.builder.SavedModelBuilder('m').save(as_text=True)\nprint('saved')",
        r"saved_model' has no attribute 'builder'",
        "saved-model",
        "^saved$",
    ),
    "36 mul": Row(
        TF + "six = tf.mul(tf.constant(3), tf.sub(7, 5))\nprint(tf.Session().run(six))",
        "module 'tensorflow' has no attribute 'mul'",
        "old-name",
        "^6$",
    ),
    "36 SummaryWriter": Row(
        TF + "import os\ntf.train.SummaryWriter('log', tf.get_default_graph()).close()\nprint(len(os.listdir('log')))",
        "has no attribute 'SummaryWriter'",
        "old-name",
        "^1$",
    ),
    "36 initialize_all_variables": Row(
        TF + "init = tf.initialize_all_variables()\nprint(init.type)",
        "has no attribute 'initialize_all_variables'",
        "tf1-name",
        "^NoOp$",
    ),
    "36 seq2seq": Row(
        TF + "print(tf.nn.seq2seq.basic_rnn_seq2seq.__name__, tf.nn.rnn_cell.BasicLSTMCell(2).output_size)",
        "has no attribute 'seq2seq'",
        "old-name",
        "^basic_rnn_seq2seq 2$",
    ),
    "36 rnn": Row(
        TF + "run = tf.nn.rnn\nout, _ = run(tf.nn.rnn_cell.BasicRNNCell(4), [tf.ones([2, 3])] * 5, dtype=tf.float32)\n"
        "print(len(out), out[0].shape)",
        "has no attribute 'rnn'",
        "old-name",
        r"^5 \(2, 4\)$",
    ),
    "36 concat": Row(
        TF + "print(tf.concat(1, [tf.ones([2, 2]), tf.ones([2, 3])]).shape)",
        "name: concat_dim",
        "concat-order",
        r"^\(2, 5\)$",
    ),
}

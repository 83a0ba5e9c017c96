"""`tf.test.TestCase` and `tf.test.main()`."""

import sys

import numpy as np
import tensorflow as tf

seen = []


class SquareTest(tf.test.TestCase):
    def setUp(self):
        super(SquareTest, self).setUp()
        seen.append(len(tf.get_default_graph().get_operations()))

    def test_values(self):
        with self.test_session() as sess:
            x = tf.square([2.0, 3.0])
            self.assertAllEqual(x.eval(), [4.0, 9.0])
            self.assertAllClose(sess.run(x), [4.0, 9.00000001])
            self.assertAllCloseAccordingToType(sess.run(x), [4.0, 9.0])
            self.assertNear(x.eval()[0], 4.0, 1e-5)
            self.assertArrayNear(x.eval(), [4.0, 9.0], 1e-5)
            self.assertNDArrayNear(x.eval(), np.array([4.0, 9.0]), 1e-5)
            self.assertShapeEqual(np.zeros([2]), x)
            self.assertIsInstance(sess, tf.Session)
            self.assertEqual(x.device, "/device:CPU:0")

    def test_cached(self):
        with self.cached_session() as sess:
            v = tf.Variable(2.0)
            sess.run(tf.global_variables_initializer())
            self.assertEqual(self.evaluate(v * 2.0), 4.0)
        with self.session(graph=tf.Graph()) as sess:
            self.assertAllEqual(tf.constant([1]).eval(), [1])

    def test_errors(self):
        with self.test_session():
            with self.assertRaisesOpError("not in"):
                tf.gather([1, 2], tf.constant([7])).eval()
            with self.assertRaises(ValueError):
                tf.reshape([1, 2], [3])
            with self.assertRaises(tf.errors.InvalidArgumentError):
                tf.check_numerics(float("nan"), "bad").eval()
            with self.assertRaisesWithPredicateMatch(ValueError, lambda e: "mine" in str(e)):
                raise ValueError("mine")

    def test_protos(self):
        self.assertProtoEquals("name: 'n' op: 'Const'", tf.NodeDef(name="n", op="Const"))
        self.assertStartsWith("abc", "ab")
        self.assertItemsEqual([1, 2], [2, 1])
        self.assertAllInRange(np.array([1, 2]), 0, 3)
        self.assertAllGreater(np.array([1, 2]), 0)
        self.assertNotAllClose([1.0], [2.0])
        self.assertDictEqual({"a": 1}, {"a": 1})
        self.assertTrue(tf.test.is_built_with_cuda() in (True, False))
        self.assertEqual(tf.test.gpu_device_name(), "")
        self.assertFalse(tf.test.is_gpu_available())
        self.assertTrue(tf.gfile.Exists(self.get_temp_dir()))

    def test_seed(self):
        with self.test_session():
            self.assertEqual(tf.get_default_graph().seed, 87654321)
            np.testing.assert_allclose(np.random.rand(), np.random.RandomState(87654321).rand())

    def test_fails(self):
        self.assertAllEqual([1, 2], [1, 3])

    @tf.test.mock.patch.object(sys, "argv", ["mocked"])
    def test_mock(self):
        self.assertEqual(sys.argv, ["mocked"])


if __name__ == "__main__":
    import unittest

    suite = unittest.defaultTestLoader.loadTestsFromTestCase(SquareTest)
    result = unittest.TestResult()
    suite.run(result)
    print(result.testsRun, len(result.errors), [str(test).split(" ")[0] for test, _ in result.failures], set(seen))
    for test, trace in result.errors:
        print(test, trace)
    sys.argv = [sys.argv[0], "SquareTest.test_values"]
    tf.test.main()

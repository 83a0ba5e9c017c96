"""`tf.contrib.tpu` and its neighbours where there is no TPU."""

import socket

import pytest

import tfcompat.v1 as tf
from tfcompat.facade import import_name


@pytest.mark.parametrize("path", ["contrib.tpu", "contrib.cluster_resolver", "contrib.distribute"])
def test_every_name_loads(path):
    module = import_name(f"tensorflow.{path}")
    assert len(dir(module)) > 5
    for name in (each for each in dir(module) if not each.startswith("_")):
        assert getattr(module, name) is not None


def test_an_address_without_a_tpu_is_refused_at_once():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"grpc://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ValueError, match=f"expected a TPU at {address}, but none can be used .* use_tpu=False"):
        tf.contrib.cluster_resolver.TPUClusterResolver(address)


def test_strategies_take_a_number_of_gpus():
    strategy = tf.contrib.distribute.MirroredStrategy(num_gpus=0)
    assert [each.rpartition("/")[2] for each in strategy.extended.worker_devices] == ["device:CPU:0"]
    with pytest.raises(ValueError, match="cannot specify both `num_gpus` and `num_gpus_per_worker`"):
        tf.contrib.distribute.MirroredStrategy(num_gpus=1, num_gpus_per_worker=1)


def test_modules_inside():
    from tensorflow.python.tpu import tpu_feed

    inside = import_name("tensorflow.contrib.tpu.python.tpu.tpu_feed")
    assert inside.InfeedQueue is tpu_feed.InfeedQueue
    assert import_name("tensorflow.contrib.tpu.python.tpu.tpu_estimator").TPUEstimator is tf.contrib.tpu.TPUEstimator


def test_checkpoints_from_a_thread(tmp_path):
    saved = []

    class Listener(tf.train.CheckpointSaverListener):
        def after_save(self, session, global_step_value):
            saved.append(int(global_step_value))

    with tf.Graph().as_default():
        step = tf.train.create_global_step()
        train = tf.assign_add(step, 1)
        hook = tf.contrib.tpu.AsyncCheckpointSaverHook(str(tmp_path), save_steps=2, listeners=[Listener()])
        with tf.train.SingularMonitoredSession(hooks=[hook], scaffold=tf.train.Scaffold()) as session:
            for _ in range(5):
                session.run(train)
    assert saved[0] == 0 and saved[-1] == 5 and saved == sorted(set(saved))
    assert tf.train.load_variable(str(tmp_path), "global_step") == 5
    with pytest.raises(ValueError, match="both saver and scaffold"):
        tf.contrib.tpu.AsyncCheckpointSaverHook(str(tmp_path), 1, saver=1, scaffold=1)

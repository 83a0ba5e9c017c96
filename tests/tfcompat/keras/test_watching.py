"""Callbacks and histories know a metric by the name that Keras before 2.3 gave it, too."""

import pickle

import pytest

from tfcompat.keras.callbacks import watching


def test_both_names_of_the_accuracy():
    logs = watching.Logs(loss=0.5, accuracy=0.25, val_acc=0.75)
    assert (logs["acc"], logs["accuracy"], logs["val_accuracy"], logs.find("val_acc")) == (0.25, 0.25, 0.75, 0.75)
    assert "{acc:.2f} {val_accuracy}".format_map(logs) == "0.25 0.75"
    assert list(logs) == ["loss", "accuracy", "val_acc"] and type(pickle.loads(pickle.dumps(logs))) is dict
    assert watching.current({"val_accuracy": 0.5}, "val_acc", "") == 0.5


def test_both_names_of_errors():
    logs = watching.Logs(mae=0.5, val_mean_squared_error=0.25, out_mape=0.75, mse=2.0)
    names = ("mean_absolute_error", "val_mse", "out_mean_absolute_percentage_error", "mean_squared_error")
    assert [logs[name] for name in names] == [0.5, 0.25, 0.75, 2.0]
    for name in ("val_mae", "rmse", "mean_squared_logarithmic_error"):
        with pytest.raises(KeyError, match=name):
            logs[name]


def test_what_was_not_logged_is_absent():
    logs = watching.Logs(loss=0.5)
    assert logs.find("acc") is None and logs.get("val_loss") is None
    for name in ("acc", "accuracy", "val_loss"):
        with pytest.raises(KeyError, match=name):
            logs[name]

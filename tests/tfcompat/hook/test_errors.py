"""What an uncaught error shows: the user's frames, then what happened and what to do."""

import pytest
import tensorflow as tf

from tfcompat.hook import errors


def caught(call):
    with pytest.raises(Exception) as raised:
        call()
    return raised.value


def test_explanation_has_two_lines():
    text = errors.explanation(caught(lambda: tf.constant(1.0).eval()))
    first, second = text.splitlines()
    assert first.startswith("tfcompat: eval() and run()") and second.startswith("What to do: Call them inside")


def test_an_error_of_the_users_own_is_left_alone():
    assert errors.explanation(KeyError("mine")) is None
    assert errors.explanation(ValueError("wrong shape")) is None


def test_a_missing_name_explains_itself():
    with pytest.raises(AttributeError, match="TensorFlow 1.15 has no tf.plaecholder; did you mean tf.placeholder"):
        tf.plaecholder  # noqa: B018


def test_our_frames_are_hidden_in_the_cause_too():
    def fail():
        try:
            tf.plaecholder  # noqa: B018
        except AttributeError as error:
            raise ValueError("later") from error

    error = caught(fail)
    errors.hide_our_frames(error)
    for each in (error, error.__cause__):
        trace, files = each.__traceback__, []
        while trace is not None:
            files.append(trace.tb_frame.f_code.co_filename)
            trace = trace.tb_next
        assert files[-1] == __file__


def test_shown_below_the_traceback(capsys):
    error = caught(lambda: tf.constant(1.0).eval())
    errors.show(type(error), error, error.__traceback__)
    shown = capsys.readouterr().err
    assert shown.index("Traceback") < shown.index("No default session is registered") < shown.index("What to do:")

"""HParams: types, parsing, JSON, protocol buffers, and what is refused."""

import pytest

import tfcompat.v1 as tf


def make():
    return tf.contrib.training.HParams(rate=0.1, units=3, names=["a", "b"], on=True, nothing=None)


def test_values_are_attributes():
    values = make()
    assert (values.rate, values.units, values.names) == (0.1, 3, ["a", "b"])
    assert "rate" in values and "other" not in values


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("rate=1e-3", "rate", 1e-3),
        ("units=-4", "units", -4),
        ("names=[x, y,z]", "names", ["x", "y", "z"]),
        ("on=False", "on", False),
        ("on=0", "on", False),
        ("rate=2,units=5", "rate", 2.0),
    ],
)
def test_parse(text, name, value):
    assert getattr(make().parse(text), name) == value


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("units=1.5", ValueError, "Could not parse hparam 'units' of type 'int' with value '1.5' in units=1.5"),
        ("on=maybe", ValueError, "Could not parse hparam 'on' of type 'bool' with value 'maybe' in on=maybe"),
        ("other=1", ValueError, "Unknown hyperparameter type for other"),
        ("rate=1,rate=2", ValueError, "Multiple assignments to variable 'rate' in rate=1,rate=2"),
        ("names[0]=[a]", ValueError, "Assignment of a list to a list index."),
        ("units=[1]", ValueError, "Must not pass a list for single-valued parameter: units"),
        ("names=a", ValueError, "Must pass a list for multi-valued parameter: names."),
        ("-", ValueError, "Malformed hyperparameter value: -"),
    ],
)
def test_parse_refuses(text, error, message):
    with pytest.raises(error) as caught:
        make().parse(text)
    assert str(caught.value) == message


def test_indices_are_kept_apart():
    assert tf.contrib.training.parse_values("n[1]=4,n[3]=5,x=2", {"n": int, "x": float}) == {
        "n": {1: 4, 3: 5},
        "x": 2.0,
    }


def test_unknown_names_can_be_ignored():
    assert tf.contrib.training.parse_values("a=1,b=2", {"b": int}, ignore_unknown=True) == {"b": 2}


def test_json_there_and_back():
    values = make()
    again = make().parse_json(values.parse("units=8").to_json())
    assert again.values() == values.values() and again.units == 8


@pytest.mark.parametrize(
    ("name", "value"), [("units", 1.5), ("rate", "fast"), ("on", 1), ("units", True), ("names", [1])]
)
def test_other_types_are_refused(name, value):
    with pytest.raises(ValueError, match="Could not cast hparam"):
        make().set_hparam(name, value)


def test_integers_become_floats_where_floats_are_meant():
    assert isinstance(make().override_from_dict({"rate": 2}).rate, float)


def test_names_that_exist_cannot_be_added():
    with pytest.raises(ValueError, match="Hyperparameter name is reserved: rate"):
        make().add_hparam("rate", 1)


def test_names_that_do_not_exist_cannot_be_set():
    with pytest.raises(KeyError):
        make().set_hparam("other", 1)


def test_deleted_names_are_gone():
    values = make()
    values.del_hparam("rate")
    assert "rate" not in values and not hasattr(values, "rate")


def test_get_checks_the_default():
    values = make()
    assert values.get("rate", 1.0) == 0.1 and values.get("other", 7) == 7
    with pytest.raises(ValueError, match="is incompatible with default"):
        values.get("rate", "slow")


def test_protocol_buffer_there_and_back():
    values = tf.contrib.training.HParams(rate=0.5, units=[1, 2], name="x", on=[True, False])
    definition = type(values.to_proto()).FromString(values.to_proto().SerializeToString())
    assert tf.contrib.training.HParams.from_proto(definition).values() == values.values()


def test_model_structure():
    values = make()
    values.set_model_structure("deep")
    assert values.get_model_structure() == "deep"

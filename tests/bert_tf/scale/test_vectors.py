"""Record batches in, the same with vectors out: what runs on Spark's workers, without Spark."""

import numpy as np
import pyarrow as pa
import pytest

from bert_tf.scale import vectors
from tests.bert_tf.scale.tables import Counting, same
from tests.bert_tf.scale.tables import vectors as of

TEXTS = ["one", None, "three", "", "fifth", None, None, "eight"]


@pytest.mark.parametrize("window", [1, 3, 100])
@pytest.mark.parametrize("cuts", [[8], [1] * 8, [0, 3, 0, 4, 1], [5, 2, 1]])
def test_each_row_gets_its_own(window, cuts):
    table = pa.table({"id": pa.array([2**60 + 1, None, *range(6)]), "text": TEXTS})
    batches, start = [], 0
    for count in cuts:
        batches.append(table[start : start + count].combine_chunks().to_batches(max_chunksize=100))
        start += count
    batches = [each[0] if each else pa.RecordBatch.from_pylist([], table.schema) for each in batches]
    found = list(vectors.appended(iter(batches), ["text"], "vector", Counting(window)))
    assert [each.num_rows for each in found] == cuts
    joined = pa.Table.from_batches(found)
    assert joined.select(["id", "text"]).equals(table)
    assert joined.schema.field("vector").equals(vectors.field("vector"))
    same(of(joined), [None if each is None else Counting.vectors([each])[0] for each in TEXTS])


def test_nothing():
    assert list(vectors.appended(iter([]), ["text"], "vector", Counting())) == []
    batch = pa.RecordBatch.from_pydict({"text": pa.array([None, None], pa.string())})
    (found,) = vectors.appended(iter([batch]), ["text"], "vector", Counting())
    assert found.column("vector").to_pylist() == [None, None]


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]
)
def test_every_kind_of_strings(kind):
    column = pa.array(["a", None, "b", "a"]).cast(kind) if kind != pa.string() else pa.array(["a", None, "b", "a"])
    vectors.check_schema(pa.schema([("text", kind)]), ["text"], "vector")
    assert vectors.strings(column) == ["a", None, "b", "a"]


def test_what_is_not_utf_8_is_no_text():
    raw = pa.array([b"a", b"\xff", None, "é".encode()], pa.binary())
    column = pa.Array.from_buffers(pa.string(), 4, raw.buffers())
    assert vectors.strings(column) == ["a", None, None, "é"]


def test_pairs():
    batch = pa.RecordBatch.from_pydict({"a": ["x", "y", None], "b": ["1", None, "3"]})
    assert vectors.texts(batch, ["a", "b"]) == [("x", "1"), None, None]


REFUSED = {
    "no such column": (["body"], "one column 'body' is expected; there are id, text, vector"),
    "numbers": (["id"], "the column 'id' holds int64; strings were expected"),
    "three": (["a", "b", "c"], "received 3"),
    "none": ([], "received 0"),
    "the new one's name": (["text"], "a column 'vector' already"),
}


@pytest.mark.parametrize(("columns", "text"), REFUSED.values(), ids=REFUSED)
def test_refused(columns, text):
    schema = pa.schema([("id", pa.int64()), ("text", pa.string()), ("vector", pa.list_(pa.float32()))])
    with pytest.raises(ValueError, match=text):
        vectors.check_schema(schema, columns, "vector")


def test_two_of_one_name():
    schema = pa.schema([("text", pa.string()), ("text", pa.string())])
    with pytest.raises(ValueError, match="one column 'text' is expected; there are text, text"):
        vectors.check_schema(schema, ["text"], "vector")


def test_vectors_are_float32():
    batch = pa.RecordBatch.from_pydict({"text": ["ab"]})
    (found,) = vectors.appended([batch], ["text"], "v", Counting())
    assert np.asarray(found.column("v")[0].values).tolist() == [2, 97] and found.schema.names == ["text", "v"]

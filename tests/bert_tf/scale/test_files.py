"""A file in, a parquet file with vectors out: the same rows, also after a kill, and the bad ones named."""

import os

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import bert_tf
from bert_tf.scale import encoder, files
from tests.bert_tf.scale.tables import SETTINGS, Counting, Killed, same
from tests.bert_tf.scale.tables import vectors as of
from tests.support import tiny_texts


@pytest.fixture
def counting(monkeypatch):
    """The encoder of every run from now on."""

    def use(**options):
        found = Counting(**options)
        monkeypatch.setattr(encoder, "load", lambda settings: found)
        return found

    return use


@pytest.fixture
def table(tmp_path):
    texts = [f"{'x' * (each % 5)} {each}" for each in range(23)]
    texts[11] = None
    found = pa.table({"id": pa.array(range(23)), "text": texts})
    pq.write_table(found, tmp_path / "in.parquet", row_group_size=7)
    return found


def run(folder, **options):
    options = {"columns": ["text"], "settings": SETTINGS, "rows": 4, **options}
    return files.encode_file(folder / "in.parquet", folder / "out.parquet", **options)


def check(folder, table, encoded):
    found = pq.read_table(folder / "out.parquet")
    assert found.select(table.column_names).equals(table)
    expected = [None if each is None else Counting.vectors([each])[0] for each in table.column("text").to_pylist()]
    same(of(found), expected)
    assert [str(each) for each in encoded.bad] == ["row 11: 'text' is null"] and encoded.rows == 23
    assert sorted(each.name for each in folder.iterdir()) == ["in.parquet", "out.parquet"]


def test_all_rows_in_their_order(tmp_path, table, counting):
    counting()
    told = []
    check(tmp_path, table, run(tmp_path, progress=lambda *each: told.append(each)))
    assert told[0] == ("texts", 0, 23)


@pytest.mark.parametrize("after", [0, 1, 9, 21])
def test_what_was_done_before_a_kill_is_not_done_again(tmp_path, table, counting, after):
    killed = counting(stops_after=after)
    with pytest.raises(Killed):
        run(tmp_path)
    assert not (tmp_path / "out.parquet").exists()
    done = sum(
        pq.read_metadata(each).num_rows
        for each in (tmp_path / ".out.parquet.parts").iterdir()
        if each.suffix == ".parquet"
    )
    resumed = counting()
    encoded = run(tmp_path)
    check(tmp_path, table, encoded)
    assert encoded.resumed == done and done % 4 == 0 and done >= after - 8
    assert len(resumed.texts) == sum(each is not None for each in table.column("text").to_pylist()[done:])
    assert len(killed.texts) == after


def test_another_run_does_not_go_on_with_the_parts_of_one(tmp_path, table, counting):
    counting(stops_after=9)
    with pytest.raises(Killed):
        run(tmp_path)
    counting()
    with pytest.raises(ValueError, match="had another name, rows; finish that one first, or .* --restart"):
        run(tmp_path, name="v", rows=5)
    os.utime(tmp_path / "in.parquet", (1, 1))
    with pytest.raises(ValueError, match="had another input"):
        run(tmp_path)
    check(tmp_path, table, run(tmp_path, restart=True))


def test_what_is_there_stays(tmp_path, table, counting):
    counting()
    (tmp_path / "out.parquet").write_text("mine")
    with pytest.raises(FileExistsError, match="exists; give another path, or --overwrite"):
        run(tmp_path)
    assert (tmp_path / "out.parquet").read_text() == "mine"
    check(tmp_path, table, run(tmp_path, overwrite=True))


def test_no_rows(tmp_path, table, counting):
    counting()
    pq.write_table(table[:0], tmp_path / "in.parquet")
    assert run(tmp_path) == files.Encoded(0, 0, ())
    assert pq.read_schema(tmp_path / "out.parquet").names == ["id", "text", "vector"]


def test_a_name_that_is_no_parquet_file(tmp_path):
    with pytest.raises(ValueError, match=r"ends in \.parquet; received 'out.csv'"):
        files.encode_file("in.csv", tmp_path / "out.csv", ["text"], SETTINGS)


def test_corrupt_lines_and_texts_that_are_not_utf_8(tmp_path, counting):
    counting()
    (tmp_path / "in.csv").write_text("text\na\nb,c\nd\n")
    found = files.encode_file(tmp_path / "in.csv", tmp_path / "a.parquet", ["text"], SETTINGS)
    assert [str(each) for each in found.bad] == ["row 1 (line 3): 1 fields were expected; received 2"]
    raw = pa.array([b"a", b"\xff", b"c"], pa.binary())
    column = pa.Array.from_buffers(pa.string(), 3, raw.buffers())
    pq.write_table(pa.table({"text": column}), tmp_path / "in.parquet")
    found = files.encode_file(tmp_path / "in.parquet", tmp_path / "b.parquet", ["text"], SETTINGS)
    assert [str(each) for each in found.bad] == ["row 1: it is not UTF-8"]
    assert [each is None for each in of(pq.read_table(tmp_path / "b.parquet", columns=["vector"]))] == [
        False,
        True,
        False,
    ]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    made = bert_tf.SentenceEmbedder(tiny_texts.model("BertModel", num_hidden_layers=1).config)
    made.save_pretrained(folder)
    tiny_texts.tokenizer().save_pretrained(folder)
    return folder


def test_the_vectors_are_encodes(tmp_path, model):
    texts = tiny_texts.texts(40)
    pq.write_table(pa.table({"text": texts, "b": texts[::-1]}), tmp_path / "in.parquet")
    tokenizer = bert_tf.BertTokenizer.from_pretrained(model)
    run(tmp_path, settings=encoder.Settings(str(model)), rows=13)
    expected = bert_tf.encode(bert_tf.SentenceEmbedder.from_pretrained(model), tokenizer, texts)
    same(of(pq.read_table(tmp_path / "out.parquet")), expected, atol=1e-5)
    own = encoder.Settings(str(model), "cls", True, 7)
    run(tmp_path, settings=own, rows=13, columns=["text", "b"], overwrite=True)
    pairs = list(zip(texts, texts[::-1], strict=True))
    bert = bert_tf.SentenceEmbedder.from_pretrained(model).bert
    expected = bert_tf.encode(bert, tokenizer, pairs, "cls", True, 7)
    same(of(pq.read_table(tmp_path / "out.parquet")), expected, atol=1e-5)


def test_a_process_loads_a_model_once(model):
    settings = encoder.Settings(str(model), max_length=9)
    assert encoder.load(settings) is encoder.load(encoder.Settings(str(model), max_length=9))
    assert next(encoder.load(settings).stream([])).shape[0] == 0


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"pooling": "middle"}, "pooling is one of cls, max, .*; received 'middle'"),
        ({"max_length": 99}, "max_length is from 3 to 24"),
        ({"path": "none"}, "no checkpoint at none"),
    ],
)
def test_settings_that_do_not_fit(model, changes, text):
    with pytest.raises((ValueError, FileNotFoundError), match=text):
        encoder.load(encoder.Settings(str(model))._replace(**changes))


def test_as_many_threads_as_a_task_has(model, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.delenv("TF_NUM_INTRAOP_THREADS", raising=False)
    encoder.load(encoder.Settings(str(model), max_length=8))
    assert os.environ["TF_NUM_INTRAOP_THREADS"] == "3"


def test_progress_ends_with_all(tmp_path, model):
    pq.write_table(pa.table({"text": tiny_texts.texts(20)}), tmp_path / "in.parquet")
    told = []
    run(tmp_path, settings=encoder.Settings(str(model)), progress=lambda *each: told.append(each))
    assert told[-1] == ("texts", 20, 20) and np.all(np.diff([done for _, done, _ in told]) >= 0)

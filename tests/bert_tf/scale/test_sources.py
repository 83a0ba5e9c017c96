"""Files of texts, read piece by piece: every row in its place, the corrupt ones named."""

import pickle

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bert_tf.scale import sources
from bert_tf.scale.sources import delimited


def rows(path, size, columns=("text",)):
    """All rows of a file as mappings, and what is said to be bad; each piece is read by a copy, the last one first."""
    source = sources.open_(path, columns, size)
    parts = {each.number: pickle.loads(pickle.dumps(source)).read(each) for each in reversed(source.pieces)}
    assert [each.start for each in source.pieces] == [size * number for number in range(len(source.pieces))]
    for piece in source.pieces:
        assert parts[piece.number].batch.num_rows == piece.rows and parts[piece.number].batch.schema == source.schema
    ordered = [parts[number] for number in sorted(parts)]
    return [row for part in ordered for row in part.batch.to_pylist()], [
        str(bad) for part in ordered for bad in part.bad
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_csv(tmp_path, size):
    file = tmp_path / "a.csv"
    file.write_bytes(
        b'\xef\xbb\xbfid,text\r\n1,plain\r\n2,"with, comma and ""quotes"""\r\n\r\n3,"two\nlines"\r\n'
        b'4,too,many\n5,"never closed\n6,caf\xc3\xa9\n7,\xff\n8,"a"b\n9,last'
    )
    found, bad = rows(file, size)
    assert [each["id"] for each in found] == ["1", "2", "3", None, None, "6", None, None, "9"]
    assert [each["text"] for each in found[:3]] == ["plain", 'with, comma and "quotes"', "two\nlines"]
    assert found[5]["text"] == "café"
    assert bad == [
        "row 3 (line 7): 2 fields were expected; received 3",
        f"row 4 (line 8): {delimited.OPEN}",
        "row 6 (line 10): it is not UTF-8 at byte 2",
        "row 7 (line 11): ',' expected after '\"'",
    ]


def test_a_quote_that_a_later_row_closes_costs_its_own_row_alone(tmp_path):
    file = tmp_path / "a.tsv"
    file.write_text('id\ttext\n1\t"open\n2\tfine\n3\t"closed"\n4\tfine\n')
    found, bad = rows(file, 2)
    assert [each["id"] for each in found] == [None, "2", "3", "4"] and bad == [f"row 0 (line 2): {delimited.OPEN}"]


def test_a_text_may_be_long_but_an_open_quote_ends(tmp_path, monkeypatch):
    file = tmp_path / "a.csv"
    file.write_text("text\n" + "a" * 300_000 + '\n"open\n' + "b\n" * 50)
    monkeypatch.setattr(delimited, "MOST", 40)
    found, bad = rows(file, 7)
    assert len(found) == 52 and found[0]["text"] == "a" * 300_000 and found[2:] == [{"text": "b"}] * 50
    assert len(bad) == 1 and bad[0].startswith("row 1 (line 3)")


@pytest.mark.parametrize("size", [1, 2, 100])
def test_json_lines(tmp_path, size):
    file = tmp_path / "a.jsonl"
    file.write_bytes(
        b'{"id": 1, "text": "one", "score": 1}\n\n{"id": 2, "text": "tw\\u00f6", "score": 0.5, "tags": ["a", 1]}\n'
        b'{"id": 3, "text": "cut off\n[1]\n{"id": 5, "text": 7, "flag": true}\n{"id": null}\n{"text": "\xff"}\n'
        b'{"id": 8, "text": null, "mixed": "a"}\n{"id": 9, "text": "nine", "mixed": 5}'
    )
    found, bad = rows(file, size)
    assert [each["id"] for each in found] == [1, 2, None, None, 5, None, None, 8, 9]
    assert [each["text"] for each in found] == ["one", "twö", *[None] * 6, "nine"]
    assert found[1] == {
        "id": 2, "text": "twö", "score": 0.5, "tags": '["a", 1]', "flag": None, "mixed": None,
    }  # fmt: skip
    assert found[0]["score"] == 1.0 and found[4]["flag"] is True
    assert [each["mixed"] for each in found[7:]] == ['"a"', "5"]
    assert [each.partition(":")[0] for each in bad] == [
        "row 2 (line 4)", "row 3 (line 5)", "row 4 (line 6)", "row 5 (line 7)", "row 6 (line 8)", "row 7 (line 9)",
    ]  # fmt: skip
    for text, part in zip(
        bad,
        ["not JSON", "received list", "'text' is no text: 7", "no 'text'", "not UTF-8", "is no text: null"],
        strict=True,
    ):
        assert part in text


@pytest.mark.parametrize("size", [1, 4, 9, 100])
def test_parquet_pieces_and_row_groups_need_not_agree(tmp_path, size):
    table = pa.table({"id": pa.array([2**60 + 1, None, *range(21)]), "text": [f"text {each}" for each in range(23)]})
    folder = tmp_path / "a.parquet"
    folder.mkdir()
    pq.write_table(table[:13], folder / "part-0.parquet", row_group_size=5)
    pq.write_table(table[13:], folder / "part-1.parquet", row_group_size=3)
    (folder / "_SUCCESS").write_text("")
    found, bad = rows(folder, size)
    assert found == table.to_pylist() and bad == []


def test_a_damaged_row_group(tmp_path):
    file = tmp_path / "a.parquet"
    texts = [f"this is text {each}" for each in range(30)]
    table = pa.table({"id": pa.array(range(30)), "text": texts})
    pq.write_table(table, file, row_group_size=10, compression="none", use_dictionary=False, write_page_checksum=True)
    content = bytearray(file.read_bytes())
    content[content.index(b"text 15")] ^= 255
    file.write_bytes(content)
    found, bad = rows(file, 4)
    assert [each["id"] for each in found] == list(range(30))
    assert [each["text"] for each in found] == texts[:10] + [None] * 10 + texts[20:]
    assert [each.partition(" (")[0] for each in bad] == ["rows 10 to 11", "rows 12 to 15", "rows 16 to 19"]
    assert "row group 1 of a.parquet): the column 'text' cannot be read" in bad[0]


REFUSED = {
    "nothing there": ("none.csv", None, FileNotFoundError, "no file"),
    "ending": ("a.xlsx", b"", ValueError, r"ends in \.parquet, .*; received 'a.xlsx'"),
    "no column": ("a.csv", b"id,body\n", ValueError, "no column 'text'; there are id, body"),
    "two of a name": ("a.csv", b"text,text\n", ValueError, "two columns of one name"),
    "empty": ("a.csv", b"", ValueError, "no column 'text'; there are none"),
    "header": ("a.csv", b"\xff\n", ValueError, "has no header: it is not UTF-8"),
    "no key": ("a.jsonl", b'{"body": "a"}\n', ValueError, "no column 'text'; there are body"),
    "no parquet": ("a.parquet", b"text", ValueError, "is not a parquet file"),
}


@pytest.mark.parametrize(("name", "content", "kind", "text"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path, name, content, kind, text):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(kind, match=text):
        sources.open_(tmp_path / name, ["text"])


def test_folders_that_are_refused(tmp_path):
    with pytest.raises(ValueError, match="has no parquet files"):
        sources.open_(tmp_path, ["text"])
    pq.write_table(pa.table({"text": ["a"]}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"body": ["a"]}), tmp_path / "b.parquet")
    with pytest.raises(ValueError, match=r"b\.parquet has not the columns of .*a\.parquet"):
        sources.open_(tmp_path, ["text"])


def test_a_file_that_changed_since(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("text\na\nb\n")
    source = sources.open_(file, ["text"])
    file.write_text("text\na\n")
    with pytest.raises(ValueError, match="has changed: 2 rows were expected"):
        source.read(source.pieces[0])

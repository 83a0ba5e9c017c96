"""Rows become batches; what is wrong with a row is told by its file and number."""

import json

import numpy as np
import pytest
import tensorflow as tf

from bert_tf.train.data import classification, masked, rows, spans, tokens
from bert_tf.train.data.batches import Batches
from tests.support import tiny_texts

TOKENIZER = tiny_texts.tokenizer()


def encoded(encode, values, **options):
    return encode(rows.rows(values), TOKENIZER, 16, **options)


def test_the_same_rows_from_every_source(tmp_path):
    values = [{"text": 'pandas, "eat"\nbamboo', "label": "a"}, {"text": "koalas sleep", "label": "b"}]
    (tmp_path / "a.csv").write_text('text,label\n"pandas, ""eat""\nbamboo",a\nkoalas sleep,b\n', encoding="utf-8")
    (tmp_path / "a.tsv").write_text('label\ttext\na\t"pandas, ""eat""\nbamboo"\nb\tkoalas sleep\n', encoding="utf-8")
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, values)) + "\n\n", encoding="utf-8")
    dataset = tf.data.Dataset.from_tensor_slices({name: [each[name] for each in values] for name in values[0]})
    for source in (*tmp_path.iterdir(), dataset, values):
        assert [dict(row.values) for row in rows.rows(source)] == values, source


def test_classes_by_name_and_by_number():
    by_name = encoded(classification.classes, [{"text": "eat", "label": each} for each in "yes no yes".split()])
    assert by_name.fields["id2label"] == {0: "no", 1: "yes"}
    assert [each["labels"] for each in by_name.targets] == [1, 0, 1]
    by_number = encoded(classification.classes, [{"text": "eat", "label": each} for each in (0, "2")])
    assert len(by_number.fields["id2label"]) == 3 and by_number.targets[1] == {"labels": 2}


def test_pairs_and_numbers():
    found = encoded(classification.numbers, [{"a": "eat", "b": "sleep", "y": "0.5"}], text="a", text_b="b", label="y")
    given, targets = found.batch([0])
    assert given["token_type_ids"].tolist() == [[0, 0, 0, 1, 1]]
    assert targets["labels"].dtype == np.float32 and targets["labels"].tolist() == [0.5]


def test_several_labels_in_one_column_and_in_columns_of_their_own():
    listed = [{"text": "eat", "labels": each} for each in ("b, a", ["c"], "", ("a", "c"))]
    found = encoded(classification.several, listed)
    assert found.fields == {"id2label": {0: "a", 1: "b", 2: "c"}, "problem_type": "multi_label_classification"}
    labels = found.batch(range(4))[1]["labels"]
    assert labels.dtype == np.float32 and labels.tolist() == [[1, 1, 0], [0, 0, 1], [0, 0, 0], [1, 0, 1]]
    flags = [{"text": "eat", "toxic": one, "a": other} for one, other in (("1", "0"), (0, 1), (True, 0.0))]
    found = encoded(classification.several, flags, label=["toxic", "a"])
    assert found.fields["id2label"] == {0: "toxic", 1: "a"}
    assert found.batch(range(3))[1]["labels"].tolist() == [[1, 0], [0, 1], [1, 0]]


def test_a_label_for_the_first_piece_of_a_word():
    found = encoded(tokens.tokens, [{"tokens": ["pandas", "fruits", "eat"], "labels": ["A", "B", "A"]}])
    assert TOKENIZER.convert_ids_to_tokens(found.inputs[0]["input_ids"]) == "[CLS] pandas fruit ##s eat [SEP]".split()
    assert found.targets[0]["labels"] == [-100, 0, 1, -100, 0, -100]


def test_spans_by_place_by_text_and_as_squad():
    passage = "koalas eat leaves and pandas eat bamboo"
    base = {"question": "what do pandas eat", "context": passage}
    start = passage.index("bamboo")
    for answer in (
        {"answer": "bamboo", "answer_start": start},
        {"answer": "bamboo"},
        {"answers": {"text": ["bamboo"], "answer_start": [start]}},
    ):
        found = encoded(spans.spans, [{**base, **answer}])
        begin, end = found.targets[0]["start_positions"], found.targets[0]["end_positions"]
        ids = found.inputs[0]["input_ids"][begin : end + 1]
        assert TOKENIZER.convert_ids_to_tokens(ids) == ["bamboo"]
    assert encoded(spans.spans, [{**base, "answer": ""}]).targets[0] == {"start_positions": 0, "end_positions": 0}


def test_a_long_passage_gives_windows():
    values = [{"question": "what", "context": "koalas eat leaves and fruit " * 4 + "bamboo", "answer": "bamboo"}]
    found = encoded(spans.spans, values)
    assert len(found) > 1 and all(len(each["input_ids"]) <= 16 for each in found.inputs)
    assert [each["start_positions"] > 0 for each in found.targets] == [False] * (len(found) - 1) + [True]


def test_whole_words_are_hidden_and_the_rest_ignored():
    found = encoded(masked.masked, [{"text": "fruits and fruits and trees"}] * 50, share=0.3)
    given, targets = found.batch(range(50), np.random.default_rng(0))
    hidden = targets["labels"] != -100
    original = np.array([each["input_ids"] for each in found.inputs])
    assert (targets["labels"][hidden] == original[hidden]).all()
    assert (given["input_ids"][~hidden] == original[~hidden]).all()
    assert (hidden[:, 1] == hidden[:, 2]).all()  # fruit ##s
    assert not hidden[:, 0].any() and 0.2 < hidden[:, 1:-1].mean() < 0.4
    masks = given["input_ids"][hidden] == TOKENIZER.mask_token_id
    assert 0.7 < masks.mean() < 0.9


def test_the_order_depends_on_the_seed_and_the_epoch_alone():
    examples = encoded(classification.classes, [{"text": "a " * (1 + n % 5), "label": n % 3} for n in range(10)])
    ids = lambda found: [(given["input_ids"].tolist(), targets["labels"].tolist()) for given, targets in found]  # noqa: E731
    one, same, other = Batches(examples, 3, 1), Batches(examples, 3, 1), Batches(examples, 3, 2)
    assert len(one) == 4 and ids(one.of_epoch(0)) == ids(same.of_epoch(0))
    assert ids(one.of_epoch(0)) != ids(one.of_epoch(1)) and ids(one.of_epoch(0)) != ids(other.of_epoch(0))
    assert ids(one.of_epoch(1))[2:] == ids(same.of_epoch(1, first=2))
    assert [row for _, labels in ids(Batches(examples, 3).of_epoch(5)) for row in labels] == [n % 3 for n in range(10)]
    one.epoch, one.first = 1, 2
    assert [labels.numpy().tolist() for _, labels in one.dataset()] == [row for _, row in ids(same.of_epoch(1, 2))]


KNOWN = {0: "no", 1: "yes"}
BAD = {
    "label by number": (classification.classes, {"text": "eat", "label": 7}, "labels are from 0 to 1; received 7"),
    "label by name": (classification.classes, {"text": "eat", "label": "x"}, "a label is one of no, yes; received 'x'"),
    "no text": (classification.classes, {"words": "eat", "label": 1}, "a column 'text' was expected; it has words, la"),
    "empty text": (classification.classes, {"text": " ", "label": 1}, "text is empty"),
    "no number": (classification.numbers, {"text": "eat", "label": "x"}, "label is a number; received 'x'"),
    "not a number": (classification.numbers, {"text": "eat", "label": "nan"}, "label is a number; received 'nan'"),
    "unknown among several": (
        classification.several,
        {"text": "eat", "labels": "no,x"},
        "one of no, yes; received 'x'",
    ),
    "no list": (classification.several, {"text": "eat", "labels": 3}, "labels is a list, or a text with commas; rec"),
    "fewer labels": (tokens.tokens, {"tokens": "a b", "labels": "no"}, "it has 2 words and 1 labels"),
    "long question": (spans.spans, {"question": "eat " * 20, "context": "a", "answer": "a"}, "has 20 tokens, which le"),
    "empty passage": (spans.spans, {"question": "eat", "context": " ", "answer": "a"}, "context is empty"),
    "other answer": (spans.spans, {"question": "eat", "context": "a", "answer": "b"}, "'b' does not stand in the pas"),
    "nothing to hide": (masked.masked, {"text": ""}, "text is empty"),
}


def test_a_flag_that_is_none():
    with pytest.raises(rows.BadRow, match="row 1: b is 1 or 0, as each label's column; received '2'"):
        encoded(classification.several, [{"text": "eat", "a": "1", "b": "2"}], label=["a", "b"])


@pytest.mark.parametrize(("encode", "values", "text"), BAD.values(), ids=BAD)
def test_a_bad_row_is_named(tmp_path, encode, values, text):
    file = tmp_path / "train.jsonl"
    good = {"text": "eat", "label": "1", "tokens": "a", "labels": "no", "question": "a", "context": "a", "answer": "a"}
    file.write_text(f"{json.dumps(good)}\n{json.dumps(values)}\n", encoding="utf-8")
    with pytest.raises(rows.BadRow, match="train.jsonl, row 2: ") as caught:
        encode(rows.rows(file), TOKENIZER, 16, known=KNOWN)
    assert text in str(caught.value)


DAMAGED = {
    "columns": ("a.csv", "text,label\na,1\nb\n", "a.csv, row 2: 2 columns were expected"),
    "quotes": ("a.csv", 'text,label\n"a"b,1\n', "a.csv, line 2: "),
    "json": ("a.jsonl", '{"text": 1}\n{"te\n', "a.jsonl, row 2: a JSON object was expected"),
    "list": ("a.jsonl", "[1]\n", "a.jsonl, row 1: a JSON object was expected; received '[1]'"),
    "nothing": ("a.csv", "text,label\n", "a.csv has no row"),
    "ending": ("a.xml", "", "a.xml: a file that ends in .csv"),
}


@pytest.mark.parametrize(("name", "content", "text"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_named(tmp_path, name, content, text):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ValueError) as caught:
        rows.rows(tmp_path / name)
    assert text in str(caught.value)


def test_no_file(tmp_path):
    with pytest.raises(FileNotFoundError, match="no file"):
        rows.rows(tmp_path / "none.csv")

"""The tokenizer's files, batches and refusals."""

import json

import numpy as np
import pytest

from bert_tf.tokenizer import BertTokenizer

VOCAB = {token: index for index, token in enumerate("[PAD] [UNK] [CLS] [SEP] [MASK] the cat sat ##s on mat .".split())}


@pytest.fixture(params=["python", "tokenizers"])
def tokenizer(request):
    return BertTokenizer(VOCAB, backend=request.param, model_max_length=8)


def test_batch_as_arrays(tokenizer):
    found = tokenizer(["the cats", "the cat sat on the mat."], padding=True, truncation=True, return_tensors="np")
    assert found["input_ids"].tolist() == [[2, 5, 6, 8, 3, 0, 0, 0], [2, 5, 6, 7, 9, 5, 10, 3]]
    assert found.attention_mask.sum(axis=1).tolist() == [5, 8]
    assert found["input_ids"].dtype == np.int64


def test_pair_and_words(tokenizer):
    found = tokenizer("the cats", "sat")
    assert found.tokens() == ["[CLS]", "the", "cat", "##s", "[SEP]", "sat", "[SEP]"]
    assert found["token_type_ids"] == [0, 0, 0, 0, 0, 1, 1]
    assert found.word_to_tokens(0, 1) == (2, 4)
    assert found.char_to_token(0, 7) == 3
    assert found.token_to_chars(0, 3) == (7, 8)
    split = tokenizer(["the", "cats"], is_split_into_words=True)
    assert split.word_ids() == [None, 0, 1, 1, None]


def test_ids_and_tokens(tokenizer):
    assert tokenizer.convert_tokens_to_ids(["cat", "dog"]) == [6, 1]
    assert tokenizer.convert_ids_to_tokens([2, 6], skip_special_tokens=True) == ["cat"]
    assert tokenizer.decode([2, 5, 6, 8, 11, 3], skip_special_tokens=True) == "the cats."
    assert (tokenizer.mask_token_id, tokenizer.cls_token, len(tokenizer)) == (4, "[CLS]", 12)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda t: t(3), "a text is a string"),
        (lambda t: t(["the", None]), "got NoneType"),
        (lambda t: t(["the"], ["cat", "sat"]), "text has 1 entries and text_pair 2"),
        (lambda t: t("the", truncation="shortest"), "truncation is True, False or one of longest_first"),
        (lambda t: t(["the", "the cat"], return_tensors="np"), "ask for padding=True"),
        (lambda t: t("the cat sat", truncation=True, max_length=4, stride=3), "stride is 3"),
        (lambda t: t.decode([99]), "no token has the id 99; the vocabulary has 12 tokens"),
    ],
)
def test_refusals(tokenizer, call, words):
    with pytest.raises(ValueError) as caught:
        call(tokenizer)
    assert words in str(caught.value)


def test_too_long_for_the_model_is_said(tokenizer):
    with pytest.warns(UserWarning, match="9 tokens, more than the 8 that the model takes"):
        tokenizer("the cat sat on the mat.")


def test_a_vocabulary_without_special_tokens_is_refused():
    with pytest.raises(ValueError, match=r"lacks \[UNK\], \[SEP\]"):
        BertTokenizer({"the": 0})


def test_files(tmp_path):
    made = BertTokenizer(VOCAB, do_lower_case=False, strip_accents=True, model_max_length=99, padding_side="left")
    made.save_pretrained(tmp_path / "a")
    again = BertTokenizer.from_pretrained(tmp_path / "a")
    assert again.get_vocab() == VOCAB and again.normalizer == made.normalizer
    assert (again.model_max_length, again.padding_side) == (99, "left")
    with pytest.raises(FileNotFoundError, match="no vocab.txt or tokenizer.json"):
        BertTokenizer.from_pretrained(tmp_path)
    (tmp_path / "b.txt").write_text("")
    with pytest.raises(ValueError, match="b.txt is empty"):
        BertTokenizer.from_pretrained(tmp_path / "b.txt")


def test_saved_files_are_read_by_hugging_face(tmp_path):
    transformers = pytest.importorskip("transformers")
    BertTokenizer(VOCAB, do_lower_case=False).save_pretrained(tmp_path)
    theirs = transformers.AutoTokenizer.from_pretrained(str(tmp_path))
    assert theirs("the Cat cats")["input_ids"] == BertTokenizer.from_pretrained(tmp_path)("the Cat cats")["input_ids"]


def test_tokenizer_json(tmp_path):
    model = {"type": "WordPiece", "unk_token": "[UNK]", "vocab": VOCAB}
    normalizer = {"type": "BertNormalizer", "lowercase": False, "strip_accents": None, "handle_chinese_chars": True}
    (tmp_path / "tokenizer.json").write_text(json.dumps({"model": model, "normalizer": normalizer}))
    found = BertTokenizer.from_pretrained(tmp_path)
    assert found.get_vocab() == VOCAB and not found.normalizer.do_lower_case
    (tmp_path / "tokenizer.json").write_text(json.dumps({"model": {"type": "BPE", "vocab": {"a": 1}}}))
    with pytest.raises(ValueError, match="holds a BPE model; BERT's is WordPiece"):
        BertTokenizer.from_pretrained(tmp_path)


def test_in_a_saved_model(tmp_path):
    tf = pytest.importorskip("tensorflow")
    import keras

    from bert_tf.tokenizer.in_graph import BertTokenizerLayer

    text = keras.Input((), dtype="string")
    model = keras.Model(text, BertTokenizerLayer(BertTokenizer(VOCAB), max_length=6, pad_to_max_length=True)(text))
    model.save(tmp_path / "model.keras")
    again = keras.saving.load_model(tmp_path / "model.keras")
    found = again(tf.constant(["the cats sat on", "[MASK] dog"]))
    assert found["input_ids"].numpy().tolist() == [[2, 5, 6, 8, 7, 3], [2, 4, 1, 3, 0, 0]]
    model.export(str(tmp_path / "served"))
    served = tf.saved_model.load(str(tmp_path / "served")).serve(tf.constant(["the cats sat on", "[MASK] dog"]))
    assert served["attention_mask"].numpy().tolist() == [[1] * 6, [1, 1, 1, 1, 0, 0]]


def test_special_tokens_that_overlap_have_no_graph():
    from bert_tf.tokenizer.in_graph import BertTokenizerLayer

    names = {"unk_token": "aba", "sep_token": "ab", "pad_token": "c", "cls_token": "d", "mask_token": "e"}
    with pytest.raises(ValueError, match="overlap"):
        BertTokenizerLayer(BertTokenizer({token: i for i, token in enumerate(names.values())}, **names))

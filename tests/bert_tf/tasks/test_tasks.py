"""What each task answers, and what it refuses."""

import numpy as np
import pytest
import tensorflow as tf

import bert_tf
from bert_tf import spans
from bert_tf.checkpoints.checkpoint import BadCheckpoint
from bert_tf.tasks import needs, passages
from bert_tf.tasks.answer import answer
from bert_tf.tasks.fill_mask import fill_mask
from bert_tf.tasks.next_sentence import next_sentence
from bert_tf.tasks.rank import rank
from tests.support import tiny_texts

ONE_LAYER = {"num_hidden_layers": 1}


@pytest.fixture(scope="module")
def tokenizer():
    return tiny_texts.tokenizer()


def saved(model, tokenizer, folder):
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def test_masks_are_filled_by_the_likeliest(tokenizer):
    model = tiny_texts.model("BertForMaskedLM", **ONE_LAYER)
    found = fill_mask(model, tokenizer, "what do [MASK] eat, and [MASK]?", top=3)
    given = tokenizer(["what do [MASK] eat, and [MASK]?"], return_tensors="np")
    probs = tf.nn.softmax(model(given).logits[0]).numpy()
    assert [each.position for each in found] == [3, 7]
    for each in found:
        best = np.argsort(-probs[each.position])[:3]
        assert [guess.token for guess in each.guesses] == [tiny_texts.WORDS[place] for place in best]
        np.testing.assert_allclose([guess.probability for guess in each.guesses], probs[each.position][best], atol=5e-6)
    assert f"what do {found[0].guesses[0].token} eat" in found[0].guesses[0].text.replace("##", "")


def test_a_following_sentence(tokenizer):
    model = tiny_texts.model("BertForNextSentencePrediction", **ONE_LAYER)
    logits = model(tokenizer(["pandas eat"], ["bamboo"], return_tensors="np")).logits
    found = next_sentence(model, tokenizer, "pandas eat", "bamboo")
    assert found == pytest.approx(float(tf.nn.softmax(logits)[0, 0]), abs=1e-6)


def test_ranking_by_cosine(tokenizer):
    model = bert_tf.SentenceEmbedder(tiny_texts.model("BertModel").config)
    found = rank(model, tokenizer, "pandas eat bamboo", ["they sleep", "pandas eat bamboo", "a tree"])
    assert found[0].place == 1 and found[0].score == pytest.approx(1, abs=1e-5)
    assert sorted(each.place for each in found) == [0, 1, 2]
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_ranking_by_a_cross_encoder(tokenizer):
    model = tiny_texts.model("BertForSequenceClassification", num_labels=1, **ONE_LAYER)
    texts = ["they sleep", "bamboo and leaves", "a tree"]
    found = rank(model, tokenizer, "pandas eat", texts)
    for each in found:
        logits = model(tokenizer(["pandas eat"], [each.text], return_tensors="np")).logits
        assert each.score == pytest.approx(float(logits[0, 0]), abs=1e-5)


def test_the_best_span_within_what_is_allowed():
    start, end = np.zeros((1, 6), "float32"), np.zeros((1, 6), "float32")
    start[0, [1, 3]], end[0, [2, 5]] = [9, 4], [9, 3]
    start[0, 0], end[0, 0] = 1, 2
    allowed = np.array([[False, False, False, True, True, True]])
    assert [float(each[0]) for each in spans.best(start, end, allowed)] == [3, 5, 4]


def test_answers_are_words_of_their_passage(tokenizer):
    model = tiny_texts.model("BertForQuestionAnswering", seed=3, **ONE_LAYER)
    long = "Pandas live in the forest. " * 8 + "They eat bamboo."
    found = answer(model, tokenizer, "what do pandas eat?", ["", long, "koalas eat leaves"], top=5)
    assert found
    for each in found:
        assert each.text == each.passage[each.start : each.end] and each.place in (1, 2) and each.score > 0
        assert each.marked.count("**") == 2 and each.marked.replace("**", "") == each.passage
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_a_long_passage_is_read_to_its_end(tokenizer):
    """The window in which the answer would be alone gives the same span."""
    model = tiny_texts.model("BertForQuestionAnswering", seed=3, **ONE_LAYER)
    filler = "it it it . " * 12
    spread = [each.start for top in (filler + "they eat bamboo", "they eat bamboo")
              for each in answer(model, tokenizer, "what", [top], stride=4)]  # fmt: skip
    assert all(start < len(filler) + 20 for start in spread)
    windows = tokenizer(
        ["what"], [filler], truncation="only_second", max_length=24, stride=4, return_overflowing_tokens=True
    )
    assert len(windows["input_ids"]) > 2


BAD = {
    "no mask": (lambda m, t: fill_mask(m("BertForMaskedLM"), t, "pandas"), r"'pandas' has no \[MASK\]"),
    "too long": (lambda m, t: fill_mask(m("BertForMaskedLM"), t, "[MASK] " * 30), "32 tokens, and the model takes 24"),
    "nothing follows": (lambda m, t: next_sentence(m("BertForNextSentencePrediction"), t, "a", " "), "second text is"),
    "no question": (lambda m, t: answer(m("BertForQuestionAnswering"), t, " ", ["a"]), "the question is empty"),
    "no passage": (lambda m, t: answer(m("BertForQuestionAnswering"), t, "a", ["", " "]), "no passage with text"),
    "long question": (
        lambda m, t: answer(m("BertForQuestionAnswering"), t, "a " * 21, ["b"]), "has 21 tokens, which leaves no room"
    ),
    "no texts": (lambda m, t: rank(m("BertForSequenceClassification"), t, "a", []), "at least one text"),
}  # fmt: skip


@pytest.mark.parametrize(("call", "text"), BAD.values(), ids=BAD)
def test_refused(tokenizer, call, text):
    with pytest.raises(ValueError, match=text):
        call(lambda name: tiny_texts.model(name, **ONE_LAYER), tokenizer)


@pytest.mark.parametrize("task", ["fill-mask", "next-sentence", "answer"])
def test_weights_that_cannot_do_it(tmp_path, tokenizer, task):
    folder = saved(tiny_texts.model("BertModel", **ONE_LAYER), tokenizer, tmp_path)
    with pytest.raises(needs.Untrained, match=rf"cannot do {task}: it has no weights for .*(cls|qa_outputs).*Give one"):
        needs.load(task, folder)


def test_weights_that_can(tmp_path, tokenizer):
    folder = saved(tiny_texts.model("BertForPreTraining", **ONE_LAYER), tokenizer, tmp_path)
    for task in ("fill-mask", "next-sentence"):
        model, found = needs.load(task, folder)
        assert type(model).__name__ == needs.NEEDS[task].head and found.get_vocab() == tokenizer.get_vocab()
    with pytest.raises(needs.Untrained):
        needs.load("answer", folder)


def test_which_model_ranks(tmp_path, tokenizer):
    cross = saved(
        tiny_texts.model("BertForSequenceClassification", num_labels=1, **ONE_LAYER), tokenizer, tmp_path / "cross"
    )
    assert type(needs.load("rank", cross)[0]) is bert_tf.BertForSequenceClassification
    embedder = bert_tf.SentenceEmbedder(tiny_texts.model("BertModel", **ONE_LAYER).config)
    assert type(needs.load("rank", saved(embedder, tokenizer, tmp_path / "st"))[0]) is bert_tf.SentenceEmbedder


def test_a_checkpoint_without_a_vocabulary(tmp_path):
    tiny_texts.model("BertForMaskedLM", **ONE_LAYER).save_pretrained(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"has no vocab\.txt"):
        needs.load("fill-mask", tmp_path)
    with pytest.raises((FileNotFoundError, BadCheckpoint), match="no checkpoint"):
        needs.load("fill-mask", tmp_path / "none")


def test_a_files_texts(tmp_path):
    file = tmp_path / "texts.txt"
    file.write_text("one\n\ntwo\nthree\n\n \n\nfour\n")
    assert passages.lines(file) == ["one", "two", "three", "four"]
    assert passages.paragraphs(file) == ["one", "two three", "four"]
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match="is not UTF-8"):
        passages.lines(file)
    file.write_text("\n \n")
    with pytest.raises(ValueError, match="has no text in it"):
        passages.paragraphs(file)
    with pytest.raises(FileNotFoundError, match="no file"):
        passages.lines(tmp_path / "none")

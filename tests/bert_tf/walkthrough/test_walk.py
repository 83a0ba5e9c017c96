"""The walkthrough without PyTorch: every step, its shapes and numbers, and what it says of what it cannot do."""

import json

import numpy as np
import pytest

from bert_tf import BertModel, trace
from bert_tf.checkpoints import formats
from bert_tf.checkpoints.checkpoint import Checkpoint
from bert_tf.checkpoints.of_model import of_model
from bert_tf.cli.main import main
from bert_tf.tracing.names import stage_names
from bert_tf.walkthrough import as_text, sources, texts
from bert_tf.walkthrough.steps import STEPS
from bert_tf.walkthrough.walk import walk
from tests.support import tiny_bert

POSTS = (texts.Post("one", "Two words, or three."), texts.Post("two", "One word"))


@pytest.fixture(autouse=True)
def without_pytorch(monkeypatch):
    monkeypatch.setattr("bert_tf.torch_door.available", lambda: False)


def tiny_source():
    config = tiny_bert.config(vocab_size=70, max_position_embeddings=23)
    return sources.drawn([post.text for post in POSTS], config)


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["walkthrough", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code, out, err


def vocabulary(folder):
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "two", "words", ",", "or", "three", ".", "one", "word"]
    (folder / "vocab.txt").write_text("\n".join(words))


def test_the_table_names_every_stage_once():
    named = [step.stage.replace("{i}", "0") for step in STEPS if step.stage != "classifier"]
    assert named == stage_names(tiny_bert.config(num_hidden_layers=1))


def test_shapes_and_numbers_are_the_trace_s():
    source = tiny_source()
    found = walk(source, POSTS, layer=1)
    kept = trace(source.model, found.inputs)
    sizes = {"B": 2, "T": found.inputs["input_ids"].shape[1], "H": 12, "N": 3, "D": 4, "I": 20, "K": 2, "1": 1}
    sizes["N·D"] = 12
    assert sizes["T"] == max(map(len, found.tokens)) == 8
    for taken in found.taken:
        letters = tuple(sizes[letter] for letter in taken.step.letters.split(","))
        if taken.step.stage == "embeddings.token_type":
            letters = taken.shape
        assert taken.shape == letters, taken.step.stage
        if taken.step.stage != "classifier":
            array = kept[taken.step.stage.replace("{i}", "1")]
            np.testing.assert_array_equal(taken.values, array.reshape(-1)[: len(taken.values)])
    logits = found.taken[-1]
    assert logits.step.stage == "classifier" and len(logits.values) == 2
    assert not found.compared and found.departs is None


def test_the_tokens_of_a_drawn_vocabulary_are_the_words():
    found = walk(tiny_source(), POSTS)
    assert found.tokens[0] == ("[CLS]", "Two", "words", ",", "or", "three", ".", "[SEP]")
    other = walk(tiny_source(), (texts.Post("x", "worth"),))
    assert other.tokens == (("[CLS]", "w", "##o", "##r", "##t", "##h", "[SEP]"),)


def test_text_and_json_of_a_folder(tmp_path, capsys):
    tiny_bert.model(hidden_act="relu").save_pretrained(tmp_path)
    vocabulary(tmp_path)
    code, out, _ = run(capsys, tmp_path, "--text", "Two words, or three.", "--text", "one", "--layer", "1")
    assert code == 0
    assert "8 tokens: [CLS] two words , or three . [SEP]" in out
    assert "G = max(Z, 0)" in out and "[B,N,T,D] = [2,3,8,4]" in out and "Layer 1 of 2" in out
    assert "no checkpoint has trained them" in out and as_text.NO_PYTORCH in out
    code, out, _ = run(capsys, tmp_path, "--text", "Two words", "--json")
    found = json.loads(out)
    assert code == 0 and len(found["steps"]) == len(STEPS) and found["compared"] is False
    assert found["tokens"] == [["[CLS]", "two", "words", "[SEP]"]]
    code, out, _ = run(capsys, tmp_path, "--text", "Two words", "--table")
    assert code == 0 and len(out.splitlines()) == len(STEPS) + 3


def test_a_classifier_that_came_with_the_checkpoint(tmp_path):
    model = tiny_bert.model()
    head = {"classifier.weight": np.eye(5, 12, dtype="float32"), "classifier.bias": np.arange(5, dtype="float32")}
    checkpoint = Checkpoint(model.config, {**of_model(model, tmp_path).tensors, **head}, tmp_path)
    formats.write(checkpoint, tmp_path / "m", "hf")
    vocabulary(tmp_path / "m")
    found = walk(sources.of_path(tmp_path / "m"), POSTS)
    pooled = trace(model, found.inputs, "pooler.output")["pooler.output"]
    assert found.trained and found.taken[-1].shape == (2, 5)
    np.testing.assert_allclose(found.taken[-1].values, (pooled[:, :5] + np.arange(5))[0, :4], atol=5e-6)


def test_without_a_pooler_it_ends_at_the_last_layer():
    source = tiny_source()
    model = BertModel(source.model.config, add_pooling_layer=False)
    found = walk(source._replace(model=model), POSTS)
    assert found.taken[-1].step.stage == "layer.{i}.output"
    assert "Classifier" not in as_text.whole(found)


@pytest.mark.parametrize("to", ["tf1", "keras_hub"])
def test_other_formats_bring_their_vocabulary(tmp_path, to):
    tiny_bert.model().save_pretrained(tmp_path / "hf")
    vocabulary(tmp_path / "hf")
    formats.write(formats.read(tmp_path / "hf"), tmp_path / to, to)
    source = sources.of_path(tmp_path / to)
    assert source.folder is None and source.tokenizer.tokenize("Two WORDS") == ["two", "words"]


def test_what_cannot_be_walked_is_refused(tmp_path, capsys):
    tiny_bert.model().save_pretrained(tmp_path / "m")
    for arguments, text in (
        ((tmp_path / "m",), "has no vocab.txt or tokenizer.json"),
        ((tmp_path / "none",), "no checkpoint at"),
        ((tmp_path / "m", "--random"), "--random draws the weights"),
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (2, "") and text in err
    with pytest.raises(ValueError, match="the layers are 0 to 1; received 2"):
        walk(tiny_source(), POSTS, layer=2)
    with pytest.raises(ValueError, match="a text is needed"):
        walk(tiny_source(), ())


def test_scikit_learn_s_posts_only_from_its_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("SCIKIT_LEARN_DATA", str(tmp_path / "none"))
    assert texts.default_posts() == texts.POSTS
    assert not (tmp_path / "none").exists()
    assert len({post.group for post in texts.POSTS}) == 3


def test_scikit_learn_s_posts(tmp_path, monkeypatch):
    """The cache's file as scikit-learn writes it: a compressed pickle of the train and test subsets."""
    import codecs
    import pickle

    datasets = pytest.importorskip("sklearn.datasets")
    names = ["alt.atheism", "sci.space"]
    data = ["From: a\nSubject: b\n\nThe first.", "From: a\n\n", "From: c\n\nThe second.", "From: d\n\nThe third."]
    part = datasets.load_iris().__class__(
        data=data, target=np.array([1, 0, 0, 1]), target_names=names, filenames=np.array(["a/1", "a/2", "b/3", "b/4"])
    )
    packed = codecs.encode(pickle.dumps({"train": part, "test": part}), "zlib_codec")
    (tmp_path / "20news-bydate_py3.pkz").write_bytes(packed)
    monkeypatch.setenv("SCIKIT_LEARN_DATA", str(tmp_path))
    found = texts.default_posts()
    assert sorted(found) == sorted(
        [("sci.space", "The first."), ("alt.atheism", "The second."), ("sci.space", "The third.")]
    )

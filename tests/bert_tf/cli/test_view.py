"""`bert-tf view`: each kind, by the file's ending; what is wrong is said before anything is written."""

import json

import pytest
import tensorflow as tf2

from bert_tf.cli.main import main
from tests.bert_tf.views.test_of_model import WORDS
from tests.support import tiny_bert


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A checkpoint with its vocabulary."""
    made = tmp_path_factory.mktemp("model")
    tiny_bert.model().save_pretrained(made)
    (made / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    return made


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["view", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code, out, err.strip()  # the bar leaves an empty line


@pytest.mark.parametrize("kind", ["head", "model", "neuron"])
@pytest.mark.parametrize("suffix", [".html", ".svg", ".json"])
def test_each_kind(capsys, tmp_path, folder, kind, suffix):
    out = tmp_path / f"view{suffix}"
    given = ("the panda eats", "bamboo", "--kind", kind, "--model", folder, "-o", out, "--layer", 1, "--head", 2)
    code, text, err = run(capsys, *given)
    assert (code, err) == (0, "") and f"{out}: the panda eats · bamboo" in text
    content = out.read_text(encoding="utf-8")
    if suffix == ".json":
        start = json.loads(content)["start"]
        assert start["layer"] == 1 and start["heads"] == [2]
    elif suffix == ".svg":
        assert "layer 1" in content and "layer 0" not in content
    else:
        assert "<title>the panda eats" in content


def test_comparing(capsys, tmp_path, folder):
    out = tmp_path / "view.json"
    code, _, err = run(capsys, "the panda", "--kind", "compare", "--model", folder, "--other", folder, "-o", out)
    assert code == 2 and "names are two different strings" in err and not out.exists()
    other = tmp_path / "other"
    tiny_bert.model(seed=1).save_pretrained(other)
    (other / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    assert run(capsys, "the panda", "--kind", "compare", "--model", folder, "--other", other, "-o", out)[0] == 0
    assert json.loads(out.read_text())["names"] == [str(folder), str(other)]


@pytest.mark.parametrize("suffix", [".pb", ".pbtxt", ".meta"])
def test_a_graph(capsys, tmp_path, suffix):
    source, out = tmp_path / f"graph{suffix}", tmp_path / "view.html"
    with tf2.Graph().as_default() as graph:
        tf2.compat.v1.placeholder(tf2.float32, [3], name="net/x")
        definition = graph.as_graph_def()
        if suffix == ".meta":
            tf2.compat.v1.train.export_meta_graph(str(source))
        else:
            source.write_bytes(str(definition).encode() if suffix == ".pbtxt" else definition.SerializeToString())
    assert run(capsys, source, "--kind", "graph", "-o", out)[0] == 0
    assert "net/x" in out.read_text()


def test_what_is_wrong(capsys, tmp_path, folder):
    broken = tmp_path / "graph.pb"
    broken.write_bytes(b"not a graph")
    out = tmp_path / "view.html"
    for arguments, message in (
        (("the", "-o", tmp_path / "view.pdf"), "written as .html, .png, .svg, .json; received 'view.pdf'"),
        (("the", "-o", out, "--kind", "compare"), "--kind compare and --other PATH go together"),
        (("", "-o", out), "TEXT is a text with at least one word"),
        (("the", "-o", out, "--model", tmp_path / "none"), "no checkpoint at"),
        (("the", "-o", out, "--model", folder, "--layer", 2), "the layers are 0, 1; received 2"),
        (("panda " * 20, "-o", out, "--model", folder), "the text has 22 tokens"),
        ((broken, "--kind", "graph", "-o", out), "holds no graph"),
        ((tmp_path / "graph.txt", "--kind", "graph", "-o", out), "ends in .pb, .pbtxt, .meta"),
    ):
        code, _, err = run(capsys, *arguments)
        assert code == 2 and err.startswith("bert-tf view: ") and message in err, err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["graph.pb"]

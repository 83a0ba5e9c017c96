"""Fine-tuning by `bert_tf` and by the same loop in PyTorch: accuracy over several seeds.

    python benchmarks/fine_tune.py [--seeds 5] [--epochs 8] [--dropout 0.1]

For each seed both start from the same weights, see the same batches in the same order, and are tested on the same
queries of `examples/bert_tf/fine_tune_queries.py`; only the masks of dropout are drawn by each itself. Exits with 1 if
the mean accuracies are more than half a point apart. Needs torch and transformers.
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "examples" / "bert_tf")]

import fine_tune_queries  # noqa: E402
import keras  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402
import transformers  # noqa: E402

import bert_tf  # noqa: E402
from bert_tf.train.data import classification, rows  # noqa: E402
from bert_tf.train.data.batches import Batches  # noqa: E402
from bert_tf.train.fit import fit  # noqa: E402
from bert_tf.train.recipe import Recipe  # noqa: E402

TRAIN, TEST = 1000, 1000
LIMIT = 0.5


def initial(seed, dropout, fields, folder):
    """Our model with drawn weights, and the same weights in Hugging Face's."""
    keras.utils.set_random_seed(seed)
    fine_tune_queries.write_model(Path(folder, "base"))
    changes = {"hidden_dropout_prob": dropout, "attention_probs_dropout_prob": dropout, **fields}
    config = bert_tf.BertConfig.from_json(Path(folder, "base")).changed(**changes)
    ours = bert_tf.BertForSequenceClassification(config)
    ours.save_pretrained(Path(folder, "both"))
    theirs = transformers.BertForSequenceClassification.from_pretrained(Path(folder, "both"))
    return ours, theirs


def train_theirs(model, examples, recipe):
    """The recipe as a plain PyTorch loop."""
    batches = Batches(examples, recipe.batch_size, recipe.seed)
    updates = len(batches) * recipe.epochs
    spared = ("bias", "LayerNorm.weight")
    groups = [
        {
            "params": [each for name, each in model.named_parameters() if name.endswith(spared) == without],
            "weight_decay": 0.0 if without else recipe.weight_decay,
        }
        for without in (False, True)
    ]
    optimizer = torch.optim.AdamW(groups, lr=recipe.learning_rate)
    schedule = transformers.get_linear_schedule_with_warmup(optimizer, round(recipe.warmup * updates), updates)
    model.train()
    for epoch in range(recipe.epochs):
        for given, targets in batches.of_epoch(epoch):
            tensors = {name: torch.tensor(array.astype("int64")) for name, array in {**given, **targets}.items()}
            model(**tensors).loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), recipe.clip_norm)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    model.eval()


def accuracies(ours, theirs, examples):
    """The share of the test's queries that each gets right, in percent."""
    given, targets = examples.batch(range(len(examples)))
    with torch.no_grad():
        scores = theirs(**{name: torch.tensor(array.astype("int64")) for name, array in given.items()}).logits.numpy()
    return [float(np.mean(np.argmax(each, -1) == targets["labels"]) * 100) for each in (ours(given).logits, scores)]


def one(seed, chosen):
    """Both accuracies for a seed, which decides the queries, the weights, the order, and each one's dropout."""
    tokenizer = bert_tf.BertTokenizer({word: n for n, word in enumerate(fine_tune_queries.vocabulary())})
    examples, test = (
        classification.classes(rows.rows(fine_tune_queries.rows(count, number)), tokenizer, 40)
        for count, number in ((TRAIN, 2 * seed), (TEST, 2 * seed + 1))
    )
    recipe = Recipe(epochs=chosen.epochs, batch_size=16, learning_rate=2e-3, seed=seed)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = initial(seed, chosen.dropout, examples.fields, folder)
    torch.manual_seed(seed)
    fit(ours, examples, recipe, compile_with={"jit_compile": False})
    train_theirs(theirs, examples, recipe)
    return accuracies(ours, theirs, test)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--dropout", type=float, default=0.1)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    found = []
    for seed in range(chosen.seeds):
        found.append(one(seed, chosen))
        print(f"seed {seed}: bert_tf {found[-1][0]:.1f} %, PyTorch {found[-1][1]:.1f} %", flush=True)
    means = [statistics.mean(each) for each in zip(*found, strict=True)]
    print(f"mean: bert_tf {means[0]:.2f} %, PyTorch {means[1]:.2f} %, {abs(means[0] - means[1]):.2f} points apart")
    sys.exit(1 if abs(means[0] - means[1]) > LIMIT else 0)


if __name__ == "__main__":
    main()

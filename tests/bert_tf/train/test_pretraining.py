"""Pre-training data is what google-research/bert's program makes for the same seed, to the byte."""

from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from bert_tf import BertTokenizer
from bert_tf.train.pretraining import documents, records
from bert_tf.train.pretraining.instances import Settings
from tests.golden.pretraining_cases import CASES, FILES, TEXTS

FOLDER = Path(__file__).resolve().parents[2] / "golden" / "pretraining"
TOKENIZER = BertTokenizer(FOLDER / "vocab.txt")


def examples(path):
    """The records of a file, the fields of each in the order of their names; the library's own order is free."""
    found = [tf.train.Example.FromString(record.numpy()) for record in tf.data.TFRecordDataset(str(path))]
    return [each.SerializeToString(deterministic=True) for each in found]


def written(case, folder):
    targets = [folder / f"{case}_{number}.tfrecord" for number in range(FILES)]
    sources = [FOLDER / name for name in TEXTS]
    return records.write(sources, TOKENIZER, targets, Settings(**CASES[case])), targets


@pytest.mark.parametrize("case", CASES)
def test_as_googles_program(tmp_path, case):
    count, targets = written(case, tmp_path)
    expected = [examples(FOLDER / target.name) for target in targets]
    assert sum(map(len, expected)) == count > 10
    assert [examples(target) for target in targets] == expected
    for target in targets:  # the same bytes, whatever the order of the fields
        assert target.stat().st_size == (FOLDER / target.name).stat().st_size


def test_batches_for_the_model(tmp_path):
    settings = Settings(**CASES["words"])
    count, targets = written("words", tmp_path)
    batches = list(records.dataset(targets, 4, settings))
    assert sum(len(batch["input_ids"]) for batch in batches) == count
    for batch in batches:
        ids, labels = batch["input_ids"].numpy(), batch["labels"].numpy()
        hidden = labels != -100
        assert (hidden.sum(1) >= 1).all() and (hidden.sum(1) <= settings.max_predictions_per_seq).all()
        assert (hidden <= (batch["attention_mask"].numpy() > 0)).all()
        masks = ids == TOKENIZER.mask_token_id
        assert (hidden | ~masks).all()  # a mask stands only where something is hidden
        assert set(np.unique(batch["next_sentence_label"])) <= {0, 1}
    from tests.support import heads

    model = heads.model("BertForPreTraining", vocab_size=len(TOKENIZER), type_vocab_size=2, max_position_embeddings=24)
    assert np.isfinite(float(model(batches[0]).loss))


def test_no_text(tmp_path):
    (tmp_path / "empty.txt").write_text("\n \n")
    with pytest.raises(ValueError, match="no text in them"):
        documents.read([tmp_path / "empty.txt"], TOKENIZER)
    with pytest.raises(ValueError, match="at least 5; got 4"):
        Settings(max_seq_length=4)

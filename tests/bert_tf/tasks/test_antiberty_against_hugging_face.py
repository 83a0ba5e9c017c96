"""AntiBERTy fills the masks of an antibody as Hugging Face's model does."""

import importlib.util
from pathlib import Path

import numpy as np
import torch
import transformers

from bert_tf.tasks import needs
from bert_tf.tasks.fill_mask import fill_mask

FOLDER = Path(importlib.util.find_spec("antiberty").submodule_search_locations[0]) / "trained_models"
HEAVY_CHAIN = (
    "EVQLVESGGGLVQPGGSLRLSCAASGFTFSSYAMSWVRQAPGKGLEWVSAISGSGGSTYYADSVKGRFTISRDNSKNTLYLQMNSLRAEDTAVYYCAKDRLSITIRPRYY"
    "GLDVWGQGTTVTVSS"
)
MASKED = (4, 21, 36, 60, 95, 110)


def test_the_same_five_residues(tmp_path):
    folder = FOLDER / "AntiBERTy_md_smooth"
    from bert_tf.checkpoints import formats
    from bert_tf.checkpoints.load import build
    from bert_tf.tokenizer import BertTokenizer

    vocabulary = FOLDER / "vocab.txt"
    tokenizer = BertTokenizer(vocabulary, do_lower_case=False)
    checkpoint = formats.read(folder)
    from bert_tf import BertForMaskedLM

    others = [name for name in checkpoint.tensors if name.split(".")[1] in ("species", "chain", "graft")]
    model = build(BertForMaskedLM, checkpoint, left_over=others).model
    assert model.untrained == [] and needs.NEEDS["fill-mask"].head == "BertForMaskedLM"
    theirs = transformers.BertForMaskedLM.from_pretrained(folder).eval()
    letters = [("[MASK]" if place in MASKED else letter) for place, letter in enumerate(HEAVY_CHAIN)]
    found = fill_mask(model, tokenizer, " ".join(letters))
    given = tokenizer([" ".join(letters)], return_tensors="np")
    with torch.no_grad():
        logits = theirs(**{name: torch.tensor(value) for name, value in given.items()}).logits[0]
    probs = torch.softmax(logits, -1).numpy()
    assert [each.position for each in found] == [place + 1 for place in MASKED]
    right = 0
    for each, place in zip(found, MASKED, strict=True):
        best = np.argsort(-probs[place + 1], kind="stable")[:5]
        assert [guess.token for guess in each.guesses] == tokenizer.convert_ids_to_tokens(best.tolist())
        np.testing.assert_allclose([g.probability for g in each.guesses], probs[place + 1][best], atol=1e-5)
        right += each.guesses[0].token == HEAVY_CHAIN[place]
    assert right >= 5

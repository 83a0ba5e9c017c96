"""Texts to vectors, any number of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from bert_tf.fast import batches, finishing, gpu, reading, threads
from bert_tf.fast.frozen import FastModel
from bert_tf.fast.npy_file import GrowingArray

Progress = Callable[[str, int, int], None]
WINDOW = 8192  # texts that are sorted by length together
TOKENS = 2048  # of a batch
# Batches at once: while one waits at the end of a step, another multiplies. A fifth less time on two processors.
AT_ONCE = 2


def encode(
    model: Any,
    tokenizer: Any,
    texts: Iterable[Any] | Path,
    pooling: str | tuple[str, ...] | None = None,
    normalize: bool = False,
    max_length: int | None = None,
    progress: Progress | None = None,
    out: str | Path | None = None,
) -> np.ndarray:
    """The vectors [N,E], float32, in the order of the texts, each as if it had been computed alone.

    Texts of like length are computed together, and padding is not computed at all but in attention.

    Args:
      model: a `BertModel`; a `SentenceEmbedder`, whose own pooling is taken; one with a head that has one answer a
        text, whose scores are taken; or a `FastModel` of one, which spares making one at each call.
      tokenizer: a `BertTokenizer`, or a tokenizer of Hugging Face's.
      texts: strings or pairs of strings; a `Path` stands for the lines of its file.
      pooling: of a `BertModel`, one or several names of `pooling.MODES`; "mean" if nothing is said.
      normalize: of a `BertModel`, whether vectors get the length 1.
      max_length: tokens that a text is cut to; by default what the model takes.
      progress: is told ("texts", how many are done, how many there are or have been read).
      out: a `.npy` file that vectors are written to as they are made; what comes back then is that file, mapped.

    Raises:
      TypeError, ValueError: an argument does not fit.
      UnreadableText: a text is none, or the iterable raised; its number is named, and `out` has all before its window.
      FileExistsError: `out` is there.
    """
    found = stream(model, tokenizer, texts, pooling, normalize, max_length, progress)
    if out is None:
        return np.concatenate(list(found))
    with GrowingArray(out) as file:
        for part in found:
            file.append(part)
    return np.load(out, mmap_mode="r")


def stream(
    model: Any,
    tokenizer: Any,
    texts: Iterable[Any] | Path,
    pooling: str | tuple[str, ...] | None = None,
    normalize: bool = False,
    max_length: int | None = None,
    progress: Progress | None = None,
) -> Iterator[np.ndarray]:
    """`encode`, some thousands of vectors at a time: arrays [n,E] in the order of the texts, first an empty one."""
    fast = model if isinstance(model, FastModel) else FastModel(model, _finish(model, pooling, normalize))
    most = _most(fast, tokenizer, max_length)

    def tokenize(some: list[Any]) -> reading.Tokens:
        pairs = [(each, None) if isinstance(each, str) else each for each in some]
        first, second = zip(*pairs, strict=True)
        if fast.lower:
            first = tuple(each.lower() for each in first)
        return dict(
            tokenizer(list(first), None if second[0] is None else list(second), truncation=True, max_length=most)
        )

    total = len(texts) if hasattr(texts, "__len__") else 0  # type: ignore[arg-type]
    yield np.zeros((0, fast.width), np.float32)
    for window in reading.windows(texts, WINDOW, tokenize):
        yield _window(fast, window, progress, total)


def _window(fast: FastModel, window: reading.Window, progress: Progress | None, total: int) -> np.ndarray:
    ids, token_types = window.tokens["input_ids"], window.tokens["token_type_ids"]
    found: np.ndarray = np.zeros((len(ids), fast.width), np.float32)
    done = window.start

    def rows(group: np.ndarray) -> np.ndarray:
        return fast.rows(batches.pack([ids[place] for place in group], [token_types[place] for place in group]))

    lengths = [len(each) for each in ids]
    if gpu.there():
        groups = list(batches.grouped([gpu.bucket(each) for each in lengths], gpu.TOKENS))
    else:
        groups = list(batches.grouped(lengths, TOKENS))
    pool = ThreadPoolExecutor(min(AT_ONCE, threads.usable()))
    try:
        for group, vectors in zip(groups, pool.map(rows, groups), strict=True):
            found[group] = vectors
            done += len(group)
            if progress is not None:
                progress("texts", done, max(total, window.start + len(ids)))
    finally:
        pool.shutdown(cancel_futures=True)
    return found


def _finish(model: Any, pooling: str | tuple[str, ...] | None, normalize: bool) -> finishing.Finish | None:
    """None where the model's own is taken."""
    if hasattr(model, "embeddings"):
        modes = ("mean",) if pooling is None else (pooling,) if isinstance(pooling, str) else tuple(pooling)
        return finishing.pooled(modes, normalize)
    if pooling is not None or normalize:
        raise ValueError(f"pooling and normalize are for a BertModel; a {type(model).__name__} has its own end.")
    return None


def _most(fast: FastModel, tokenizer: Any, max_length: int | None) -> int:
    """How many tokens a text is cut to.

    Raises:
      ValueError: more were asked for than there are positions.
    """
    limit = fast.config.max_position_embeddings
    if max_length is None:
        return int(min(limit, fast.max_length or limit, tokenizer.model_max_length))
    check_length(max_length, fast.config)
    return max_length


def check_length(max_length: int | None, config: Any) -> None:
    """Raises ValueError if a text has no room in so many tokens, or the model has fewer positions."""
    limit = config.max_position_embeddings
    if max_length is not None and not 3 <= max_length <= limit:
        raise ValueError(f"max_length is from 3 to {limit} (max_position_embeddings); received {max_length}.")

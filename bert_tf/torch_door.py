"""The door to PyTorch and transformers, which are references for comparison only."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
from collections.abc import Iterator, Mapping
from typing import Any

_MISSING = (
    "comparing with PyTorch needs torch and transformers; {} is not installed; run: pip install torch transformers"
)


def torch() -> Any:
    return _load("torch")


def transformers() -> Any:
    return _load("transformers")


def available() -> bool:
    """Whether both are installed; imports neither."""
    return all(importlib.util.find_spec(name) is not None for name in ("torch", "transformers"))


def load_reference(path: str, pooler: bool = True) -> Any:
    """Hugging Face's `BertModel` in evaluation mode, with the eager attention that shows every stage."""
    with _quiet():
        found = transformers().BertModel.from_pretrained(
            path, attn_implementation="eager", add_pooling_layer=pooler, local_files_only=True
        )
    return found.eval()


def make_reference(config: Mapping[str, Any], tensors: Mapping[str, Any], pooler: bool = True) -> Any:
    """Hugging Face's `BertModel` of a configuration's fields with these weights, by its names; the same mode."""
    fields = {name: value for name, value in config.items() if name not in ("pruned_heads", "attention_mask_value")}
    made = transformers()
    found = made.BertModel(made.BertConfig(**fields, attn_implementation="eager"), add_pooling_layer=pooler)
    found.load_state_dict({name: torch().from_numpy(array) for name, array in tensors.items()}, strict=True)
    return found.eval()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Without transformers' bars and its report of the heads that a `BertModel` leaves."""
    log = transformers().utils.logging
    before, bar = log.get_verbosity(), log.is_progress_bar_enabled()
    log.set_verbosity_error()
    log.disable_progress_bar()
    try:
        yield
    finally:
        log.set_verbosity(before)
        if bar:
            log.enable_progress_bar()


def _load(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise ModuleNotFoundError(_MISSING.format(name), name=name) from None

"""Folders of sentence-transformers: `modules.json` beside a BERT says how tokens become one vector."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bert_tf.checkpoints import formats, safetensors_file, torch_bin
from bert_tf.checkpoints.checkpoint import BadCheckpoint
from bert_tf.checkpoints.load import build
from bert_tf.checkpoints.of_model import of_model
from bert_tf.layers.projection import ACTIVATIONS

LIST, SETTINGS = "modules.json", "sentence_bert_config.json"
_PACKAGE = "sentence_transformers.models."
_OLD_MODES = {
    "pooling_mode_cls_token": "cls",
    "pooling_mode_max_tokens": "max",
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_mean_sqrt_len_tokens": "mean_sqrt_len_tokens",
    "pooling_mode_weightedmean_tokens": "weightedmean",
    "pooling_mode_lasttoken": "lasttoken",
}  # in the order in which their vectors are joined


class Modules(NamedTuple):
    """`bert`: the folder of the encoder; `steps`: as `SentenceEmbedder` takes them; `tensors`: of the dense steps."""

    bert: Path
    steps: list[dict[str, Any]]
    tensors: dict[str, np.ndarray]
    max_length: int | None
    lower: bool


def read(path: Path) -> Modules:
    """What `modules.json` and the files that it names say.

    Raises:
      BadCheckpoint: they are damaged, or name a module that is not known.
    """
    bert, steps, tensors = path, [], {}
    for module in _json(path / LIST):
        kind, folder = str(module["type"]).rpartition(".")[2], path / module.get("path", "")
        if kind == "Transformer":
            bert = folder
        elif kind == "Pooling":
            steps.append({"type": kind, "modes": _modes(folder)})
        elif kind == "Dense":
            number = sum(step["type"] == kind for step in steps)
            step, found = _dense(folder)
            steps.append(step)
            tensors.update({f"dense.{number}.{name}": array for name, array in found.items()})
        elif kind == "Normalize":
            steps.append({"type": kind})
        else:
            raise BadCheckpoint(
                f"{path / LIST} names the module {module['type']}; Transformer, Pooling, Dense and Normalize are known."
            )
    settings = _json(bert / SETTINGS) if (bert / SETTINGS).is_file() else {}
    return Modules(bert, steps, tensors, settings.get("max_seq_length"), bool(settings.get("do_lower_case")))


def _modes(folder: Path) -> list[str]:
    settings = _json(folder / "config.json")
    if not settings.get("include_prompt", True):
        raise BadCheckpoint(f"{folder} leaves prompts out of the pooling (include_prompt), which is not done here.")
    if "pooling_mode" in settings:
        modes = settings["pooling_mode"]
        return [modes] if isinstance(modes, str) else list(modes)
    return [mode for name, mode in _OLD_MODES.items() if settings.get(name)] or ["mean"]


def _dense(folder: Path) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    settings = _json(folder / "config.json")
    activation = ACTIVATIONS.get(settings.get("activation_function", "torch.nn.modules.activation.Tanh"))
    if activation is None or settings.get("use_residual"):
        unknown = "use_residual" if activation else settings["activation_function"]
        raise BadCheckpoint(f"{folder} has {unknown}; the activations {', '.join(ACTIVATIONS)} are known.")
    step = {
        "type": "Dense",
        "inputs": settings["in_features"],
        "outputs": settings["out_features"],
        "bias": settings.get("bias", True),
        "activation": activation,
    }
    file = folder / "model.safetensors"
    tensors = safetensors_file.read(file) if file.is_file() else torch_bin.read(folder / "pytorch_model.bin")
    return step, {name.removeprefix("linear."): array for name, array in tensors.items()}


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadCheckpoint(f"{path} cannot be read: {error}.") from None


def load(cls: Any, path: Path, gelu: str | None, left_over: Iterable[str], kwargs: dict[str, Any]) -> Any:
    """See `SentenceEmbedder.from_pretrained`."""
    if not (path / LIST).is_file():
        checkpoint = formats.read(path, gelu)
        warnings.warn(
            f"{path} has no {LIST}: the vectors are the mean of its tokens', which no training has made alike for "
            "texts that say the same.",
            stacklevel=3,
        )
        return build(cls, checkpoint, (), left_over, kwargs).model
    found = read(path)
    checkpoint = formats.read(found.bert, gelu)
    checkpoint = replace(checkpoint, tensors={**checkpoint.tensors, **found.tensors})
    own = {"steps": found.steps, "max_length": found.max_length, "lower": found.lower}
    return build(cls, checkpoint, (), left_over, {**own, **kwargs}).model


def write(model: Any, path: Path) -> None:
    """Writes the encoder, `modules.json`, and a folder for each step; the old names, which every version reads."""
    whole = of_model(model, path)
    encoder = {name: array for name, array in whole.tensors.items() if not name.startswith("dense.")}
    config = whole.config.changed(architectures=["BertModel"])
    formats.write(replace(whole, tensors=encoder, config=config), path, "hf")
    modules = [{"idx": 0, "name": "0", "path": "", "type": f"{_PACKAGE}Transformer"}]
    number = 0
    for place, step in enumerate(model.steps, 1):
        kind = step["type"]
        folder = path / f"{place}_{kind}"
        folder.mkdir(exist_ok=True)
        if kind == "Pooling":
            _write(folder / "config.json", _pooling(step["modes"], model.config.hidden_size))
        elif kind == "Dense":
            _write(folder / "config.json", _settings(step))
            tensors = {
                f"linear.{name.rpartition('.')[2]}": array
                for name, array in whole.tensors.items()
                if name.startswith(f"dense.{number}.")
            }
            safetensors_file.write(folder / "model.safetensors", tensors)
            number += 1
        modules.append({"idx": place, "name": str(place), "path": folder.name, "type": _PACKAGE + kind})
    _write(path / SETTINGS, {"max_seq_length": model.max_length, "do_lower_case": model.lower})
    _write(path / LIST, modules)


def _pooling(modes: list[str], width: int) -> dict[str, Any]:
    in_order = [mode for mode in _OLD_MODES.values() if mode in modes]
    if modes == in_order:  # what the old names can say
        return {"word_embedding_dimension": width, **{name: mode in modes for name, mode in _OLD_MODES.items()}}
    return {"embedding_dimension": width, "pooling_mode": modes}


def _settings(step: dict[str, Any]) -> dict[str, Any]:
    activation = next(theirs for theirs, ours in ACTIVATIONS.items() if ours == step["activation"])
    return {
        "in_features": step["inputs"],
        "out_features": step["outputs"],
        "bias": step.get("bias", True),
        "activation_function": activation,
    }


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")

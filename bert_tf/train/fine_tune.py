"""Files in, a trained model in a folder out: what `bert-tf fine-tune` does."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import keras

from bert_tf.train.card import card
from bert_tf.train.data import rows
from bert_tf.train.data.example import Examples
from bert_tf.train.fit import BEST, STATE, Trained, fit
from bert_tf.train.recipe import Recipe
from bert_tf.train.tasks import TASKS, Task
from bert_tf.train.watchers import Step

CARD, RUN = "README.md", "run"


def fine_tune(
    task: str,
    train: Any,
    model: str | Path,
    folder: str | Path,
    recipe: Recipe | None = None,
    validation: Any = None,
    columns: Mapping[str, Any] | None = None,
    max_length: int | None = None,
    dtype: str = "float32",
    gelu: str | None = None,
    new_head: bool = False,
    resume: bool = False,
    log_dir: str | Path | None = None,
    save_every: int = 0,
    step: Step | None = None,
    compile_with: dict[str, Any] | None = None,
) -> Trained:
    """Trains a checkpoint for a task; model, tokenizer and card are in the folder then, as Hugging Face reads them.

    Args:
      task: one of `TASKS`.
      train, validation: CSV, JSON lines, rows, or a `tf.data.Dataset` of rows.
      model: a checkpoint of any format, with its vocabulary.
      folder: where the result goes, and the run's state until then.
      recipe: how.
      columns: what the columns `text`, `text_b` and `label` are called in the data; several labels may have several.
      max_length: tokens of an example; by default what the model takes, and 384 at most.
      dtype: `mixed_float16` or `mixed_bfloat16` for mixed precision.
      gelu: for TensorFlow 1 checkpoints, "erf" or "tanh".
      new_head: draw the head anew even if the checkpoint has one.
      resume: go on with a run that was killed.
      log_dir, save_every, step, compile_with: as of `fit`.

    Raises:
      ValueError: the folder is not empty, a column's name is not for this task, or a row is bad.
      FileNotFoundError, BadCheckpoint: the model cannot be read, or its head is of another task or other labels.
    """
    import bert_tf

    recipe, folder, chosen = recipe or Recipe(), Path(folder), TASKS[task]
    _check_folder(folder, resume)
    tokenizer = bert_tf.BertTokenizer.from_pretrained(model)
    config = _config(model, gelu)
    length = min(max_length or 384, config.max_position_embeddings)
    named = _columns(task, chosen, columns)
    step = step or (lambda name, done, total: None)
    step("reading", 0, 1)
    examples = chosen.encode(rows.rows(train), tokenizer, length, known=_known(config, chosen, new_head), **named)
    judged = None
    if validation is not None:
        judged = chosen.encode(rows.rows(validation), tokenizer, length, known=examples.fields.get("id2label"), **named)
    step("loading the model", 0, 1)
    head = getattr(bert_tf, chosen.head)
    keras.utils.set_random_seed(recipe.seed)  # once everything is imported, which may draw too
    made = _model(head, model, gelu, dtype, new_head, examples.fields)
    run = folder / RUN
    run.mkdir(parents=True, exist_ok=True)
    trained = fit(made, examples, recipe, judged, run, log_dir, save_every, step, (), compile_with)
    step("writing", 0, 1)
    made.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    data = {"training": _called(train, examples)} | (
        {} if judged is None else {"validation": _called(validation, judged)}
    )
    text = card(folder.name, Path(model).name, chosen, recipe, trained, data, examples.fields.get("id2label"))
    (folder / CARD).write_text(text, encoding="utf-8")
    for name in (STATE, BEST):
        (run / name).unlink(missing_ok=True)
    run.rmdir()
    return trained


def _check_folder(folder: Path, resume: bool) -> None:
    if resume and not (folder / RUN / STATE).is_file():
        raise ValueError(f"{folder} has no run that could go on.")
    if not resume and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        going = (folder / RUN / STATE).is_file()
        more = "it holds a run that was killed: resume it" if going else "give another place"
        raise ValueError(f"{folder} exists and is not empty; {more}.")


def _config(model: str | Path, gelu: str | None) -> Any:
    from bert_tf.checkpoints import formats

    return formats.read(Path(model), gelu).config


def _known(config: Any, task: Task, new_head: bool) -> Mapping[int, str] | None:
    """The labels of a checkpoint that has this head already."""
    if new_head or task.head not in (config.architectures or ()):
        return None
    return config.id2label or {number: f"LABEL_{number}" for number in range(config.num_labels)}


def _columns(task: str, chosen: Task, columns: Mapping[str, Any] | None) -> dict[str, Any]:
    given = {name: each for name, each in (columns or {}).items() if each is not None}
    unknown = sorted(set(given) - set(chosen.columns))
    if unknown:
        raise ValueError(f"{task} has the columns {', '.join(chosen.columns)}; received {', '.join(unknown)}.")
    for name, each in given.items():
        if not isinstance(each, str) and chosen.encode is not TASKS["multi-label"].encode:
            raise ValueError(f"{task} has one column that is its {name}; received {', '.join(each)}.")
    return given


def _model(head: Any, path: str | Path, gelu: str | None, dtype: str, new_head: bool, fields: Mapping[str, Any]) -> Any:
    left_over: Iterable[str] = ("classifier.*", "qa_outputs.*") if new_head else ()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".* (they were drawn|also has a head)")  # a head is what it learns
        return head.from_pretrained(path, gelu, left_over=left_over, dtype=dtype, **fields)


def _called(source: Any, examples: Examples) -> str:
    name = Path(source).name if isinstance(source, (str, Path)) else "rows given by the program"
    return f"{name}, {len(examples)} examples"

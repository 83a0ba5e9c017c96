"""A walk as text for a terminal, its table of parity, and as JSON."""

from __future__ import annotations

import json
import textwrap

from bert_tf.walkthrough.steps import CLASSIFIER, EMBEDDINGS, LAYER, POOLER, Step, equation
from bert_tf.walkthrough.walk import Taken, Walk

WIDTH = 118
PARTS = {EMBEDDINGS: "Embeddings", LAYER: "Layer", POOLER: "Pooler", CLASSIFIER: "Classifier"}
NO_PYTORCH = "Not compared with PyTorch: torch and transformers are not installed."


def whole(walk: Walk) -> str:
    """Every step with its equation, shape, numbers and comparison, then the table."""
    lines = [*_head(walk), ""]
    part = ""
    for number, taken in enumerate(walk.taken, 1):
        if taken.step.part != part:
            part = taken.step.part
            lines += ["", _title(walk, part), ""]
        lines += _step(walk, number, taken)
    if not walk.trained and any(each.step.part == CLASSIFIER for each in walk.taken):
        lines += [
            "",
            "The classifier's weights are drawn: no checkpoint has trained them, and the logits mean nothing.",
        ]
    return "\n".join([*lines, "", "", table(walk)])


def _head(walk: Walk) -> list[str]:
    c = walk.config
    rows, length = walk.inputs["input_ids"].shape
    sizes = (
        f"B {rows} texts, T {length} tokens, H {c.hidden_size} hidden size, N {c.num_attention_heads} heads of "
        f"D {c.head_size}, I {c.intermediate_size} intermediate, {c.num_hidden_layers} layers, vocabulary "
        f"{c.vocab_size}, {c.max_position_embeddings} positions; {c.hidden_act}, ε {c.layer_norm_eps:g}"
    )
    lines = [f"BERT step by step: {walk.title}", *textwrap.wrap(sizes, WIDTH), ""]
    for post, tokens in zip(walk.posts, walk.tokens, strict=True):
        lines.append(f"{post.group}: {textwrap.shorten(post.text, WIDTH - len(post.group) - 2, placeholder=' …')}")
        lines.append(textwrap.shorten(f"  {len(tokens)} tokens: {' '.join(tokens)}", WIDTH - 2, placeholder=" …"))
    return lines


def _title(walk: Walk, part: str) -> str:
    if part != LAYER:
        return PARTS[part]
    return f"Layer {walk.layer} of {walk.config.num_hidden_layers}, which are alike; X comes from the one before"


def _step(walk: Walk, number: int, taken: Taken) -> list[str]:
    shape = ",".join(map(str, taken.shape))
    values = " ".join(f"{value:.4f}" if abs(value) < 1e4 else f"{value:.2e}" for value in taken.values)
    lines = [
        f"{number:2} {taken.step.title:22} {equation(taken.step, walk.config)}",
        f"   [{taken.step.letters}] = [{shape}]   {values} …",
    ]
    if taken.step.stage.endswith("probs"):
        seen = ", ".join(f"{token} {share:.2f}" for token, share in walk.looks_at)
        lines.append(f"   the first head's {walk.tokens[0][0]} attends to {seen}")
    row = next((row for row in taken.rows if row.stage == _stage(taken.step, walk.layer)), None)
    if row is not None:
        verdict = "the same" if row.equal else "DIFFERS"
        lines.append(f"   PyTorch: {verdict}, at most {row.max_abs:.1e} apart")
    return lines


def _stage(step: Step, layer: int) -> str:
    return step.stage.replace("{i}", str(layer))


def table(walk: Walk) -> str:
    """One row a step, the worst of all layers, against PyTorch."""
    lines = [
        f"{walk.title} against Hugging Face's PyTorch model, the worst of all layers" if walk.compared else walk.title
    ]
    lines.append(f"   {'step':22} {'stage':33} {'shape':16} {'max abs':>8} {'max rel':>8}")
    for number, taken in enumerate(walk.taken, 1):
        worst = taken.worst
        numbers = (
            f"{worst.max_abs:8.1e} {worst.max_relative:8.1e}  {worst.equal and 'equal' or 'DIFFERS'}" if worst else ""
        )
        shape = "×".join(map(str, taken.shape))
        name = worst.stage if worst else _stage(taken.step, walk.layer)
        lines.append(f"{number:2} {taken.step.title:22} {name:33} {shape:16} {numbers}".rstrip())
    return "\n".join([*lines, _verdict(walk)])


def _verdict(walk: Walk) -> str:
    if not walk.compared:
        return NO_PYTORCH
    rows = [row for each in walk.taken for row in each.rows]
    if walk.departs:
        return f"{walk.departs} is the first of {len(rows)} stages to depart from PyTorch's."
    return f"All {len(rows)} stages are PyTorch's within {walk.tolerance:g} (relative where values are above 1)."


def as_json(walk: Walk) -> str:
    """All of it but the whole arrays."""
    steps = [
        {
            "title": taken.step.title,
            "equation": equation(taken.step, walk.config),
            "stage": _stage(taken.step, walk.layer),
            "letters": taken.step.letters,
            "shape": list(taken.shape),
            "values": list(taken.values),
            "pytorch": [{**row._asdict(), "shape": list(row.shape)} for row in taken.rows],
        }
        for taken in walk.taken
    ]
    return json.dumps({
        "title": walk.title,
        "config": walk.config.to_dict(),
        "texts": [post._asdict() for post in walk.posts],
        "tokens": walk.tokens,
        "steps": steps,
        "classifier_trained": walk.trained,
        "compared": walk.compared,
        "tolerance": walk.tolerance if walk.compared else None,
        "departs": walk.departs,
    }, indent=1, ensure_ascii=False)  # fmt: skip

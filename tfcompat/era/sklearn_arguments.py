"""Arguments of scikit-learn that have other names or values today, taken as they were as well."""

from __future__ import annotations

import functools
import importlib
import inspect
from typing import Any

_STEPS = {"n_iter": "max_iter"}
_SCORED: dict[str, str] = {}
# module -> estimator or function -> the old name of an argument -> today's
RENAMED: dict[str, dict[str, dict[str, str]]] = {
    "sklearn.linear_model": {"Perceptron": _STEPS, "SGDClassifier": _STEPS, "SGDRegressor": _STEPS},
    "sklearn.manifold": {"TSNE": _STEPS},
    "sklearn.model_selection": {"GridSearchCV": _SCORED, "RandomizedSearchCV": _SCORED, "cross_val_score": _SCORED},
    "sklearn.preprocessing": {"OneHotEncoder": {"sparse": "sparse_output"}},
}
# Scores had the loss' name until 0.18, though they were negative then as well.
SCORES = {
    name: f"neg_{name}" for name in ("log_loss", "mean_absolute_error", "mean_squared_error", "median_absolute_error")
}


def give(module: str, given: list[tuple[Any, str, Any]]) -> None:
    """Lets the module's estimators and functions take what they refuse, and notes each in `given`."""
    home = importlib.import_module(module)
    for name, renamed in RENAMED[module].items():
        found = getattr(home, name)
        holder, attribute = (found, "__init__") if isinstance(found, type) else (home, name)
        original = vars(holder)[attribute]
        known = inspect.signature(original).parameters
        renamed = {old: new for old, new in renamed.items() if old not in known and new in known}
        if renamed or "scoring" in known:
            given.append((holder, attribute, original))
            setattr(holder, attribute, _taking(original, renamed))


def _taking(original: Any, renamed: dict[str, str]) -> Any:
    @functools.wraps(original)
    def taking(*arguments: Any, **keywords: Any) -> Any:
        if keywords.get("tol") == float("-inf"):  # what is None today: train all epochs
            keywords["tol"] = None
        scoring = keywords.get("scoring")
        if isinstance(scoring, str):
            keywords["scoring"] = SCORES.get(scoring, scoring)
        return original(*arguments, **{renamed.get(name, name): value for name, value in keywords.items()})

    return taking

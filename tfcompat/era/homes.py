"""Modules that packages have dropped: where old code finds them now. A table, which imports nothing."""

from __future__ import annotations

# old module -> where its names are looked up, first to last; "=" gives a name that was called otherwise.
MODULES: dict[str, tuple[str, ...]] = {
    "exceptions": ("tfcompat.era.python2_exceptions",),
    "gym": ("tfcompat.era.gym_steps", "gymnasium"),
    "gym.envs": ("gymnasium.envs",),
    "gym.envs.registration": ("gymnasium.envs.registration",),
    "gym.spaces": ("gymnasium.spaces",),
    "gym.utils": ("gymnasium.utils",),
    "gym.wrappers": ("gymnasium.wrappers",),
    "imp": ("tfcompat.era.imp_module",),
    "nltk.align": ("nltk.translate",),
    "nltk.align.bleu_score": ("nltk.translate.bleu_score",),
    "pkg_resources": ("tfcompat.era.package_versions",),
    "scipy.misc": ("tfcompat.era.scipy_misc",),
    "scipy.misc.pilutil": ("tfcompat.era.scipy_misc",),
    "scipy.sparse.linalg.eigen.arpack": ("scipy.sparse.linalg",),
    "scipy.sparse.linalg.eigen.arpack.arpack": ("scipy.sparse.linalg",),
    "sets": ("tfcompat.era.python2_sets",),
    "sklearn.cross_validation": ("tfcompat.era.sklearn_cross_validation", "sklearn.model_selection"),
    "sklearn.externals": ("tfcompat.era.sklearn_externals",),
    "sklearn.externals.joblib": ("joblib",),
    "sklearn.externals.six": ("six",),
    "sklearn.grid_search": ("sklearn.model_selection",),
    "sklearn.learning_curve": ("sklearn.model_selection",),
    "sklearn.preprocessing.label": ("sklearn.preprocessing",),
}
# Modules of Python 2 alone, which a module of the user's may be called like: for the user's code, after its own.
PYTHON2 = frozenset({"exceptions", "sets"})
# Packages of another name that a module stands on: where they are absent, it is.
NEEDED = {"gym": "gymnasium"}
PACKAGES = frozenset({"gym", "gym.envs", "nltk.align", "sklearn.externals"})

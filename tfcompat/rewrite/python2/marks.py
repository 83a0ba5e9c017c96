"""How Python 2 source is known: it does not parse today, or it uses what Python 3 does not have."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable
from typing import Any

from tfcompat.rewrite.node_fields import children, nodes

NAMES = frozenset("basestring cmp execfile long raw_input reload unichr unicode xrange".split())
MODULES = frozenset(
    "BaseHTTPServer ConfigParser Cookie HTMLParser Queue SimpleHTTPServer SocketServer StringIO Tkinter __builtin__ "
    "cPickle cStringIO commands copy_reg cookielib httplib sets thread tkMessageBox urllib2 urlparse xmlrpclib".split()
)
METHODS = frozenset("has_key iteritems iterkeys itervalues viewitems viewkeys viewvalues".split())
URLLIB = frozenset(
    "pathname2url quote quote_plus unquote unquote_plus urlcleanup urlencode urlopen urlretrieve".split()
)
STRING = frozenset("atof atoi atol joinfields join letters lowercase maketrans replace split uppercase".split())
ITERTOOLS = frozenset("ifilter ifilterfalse imap izip izip_longest".split())
MODULE_NAMES = {"itertools": ITERTOOLS, "string": STRING, "sys": frozenset({"maxint"}), "urllib": URLLIB}
UNPARSED = (SyntaxError, ValueError, RecursionError, MemoryError)  # of the parser's stack, not of the machine
_FORK = re.compile(r"version_info|PY2|PY3|version")
_SAYS = ("id", "attr", "arg", "value")


def parsed(text: str) -> ast.Module:
    """The tree of Python 3 source.

    Raises:
      SyntaxError, ValueError: it is none.
      RecursionError, MemoryError: no parser has the depth for it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def parse(text: str) -> ast.Module | None:
    """The tree of Python 3 source, or None for what is none, or what no parser has the depth for."""
    try:
        return parsed(text)
    except UNPARSED:
        return None


def is_python2(text: str) -> bool:
    """Whether this text needs translation: Python 3 does not parse it, or cannot run it.

    Code that runs on both (in a `try`, or below a test of the version) counts for Python 3. Text that is neither
    Python 2 nor Python 3 gives True; translating it says so.
    """
    tree = parse(text)
    return tree is None or has_marks(tree)


def has_marks(tree: ast.Module) -> bool:
    """Whether names, modules or methods are used that only Python 2 has."""
    names, holders = set(), set()
    for node in _unguarded(tree):
        if type(node) is ast.Name:
            names.add(node.id)
        elif type(node) is ast.Attribute:
            if type(node.value) is ast.Name and node.attr in MODULE_NAMES.get(node.value.id, ()):
                holders.add(node.value.id)
        elif _marks(node):
            return True
    if holders and holders - (bound_names(tree) - _imported(tree)):
        return True
    names &= NAMES
    return bool(names) and not names <= bound_names(tree)


def bound_names(tree: ast.Module) -> set[str]:
    """Every name that is assigned, imported (`*` for a star import), defined or an argument somewhere in the module."""
    bound = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store):
                bound.add(node.id)
        elif isinstance(node, ast.alias):
            bound.add(node.asname or node.name)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
    return bound


def _imported(tree: ast.Module) -> set[str]:
    """The modules that the text imports by their own names: `string` may as well be a variable."""
    statements = (node for node in ast.walk(tree) if isinstance(node, ast.Import))
    return {alias.name for node in statements for alias in node.names if alias.asname is None}


def _unguarded(top: ast.AST) -> list[ast.AST]:
    """Every node that is not inside a `try` or below a test of the version."""
    found = [top]
    for node in found:  # it grows on the way
        kind = type(node)
        if kind is not ast.Try and not (kind is ast.If and _tests_version(node.test)):  # type: ignore[attr-defined]
            found += children(node)
    return found


def _tests_version(test: ast.expr) -> bool:
    """Whether a condition names the version, or says the word."""
    said = [getattr(node, name, "") for node in nodes(test) for name in _SAYS]
    return _FORK.search(" ".join(each for each in said if isinstance(each, str))) is not None


def _marks(node: ast.AST) -> bool:
    look = _LOOKS.get(type(node))
    return look is not None and look(node)


def _import(node: ast.Import) -> bool:
    return any(alias.name in MODULES for alias in node.names)


def _import_from(node: ast.ImportFrom) -> bool:
    names = MODULE_NAMES.get(node.module or "", frozenset())
    return not node.level and (node.module in MODULES or any(alias.name in names for alias in node.names))


def _call(node: ast.Call) -> bool:
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in METHODS:
        return False
    return len(node.args) == (1 if node.func.attr == "has_key" else 0)


_LOOKS: dict[type, Callable[[Any], bool]] = {
    ast.Call: _call,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
}

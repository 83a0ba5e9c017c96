"""How Python 2 source is known: it does not parse today, or it uses what Python 3 does not have."""

from __future__ import annotations

import ast
import re
import warnings

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
_FORK = re.compile(r"version_info|PY2|PY3|version")


def parse(text: str) -> ast.Module | None:
    """The tree of Python 3 source, or None for what is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError):
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
    names = set()
    for node in _unguarded(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif _marks(node):
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


def _unguarded(node: ast.AST) -> list[ast.AST]:
    """Every node that is not inside a `try` or below a test of the version."""
    found: list[ast.AST] = []
    pending = [node]
    while pending:
        each = pending.pop()
        if isinstance(each, ast.Try) or (isinstance(each, ast.If) and _FORK.search(ast.dump(each.test))):
            continue
        found.append(each)
        pending.extend(ast.iter_child_nodes(each))
    return found


def _marks(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name in MODULES for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        names = MODULE_NAMES.get(node.module or "", frozenset())
        return not node.level and (node.module in MODULES or any(alias.name in names for alias in node.names))
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr in MODULE_NAMES.get(node.value.id, ())
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
        return len(node.args) == (1 if node.func.attr == "has_key" else 0)
    return False

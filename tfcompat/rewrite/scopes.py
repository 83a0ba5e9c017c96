"""Which module, function or class outside the file a name of it stands for, by Python's scopes."""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable
from typing import Any, NamedTuple

from tfcompat.rewrite import guards
from tfcompat.rewrite.node_fields import NODE_FIELDS


class Chain(NamedTuple):
    """`tf.nn.relu` as written somewhere: its nodes from the name to the last attribute, and where it stands."""

    root: str
    attributes: tuple[str, ...]
    nodes: tuple[ast.expr, ...]
    scope: Scope
    guarded: bool  # in a `try` that allows for its absence, or below a test of the version
    parent: ast.AST | None


# A chain before it is known whether it is worth keeping: its root, its last node, and the rest.
_Found = tuple[str, ast.expr, "Scope", bool, "ast.AST | None"]


class Import(NamedTuple):
    """An import statement, the scope it binds in and the statements around it."""

    node: ast.Import | ast.ImportFrom
    scope: Scope
    guarded: bool


class Scope:
    """The names that a module, function or class binds: to a dotted path, to another chain, or to what is unknown."""

    def __init__(self, parent: Scope | None, node: ast.AST) -> None:
        self.parent = parent
        self.node = node
        self.names: dict[str, list[str | ast.expr | None]] = {}
        self.outer: set[str] = set()  # declared global or nonlocal
        self.stars: list[str] = []

    def bind(self, name: str, value: str | ast.expr | None) -> None:
        if name in self.outer:
            scope: Scope = self
            while scope.parent is not None:
                scope = scope.parent
            scope.names.setdefault(name, []).append(None)
        else:
            self.names.setdefault(name, []).append(value)

    def holder(self, name: str) -> Scope | None:
        """The scope whose binding a use of `name` here sees; a class's names are not seen by its functions."""
        scope: Scope | None = self
        own = True
        while scope is not None:
            if name in scope.names and (own or not isinstance(scope.node, ast.ClassDef)):
                return scope
            own = False
            scope = scope.parent
        return None


class Names:
    """All chains and imports of one module; `canonical` says what a chain stands for.

    `exported` answers what a dotted path into the project's own modules stands for, or None.
    """

    def __init__(self, tree: ast.Module, exported: Callable[[str], str | None] = lambda path: None) -> None:
        self.module = Scope(None, tree)
        self.scopes = [self.module]
        self.imports: list[Import] = []
        self.f_strings: list[ast.JoinedStr] = []
        self._exported = exported
        self._known: dict[tuple[int, str], str | None] = {}
        walk = _Walk(self)
        walk.body(tree.body, self.module, False)
        found = walk.found
        if not self.module.stars:  # only names that stand for something outside start a chain worth keeping
            known = {name for scope in self.scopes for name, values in scope.names.items() if any(values)}
            found = [each for each in found if each[0] in known]
        self.chains = [_chain(*each) for each in found]

    def canonical(self, chain: Chain) -> str | None:
        """The full dotted path that a chain spells, or None if it starts at a name of the file's own."""
        root = self.of_name(chain.root, chain.scope)
        return ".".join((root, *chain.attributes)) if root else None

    def of_name(self, name: str, scope: Scope) -> str | None:
        """The dotted path that a name stands for in a scope, or None."""
        holder = scope.holder(name)
        if holder is None:
            return self._of_star(name)
        key = id(holder), name
        if key not in self._known:
            self._known[key] = None  # while it is looked for: a name defined by itself is unknown
            self._known[key] = self._of_values(holder.names[name], holder)
        return self._known[key]

    def of_node(self, node: ast.expr, scope: Scope) -> str | None:
        """The dotted path that an expression spells, or None."""
        attributes = []
        while isinstance(node, ast.Attribute):
            attributes.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        root = self.of_name(node.id, scope)
        return ".".join((root, *reversed(attributes))) if root else None

    @functools.cached_property
    def bindings(self) -> tuple[tuple[str, str], ...]:
        """The module's names that stand for something outside."""
        known = (name for name, values in self.module.names.items() if any(values))
        paths = ((name, self.of_name(name, self.module)) for name in known)
        return tuple((name, path) for name, path in paths if path)

    def _of_values(self, values: list[str | ast.expr | None], scope: Scope) -> str | None:
        found = set()
        for value in values:
            if isinstance(value, ast.Constant) and value.value is None:
                continue  # `tf = None` where the import failed
            path = value if isinstance(value, str) else self.of_node(value, scope) if value is not None else None
            if path is None:
                return None
            found.add(self._followed(path))
        if len(found) == 1:
            return found.pop()
        # Several imports under one name: the file chooses by version; what is written for both is TensorFlow 2's too.
        return "tensorflow.compat.v1" if "tensorflow.compat.v1" in found else None

    def _followed(self, path: str) -> str:
        return self._exported(path) or path

    def _of_star(self, name: str) -> str | None:
        for module in reversed(self.module.stars):
            path = self._exported(f"{module}.{name}")
            if path:
                return path
        return next((f"{each}.{name}" for each in self.module.stars if f"{each}.".startswith("tensorflow.")), None)

    def is_starred(self, chain: Chain) -> bool:
        """Whether a chain starts at a name that only `from tensorflow import *` can have brought."""
        if "tensorflow" not in self.module.stars or chain.scope.holder(chain.root) is not None:
            return False
        return self._of_star(chain.root) == f"tensorflow.{chain.root}"


class _Walk:
    """One pass over a tree that fills a `Names`."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.found: list[_Found] = []

    def body(self, nodes: list[ast.stmt], scope: Scope, guarded: bool) -> None:
        for node in nodes:
            self.visit(node, scope, guarded, None)

    def visit(self, node: ast.AST, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        method = _METHODS[type(node)]
        if method is not None:
            method(self, node, scope, guarded, parent)

    def _inside(self, scope: Scope, node: ast.AST) -> Scope:
        inner = Scope(scope, node)
        self._names.scopes.append(inner)
        return inner

    def _children(self, node: ast.AST, scope: Scope, guarded: bool, parent: ast.AST | None = None) -> None:
        # Most of the time goes by here, so it looks into the node itself.
        inside = node.__dict__
        for name in NODE_FIELDS[type(node)]:
            value = inside.get(name)
            if type(value) is list:
                for each in value:
                    method = _METHODS[type(each)]
                    if method is not None:
                        method(self, each, scope, guarded, node)
            else:
                method = _METHODS[type(value)]
                if method is not None:
                    method(self, value, scope, guarded, node)

    def _Call(self, node: ast.Call, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        # Does what `_children` does, for the kind of node that there is most of.
        method = _METHODS[type(node.func)]
        if method is not None:
            method(self, node.func, scope, guarded, node)
        for each in node.args:
            method = _METHODS[type(each)]
            if method is not None:
                method(self, each, scope, guarded, node)
        for keyword in node.keywords:
            method = _METHODS[type(keyword.value)]
            if method is not None:
                method(self, keyword.value, scope, guarded, keyword)

    def _JoinedStr(self, node: ast.JoinedStr, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self._names.f_strings.append(node)
        self._children(node, scope, guarded)

    def _Name(self, node: ast.Name, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        if type(node.ctx) is ast.Load:
            self.found.append((node.id, node, scope, guarded, parent))
        else:
            scope.bind(node.id, None)

    def _Attribute(self, node: ast.Attribute, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        above, start = node, node.value
        while type(start) is ast.Attribute:
            above, start = start, start.value
        if type(start) is ast.Name:
            self.found.append((start.id, node, scope, guarded, parent))
        else:
            self.visit(start, scope, guarded, above)

    def _Import(self, node: ast.Import, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self._names.imports.append(Import(node, scope, guarded))
        for alias in node.names:
            scope.bind(alias.asname or alias.name.partition(".")[0], alias.name if alias.asname else _top(alias.name))

    def _ImportFrom(self, node: ast.ImportFrom, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self._names.imports.append(Import(node, scope, guarded))
        module = "." * node.level + (node.module or "")
        for alias in node.names:
            if alias.name == "*":
                scope.stars.append(module)
                if scope is not self._names.module:
                    self._names.module.stars.append(module)
            else:
                dot = "" if module.endswith(".") else "."
                scope.bind(alias.asname or alias.name, f"{module}{dot}{alias.name}")

    def _Assign(self, node: ast.Assign, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self.visit(node.value, scope, guarded, node)
        for target in node.targets:
            self._target(target, node.value, scope, guarded, node)

    def _target(self, target: ast.expr, value: ast.expr, scope: Scope, guarded: bool, node: ast.AST) -> None:
        if isinstance(target, ast.Name):
            scope.bind(target.id, value if _may_name(value) else None)
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            for each, part in zip(target.elts, value.elts, strict=True):
                self._target(each, part, scope, guarded, node)
        else:
            self.visit(target, scope, guarded, node)

    def _Global(self, node: ast.Global, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        scope.outer.update(node.names)

    _Nonlocal = _Global

    def _ExceptHandler(self, node: ast.ExceptHandler, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        if node.name:
            scope.bind(node.name, None)
        self._children(node, scope, guarded)

    def _Try(self, node: ast.Try, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        imports = all(isinstance(each, (ast.Import, ast.ImportFrom)) for each in node.body)
        allows = any(guards.allows_absence(each, imports) for each in node.handlers)
        self.body(node.body, scope, guarded or allows)
        for handler in node.handlers:
            self.visit(handler, scope, guarded or allows, node)
        self.body(node.orelse, scope, guarded)
        self.body(node.finalbody, scope, guarded)

    _TryStar = _Try

    def _If(self, node: ast.If, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self.visit(node.test, scope, guarded, node)
        forks = guarded or guards.tests_version(node.test)
        self.body(node.body, scope, forks)
        self.body(node.orelse, scope, forks)

    def _IfExp(self, node: ast.IfExp, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self._children(node, scope, guarded or guards.tests_version(node.test))

    def _FunctionDef(self, node: ast.FunctionDef, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        for each in node.decorator_list:
            self.visit(each, scope, guarded, node)
        scope.bind(node.name, None)
        self._function(node, scope, guarded)

    _AsyncFunctionDef = _FunctionDef

    def _Lambda(self, node: ast.Lambda, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self._function(node, scope, guarded)

    def _function(self, node: ast.FunctionDef | ast.Lambda, scope: Scope, guarded: bool) -> None:
        inner = self._inside(scope, node)
        arguments = node.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        for default in [*arguments.defaults, *arguments.kw_defaults]:
            if default is not None:
                self.visit(default, scope, guarded, arguments)
        for each in every:
            if each is not None:
                inner.bind(each.arg, None)
                if each.annotation is not None:
                    self.visit(each.annotation, scope, guarded, each)
        if isinstance(node, ast.Lambda):
            self.visit(node.body, inner, guarded, node)
        else:
            if node.returns is not None:
                self.visit(node.returns, scope, guarded, node)
            self.body(node.body, inner, guarded)

    def _ClassDef(self, node: ast.ClassDef, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        scope.bind(node.name, None)
        for each in [*node.decorator_list, *node.bases, *node.keywords]:
            self.visit(each, scope, guarded, node)
        self.body(node.body, self._inside(scope, node), guarded)

    def _comprehension(self, node: ast.expr, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        generators: list[ast.comprehension] = node.generators  # type: ignore[attr-defined]
        self.visit(generators[0].iter, scope, guarded, generators[0])
        inner = self._inside(scope, node)
        for number, each in enumerate(generators):
            self.visit(each.target, inner, guarded, each)
            if number:
                self.visit(each.iter, inner, guarded, each)
            for test in each.ifs:
                self.visit(test, inner, guarded, each)
        for name in ("key", "value", "elt"):
            if hasattr(node, name):
                self.visit(getattr(node, name), inner, guarded, node)

    _ListComp = _SetComp = _DictComp = _GeneratorExp = _comprehension


_Method = Callable[[_Walk, Any, Scope, bool, Any], None]


class _Methods(dict[type, "_Method | None"]):
    """The method of `_Walk` for each kind of node; None for what has nothing inside, and for what is no node."""

    def __missing__(self, kind: type) -> _Method | None:
        inside = issubclass(kind, ast.AST) and kind._fields and kind is not ast.Constant
        self[kind] = method = getattr(_Walk, f"_{kind.__name__}", _Walk._children) if inside else None
        return method


_METHODS = _Methods()


def _chain(root: str, node: Any, scope: Scope, guarded: bool, parent: ast.AST | None) -> Chain:
    nodes, attributes = [node], []
    while type(node) is ast.Attribute:
        attributes.append(node.attr)
        node = node.value
        nodes.append(node)
    found = root, (*attributes[::-1],), (*nodes[::-1],), scope, guarded, parent
    return tuple.__new__(Chain, found)  # calling it takes far longer


def _may_name(value: ast.expr) -> bool:
    """Whether a name that is bound to this can stand for something outside; None stands for an import that failed."""
    kind = type(value)
    return kind is ast.Attribute or kind is ast.Name or (kind is ast.Constant and value.value is None)  # type: ignore[attr-defined]


def _top(name: str) -> str:
    return name.partition(".")[0]

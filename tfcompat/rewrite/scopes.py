"""Which module, function or class outside the file a name of it stands for, by Python's scopes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

_GUARDS = frozenset({"AttributeError", "ImportError", "ModuleNotFoundError", "NameError"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_VERSION_WORDS = ("version", "hasattr", "TF1", "TF2", "tf1", "tf2", "_V1", "_V2", "PY2", "PY3", "TYPE_CHECKING")


class Chain(NamedTuple):
    """`tf.nn.relu` as written somewhere: its nodes from the name to the last attribute, and where it stands."""

    root: str
    attributes: tuple[str, ...]
    nodes: tuple[ast.expr, ...]
    scope: Scope
    guarded: bool  # in a `try` that allows for its absence, or below a test of the version
    parent: ast.AST | None


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
        self.chains: list[Chain] = []
        self.imports: list[Import] = []
        self._exported = exported
        self._known: dict[tuple[int, str], str | None] = {}
        _Walk(self).body(tree.body, self.module, False)
        if not self.module.stars:  # only names that stand for something outside start a chain worth keeping
            known = {name for scope in self.scopes for name, values in scope.names.items() if any(values)}
            self.chains = [chain for chain in self.chains if chain.root in known]

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

    def bindings(self) -> Iterator[tuple[str, str]]:
        """The module's names that stand for something outside."""
        for name in self.module.names:
            path = self.of_name(name, self.module)
            if path:
                yield name, path

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
        return next((f"{each}.{name}" for each in self.module.stars if each.startswith("tensorflow.")), None)


class _Walk:
    """One pass over a tree that fills a `Names`."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def body(self, nodes: list[ast.stmt], scope: Scope, guarded: bool) -> None:
        for node in nodes:
            self.visit(node, scope, guarded, None)

    def visit(self, node: ast.AST, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        kind = type(node)
        method = _METHODS.get(kind)
        if method is None:
            method = _METHODS[kind] = getattr(_Walk, f"_{kind.__name__}", _Walk._children)
        method(self, node, scope, guarded, parent)

    def _inside(self, scope: Scope, node: ast.AST) -> Scope:
        inner = Scope(scope, node)
        self._names.scopes.append(inner)
        return inner

    def _children(self, node: ast.AST, scope: Scope, guarded: bool, parent: ast.AST | None = None) -> None:
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, list):
                for each in value:
                    if isinstance(each, ast.AST):
                        self.visit(each, scope, guarded, node)
            elif isinstance(value, ast.AST):
                self.visit(value, scope, guarded, node)

    def _Constant(self, node: ast.Constant, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        """Has nothing inside."""

    def _Name(self, node: ast.Name, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        if isinstance(node.ctx, ast.Load):
            self._names.chains.append(Chain(node.id, (), (node,), scope, guarded, parent))
        else:
            scope.bind(node.id, None)

    def _Attribute(self, node: ast.Attribute, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        nodes: list[ast.expr] = []
        attributes = []
        start: ast.expr = node
        while isinstance(start, ast.Attribute):
            nodes.append(start)
            attributes.append(start.attr)
            start = start.value
        if isinstance(start, ast.Name):
            every = (start, *reversed(nodes))
            self._names.chains.append(Chain(start.id, (*reversed(attributes),), every, scope, guarded, parent))
        else:
            self.visit(start, scope, guarded, nodes[-1])

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
            scope.bind(target.id, value)
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
        allows = any(_allows_absence(each, imports) for each in node.handlers)
        self.body(node.body, scope, guarded or allows)
        for handler in node.handlers:
            self.visit(handler, scope, guarded or allows, node)
        self.body(node.orelse, scope, guarded)
        self.body(node.finalbody, scope, guarded)

    _TryStar = _Try

    def _If(self, node: ast.If, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self.visit(node.test, scope, guarded, node)
        forks = guarded or tests_version(node.test)
        self.body(node.body, scope, forks)
        self.body(node.orelse, scope, forks)

    def _IfExp(self, node: ast.IfExp, scope: Scope, guarded: bool, parent: ast.AST | None) -> None:
        self._children(node, scope, guarded or tests_version(node.test))

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


_METHODS: dict[type, Callable[[_Walk, Any, Scope, bool, ast.AST | None], None]] = {}  # of `_Walk`, by kind of node


def tests_version(test: ast.expr) -> bool:
    """Whether a condition chooses by what is installed."""
    words = {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
    words |= {node.attr for node in ast.walk(test) if isinstance(node, ast.Attribute)}
    return any(part in word for word in words for part in _VERSION_WORDS)


def _allows_absence(handler: ast.ExceptHandler, imports: bool) -> bool:
    """Whether what the `try` holds may be absent; one that catches everything says so only about imports."""
    if handler.type is None:
        return imports
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {each.id for each in kinds if isinstance(each, ast.Name)}
    return bool(names & _GUARDS) or (imports and "Exception" in names)


def _top(name: str) -> str:
    return name.partition(".")[0]

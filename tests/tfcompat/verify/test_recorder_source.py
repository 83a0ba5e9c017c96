"""The recorder is one file for every Python from 2.7: Python 2's grammar reads it, and it uses nothing newer."""

import ast
import sys
from pathlib import Path

from tfcompat.rewrite.python2 import engine
from tfcompat.verify import recorder

SOURCE = Path(recorder.__file__).read_text(encoding="utf-8")
NEWER = (
    ast.AnnAssign, ast.AsyncFor, ast.AsyncFunctionDef, ast.AsyncWith, ast.Await, ast.FormattedValue, ast.JoinedStr,
    ast.MatMult, ast.NamedExpr, ast.Nonlocal, ast.YieldFrom,
)  # fmt: skip
# Of the standard library, what 2.7 and 3.5 both have.
MODULES = frozenset(
    "argparse atexit base64 contextlib functools gzip hashlib inspect io json linecache os re runpy sys tempfile time "
    "traceback types warnings zlib".split()
)


def test_python_2_reads_it():
    driver, grammars = engine.part("pgen2.driver"), engine.part("pygram")
    grammar = grammars.python_grammar_no_print_statement  # the file asks for print_function where it prints
    assert driver.Driver(grammar, convert=engine.part("pytree").convert).parse_string(SOURCE)
    assert SOURCE.isascii()


def test_python_3_5_reads_it():
    assert ast.parse(SOURCE, feature_version=(3, 5))


def test_nothing_that_python_2_lacks():
    for node in ast.walk(ast.parse(SOURCE)):
        assert not isinstance(node, NEWER), ast.unparse(node)
        if isinstance(node, ast.FunctionDef):
            assert node.returns is None and not node.args.kwonlyargs and not node.args.posonlyargs, node.name
        if isinstance(node, ast.arg):
            assert node.annotation is None, node.arg
        if isinstance(node, ast.Raise):
            assert node.cause is None, node.lineno
        if isinstance(node, ast.ClassDef):
            assert not node.keywords, node.name
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "super" or node.args, node.lineno
            assert not any(isinstance(each, ast.Starred) for each in node.args[:-1]), node.lineno
            assert node.func.id != "print" or "print_function" in SOURCE, node.lineno
        if isinstance(node, ast.Dict):
            assert None not in node.keys, node.lineno


def test_it_imports_what_every_python_has():
    body = ast.parse(SOURCE).body
    names = {alias.name.partition(".")[0] for node in body if isinstance(node, ast.Import) for alias in node.names}
    names |= {(node.module or "").partition(".")[0] for node in body if isinstance(node, ast.ImportFrom)}
    assert names - {"__future__", "numpy"} <= MODULES & sys.stdlib_module_names

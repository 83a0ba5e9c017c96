"""Nothing that has something inside is passed over."""

import ast
from pathlib import Path

import pytest

from tfcompat.rewrite import node_fields, scopes

TEXTS = [
    Path(scopes.__file__).read_text(),
    Path(ast.__file__).read_text(),
    "f'{a.b!r:{c}}'\nx = {**d, 1: [*e]}\nlambda *, k=g: 0",
]


@pytest.mark.parametrize("text", TEXTS)
def test_nodes_are_those_of_ast_walk(text):
    tree = ast.parse(text)
    plain = (ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop)
    expected = [node for node in ast.walk(tree) if not isinstance(node, plain)]
    assert [node for node in node_fields.nodes(tree) if isinstance(node, ast.AST)] == expected

"""How names that NumPy has dropped are spelled today; `{np}` is what the module calls NumPy."""

# Names for Python's own types.
BUILTINS = {
    **{name: name for name in "bool complex float int object str".split()},
    "long": "int",
    "unicode": "str",
}
# Names that every NumPy since 1.20 has under another spelling.
NAMES = {
    "Inf": "{np}.inf",
    "Infinity": "{np}.inf",
    "NAN": "{np}.nan",
    "NINF": "(-{np}.inf)",
    "NZERO": "(-0.0)",
    "NaN": "{np}.nan",
    "PINF": "{np}.inf",
    "PZERO": "0.0",
    "alltrue": "{np}.all",
    "bool8": "{np}.bool_",
    "bytes0": "{np}.bytes_",
    "cfloat": "{np}.complex128",
    "clongfloat": "{np}.clongdouble",
    "complex_": "{np}.complex128",
    "cumproduct": "{np}.cumprod",
    "float_": "{np}.float64",
    "infty": "{np}.inf",
    "int0": "{np}.intp",
    "longcomplex": "{np}.clongdouble",
    "longfloat": "{np}.longdouble",
    "mat": "{np}.asmatrix",
    "object0": "{np}.object_",
    "product": "{np}.prod",
    "round_": "{np}.round",
    "row_stack": "{np}.vstack",
    "singlecomplex": "{np}.complex64",
    "sometrue": "{np}.any",
    "str0": "{np}.str_",
    "string_": "{np}.bytes_",
    "uint0": "{np}.uintp",
    "unicode_": "{np}.str_",
}
# Functions of one argument.
CALLS = {"asscalar": "{operand}.item()", "msort": "{np}.sort({a}, axis=0)"}

"""`tf.contrib.specs` of 1.15: networks as expressions, `net = (Cr(64, [3, 3]) | Mp([2, 2]))**3 | Flat | Fs(10)`."""

from tfcompat.tf1 import lazy

HOMES = {
    "__future__": "absolute_import division print_function",
    "math": (
        "acos acosh asin asinh atan atan2 atanh ceil copysign cos cosh degrees e erf erfc exp expm1 fabs factorial "
        "floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan ldexp lgamma log log10 log1p log2 modf "
        "nan pi pow radians remainder sin sinh sqrt tan tanh tau trunc"
    ),
    ".params_ops": "Lf Li Nt Uf Ui",
    ".reading": "LocalImport create_net create_net_fun eval_params eval_spec exec_",
    ".specs_lib": (
        "Callable Composable Composition External Function Import KEYWORDS Operator QUOTED check_keywords debug debug_ "
        "get_positional"
    ),
    ".specs_ops": (
        "Ap Bn Cl Cm Conc Cr Cs Ct Cx Do Dwm Dws Expand Fl Flat Fm Fr Fs Ft Fun Fx Id Idx Lrn Mp Print Relu Reshape "
        "Shared Sig Smax Squeeze Tanh Transpose Unit Var"
    ),
    ".summaries": (
        "SHORT_NAMES SHORT_NAMES_SRC tf_left_split tf_num_params tf_parameter_iter tf_parameter_summary tf_print "
        "tf_spec_print tf_spec_structure tf_spec_summary tf_structure"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)

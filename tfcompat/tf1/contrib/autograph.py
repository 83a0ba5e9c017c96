"""`tf.contrib.autograph` of 1.15: Python control flow as graphs, which went on as `tf.autograph`."""

from tfcompat.tf1 import lazy

HOMES = {
    "__future__": "absolute_import division print_function",
    "tensorflow.python.autograph.impl.api": (
        "AutoGraphError StackTraceMapper convert converted_call do_not_convert to_code to_graph"
    ),
    "tensorflow.python.autograph.core.converter": "ConversionOptions Feature",
    "tensorflow.python.autograph.lang.directives": "set_element_type set_loop_options",
    "tensorflow.python.autograph.lang.special_functions": "stack",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)

"""`tf.contrib.learn.utils` of 1.15: what models are served with."""

from tfcompat.tf1 import lazy

HOMES = {
    ".input_fn_utils": "InputFnOps build_default_serving_input_fn build_parsing_serving_input_fn",
    ".export_strategy": "ExportStrategy make_export_strategy",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)

"""Feature columns that pass text or images through a module."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.internals_hub import feature_column, feature_column_v2
from tfcompat.backend.v1api import v1
from tfcompat.hub.attachments import get_expected_image_size
from tfcompat.hub.module import Module, as_module_spec
from tfcompat.hub.spec import ModuleSpec

_RESOURCE = "module"
_COMBINERS = ("mean", "sqrtn", "sum")


class _Column(feature_column._DenseColumn, feature_column_v2.DenseColumn):
    """What the three have in common, in the form of both of TensorFlow's kinds of columns."""

    key: Any
    module_spec: ModuleSpec
    trainable: bool

    @property
    def dtype(self) -> Any:
        return v1.float32

    @property
    def _is_v2_column(self) -> bool:
        return True

    @property
    def parents(self) -> list[Any]:
        return [self.key]

    @property
    def name(self) -> str:
        return f"{self.key if isinstance(self.key, str) else self.key.name}_hub_module_embedding"

    @property
    def parse_example_spec(self) -> dict[Any, Any]:
        return {self.key: self._feature()}

    _parse_example_spec = parse_example_spec

    @property
    def variable_shape(self) -> Any:
        return self.module_spec.get_output_info_dict()["default"].get_shape()[1:]

    _variable_shape = variable_shape

    def create_state(self, state_manager: Any) -> None:
        module = Module(self.module_spec, trainable=self.trainable and state_manager._trainable)
        state_manager.add_resource(self, _RESOURCE, module)

    def transform_feature(self, transformation_cache: Any, state_manager: Any) -> Any:
        return transformation_cache.get(self.key, state_manager)

    def _transform_feature(self, inputs: Any) -> Any:
        return inputs.get(self.key)

    def get_dense_tensor(self, transformation_cache: Any, state_manager: Any) -> Any:
        return self._embedded(
            transformation_cache.get(self, state_manager), state_manager.get_resource(self, _RESOURCE)
        )

    def _get_dense_tensor(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        tensor = inputs.get(self)
        return self._embedded(tensor, Module(self.module_spec, trainable=bool(self.trainable and trainable)))

    def get_config(self) -> dict[str, Any]:
        path = getattr(self, "module_spec_path", self.module_spec)
        if not isinstance(path, str):
            raise NotImplementedError(f"A config needs a column whose `module_spec` is a path, got {type(path)}")
        return dict(zip(self._fields, self, strict=True))

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None, columns_by_name: Any = None) -> Any:
        return cls(**config)

    def _feature(self) -> Any:
        raise NotImplementedError

    def _embedded(self, tensor: Any, module: Module) -> Any:
        raise NotImplementedError


class _Text(_Column, collections.namedtuple("_Text", ("key", "module_spec_path", "trainable"))):
    def __init__(self, key: Any, module_spec_path: Any, trainable: bool) -> None:
        self.module_spec = as_module_spec(module_spec_path)
        _check_text(self.module_spec)

    def _feature(self) -> Any:
        return v1.FixedLenFeature([1], v1.string)

    def _embedded(self, tensor: Any, module: Module) -> Any:
        return module(v1.reshape(tensor, shape=[-1]))


class _Image(_Column, collections.namedtuple("_Image", ("key", "module_spec_path"))):
    trainable = False

    def __init__(self, key: Any, module_spec_path: Any) -> None:
        self.module_spec = as_module_spec(module_spec_path)
        _check_image(self.module_spec)

    def _feature(self) -> Any:
        return v1.FixedLenFeature([*get_expected_image_size(self.module_spec), 3], v1.float32)

    def _embedded(self, tensor: Any, module: Module) -> Any:
        return module({"images": tensor})


class _SparseText(
    _Column, collections.namedtuple("_SparseText", ("key", "combiner", "module_spec", "default_value", "trainable"))
):
    def _feature(self) -> Any:
        return v1.VarLenFeature(v1.string)

    def _embedded(self, tensor: Any, module: Module) -> Any:
        if self.default_value is not None:
            tensor = v1.sparse.fill_empty_rows(tensor, self.default_value)[0]
        tokens = module(tensor.values)
        rows = v1.range(v1.shape(tensor.indices)[0], dtype=v1.int32)
        ids = v1.SparseTensor(indices=tensor.indices, values=rows, dense_shape=tensor.dense_shape)
        return v1.nn.embedding_lookup_sparse(tokens, ids, None, combiner=self.combiner)


def text_embedding_column(key: Any, module_spec: ModuleSpec | str, trainable: bool = False) -> Any:
    """A dense column: strings [batch] through a module with outputs float32 [batch, K].

    Raises:
      ValueError: the module is no text embedding.
    """
    return _Text(key, module_spec, trainable)


def image_embedding_column(key: Any, module_spec: ModuleSpec | str) -> Any:
    """A dense column: images float32 [batch, height, width, 3] through a module with outputs float32 [batch, K].

    Raises:
      ValueError: the module takes no images.
    """
    return _Image(key, module_spec)


def sparse_text_embedding_column(
    key: Any, module_spec: ModuleSpec | str, combiner: str, default_value: str | None, trainable: bool = False
) -> Any:
    """A dense column: several strings per example, embedded one by one and combined by mean, sqrtn or sum.

    Raises:
      ValueError: the module is no text embedding, or an unknown combiner.
    """
    spec = as_module_spec(module_spec)
    _check_text(spec)
    if combiner not in _COMBINERS:
        raise ValueError(f"combiner must be 'mean', 'sqrtn' or 'sum': {combiner!r}")
    return _SparseText(key, combiner, spec, default_value, trainable)


def _check_text(spec: ModuleSpec) -> None:
    inputs = spec.get_input_info_dict()
    fits = len(inputs) == 1 and all(
        each.dtype == v1.string and each.get_shape().ndims == 1 and each.get_shape().as_list() == [None]
        for each in inputs.values()
    )
    problems = [] if fits else ["Module default signature must have only one input tf.Tensor(shape=(?,), dtype=string)"]
    problems += _output_problems(spec)
    if problems:
        raise ValueError(f"Module is not a text-embedding: {problems!r}")


def _check_image(spec: ModuleSpec) -> None:
    inputs = spec.get_input_info_dict()
    problems = []
    if list(inputs) != ["images"] or inputs["images"].dtype != v1.float32:
        problems.append("Module 'default' signature must require a single input of type float32 and name 'images'.")
    else:
        try:
            get_expected_image_size(spec)
        except ValueError as error:
            problems.append(f"Module does not support hub.get_expected_image_size(): {error}")
    problems += _output_problems(spec)
    if problems:
        raise ValueError(f"Module is not usable as image embedding: {problems!r}")


def _output_problems(spec: ModuleSpec) -> list[str]:
    output = spec.get_output_info_dict().get("default")
    if output is None:
        return ["Module default signature must have a 'default' output."]
    shape = output.get_shape()
    if output.dtype != v1.float32 or shape.ndims != 2 or not shape.as_list()[1]:
        return ["Module default signature must have a 'default' output of tf.Tensor(shape=(?,K), dtype=float32)."]
    return []

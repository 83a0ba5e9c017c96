"""A module's signatures: which tensors go in and come out, and what may be fed to them."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

# A tuple is a key that no exporter of collections sees.
_COLLECTION = ("__tfcompat_hub_signatures",)


def add_signature(name: str | None = None, inputs: Any = None, outputs: Any = None) -> None:
    """Declares a signature of the module that the calling `module_fn` builds; `default` without a name.

    inputs, outputs: a (sparse) tensor, which counts as the one named `default`, or a dictionary of them.

    Raises:
      TypeError: a value is no tensor.
      ValueError: an input is bound to another op by `tf.colocate_with`.
    """
    name = name or "default"
    maps = []
    for tensors in (inputs, outputs):
        named = {} if tensors is None else tensors if isinstance(tensors, dict) else {"default": tensors}
        for key, value in named.items():
            if not isinstance(value, (v1.Tensor, v1.SparseTensor)):
                raise TypeError(f"Value for key '{key}' should be a Tensor or SparseTensor, found {type(value)}.")
        maps.append(named)
    for key, tensor in maps[0].items():
        if tensor.op.colocation_groups() != [b"loc:@" + tensor.op.name.encode()]:
            raise ValueError(
                "A tensor x used as input in a signature must not be subject to a tf.colocate_with(y) constraint. "
                f"(The reverse would be allowed.)\nDetails: tensor '{tensor}' appears as input '{key}' of signature "
                f"'{name}' but has Tensor.op.colocation_groups() == {tensor.op.colocation_groups()}"
            )
    infos = ({key: v1.saved_model.utils.build_tensor_info(each) for key, each in named.items()} for named in maps)
    signature = v1.saved_model.signature_def_utils.build_signature_def(*infos)
    v1.add_to_collection(_COLLECTION, (name, signature))


def write(meta_graph: Any) -> None:
    """Puts the default graph's signatures into a MetaGraphDef."""
    found = v1.get_collection(_COLLECTION)
    if not found:
        raise ValueError("No signatures present. Please call hub.add_signature(...) at least once in the module_fn.")
    for name, signature in found:
        meta_graph.signature_def[name].CopyFrom(signature)


class ParsedTensorInfo:
    """`dtype`, `get_shape()` and `is_sparse` of an input or output."""

    def __init__(self, info: Any) -> None:
        encoding = info.WhichOneof("encoding")
        if encoding not in ("name", "coo_sparse"):
            raise ValueError(f"Unsupported TensorInfo encoding {encoding!r}")
        self.dtype = v1.as_dtype(info.dtype)
        self.is_sparse = encoding == "coo_sparse"
        self._shape = v1.TensorShape(info.tensor_shape)

    def get_shape(self) -> Any:
        """The dense shape."""
        return self._shape

    def __repr__(self) -> str:
        return f"<hub.ParsedTensorInfo shape={self._shape} dtype={self.dtype.name} is_sparse={self.is_sparse}>"


def described(infos: Any) -> dict[str, ParsedTensorInfo]:
    """A signature's inputs or outputs by name."""
    return {name: ParsedTensorInfo(info) for name, info in infos.items()}


def named(inputs: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    """What was passed as a dictionary with exactly the names wanted.

    Raises:
      TypeError: it cannot be.
    """
    if inputs is not None and not isinstance(inputs, dict):
        if not wanted:
            raise TypeError("Signature expects no inputs.")
        if len(wanted) > 1:
            raise TypeError(f"Signature expects multiple inputs. Use a dict with the keys {sorted(wanted)}.")
        inputs = {next(iter(wanted)): inputs}
    inputs = inputs or {}
    if set(inputs) != set(wanted):
        missing, extra = sorted(set(wanted) - set(inputs)), sorted(set(inputs) - set(wanted))
        raise TypeError(f"Cannot convert dict_inputs: missing {missing!r}, extra given {extra!r}")
    return inputs


def as_tensors(values: dict[str, Any], wanted: dict[str, ParsedTensorInfo]) -> dict[str, Any]:
    """The values as tensors of the dtypes, kinds and shapes wanted.

    Raises:
      TypeError: one does not fit.
    """
    tensors = {}
    for name, value in sorted(values.items()):
        target, prefix = wanted[name], f"Can't convert {name!r}"
        try:
            tensor = v1.convert_to_tensor_or_indexed_slices(value, target.dtype)
        except (TypeError, ValueError) as error:
            raise TypeError(f"{prefix}: {error}") from error
        if isinstance(tensor, v1.SparseTensor) != target.is_sparse:
            given, expected = ("dense", "sparse") if target.is_sparse else ("sparse", "dense")
            raise TypeError(f"{prefix}: Is {given}. Expected {expected}.")
        if not tensor.get_shape().is_compatible_with(target.get_shape()):
            raise TypeError(f"{prefix}: Shape {tensor.get_shape()!r} is incompatible with {target.get_shape()!r}")
        tensors[name] = tensor
    return tensors


def fed(infos: Any, tensors: dict[str, Any]) -> dict[str, Any]:
    """Name of a tensor in the module -> the tensor to put in its place."""
    table = {}
    for name, info in infos.items():
        tensor = tensors[name]
        if info.WhichOneof("encoding") == "name":
            table[info.name] = tensor
        else:
            table[info.coo_sparse.values_tensor_name] = tensor.values
            table[info.coo_sparse.indices_tensor_name] = tensor.indices
            table[info.coo_sparse.dense_shape_tensor_name] = tensor.dense_shape
    return table


def fetched(infos: Any, get: Any) -> dict[str, Any]:
    """The outputs by name; `get` finds a tensor of the module by its name there."""

    def output(info: Any) -> Any:
        if info.WhichOneof("encoding") == "name":
            return get(info.name)
        sparse = info.coo_sparse
        parts = (sparse.indices_tensor_name, sparse.values_tensor_name, sparse.dense_shape_tensor_name)
        return v1.SparseTensor(*map(get, parts))

    return {name: output(info) for name, info in infos.items()}


def chosen(outputs: dict[str, Any], as_dict: bool | None) -> Any:
    """All outputs, or the one named `default`.

    Raises:
      TypeError: there is none of that name.
    """
    if as_dict:
        return outputs
    if "default" not in outputs:
        raise TypeError(f"There is no output named 'default'. Use as_dict=True to get {sorted(outputs)}.")
    return outputs["default"]

"""Graph definitions that TensorFlow 1.15 can read: attributes that ops were given later are left out of them.

`graph.as_graph_def()` and all that is written with it (meta graphs, frozen graphs, SavedModels) then say what they
said in 1.15, unless such an attribute changes what the op does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tfcompat.backend.internals import op_def_registry
from tfcompat.backend.replace import replaces

# Attributes that 1.15 does not know, and the ops that have them since; of interest to tools only if _REMARKS.
_REMARKS = {"debug_name", "grad_a", "grad_b", "grad_x", "grad_y", "metadata"}
_NEW = {
    "Tcomplex": "IRFFT IRFFT2D IRFFT3D RFFT RFFT2D RFFT3D",
    "Tk": "TopKV2",
    "Treal": "IRFFT IRFFT2D IRFFT3D RFFT RFFT2D RFFT3D",
    "Tsegmentids": (
        "SparseSegmentMean SparseSegmentMeanGrad SparseSegmentMeanWithNumSegments SparseSegmentSqrtN "
        "SparseSegmentSqrtNGrad SparseSegmentSqrtNWithNumSegments SparseSegmentSum SparseSegmentSumWithNumSegments"
    ),
    "Tshape": "TensorListGetItem",
    "allowed_devices": "VarHandleOp",
    "axis": "Dequantize",
    "bad_indices_policy": (
        "GatherNd ResourceScatterNdAdd ResourceScatterNdSub ResourceScatterNdUpdate ScatterNd ScatterNdAdd "
        "ScatterNdNonAliasingAdd ScatterNdSub ScatterNdUpdate TensorScatterAdd TensorScatterSub TensorScatterUpdate"
    ),
    "blank_index": "CTCGreedyDecoder",
    "buffer_size_min": "PrefetchDataset",
    "cardinality_options": "DatasetCardinality",
    "debug_name": "VarHandleOp",
    "drop_remainder": "SlidingWindowDataset",
    "dtype": "Dequantize",
    "explicit_paddings": (
        "DepthwiseConv2dNative DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput MaxPool "
        "MaxPoolGrad"
    ),
    "exponential_avg_factor": "FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3",
    "force_synchronous": "MapDataset",
    "grad_a": "MatMul",
    "grad_b": "MatMul",
    "grad_x": "BatchMatMul BatchMatMulV2",
    "grad_y": "BatchMatMul BatchMatMulV2",
    "index_type": "TopKV2",
    "is_files": "TensorSliceDataset",
    "log_warning": "IgnoreErrorsDataset",
    "metadata": (
        "BatchDataset BatchDatasetV2 CacheDataset CacheDatasetV2 ConcatenateDataset DatasetToSingleElement "
        "FilterDataset FixedLengthRecordDataset FixedLengthRecordDatasetV2 FlatMapDataset GeneratorDataset "
        "GroupByWindowDataset InterleaveDataset MapAndBatchDataset MapDataset PaddedBatchDataset "
        "PaddedBatchDatasetV2 ParallelInterleaveDataset ParallelInterleaveDatasetV2 ParallelMapDataset "
        "PrefetchDataset RandomDataset RangeDataset ReduceDataset RepeatDataset ScanDataset ShardDataset "
        "ShuffleAndRepeatDataset ShuffleDataset ShuffleDatasetV2 SkipDataset TFRecordDataset TakeDataset "
        "TakeWhileDataset TensorDataset TensorSliceDataset TextLineDataset UnbatchDataset UniqueDataset "
        "WindowDataset ZipDataset"
    ),
    "multiply_linear_by_lr": (
        "ApplyFtrl ApplyFtrlV2 ResourceApplyFtrl ResourceApplyFtrlV2 ResourceSparseApplyFtrl "
        "ResourceSparseApplyFtrlV2 SparseApplyFtrl SparseApplyFtrlV2"
    ),
    "narrow_range": "Dequantize",
    "offset": "InitializeTableFromTextFile InitializeTableFromTextFileV2",
    "perturb_singular": "TridiagonalSolve",
    "ragged_keys": "ParseExampleDataset",
    "ragged_split_types": "ParseExampleDataset",
    "ragged_value_types": "ParseExampleDataset",
    "ram_budget": "ModelDataset",
    "replicate_on_split": "RangeDataset TensorSliceDataset",
    "reshuffle_each_iteration": "ShuffleAndRepeatDataset",
    "resize_if_index_out_of_bounds": "TensorListSetItem",
    "shape_type": "ConcatOffset",
    "sparse_gradient": (
        "SparseSegmentMean SparseSegmentMeanWithNumSegments SparseSegmentSqrtN SparseSegmentSqrtNWithNumSegments "
        "SparseSegmentSum SparseSegmentSumWithNumSegments"
    ),
    "stop_on_empty_dataset": "DirectedInterleaveDataset",
    "use_default_device": "ScanDataset",
    "validate_shape": "AssignVariableOp",
}  # fmt: skip
_BY_OP: dict[str, list[str]] = {}
for _attribute, _ops in _NEW.items():
    for _op in _ops.split():
        _BY_OP.setdefault(_op, []).append(_attribute)


@replaces("tensorflow.python.framework.ops.Graph.as_graph_def")
def as_graph_def(original: Callable[..., Any], graph: Any, *args: Any, **kwargs: Any) -> Any:
    definition = original(graph, *args, **kwargs)
    _strip(definition.node)
    for function in definition.library.function:
        _strip(function.node_def)
    return definition


def _strip(nodes: Iterable[Any]) -> None:
    for node in nodes:
        for name in _BY_OP.get(node.op, ()):
            if name in node.attr and (name in _REMARKS or node.attr[name] == _default(node.op, name)):
                del node.attr[name]


def _default(op: str, name: str) -> Any:
    return next(each.default_value for each in op_def_registry.get(op).attr if each.name == name)

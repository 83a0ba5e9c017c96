"""`apply_mask` for weights, and `Pruning`, which updates their masks."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import variables
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.model_pruning import masks, pruning_utils, settings
from tfcompat.tf1.contrib.model_pruning.settings import get_pruning_hparams as get_pruning_hparams


def apply_mask(x: Any, scope: Any = "") -> Any:
    """`x` times a new mask, which pruning then knows of; both are variables of the scope."""
    mask = pruning_utils.weight_mask_variable(x, scope)
    threshold = pruning_utils.weight_threshold_variable(x, scope)
    masked = v1.multiply(mask, x, masks.MASKED_WEIGHT_NAME)
    # With reuse, the mask is there already.
    if not masks.is_collected(mask):
        masks.collect(mask, threshold, masked, x)
    return masked


def get_masked_weights() -> list[Any]:
    """The masked weights of the default graph."""
    return list(v1.get_collection(masks.MASKED_WEIGHT_COLLECTION))


def get_masks() -> list[Any]:
    """Their masks."""
    return list(v1.get_collection(masks.MASK_COLLECTION))


def get_thresholds() -> list[Any]:
    """Their thresholds."""
    return list(v1.get_collection(masks.THRESHOLD_COLLECTION))


def get_weights() -> list[Any]:
    """The weights themselves."""
    return list(v1.get_collection(masks.WEIGHT_COLLECTION))


def get_weight_sparsity() -> list[Any]:
    """The fraction of zeros in each mask."""
    return [v1.nn.zero_fraction(mask) for mask in get_masks()]


class Pruning:
    """Lets masks grow sparse along a polynomial in the global step; `spec` is as `get_pruning_hparams` gives it."""

    def __init__(self, spec: Any = None, global_step: Any = None, sparsity: Any = None) -> None:
        self._spec = spec or get_pruning_hparams()
        settings.check(self._spec)
        global_step = v1.train.get_global_step() if global_step is None else global_step
        self._global_step = v1.cast(global_step, v1.int32)
        self._sparsity = self._setup_sparsity() if sparsity is None else sparsity
        self._assign_ops: list[Any] = []
        self._last_update_step = self._setup_last_update_step()
        self._block_dims_map = settings.block_dims_by_name(self._spec)
        self._weight_sparsity_map = settings.sparsity_by_name(self._spec)

    def mask_update_op(self) -> Any:
        """The operation that updates all masks now."""
        with v1.name_scope(self._spec.name):
            if not self._assign_ops:
                self._get_mask_assign_ops()
            noted = v1.assign(self._last_update_step, self._global_step, name="last_mask_update_step_assign")
            with v1.control_dependencies([noted]), v1.control_dependencies(self._assign_ops):
                return v1.no_op("mask_update")

    def conditional_mask_update_op(self) -> Any:
        """The operation that updates all masks if this step is one of those for it."""

        def is_due() -> Any:
            with v1.name_scope(self._spec.name):
                begun = v1.greater_equal(self._global_step, self._spec.begin_pruning_step)
                not_ended = v1.less_equal(self._global_step, self._spec.end_pruning_step)
                endless = v1.less(self._spec.end_pruning_step, 0)
                within = v1.logical_and(begun, v1.logical_or(not_ended, endless))
                next_step = v1.add(self._last_update_step, self._spec.pruning_frequency)
                return v1.logical_and(within, v1.less_equal(next_step, self._global_step))

        return v1.cond(is_due(), self.mask_update_op, v1.no_op)

    def add_pruning_summaries(self) -> None:
        """Adds scalar summaries of sparsities and thresholds."""
        scalar = v1.summary.scalar
        with v1.name_scope(f"{self._spec.name}_summaries"):
            scalar("sparsity", self._sparsity)
            scalar("last_mask_update_step", self._last_update_step)
            for mask, threshold in zip(get_masks(), get_thresholds(), strict=True):
                scalar(f"{mask.op.name}/sparsity", v1.nn.zero_fraction(mask))
                scalar(f"{threshold.op.name}/threshold", threshold)

    def print_hparams(self) -> None:
        """Logs the settings."""
        v1.logging.info(self._spec.to_json())

    def _setup_sparsity(self) -> Any:
        """The fraction of zeros that the masks should have at this step."""
        spec = self._spec
        begin, end = spec.sparsity_function_begin_step, spec.sparsity_function_end_step
        with v1.name_scope(spec.name):
            done = v1.div(v1.cast(self._global_step - begin, v1.float32), end - begin)
            done = v1.minimum(1.0, v1.maximum(0.0, done))
            left = v1.pow(1 - done, spec.sparsity_function_exponent)
            missing = v1.multiply(spec.initial_sparsity - spec.target_sparsity, left)
            return v1.add(missing, spec.target_sparsity, name="sparsity")

    def _setup_last_update_step(self) -> Any:
        name = "last_mask_update_step"
        with v1.variable_scope(self._spec.name, use_resource=self._spec.use_tpu) as scope:
            try:
                return v1.get_variable(name, [], initializer=v1.zeros_initializer(), trainable=False, dtype=v1.int32)
            except ValueError:
                scope.reuse_variables()
                return v1.get_variable(name, dtype=v1.int32)

    def _get_mask_assign_ops(self) -> None:
        if self._assign_ops:
            raise ValueError("Assign op list not empty. _get_mask_assign_ops() called twice?")
        found = get_masks(), get_thresholds()
        if len(found[0]) != len(found[1]):
            raise ValueError(f"Number of masks {len(found[0])} and number of thresholds {len(found[1])} mismatch")
        for mask, threshold, weight in zip(*found, get_weights(), strict=False):
            assign = pruning_utils.variable_assign
            if isinstance(weight, variables.PartitionedVariable):
                weight, assign = weight.as_tensor(), pruning_utils.partitioned_variable_assign  # type: ignore[assignment]
            new_threshold, new_mask = self._maybe_update_block_mask(weight, threshold)
            self._assign_ops.append(pruning_utils.variable_assign(threshold, new_threshold))
            self._assign_ops.append(assign(mask, new_mask))

    def _get_block_dims(self, weight_name: str) -> list[int]:
        found = settings.of_name(self._block_dims_map, weight_name, "block_dims_map")
        return [self._spec.block_height, self._spec.block_width] if found is None else found

    def _get_sparsity(self, weight_name: str) -> Any:
        found = settings.of_name(self._weight_sparsity_map, weight_name, "weight_sparsity_map")
        if found is None:
            return self._sparsity
        return v1.multiply(self._sparsity, v1.div(found, self._spec.target_sparsity))

    def _update_mask(self, weights: Any, threshold: Any) -> tuple[Any, Any]:
        """The new threshold, and the mask of the weights whose size reaches it."""
        if self._sparsity is None:
            raise ValueError("Sparsity variable undefined")
        sparsity = self._get_sparsity(weights.op.name)
        with v1.name_scope(f"{weights.op.name}_pruning_ops"):
            sizes = v1.abs(weights)
            kept = v1.cast(v1.round(v1.cast(v1.size(sizes), v1.float32) * (1 - sparsity)), v1.int32)
            ordered, _ = v1.nn.top_k(v1.reshape(sizes, [-1]), k=v1.size(sizes))
            decay = self._spec.threshold_decay
            current = v1.multiply(v1.gather(ordered, kept - 1), 1 - decay)
            smooth = v1.add_n([current, v1.multiply(threshold, decay)])
            return smooth, v1.cast(v1.greater_equal(sizes, smooth), v1.float32)

    def _maybe_update_block_mask(self, weights: Any, threshold: Any) -> tuple[Any, Any]:
        """As `_update_mask`, whole blocks at once if the weight is a matrix and blocks are larger than 1."""
        block = list(self._get_block_dims(weights.op.name))
        matrix = v1.squeeze(weights)
        if matrix.get_shape().ndims != 2 or block == [1, 1]:
            return self._update_mask(weights, threshold)
        rows, columns = matrix.get_shape().as_list()
        block = [whole if size == -1 else size for size, whole in zip(block, (rows, columns), strict=True)]
        kind = self._spec.block_pooling_function
        if kind not in ("AVG", "MAX"):
            raise ValueError(f"Unknown pooling function for block sparsity: {kind}")
        with v1.name_scope(f"{weights.op.name}_pruning_ops"):
            sizes, axes, pool = v1.abs(matrix), None, pruning_utils.factorized_pool
            if not self._spec.use_tpu:
                sizes, axes, pool = v1.reshape(sizes, [1, rows, columns, 1]), [0, 3], v1.nn.pool
            pooled = pool(
                sizes,
                window_shape=block,
                pooling_type=kind,
                strides=block,
                padding="SAME",
                name=f"{weights.op.name}_pooled",
            )
            if pooled.get_shape().ndims != 2:
                pooled = v1.squeeze(pooled, axis=axes)
            smooth, mask = self._update_mask(pooled, threshold)
            mask = v1.slice(pruning_utils.expand_tensor(mask, block), [0, 0], [rows, columns])
            return smooth, v1.reshape(mask, v1.shape(weights))

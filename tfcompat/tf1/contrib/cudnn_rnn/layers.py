"""`CudnnLSTM`, `CudnnGRU`, `CudnnRNNTanh` and `CudnnRNNRelu` as layers."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import layers, v1
from tfcompat.tf1.cells.base import InputSpec
from tfcompat.tf1.contrib.cudnn_rnn import modes, params, saveables
from tfcompat.tf1.contrib.cudnn_rnn.run import run

_Layer: Any = layers().Layer


class _CudnnRNN(_Layer):
    """One variable `opaque_kernel`, made when the layer first sees its input, and what saves it.

    Raises:
      ValueError: a word that cuDNN does not have, or a type that is no float.
    """

    _rnn_mode: str
    _saveable_cls: Any
    built: bool

    def __init__(
        self,
        num_layers: int,
        num_units: int,
        input_mode: str = modes.CUDNN_INPUT_LINEAR_MODE,
        direction: str = modes.CUDNN_RNN_UNIDIRECTION,
        dropout: float = 0.0,
        seed: int | None = None,
        dtype: Any = v1.float32,
        kernel_initializer: Any = None,
        bias_initializer: Any = None,
        name: str | None = None,
    ) -> None:
        super().__init__(dtype=dtype, name=name)
        modes.check_direction(direction)
        modes.check_input_mode(input_mode)
        if dtype not in [v1.float16, v1.float32, v1.float64]:
            raise ValueError(f"Only support float16, float32, float64, provided {dtype}")
        self._plain_dtype = dtype
        self._num_layers, self._num_units = num_layers, num_units
        self._input_mode, self._direction = input_mode, direction
        self._dropout, self._seed = dropout, seed
        self._kernel_initializer, self._bias_initializer = kernel_initializer, bias_initializer
        self._input_size: int | None = None
        self._saveable: Any = None

    num_layers = property(lambda self: self._num_layers, doc="How many layers.")
    num_units = property(lambda self: self._num_units, doc="The size of a state.")
    input_mode = property(lambda self: self._input_mode, doc="cuDNN's word for it.")
    rnn_mode = property(lambda self: self._rnn_mode, doc="cuDNN's word for it.")
    direction = property(lambda self: self._direction, doc="cuDNN's word for it.")
    saveable = property(lambda self: self._saveable, doc="What saves the parameters, once there are any.")

    @property
    def num_dirs(self) -> int:
        """1 or 2."""
        return 1 if self._direction == modes.CUDNN_RNN_UNIDIRECTION else 2

    @property
    def input_size(self) -> int:
        """The depth of the input; ValueError before it was seen."""
        if not self._input_size:
            raise ValueError("'input_size' is unknown since layer has not been built.")
        return self._input_size

    @property
    def canonical_weight_shapes(self) -> list[tuple[int, int]]:
        """The shapes of cuDNN's matrices; RuntimeError before the input was seen."""
        if not self._input_size:
            raise RuntimeError(f"{type(self).__name__}.canonical_weight_shapes invoked before input shape is known")
        return self._network().all_weight_shapes()

    @property
    def canonical_bias_shapes(self) -> list[list[int]]:
        """The shapes of cuDNN's biases."""
        count = modes.PARAMS_PER_LAYER[self._rnn_mode] * self.num_dirs * self._num_layers
        return [[self._num_units]] * count

    def _network(self) -> modes.Network:
        return modes.network(
            self._rnn_mode, self._num_layers, self._num_units, self.input_size, self._input_mode, self._direction
        )

    def build(self, input_shape: Any) -> None:
        if self.built:
            return
        shape = v1.TensorShape(input_shape)
        if shape.ndims != 3:
            raise ValueError(f"Expecting input_shape with 3 dims, got {shape.ndims}")
        self._input_size = v1.dimension_value(shape[-1])
        if self._input_size is None:
            raise ValueError("The last dimension of the inputs to `CudnnRNN` should be defined. Found `None`.")
        self.input_spec = InputSpec(ndim=3, axes={-1: self._input_size})
        self._set_scope(None)
        with v1.variable_scope(self._scope, reuse=self.built):
            if self._kernel_initializer is None:
                self._kernel_initializer = v1.glorot_uniform_initializer(seed=self._seed, dtype=self._plain_dtype)
            if self._bias_initializer is None:
                self._bias_initializer = v1.constant_initializer(0.0, dtype=self._plain_dtype)
            weights = [self._kernel_initializer(each, dtype=self._plain_dtype) for each in self.canonical_weight_shapes]
            biases = [self._bias_initializer(each, dtype=self._plain_dtype) for each in self.canonical_bias_shapes]
            start = params.joined(weights, biases)
            self.kernel = v1.get_variable("opaque_kernel", dtype=self._plain_dtype, initializer=start)
            if self.kernel not in self._trainable_weights:
                self._trainable_weights.append(self.kernel)
        if v1.get_variable_scope().reuse is not True:
            self._create_saveable()
        self.built = True

    def _create_saveable(self) -> None:
        if self._saveable is not None:
            raise RuntimeError("Cudnn saveable already created.")
        self._saveable = self._saveable_cls(
            opaque_params=self.kernel,
            num_layers=self.num_layers,
            num_units=self.num_units,
            input_size=self.input_size,
            input_mode=self.input_mode,
            direction=self.direction,
            scope=v1.get_variable_scope(),
            name=f"{self.kernel.name.split(':')[0]}_saveable",
        )
        v1.add_to_collection(v1.GraphKeys.SAVEABLE_OBJECTS, self._saveable)

    def call(
        self,
        inputs: Any,
        initial_state: Any = None,
        sequence_lengths: Any = None,
        time_major: bool = True,
        training: bool = True,
    ) -> Any:
        """Outputs, `[time, batch, directions * units]` (or batch first), and a tuple of last states."""
        if initial_state is not None and not isinstance(initial_state, tuple):
            raise TypeError(f"Invalid initial_state type: {initial_state}, expecting tuple.")
        inputs = v1.convert_to_tensor(inputs, dtype=self.dtype)
        if initial_state is None:
            initial_state = self._zero_state(v1.shape(inputs)[1 if time_major else 0])
        states = [v1.convert_to_tensor(each, dtype=self.dtype) for each in initial_state]
        outputs, *last = run(
            self._network(),
            inputs,
            states[0],
            states[-1],
            self.kernel,
            training,
            sequence_lengths,
            time_major,
            self._dropout,
            self._seed,
        )
        return outputs, tuple(last[: len(states)])

    def state_shape(self, batch_size: Any) -> tuple[list[Any], ...]:
        """The shapes of the states."""
        return ([self.num_layers * self.num_dirs, batch_size, self.num_units],)

    def _zero_state(self, batch_size: Any) -> tuple[Any, ...]:
        return tuple(v1.zeros(shape, dtype=self.dtype) for shape in self.state_shape(batch_size))


class CudnnLSTM(_CudnnRNN):
    """Layers of LSTMs; the state is `(h, c)`."""

    _rnn_mode = modes.CUDNN_LSTM
    _saveable_cls = saveables.CudnnLSTMSaveable

    def state_shape(self, batch_size: Any) -> tuple[list[Any], ...]:
        return super().state_shape(batch_size) * 2


class CudnnGRU(_CudnnRNN):
    """Layers of GRUs; the state is `(h,)`."""

    _rnn_mode = modes.CUDNN_GRU
    _saveable_cls = saveables.CudnnGRUSaveable


class CudnnRNNTanh(_CudnnRNN):
    """Layers of plain recurrent cells with `tanh`; the state is `(h,)`."""

    _rnn_mode = modes.CUDNN_RNN_TANH
    _saveable_cls = saveables.CudnnRNNTanhSaveable


class CudnnRNNRelu(_CudnnRNN):
    """Layers of plain recurrent cells with `relu`; the state is `(h,)`."""

    _rnn_mode = modes.CUDNN_RNN_RELU
    _saveable_cls = saveables.CudnnRNNReluSaveable

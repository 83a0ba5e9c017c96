"""`BasicDecoder`: a cell whose inputs a helper chooses."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import assert_like_rnncell
from tfcompat.tf1.contrib.seq2seq import output_layer as output_layers
from tfcompat.tf1.contrib.seq2seq.decoder import BaseDecoder, Decoder
from tfcompat.tf1.contrib.seq2seq.helpers import Helper
from tfcompat.tf1.contrib.seq2seq.samplers import Sampler


class BasicDecoderOutput(NamedTuple):
    """What a step of `BasicDecoder` gives."""

    rnn_output: Any
    sample_id: Any


class BasicDecoder(Decoder):
    """Steps `cell`, maps its output by `output_layer`, and asks `helper` for samples and the next inputs.

    Raises:
      TypeError: one of them is something else.
    """

    def __init__(self, cell: Any, helper: Any, initial_state: Any, output_layer: Any = None) -> None:
        assert_like_rnncell("cell", cell)
        if not isinstance(helper, Helper):
            raise TypeError(f"helper must be a Helper, received: {type(helper)}")
        self._cell = cell
        self._helper = helper
        self._initial_state = initial_state
        self._output_layer = output_layers.checked(output_layer)

    @property
    def batch_size(self) -> Any:
        return self._helper.batch_size

    def _rnn_output_size(self) -> Any:
        return output_layers.output_size(self._cell.output_size, self._output_layer)

    @property
    def output_size(self) -> BasicDecoderOutput:
        return BasicDecoderOutput(self._rnn_output_size(), self._helper.sample_ids_shape)

    @property
    def output_dtype(self) -> BasicDecoderOutput:
        dtype = v1.nest.flatten(self._initial_state)[0].dtype
        types = v1.nest.map_structure(lambda _: dtype, self._rnn_output_size())
        return BasicDecoderOutput(types, self._helper.sample_ids_dtype)

    def initialize(self, name: str | None = None) -> Any:
        return (*self._helper.initialize(), self._initial_state)

    def step(self, time: Any, inputs: Any, state: Any, name: str | None = None) -> Any:
        with v1.name_scope(name, "BasicDecoderStep", (time, inputs, state)):
            outputs, state = self._cell(inputs, state)
            if self._output_layer is not None:
                outputs = self._output_layer(outputs)
            samples = self._helper.sample(time=time, outputs=outputs, state=state)
            finished, inputs, state = self._helper.next_inputs(
                time=time, outputs=outputs, state=state, sample_ids=samples
            )
        return BasicDecoderOutput(outputs, samples), state, inputs, finished


class BasicDecoderV2(BaseDecoder):
    """The same as a Keras layer with a sampler; of `tensorflow.contrib.seq2seq.python.ops.basic_decoder`."""

    def __init__(self, cell: Any, sampler: Any, output_layer: Any = None, **kwargs: Any) -> None:
        assert_like_rnncell("cell", cell)
        if not isinstance(sampler, Sampler):
            raise TypeError(f"sampler must be a Sampler, received: {sampler}")
        self.cell = cell
        self.sampler = sampler
        self.output_layer = output_layers.checked(output_layer)
        super().__init__(**kwargs)

    def initialize(self, inputs: Any, initial_state: Any = None, **kwargs: Any) -> Any:
        self._cell_dtype = v1.nest.flatten(initial_state)[0].dtype
        return (*self.sampler.initialize(inputs, **kwargs), initial_state)

    @property
    def batch_size(self) -> Any:
        return self.sampler.batch_size

    def _rnn_output_size(self) -> Any:
        return output_layers.output_size(v1.TensorShape(self.cell.output_size), self.output_layer)

    @property
    def output_size(self) -> BasicDecoderOutput:
        return BasicDecoderOutput(self._rnn_output_size(), self.sampler.sample_ids_shape)

    @property
    def output_dtype(self) -> BasicDecoderOutput:
        types = v1.nest.map_structure(lambda _: self._cell_dtype, self._rnn_output_size())
        return BasicDecoderOutput(types, self.sampler.sample_ids_dtype)

    def step(self, time: Any, inputs: Any, state: Any) -> Any:
        outputs, state = self.cell(inputs, state)
        if self.output_layer is not None:
            outputs = self.output_layer(outputs)
        samples = self.sampler.sample(time=time, outputs=outputs, state=state)
        finished, inputs, state = self.sampler.next_inputs(time=time, outputs=outputs, state=state, sample_ids=samples)
        return BasicDecoderOutput(outputs, samples), state, inputs, finished

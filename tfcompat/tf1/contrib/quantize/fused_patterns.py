"""Layers followed by a fused batch normalization, and the moving averages of its moments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tfcompat.tf1.contrib.quantize.graph_matcher import GraphMatcher, MatchResult, OneofPattern, OpTypePattern

_BATCH_NORM = "FusedBatchNorm|FusedBatchNormV3"


class FusedPatterns:
    """The patterns; parts are asked for by the attributes."""

    def __init__(self) -> None:
        self.input, self.weight, self.gamma, self.beta, self.mean, self.variance = (
            OpTypePattern("*") for _ in range(6)
        )
        self.layer = OpTypePattern("Conv2D|DepthwiseConv2dNative|MatMul", inputs=[self.input, self.weight])
        self.batch_to_space = OpTypePattern("BatchToSpaceND", inputs=[self.layer, "*", "*"])
        identity = OpTypePattern("Identity", inputs=[OneofPattern([self.batch_to_space, self.layer])])
        output = OneofPattern([identity, self.layer, self.batch_to_space])
        # A matrix product is given two more axes, as batch normalization wants four, and loses them afterwards.
        widened = OpTypePattern("Reshape", inputs=[output, "*"])
        parameters = [self.gamma, self.beta, self.mean, self.variance]
        self.batch_norm = OpTypePattern(_BATCH_NORM, inputs=[OneofPattern([widened, output]), *parameters])
        self.reshaped = OpTypePattern("Reshape", inputs=[self.batch_norm, "*"])
        self._identity = OpTypePattern("Identity", inputs=[self.batch_norm, self.reshaped])
        self._average, self._decay = OpTypePattern("*"), OpTypePattern("*")
        self._difference = OpTypePattern("Sub", inputs=[self._average, self.batch_norm])
        self._step = OpTypePattern("Mul", inputs=[self._difference, self._decay])

    def matches(self, graph: Any) -> Iterator[MatchResult]:
        """Batch normalizations with their layers."""
        yield from GraphMatcher(self._identity).match_graph(graph)
        yield from GraphMatcher(OneofPattern([self.reshaped, self.batch_norm])).match_graph(graph)

    def moving_averages(self, graph: Any) -> Iterator[tuple[Any, Any, Any]]:
        """Moving average, its decay, and the moment that it averages, as tensors."""
        for match in GraphMatcher(self._step).match_graph(graph):
            average, moment = match.get_op(self._difference).inputs
            yield average, match.get_tensor(self._decay), moment

"""`Predictor`: a session, the tensors that it is fed with and those that it answers."""

from __future__ import annotations

from typing import Any


class Predictor:
    """Called with a dict of arrays by input name, answers a dict of arrays by output name.

    Raises:
      ValueError: an input has an unknown name.
    """

    def __init__(self, graph: Any, session: Any, feed_tensors: dict[str, Any], fetch_tensors: dict[str, Any]) -> None:
        self._graph = graph
        self._session = session
        self._feed_tensors = feed_tensors
        self._fetch_tensors = fetch_tensors

    @property
    def graph(self) -> Any:
        return self._graph

    @property
    def session(self) -> Any:
        return self._session

    @property
    def feed_tensors(self) -> dict[str, Any]:
        return self._feed_tensors

    @property
    def fetch_tensors(self) -> dict[str, Any]:
        return self._fetch_tensors

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"{name} with feed tensors {self._feed_tensors} and fetch_tensors {self._fetch_tensors}"

    def __call__(self, input_dict: dict[str, Any]) -> dict[str, Any]:
        unexpected = set(input_dict) - set(self._feed_tensors)
        if unexpected:
            raise ValueError(f"Got unexpected keys in input_dict: {unexpected}\nexpected: {set(self._feed_tensors)}")
        feeds = {self._feed_tensors[key]: value for key, value in input_dict.items() if value is not None}
        answered: dict[str, Any] = self._session.run(fetches=self._fetch_tensors, feed_dict=feeds)
        return answered


def by_name(graph: Any, signature: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The tensors of a signature: inputs, outputs."""
    inputs = {key: graph.get_tensor_by_name(info.name) for key, info in signature.inputs.items()}
    outputs = {key: graph.get_tensor_by_name(info.name) for key, info in signature.outputs.items()}
    return inputs, outputs

"""`tf.contrib.cluster_resolver.TPUClusterResolver`: says at once when there is no TPU where it is told to look."""

from __future__ import annotations

import socket
from typing import Any

from tfcompat.backend.v1api import v1

_SECONDS = 5.0


class TPUClusterResolver(v1.distribute.cluster_resolver.TPUClusterResolver):
    """TensorFlow's own, by a TPU's address (`grpc://10.1.2.3:8470`) or its name in Google's cloud.

    Raises:
      ValueError: nothing answers at the address, or no TPU has the name.
    """

    def __init__(self, tpu: Any = None, *args: Any, **kwargs: Any) -> None:
        given = tpu[0] if isinstance(tpu, (list, tuple)) and tpu else tpu
        if isinstance(given, bytes):
            given = given.decode()
        if isinstance(given, str) and "://" in given:
            _connect(given)
        try:
            super().__init__(given, *args, **kwargs)
        except Exception as error:
            raise ValueError(_none(repr(given), str(error))) from error


def _connect(address: str) -> None:
    host, _, port = address.partition("://")[2].partition(",")[0].rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=_SECONDS).close()
    except (OSError, ValueError) as error:
        raise ValueError(_none(address, str(error))) from error


def _none(given: str, problem: str) -> str:
    return (
        f"expected a TPU at {given}, but none can be used from here ({problem}); "
        "train on this machine's CPU or GPU: use_tpu=False, and no TPU name or address"
    )

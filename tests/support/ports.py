"""Ports that nobody listens to."""

import contextlib
import socket


def free_ports(count):
    """So many different ones, of this machine's own address."""
    with contextlib.ExitStack() as stack:
        found = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in found:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in found]

"""`FeedingQueueRunner`: a queue runner whose threads each feed their enqueue op from a function."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any

from tfcompat.backend.internals_training import queue_runner
from tfcompat.backend.v1api import v1

_Runner: Any = queue_runner.QueueRunner
_log = logging.getLogger("tensorflow")


class FeedingQueueRunner(_Runner):
    """`tf.contrib.training.FeedingQueueRunner` of 1.15: `feed_fns[i]()` is the feed for `enqueue_ops[i]`.

    Raises:
      ValueError: there are not as many functions as enqueue ops.
    """

    def __init__(
        self,
        queue: Any = None,
        enqueue_ops: Any = None,
        close_op: Any = None,
        cancel_op: Any = None,
        feed_fns: Sequence[Callable[[], Any]] | None = None,
        queue_closed_exception_types: Any = None,
    ) -> None:
        super().__init__(
            queue, enqueue_ops, close_op, cancel_op, queue_closed_exception_types=queue_closed_exception_types
        )
        self._feed_fns = [None for _ in enqueue_ops] if feed_fns is None else feed_fns
        if len(self._feed_fns) != len(enqueue_ops):
            raise ValueError(
                f"If feed_fns is not None, it must have the same length as enqueue_ops: expected {len(enqueue_ops)}, "
                f"received {len(self._feed_fns)}."
            )

    def _run(self, sess: Any, enqueue_op: Any, feed_fn: Any, coord: Any = None) -> None:  # one thread's work
        counted = False
        try:
            while not (coord and coord.should_stop()):
                try:
                    sess.run(enqueue_op, feed_dict=None if feed_fn is None else feed_fn())
                except (v1.errors.OutOfRangeError, v1.errors.CancelledError):
                    counted = True
                    self._thread_done(sess)
                    return
        except Exception as error:
            if coord:
                coord.request_stop(error)
                return
            _log.error("Exception in QueueRunner: %s", error)
            with self._lock:
                self._exceptions_raised.append(error)
            raise
        finally:
            if not counted:
                with self._lock:
                    self._runs_per_session[sess] -= 1

    def _thread_done(self, sess: Any) -> None:
        with self._lock:
            self._runs_per_session[sess] -= 1
            if self._runs_per_session[sess] == 0:  # the last thread closes the queue
                try:
                    sess.run(self._close_op)
                except Exception as error:
                    _log.info("Ignored exception: %s", error)

    def create_threads(self, sess: Any, coord: Any = None, daemon: bool = False, start: bool = False) -> list[Any]:
        """One thread for each enqueue op, and one that cancels when the coordinator stops; none if they still run."""
        with self._lock:
            if self._runs_per_session.get(sess, 0) > 0:
                return []
            self._runs_per_session[sess] = len(self._enqueue_ops)
            self._exceptions_raised: list[Exception] = []
        threads = [
            threading.Thread(target=self._run, args=(sess, op, feed, coord))
            for op, feed in zip(self._enqueue_ops, self._feed_fns, strict=True)
        ]
        if coord:
            threads.append(threading.Thread(target=self._close_on_stop, args=(sess, self._cancel_op, coord)))
        for thread in threads:
            if coord:
                coord.register_thread(thread)
            thread.daemon = daemon or thread.daemon
            if start:
                thread.start()
        return threads

    def _init_from_proto(self, queue_runner_def: Any, import_scope: Any = None) -> None:
        raise NotImplementedError(f"{type(self).__name__} does not support initialization from proto.")

    def to_proto(self, export_scope: Any = None) -> Any:
        raise NotImplementedError(f"{type(self).__name__} does not support serialization to proto.")

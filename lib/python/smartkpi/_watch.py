"""Ctrl-C and progress functions in calls that may last.

What a Python function raises cannot pass through C, and a signal's handler is run wherever Python next runs: that may
be the first instruction of the function that C calls, before any try.  While such a call runs in the main thread, a
Watch therefore stands in for the handlers of signals: it calls them, keeps what they raise, stops the work, and raises
it again after C has returned.  A handler that raises nothing stops nothing.
"""
from __future__ import annotations

import signal
import sys
import threading
from typing import Any, Callable

from . import _abi

_CALLBACK = _abi.CALLBACKS["skpi_progress"]
_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGALRM") if hasattr(signal, name)]


class Watch:
    """Watches one call. report is the caller's progress function, or None; pointer is what C calls."""

    def __init__(self, report: Callable[[int, int], Any] | None) -> None:
        self.report, self.raised = report, None
        self.frame: Any = None  # of step, while the caller's function runs
        self.pointer = _CALLBACK(self.step if report else self.poll)

    def poll(self, done: int, total: int, user: Any) -> int:
        """Python runs the handlers of signals when C calls this."""
        return self.raised is not None

    def step(self, done: int, total: int, user: Any) -> int:
        try:
            self.frame = sys._getframe()
            stop = self.raised is None and self.report(done, total)
            self.frame = None
        except BaseException as e:  # KeyboardInterrupt too
            self.frame, stop = None, True
            self.keep(e)
        return 1 if stop or self.raised is not None else 0

    def keep(self, raised: BaseException) -> None:
        if self.raised is None:
            self.raised = raised

    def handler(self, before: Callable[..., Any]) -> Callable[..., Any]:
        """The handler in place of that before it."""
        def handle(number: int, frame: Any) -> None:
            try:
                before(number, frame)
            except BaseException as e:
                if self.frame is not None and frame is not self.frame:
                    raise  # inside the caller's function, which may catch it
                self.keep(e)
        return handle

    def run(self, function: Callable[..., int], arguments: list[Any]) -> int:
        """The status of a call. Raises what a handler or the progress function has raised."""
        handlers = []
        if threading.current_thread() is threading.main_thread():
            handlers = [(n, h) for n, h in ((n, signal.getsignal(n)) for n in _SIGNALS) if callable(h)]
        try:
            try:
                for number, before in handlers:
                    signal.signal(number, self.handler(before))
            except ValueError:  # the main thread of another interpreter
                handlers = []
            status = function(*arguments)
        finally:
            for number, before in handlers:
                signal.signal(number, before)
        if self.raised is not None:
            try:
                raise self.raised
            finally:
                self.raised = None  # it holds this frame
        return status

"""Ctrl-C and progress functions in calls that may last.

What a Python function raises cannot pass through C, and a signal's handler is run wherever Python next runs: that may
be the first instruction of the function that C calls, before any try.  While such a call runs in the main thread, a
Watch therefore stands in for the handlers of signals: it calls them, keeps what they raise, stops the work, and raises
it again after C has returned.  A handler that raises nothing stops nothing.
"""
from __future__ import annotations

import sys
from typing import Any, Callable

from . import _abi

try:
    import _signal as signal  # without the enumerations of signal, which take longer than a short call
except ImportError:
    import signal  # type: ignore[no-redef]

_CALLBACK = _abi.CALLBACKS["skpi_progress"]
_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGALRM") if hasattr(signal, name)]


def _poll(done: int, total: int, user: Any) -> int:
    """Python runs the handlers of signals when C calls this; it is called in the main thread alone."""
    return _watches[-1].raised is not None


_POLL = _CALLBACK(_poll)
_watches: list[Watch] = []  # of the calls that run in the main thread, the innermost last


class Watch:
    """Watches one call. report is the caller's progress function, or None; main: the call is made in the main thread;
    pointer is what C calls."""

    def __init__(self, report: Callable[[int, int], Any] | None, main: bool) -> None:
        self.report, self.main = report, main
        self.raised: BaseException | None = None
        self.frame: Any = None  # of step, while the caller's function runs
        self.pointer = _CALLBACK(self.step) if report else _POLL

    def step(self, done: int, total: int, user: Any) -> int:
        try:
            self.frame = sys._getframe()
            stop = self.raised is None and bool(self.report(done, total))
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
        found = [(n, signal.getsignal(n)) for n in _SIGNALS] if self.main else []
        handlers = [(n, h, self.handler(h)) for n, h in found if callable(h)]
        if self.main:
            _watches.append(self)
        try:
            try:
                for number, _, ours in handlers:
                    signal.signal(number, ours)
            except ValueError:  # the main thread of another interpreter
                handlers = []
            status = function(*arguments)
        finally:
            for number, before, ours in handlers:
                if signal.getsignal(number) is ours:  # the progress function may have set another
                    signal.signal(number, before)
            if self.main:
                _watches.pop()
        if self.raised is not None:
            try:
                raise self.raised
            finally:
                self.raised = None  # it holds this frame
        return status

"""Objects of the library."""
from __future__ import annotations

import ctypes
import os
import threading
import weakref
from typing import Any, TypeVar

from . import _abi
from ._errors import Error, check
from ._library import library

H = TypeVar("H", bound="Handle")
_lock = threading.RLock()  # guards _calls
_calls: list[weakref.ref[using]] = []  # that use handles; weak, because Ctrl-C may come before a call leaves them


class Handle:
    """An object of the library. It is a context manager, and is closed at the latest when Python frees it.

    Many threads may call the methods that only read it. While one of the others lasts, every further call and close are
    refused with Error (SKPI_ESTATE), in its progress function too. A subclass names its free function in _free and, at
    the end of __init__, calls self._open(call, "table") with the call of the new function and the parameter that
    receives the handle.
    """

    _free = ""

    def _open(self, call: Any, parameter: str) -> None:
        base = call.types[parameter].type.base
        pointer = ctypes.POINTER(_abi.HANDLES[base])()
        call.values[parameter] = ctypes.byref(pointer)
        status, _ = call.call()
        self._keep, self._given = call.keep, call.given
        self._pointer = pointer
        self._closer = weakref.finalize(self, getattr(library, self._free), pointer)
        self._closer.atexit = False  # a thread may still be at work with it
        check(status)

    @property
    def pointer(self) -> Any:
        """The pointer for C; Error (SKPI_ESTATE) if the object is closed."""
        if not self._closer.alive:
            raise Error(f"{type(self).__name__} is closed", _abi.SKPI_ESTATE)
        return self._pointer

    def close(self) -> None:
        """Frees the object; closing it again does nothing."""
        with _lock:
            if _uses(self):
                raise _in_use(self)
            self._closer()

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} can be neither copied nor pickled")

    def __enter__(self: H) -> H:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


def _in_use(handle: Handle) -> Error:
    return Error(f"{type(handle).__name__} is in use by another call", _abi.SKPI_ESTATE)


class using:
    """One call uses these handles; the values say whether it changes them."""

    def __init__(self, handles: dict[Handle, bool]) -> None:
        self.handles, self.thread = handles, threading.get_ident()

    def __enter__(self) -> None:
        if not self.handles:
            return
        with _lock:
            for handle, changes in self.handles.items():
                handle.pointer  # another thread may have closed it
                if any(changes or other for other in _uses(handle)):
                    raise _in_use(handle)
            _calls.append(weakref.ref(self))

    def __exit__(self, *_: Any) -> None:
        if self.handles:
            with _lock:
                _calls[:] = [call for call in _calls if call() not in (self, None)]


def _uses(handle: Handle) -> list[bool]:
    """For each call that uses the handle, whether it changes it."""
    return [call.handles[handle] for call in (made() for made in _calls) if call and handle in call.handles]


def _after_fork() -> None:
    """The child of a fork has this thread alone."""
    global _lock
    _lock = threading.RLock()
    _calls[:] = [made for made in _calls if (call := made()) and call.thread == threading.get_ident()]


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)

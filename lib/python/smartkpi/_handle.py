"""Objects of the library."""
from __future__ import annotations

import ctypes
import threading
import weakref
from typing import Any, TypeVar

from . import _abi
from ._errors import Error, check
from ._library import library

H = TypeVar("H", bound="Handle")
_lock = threading.RLock()  # guards the users of all handles


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
        self._users: weakref.WeakSet[using] = weakref.WeakSet()  # weak: Ctrl-C may come before a call leaves them
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
            if self._users:
                raise _in_use(self)
            self._closer()

    def __enter__(self: H) -> H:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


def _in_use(handle: Handle) -> Error:
    return Error(f"{type(handle).__name__} is in use by another call", _abi.SKPI_ESTATE)


class using:
    """One call uses these handles; the values say whether it changes them."""

    def __init__(self, handles: dict[Handle, bool]) -> None:
        self.handles = handles

    def __enter__(self) -> None:
        if not self.handles:
            return
        with _lock:
            for handle, changes in self.handles.items():
                handle.pointer  # another thread may have closed it
                if any(changes or other.handles[handle] for other in handle._users):
                    raise _in_use(handle)
            for handle in self.handles:
                handle._users.add(self)

    def __exit__(self, *_: Any) -> None:
        for handle in self.handles:
            handle._users.discard(self)

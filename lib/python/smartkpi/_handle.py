"""Objects of the library."""
from __future__ import annotations

import ctypes
import weakref
from typing import Any, TypeVar

from . import _abi
from ._errors import Error, check
from ._library import library

H = TypeVar("H", bound="Handle")


class Handle:
    """An object of the library. It is a context manager, and is closed at the latest when Python frees it.

    Many threads may call the methods that only read it; the others, and close, belong to one thread at a time. A
    subclass names its free function in _free and, at the end of __init__, calls self._open(call, "table") with the call
    of the new function and the parameter that receives the handle.
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
        check(status)

    @property
    def pointer(self) -> Any:
        """The pointer for C; Error (SKPI_ESTATE) if the object is closed."""
        if not self._closer.alive:
            raise Error(f"{type(self).__name__} is closed", _abi.SKPI_ESTATE)
        return self._pointer

    def close(self) -> None:
        """Frees the object; closing it again does nothing."""
        self._closer()

    def __enter__(self: H) -> H:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

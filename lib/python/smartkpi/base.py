# Made from the headers by lib/interface/make.py; do not edit.
"""Statuses, versions and names in the library in use."""
from __future__ import annotations

from typing import NoReturn

from . import _call

__all__ = ["constant", "constant_name", "last_error", "status_message", "status_name", "struct_size", "version",
           "version_number"]


def __dir__() -> list[str]:
    return __all__


def status_name(status: int) -> str:
    """Name of a status, such as "SKPI_EDOM", as static text; never None. Of several warnings it names the one with
    the lowest bit.

    status  integer: what a function returned.
    """
    return _call.plain("skpi_status_name", status)


def status_message(status: int) -> str:
    """Meaning of a status in one sentence, as static text; never None.

    status  integer: what a function returned.
    """
    return _call.plain("skpi_status_message", status)


def last_error() -> str:
    """Words for this thread's last failure, or for the last value that a call found unusual (SKPI_WUNUSUAL); "" if
    there was none. They are valid until the thread's next failure or unusual value.
    """
    return _call.plain("skpi_last_error")


def version() -> str:
    """Version of the library in use, such as "0.2.0", as static text; never None."""
    return _call.plain("skpi_version")


def version_number() -> int:
    """Version of the library in use as a number: major << 16 | minor << 8 | patch."""
    return _call.plain("skpi_version_number")


def struct_size(name: str) -> int:
    """Size of a public struct in the library in use, with which a binding checks its mirror; 0 if there is no such
    struct.

    name  text: the struct's name in C, such as "skpi_table".
    """
    return _call.plain("skpi_struct_size", name)


def constant(name: str, **unknown: NoReturn) -> int:
    """Value of a public constant.

    name  text: the constant's name in C, such as "SKPI_EDOM".
    Gives value: integer: its value in the library in use.

    SKPI_ENOTFOUND: name is not known.
    By the kinds of the arguments: SKPI_EINVAL.
    """
    call = _call.Call("skpi_constant", unknown=unknown)
    call.take(name=name)
    call.out(value="")
    return call.run()


def constant_name(value: int) -> str | None:
    """Name of a choice, such as "SKPI_SERIES_MODEL_LOGISTIC", as static text; None if no choice has the number. No
    two choices of the library have the same number. Statuses and flags are not choices.

    value  integer: a choice's number.
    """
    return _call.plain("skpi_constant_name", value)

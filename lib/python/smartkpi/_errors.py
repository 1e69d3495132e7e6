"""Failures and warnings of the library, in the words of Python."""
from __future__ import annotations

import ctypes
import math
import re
import sys
import warnings

from . import _abi
from ._library import library

_FLAGS = {"skpi_status", "skpi_none"} | {tag for tag in _abi.ENUMS if tag.endswith("_flag")}
_CHOICES = {name: tag for tag, members in _abi.ENUMS.items() for name in members
            if tag not in _FLAGS and tag != "skpi_basis_scale"}  # choices that may be given by name


class Error(ValueError):
    """A call that failed.

    status    the number, smartkpi.SKPI_ERANGE for example;  name  "SKPI_ERANGE"
    argument  the argument's name, "path.t0" for a member;  function  the C function, "" if there is none
    row, column, value  where and what, None if there is none
    """

    def __init__(self, message: str, status: int, argument: str = "", row: int | None = None,
                 column: int | None = None, value: float | None = None, function: str = "") -> None:
        super().__init__(message, status, argument, row, column, value, function)  # all of them, for pickle
        self.status, self.argument, self.row, self.column = status, argument, row, column
        self.value, self.function, self.name = value, function, library.skpi_status_name(status).decode()

    def __str__(self) -> str:
        return self.args[0]


class SmartkpiWarning(UserWarning):
    """The values were computed, but with a reservation; .status has the bit of the warning."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


def small(name: str) -> str:
    """A constant as a caller writes it: a choice is a word in quotes, and SKPI_URBAN_FLAG_FALLBACK is fallback=True."""
    flag, _, word = name.partition("_FLAG_")
    if word:
        return f"{word.lower()}=True"
    return f'"{name[len(_CHOICES[name]) + 1:].lower()}"' if name in _CHOICES else name


def _named(match: re.Match[str]) -> str:
    """The names of an enum, or of several: skpi_..._definition."""
    tag = match[2].replace("...", r"\w+")
    names = [small(name) for one, members in _abi.ENUMS.items() if re.fullmatch(tag, one) for name in members]
    return ("one of " if match[1] else "") + ", ".join(names)


def spoken(words: str) -> str:
    """The library's words in terms of Python: None, and names of arguments and choices as a caller writes them."""
    words = re.sub(r"^skpi_\w+: ", "", words)
    words = re.sub(r"->", ".", re.sub(r"\b(?:in|alternatives|options|draw|out)->(?:(?:project|fit)->)?", "", words))
    words = re.sub(r"\b(a constant of an )?enum (skpi_[\w.]*\w)", _named, words)
    words = re.sub(r"\bskpi_([a-z]+)_(\w+)", r"\1.\2", re.sub(r"\bNULL\b", "None", words))
    return re.sub(r"\bSKPI_\w+", lambda m: small(m[0]), words)


def _last() -> str:
    return spoken(library.skpi_last_error().decode(errors="replace"))


def check(status: int, silent: int = 0) -> int:
    """Raises a failure, or warns of the warnings that are not in silent."""
    if status < 0:
        words, e = _last(), _abi.make("skpi_error")
        library.skpi_last_error_get(ctypes.byref(e))
        if status == _abi.SKPI_ENOMEM:
            raise MemoryError(words)
        raise Error(words, status, spoken((e.name or b"").decode()), None if e.row < 0 else e.row,
                    None if e.column < 0 else e.column,
                    None if math.isnan(e.value) and status != _abi.SKPI_ENOTFINITE else e.value,
                    (e.function or b"").decode())
    for name, bit in _abi.ENUMS["skpi_status"].items() if status & ~silent else ():
        if bit > 0 and status & bit & ~silent:
            warn(name, _last() if bit == _abi.SKPI_WUNUSUAL else library.skpi_status_message(bit).decode(), bit)
    return status


def warn(name: str, words: str, bit: int) -> None:
    """Warns the first caller outside this package."""
    frame, level = sys._getframe(), 1
    while frame.f_back and frame.f_globals["__name__"].partition(".")[0] == __package__:
        frame, level = frame.f_back, level + 1
    warnings.warn(SmartkpiWarning(f"{name}: {words}", bit), stacklevel=level)

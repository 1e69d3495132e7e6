"""Choices by name: what a caller writes for a constant of an enum."""
from __future__ import annotations

from typing import Any

from . import _abi
from ._arrays import from_list, unmasked
from ._errors import Error, small

_DEEPEST = 8  # lists in lists; a list that holds itself has no end


def choice(tags: str, label: str, value: Any) -> Any:
    """The numbers of choices from their names: those of C, or their ends in small letters. They are of an enum, or of
    one of several. Numbers and None are unchanged."""
    if type(value) is int or value is None:
        return value
    if isinstance(value, str):
        name = value.upper()
        for tag in tags.split():
            number = _abi.ENUMS[tag].get(name if name.startswith("SKPI_") else f"{tag}_{name}".upper())
            if number is not None:
                return number
        words = ", ".join(small(name) for tag in tags.split() for name in _abi.ENUMS[tag])
        raise Error(f'{label} = "{value}" is none of {words}', _abi.SKPI_EINVAL, label)
    if not isinstance(value, (list, tuple, int, float)):
        made = _opened(label, value)
        if isinstance(made, str):
            return choice(tags, label, made)
        value = made
    if label.count("[") > _DEEPEST:
        raise Error(f"{label} is a list in a list that has no end", _abi.SKPI_EINVAL, label.partition("[")[0])
    return [choice(tags, f"{label}[{i}]", v) for i, v in enumerate(value)] if isinstance(value, (list, tuple)) else value


def _opened(label: str, value: Any) -> Any:
    """The list that an array of names holds, the name in one without dimensions, or what tolist gives; other values are
    unchanged."""
    unmasked(label, value)
    array = getattr(value, "__array__", None)
    if not callable(array):
        return from_list(value)
    made = array()
    unmasked(label, made)
    return made.tolist() if getattr(getattr(made, "dtype", None), "kind", "none") in "OSU" else value

"""Choices by name: what a caller writes for a constant of an enum."""
from __future__ import annotations

from typing import Any

from . import _abi
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
    if not isinstance(value, (list, tuple)):
        array = getattr(value, "__array__", None)
        if isinstance(value, (int, float)) or not callable(array):
            return value
        made = array()
        if getattr(getattr(made, "dtype", None), "kind", "none") not in "OSU":
            return value
        value = made.tolist()
    if label.count("[") > _DEEPEST:
        raise Error(f"{label} is a list in a list that has no end", _abi.SKPI_EINVAL, label.partition("[")[0])
    return [choice(tags, f"{label}[{i}]", v) for i, v in enumerate(value)] if isinstance(value, (list, tuple)) else value

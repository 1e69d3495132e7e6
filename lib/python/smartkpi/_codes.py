"""Trees whose nodes have codes, and results that are found by them."""
from __future__ import annotations

from typing import Any, ClassVar, Sequence, TypeVar

from ._arrays import a_kind
from ._handle import Handle

R = TypeVar("R", bound="CodedResult")


class CodedHandle(Handle):
    """A tree that knows the codes of its nodes, in the caller's order, and those of the nodes without children: the
    columns of its data. The constructor calls self._name after self._open."""

    codes: tuple[str, ...]
    leaf_codes: tuple[str, ...]

    def _name(self, code: Sequence[str], parent: Sequence[str]) -> None:
        for name, texts in ("code", code), ("parent", parent):
            if iter(texts) is texts:  # the call has taken what it gave
                raise TypeError(f"{name} must be a list of texts: {name} is {a_kind(texts)}")
        self.codes = tuple(code)
        parents = set(parent)
        self.leaf_codes = tuple(one for one in self.codes if one not in parents)


class CodedResult:
    """A result. Its members in _by_node have a value for each node as their last axis, those in _by_leaf one for each
    column of the data."""

    _by_node: ClassVar[tuple[str, ...]] = ()
    _by_leaf: ClassVar[tuple[str, ...]] = ()
    _codes: tuple[tuple[str, ...], tuple[str, ...]]

    def _of(self: R, handle: CodedHandle) -> R:
        object.__setattr__(self, "_codes", (handle.codes, handle.leaf_codes))  # the class of a result is frozen
        return self

    def by_code(self) -> dict[str, dict[str, Any]]:
        """What there is of each node, by its code and by the name of the result: by_code()["air"]["score"] holds the
        scores of the node "air", one of each unit."""
        nodes, leaves = self._codes
        found: dict[str, dict[str, Any]] = {code: {} for code in nodes}
        for names, codes in (self._by_node, nodes), (self._by_leaf, leaves):
            for name in names:
                for place, code in enumerate(codes):
                    found[code][name] = _last(getattr(self, name), place)
        return found


def _last(value: Any, place: int) -> Any:
    """What stands at a place of the last axis."""
    if hasattr(value, "ndim"):
        return value[..., place]
    nested = bool(value) and isinstance(value[0], list)
    return [_last(row, place) for row in value] if nested else value[place]

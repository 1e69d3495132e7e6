"""What the driver of bad input is to try, and the lines that say so; kinds.py explains both."""
import struct as packing
from dataclasses import dataclass, field

NULL = type("NULL", (), {"__repr__": lambda self: "NULL"})()
ANY = type("ANY", (), {"__repr__": lambda self: "ANY"})()
NAN, INF = float("nan"), float("inf")
INT32_MIN, INT32_MAX, SIZE_MAX = -2**31, 2**31 - 1, 2**(8 * packing.calcsize("N")) - 1
HUGE = (SIZE_MAX, SIZE_MAX // 8 + 1)  # (size_t)-1, and the count whose doubles wrap to 0 bytes


class LineError(Exception):
    """A line of calls/ is wrong."""


@dataclass
class Refusal:
    """This change must be refused so.  A path is "t1" or "options->norm"; a cell is (path, index)."""
    label: str
    changes: dict
    status: object  # name without SKPI_, or several that are all right
    names: object  # argument named by the error, or several
    row: object = -1
    column: object = -1
    value: object = ANY
    by_row: object = False  # the row that alone fails where row statuses are given, False: the call fails
    says: str = ""  # what the words must name besides


@dataclass
class Same:
    """Two calls that must end alike: status, words, outputs."""
    label: str
    changes: dict
    other: dict


@dataclass
class Accepted:
    """This change is fine; with equal the outputs are those of the valid call."""
    label: str
    changes: dict
    equal: bool = False


@dataclass
class Tried:
    """This change is fine, or refused by a status that a condition of the contract explains."""
    label: str
    changes: dict


@dataclass
class Usual:
    """This change warns of something unusual, or does not; else it is as Tried."""
    label: str
    changes: dict
    name: str
    warns: bool


@dataclass
class Call:
    name: str
    refusals: tuple
    arguments: dict
    variant: str = ""  # of a function with several lines: what this one is about
    contract: object = None  # Contract of contract.py


@dataclass
class Sample:
    """Of a function's valid call what its kinds do not tell: calls/__init__.py explains it."""
    name: str
    triggers: tuple
    values: dict
    variant: str = ""


@dataclass
class Relation:
    status: object
    name: str
    changes: dict = field(default_factory=dict)
    row: object = None
    column: object = None


def sample(function, /, *told, variant="", **values):
    """told: dicts of values, by path, and triggers."""
    given = {}
    for one in told:
        if isinstance(one, dict):
            given.update(one)
    return Sample(function, tuple(t for t in told if not isinstance(t, dict)), {**given, **values}, variant)


class Kind:
    def counts(self, path, found):
        """Adds the counts that shapes may name: found[path] = value."""

    def members(self):
        """Kinds of a struct's members."""
        return {}

"""What the driver of bad input is to try, and the lines that say so; kinds.py explains both."""
import struct as packing
from dataclasses import dataclass, field

NULL = type("NULL", (), {"__repr__": lambda self: "NULL"})()
ANY = type("ANY", (), {"__repr__": lambda self: "ANY"})()
NAN, INF = float("nan"), float("inf")
INT32_MIN, INT32_MAX, SIZE_MAX = -2**31, 2**31 - 1, 2**(8 * packing.calcsize("N")) - 1
HUGE = (SIZE_MAX, SIZE_MAX // 8 + 1)  # (size_t)-1, and the count for which the size of an array of doubles wraps to 0


class LineError(Exception):
    """A line of calls/ contradicts the contract."""


@dataclass
class Refusal:
    """A change that must be refused. A path is "t1" or "options->norm"; a cell is (path, index)."""
    label: str
    changes: dict
    status: object  # name without SKPI_, or several names that are all right
    names: object  # the argument that the error names, or several
    row: object = -1
    column: object = -1
    value: object = ANY
    by_row: object = False  # the only row that fails if row statuses are given; False: the whole call fails
    says: str = ""  # further words that the error must contain


@dataclass
class Same:
    """Two calls that must have the same status, words and outputs."""
    label: str
    changes: dict
    other: dict


@dataclass
class Accepted:
    """A change that must be accepted; with equal the outputs are those of the valid call."""
    label: str
    changes: dict
    equal: bool = False


@dataclass
class Tried:
    """A change that is accepted, or refused by a status that a condition of the contract explains."""
    label: str
    changes: dict


@dataclass
class Usual:
    """A change that warns of something unusual, or must not; otherwise like Tried."""
    label: str
    changes: dict
    name: str
    warns: bool


@dataclass
class Call:
    name: str
    refusals: tuple
    arguments: dict
    variant: str = ""  # what this line of a function with several lines is about
    contract: object = None  # Contract of contract.py


@dataclass
class Sample:
    """The facts about a function's valid call that its kinds do not give; calls/__init__.py explains them."""
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
    """Makes a Sample from dicts of values, by path, and triggers."""
    given = {}
    for one in told:
        if isinstance(one, dict):
            given.update(one)
    return Sample(function, tuple(t for t in told if not isinstance(t, dict)), {**given, **values}, variant)


class Kind:
    def counts(self, path, found):
        """Adds the counts that shapes may name, as found[path] = value."""

    def members(self):
        """The kinds of a struct's members."""
        return {}

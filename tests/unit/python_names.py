#!/usr/bin/env python3
"""Names and their numbers in Python: Names, and Jury, which makes the scores of an award from a table with names."""
import sys

sys.dont_write_bytecode = True
from python_unit import PLAIN, near, refused, run, warned  # noqa: E402  (first: it finds the package)
import smartkpi  # noqa: E402
from smartkpi import Jury, Names, award  # noqa: E402

TABLE = {"entry": ["harbour", "harbour", "tram", "tram", "park", "park", "school", "school"],
         "judge": ["Ann", "Bo", "Bo", "Cy", "Cy", "Ann", "Ann", "Bo"],
         "score": [71, 64, 70, 82, 75, 66, 59, 55], "track": ["move"] * 4 + ["live"] * 4}
NUMBERS = award.Scores(4, 3, [0, 0, 1, 1, 2, 2, 3, 3], [0, 1, 1, 2, 2, 0, 0, 1], TABLE["score"])


class Frame:
    """What a DataFrame has of columns: indexing by name, and columns that are iterated."""

    def __init__(self, table):
        self.table = table

    def __getitem__(self, name):
        return iter(self.table[name]) if name in ("entry", "judge") else self.table[name]


def test_names():
    names = Names(["b", "a", "b", "长沙", 7])
    assert list(names) == ["b", "a", "长沙", 7] and len(names) == 4 and names[2] == "长沙" and names[1:3] == ["a", "长沙"]
    assert names.numbers(["长沙", "b", 7, "b"]) == [2, 0, 3, 0] and names.number("a") == 1
    assert "a" in names and "c" not in names and 7 in names and "7" not in names
    assert [names[i] for i in names.numbers(list(names))] == list(names)
    assert repr(names) == "Names(['b', 'a', '长沙', 7])"
    assert list(Names(iter("ab"))) == ["a", "b"] and len(Names([])) == 0
    assert "'c'" in str(refused("SKPI_ENOTFOUND", "names", 1, names.numbers, ["a", "c"]))
    for missing in (None, float("nan"), ""):
        assert "missing" in str(refused("SKPI_EINVAL", "city", 1, Names, ["a", missing], "city"))
    for wrong in (1.0, True, b"a", ("a",)):
        assert "no name" in str(refused("SKPI_EINVAL", "names", 0, Names, [wrong]))
    for wrong in ("text", 3, None):
        try:
            raise AssertionError(Names(wrong))
        except TypeError as e:
            assert "list of names" in str(e)


def test_arrays():
    numpy = smartkpi._arrays.numpy
    if PLAIN or numpy is None:
        return
    names = Names(numpy.array(["b", "a", "b"]))
    assert list(names) == ["b", "a"] and type(names[0]) is str
    numbers = Names(numpy.array([12, 3, 12], dtype="int64"))
    assert list(numbers) == [12, 3] and type(numbers[0]) is int and numbers.numbers(numpy.array([3])) == [1]
    jury = Jury(numpy.array(TABLE["entry"]), numpy.array([1, 2, 2, 3, 3, 1, 1, 2]), numpy.array(TABLE["score"], float))
    near(award.adjust(jury.scores, model="least_squares").adjusted, [71.0, 75.5, 67.5, 60.5])


def test_dataframe():
    """A DataFrame in, results into a DataFrame; where pandas is installed."""
    if PLAIN:
        return
    try:
        import pandas
    except ImportError:
        return
    frame = pandas.DataFrame(TABLE)[::-1]
    jury = Jury.of(frame, track="track")
    assert list(jury.entries) == ["school", "park", "tram", "harbour"] and list(jury.tracks) == ["live", "move"]
    found = award.adjust(jury.scores.replace(n_tracks=None, track=None), model="least_squares")
    shown = pandas.DataFrame(jury.by_entry(adjusted=found.adjusted)).set_index("entry")["adjusted"]
    near([float(shown[name]) for name in ("harbour", "tram", "park", "school")], [71.0, 75.5, 67.5, 60.5])
    numbered = Names(pandas.DataFrame({"city": [3, 1, 3]})["city"])
    assert list(numbered) == [3, 1] and type(numbered[0]) is int
    refused("SKPI_EINVAL", "city", 1, Names, pandas.DataFrame({"city": ["a", None]})["city"], "city")


def test_jury():
    """Figures of the page skpi_award_adjust(3)."""
    for table in (TABLE, Frame(TABLE)):
        jury = Jury.of(table)
        assert list(jury.entries) == ["harbour", "tram", "park", "school"] and list(jury.judges) == ["Ann", "Bo", "Cy"]
        assert jury.tracks is None and jury.scores.n_tracks == 0
        found = award.adjust(jury.scores, model="least_squares")
        near(found.adjusted, [71.0, 75.5, 67.5, 60.5])
        near(found.leniency, list(award.adjust(NUMBERS, model="least_squares").leniency))
        shown = jury.by_entry(adjusted=found.adjusted)
        assert list(shown) == ["entry", "adjusted"] and dict(zip(*shown.values()))["tram"] == found.adjusted[1]
        assert jury.by_judge()["judge"] == ["Ann", "Bo", "Cy"]
    other = Jury.of({"who": TABLE["entry"], "by": TABLE["judge"], "x": TABLE["score"], "w": [2] * 8, "in": TABLE["track"]},
                    entry="who", judge="by", score="x", weight="w", track="in")
    assert list(other.tracks) == ["move", "live"] and other.scores.track == [0, 0, 1, 1] and other.scores.weight == [2] * 8
    assert Jury(*list(TABLE.values())[:3], track={"school": "live", "park": "live", "tram": "move", "harbour": "move"}
                ).scores.track == [0, 0, 1, 1]


def test_order():
    """Rows in another order number the names otherwise; the results belong to the same names."""
    order = [5, 2, 7, 0, 3, 6, 1, 4]
    first, second = Jury.of(TABLE), Jury.of({k: [v[i] for i in order] for k, v in TABLE.items()})
    assert list(first.entries) != list(second.entries) and set(first.entries) == set(second.entries)
    a, b = ({name: x for name, x in zip(j.entries, award.adjust(j.scores).adjusted)} for j in (first, second))
    for name in a:
        near(b[name], a[name], 1e-12)
    fixed = Jury(*list(TABLE.values())[:3], entries=["school", "quay", "park", "tram", "harbour"], judges=["Cy", "Bo", "Ann"])
    found, bits = warned(award.summary, fixed.scores, 0)
    assert bits == smartkpi.SKPI_WMISSING and list(found.entry_count) == [2, 0, 2, 2, 2]


def test_line():
    jury = Jury.of(TABLE, track="track")
    line = jury.line(2, least={"live": 2}, tie="out")
    assert (line.n_winners, line.least, line.most) == (2, [0, 2], None)
    chosen = award.select(award.adjust(jury.scores).adjusted, line, track=jury.scores.track)
    near(list(chosen.selected), [0, 0, 1, 1])
    assert jury.line(1, most={"move": 0}).most == [0, 2**31 - 1]
    assert jury.line(3).least is None
    refused("SKPI_ENOTFOUND", "least", None, jury.line, 1, least={"fly": 1})
    refused("SKPI_EINVAL", "most", None, Jury.of(TABLE).line, 1, most={"live": 1})


def test_refused():
    entry, judge, score, track = TABLE.values()
    refused("SKPI_EINCONSISTENT", "track", 1, Jury, entry, judge, score, track=["move", "live"] + track[2:])
    refused("SKPI_EINCONSISTENT", "track", None, Jury, entry, judge, score, track=track[1:])
    refused("SKPI_ENODATA", "track", None, Jury, entry, judge, score, track={"tram": "move"})
    refused("SKPI_ENOTFOUND", "entry", 4, Jury, entry, judge, score, entries=["harbour", "tram"])
    refused("SKPI_ENOTFOUND", "judge", 3, Jury, entry, judge, score, judges=["Ann", "Bo"])
    refused("SKPI_EINVAL", "entry", 0, Jury, [None] + entry[1:], judge, score)
    refused("SKPI_EINCONSISTENT", "mean", None, Jury.of(TABLE).by_entry, mean=[1, 2])
    twice = Jury(entry + ["tram"], judge + ["Bo"], score + [1])
    refused("SKPI_EDUPLICATE", "scores.entry", 8, award.adjust, twice.scores)
    short = Jury(entry, judge, score[1:])
    refused("SKPI_EINCONSISTENT", "score", None, award.adjust, short.scores)


sys.exit(run(globals()))

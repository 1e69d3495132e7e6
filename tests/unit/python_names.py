#!/usr/bin/env python3
"""Names and their numbers in Python: Names, and Jury, which makes the scores of an award from a table with names."""
import sys
import warnings

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


def test_alike():
    """Names that look alike stay two, with one warning that has both and where they stand."""
    for one, other in (("A", "A "), ("A", " A"), ("A", "A\u3000"), ("A", "\ufeffA"), ("A", "A\t"), ("A", "A\u00a0"),
                       ("Z\u00fcrich", "Zu\u0308rich"), ("A1", "\uff21\uff11")):
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            names = Names(["B", one, one, other, other, f"{other} "], "city")
        assert list(names) == ["B", one, other, f"{other} "] and len(seen) == 1, (one, other, seen)
        assert seen[0].filename == __file__ and seen[0].message.status == smartkpi.SKPI_WUNUSUAL
        assert str(seen[0].message) == (f"SKPI_WUNUSUAL: city[1] = {ascii(one)} and city[3] = {ascii(other)} look alike and are two "
                                        "names, and so on 2 times"), seen[0]
    for good in (["A", "a", "B"], ["A B", "AB", 1, "1"], ["a" + "\u0308"], ["\u957f\u6c99", "\u957f\u6625"]):
        assert warned(Names, good)[1] == 0, good
    table = {**TABLE, "judge": ["Ann "] + TABLE["judge"][1:], "track": ["move", "move", "move ", "move "] + TABLE["track"][4:]}
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        jury = Jury.of(table, track="track")
    words = [str(w.message).partition(" look")[0].partition(": ")[2] for w in seen]
    assert words == ["judge[0] = 'Ann ' and judge[5] = 'Ann'", "track[0] = 'move' and track[2] = 'move '"], words
    assert len(jury.judges) == 4 and list(jury.tracks) == ["move", "move ", "live"]


class Series:
    """A column of a data frame, whose rows have labels."""

    def __init__(self, values, index):
        self.values, self.index = values, index

    def __len__(self):
        return len(self.values)

    def __iter__(self):
        return iter(self.values)


def test_series_of_tracks():
    """A Series with the entries as its index is read by key; one that belongs to the rows by position."""
    entry, judge, score, track = TABLE.values()
    of = {"school": "live", "park": "live", "tram": "move", "harbour": "move"}
    kinds = [Series]
    if not PLAIN and smartkpi._arrays.numpy:
        try:
            import pandas
            kinds.append(lambda values, index: pandas.Series(values, index=index))
        except ImportError:
            pass
    for series in kinds:
        keyed = series(list(of.values()), list(of))
        assert Jury(entry, judge, score, track=keyed).scores.track == [0, 0, 1, 1]
        assert list(Jury(entry, judge, score, track=keyed).tracks) == ["move", "live"]
        assert Jury(entry, judge, score, track=series(track, range(8))).scores.track == [0, 0, 1, 1]
        odd = [7, 3, 1, 9, 8, 2, 4, 5]
        assert Jury(series(entry, odd), judge, score, track=series(track, odd)).scores.track == [0, 0, 1, 1]
        assert Jury(series(entry, entry), judge, score, track=series(track, entry)).scores.track == [0, 0, 1, 1]
        assert Jury(entry, judge, score, track=series(track, entry)).scores.track == [0, 0, 1, 1]
        assert "give a list" in str(refused("SKPI_EINVAL", "track", None, Jury, entry, judge, score, track=series(track, odd)))
        refused("SKPI_ENODATA", "track", None, Jury, entry, judge, score, track=series(["move"], ["tram"]))
        refused("SKPI_EINCONSISTENT", "track", 1, Jury, entry, judge, score, track=series(["move", "live"], ["tram"] * 2))
        refused("SKPI_EINCONSISTENT", "track", None, Jury, entry, judge, score, track=series(track[1:], range(7)))


def test_tables_are_no_names():
    """A table has no names of its own: one of its columns has."""
    class Table:
        shape, columns = (2, 2), ["a", "b"]

        def __iter__(self):
            return iter(self.columns)
    tables = [Table()]
    numpy = None if PLAIN else smartkpi._arrays.numpy
    if numpy:
        tables += [numpy.array([["a", "b"], ["c", "d"]]), numpy.array([["a"], ["b"]])]
        for bools in (numpy.array([True, False]), [numpy.bool_(1)]):
            assert "no name" in str(refused("SKPI_EINVAL", "names", 0, Names, bools))
        for wrong in (["a", numpy.array(["b", "c"])], ["a", numpy.array([1])]):
            assert "no name" in str(refused("SKPI_EINVAL", "names", 1, Names, wrong))
        try:
            tables.append(__import__("pandas").DataFrame({"a": [1], "b": [2]}))
        except ImportError:
            pass
    for table in tables:
        try:
            raise AssertionError(Names(table))
        except TypeError as e:
            assert str(e) == (f"names must be a list of names: names is a {type(table).__name__} of rows and columns; give one "
                              "column"), e


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

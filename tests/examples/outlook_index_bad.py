"""The tables of the city outlook's index: what is refused, with file:row:column.  One line a check."""

import re
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, check, edited, finish, run  # noqa: E402

CITIES, DIMENSIONS = "index_cities.csv", "index_dimensions.csv"
LINES = {name: (DATA / name).read_text(encoding="utf-8").splitlines() for name in (CITIES, DIMENSIONS)}


def line(file, start):
    return next(i for i, text in enumerate(LINES[file], 1) if text.startswith(start))


def refused(name, data, file, position, words):
    status, report, said = run("--data", data)
    at = position if "\\" in position else re.escape(position)
    good = re.fullmatch(re.escape(str(data / file)) + f":{at}: [^\n]+\n", said) and words in said
    check(f"refused: {name}", bool(good) and status == 1 and report == "", (status, said))


def one_text(where):
    oslo, head, living = line(CITIES, "Oslo,"), line(CITIES, "place,"), line(DIMENSIONS, "living,")
    for name, file, old, new, position, words in (
        ("a score in words", CITIES, "Oslo,Norway,6480", "Oslo,Norway,high", f"{oslo}:3", 'mobility "high" is not a number'),
        ("a score with a unit", CITIES, "Oslo,Norway,6480", "Oslo,Norway,64 %", f"{oslo}:3", "is not a number"),
        ("no score", CITIES, "Oslo,Norway,6480", "Oslo,Norway,", f"{oslo}:3", "mobility is missing"),
        ("an infinite score", CITIES, "Oslo,Norway,6480", "Oslo,Norway,inf", f"{oslo}:3", "is not a number"),
        ("a score beyond all numbers", CITIES, "Oslo,Norway,6480", "Oslo,Norway,1e999", f"{oslo}:3", "too large"),
        ("a score with a digit less", CITIES, "Oslo,Norway,6480", "Oslo,Norway,648", f"{oslo}:9", "the index 7138 is not what the other cities' weights give, 573"),
        ("two digits of an index exchanged", CITIES, "9090,7138", "9090,7318", f"{oslo}:9", "the index 7318 is not what the other cities' weights give, 7138."),
        ("no printed index", CITIES, "9090,7138", "9090,", f"{oslo}:9", "index is missing"),
        ("a city twice", CITIES, "Bergen,Norway", "Oslo,Norway", f"{line(CITIES, 'Bergen')}:1", "duplicate"),
        ("a city without a key", CITIES, "Oslo,Norway", ",Norway", f"{oslo}:1", "place is empty"),
        ("a short row", CITIES, "9090,7138", "9090", f"{oslo}:8", "8 fields, the header has 9"),
        ("no column of places", CITIES, "place,country,", "city,country,", f"{head}:1", 'column "place" is missing'),
        ("no column of a dimension", CITIES, ",people,", ",peopel,", f"{line(DIMENSIONS, 'people,')}:1", '"people" is no column of'),
        ("no column of the printed index", CITIES, ",living,index", ",living,total", f"{head}:1", 'column "index" is missing'),
        ("a dimension twice", DIMENSIONS, "living,Living", "people,Living", f"{living}:1", "duplicate"),
        ("a dimension without a name", DIMENSIONS, "living,Living", "living,", f"{living}:2", "name is empty"),
        ("a direction that is none", DIMENSIONS, "living,Living,,1,", "living,Living,,up,", f"{living}:4", '"up" is none of'),
        ("less is better beside a printed index", DIMENSIONS, "living,Living,,1,", "living,Living,,-1,", f"{living}:4", "a mean of scores"),
        ("one weight", DIMENSIONS, "living,Living,,", "living,Living,0.2,", f"{living}:3", "to all or to none"),
        ("a weight in words", DIMENSIONS, "mobility,Mobility,,", "mobility,Mobility,heavy,", f"{line(DIMENSIONS, 'mobility,')}:3", "is not a number"),
        ("a weight of 0", DIMENSIONS, "mobility,Mobility,,", "mobility,Mobility,0,", f"{line(DIMENSIONS, 'mobility,')}:3", "not above 0"),
        ("a negative weight", DIMENSIONS, "mobility,Mobility,,", "mobility,Mobility,-1,", f"{line(DIMENSIONS, 'mobility,')}:3", "not above 0"),
        ("semicolons", DIMENSIONS, "dimension,name,weight,direction,grade,uncertain,source", "dimension;name;weight;direction;grade;uncertain;source",
         f"{line(DIMENSIONS, 'dimension,')}:1", "semicolons"),
    ):
        data = edited(where, file, old, new)
        refused(name, data, file if "is no column of" not in words else DIMENSIONS, position, words)


def rebuilt(where, change, keep=None):
    """A copy of the data in which a function changed every row of the cities; keep: so many of them."""
    data = edited(where, "places.csv", "Changsha,Changsha,", "Changsha,Changsha,")
    out, rows = [], 0
    for text in LINES[CITIES]:
        if text.startswith("#"):
            out.append(text)
            continue
        cells = text.split(",")
        if cells[0] != "place":
            rows += 1
            if keep is not None and rows > keep:
                continue
            change(cells)
        out.append(",".join(cells))
    (data / CITIES).write_text("\n".join(out) + "\n", encoding="utf-8")
    return data


def whole_columns(where):
    head, mobility = line(CITIES, "place,"), line(DIMENSIONS, "mobility,")

    def constant(c):
        c[4] = "5000"

    def copied(c):
        c[6] = str((float(c[2]) + float(c[3])) / 2)

    def against(c):
        c[8] = f"{.6 * float(c[2]) + .6 * float(c[3]) - .2 * float(c[7]):.0f}"

    def huge(c):
        c[2] = c[2] + "e304"

    refused("a dimension in which all are the same", rebuilt(where, constant), CITIES, f"{head}:5", "every city has 5000")
    refused("a dimension that others determine", rebuilt(where, copied), DIMENSIONS, f"{line(DIMENSIONS, 'economy,') + 1}:3", 'the weight of "people" cannot be found')
    refused("a printed index against a dimension", rebuilt(where, against), DIMENSIONS, f"{line(DIMENSIONS, 'living,')}:3", '"living" would weigh -0.2')
    refused("scores beyond what can be added", rebuilt(where, huge), CITIES, f"{head + 1}:3", "too large for a score")
    refused("fewer cities than dimensions", rebuilt(where, lambda c: None, keep=5), DIMENSIONS, f"{mobility}:3", "6 dimensions cannot be found from 5 printed indices")
    refused("two cities", rebuilt(where, lambda c: None, keep=2), CITIES, f"{head}:1", "at least 3 cities, there is only 2")
    data = rebuilt(where, lambda c: None)
    with open(data / CITIES, "a", encoding="utf-8") as f:
        f.writelines(f"c{i},,{','.join(['1'] * 7)}\n" for i in range(2000))
    refused("too many cities", data, CITIES, f"{head + 2001}:1", "more than 2000 cities")
    data = rebuilt(where, lambda c: None)
    kept = [t for t in LINES[DIMENSIONS] if t.startswith(("#", "dimension,", "index,", "mobility,"))]
    (data / DIMENSIONS).write_text("\n".join(kept) + "\n", encoding="utf-8")
    refused("one dimension", data, DIMENSIONS, f"{line(DIMENSIONS, 'dimension,')}:1", "at least 2 dimensions, there is 1")


def totals(where):
    """A last row that is no city."""
    cells = [text.split(",") for text in LINES[CITIES] if not text.startswith("#")][1:]
    columns = [[float(c[k]) for c in cells] for k in range(2, 9)]
    end = len(LINES[CITIES]) + 1
    for name, key, values, words in (
            ("a total", "Whole", [f"{sum(c):.0f}" for c in columns], '"Whole" has the sum of all other rows in every dimension: is it no city?'),
            ("a mean", "Middle", [f"{sum(c) / len(c):.0f}" for c in columns], '"Middle" has the mean of all other rows in every dimension'),
            ("a row that is called so", "TOTAL", cells[0][2:], '"TOTAL" is the name of a total or a mean')):
        data = rebuilt(where, lambda c: None)
        with open(data / CITIES, "a", encoding="utf-8") as f:
            f.write(f"{key},,{','.join(values)}\n")
        status, report, said = run("--data", data)
        check(f"told: {name}", f"{data / CITIES}:{end}:1: warning: {words}" in said.replace("\n", " "), (status, said))


if __name__ == "__main__":
    sys.exit(finish([one_text, whole_columns, totals]))

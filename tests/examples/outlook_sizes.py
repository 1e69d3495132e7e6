"""Units that no neighbour contradicts: the parts against the whole, the country among all others, and what the report says where there
is nothing to compare with.  One line a check."""

import csv
import re
import shutil
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, SRC, check, finish, run, squeezed  # noqa: E402

PLACES = SRC / "tests" / "examples" / "places"
UNPROVED = "Units that nothing here could contradict: "


def written(where, **tables):
    """A folder of tables, each a list of lines, or the name of a bundled one."""
    data = where / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    for name, lines in tables.items():
        text = (DATA / f"{name}.csv").read_text(encoding="utf-8") if lines == DATA else "\n".join(lines) + "\n"
        (data / f"{name}.csv").write_text(text, encoding="utf-8")
    return data


def places(*rows):
    return ["place,name,name_local,kind,parent", *rows]


def gdp(*rows):
    return ["place,year,gdp,currency,money_unit,source", *(f"{r},made up" for r in rows)]


def digital(*rows):
    return ["place,year,definition,label,scope,value,currency,money_unit,source", *(f"{r},made up" for r in rows)]


def people(*rows):
    return ["place,year,population_thousand,source", *(f"{r},made up" for r in rows)]


def urban(place, *rows):
    return ["place,year,share,definition,source", *(f"{place},{r},national,made up" for r in rows)]


def refused(where, name, data, at, *words):
    status, report, seen = run("--data", data)
    last = seen.splitlines()[-1] if seen else ""
    check(f"refused: {name}", status == 1 and report == "" and last.startswith(f"{data}/{at}: ") and all(w in last for w in words),
          (status, seen))


def said(where, name, data, *words):
    """The report says so; nothing is warned of."""
    status, report, seen = run("--data", data)
    flat = squeezed(report)
    check(f"said: {name}", status == 0 and seen == "" and all(w in flat for w in words), (status, seen, flat[-800:]))
    return flat


KENYA = places("KE,Kenya,,country,", "N,Nairobi,,city,KE", "M,Mombasa,,city,KE")
VALUE = digital("KE,2022,,estimate,unstated,1000,KES,bn")


def parts(where):
    """The cities of a year, one or all, against their country."""
    data = written(where, places=KENYA, digital=VALUE, gdp=gdp("KE,2022,13489,KES,bn", "N,2022,14000,KES,bn"))
    refused(where, "a city's GDP above its country's", data, "gdp.csv:3:3", "gdp 14000 bn", "13489 bn")
    cities = ["place,year,population_thousand,kind,area,source", "N,2019,4397,observed,city,made up", "N,2020,4450,projected,city,made up",
              "M,2019,1208,observed,city,made up", "M,2020,1240,projected,city,made up"]
    tables = {"cities": cities, "population": people("KE,2019,50000", "KE,2020,51000", "KE,2030,62000"), "urban_history": urban("KE", "2010,0.24", "2019,0.28")}
    data = written(where, places=KENYA, digital=VALUE, gdp=gdp("KE,2022,13489,KES,bn", "N,2022,14000,KES,bn"), **tables)
    refused(where, "the same where populations are known, too", data, "gdp.csv:3:3", "gdp 14000 bn", "13489 bn")
    data = written(where, places=KENYA, digital=VALUE, gdp=gdp("KE,2022,13489,KES,bn", "N,2022,9000,KES,bn", "M,2022,8000,KES,bn"))
    refused(where, "two cities' GDP above their country's", data, "gdp.csv:3:3", "the GDP of 2 cities in 2022 is 1.26 times the country's, 13489")
    data = written(where, places=KENYA, digital=VALUE, gdp=gdp("KE,2022,13489,KES,bn", "N,2022,9000,KES,bn", "M,2022,4600,KES,bn"))
    status, _, seen = run("--data", data)
    check("doubted: they are a little above it", status == 0 and re.search(r"gdp.csv:3:3: warning: .* is 1.01 times the country's", seen), seen)
    data = written(where, places=KENYA, digital=VALUE, gdp=gdp("KE,2022,13489,KES,bn", "N,2022,4000,KES,bn", "M,2022,800,KES,bn"))
    check("no doubt where they are not", run("--data", data)[2] == "")
    data = written(where, places=places("KE,Kenya,,country,", "N,Nairobi,,city,Kenya"), digital=VALUE)
    check("the parent of a city may be the name of its country", run("--data", data)[0] == 0)
    co2 = ["place,year,co2,co2_unit,source"]
    data = written(where, places=KENYA, carbon_history=co2 + ["KE,2021,21,Mt,made up", "KE,2022,22,Mt,made up"],
                   carbon_cities=co2 + [f"{p},{y},15,Mt,made up" for p in "NM" for y in range(2013, 2023)])
    refused(where, "two cities' CO2 above their country's", data, "carbon_cities.csv:10:3", "the CO2 of 2 cities in 2021 is 1.43 times the country's")


def world(where):
    """The country in countries.csv, by its name or its code, and a currency by those that have it."""
    record = urban("KE", "2009,0.232", "2019,0.278")
    for key, name in (("KE", "Kenya"), ("K", "KENYA"), ("KEN", "Republik"), ("KE", "Jamhuri")):
        for number, words in (("53.862", "Millions instead of thousands?"), ("53862000", "Persons instead of thousands?")):
            data = written(where, places=places(f"{key},{name},,country,"), countries=DATA,
                           population=people(f"{key},2019,{float(number) * 0.97:.6g}", f"{key},2022,{number}"),
                           urban_history=[r.replace("KE,", f"{key},") for r in record])
            refused(where, f"{key} {name}: {number} thousand people", data, "population.csv:2:3", words)
    qatar = written(where, places=places("QA,Qatar,,country,"), countries=DATA, population=people("QA,1992,497", "QA,2017,2603"),
                    urban_history=urban("QA", "1992,0.934", "2017,0.991"))
    check("a country that has grown fast is no doubt", run("--data", qatar)[::2] == (0, ""), run("--data", qatar)[2])
    right = {"population": people("KE,2019,51202", "KE,2022,54252"), "urban_history": record}
    flat = said(where, "nothing where countries.csv confirms", written(where, places=places("KE,Kenya,,country,"), countries=DATA, **right))
    check("and nothing is unproved there", UNPROVED not in flat, flat)
    other = {name: [r.replace("KE,", "X,") for r in lines] for name, lines in right.items()}
    for name, end, tables in (("there is no countries.csv", ".", {"places": places("KE,Kenya,,country,"), **right}),
                              ("the country is not in it", " (countries.csv has no Nowhere).",
                               {"places": places("X,Nowhere,,country,"), "countries": DATA, **other})):
        said(where, f"{name}, and people have nothing beside them", written(where, **tables),
             f"{UNPROVED}population_thousand (thousands) of population.csv{end}")
    both = {"gdp": gdp("KE,2022,13489000,KES,bn"), "digital": digital("KE,2022,,estimate,unstated,1000000,KES,bn")}
    refused(where, "GDP and value in millions, declared billions", written(where, places=places("KE,Kenya,,country,"), countries=DATA, **both),
            "gdp.csv:2:3", "gdp 13489000 bn", "7749 bn", "In mn instead of bn?")
    said(where, "the same without countries.csv", written(where, places=places("KE,Kenya,,country,"), **both),
         f"{UNPROVED}value (bn KES) of digital.csv; gdp (bn KES) of gdp.csv.")
    data = written(where, places=places("X,Nowhere,,country,"), countries=DATA, population=people("X,2019,51202", "X,2022,54252"),
                   urban_history=urban("X", "2009,0.232", "2019,0.278"), **{k: [r.replace("KE,", "X,") for r in v] for k, v in both.items()})
    refused(where, "GDP per head in a currency", data, "gdp.csv:2:3", "GDP per head 249,000,000 KES is more than is usual", "In mn instead of bn?")
    said(where, "a city alone whose country is not named", written(where, places=places("N,Nairobi,,city,"), countries=DATA, gdp=gdp("N,2022,4000,KES,bn"),
         digital=digital("N,2022,,estimate,unstated,400,KES,bn")), "gdp (bn KES) of gdp.csv (places.csv names no country as parent of Nairobi).")
    for factor, words in ((1000, "In mn instead of bn?"), (1e-6, "")):
        data = written(where, places=places("N,Nairobi,,city,Kenya"), countries=DATA, gdp=gdp(f"N,2022,{4000 * factor:g},KES,bn"),
                       digital=digital("N,2022,,estimate,unstated,%g,KES,bn" % (400 * factor)))
        if words:
            refused(where, "a city's GDP far above that of the country it names", data, "gdp.csv:2:3", words, "part of the country's GDP")
        else:
            said(where, "a city's GDP alone is not proved by that of its country", data, UNPROVED)


def bundled(where):
    flat = squeezed(run("--data", DATA)[1])
    check("the bundled tables leave no unit unproved", UNPROVED not in flat and "countries.csv" not in flat, flat)
    for place in sorted(PLACES.iterdir()):
        data = where / place.name
        shutil.copytree(place, data)
        data.chmod(0o755)
        shutil.copy(DATA / "countries.csv", data)
        status, report, seen = run("--data", data)
        check(f"{place.name}: no doubt by countries.csv, and nothing more is unproved", status == 0 and seen == "" and
              report.count(UNPROVED) <= run("--data", place)[1].count(UNPROVED), (status, seen, report))
    with open(DATA / "countries.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(line for line in f if not line.startswith("#")))
    check("codes and names of countries are there once", all(len({r[c].lower() for r in rows}) == len(rows) == 182 for c in ("country", "code", "name")))


def empty(where):
    """Optional tables that have only a header."""
    data = where / "empty"
    shutil.copytree(DATA, data)
    data.chmod(0o755)
    for n, (file, words) in enumerate((("urban_observed.csv", "urban_observed.csv has no rows: nothing is taken from it."),
                                       ("gdp.csv", "gdp.csv, urban_observed.csv have no rows: nothing is taken from them."))):
        (data / file).chmod(0o644)
        lines = [t for t in (data / file).read_text(encoding="utf-8").splitlines() if not t.startswith("#")]
        (data / file).write_text(lines[0] + "\n", encoding="utf-8")
        status, report, seen = run("--data", data, "--out", where / "out")
        page = (where / "out" / "outlook.html").read_text(encoding="utf-8")
        check(f"said: {words}", status == 0 and f"\n{words}\n" in report and f"<li>{words}</li>" in re.sub(r"</?bdi[^>]*>", "", page), (status, seen, report[-500:]))


def small(where):
    """The short report: one small table a section, and what cautious means where it first occurs."""
    for data in (DATA, *sorted(PLACES.iterdir())):
        report = run("--data", data)[1]
        heads = re.split(r"^(\S.*?) -{3,}$", report, flags=re.M)
        for title, body in zip(heads[1::2], heads[2::2]):
            tables = len(re.findall(r"(?m)^(?!  ).*\n  \S", "\n" + body))
            check(f"{data.name}, {title.split(':')[0].split(' (')[0]}: at most one table", tables <= 1, body)
        flat = squeezed(report)
        first = flat.find("cautious")
        check(f"{data.name}: cautious is explained where it first occurs", first < 0 or flat[first:].startswith("cautious method: the mean of the two that"), flat[first:first + 100])


if __name__ == "__main__":
    sys.exit(finish([parts, world, bundled, empty, small]))

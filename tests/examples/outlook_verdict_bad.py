"""The verdict of the city outlook: malformed input.  One line a check."""

import re
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, check, edited, figures, finish, run  # noqa: E402


def malformed(where):
    lines = {n: (DATA / n).read_text(encoding="utf-8").splitlines() for n in ("carbon_kaya.csv", "carbon_goals.csv")}

    def at(file, start):
        return next(i for i, text in enumerate(lines[file], 1) if text.startswith(start))

    kaya, header = at("carbon_kaya.csv", "China,1998"), at("carbon_kaya.csv", "place,")
    goal, g = at("carbon_goals.csv", "China,"), "carbon_goals.csv"
    k = "carbon_kaya.csv"
    for name, file, old, new, position, words in (
        ("a bad number", k, "3139.807925", "3139.8x", f"{kaya}:10", "is not a number"),
        ("a missing value", k, "37.53549054", "", f"{kaya}:8", "is missing"),
        ("a GDP of 0", k, "2.371626806", "0", f"{kaya}:4", "not above 0"),
        ("a negative CO2", k, "3139.807925", "-3139.8", f"{kaya}:10", "not above 0"),
        ("a population of NaN", k, "1241935", "nan", f"{kaya}:3", "is not a number"),
        ("a year twice", k, "China,1998,", "China,1997,", f"{kaya}:2", "duplicate"),
        ("a gap", k, "China,2023,", "China,2024,", f"{at(k, 'China,2023')}:2", "2024 does not follow 2022"),
        ("a short row", k, ",3139.807925", "", f"{kaya}:11", "the header has 12"),
        ("a missing column", k, ",co2,", ",co3,", f"{header}:10", 'column "co2" (is "co3" meant?) is missing'),
        ("a city", k, "China,1998,", "Changsha,1998,", f"{kaya}:1", "is a city"),
        ("an overflow", k, "3139.807925", "1e999", f"{kaya}:10", "too large"),
        ("a base year without figures", g, "2021,2005,", "2021,1980,", f"{goal}:3", "1980 is no year of"),
        ("a target year before the base", g, ",2030,2030,", ",2001,2030,", f"{goal}:5", "2001 is not after the base year 2005"),
        ("a cut in percent", g, ",0.65,2030", ",65,2030", f"{goal}:4", "percent?"),
        ("a cut of everything", g, ",0.65,2030", ",1,2030", f"{goal}:4", "cut 1 leaves no intensity"),
        ("a growth of -1", g, "10,0.045,", "10,-1,", f"{goal}:8", "here -100 %"),
        ("half a year", g, ",10,", ",10.5,", f"{goal}:7", "whole number"),
        ("a part above 1", g, ",0.75,", ",1.75,", f"{goal}:9", "is not a fraction"),
        ("a goal twice", g, lines[g][-1], lines[g][-1] + "\n" + lines[g][-1], f"{goal + 2}:5", "a duplicate"),
        ("a second goal of a known base", g, "plan,2025,", "plan,2010,", f"{goal + 1}:3", "only the first row"),
    ):
        data = edited(where, file, old, new)
        status, report, seen = run("--data", data)
        good = re.fullmatch(re.escape(str(data / file)) + f":{position}: [^\n]+\n", seen) and words in seen
        check(f"refused: {name}", bool(good) and status == 1 and report == "", (status, seen))


if __name__ == "__main__":
    sys.exit(finish([malformed]))

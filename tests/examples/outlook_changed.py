"""The city outlook: another input row gives another printed row and another label.  One line a check."""

import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from outlook_run import DATA, SRC, check, edited, finish, run  # noqa: E402


def changed(where):
    """Another input row gives another printed row and another label."""
    out = where / "changed"
    pictures = bool(shutil.which("gnuplot"))
    cases = (
        ("digital.csv", "14089.1,CNY,bn,0.105", "14289.1,CNY,bn,0.105", "10.600 %", "definitions", ">10.600<"),
        ("gdp.csv", "134806.6", "135806.6", "10.374 %", "definitions", ">10.374<"),
        ("urban_history.csv", "China,2022,0.6521764", "China,2022,0.6621764", "66.2", "urban", "66.2 % in 2022"),
        ("urban_observed.csv", "China,2025-12-31,0.6789", "China,2025-12-31,0.6889", "68.89 % (2025-12-31)", "urban", None),
        ("cities.csv", "Changsha,2019,4461", "Changsha,2019,4561", "6,1", "urban", "Changsha 长沙 6.1"),
        ("population.csv", "China,2050,1260289.093", "China,2050,1300289.093", "1,041,", "urban", None),
        ("investment.csv", ",500,20.5,", ",500,41,", "38.8", "impact", "41 bn CNY of digital projects"),
        ("io_sectors.csv", ",385624,,152047,", ",385624,,0,", "value added 19.3 bn", "impact", "8.39, of it 6.15"),
        ("carbon.csv", ",260,", ",300,", "300 Gt", "carbon", "300 Gt CO₂"),
        ("carbon_waypoints.csv", "2035,0.07,", "2035,0.05,", "11.5", "carbon", None),
        ("carbon_cities.csv", "Shanghai,2019,", "Shanghai,2020,", "2020", "carbon", None),
        ("index_dimensions.csv", "index,Smart city index,", "index,Wise city index,", "Wise city index", "index", "Wise city index: how far the ranks of 42 cities hold"),
        ("index_cities.csv", "Kuala Lumpur,Malaysia,", "George Town,China,", "George Town", "index", "George Town"),
        ("places.csv", "Changsha,Changsha,", "Changsha,Star City,", "Star City", "carbon", "Star City 长沙"),
    )
    before = run("--data", DATA)[1]
    for file, old, new, text, picture, label in cases:
        status, report, words = run("--data", edited(where, file, old, new), "--out", out)
        check(f"{file}: {new} gives another report", status == 0 and report != before and text in report, (status, words))
        if not pictures:
            continue
        done = subprocess.run(["sh", SRC / "examples" / "plots" / "draw.sh", out], capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})
        check(f"{file}: {new} is drawn", done.returncode == 0 and done.stderr == b"", done.stderr)
        if done.returncode:
            continue
        svg = (out / f"{picture}.svg").read_text(encoding="utf-8")
        check(f"{picture}.svg says {label}", label is None or label in svg)
        if picture == "urban":
            check("the other methods are named", re.search(r"converging \d", svg) is not None and "cautious, the mean of both" in svg)
        check(f"{picture}.png is a picture", (out / f"{picture}.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n")
        check(f"{picture}.svg names Chinese fonts", "Noto Sans CJK SC" in svg and "sans-serif" in svg)
    for file, old, new, text in (
        ("urban_earlier.csv", "China,2017,0.57960", "China,2017,0.58960", "projected 63.7 % for 2020"),
        ("urban_published.csv", "WUP 2025,2050,0.8970709", "WUP 2025,2050,0.8870709", "88.7 % (WUP 2025)"),
        ("carbon_history.csv", "China,2023,11.902503", "China,2023,11.802503", "11.8 Gt in 2023"),
        ("carbon_since.csv", "2025,-0.003", "2025,-0.013", "-1.3 % in 2025"),
        ("carbon_kaya.csv", "11218.37484", "11318.37484", "11,318 Mt in 2023"),
        ("carbon_goals.csv", "2025,0.17,2030", "2025,0.18,2030", "-18 % on 2025 by 2030: CO2 may be +2.2 %"),
        ("io_flows.csv", "USA 2022,software,data,", "USA 2022,software,data,1", None),
    ):
        status, report, words = run("--data", edited(where, file, old, new))
        if text is None:
            check(f"{file}: a table out of balance is told", status == 1 and "is not what is sold" in words, words)
        else:
            check(f"{file}: {new} gives another report", status == 0 and text in report, (status, words))
    if not pictures:
        print("skipped pictures: gnuplot is not here")


if __name__ == "__main__":
    sys.exit(finish([changed]))

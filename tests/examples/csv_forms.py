#!/usr/bin/env python3
"""Files that are no CSV with commas are named as what they are, by every form of their separators; others are read."""
import pathlib
import tempfile

import checks
from checks import check, end

checks.built("urban_project")
HEAD, ROW = "place,size_class,last_year,share,urgd,end_year", "China,large,2017,0.5796,0.0501189,2018"
status, good, words = checks.run("urban_project", "-", text=f"{HEAD}\n{ROW}\n")
check("with commas", status == 0 and good and not words, words)


def refuses(name, text, position, *wanted):
    status, output, words = checks.run("urban_project", "-", text=text)
    check(f"{name}: refused by its name", status == 1 and not output and words.startswith(f"standard input:{position}: ")
          and all(w in words for w in wanted), (status, output, words))


for name, mark in (("semicolons", ";"), ("tabs", "\t"), ("vertical bars", "|"), ("full-width commas", "，"),
                   ("full-width semicolons", "；")):
    refuses(name, f"{HEAD}\n{ROW}\n".replace(",", mark), "1:1", f"separated by {name}")
    refuses(f"{name}, quoted", "\n".join(mark.join(f'"{c}"' for c in line.split(",")) for line in (HEAD, ROW)), "1:1",
            f"separated by {name}")
    refuses(f"{name}, a comma in a name", HEAD.replace(",", mark).replace("urgd", "urgd, per year"), "1:1", f"separated by {name}")
    refuses(f"{name}, decimal commas", "# by a spreadsheet\n" + HEAD.replace(",", mark) + "\n" +
            ROW.replace(",", mark).replace(".", ","), "2:1", f"separated by {name}")
    refuses(f"{name} in the rows alone", HEAD + "\n" + ROW.replace(",", mark), "2:1", "1 field, the header has 6", f"separated by {name}?")
    status, output, words = checks.run("urban_project", "-", text=f"{HEAD},note{mark} more\n{ROW},a{mark} b\n")
    check(f"{name} inside a field are text", (status, output, words) == (0, good, ""), (status, words))

checks.built("award_rank", "award_synthetic", "index_rank", "index_decide", "peer_cities", "award_order", "urban_project")
SCORES = "entry,judge,score{}\n" + "".join(f"{e},{j},{s}{{}}\n" for e, j, s in (
    ("a", "x", 80), ("a", "y", 70), ("b", "x", 60), ("b", "y", 75), ("c", "x", 65), ("c", "y", 60)))


def run(program, text, *arguments):
    return checks.run(program, *arguments, "-", text=text)


def warns(name, program, text, *wanted, arguments=()):
    status, output, words = run(program, text, *arguments)
    check(f"{name}: warned of", status == 0 and output and ": warning: " in words and all(w in words for w in wanted),
          (status, output[:60], words))


def fails(name, program, text, *wanted, arguments=()):
    status, output, words = run(program, text, *arguments)
    check(f"{name}: refused", status in (1, 2) and not output and all(w in words for w in wanted), (status, output[:60], words))


warns("an optional column with a slip", "award_rank", SCORES.format(",weigth", *[",1"] * 6), '1:4: warning: column "weigth"',
      'is "weight" meant?')
status, output, words = run("award_rank", SCORES.format("", *[""] * 6))
check("no slip, no word", status == 0 and "column" not in words and "space" not in words, words)
fails("an error of a spreadsheet", "award_rank", SCORES.format("", *[""] * 6) + "#N/A,x,5\n", ":8:1: ", "spreadsheet")
for error in ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "Err:508"):
    fails(f"{error} as a judge", "award_rank", SCORES.format("", *[""] * 6) + f"c,{error},5\n", ":8:2: ", error, "spreadsheet")
    fails(f"{error} as a score", "award_rank", SCORES.format("", *[""] * 6) + f"c,z,{error}\n", ":8:3: ", error, "spreadsheet")
    fails(f"{error} as a quoted entry", "award_rank", SCORES.format("", *[""] * 6) + f'"{error}",x,5\n', ":8:1: ", "spreadsheet")
    fails(f"{error} as a column", "award_order", f"judge,a,{error}\nx,1,2\n", ":1:3: ", "spreadsheet")
    fails(f"{error} as a place", "peer_cities", f'place,jobless\na,1\nb,2\n"{error}",3\n', ":4:1: ", "spreadsheet")
    fails(f"{error} as a category", "peer_cities", f"place,sea\na,yes\nb,no\nc,{error}\n", ":4:2: ", "spreadsheet",
          arguments=("--distance", "gower"))
status, output, words = run("award_rank", SCORES.format("", *[""] * 6) + "#N/A more,x,5\nErr:508b,x,5\n")
check("other texts are names", status == 0 and "spreadsheet" not in words and "Err:508b" in output, words)
for missing in ("..", ":"):
    fails(f"{missing} as a judge", "award_rank", SCORES.format("", *[""] * 6) + f"c,{missing},5\n", ":8:2: ", "judge is missing")
    fails(f"{missing} as a place", "peer_cities", f"place,jobless\na,1\nb,2\n{missing},3\n", ":4:1: ", "place is missing")
warns("a row that looks like a comment", "award_rank", SCORES.format("", *[""] * 6) + "#1,x,5\n", ":8:1: ", "left out")
status, output, words = run("award_rank", "# a, b, c\n" + SCORES.format("", *[""] * 6) + "# note, of, three\n#\n")
check("comments with commas", status == 0 and "left out" not in words, words)
warns("a name with a space at its end", "award_rank", SCORES.format("", *[""] * 6).replace("c,y", "c ,y"), '7:1: warning: "c " has a space')
for form, name in (("an umlaut", "Zu\u0308rich"), ("capitals", "A\u030angstro\u0308m"), ("kana", "\u304b\u3099"), ("Hangul", "\u1109\u1165")):
    warns(f"{form} in two parts", "award_rank", SCORES.format("", *[""] * 6) + f"{name},x,65\n{name},y,66\nZürich,x,1\n",
          f'8:1: warning: "{name}" has letters in two parts')
    check(f"{form} in two parts: once", run("award_rank", SCORES.format("", *[""] * 6) + f"{name},x,65\n{name},y,66\n")[2].count("two parts") == 1)
status, output, words = run("award_rank", SCORES.format("", *[""] * 6) + "Zürich,x,65\nỌ\u0300yọ\u0301,x,65\nが,x,3\n서울,y,3\n")
check("letters that have no other form", status == 0 and "two parts" not in words, words)
warns("a column in two parts", "award_order", "judge,Zu\u0308rich,b,c\nx,1,2,3\n", '1:2: warning: "Zu\u0308rich" has letters in two parts')
warns("a total among entries", "award_rank", SCORES.format("", *[""] * 6) + "Total,x,205\n", "8:1: warning: ", "total")
for total in ("Total:", "合 计", "合\u3000计", "全国", "Grand  total", "平均："):
    warns(f"{total} among entries", "award_rank", SCORES.format("", *[""] * 6) + f"{total},x,205\n", "8:1: warning: ", "total")
for note in ("Source: ministry", "Note 1: of 2020", "注:", "注：x", "资料来源：统计局", "Notes", "数据来源: x"):
    warns(f"{note} among entries", "award_rank", SCORES.format("", *[""] * 6) + f"{note},x,205\n", "8:1: warning: ", "footnote")
for name in ("Notedale", "Source Valley", "Sumatra: north", "Totalville", "全国乡", "Note 7"):
    status, output, words = run("award_rank", SCORES.format("", *[""] * 6) + f"{name},x,65\n")
    check(f"{name} is a name", status == 0 and "compared" not in words, words)
warns("a judge who ranks no entry", "award_order", "judge,a,b,c\nx,1,2,3\ny,,..,\n", '3:1: warning: "y" ranks no entry')
fails("a minus of printing", "award_rank", SCORES.format("", *[""] * 6).replace("80", "\u22128"), "2:3: ", "minus")
fails("a space in a number", "award_rank", SCORES.format("", *[""] * 6).replace("80", "8\u00a00"), "2:3: ", "space")
warns("no rows", "urban_project", HEAD + "\n", "1:1: warning: ", "no rows")
fails("the same year in two forms", "carbon_trend", "place,year,value\na,2010,5\na,2011,5\na,2010.0,6\n", ":4:2: ", "duplicate of row 2")
for draws in ("10,", "10,-1", "10,99999999999999999999", "10,1x", ",1", "-1,1"):
    fails(f"--draws {draws}", "award_rank", SCORES.format("", *[""] * 6), "--draws", arguments=(f"--draws={draws}",))
fails("--ties", "award_rank", SCORES.format("", *[""] * 6), "--ties", arguments=("--winners", 1, "--ties", "lot=-1"))
fails("agreement without a score", "award_rank", SCORES.format("", *[""] * 6).replace("c,y,60\n", ""), "c has no score of y",
      arguments=("--agreement",))
fails("ranks above the number of entries", "award_order", "judge,a,b,c\nx,90,80,70\n", "2:2: ", "rank 90 is above 3")
fails("a table of vertical bars", "peer_cities", "place|a|b\nx|1|2\ny|3|4\n", "standard input:1:1: ", "vertical bars")
fails("a table without an indicator", "peer_cities", "place\nx\ny\n", 'standard input:1:1: no column beside "place"')
fails("a single city", "peer_cities", "place,a\nx,1\n", "standard input:1:1: 1 place: at least 2 are needed")
fails("ranks of no entry", "award_order", "judge\nx\n", 'standard input:1:1: no column beside "judge"')
fails("no ranks", "award_order", "judge,a,b\nx,,\n", "standard input:1:1: there is no rank")
fails("no judges", "award_order", "judge,a,b\n", "standard input:1:1: 0 judges: at least 1 is needed")
fails("no scores", "award_rank", "entry,judge,score\n", "standard input:1:1: 0 scores: at least")
fails("a judge without a name", "award_order", "judge,a,b,c\n,1,2,3\n", "2:1: ")
warns("a mean that votes", "award_order", "judge,a,b,c\nx,1,2,3\nMean,1,2,3\n", "3:1: ", "mean")
warns("texts among numbers", "peer_cities", "place,jobless,rent\na,10,1\nb,n.a.,2\nc,12,3\n", "3:2: warning: ", "categories",
      arguments=("--distance", "gower", "--k", 1))
for title in ("year", "Year", "id", "rank", "no", "code", "index", "年份", "序号", "排名"):
    warns(f"a column {title}", "peer_cities", f"place,jobless,{title}\na,10,1\nb,11,2\nc,12,3\n", f'1:3: warning: column "{title}"', "indicator")
    warns(f"an entry {title}", "award_order", f"judge,{title},b,c\nx,1,2,3\n", f'1:2: warning: column "{title}"', "entry")
status, output, words = run("peer_cities", "place,jobless,rent\na,10,1\nb,11,2\nc,12,3\n")
check("peers of three", status == 0 and len(output.splitlines()) == 7 and not words, (output, words))
fails("an unnamed place at the end", "peer_cities", "place,jobless,rent\na,10,1\nb,11,2\n,12,3\n", "4:1: ")
status, output, words = run("award_rank", "entry,judge,score\n" + "".join(
    f"e{i},{j},{7 * i % 90 + i % 3}\n" for i in range(300) for j in "xy") + "".join(f"#{i},x,5\n" for i in range(300)))
check("hundreds of warnings, once each", status == 0 and words.count("left out") == 300, words[-300:])
many = HEAD + "\n" + "".join(f"p{i}" + ROW[5:] + "\n" for i in range(30000))
check("many places", len(run("urban_project", many)[1].splitlines()) == 30001)

with tempfile.TemporaryDirectory() as folder:
    here = pathlib.Path(folder)
    for judges in (2, 3, 4, 5):
        status, _, words = checks.run("award_synthetic", "--judges", judges, "--entries", 3, "--out", here / "jury")
        rows = (here / "jury/scores.csv").read_text().splitlines()[2:] if status == 0 else []
        check(f"a jury of {judges}", status == 0 and len(rows) == 3 * judges and len({r.rsplit(",", 1)[0] for r in rows}) == len(rows),
              (status, words, rows))
    meta = here / "meta.csv"
    META = "level,node,direction,weight,parent,type\n2,R,1,1,,Aggregate\n1,a,1,1,R,Indicator\n1,b,1,1,R,Indicator\n"
    DATA = "place,a,b\nn,1,2\ns,3,1\ne,2,5\n"

    def index(name, text, *wanted):
        meta.write_text(text)
        status, output, words = checks.run("index_rank", "-", meta, text=DATA)
        check(f"index_rank: {name}", status == 1 and not output and all(w in words for w in wanted), (status, output, words))
    index("no node", META.splitlines()[0] + "\n", ":1:6: ", "no row is an Indicator or")
    index("no indicator", "level,node,direction,weight,parent,type\n2,R,1,1,,Aggregate\n", ":1:6: ", "no row is an Indicator")
    params = here / "params.csv"
    params.write_text("indicator\n")
    status, output, words = checks.run("index_decide", "-", params, text=DATA)
    check("index_decide: no indicator", status == 1 and not output and "params.csv:1:1: 0 indicators: at least" in words, words)
    index("a type with a slip", META.replace("Indicator\n1,b", "indicator\n1,b"), ":3:6: ", 'is "Indicator" meant?')
    index("an unknown type", META.replace("R,Indicator\n1,b", "R,Thing\n1,b"), ":3:6: ", '"Thing" is none of')
    index("a level of an indicator", META.replace("1,b", "3,b"), ":4:1: ", "level 3 of an indicator")
    index("a level above the parent", META.replace("2,R,1,1,", "1,R,1,1,"), ":3:1: ", "not below level 1 of R")
    meta.write_text(META)
    sets = here / "sets.csv"
    sets.write_text("set,node,weight\n1,a,2\n3,a,3\n")
    status, output, words = checks.run("index_rank", "--uncertainty", "10,1", "--weight-sets", sets, "-", meta, text=DATA)
    check("a set without a row", status == 1 and not output and "set 2 of 3 has no row" in words, words)
    status, output, words = checks.run("index_rank", "--uncertainty", "10,1", "--treatment-log", sets, "--sensitivity", sets, "-",
                                       meta, text=DATA)
    check("two logs in one file", status == 2 and not output and "same file" in words, words)
    status, output, words = checks.run("index_rank", "--treatment-log", "/nonexistent/x", "-", meta, text=DATA)
    check("no output before a failure", status == 1 and not output, (output, words))
    for share in ("0x1", "90"):
        status, output, words = checks.run("index_rank", "--min-share", share, "-", meta, text=DATA)
        check(f"--min-share {share}", status == 2 and "between 0 and 1" in words, words)
end()

#!/usr/bin/env python3
"""Files that are no CSV with commas are named as what they are, by every form of their separators; others are read."""
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


for name, mark in (("semicolons", ";"), ("tabs", "\t")):
    refuses(name, f"{HEAD}\n{ROW}\n".replace(",", mark), "1:1", f"separated by {name}")
    refuses(f"{name}, quoted", "\n".join(mark.join(f'"{c}"' for c in line.split(",")) for line in (HEAD, ROW)), "1:1",
            f"separated by {name}")
    refuses(f"{name}, a comma in a name", HEAD.replace(",", mark).replace("urgd", "urgd, per year"), "1:1", f"separated by {name}")
    refuses(f"{name}, decimal commas", "# by a spreadsheet\n" + HEAD.replace(",", mark) + "\n" +
            ROW.replace(",", mark).replace(".", ","), "2:1", f"separated by {name}")
    refuses(f"{name} in the rows alone", HEAD + "\n" + ROW.replace(",", mark), "2:1", "1 field, the header has 6", "semicolons or tabs?")
    status, output, words = checks.run("urban_project", "-", text=f"{HEAD},note{mark} more\n{ROW},a{mark} b\n")
    check(f"{name} inside a field are text", (status, output, words) == (0, good, ""), (status, words))
end()

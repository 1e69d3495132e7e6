#!/usr/bin/env python3
"""The manual as a site: a file for each page, index.html by task and names.html by name, with search, by mandoc.

    web.py FOLDER       make html: the folder is html/ in the build

Everything is in the files themselves; no server is needed.  Links to pages of other packages become plain text.
"""
import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAN = Path(os.environ.get("SRCDIR") or HERE.parents[1]) / "man"
FRAME = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header>
<a href="index.html">libsmartkpi</a> <a href="names.html">by name</a>{topic}
<form action="index.html" role="search"><input name="q" type="search" aria-label="Search the manual" placeholder="Search"></form>
</header>
<main>
{body}
</main>
{script}</body>
</html>
"""


def section(text, name, kind="Sh"):
    m = re.search(rf"^\.{kind} {name}\n((?:(?!\.S[h{'' if kind == 'Sh' else 's'}] ).*\n)*)", text, re.M)
    return m[1] if m else ""


def rendered(path):
    run = subprocess.run(["mandoc", "-Thtml", "-Ofragment,man=%N.%S.html", str(path)], capture_output=True, text=True, encoding="utf-8",
                         check=True)
    return run.stdout


class Page:
    def __init__(self, path):
        self.text = path.read_text(encoding="utf-8")
        self.file = path.name + ".html"
        head = section(self.text, "NAME")
        self.names = re.findall(r"^\.Nm (\w+)", head, re.M)
        self.said = re.search(r"^\.Nd (.*)", head, re.M)[1]
        self.number = path.suffix[1:]
        self.body = rendered(path)

    def words(self):
        """What search looks at: names, what NAME says, headings, and the words of the rest."""
        prose = re.sub(r"<(?:pre|table class=\"(?:head|foot)\").*?</(?:pre|table)>", " ", self.body, flags=re.S)
        prose = re.sub(r'<section class="Sh">\s*<h1 class="Sh" id="(?:SEE_ALSO|ERRORS|SYNOPSIS)".*?</section>', " ", prose, flags=re.S)
        plain = html.unescape(re.sub(r"<[^>]*>", " ", prose)).lower()
        heads = " ".join(re.findall(r"^\.S[s] (.*)", self.text, re.M)).lower()
        return [self.file, ", ".join(self.names), self.said, heads, " ".join(sorted(set(re.findall(r"[a-z][\w'-]{2,}", plain))))]


class Site:
    def __init__(self, man):
        paths = sorted(p for p in man.glob("*.[37]") if not p.is_symlink())
        self.pages = [Page(p) for p in paths]
        self.file_of = {f"{n}.{p.number}": p for p in self.pages for n in p.names}
        self.style = (HERE / "style.css").read_text(encoding="utf-8")

    def linked(self, text):
        """The text with links to files that exist; a name that shares a page leads to its place there."""
        def link(m):
            page = self.file_of.get(m[1])
            if not page:
                return f'<span class="Xr">{m[2]}</span>'
            name = m[1].rsplit(".", 1)[0]
            place = f"#{name}" if name != page.names[0] and f'id="{name}"' in page.body else ""
            return f'<a class="Xr" href="{page.file}{place}">{m[2]}</a>'
        text = re.sub(r'<a class="In">(.*?)</a>', r"\1", text)
        return re.sub(r'<a class="Xr" href="([^"]*)\.html">(.*?)</a>', link, text, flags=re.S)

    def framed(self, title, body, topic="", script=""):
        return FRAME.format(title=html.escape(title), style=self.style, body=self.linked(body), topic=topic, script=script)

    def topic(self, page):
        name = f"smartkpi_{page.names[0].split('_')[1]}" if page.number == "3" else "smartkpi"
        other = self.file_of.get(name + ".7", self.file_of["smartkpi.7"])
        return f' <a href="{other.file}">{other.names[0]}(7)</a>' if other != page else ""

    def tasks(self):
        """smartkpi(7)'s index by task."""
        start = self.file_of["smartkpi.7"].body
        listed = re.search(r'id="Index_by_task".*?<dl class="Bl-tag">(.*?)</dl>', start, re.S)[1]
        out = []
        for have, want in re.findall(r"<dt[^>]*>(.*?)</dt>\s*<dd>(.*?)</dd>", listed, re.S):
            have = re.sub(r"^I\s+have\s+", "", re.sub(r"<[^>]*>", "", have).strip())
            out.append(f"<details name=\"task\"><summary>{have}</summary><p>{want.strip()}</p></details>")
        return out

    def topics(self):
        return ", ".join(f'<a href="{p.file}">{html.escape(p.names[0].replace("smartkpi_", ""))}</a>' for p in self.pages
                        if p.number == "7" and p.names[0] != "smartkpi")

    def index(self):
        data = json.dumps([p.words() for p in self.pages], ensure_ascii=False).replace("</", "<\\/")
        search = (HERE / "search.js").read_text(encoding="utf-8")
        body = ('<ul id="found" aria-live="polite"></ul>\n<h1>I have &hellip;</h1>\n<div class="tasks">\n' + "\n".join(self.tasks()) +
                f'\n</div>\n<p>Topics: {self.topics()}.</p>\n<p><a href="smartkpi.7.html">smartkpi(7)</a> says how functions are '
                'called, compiled and linked; <a href="names.html">all functions by name</a>.</p>')
        return self.framed("libsmartkpi: the manual", body, script=f"<script>\nconst pages = {data};\n{search}</script>\n")

    def names(self):
        rows = sorted((n, p) for p in self.pages for n in p.names)
        body = "<h1>By name</h1>\n<dl>\n" + "\n".join(
            f'<dt><a class="Xr" href="{n}.{p.number}.html">{n}({p.number})</a></dt><dd>{html.escape(p.said)}</dd>' for n, p in rows) + "\n</dl>"
        return self.framed("libsmartkpi: all functions by name", body)

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        files = {"index.html": self.index(), "names.html": self.names()}
        for page in self.pages:
            body = re.sub(r'<table class="(?:head|foot)">.*?</table>', "", page.body, flags=re.S)
            files[page.file] = self.framed(f"{page.names[0]}({page.number})", body, self.topic(page))
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return len(files)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    print(f"{Site(MAN).write(target)} files in {target}")

"""What the manual's pages tell of one another: lists of functions in section 7, and SEE ALSO everywhere.

In a page of section 7 the text between the marks .\\" functions and .\\" end is made from the NAME sections: all
functions of the page's topic, or of all topics in smartkpi(7).  SEE ALSO has the pages that the text names, the others of
the page's family, its topic and smartkpi(7), and what was there before.
"""
import re

from .pages import filled

START = "smartkpi.7"
BASE = "Common ground"
NAMED = re.compile(r"\b(?:skpi|smartkpi)_\w+")


def section(text, name):
    m = re.search(rf"^\.Sh {name}\n((?:(?!\.Sh ).*\n)*)", text, re.M)
    return m[1] if m else ""


def prose(text):
    """The text of a page without NAME, SYNOPSIS, SEE ALSO and displays."""
    text = re.sub(r"^\.Sh (NAME|SYNOPSIS|SEE ALSO)\n(?:(?!\.Sh ).*\n)*", "", text, flags=re.M)
    return re.sub(r"^\.Bd .*\n(?:(?!\.Ed).*\n)*\.Ed\n", "", text, flags=re.M)


class Manual:
    def __init__(self, pages):
        """pages: {file name: text}, without links."""
        self.pages = pages
        self.names = {f: re.findall(r"^\.Nm (\w+)", section(t, "NAME"), re.M) for f, t in pages.items()}
        self.page_of = {n: f for f, names in self.names.items() for n in names}
        self.said = {f: re.search(r"^\.Nd (.*)", t, re.M)[1] for f, t in pages.items()}

    def topic(self, file):
        """The topic's page; smartkpi(7) for what belongs to none."""
        name = f"smartkpi_{re.split('[_.]', file)[1]}.7"
        return name if file.startswith("skpi_") and name in self.pages else START

    def family(self, file):
        """Pages that share the module and the word after it: skpi_carbon_budget_date and skpi_carbon_budget_share."""
        words = file.split(".")[0].split("_")[:3]
        return {f for f in self.pages if f.endswith(".3") and f.split(".")[0].split("_")[:3] == words and len(words) == 3}

    def functions(self, topic):
        """A list of the functions whose topic it is, with what their pages say in NAME."""
        out = [".Bl -tag -width Ds"]
        for file in sorted(f for f in self.pages if f.endswith(".3") and self.topic(f) == topic):
            out += [".It " + " , ".join(f"Xr {n} 3" for n in self.names[file])] + filled(self.said[file])
        return out + [".El"]

    def everything(self):
        out = []
        for topic in sorted((f for f in self.pages if f.endswith(".7")), key=lambda f: (f == START, f)):
            listed = self.functions(topic)
            if len(listed) > 2:
                said = BASE if topic == START else self.said[topic][:1].upper() + self.said[topic][1:]
                head = filled(said) + ([] if topic == START else [f".Pq Xr {topic[:-2]} 7"])
                out += [".Pp"] + head + listed
        return out[1:]

    def see_also(self, file, text):
        """The files that SEE ALSO must have."""
        named = {self.page_of[n] for n in NAMED.findall(prose(text)) if n in self.page_of}
        start = {START} if START in self.pages else set()
        return (named | self.family(file) | {self.topic(file)} & set(self.pages) | start) - {file}

    def made(self, file):
        """The page with its lists and SEE ALSO."""
        text = self.pages[file]
        if file.endswith(".7"):
            listed = self.everything() if file == START else self.functions(file)
            text = re.sub(r'^\.\\" functions\n(?:(?!\.\\" ).*\n)*\.\\" end\n', lambda m: '.\\" functions\n' +
                          "\n".join(listed) + '\n.\\" end\n', text, flags=re.M)
        old = section(text, "SEE ALSO")
        head = f".Sh SEE ALSO\n{old}"
        there = re.findall(r"^\.Xr (\S+) (\d)", old, re.M)
        wanted = {tuple(f.rsplit(".", 1)) for f in self.see_also(file, text)}
        wanted |= {tuple(self.page_of[n].rsplit(".", 1)) if n in self.page_of else (n, s) for n, s in there if n not in
                   self.names[file]}
        lines = [f".Xr {n} {s}" for n, s in sorted(wanted, key=lambda x: (x[1], x[0]))]
        rest = re.sub(r"^\.Xr .*\n", "", old, flags=re.M)
        return text.replace(head, ".Sh SEE ALSO\n" + " ,\n".join(lines) + "\n" + rest) if old else text

"""What the tests of the outlook's page share: making the page of a place, and its elements."""

import html.parser
import re

from outlook_run import DATA, SRC, run

PLACES = SRC / "tests" / "examples" / "places"
VOID = {"meta", "link", "br", "img", "hr", "input"}


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent = name, dict(attributes), parent
        self.children = []  # elements and texts

    def __getitem__(self, attribute):
        return self.attributes.get(attribute)

    def all(self, *names):
        """Every element below with one of these names, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                if child.name in names:
                    yield child
                yield from child.all(*names)

    def text(self):
        whole = "".join(c if isinstance(c, str) else c.text() for c in self.children)
        return re.sub("[\u2068\u2069]", "", whole)

    def classes(self):
        return (self["class"] or "").split()


class Reader(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.top = self.at = Element("", {}, None)
        self.wrong, self.other = [], []
        self.feed(text)
        self.close()
        if self.at is not self.top:
            self.wrong.append(f"{self.at.name} is not closed")

    def handle_starttag(self, name, attributes):
        if len(dict(attributes)) != len(attributes):
            self.wrong.append(f"an attribute twice in {name}")
        element = Element(name, attributes, self.at)
        self.at.children.append(element)
        if name not in VOID:
            self.at = element

    def handle_startendtag(self, name, attributes):
        self.at.children.append(Element(name, attributes, self.at))

    def handle_endtag(self, name):
        if self.at.name != name:
            self.wrong.append(f"{name} ends {self.at.name}")
        if self.at.parent:
            self.at = self.at.parent

    def handle_data(self, text):
        self.at.children.append(text)

    def handle_decl(self, text):
        self.other.append(text)

    handle_comment = handle_pi = unknown_decl = handle_decl


def page(data, out):
    """The page of a folder of tables, as its text, its tree, and what is wrong with its form."""
    status, report, words = run("--data", data, "--out", out)
    assert status == 0, (status, words)
    text = (out / "outlook.html").read_text(encoding="utf-8")
    reader = Reader(text)
    if reader.other != ["DOCTYPE html"]:
        reader.wrong.append(f"declarations: {reader.other}")
    return text, reader.top, reader.wrong


def places():
    """The bundled data and the made-up places."""
    return {"bundled": DATA, **{p.name: p for p in sorted(PLACES.iterdir()) if p.is_dir()}}


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return sum(w * (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4) for w, p in zip((0.2126, 0.7152, 0.0722), parts))


def contrast(a, b):
    """Of two colours, by the formula of WCAG 2."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)

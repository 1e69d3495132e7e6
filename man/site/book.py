#!/usr/bin/env python3
"""The manual as one book: the pages that mandoc writes as PDF, in one file with an outline by topic.

    book.py FILE      make pdf

mandoc writes a file for each page of the manual, in four fonts that every reader has.  Its streams are taken as they are,
compressed and numbered anew.
"""
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAN = Path(os.environ.get("SRCDIR") or HERE.parents[1]) / "man"
FONTS = ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic")


def chapters(man):
    """[(page of section 7, pages of its functions)], smartkpi(7) first with what belongs to no topic."""
    rest = sorted(p for p in man.glob("*.3") if not p.is_symlink())
    out = []
    for topic in sorted(man.glob("smartkpi_*.7")):
        own = [p for p in rest if p.name.startswith(topic.stem.replace("smartkpi_", "skpi_") + "_")]
        out.append((topic, own))
        rest = [p for p in rest if p not in own]
    return [(man / "smartkpi.7", rest)] + out


def streams(path):
    """The contents of a page's sheets, and the size of a sheet."""
    made = subprocess.run(["mandoc", "-Tpdf", str(path)], capture_output=True, check=True).stdout
    found = re.findall(rb"/Length \d+ 0 R\n>>\nstream\n(.*?)endstream\n", made, re.S)
    count = int(re.search(rb"/Type /Pages\n.*?/Count (\d+)", made, re.S)[1])
    fonts = re.findall(rb"/Name /F\d\n/BaseFont /(\S+)", made)
    if len(found) != count or fonts != [f.encode() for f in FONTS]:
        raise SystemExit(f"{path}: mandoc writes another kind of PDF than was expected")
    return found, re.search(rb"/MediaBox (\[.*?\])", made)[1].decode()


class Book:
    def __init__(self):
        self.objects = []  # object i + 1 is objects[i]

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def outline(self, parent, items):
        """Adds entries (title, first sheet, entries below) and returns their numbers."""
        numbers = [self.add("") for _ in items]
        for i, (title, sheet, below) in enumerate(items):
            text = f"<< /Title ({title}) /Parent {parent} 0 R /Dest [{sheet} 0 R /Fit]"
            if i:
                text += f" /Prev {numbers[i - 1]} 0 R"
            if i + 1 < len(items):
                text += f" /Next {numbers[i + 1]} 0 R"
            if below:
                inner = self.outline(numbers[i], below)
                text += f" /First {inner[0]} 0 R /Last {inner[-1]} 0 R /Count -{len(inner)}"
            self.objects[numbers[i] - 1] = (text + " >>").encode()
        return numbers

    def bytes(self, root):
        out, at = b"%PDF-1.4\n", []
        for i, body in enumerate(self.objects):
            at.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, body)
        table = b"".join(b"%010d 00000 n \n" % a for a in at)
        return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(at) + 1, table, len(at) + 1, root, len(out))


def book(man):
    made, sheets, contents = Book(), [], []
    tree = made.add("")
    fonts = [made.add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{f} >>") for f in FONTS]
    used = made.add("<< /ProcSet [/PDF /Text] /Font << " + " ".join(f"/F{i} {n} 0 R" for i, n in enumerate(fonts)) + " >> >>")

    def entry(path, below=()):
        found, box = streams(path)
        first = len(sheets)
        for stream in found:
            packed = zlib.compress(stream, 9)
            content = made.add(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
            sheets.append(made.add(f"<< /Type /Page /Parent {tree} 0 R /MediaBox {box} /Resources {used} 0 R /Contents {content} 0 R >>"))
        return f"{path.stem}\\({path.suffix[1:]}\\)", sheets[first], [entry(p) for p in below]

    for topic, functions in chapters(man):
        contents.append(entry(topic, functions))
    made.objects[tree - 1] = (f"<< /Type /Pages /Count {len(sheets)} /Kids [" + " ".join(f"{s} 0 R" for s in sheets) + "] >>").encode()
    outline = made.add("")
    top = made.outline(outline, contents)
    made.objects[outline - 1] = f"<< /Type /Outlines /First {top[0]} 0 R /Last {top[-1]} 0 R /Count {len(top)} >>".encode()
    root = made.add(f"<< /Type /Catalog /Pages {tree} 0 R /Outlines {outline} 0 R /PageMode /UseOutlines >>")
    return made.bytes(root), len(sheets)


if __name__ == "__main__":
    data, count = book(MAN)
    Path(sys.argv[1]).write_bytes(data)
    print(f"{count} sheets in {sys.argv[1]}")

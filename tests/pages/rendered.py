"""One manual page as mandoc renders it: sections as text, displays as what a reader would copy."""
import html
import re
import subprocess


def mandoc(*args, env=None):
    run = subprocess.run(["mandoc", *map(str, args)], capture_output=True, text=True, encoding="utf-8", env=env)
    return run.stdout + run.stderr if "-Tlint" in args else run.stdout


class Page:
    """A rendered page: sections as text, and displays as a reader would copy them."""

    def __init__(self, path):
        self.path, self.file = path, path.name
        self.source = path.read_text(encoding="utf-8")
        text = re.sub(".\b", "", mandoc("-T", "ascii", "-O", "width=1000", path))
        self.text = "\n".join(text.split("\n")[1:-2])
        self.sections, self.body, name = [], {}, None
        for line in text.split("\n")[1:]:
            if re.match(r"[A-Z]", line) and not line.startswith("libsmartkpi"):
                name = line.strip()
                self.sections.append(name)
                self.body[name] = []
            elif name:
                self.body[name].append(line)
        self.body = {k: "\n".join(v) for k, v in self.body.items()}
        head = self.body.get("NAME", "").strip().split(" - ")[0]
        self.names = [n.strip() for n in head.split(",")]
        page = mandoc("-T", "html", "-O", "fragment", path)
        if not path.stem.startswith("smartkpi"):
            page = "".join(re.findall(r'<h1 class="Sh" id="EXAMPLES">.*?</section>', page, re.S))
        self.displays = [html.unescape(re.sub(r"<[^>]*>", "", d)) for d in re.findall(r"<pre>(.*?)</pre>", page, re.S)]

    def programs(self):
        """(language, program, output) triples, and the displays of EXAMPLES that are in none."""
        found, left, i = [], [], 0
        while i < len(self.displays):
            d = self.displays[i]
            kind = "c" if re.search(r"^int main\(", d, re.M) else "py" if re.match(r"(import|from) ", d) else None
            if kind:
                found.append((kind, d, self.displays[i + 1] if i + 1 < len(self.displays) else None))
                i += 1
            elif not re.match(r"[$%#] ", d):
                left.append(d)
            i += 1
        return found, left

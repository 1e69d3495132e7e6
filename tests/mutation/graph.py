"""Which tests concern a source: what its object is reached from, by the symbols that objects define and use."""
import os
import re
import subprocess


def symbols(paths):
    """{object: (names defined, names used)}."""
    out = {path: (set(), set()) for path in paths}
    run = subprocess.run(["nm", "-g", "-A", *paths], check=True, stdout=subprocess.PIPE, text=True)
    for line in run.stdout.splitlines():
        path, told = line.split(":", 1)
        kind, name = told.split()[-2:]
        out[path][kind in "Uw"].add(name)
    return out


class Graph:
    def __init__(self, library, units, headers, top):
        """library and units are {source: its object}; objects are known by their source."""
        every = {**library, **units}
        found = symbols(every.values())
        told = {s: found[path] for s, path in every.items()}
        owner = {name: s for s in library for name in told[s][0]}
        self.defined = {s: told[s][0] for s in library}
        self.uses = {s: {owner[name] for name in told[s][1] & owner.keys()} for s in told}
        self.users = {s: set() for s in told}
        for s, used in self.uses.items():
            for other in used:
                self.users[other].add(s)
        self.includes = {}
        for s in [*library, *headers]:
            with open(os.path.join(top, s)) as f:
                text = f.read()
            self.includes[s] = {f"lib/{h}" for h in re.findall(
                r'^#(?:include|define SKPI__TEMPLATE) "([^"]+)"', text, flags=re.M)}

    def including(self, header, seen=None):
        """The sources that include a header, by others too."""
        out = set()
        for s, headers in self.includes.items():
            if header in headers and s not in (seen or ()):
                out |= {s} if s.endswith(".c") else self.including(s, (seen or set()) | {header})
        return out

    def used_by(self, sources):
        """The sources that these use themselves."""
        return {used for s in sources for used in self.uses[s]}

    def reaching(self, sources):
        """{source: steps} of everything that uses these sources, itself or by others."""
        steps, now, n = {}, set(sources), 0
        while now:
            steps.update(dict.fromkeys(now, n))
            now = {u for s in now for u in self.users[s]} - steps.keys()
            n += 1
        return steps

"""The page of the city outlook in Chromium: at 390 and 1280 pixels, light, dark and printed.  One line a check."""

import html
import json
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from outlook_html import page, places  # noqa: E402
from outlook_run import check, finish  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WIDTHS = (390, 1280)
# What a copy of the page tells of itself; every folded part is opened before.
LOOK = """<script>
addEventListener("load", () => {
  document.querySelectorAll("details").forEach(d => d.open = true);
  const root = document.documentElement, wide = root.clientWidth, beyond = [], over = [], met = [], small = [];
  const unseen = e => e.closest("thead") && getComputedStyle(e.closest("thead")).position == "absolute" || e.closest(".unseen");
  document.querySelectorAll("h1,h2,h3,p,li,a,summary,caption,figcaption,th,td,svg,svg text").forEach(e => {
    const b = e.getBoundingClientRect();
    if (unseen(e) || !b.width) return;
    if (b.left < -0.5 || b.right > wide + 0.5) beyond.push(e.tagName + " " + e.textContent.slice(0, 40));
    if (!e.closest("svg") && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display != "inline")
      over.push(e.tagName + " " + e.textContent.slice(0, 40));
  });
  document.querySelectorAll("svg").forEach(s => {
    const edge = s.getBoundingClientRect(), t = [...s.querySelectorAll("text")].map(e => [e.getBoundingClientRect(), e.textContent]);
    const scale = edge.width / s.viewBox.baseVal.width;
    if (12 * scale < 10.5) small.push(12 * scale);
    t.forEach(([a, words], i) => {
      if (a.left < edge.left - 1 || a.right > edge.right + 1 || a.top < edge.top - 3 || a.bottom > edge.bottom + 3) beyond.push(words);
      t.slice(0, i).forEach(([b, other]) => {
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4) met.push([words, other]);
      });
    });
  });
  const style = getComputedStyle(document.body);
  parent.postMessage(JSON.stringify({name: NAME, wide: wide, whole: root.scrollWidth, high: root.scrollHeight, beyond: beyond, over: over, met: met,
    small: small, dark: matchMedia("(prefers-color-scheme: dark)").matches, ground: style.backgroundColor, ink: style.color}), "*");
});
</script>"""
FRAME = """<!DOCTYPE html><html lang="en"><head><title>frames</title></head><body>
<script>addEventListener("message", e => { const p = document.createElement("pre"); p.textContent = e.data; document.body.append(p); });</script>
%s</body></html>"""


def chromium(where, *arguments):
    return subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={where / 'chromium'}",
                           *arguments], capture_output=True, timeout=300, env={**os.environ, "HOME": str(where)})


def looked(where, *arguments):
    """What every copy in its frame tells, by its name."""
    done = chromium(where, "--virtual-time-budget=20000", *arguments, "--dump-dom", f"file://{where}/frames.html")
    found = [json.loads(html.unescape(t)) for t in re.findall(r"<pre>(.*?)</pre>", done.stdout.decode(errors="replace"), re.S)]
    return {f["name"]: f for f in found}


def prepared(where):
    frames = []
    for name, data in places().items():
        text, _, _ = page(data, where / name)
        for width in WIDTHS:
            key = f"{name} at {width}"
            (where / name / f"look-{width}.html").write_text(text.replace("</body>", LOOK.replace("NAME", json.dumps(key)) + "</body>"), encoding="utf-8")
            frames.append((key, f'<iframe src="{name}/look-{width}.html" width="{width}" height="900" style="border:0"></iframe>'))
    (where / "frames.html").write_text(FRAME % "\n".join(f for _, f in frames), encoding="utf-8")
    return [key for key, _ in frames]


def brightness(colour):
    return sum(map(int, re.findall(r"\d+", colour)[:3]))


def every_place(where):
    keys = prepared(where)
    for scheme, arguments in (("light", ("--blink-settings=preferredColorScheme=1",)),
                              ("dark", ("--force-dark-mode", "--blink-settings=preferredColorScheme=0"))):
        found = looked(where, *arguments)
        check(f"{scheme}: every page was looked at", sorted(found) == sorted(keys), sorted(found))
        for key, f in found.items():
            which = f"{key}, {scheme}"
            check(f"{which}: as wide as it should be", key.endswith(f" {f['wide']}"), f["wide"])
            check(f"{which}: nothing is wider than the screen", f["whole"] <= f["wide"] and f["beyond"] == [], f["beyond"])
            check(f"{which}: no text is cut", f["over"] == [], f["over"])
            check(f"{which}: no texts of a picture meet", f["met"] == [], f["met"])
            check(f"{which}: letters of pictures can be read", f["small"] == [], f["small"])
            check(f"{which}: its colours", f["dark"] == (scheme == "dark") and
                  (brightness(f["ground"]) < brightness(f["ink"])) == (scheme == "dark"), (f["ground"], f["ink"]))


def printed(where):
    page(places()["bundled"], where / "print")
    chromium(where, "--no-pdf-header-footer", f"--print-to-pdf={where}/print.pdf", f"file://{where}/print/outlook.html")
    check("it is printed", (where / "print.pdf").exists() and (where / "print.pdf").read_bytes()[:5] == b"%PDF-")
    if not shutil.which("pdftotext"):
        print("skipped the words in print: pdftotext is not here")
        return
    words = re.sub(r"\s+", " ", subprocess.run(["pdftotext", where / "print.pdf", "-"], capture_output=True).stdout.decode())
    for text in ("Headlines", "10.451 %", "The cautious method is the mean", "must not be divided into", "Sources", "Global Carbon Budget 2024",
                 "The first are Montreal (1 to 5)", "Sobol's total index", "under 50, only by the choice of weights", "Kuala Lumpur"):
        check(f"in print: {text}", text in words)


def begun():
    """Chromium may be installed and unable to run, as in a container without a user."""
    try:
        return subprocess.run([CHROMIUM, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    if not CHROMIUM or not begun():
        print("Chromium is not here")
        sys.exit(77)
    sys.exit(finish([every_place, printed]))

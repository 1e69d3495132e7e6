"""The page of the city outlook through HTML Tidy, which must have nothing to say.  One line a check."""

import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from outlook_html import page, places  # noqa: E402
from outlook_run import check, finish  # noqa: E402


def tidied(file):
    return subprocess.run(["tidy", "-quiet", "-errors", "-utf8", file], capture_output=True, text=True)


def every_place(where):
    for name, data in places().items():
        page(data, where / name)
        done = tidied(where / name / "outlook.html")
        check(f"{name}: nothing to say", done.returncode == 0 and done.stdout + done.stderr == "", done.stdout + done.stderr)
    broken = where / "broken.html"
    broken.write_text((where / "bundled" / "outlook.html").read_text(encoding="utf-8").replace("</h2>", "", 1), encoding="utf-8")
    check("it sees a heading that is not closed", tidied(broken).returncode != 0)


if __name__ == "__main__":
    if not shutil.which("tidy"):
        print("HTML Tidy is not here")
        sys.exit(77)
    sys.exit(finish([every_place]))

"""Builds wheels of the package with the standard library alone: the backend that pyproject.toml names (PEP 517).

    pip install lib/python                                  the package; it finds an installed library
    backend.py FOLDER --library FILE --soname NAME          the package with the library and its manual inside: make wheel

The version and the library's soname are those of configure.ac.  The same sources give the same bytes.
"""
import argparse
import base64
import hashlib
import os
import re
import sys
import sysconfig
import time
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.normpath(os.path.join(HERE, "..", ".."))
METADATA = """Metadata-Version: 2.1
Name: smartkpi
Version: {version}
Summary: Smart-city indicators: urbanisation, carbon paths, the digital economy
License: GPL-3.0-or-later
Requires-Python: >=3.8
Description-Content-Type: text/markdown

{readme}"""
WHEEL = "Wheel-Version: 1.0\nGenerator: libsmartkpi\nRoot-Is-Purelib: {pure}\nTag: {tag}\n"


class UnsupportedOperation(Exception):
    """What PEP 517 names so."""


def read(*path):
    with open(os.path.join(TOP, *path), "rb") as f:
        return f.read()


def configured():
    """The version, and the soname that follows from current:revision:age."""
    text = read("configure.ac").decode()
    current, _, age = map(int, re.search(r"SKPI_VERSION_INFO\], \[(\d+):(\d+):(\d+)\]", text).groups())
    return re.search(r"AC_INIT\(\[libsmartkpi\], \[([^]]+)\]", text)[1], f"libsmartkpi.so.{current - age}"


def package(soname):
    """{path in the wheel: bytes} of the modules."""
    folder = os.path.join(HERE, "smartkpi")
    names = sorted(n for n in os.listdir(folder) if n.endswith((".py", ".typed")) and n != "_config.py")
    found = {f"smartkpi/{n}": read(folder, n) for n in names}
    return {**found, "smartkpi/_config.py": f'LIBDIR = ""\nSONAME = "{soname}"\n'.encode()}


def manual(data):
    """{path in the wheel: bytes} of the pages."""
    pages = sorted(n for n in os.listdir(os.path.join(TOP, "man")) if n.endswith((".3", ".7")))
    return {f"{data}/data/share/man/man{n[-1]}/{n}": read("man", n) for n in pages}


def described(version, info, tag):
    """{path in the wheel: bytes} of the description."""
    return {f"{info}/METADATA": METADATA.format(version=version, readme=read("README.md").decode()).encode(),
            f"{info}/WHEEL": WHEEL.format(pure=str(tag.endswith("any")).lower(), tag=tag).encode(),
            f"{info}/licenses/COPYING": read("COPYING")}


def written(path, files, info):
    """Writes a wheel, with the record of its files."""
    moment = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), 315532800))[:6]  # a zip begins in 1980
    record = ""
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(content)}\n"
    files[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, moment)
            member.external_attr, member.compress_type = 0o100644 << 16, zipfile.ZIP_DEFLATED
            wheel.writestr(member, content)


def build(folder, library=None, soname=None):
    """Builds a wheel in the folder, and gives its name."""
    version, usual = configured()
    soname, info, data = soname or usual, f"smartkpi-{version}.dist-info", f"smartkpi-{version}.data"
    tag = "py3-none-" + (re.sub(r"[-.]", "_", sysconfig.get_platform()) if library else "any")
    files = package(soname)
    if library:
        files.update({f"smartkpi/{soname}": read(os.path.abspath(library)), **manual(data)})
    files.update(described(version, info, tag))
    name = f"smartkpi-{version}-{tag}.whl"
    written(os.path.join(folder, name), files, info)
    return name


# What pip calls

def get_requires_for_build_wheel(config_settings=None):
    return []


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return build(wheel_directory)


def get_requires_for_build_sdist(config_settings=None):
    return []


def build_sdist(sdist_directory, config_settings=None):
    raise UnsupportedOperation("the sources are those of the whole library: make dist")


def main(arguments):
    parser = argparse.ArgumentParser(description="Builds a wheel with the library inside.")
    parser.add_argument("folder")
    parser.add_argument("--library", required=True)
    parser.add_argument("--soname", required=True)
    given = parser.parse_args(arguments)
    print(build(given.folder, given.library, given.soname))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Lists of the files in the folders: lib/<room>/local.mk, man/local.mk, and the links of the manual: a symbolic link for
each further name that a page has."""
import os
import re


def sources(tree, room):
    """lib/<room>/local.mk: its C files, one a line, sorted, and tables from which one is made.  Files that are listed as
    kernels stay there."""
    path = os.path.join("lib", room, "local.mk")
    with open(os.path.join(tree, path), encoding="utf-8") as f:
        kernels = set(re.findall(r"lib_libskpi_kernel_la_SOURCES \+= %D%/(\S+)", f.read()))
    files = sorted(n for n in os.listdir(os.path.join(tree, "lib", room)) if n.endswith((".c", ".h")))
    made = sorted(n for n in os.listdir(os.path.join(tree, "lib", room)) if n.endswith(".csv"))
    return path, "".join([f"lib_libskpi{'_kernel' if n in kernels else ''}_la_SOURCES += %D%/{n}\n" for n in files]
                         + [f"EXTRA_DIST += %D%/{n}\n" for n in made])


def generators(tree):
    """lib/interface/local.mk: the files of the generators."""
    names = sorted(n for n in os.listdir(os.path.join(tree, "lib", "interface")) if n.endswith(".py"))
    return os.path.join("lib", "interface", "local.mk"), (
        "# What makes everything that repeats of the public headers: python3 lib/interface/make.py.\n"
        + "".join(f"EXTRA_DIST += %D%/{n}\n" for n in names))


def package(tree):
    """The list in lib/python/local.mk: the modules of the package."""
    path = os.path.join("lib", "python", "local.mk")
    with open(os.path.join(tree, path), encoding="utf-8") as f:
        old = f.read()
    names = sorted(n for n in os.listdir(os.path.join(tree, "lib", "python", "smartkpi")) if n.endswith((".py", ".typed"))
                   and n != "_config.py")
    made = "skpi_python =\n" + "".join(f"skpi_python += %D%/smartkpi/{n}\n" for n in names)
    return path, re.sub(r"^skpi_python =.*\n(?:skpi_python \+=.*\n)*", made, old, flags=re.M)


class Link(str):
    """The target of a symbolic link."""


def links(tree):
    """{path: target} of the further names of the manual's pages; None for a link to a name that no page has."""
    man, wanted, found = os.path.join(tree, "man"), {}, {}
    for name in sorted(n for n in os.listdir(man) if n.endswith(".3")):
        if os.path.islink(os.path.join(man, name)):
            found[name] = None
            continue
        with open(os.path.join(man, name), encoding="utf-8") as f:
            text = f.read()
        for other in re.findall(r"^\.Nm (\w+)", text.split(".Sh SYNOPSIS")[0], re.M):
            if other + ".3" != name:
                wanted[other + ".3"] = Link(name)
    return {os.path.join("man", n): t for n, t in {**found, **wanted}.items()}


def pages(tree, linked):
    """The lists in man/local.mk: pages, and links to them."""
    path = os.path.join("man", "local.mk")
    with open(os.path.join(tree, path), encoding="utf-8") as f:
        old = f.read()
    further = sorted(os.path.basename(p) for p, target in linked.items() if target is not None)
    names = {n for n in os.listdir(os.path.join(tree, "man")) if re.search(r"\.[37]$", n)}
    names -= {os.path.basename(p) for p in linked}
    for variable, files in (("dist_man_MANS", sorted(names)), ("skpi_man_links", further)):
        made = f"{variable} =\n" + "".join(f"{variable} += %D%/{n}\n" for n in files)
        old = re.sub(rf"^{variable} =.*\n(?:{variable} \+=.*\n)*", made, old, flags=re.M)
    return path, old

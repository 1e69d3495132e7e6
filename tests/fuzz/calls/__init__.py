"""Samples of all modules' functions, and the functions that return no status.

The drivers read the contracts in the public headers at run time; a function's kinds, axes, clauses and conditions say
what is called and what must be refused; statuses that are sentences are sought (sought.py).  A function needs a sample
only where values of its kinds make no valid call (fill.py has them), where a sentence is not found true, or where a
handle goes through more than its maker.  SAMPLES of calls/<module>.py has them:

    sample("skpi_carbon_path_value", {"path->t0": [2023, 2023.5, 2020], "shape": "PEAK"}, e0=[11.9, 60, 100],
           ("EDOM", "path->e_peak", {"residual": 100.0}))

Values     by path or, where one input alone ends so, by name; a list is an array, row after row, and tells its counts;
           a constant is told as its enum has it; y=[...] of a table is y->value; NULL leaves an array, table or struct
           out; "unread": [("population->value", 19)] are cells that the call does not look at; "compared": True says that
           rows are compared with each other, so that a bad one may change the others; an array of tables is a list of
           dicts, {"value": [...], "basis->definition": "CAICT"}
Triggers   (status, argument that the error names, changes): a number into an array goes into its first, middle and last
           cell, each in turn; ("y", 3) is one cell; a list is all of it.  A trigger stands for the templates of its
           status and argument.  Of a warning the argument is "".  Last, where needed, {"row": 1, "column": -1} of the
           error.  Changes None: this sample does not make the condition true
variant=   on a further sample of the same function
RECIPES    handles by type: handle("skpi_ensemble_plan_new", "skpi_urban_ensemble_add"), a maker and what the handle
           goes through; without one it is the valid call of the function that makes it
"""
import importlib
import pkgutil
from collections import namedtuple

import contract
from cases import SIZE_MAX, Sample
from cases import INT32_MAX, INT32_MIN, LineError

Plain = namedtuple("Plain", "name answers")


def answers(name, *pairs):
    """Pairs ((arguments), answer) of a call. An answer may be a function of the lab and the returned value."""
    return Plain(name, pairs)


# Functions without a status, and what each promises for any argument.
PLAIN = [
    answers("skpi_status_name", ((0,), "SKPI_OK"), ((-20,), "SKPI_EDOM"), ((-63,), "SKPI_ETHREAD"),
            ((1,), "SKPI_WROWS"),
            ((32 | 4,), "SKPI_WWEAKFIT"), ((128,), "SKPI_WUNUSUAL"), ((256,), "SKPI_UNKNOWN"), ((-5,), "SKPI_UNKNOWN"),
            ((INT32_MIN,), "SKPI_UNKNOWN"), ((INT32_MAX,), "SKPI_WROWS")),
    answers("skpi_status_message", *(((s,), lambda lab, text: bool(text))
                                     for s in (0, 1, 63, -1, -29, -64, INT32_MIN, INT32_MAX))),
    answers("skpi_last_error", ((), lambda lab, text: text.startswith("skpi_constant: name "))),
    answers("skpi_version", ((), lambda lab, text: text.count(".") == 2)),
    answers("skpi_version_number", ((), lambda lab, number: lab.version() == (number >> 16, number >> 8 & 255,
                                                                              number & 255))),
    answers("skpi_struct_size", ((None,), 0), (("",), 0), (("skpi_nothing",), 0), (("skpi_basi",), 0),
            (("skpi_basis2",), 0), (("skpi_basis",), lambda lab, size: size == lab.sizeof("skpi_basis")),
            (("skpi_error",), lambda lab, size: size == lab.sizeof("skpi_error"))),
    answers("skpi_digital_nbs_class_name", (("01", 0), "manufacture of digital products"),
            (("0509", 0), "other efficiency gained by digitalisation"),
            *(((code, 0), None) for code in (None, "", "0", "00", "06", "010", "0100", "0107", "01010", "0510", "A1")),
            *((("01", o), None) for o in (-1, 2, INT32_MIN, INT32_MAX))),
    answers("skpi_carbon_gas", ((0,), "CO2"), ((1,), "CH4"), *(((i,), None) for i in (1000, SIZE_MAX))),
    answers("skpi_constant_name", ((5101,), "SKPI_URBAN_SIZE_LARGE"),
            *(((v,), None) for v in (0, 1, -1, 1000, 3100, INT32_MIN, INT32_MAX))),
]


def plain(api):
    """Those of PLAIN, and functions that take only a handle: for NULL a free function does nothing, and the others give
    0."""
    of_handles = [answers(f.name, ((None,), None if f.result.base == "void" else 0)) for f in api.functions.values()
                  if not f.fallible and [p.type.base in api.handles for p in f.parameters] == [True]]
    return {one.name: one for one in PLAIN + of_handles}


def modules():
    return [importlib.import_module(f"calls.{module.name}") for module in pkgutil.iter_modules(__path__)]


def samples(api):
    """Samples by name; a function without a sample has an empty one."""
    found = {}
    for module in modules():
        for one in getattr(module, "SAMPLES", ()):
            name = f"{one.name} [{one.variant}]" if one.variant else one.name
            if name in found:
                raise LineError(f"{name} has two samples")
            found[name] = one
    sampled = {one.name for one in found.values()}
    for f in api.functions.values():
        if f.fallible and f.name not in sampled:
            found[f.name] = Sample(f.name, (), {})
    return found


def into(lab, api=None):
    """Adds the calls, and the recipes of handles, to a lab."""
    api = api or contract.headers()
    for module in modules():
        lab.recipes.update(getattr(module, "RECIPES", {}))
    lab.lines = contract.Lines(lab, api, samples(api))
    lab.plain = plain(api)

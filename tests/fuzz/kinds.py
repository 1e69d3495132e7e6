"""What each kind of argument must refuse, and with which status.

How to add a function: write one call(...) in tests/fuzz/calls/<module>.py, in the list CALLS:

    call("skpi_urban_urgd", n=count(3), t1=date([...]), share1=open_share([...]), ..., urgd=out(), status=rows())

a valid call, each argument by its name, in the order of the header, with its value and kind.  A list is an array, a
number is passed by value.  Arrays have n values; others say their shape, built from the names of counts, of members of
the same struct, and of numbers: share([...], "n*n_years"), finite([...], "2*n_norm"), positive([...], "n_years+1").
Options of every array:
    optional=True   NULL is fine; optional=1.0: NULL is the same as an array of that value
    missing=True    NaN is fine
Members of structs are arguments of struct(...) or outs(...) and have kinds of their own; a member that is left out
fails the run (size, flags and zero need no line).  What only this function refuses (an order between two arguments,
tables of unequal axes) goes behind the name, before the arguments, as
    refuse("ENOTSORTED", "t1", t1=2030.0)                   set in the first, middle and last row of t1, each in turn
    refuse("EINCONSISTENT", "gdp->n", {"gdp->n": 1})        members are named as the error words name them
A row that fails though no cell of an array of rows is changed, and a column that the error has not, are told by row=
and column=.
A further valid call, where one does not go through all that allocates: accept({"source->flow": [...]}).
Options of call: returns="WHORIZON" where the valid call warns; variant="capped" on a further line of the same function,
whose arguments are of other kinds.
Functions that return no status stand in calls/__init__.py.

The kinds stand in values.py and structs.py.  A kind has build(builder, path, type), which makes the value to pass, and
cases(shapes, path, type), which gives Refusal, Same and Accepted (cases.py).
"""
from cases import INT32_MAX, INT32_MIN, LineError, accept, call, refuse
from structs import basis, handle, new_handle, null, out_basis, out_struct, outs, struct, table, tables
from values import (Values, axis, choice, count, date, divisor, finite, horizons, integer, n_years, open_share, out,
                    positive, probability, quantity, room, rows, share, string, strings, text, year, years)

__all__ = [name for name in dir() if not name.startswith("_")]

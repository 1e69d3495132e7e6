"""Contracts that the reader must refuse: (what, text of a public header, what it becomes, words of
the refusal)."""

import os
import re

N = " * `n`          count of places.\n"
DATE0 = " * `date0[n]`   date of the first observation.\n"
SORTED = " * `ENOTSORTED`  date0 is not before date1.\n"
DEFAULT = "0 = 0.97"


def told(module, pattern):
    """Words of a header that a test removes. They are read from the header, because they may be rewritten."""
    include = os.path.join(os.environ.get("SRCDIR") or os.path.join(os.path.dirname(__file__), "..", ".."), "include")
    with open(os.path.join(include, "smartkpi", module + ".h"), encoding="utf-8") as f:
        return re.search(pattern, f.read(), re.S).groups()


MEMBER, DAMPING = told("urban", r"(\n    double damping; +)(/\*(?:(?!\*/).)*DAMPED(?:(?!\*/).)*\*/)")
[SHARE0] = told("urban", r"(`share0\[n\]`[^\n.]*)\.\n")
[ENDS] = told("economy", r"(/\*\* [^\n]*\*/\n)SKPI_API void skpi_economy_iotable_free")

MALFORMED = [
    ("a number without a kind", DATE0, DATE0.replace("date of", "day of"), "begins with no kind"),
    ("a kind in the plural", DATE0, DATE0.replace("date of", "dates of"), "begins with no kind"),
    ("a kind that the C type cannot hold", DATE0, DATE0.replace("date of", "year of"), "cannot hold year"),
    ("an argument without an entry", N, "", "n has no entry"),
    ("two entries of one argument", N, N + N, "a second entry"),
    ("an entry of no argument", N, N + N.replace("`n`  ", "`places`"), "places is no argument"),
    ("an array without an axis", DATE0, DATE0.replace("date0[n]`", "date0`   "), "axes are missing"),
    ("an axis that is no count", DATE0, DATE0.replace("[n]", "[k]"), "k is no count"),
    ("an axis that is no name", DATE0, DATE0.replace("[n]", "[2*n]"), "no axis"),
    ("axes of one value", "`by`          ", "`by[n]`       ", "int32_t is one value"),
    ("a handle's axis without its accessor", "[result->n_places]", "[result->n_rows]", "result->n_rows is no count"),
    ("an entry without a full stop", DATE0, DATE0.replace("observation.", "observation"), "no full stop"),
    ("an entry with one space", DATE0, DATE0.replace("`   date", "` date"), "two spaces"),
    ("a line that goes on and is not indented", DATE0, DATE0 + " * of all.\n", "among entries"),
    ("a backtick that opens no entry", DATE0, " * `date0\n", "no entry"),
    ("a status that is none", SORTED, SORTED.replace("ENOTSORTED", "EUNSORTED"), "EUNSORTED is no status"),
    ("two lines of one status", SORTED, SORTED + SORTED, "a second line"),
    ("a condition of no argument", SORTED, SORTED.replace("date0", "date2"), "date2 names no argument"),
    ("a condition of no member", "in->last_year is not before first_year", "in->last is not before first_year",
     "in->last names no argument"),
    ("a condition that compares with nothing", SORTED, SORTED.replace("date1", "date"), "date names no argument"),
    ("an interval that is open to nothing", "number in (0,1]: ", "number in (0,1: ", "no interval"),
    ("an interval upside down", "number in (0,1]: ", "number in (1,0]: ", "no interval"),
    ("a share with an interval", "open share of", "open share in (0,1] of", "its own interval"),
    ("a default without its mark", DEFAULT, "NULL is 0.97", "begins like a clause"),
    ("NULL of a number", DEFAULT, "NULL = 0.97", "only for a pointer"),
    ("two defaults", DEFAULT, "0 = 0.97; 0 = 1", "a second clause"),
    ("a default that is no constant", "0 = SKPI_URBAN_METHOD_UN.", "0 = SKPI_URBAN_NONE.",
     "SKPI_URBAN_NONE is no constant"),
    ("an enum that there is not", "enum skpi_urban_size; NULL = the method", "enum skpi_urban_lot; NULL = the method",
     "no enum skpi_urban_lot"),
    ("a choice that there is not", "only for shape = PEAK, HERMITE", "only for shape = PEAK, CUBIC",
     "no constant of enum"),
    ("a condition of a choice that there is not", "rate is above 1 (COMPOUND)", "rate is above 1 (DOUBLED)",
     "no choice of the call"),
    ("a choice that is none", "only for shape = PEAK, HERMITE", "only for n = PEAK, HERMITE", "no choice beside it"),
    ("an alias that is no array", "may be in->amount", "may be in->weight", "no input array"),
    ("an alias of an input", SHARE0 + ".\n", SHARE0 + "; may be urgd.\n", "only for an output"),
    ("missing values of whole numbers", "[n] year of the last observation.",
     "[n] year of the last observation; NaN = missing.", "only for double"),
    ("a member without an entry", DAMPING, "", "no entry after it"),
    ("a member with its comment before it", MEMBER + DAMPING, "\n    " + DAMPING + "\n    double damping;",
     "a comment before a member"),
    ("a table of no kind", "table of quantity: value added", "table of money: value added", "a table of money"),
    ("a handle that nobody ends", "new handle: skpi_ensemble_plan_free ends it.",
     "new handle: skpi_ensemble_result_free ends it.", "no function that ends"),
    ("a function without a contract", ENDS, "", "has no contract"),
    ("a contract before nothing", ENDS, ENDS + "/* of tables */\n", "without a declaration"),
    ("a part that no contract has", " * Source: IPCC AR4", " * Returns: IPCC AR4", "no such part"),
    ("a function that may be ignored", "SKPI_CHECK skpi_status skpi_urban_urgd", "SKPI_API skpi_status skpi_urban_urgd",
     "SKPI_CHECK marks"),
    ("a tag", ENDS, ENDS.replace("/** ", "/** @p "), "a tag"),
    ("a flag of two bits", "SKPI_ENSEMBLE_FLAG_NO_QUANTILES = 1 ", "SKPI_ENSEMBLE_FLAG_NO_QUANTILES = 3 ", "one bit"),
]

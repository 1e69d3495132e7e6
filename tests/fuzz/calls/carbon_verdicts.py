"""Verdicts, abatement, uncertainty of carbon.h.  How to write a line stands at the top of kinds.py."""
from cases import NULL
from kinds import (call, choice, count, date, finite, out, outs, probability, quantity, refuse, rows, share, struct,
                   table, Values, year, years)

YEARS = [2010, 2011, 2012, 2015, 2016, 2017, 2018, 2019, 2020]
CITIES = [90.0, 95, 99, 97, 96, 94, 90, 85, 83, 50.0, 40, 30, 35, 36, 37, 38, 39, 41]


def cities():
    return table(2, 9, YEARS, finite(CITIES, "n*m", missing=True))


def missing(first, end):
    """These values of the two cities are missing."""
    return {("emission->value", k): float("nan") for k in range(first, end)}


def not_negative(value):
    """int32_t options"""
    return Values(value, bad=[(-1, "ERANGE"), (-2**31, "ERANGE")], finite=False)


CALLS = [
    call("skpi_carbon_peaked",
         refuse("ENODATA", "emission->value", missing(9, 18), row=1),
         refuse("ENODATA", "emission->value", missing(10, 16), row=1),
         refuse("EOVERFLOW", "emission->value", {("emission->value", 0): 1e308, ("emission->value", 1): -1e308}, row=0),
         emission=cities(),
         options=struct(optional=True, window=choice(6501, ok=(0,)), min_years=not_negative(4),
                        significance=Values(.1, bad=[(1.0, "ERANGE"), (-.1, "ERANGE"), (5.0, "ERANGE")])),
         out=outs(**dict.fromkeys(("verdict", "peak_year", "since", "used", "peak", "change", "s", "variance", "z", "p",
                                   "slope"), out("emission->n"))),
         status=rows("emission->n")),
    call("skpi_carbon_progress",
         refuse("ENODATA", "base_year", {("base_year", 0): 2013}, row=0),
         refuse("ENOTSORTED", "base_year", {("target_year", 1): 2011}, row=1),
         refuse("ENODATA", "emission->value", missing(2, 8), row=0),
         refuse("ENODATA", "emission->value", missing(0, 9), row=0),
         refuse("EOVERFLOW", "target", {("target", 0): -1e304}, row=0),
         refuse("EINVAL", "options->tolerance", {"options->flags": 1}),
         emission=cities(), target_year=year([2030, 2040], "emission->n"), target=finite([70.0, -1], "emission->n"),
         base_year=year([2011, 2012], "emission->n", optional=True),
         options=struct(optional=True, flags=1, window=not_negative(8), tolerance=share(.1)),
         out=outs(**dict.fromkeys(("verdict", "last_year", "used", "last", "required", "required_share",
                                   "required_compound", "achieved", "achieved_compound", "ratio", "ratio_compound",
                                   "crossing", "crossing_compound", "overshoot", "overshoot_to_date", "gap"),
                                  out("emission->n"))),
         status=rows("emission->n")),
    call("skpi_carbon_verdict_probability",
         refuse("ENODATA", "m", m=1),
         refuse("EINVAL", "in", {f"in->{e}": NULL for e in ("peak_year", "net_zero_date", "budget")}),
         refuse("ERANGE", "in->peak_year", {("in->peak_year", 1): 2060}, row=1),
         refuse("ERANGE", "in->peak_year", {("in->peak_year", 0): 2019}, row=0),
         refuse("ERANGE", "in->net_zero_date", {("in->net_zero_date", 0): 2060.5}, row=0),
         refuse("EOVERFLOW", "emission", {("emission", 0): 1.7e308, ("emission", 1): 1.7e308}, row=0, column=0),
         n=count(2), n_draws=count(3, "ENODATA"), m=count(4, "ENODATA"), year=years([2020, 2030, 2040, 2060], "m"),
         emission=finite([5.0, 6, 2, 0, 5, 4, 1, -1, 5, 5, 5, 5, 9.0, 8, 7, 1, 9, 7, 3, 0, 9, 9, 0, 0], "n*n_draws*m"),
         **{"in": struct(peak_year=year([2030, 2020], optional=True), net_zero_date=date([2055.5, 2060], optional=True),
                         threshold=finite([1.0, 0], optional=0.0), budget=finite([120.0, 200], optional=True),
                         convention=choice(6201), coverage=Values(.9, bad=[(1.0, "ERANGE"), (-.1, "ERANGE")]))},
         out=outs(**{event + end: out() for event in ("peaked", "net_zero", "within", "all")
                     for end in ("", "_low", "_high")}),
         status=rows()),
    call("skpi_carbon_abatement",
         refuse("EINFEASIBLE", "target", target=10.0), refuse("EOVERFLOW", "potential", potential=[1e308] * 3),
         refuse("EOVERFLOW", "out->cost", {("cost", 0): 1e308, "target": 6.0}),
         n=count(3, "ENODATA"), cost=finite([20.0, -60, 15]), potential=quantity([4.0, 1, 3]), target=quantity(3.0),
         mode=choice(26601),
         out=outs(use=out(), total=out("1"), cost=out("1"), marginal=out("1"), order=out(), cumulative=out())),
    call("skpi_carbon_inventory_uncertainty",
         refuse("EZERODIV", "emission", emission=[1.0, 2, -3]), refuse("EOVERFLOW", "emission", emission=[1e308] * 3),
         refuse("EOVERFLOW", "out->contribution", {("uncertainty", 0): 1e200}),
         refuse("EOVERFLOW", "uncertainty", {("uncertainty", 2): 1.7e308, ("uncertainty", 3): 1.7e308}, row=1),
         n=count(3, "ENODATA"), n_factors=count(2, "ENODATA"), emission=finite([50.0, 20, -3]),
         uncertainty=quantity([.05, .1, .3, .4, 0, .5], "n*n_factors"),
         out=outs(combined=out(), contribution=out(), share=out(), total=out("1"), sum=out("1"))),
    call("skpi_carbon_product_quantile",
         refuse("ERANGE", "in->correlation", {"in->correlation": [1.0, 0, 0, 0, .9, 0, 0, 0, 1]}),
         refuse("ERANGE", "in->correlation", {"in->correlation": [1.0, -1.5, 0, -1.5, 1, 0, 0, 0, 1]}),
         refuse("EINCONSISTENT", "in->correlation", {"in->correlation": [1.0, .2, 0, .25, 1, 0, 0, 0, 1]}),
         refuse("EINCONSISTENT", "in->correlation", {"in->correlation": [1.0, -.9, .9, -.9, 1, .9, .9, .9, 1]}),
         refuse("EOVERFLOW", "quantile", {("in->mu", 0): 800.0}, row=0),
         **{"in": struct(n=count(2), n_factors=count(3, "ENODATA"),
                         mu=finite([7.0, 2, -3, 7, 2.5, -4], "in->n*in->n_factors"),
                         sigma=quantity([.01, .2, .3, .02, .3, 0], "in->n*in->n_factors"),
                         correlation=finite([1.0, .2, 0, .2, 1, -.5, 0, -.5, 1], "in->n_factors*in->n_factors",
                                            optional=True))},
         n_prob=count(2), prob=probability([.05, .95], "n_prob"), quantile=out("in->n*n_prob"), status=rows("in->n")),
]

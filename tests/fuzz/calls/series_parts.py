"""Calls of series.h: filling, trends, compositions, scores.  How to write a line stands at the top of kinds.py."""
from cases import NULL
from kinds import (Values, accept, axis, call, choice, count, date, finite, n_years, out, outs, positive, probability, quantity, refuse,
                   rows, struct, table, years)

YEARS = [2016, 2019, 2021]
PARTS = [6.9, 23.4, 69.7, 7.2, 29.0, 63.8, 7.3, 32.5, 60.2]


class End(Values):
    """One end of intervals: NULL where the other one is."""

    def cases(self, c, path, type):
        return (case for case in super().cases(c, path, type) if NULL not in case.changes.values())


SCALES = LINEAR, LOG, LOGIT = (9201, 9202, 9203)
FORMS = ALR, ILR = (9301, 9302)

CALLS = [
    call("skpi_series_interpolate",
         refuse("EDOM", "date", date=[2000, 2000, 2010]), refuse("ENOTSORTED", "date", date=[2000, 1999, 2010]),
         refuse("ERANGE", "value", {"scale": LOGIT, "value": [.1, 1.5, .2]}),
         refuse("EDOM", "value", {"scale": LOG, "value": [1.0, 0, 2]}),
         refuse("EDOM", "at", at=1999.5), refuse("EDOM", "at", at=2011.0),
         n=count(4), n_known=count(3, "ENODATA"), date=date([2000, 2004.5, 2010], "n_known"),
         value=finite([.3, .5, .4], "n_known"), at=date([2000, 2003, 2009.5, 2010]), scale=choice(LINEAR, ok=SCALES),
         out=out(over="at"), status=rows()),
    call("skpi_series_crossing",
         refuse("ERANGE", "threshold", {"scale": LOGIT, "threshold": 41.5}),
         refuse("EDOM", "threshold", {"scale": LOG, "threshold": 0.0}),
         y=table(2, 3, YEARS, finite([.3, .45, .6, .9, .8, .7], "n*m")), threshold=finite(.5),
         scale=choice(LINEAR, ok=SCALES), date=out("y->n"), status=rows("y->n")),
    call("skpi_series_growth", refuse("ENODATA", "y->m", {"y->m": 1}),
         y=table(2, 3, YEARS, positive([90, 95, 100, 20, 15, 22], "n*m")), rate=out("y->n*2", optional=True),
         points=out("y->n*2", optional=True), status=rows("y->n")),
    call("skpi_series_trend", y=table(2, 3, YEARS, finite([90, 95, 100, 20, 15, 22], "n*m", missing=True)),
         out=outs(**{name: out("y->n") for name in ("s", "variance", "z", "p", "slope", "intercept", "used")}),
         status=rows("y->n")),
    call("skpi_series_closure", refuse("EZERODIV", "part", {"part": PARTS[:6] + [0.0] * 3}, row=2),
         n=count(3), n_parts=count(3, "ENODATA"), part=quantity(PARTS, "n*n_parts"), share=out("n*n_parts", over="part"),
         status=rows()),
    call("skpi_series_to_logratios", n=count(3), n_parts=count(3, "ENODATA"), part=positive(PARTS, "n*n_parts"),
         form=choice(ALR, ok=FORMS), logratio=out("n*2"), status=rows()),
    call("skpi_series_from_logratios", refuse("ERANGE", "logratio", logratio=1.1e6),
         n=count(2), n_parts=count(3, "ENODATA"), logratio=finite([-2.3, -1.1, 0, .8], "n*2"), form=choice(ALR, ok=FORMS),
         share=out("n*n_parts"), status=rows()),
    call("skpi_series_composition_forecast", refuse("ENODATA", "in->m", {"in->m": 2}),
         refuse("EOVERFLOW", "prob", {("prob", 1): 5e-324}, row=1),
         **{"in": struct(m=count(3, "ENODATA"), n_parts=count(3, "ENODATA"), year=years(YEARS, "m"),
                         part=positive(PARTS, "m*n_parts"))},
         first_year=axis(2024), n_years=n_years(4), n_prob=count(2), prob=probability([.1, .9], "n_prob"),
         out=outs(share=out("n_years*in->n_parts"), quantile=out("n_years*in->n_parts*n_prob"))),
    call("skpi_series_score",
         refuse("EINCONSISTENT", "low", low=9.0), refuse("EOVERFLOW", "forecast", {"forecast": 1.7e308, "truth": [-1.7e308] * 3}, row=0),
         refuse("EOVERFLOW", "low", low=-1.7e308, high=1.7e308),
         refuse("EINVAL", "low", {"low": NULL}), refuse("EINVAL", "high", {"high": NULL}), accept({"low": NULL, "high": NULL}),
         accept({"coverage": 0.0}),
         n_methods=count(2), n=count(3, "ENODATA"), forecast=finite([1, 2, 3, 4, 5, 6], "n_methods*n", missing=True),
         low=End([0, 1, 2, 3, 4, 5], "n_methods*n", missing=True),
         high=End([2, 3, 4, 5, 6, 7], "n_methods*n", missing=True), truth=finite([2, 2, 1], missing=True),
         coverage=Values(.8, bad=[(1.0, "ERANGE"), (-.1, "ERANGE"), (95.0, "ERANGE")]),
         out=outs(**{name: out("n_methods") for name in (
             "rmse", "mae", "median", "bias", "coverage", "interval_score", "count")})),
]

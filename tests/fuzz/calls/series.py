"""Calls of series.h.  How to write a line stands at the top of kinds.py."""
from kinds import (Values, axis, call, choice, count, finite, integer, n_years, out, outs, probability, quantity, refuse, rows, share,
                   struct, table, years)

YEARS = [2012, 2016, 2017, 2018, 2019, 2020, 2021]
DIGITAL = [.216, .303, .329, .348, .362, .386, .398, .20, .28, .31, .33, .35, .37, .38]


def fit_options(**given):
    """skpi_series_fit_options of the logistic, everything free; its bounds come in pairs"""
    members = {"model": choice(4, ok=(1, 2, 3, 4, 5, 6, 7)), "anchor": integer(0), "ceiling": quantity(0.0),
               "ceiling_min": quantity(.4), "ceiling_max": quantity(1.0), "speed_min": finite(.001),
               "speed_max": finite(.5), "midpoint_min": finite(1900.0), "midpoint_max": finite(2100.0),
               "launch": finite(0.0), "alpha": share(0.0), "beta": share(0.0)}
    return struct(**{"optional": False, **members, **given})


FIT_REFUSALS = [
    refuse("EINVAL", "options->anchor", {"options->anchor": 2}),
    refuse("EINCONSISTENT", "options->ceiling_min", {"options->ceiling_min": 1.5}),
    refuse("EINCONSISTENT", "options->ceiling", {"options->ceiling": .5}),
    refuse("EINCONSISTENT", "options->speed_min", {"options->speed_min": .6}),
    refuse("EINCONSISTENT", "options->midpoint_min", {"options->midpoint_min": 2150.0}),
    refuse("EINVAL", "options->launch", {"options->launch": 2000.0}),
    refuse("EINVAL", "options->alpha", {"options->alpha": .5}),
    refuse("EINVAL", "options->beta", {"options->beta": .5}),
]

CALLS = [
    call("skpi_series_fit", *FIT_REFUSALS,
         y=table(2, 7, YEARS, quantity(DIGITAL, "n*m", missing=True)), options=fit_options(),
         out=outs(parameters=out("y->n*4"), covariance=out("y->n*16"), sse=out("y->n"), sigma=out("y->n"),
                  inflection=out("y->n"), used=out("y->n"), at_bound=out("y->n")),
         status=rows("y->n")),
    call("skpi_series_forecast", *FIT_REFUSALS,
         y=table(2, 7, YEARS, quantity(DIGITAL, "n*m", missing=True)), first_year=axis(2022), n_years=n_years(3),
         n_prob=count(2), prob=probability([.1, .9], "n_prob"), options=fit_options(),
         out=outs(mean=out("y->n*n_years"), quantile=out("y->n*n_years*n_prob")), status=rows("y->n")),
    call("skpi_series_backtest",
         *FIT_REFUSALS,
         refuse("EINVAL", "options->model", {"options->model": 2}), refuse("ENODATA", "origin", {("origin", 1): 2021}, row=1),
         refuse("ERANGE", "y->value", {("y->value", 3): -1.0}, row=0, column=3),
         y=table(2, 7, YEARS, finite(DIGITAL, "n*m", missing=True)), n_origins=count(2, "ENODATA"),
         origin=years([2018, 2019], "n_origins"), n_years=n_years(2, "n_years", "ENODATA"), n_models=count(2),
         models=choice([4, 5], "n_models", ok=(1, 2, 3, 6, 7)),
         options=fit_options(optional=True, model=integer(0)), level=Values(.9, bad=[(1.0, "ERANGE"), (-.1, "ERANGE"), (95.0, "ERANGE")]),
         out=outs(**{name: out("n_models") for name in ("rmse", "mae", "median", "bias", "coverage", "interval_score", "count")},
                  **{name: out("n_models*n_origins*y->n*n_years") for name in ("forecast", "low", "high")}),
         returns="WWEAKFIT"),
    call("skpi_series_curve_value",
         refuse("ERANGE", "parameters", {("parameters", 3): -.5}, row=0, column=3),
         refuse("EDOM", "parameters", {("parameters", 7): 0.0}, row=1, column=3),
         refuse("EINVAL", "model", model=7),
         model=choice(3), n=count(2), parameters=finite([-1.2, .09, 2012, 1, .5, -.02, 2000, 3], "n*4"),
         first_year=axis(2020), n_years=n_years(3), out=out("n*n_years"), status=rows()),
]

"""Calls of series.h.  How to write a line stands at the top of kinds.py."""
from kinds import (Values, axis, call, choice, count, finite, integer, n_years, out, outs, probability, quantity, refuse, room, rows,
                   share, struct, table, years)

YEARS = [2012, 2016, 2017, 2018, 2019, 2020, 2021]
DIGITAL = [.216, .303, .329, .348, .362, .386, .398, .20, .28, .31, .33, .35, .37, .38]
PERSISTENCE, LINE, LOGIT_LINE, LOGISTIC, GOMPERTZ, BASS, HOLT = MODELS = tuple(range(9101, 9108))


def fit_options(**given):
    """skpi_series_fit_options of the logistic, everything free; its bounds come in pairs"""
    members = {"model": choice(LOGISTIC, ok=MODELS), "anchor": integer(0), "ceiling": quantity(0.0),
               "ceiling_min": quantity(.4), "ceiling_max": quantity(1.0), "speed_min": finite(.001),
               "speed_max": finite(.5), "midpoint_min": finite(1900.0), "midpoint_max": finite(2100.0),
               "launch": finite(0.0), "alpha": share(0.0), "beta": share(0.0)}
    return struct(**{"optional": False, **members, **given})


def fit_refusals(options="options"):
    return [refuse(status, f"{options}->{member}", {f"{options}->{member}": value}) for status, member, value in (
        ("EINVAL", "anchor", 2), ("EINCONSISTENT", "ceiling_min", 1.5), ("EINCONSISTENT", "ceiling", .5),
        ("EINCONSISTENT", "speed_min", .6), ("EINCONSISTENT", "midpoint_min", 2150.0), ("EINVAL", "launch", 2000.0),
        ("EINVAL", "alpha", .5), ("EINVAL", "beta", .5))]


CALLS = [
    call("skpi_series_fit", *fit_refusals(), refuse("EBUFFER", "out->n_parameters", {"out->n_parameters": 2}),
         y=table(2, 7, YEARS, quantity(DIGITAL, "n*m", missing=True)), options=fit_options(),
         out=outs(n_parameters=room(4), parameter=out("y->n*n_parameters"),
                  covariance=out("y->n*n_parameters*n_parameters"), sse=out("y->n"), sigma=out("y->n"),
                  inflection=out("y->n"), used=out("y->n"), at_bound=out("y->n")),
         status=rows("y->n")),
    call("skpi_series_forecast", *fit_refusals(),
         y=table(2, 7, YEARS, quantity(DIGITAL, "n*m", missing=True)), first_year=axis(2022), n_years=n_years(3),
         n_prob=count(2), prob=probability([.1, .9], "n_prob"), options=fit_options(),
         out=outs(mean=out("y->n*n_years"), quantile=out("y->n*n_years*n_prob")), status=rows("y->n")),
    call("skpi_series_backtest",
         *fit_refusals("options->fit"),
         refuse("EINVAL", "options->fit->model", {"options->fit->model": LINE}),
         refuse("ENODATA", "origin", {("origin", 1): 2021}, row=1),
         refuse("ERANGE", "y->value", {("y->value", 3): -1.0}, row=0, column=3),
         y=table(2, 7, YEARS, finite(DIGITAL, "n*m", missing=True)), n_origins=count(2, "ENODATA"),
         origin=years([2018, 2019], "n_origins"), n_models=count(2),
         model=choice([LOGISTIC, GOMPERTZ], "n_models", ok=MODELS), n_years=n_years(2, "n_years", "ENODATA"),
         options=struct(optional=True, fit=fit_options(optional=True, model=integer(0)),
                        coverage=Values(.9, bad=[(1.0, "ERANGE"), (-.1, "ERANGE"), (95.0, "ERANGE")])),
         out=outs(**{name: out("n_models") for name in ("rmse", "mae", "median", "bias", "coverage", "interval_score", "count")},
                  **{name: out("n_models*n_origins*y->n*n_years") for name in ("forecast", "low", "high")}),
         returns="WWEAKFIT"),
    call("skpi_series_curve_value",
         refuse("ERANGE", "parameter", {("parameter", 3): -.5}, row=0, column=3),
         refuse("EDOM", "parameter", {("parameter", 7): 0.0}, row=1, column=3),
         refuse("EINVAL", "model", model=HOLT), refuse("ENODATA", "n_parameters", n_parameters=3),
         n=count(2), n_parameters=count(4, "ENODATA"),
         parameter=finite([-1.2, .09, 2012, 1, .5, -.02, 2000, 3], "n*n_parameters"), model=choice(LOGIT_LINE),
         first_year=axis(2020), n_years=n_years(3), value=out("n*n_years"), status=rows()),
]

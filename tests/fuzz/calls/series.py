"""Samples of series.h.  calls/__init__.py tells how to write one."""
from cases import NULL, sample

YEARS = [2012, 2016, 2017, 2018, 2019, 2020, 2021]
DIGITAL = [.216, .303, .329, .348, .362, .386, .398, .20, .28, .31, .33, .35, .37, .38]
Y = {"y": DIGITAL, "y->year": YEARS}
BOUNDS = {"ceiling_min": .4, "ceiling_max": 1.0, "speed_min": .001, "speed_max": .5, "midpoint_min": 1900.0,
          "midpoint_max": 2100.0}
FIT = {**Y, **BOUNDS, "model": "LOGISTIC"}
EQUAL = ("ESINGULAR", "y->value", {("y", k): .3 for k in range(7)}, {"row": 0, "column": -1})
LOGIT = {**Y, "model": "LOGIT_LINE"}
LOGIT_DATA = [("EDOM", "y->value", {("y", 1): 0.0})]
DATA = [  # what the values of a fit must be
    ("EINVAL", "model", {"model": 0}), ("EINCONSISTENT", "ceiling", {"ceiling": .5}),
    ("ERANGE", "y->value", {("y", 3): -1.0}), ("WMISSING", "", {("y", 3): float("nan")}),
    ("ENODATA", "y->value", {("y", k): float("nan") for k in range(6)}, {"row": 0, "column": -1}),
    ("EOVERFLOW", "y->value", {("y", k): 1e308 * (1 + k % 2 / 2) for k in range(7)}, {"row": 0, "column": -1})]
OTHERS = {"model": "PERSISTENCE", "ceiling_min": 0, "ceiling_max": 0, "speed_min": 0, "speed_max": 0, "midpoint_min": 0,
          "midpoint_max": 0}

SAMPLES = [
    sample("skpi_series_interpolate", ("EDOM", "at", {"at": 1999.5}),
           ("EDOM", "date", {"date": [2000, 2000, 2010]}), ("EDOM", "value", {"scale": "LOG", "value": [1.0, 0, 2]}),
           ("ERANGE", "value", {"scale": "LOGIT", "value": [.1, 1.5, .2]}),
           date=[2000, 2004.5, 2010], value=[.3, .5, .4], at=[2000, 2003, 2009.5, 2010]),
    sample("skpi_series_crossing", ("ERANGE", "threshold", {"scale": "LOGIT", "threshold": 41.5}),
           ("EDOM", "threshold", {"scale": "LOG", "threshold": 0.0}), ("EDOM", "y->value", {"scale": "LOG", "y": 0.0}),
           y=[.3, .45, .6, .9, .8, .7], threshold=.5),
    sample("skpi_series_growth", ("ERANGE", "y->value", {("y", 1): -1.0}), ("EDOM", "y->value", {("y", 1): 0.0}),
           ("EOVERFLOW", "points", {("y", 1): 1.7e308, "rate": NULL, ("y", 2): -1.7e308})),
    sample("skpi_series_trend", ("WMISSING", "", {("y", 1): float("nan")}), ("WUNUSUAL", "", {"y->year": [2000, 2001, 2002, 2004]}),
           {"y->year": [2000, 2001, 2002, 2003]},
           ("ENODATA", "y->value", {("y", k): float("nan") for k in range(3)}),
           ("EOVERFLOW", "out->slope", {("y", 0): 1.7e308, ("y", 1): -1.7e308, ("y", 2): -1.7e308, ("y", 3): -1.7e308})),
    sample("skpi_series_fit", FIT, *DATA, ("EBUFFER", "out->n_parameters", {"out->n_parameters": 2}),
           EQUAL, {"out->n_parameters": 4}),
    sample("skpi_series_fit", LOGIT, *LOGIT_DATA, {"out->n_parameters": 4}, variant="logit line"),
    sample("skpi_series_forecast", LOGIT, *LOGIT_DATA, prob=[.1, .9], variant="logit line"),
    sample("skpi_series_forecast", Y, prob=[.1, .9], model="HOLT", alpha=.5, beta=.5, variant="Holt"),
    sample("skpi_series_forecast", FIT, *DATA, EQUAL, {"prob": [.1, .9]}, ("ENOTSORTED", "first_year", {"first_year": 2021})),
    sample("skpi_series_backtest", Y, BOUNDS, ("EINVAL", "options->fit->model", {"options->fit->model": "LINE"}),
           ("ENODATA", "origin", {("origin", 1): 2021}), ("EOVERFLOW", "y->value", {("y", k): 1e308 * (1 + k % 2 / 2) for k in range(7)}),
           origin=[2018, 2019], n_years=2, coverage=.9, model=["LOGISTIC", "GOMPERTZ"]),
    sample("skpi_series_curve_value", ("ERANGE", "parameter", {("parameter", 3): -.5}),
           ("EDOM", "parameter", {("parameter", 7): 0.0}), ("EINVAL", "model", {"model": "HOLT"}),
           ("ENODATA", "n_parameters", {"n_parameters": 3}),
           model="LOGIT_LINE", n=2, parameter=[-1.2, .09, 2012, 1, .5, -.02, 2000, 3], first_year=2020),
    sample("skpi_series_composition_forecast", ("ENODATA", "in->m", {"in->m": 2}),
           ("EOVERFLOW", "prob", {("prob", 1): 5e-324}), m=3, n_parts=3, first_year=2024, prob=[.1, .9],
           part=[6.9, 23.4, 69.7, 7.2, 29.0, 63.8, 7.3, 32.5, 60.2], **{"in->year": [2016, 2019, 2021]}),
    sample("skpi_series_score", ("EOVERFLOW", "forecast", {"forecast": 1.7e308, "truth": [-1.7e308] * 3, "low": NULL, "high": NULL}),
           low=[0, 1, 2, 3, 4, 5], high=[2, 3, 4, 5, 6, 7], forecast=[1, 2, 3, 4, 5, 6], truth=[2, 2, 1]),
]

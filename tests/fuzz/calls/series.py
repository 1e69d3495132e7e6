"""Samples of series.h.  calls/__init__.py tells how to write one."""
from cases import NAN, NULL, sample

DIGITAL = {"y->year": [2012, 2016, 2017, 2018, 2019, 2020, 2021],
           "y": [.216, .303, .329, .348, .362, .386, .398, .20, .28, .31, .33, .35, .37, .38]}
ANNUAL = {"y->year": list(range(2010, 2017)),
          "y": [.20, .21, .22, .23, .25, .26, .27, .31, .32, .32, .33, .35, .36, .38]}
LOGIT = {**DIGITAL, "model": "LOGIT_LINE"}
REVISED = {"options->truth->n": 2, "options->truth->year": [2019, 2020, 2021],
           "options->truth->value": [.36, .38, .39, .36, .37, .38]}
CURVE = {**DIGITAL, "ceiling_max": 1.0}

SAMPLES = [
    sample("skpi_series_interpolate", ("EDOM", "value", {"scale": "LOG", "value": 0.0}),
           ("ERANGE", "value", {"scale": "LOGIT", "value": 1.5}), date=[2000, 2004.5, 2010],
           at=[2000, 2003, 2009.5, 2010]),
    sample("skpi_series_crossing", ("ERANGE", "threshold", {"scale": "LOGIT", "threshold": 41.5}),
           ("EDOM", "threshold", {"scale": "LOG", "threshold": 0.0}), ("EDOM", "y->value", {"scale": "LOG", "y": 0.0})),
    sample("skpi_series_growth", ("EOVERFLOW", "points", {("y", 1): 1.7e308, "rate": NULL, ("y", 2): -1.7e308})),
    sample("skpi_series_from_logratios", logratio=[-.7, .4, .2, 1.1, -.3, .6]),
    sample("skpi_series_trend", {"y->year": [2000, 2001, 2002, 2003]}),
    sample("skpi_series_fit", ("EBUFFER", "out->n_parameters", {"out->n_parameters": 2}), CURVE,
           {"out->n_parameters": 4},
           model="LOGISTIC"),
    sample("skpi_series_fit", LOGIT, {"out->n_parameters": 4}, variant="logit line"),
    sample("skpi_series_forecast", CURVE, model="LOGISTIC"),
    sample("skpi_series_forecast", LOGIT, variant="logit line"),
    sample("skpi_series_fit", DIGITAL, ("ENODATA", "y->value", {("y", 5): NAN}), {"out->n_parameters": 4},
           variant="Holt", model="HOLT", beta=.5),
    sample("skpi_series_forecast", DIGITAL, ("ENODATA", "y->value", {("y", 5): NAN}), variant="Holt", model="HOLT",
           beta=.5),
    sample("skpi_series_fan", ANNUAL, form="DIGITAL", first_year=2017),
    sample("skpi_series_backtest", CURVE, REVISED,
           ("ENODATA", "origin", {("origin", 1): 2021}), origin=[2018, 2019], n_years=2, model=["LOGISTIC", "GOMPERTZ"]),
    sample("skpi_series_curve_value", ("ENODATA", "n_parameters", {"n_parameters": 3}), model="LOGIT_LINE", n=2,
           parameter=[-1.2, .09, 2012, 1, .5, -.02, 2000, 3]),
    sample("skpi_series_composition_forecast", {"in->year": [2016, 2019, 2021]}),
    sample("skpi_series_score", ("EOVERFLOW", "forecast", {"forecast": 1.7e308, "truth": [-1.7e308] * 3, "low": NULL,
                                                          "high": NULL})),
    sample("skpi_series_crps", {"in->prob": [.1, .5, .9], "in->quantile": [.1, .2, .3] * 6, "in->n": 3, "in->n_methods": 2},
           ("EOVERFLOW", "in->mean", {"in->mean": 1.7e308, "in->truth": [-1.7e308] * 3, "in->quantile": NULL})),
]

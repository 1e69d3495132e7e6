#!/usr/bin/env python3
"""Conformance of series, what is fitted: curves, logit line, Holt and Bass of the known answers (least squares by SciPy).

Shares are percent there and fractions here.
"""
import json
import math
import warnings

import cases
from cases import close, say

import smartkpi
from smartkpi import series

MODELS = {"logistic": smartkpi.SKPI_SERIES_MODEL_LOGISTIC, "gompertz": smartkpi.SKPI_SERIES_MODEL_GOMPERTZ}
LOGIT, HOLT = smartkpi.SKPI_SERIES_MODEL_LOGIT_LINE, smartkpi.SKPI_SERIES_MODEL_HOLT


def near(name, bar, *pairs):
    close(name, pairs, bar)


def forecasts(name, y, model, expected, bar, **options):
    first = min(map(int, expected))
    got = series.forecast(y, first, max(map(int, expected)) - first + 1, model, **options)
    near(name, bar, *((100 * got.mean[int(year) - first], value) for year, value in expected.items()))


def curves(y, fits):
    for name, model in MODELS.items():
        known, f = fits[name], series.fit(y, model)
        near(f"{name} parameters", 1e-6, (100 * f.parameter[0], known["K"]), (f.parameter[1], known["r"]),
             (f.parameter[2], known["m_year"]))
        near(f"{name} SSE", 1e-9, (1e4 * f.sse, known["sse"]))
        near(f"{name} standard errors", 1e-5, *((math.sqrt(f.covariance[i][i]) * (100 if i == 0 else 1), known["se"][i])
                                                for i in range(3)))
        forecasts(f"{name} forecasts", y, model, known["forecast"], 1e-6)


def logit_line(y, known):
    f = series.fit(y, LOGIT)
    near("logit line a, b, s2", 1e-9, (f.parameter[0], known["a"]), (f.parameter[1], known["b"]),
         (f.sigma ** 2, known["s2"]))
    rows = known["forecast_mean_lo95_hi95"]
    got = series.forecast(y, 2025, 11, LOGIT, prob=[.025, .975])
    near("logit line forecasts and 95 % prediction intervals", 1e-9,
         *((100 * value, expected) for year, (mean, low, high) in rows.items()
           for value, expected in zip((got.mean[int(year) - 2025], *got.quantile[int(year) - 2025]), (mean, low, high))))


def holt(y, known):
    f = series.fit(y, HOLT)
    near("Holt weights, level, trend", 1e-6, (f.parameter[0], known["alpha"]), (f.parameter[1], known["beta"]),
         (100 * f.parameter[2], known["level"]), (100 * f.parameter[3], known["trend"]))
    near("Holt SSE", 1e-9, (1e4 * f.sse, known["sse"]))
    say(f.used == 8, "Holt does not bridge the gap", f"{f.used} of {len(y.year)} values used")
    forecasts("Holt forecasts", y, HOLT, known["forecast"], 1e-6)
    fixed, f = known["fixed_08_02"], series.fit(y, HOLT, alpha=.8, beta=.2)
    near("Holt with weights .8, .2", 1e-9, (1e4 * f.sse, fixed["sse"]), (100 * f.parameter[2], fixed["level"]),
         (100 * f.parameter[3], fixed["trend"]))


T6 = 2.4469118511449692  # Student's t of .975 with 6 degrees of freedom
FORMS = {"line": (smartkpi.SKPI_SERIES_MODEL_LINE, lambda p, t: p[0] + p[1] * (t - 2012), 2),
         "logistic": (MODELS["logistic"], lambda p, t: p[0] / (1 + math.exp(-p[1] * (t - p[2]))), 3),
         "gompertz": (MODELS["gompertz"], lambda p, t: p[0] * math.exp(-math.exp(-p[1] * (t - p[2]))), 3),
         "bass": (smartkpi.SKPI_SERIES_MODEL_BASS, lambda p, t: p[0] * -math.expm1(-(p[1] + p[2]) * (t - 1990)) /
                  (1 + p[2] / p[1] * math.exp(-(p[1] + p[2]) * (t - 1990))), 3)}


def inverse(a):
    n = len(a)
    rows = [list(r) + [float(i == j) for j in range(n)] for i, r in enumerate(a)]
    for k in range(n):
        rows[k] = [v / rows[k][k] for v in rows[k]]
        for i in range(n):
            if i != k:
                rows[i] = [u - rows[i][k] * v for u, v in zip(rows[i], rows[k])]
    return [r[n:] for r in rows]


def intervals(years, shares):
    """Prediction intervals computed anew from differences of each curve at its fit: g' C g + s^2, C = s^2 (J'J)^-1."""
    y = smartkpi.Table(years, shares)
    for name, (model, f, n) in FORMS.items():
        more = {"launch": 1990} if name == "bass" else {}
        p = [float(v) for v in series.fit(y, model, **more).parameter][:n]

        def gradient(t):
            steps = [1e-6 * abs(v) for v in p]
            moved = [([v + h * (i == j) for j, v in enumerate(p)], [v - h * (i == j) for j, v in enumerate(p)])
                     for i, h in enumerate(steps)]
            return [(f(up, t) - f(down, t)) / (2 * h) for (up, down), h in zip(moved, steps)]

        rows = [gradient(t) for t in years]
        s2 = sum((f(p, t) - v) ** 2 for t, v in zip(years, shares)) / (len(years) - n)
        c = inverse([[sum(r[i] * r[j] for r in rows) for j in range(n)] for i in range(n)])
        student = 2.3646242515927844 if n == 2 else T6
        for year in (2030, 2060):
            g = gradient(year)
            wide = student * math.sqrt(s2 * (1 + sum(g[i] * c[i][j] * g[j] for i in range(n) for j in range(n))))
            got = series.forecast(y, year, 1, model, prob=[.025, .975], **more)
            near(f"{name} {year}, 95 % prediction interval", 1e-8, (float(got.quantile[0][0]), f(p, year) - wide),
                 (float(got.quantile[0][1]), f(p, year) + wide))


def weak(years, shares):
    """A ceiling that the data do not show must warn, and one that they show must not."""
    def warned(values, model):
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            f = series.fit(smartkpi.Table(years, values), model)
        return any(w.message.status & smartkpi.SKPI_WWEAKFIT for w in seen), f

    for name, model in MODELS.items():
        got, f = warned(shares, model)
        say(not got and f.parameter[0] < 1, f"{name}: China's ceiling", f"{100 * f.parameter[0]:.1f} %, no warning")
        got, f = warned([.02 * math.exp(.3 * (t - 2012)) for t in years], model)
        say(got, f"{name}: still exponential", f"ceiling {f.parameter[0]:.3g}, warned")


def backtest(years, shares, known):
    """The backtest from 2020 to 2023."""
    past = smartkpi.Table(years[:6], shares[:6])
    got = {"logistic": series.forecast(past, 2021, 3, MODELS["logistic"]).mean,
           "logit": series.forecast(past, 2021, 3, LOGIT).mean,
           "holt": series.forecast(past, 2021, 3, HOLT, alpha=.8, beta=.2).mean}
    for name, column in (("logistic", "logistic_3par"), ("logit", "logit_cap100"), ("holt", "holt_08_02")):
        points = [100 * value for value in got[name]]
        near(f"origin 2020, {name}", 1e-6 if name == "logistic" else 1e-9, *zip(points, known[column]))
        error = sum(abs(p - actual) for p, actual in zip(points, known["actual"])) / 3
        say(abs(error - known["mae"][name]) <= 1e-5, f"origin 2020, {name}, mean absolute error", f"{error:.6f} points")
    scores = series.backtest(smartkpi.Table(years, shares), [2020], [MODELS["logistic"], LOGIT, HOLT], 3, alpha=.8, beta=.2)
    near("backtest from 2020", 1e-5, *zip((100 * e for e in scores.mae), (known["mae"][n] for n in ("logistic", "logit", "holt"))))
    say(list(scores.count) == [3, 3, 3], "backtest from 2020, pairs", str(list(scores.count)))


def bass(known):
    p = [known["m"], known["p"], known["q"], 2000.0]
    y = series.curve_value(p, smartkpi.SKPI_SERIES_MODEL_BASS, 2000, 21)
    worst = max(abs(y[int(t)] - value) for t, value in known["F"].items())
    say(worst <= 1e-12 * known["m"], "Bass curve", f"{len(known['F'])} values, worst {worst:.2g} of {known['m']:g}")
    f = series.fit(smartkpi.Table(list(range(2000, 2021)), y), smartkpi.SKPI_SERIES_MODEL_BASS, launch=2000)
    near("Bass parameters back from the curve", 1e-8, *zip(f.parameter, p))
    near("Bass date of fastest growth", 1e-9, (f.inflection - 2000, known["t_peak"]))


warnings.simplefilter("ignore", smartkpi.SmartkpiWarning)  # Holt leaves out 2012 with a warning
with open(cases.path("digital", "methods.json"), encoding="utf-8") as f:
    methods = json.load(f)
case = methods["share_forecast_caict"]
years, shares = [int(year) for year in case["years"]], [value / 100 for value in case["share"]]
y = smartkpi.Table(years, shares)
curves(y, case["fits"])
logit_line(y, case["fits"]["logit_linear_cap100"])
holt(y, case["fits"]["holt_2016_2023"])
intervals(years, shares)
weak(years, shares)
backtest(years, shares, case["fits"].get("backtest_origin_2020") or case["backtest_origin_2020"])
bass(methods["bass"])
cases.finish("series")

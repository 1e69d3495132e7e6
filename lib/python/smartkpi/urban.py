"""Urbanisation: urban shares to come, how sure they are, urban and rural people, cities.

Shares are fractions in [0,1], growth differences and growth rates are continuous and per year.  A scalar in place of a
list of places gives results without that dimension.  With rows=True every function that has rows gives a pair, the
results and each place's status, and a failed place is NaN instead of an Error.

Options of projections are keywords; one that is left out has the default of the C library:

method       SKPI_URBAN_METHOD_UN (the default), DAMPED, CONSTANT, PERSISTENCE, BOCQUIER, CONVERGING, CAUTIOUS, MEAN; from
             histories also LINEAR, LOGISTIC, GOMPERTZ
norm         two lists of coefficients from the constant upwards, for large and small places, or one list for all
             places; default: the norm of 2018
urgd_min, urgd_max  limits on the growth difference at the start, per year; default: none (CONVERGING: -0.1, 0.1); if one
             is given, 0 in the other is a limit, too
damping      factor a year of DAMPED; default 0.97
converge_to, converge_by  what CONVERGING decays to, per year, and its factor a year; default 0.015 and 0.9
ceiling      share at which LOGISTIC and GOMPERTZ end; default: fitted, at most 1
window       years over which histories give their growth difference; default: by the method
mean_method, mean_weight  what MEAN is made of; weights default: equal
fallback     True: one observation alone is enough, its growth difference is the norm's (SKPI_WADJUSTED)
converge_to_zero  True: converge_to is 0 and means it

Equations, accuracy and sources: the pages smartkpi_urban(7) and skpi_urban_*(3).
"""
from __future__ import annotations

import ctypes
from typing import Any

from . import _abi, _core

__all__ = ["aggregate", "backtest", "cities_check", "cities_project", "converging_interval", "crossing",
           "doubling_time", "ensemble_add", "error_quantile", "error_table", "last_observation", "norm_fit", "norm_urgd",
           "population", "project", "project_history", "size_class", "stages", "three_way", "two_region", "urgd",
           "walk_quantile", "window_urgd"]


def _options(call: _core.Call, *, method: int | None = None, norm: Any = None, urgd_min: float | None = None,
             urgd_max: float | None = None, damping: float | None = None, converge_to: float | None = None,
             converge_by: float | None = None, ceiling: float | None = None, window: Any = None,
             mean_method: Any = None, mean_weight: Any = None, fallback: bool = False,
             converge_to_zero: bool = False) -> None:
    flags = (_abi.SKPI_URBAN_FLAG_FALLBACK if fallback else 0) | (
        _abi.SKPI_URBAN_FLAG_CONVERGE_TO_ZERO if converge_to_zero else 0)
    call.struct("options", "n_sizes n_terms", flags=flags, method=method, norm=norm, urgd_min=urgd_min,
                urgd_max=urgd_max, damping=damping, converge_to=converge_to, converge_by=converge_by, ceiling=ceiling)
    if window is not None:
        call.struct("options", "n_windows", window=window if hasattr(window, "__len__") else [window])
    call.struct("options", "n_mean", mean_method=mean_method, mean_weight=mean_weight)


def _history(call: _core.Call, date: Any, share: Any) -> None:
    """Observations of places: a list of dates and one of shares for each, or for one place alone."""
    dates, shares = list(date), list(share)
    one = bool(dates) and not hasattr(dates[0], "__len__")
    if one:
        dates, shares = [dates], [shares]
    if len(dates) != len(shares):
        raise call.fail(_abi.SKPI_EINCONSISTENT, "share", f"has {len(shares)} places, date has {len(dates)}")
    first = [0]
    for i, (d, p) in enumerate(zip(dates, shares)):
        if len(d) != len(p):
            raise call.fail(_abi.SKPI_EINCONSISTENT, "share", f"of place {i} has {len(p)} values, date has {len(d)}")
        first.append(first[-1] + len(d))
    call.axis("date", one, n=len(dates))
    memory = (ctypes.c_size_t * len(first))(*first)
    history = call.made("history")
    history.first = ctypes.cast(memory, ctypes.POINTER(ctypes.c_size_t))
    call.keep.append(memory)
    call.struct("history", "n_observations", date=[t for d in dates for t in d], share=[x for p in shares for x in p])


def urgd(date0: Any, share0: Any, date1: Any, share1: Any, *, rows: bool = False) -> Any:
    """Urban-rural growth difference of each place between two observations, per year.

    date0, date1    dates, decimal years, date0 before date1
    share0, share1  urban shares at these dates, fractions between 0 and 1, ends excluded
    Error: SKPI_EDOM (a share of 0 or 1), SKPI_ENOTSORTED (date0 not before date1), SKPI_ERANGE, SKPI_ENOTFINITE.
    Source: National Research Council, Cities Transformed (2003), equation D.1.

    >>> round(urgd(2015, 0.555, 2017, 0.5796), 7)
    0.0501189
    """
    call = _core.Call("skpi_urban_urgd", rows)
    call.take("n", date0=date0, share0=share0, date1=date1, share1=share1)
    call.out("n", "urgd")
    return call.run()


def window_urgd(date: Any, share: Any, window: Any, *, rows: bool = False) -> Any:
    """Growth difference of each place over windows of years before its last observation, per year.

    date, share  observations: increasing decimal years and fractions in [0,1], the last between 0 and 1; a list for
                 each place, or one place alone
    window       years: a number or a list; from the last observation back to the latest one so much earlier, or the
                 first
    Gives places x windows.
    Error: SKPI_ENODATA (fewer than two observations between 0 and 1), SKPI_EDOM (a last share of 0 or 1, a window of
    0), SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_ERANGE, SKPI_ENOTFINITE.

    >>> round(window_urgd([2000, 2010], [0.2, 0.5], 5), 6)
    0.138629
    """
    call = _core.Call("skpi_urban_window_urgd", rows)
    _history(call, date, share)
    call.take("n_windows", window=window)
    call.out("n n_windows", "urgd")
    return call.run()


def last_observation(share: _core.Table, rounding: float, *, known_to: int | None = None, rows: bool = False) -> Any:
    """Last observation of each place of a published annual table, and the growth difference before it.

    share     Table of urban shares, fractions in [0,1], one year after another
    rounding  half a unit of the last printed digit, as a share: 5e-6 for percentages of three decimals
    known_to  last year that may hold an observation; default: the last of the table
    Gives .last_year, .share and .urgd, per year, NaN where the last known share is 0 or 1.
    Error: SKPI_ENODATA (fewer than three years known), SKPI_EINCONSISTENT (not annual), SKPI_EDOM, SKPI_ERANGE,
    SKPI_ENOTFINITE.
    """
    call = _core.Call("skpi_urban_last_observation", rows)
    call.table("share", share)
    call.value(rounding=rounding)
    call.struct("options", known_to=known_to)
    call.outs("out", last_year="n", share="n", urgd="n")
    return call.run()


def size_class(population: Any, *, threshold: float | None = None, rows: bool = False) -> Any:
    """Size class of each place: SKPI_URBAN_SIZE_LARGE or SKPI_URBAN_SIZE_SMALL.

    population  inhabitants in the base year of the norm, 2018 for the shipped one
    threshold   inhabitants from which a place is large; default: two million
    Error: SKPI_ERANGE (negative), SKPI_ENOTFINITE.
    Source: United Nations, World Urbanization Prospects 2018.

    >>> size_class(1.93e6)
    5102
    """
    call = _core.Call("skpi_urban_size_class", rows)
    call.take("n", population=population)
    call.value(threshold=threshold)
    call.out("n", "size_class")
    return call.run()


def norm_urgd(share: Any, *, size_class: Any = None, rows: bool = False, **options: Any) -> Any:
    """Growth difference of the world norm at each urban share, per year.

    share       urban shares, fractions in [0,1]
    size_class  SKPI_URBAN_SIZE_LARGE (two million inhabitants or more in the norm's base year) or SKPI_URBAN_SIZE_SMALL,
                of each place; may be left out with one norm for all sizes
    options     norm, see above; the others are checked and change nothing here
    Error: SKPI_EINVAL (size_class), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW (own norm).
    Source: United Nations, World Urbanization Prospects 2018.
    """
    call = _core.Call("skpi_urban_norm_urgd", rows)
    call.take("n", share=share, size_class=size_class)
    _options(call, **options)
    call.out("n", "urgd")
    return call.run()


def norm_fit(n_sizes: int, n_terms: int, share: Any, urgd: Any, *, size_class: Any = None,
             scenario: int | None = None) -> Any:
    """A norm of your own, by least squares on areas: lists of coefficients for the option norm.

    n_sizes     size classes: 1, one norm for all areas; 2, one for large and one for small ones
    n_terms     coefficients of each, 1 to 4: 2 is a line
    share       urban share of each area when the time began over which urgd was measured, fractions in [0,1]
    urgd        growth difference of each, per year
    size_class  SKPI_URBAN_SIZE_LARGE or SKPI_URBAN_SIZE_SMALL of each; needed if n_sizes is 2
    scenario    SKPI_URBAN_SCENARIO_SLOW, CENTRAL or FAST: moved to the mean of that third of the residuals; default:
                the fit itself
    Error: SKPI_ENODATA (too few areas of a size), SKPI_ESINGULAR (too few different shares), SKPI_EINVAL, SKPI_ERANGE,
    SKPI_ENOTFINITE, SKPI_EOVERFLOW.
    """
    call = _core.Call("skpi_urban_norm_fit")
    call.axis(n_sizes=n_sizes, n_terms=n_terms)
    call.take("n", share=share, urgd=urgd, size_class=size_class)
    call.struct("options", scenario=scenario)
    call.out("n_sizes n_terms", "norm")
    return call.run()


def project(last_year: Any, share: Any, urgd: Any, first_year: int, n_years: int, *, size_class: Any = None,
            rows: bool = False, **options: Any) -> Any:
    """Urban shares of each place from first_year on, from its last observation and growth difference.

    last_year   year of each place's last observation, before first_year
    share       urban share in that year, a fraction in [0,1]; 0 and 1 stay as they are
    urgd        growth difference before it, per year; not used where the share is 0 or 1
    size_class  SKPI_URBAN_SIZE_LARGE or SKPI_URBAN_SIZE_SMALL, of each place; may be left out where the method uses no
                norm, or one norm for all sizes
    options     see above
    Gives .share, fractions, and .urgd, the growth difference of the year, per year, NaN where the share is 0 or 1:
    places x years each.
    Warning: SKPI_WADJUSTED (a limit acted).
    Error: SKPI_ENOTSORTED (last_year not before first_year), SKPI_EINVAL (size_class, method), SKPI_ERANGE,
    SKPI_ENOTFINITE, SKPI_EOVERFLOW, and those of the options.
    Source: United Nations, World Urbanization Prospects 2018; of other methods: skpi_urban_project(3).

    >>> from smartkpi import SKPI_URBAN_SIZE_LARGE
    >>> round(100 * project(2017, 0.5796, 0.0501189, 2030, 1, size_class=SKPI_URBAN_SIZE_LARGE).share[0], 2)
    70.63
    """
    call = _core.Call("skpi_urban_project", rows)
    call.struct("in", "n", last_year=last_year, share=share, urgd=urgd, size_class=size_class)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    _options(call, **options)
    call.outs("out", share="n n_years", urgd="n n_years")
    return call.run()


def project_history(date: Any, share: Any, first_year: int, n_years: int, *, size_class: Any = None, rows: bool = False,
                    **options: Any) -> Any:
    """Urban shares of each place from first_year on, from its dated observations, by any method.

    date, share  observations: increasing decimal years before first_year, and fractions in [0,1]; a list for each
                 place, or one place alone.  A last share of 0 or 1 stays
    size_class   as in project
    options      see above
    Gives .share and .urgd as project does.
    Warning: SKPI_WADJUSTED (a limit or the fallback acted), SKPI_WWEAKFIT and SKPI_WNOTCONVERGED (curves).
    Error: SKPI_ENODATA (too few observations for the method), SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_EINVAL,
    SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_ESINGULAR, SKPI_EOVERFLOW, and those of the options.

    >>> from smartkpi import SKPI_URBAN_METHOD_CONVERGING
    >>> got = project_history([1990, 2000, 2010], [0.2, 0.3, 0.4], 2050, 1, method=SKPI_URBAN_METHOD_CONVERGING)
    >>> round(got.share[0], 3)
    0.615
    """
    call = _core.Call("skpi_urban_project_history", rows)
    _history(call, date, share)
    call.take("n", size_class=size_class)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    _options(call, **options)
    call.outs("out", share="n n_years", urgd="n n_years")
    return call.run()


def crossing(last_date: Any, share: Any, urgd: Any, threshold: Any, *, size_class: Any = None, rows: bool = False,
             **options: Any) -> Any:
    """Date at which each projection first reaches a threshold, from below or above, within 200 years.

    last_date   date of each place's last observation, a decimal year
    share, urgd, size_class  as in project
    threshold   share to be reached, a fraction in [0,1], of each place
    options     see above
    Gives decimal years on the scale of last_date.
    Warning: SKPI_WADJUSTED.  Error: SKPI_ENOTFOUND (not within 200 years), and those of project.

    >>> from smartkpi import SKPI_URBAN_METHOD_CONSTANT
    >>> round(crossing(2018, 0.45, 0.03, 0.5, method=SKPI_URBAN_METHOD_CONSTANT), 4)
    2024.689
    """
    call = _core.Call("skpi_urban_crossing", rows)
    call.struct("in", "n", last_date=last_date, share=share, urgd=urgd, size_class=size_class, threshold=threshold)
    _options(call, **options)
    call.out("n", "date")
    return call.run()


def error_quantile(last_year: Any, share: Any, first_year: int, prob: Any, *, horizon: Any = None, error: Any = None,
                   rows: bool = False) -> Any:
    """Quantiles of forecast urban shares, from the errors that earlier forecasts had.

    last_year   year of each place's last observation, not after first_year
    share       forecasts, fractions between 0 and 1, ends excluded: a list of years, or places x years
    first_year  first year of the forecasts
    prob        quantiles wanted, among 0.05, 0.1, 0.5, 0.9 and 0.95; or what the columns of error are
    horizon, error  a table of errors of your own: years ahead, and quantiles of logit(observed) - logit(forecast), a row
                for each horizon and a column for each of prob; default: the shipped table, 5 to 30 years
    Gives places x years x quantiles.  The errors are not centred: the interval is not symmetric about the forecast.
    Warning: SKPI_WHORIZON (beyond the table).
    Error: SKPI_ENOTFOUND (no such quantile in the shipped table), SKPI_EDOM (a share of 0 or 1), SKPI_ENOTSORTED
    (last_year after first_year, horizon), SKPI_EDUPLICATE (horizon), SKPI_EINVAL, SKPI_ERANGE, SKPI_ENOTFINITE,
    SKPI_EOVERFLOW (own table).
    """
    call = _core.Call("skpi_urban_error_quantile", rows)
    call.struct("in", "n", last_year=last_year)
    call.struct("in", "n n_years", share=share)
    call.value(first_year=first_year)
    call.take("n_prob", prob=prob)
    call.struct("options", "n_horizons", horizon=horizon)
    call.struct("options", "n_horizons n_prob", error=error)
    call.out("n n_years n_prob", "quantile")
    return call.run()


def error_table(share: _core.Table, population: _core.Table, horizon: Any, prob: Any, *,
                first_origin: int | None = None, last_target: int | None = None, step: int | None = None) -> Any:
    """A table of errors for error_quantile: how far the method of the United Nations was off in the past.

    share         Table of urban shares, fractions in [0,1], areas x years
    population    Table of total populations of the same areas and years, in persons or the scale of its Basis
    horizon       years ahead, from 1 on, increasing
    prob          quantiles wanted
    first_origin  first year that forecasts are made from; default: the first that has ten years before it
    last_target   last year that forecasts are made for; default: the last of the tables.  No later value is read
    step          years between origins; default 5
    Gives quantiles of logit(observed) - logit(forecast), horizons x quantiles.
    Error: SKPI_ENODATA (years or areas that are needed are not there), SKPI_EINCONSISTENT, SKPI_EDEFMIX,
    SKPI_ESINGULAR, SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_ENOTSORTED, SKPI_EDUPLICATE.
    """
    call = _core.Call("skpi_urban_error_table")
    call.table("share", share)
    call.table("population", population)
    call.take("n_horizons", horizon=horizon)
    call.take("n_prob", prob=prob)
    call.struct("options", first_origin=first_origin, last_target=last_target, step=step)
    call.out("n_horizons n_prob", "error")
    return call.run()


def converging_interval(last_date: Any, share: Any, urgd: Any, first_year: int, *, coverage: float | None = None,
                        rows: bool = False) -> Any:
    """Interval of forecasts by the converging method.

    last_date   date of each place's last observation, a decimal year not after first_year
    share       forecasts, fractions between 0 and 1, ends excluded: a list of years, or places x years
    urgd        growth difference over the shortest window before the last observation, per year (see window_urgd)
    first_year  first year of the forecasts
    coverage    0.5, 0.8, 0.9 or 0.95; default 0.8
    Gives .low and .high, fractions, places x years.
    Warning: SKPI_WHORIZON (more than 40 years after the last observation).
    Error: SKPI_EINVAL (no such coverage), SKPI_EDOM (a share of 0 or 1), SKPI_ENOTSORTED (last_date after first_year),
    SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW.
    Source: this library's own, smartkpi_urban(7).

    >>> r = converging_interval(2018, [0.559203], 0.03, 2028)
    >>> round(r.low[0], 4), round(r.high[0], 4)
    (0.5039, 0.6131)
    """
    call = _core.Call("skpi_urban_converging_interval", rows)
    call.struct("in", "n", last_date=last_date, urgd=urgd)
    call.struct("in", "n n_years", share=share)
    call.value(first_year=first_year)
    call.struct("options", coverage=coverage)
    call.out("n n_years", "low", "high")
    return call.run()


def ensemble_add(plan: Any, share: Any, drift: Any, sigma: Any, *, size_class: Any = None, speed: Any = None) -> int:
    """Index of the urban model, added to a plan (ensemble.Plan): the logit of each place's share walks at random, with
    drift.  Its one variable, 0, is the share.

    share       urban share in the year before the plan's first, a fraction between 0 and 1, ends excluded
    drift       growth difference, per year
    sigma       standard deviation of a year's step, in logits, not negative
    size_class  SKPI_URBAN_SIZE_LARGE or SMALL: the rate is pulled to the world norm of 2018; None: it stays
    speed       of the pull, share of the way to the norm a year; None: that of the United Nations' method
    Error: SKPI_EDOM (a share of 0 or 1), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EINVAL (speed without size_class),
           SKPI_EOVERFLOW.
    Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology.
    """
    call = _core.Call("skpi_urban_ensemble_add")
    call.handle("plan", plan)
    call.axis("plan", n_places=plan.n_places)
    call.struct("in", "n_places", share=share, drift=drift, sigma=sigma, size_class=size_class, speed=speed)
    call.out("", "model")
    return call.run()


def walk_quantile(share: Any, drift: Any, sigma: Any, n_years: int, prob: Any, *, rows: bool = False) -> Any:
    """Quantiles of a random walk of the logit with drift, 1 to n_years years on.

    share  urban share at the start, a fraction between 0 and 1, ends excluded
    drift  growth difference, per year
    sigma  standard deviation of a year's step, in logits, not negative
    prob   quantiles wanted
    Gives places x years x quantiles.
    Error: SKPI_EDOM (a share of 0 or 1), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW.

    >>> round(walk_quantile(0.5, 0.02, 0.1, 4, 0.9)[3], 6)
    0.583294
    """
    call = _core.Call("skpi_urban_walk_quantile", rows)
    call.struct("in", "n", share=share, drift=drift, sigma=sigma)
    call.axis(n_years=n_years)
    call.take("n_prob", prob=prob)
    call.out("n n_years n_prob", "quantile")
    return call.run()


def backtest(share: _core.Table, population: _core.Table, origin: int, target: int, method: Any, *,
             coverage: float | None = None, **options: Any) -> Any:
    """How good the methods would have been: forecasts from origin for target, scored.

    share       Table of urban shares, fractions in [0,1], areas x years
    population  Table of total populations of the same areas and years, in persons or the scale of its Basis
    origin      year from which the forecasts are made; norms and intervals are fitted to what came before
    target      year that they are made for; values after origin are used only to score the forecasts
    method      methods: SKPI_URBAN_METHOD_UN ...
    coverage    of the intervals: 0.5, 0.8, 0.9 or 0.95; default 0.8
    options     those of the module but method and norm, for all methods alike
    Gives, for each method, .rmse, .mae, .median (of absolute errors) and .bias in shares (0.01 is a point of percent),
    .coverage (share of truths in the interval) and .interval_score, NaN where the method has no interval, .count (areas
    scored); and .forecast, .low and .high, fractions, methods x areas.
    Warning: SKPI_WADJUSTED (a limit acted), SKPI_WWEAKFIT and SKPI_WNOTCONVERGED (curves), SKPI_WHORIZON.
    Error: SKPI_EINVAL (method, coverage), SKPI_ENODATA (years or areas that are needed are not there), SKPI_ENOTSORTED
    (target not after origin), SKPI_EINCONSISTENT, SKPI_EDEFMIX, SKPI_ESINGULAR, SKPI_ERANGE, SKPI_ENOTFINITE,
    SKPI_EOVERFLOW, and those of options.
    """
    call = _core.Call("skpi_urban_backtest")
    call.table("share", share)
    call.table("population", population)
    call.value(origin=origin, target=target)
    call.take("n_methods", method=method)
    call.struct("options", coverage=coverage)
    project = _core.Call("skpi_urban_project")  # for its options, which stand inside those of this call
    project.signature = call.signature
    _options(project, **options)
    project.counts()
    call.made("options").project = ctypes.pointer(project.structs["options"])
    call.keep.append(project)
    one = dict.fromkeys(("rmse", "mae", "median", "bias", "coverage", "interval_score", "count"), "n_methods")
    call.outs("out", **one, forecast="n_methods n", low="n_methods n", high="n_methods n")
    return call.run()


def population(share: Any, total: Any) -> Any:
    """Urban and rural population: share x total, (1 - share) x total.

    share  urban shares, fractions in [0,1]: a number, a list of years, or places x years
    total  total populations of the same shape, in any unit
    Gives .urban and .rural, in the unit of total.
    Error: SKPI_ERANGE (a share outside [0,1], a negative total), SKPI_ENOTFINITE.
    """
    call = _core.Call("skpi_urban_population")
    call.take("n m", share=share, total=total)
    call.out("n m", "urban", "rural")
    return call.run()


def aggregate(n_groups: int, share: Any, total: Any, group: Any) -> Any:
    """Urban shares of groups of places: urban people over people.

    n_groups  number of groups
    share     urban shares of one definition, fractions in [0,1]: a list of places, or places x years
    total     total populations of the same shape, in any unit
    group     group of each place, 0 .. n_groups - 1
    Gives groups, or groups x years.
    Error: SKPI_ERANGE (a share outside [0,1], a negative population, no such group), SKPI_EZERODIV (a group without
    people), SKPI_ENOTFINITE, SKPI_EOVERFLOW.

    >>> round(aggregate(1, [0.2, 0.6], [30, 10], [0, 0])[0], 3)
    0.3
    """
    call = _core.Call("skpi_urban_aggregate")
    one_year = len(share) > 0 and not hasattr(share[0], "__len__")
    axes = "n" if one_year else "n m"
    if one_year:
        call.axis(m=1, one=True)
    call.axis(n_groups=n_groups)
    call.take(axes, share=share, total=total)
    call.take("n", group=group)
    call.out(axes.replace("n", "n_groups"), "group_share")
    return call.run()


def cities_project(population: Any, growth: Any, urban: Any, *, rows: bool = False) -> Any:
    """Populations of the cities of one country in the years after the base.

    population  each city in the base year, in any unit
    growth      growth rate of each city in the base year, per year, continuous
    urban       urban population of the country, positive, base year first: one value more than the years given
    Gives cities x years, in the unit of population.
    Error: SKPI_ERANGE (a negative population), SKPI_EDOM (an urban population of 0), SKPI_ENOTFINITE, SKPI_EOVERFLOW.
    Source: United Nations, World Urbanization Prospects 2018, file 22.

    >>> round(cities_project(1000, 0.05, [1, 1.02])[0], 3)
    1050.002
    """
    call = _core.Call("skpi_urban_cities_project", rows)
    call.take("n", population=population, growth=growth)
    call.take("n_years+1", urban=urban)
    call.out("n n_years", "city")
    return call.run()


def cities_check(city: Any, urban: Any) -> Any:
    """Whether cities add up to more than the urban population of their country, by more than 1e-9 of it.

    city   populations, in any unit: one city's list of years, or cities x years
    urban  urban population of the country in these years, in the same unit
    Gives .first_excess, the index of the first such year (SKPI_NONE: there is none), and .factor, what would bring the
    cities of each year down to the country, 1 where nothing is needed.  Cities that exceed are no Error.
    Error: SKPI_ERANGE (a negative population), SKPI_ENOTFINITE, SKPI_EOVERFLOW.

    >>> cities_check([[700, 735], [250, 300]], [1000, 1005]).first_excess
    1
    """
    call = _core.Call("skpi_urban_cities_check")
    call.take("n n_years", city=city)
    call.take("n_years", urban=urban)
    call.out("", "first_excess")
    call.out("n_years", "factor")
    return call.run()


def three_way(date0: Any, part0: Any, date1: Any, part1: Any, first_year: int, n_years: int, *,
              damping: float | None = None, rows: bool = False) -> Any:
    """City, town and rural shares of each place, from two observations: constant growth differences.

    date0, date1  dates of the observations, decimal years, date0 before date1
    part0, part1  city, town and rural share at these dates, fractions that sum to 1
    damping       factor a year of the growth differences beyond the observations; default 1, none
    Gives places x years x 3.  City and town together do not follow the two-way line of the logit of their sum.
    Error: SKPI_EINCONSISTENT (a sum that is not 1), SKPI_ENOTSORTED (date0 not before date1), SKPI_EDOM (a part of 0,
    and a year outside the observations), SKPI_ERANGE, SKPI_ENOTFINITE.
    Source: Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139.

    >>> [round(s, 4) for s in three_way(2000, [.25, .2, .55], 2015, [.4, .25, .35], 2030, 1)[0]]
    [0.5446, 0.2659, 0.1895]
    """
    call = _core.Call("skpi_urban_three_way", rows)
    call.struct("in", "n", date0=date0, date1=date1)
    call.struct("in", "n 3", part0=part0, part1=part1)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    call.struct("options", damping=damping)
    call.out("n n_years 3", "share")
    return call.run()


def two_region(urban: Any, rural: Any, natural_urban: Any, natural_rural: Any, to_rural: Any, to_urban: Any, n_years: int,
               *, rows: bool = False) -> Any:
    """An urban and a rural region with natural increase and migration between them, step by step of a year.

    urban, rural                  inhabitants in the base year, in any unit
    natural_urban, natural_rural  births less deaths, per person and year
    to_rural, to_urban            moves to the other region, per person of the origin and year
    Gives .urban and .rural after 1 .. n_years steps, .natural and .migration of the urban region in the step that leads
    there (places x years each), .growth, the factor a year in the end, and .stable, the urban share in the end.
    Error: SKPI_EDOM (more would leave a region than are there), SKPI_EZERODIV (nobody in either), SKPI_ERANGE (negative
    inhabitants or moves), SKPI_ENOTFINITE, SKPI_EOVERFLOW.
    Source: Rogers, Matrix Analysis of Interregional Population Growth and Distribution (1968).

    >>> round(two_region(300, 700, .018, .024, .004, .022, 1).stable, 6)
    0.810745
    """
    call = _core.Call("skpi_urban_two_region", rows)
    call.struct("in", "n", urban=urban, rural=rural, natural_urban=natural_urban, natural_rural=natural_rural,
                to_rural=to_rural, to_urban=to_urban)
    call.axis(n_years=n_years)
    years = dict.fromkeys(("urban", "rural", "natural", "migration"), "n n_years")
    call.outs("out", **years, growth="n", stable="n")
    return call.run()


def stages(ceiling: Any, speed: Any, midpoint: Any, *, rows: bool = False) -> Any:
    """Stages of an urban transition that follows a logistic: start and end are the two dates at which the third
    derivative of the share is 0.

    ceiling   share in the end, a fraction above 0, at most 1
    speed     above 0, per year
    midpoint  date of half the ceiling, decimal year
    Gives .start_date, .start_share (the acceleration begins), .middle_date, .middle_share, .end_date, .end_share (the
    saturation begins), decimal years and shares, and .top_speed, share per year.
    Error: SKPI_EDOM (a ceiling or speed of 0), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW.
    Source: Northam, Urban Geography (1979).

    >>> found = stages(0.85, 0.045, 2003)
    >>> round(found.start_date, 1), found.middle_date, round(found.end_date, 1)
    (1973.7, 2003.0, 2032.3)
    """
    call = _core.Call("skpi_urban_stages", rows)
    call.take("n", ceiling=ceiling, speed=speed, midpoint=midpoint)
    call.outs("out", **{f"{stage}_{what}": "n" for stage in ("start", "middle", "end") for what in ("date", "share")},
              top_speed="n")
    return call.run()


def doubling_time(rate: Any, *, rows: bool = False) -> Any:
    """Years in which populations double or halve.

    rate  growth rates, continuous, per year
    Gives .doubling and .halving, years; the one that does not apply is NaN.
    Error: SKPI_ENOTFOUND (a rate of 0), SKPI_ENOTFINITE, SKPI_EOVERFLOW.

    >>> round(doubling_time(0.02).doubling, 3)
    34.657
    """
    call = _core.Call("skpi_urban_doubling_time", rows)
    call.take("n", rate=rate)
    call.out("n", "doubling", "halving")
    return call.run()

"""Urbanisation: urban shares to come, how sure they are, urban and rural people, cities.

Shares are fractions in [0,1], growth differences and growth rates are continuous and per year.  A scalar in place of a
list of places gives results without that dimension.  With rows=True every function that has rows gives a pair, the
results and each place's status, and a failed place is NaN instead of an Error.

Equations, accuracy and sources: the pages smartkpi_urban(7) and skpi_urban_*(3).
"""
from __future__ import annotations

from typing import Any

from . import _core
from ._arrays import INT32
from ._library import library

__all__ = ["cities", "interval", "method_name", "norm", "population", "project", "urgd"]


def _options(call: _core.Call, method: int, norm: Any, urgd_min: float, urgd_max: float) -> None:
    if norm is not None:
        call.axis("norm", laws=2)
    call.struct("options", "laws n_norm", method=method, norm=norm, urgd_min=urgd_min, urgd_max=urgd_max)


def urgd(t1: Any, share1: Any, t2: Any, share2: Any, *, rows: bool = False) -> Any:
    """Urban-rural growth difference of each place between two observations, per year.

    t1, t2          dates, decimal years, t1 before t2
    share1, share2  urban shares at these dates, fractions between 0 and 1, ends excluded
    Error: SKPI_EDOM (a share of 0 or 1), SKPI_ENOTSORTED (t1 not before t2), SKPI_ERANGE, SKPI_ENOTFINITE.
    Source: National Research Council, Cities Transformed (2003), equation D.1.

    >>> round(urgd(2015, 0.555, 2017, 0.5796), 7)
    0.0501189
    """
    call = _core.Call("skpi_urban_urgd", rows)
    call.take("n", t1=t1, share1=share1, t2=t2, share2=share2)
    call.out("n", "urgd")
    return call.run()


def norm(share: Any, law: Any, *, method: int = 0, norm: Any = None, urgd_min: float = 0, urgd_max: float = 0,
         rows: bool = False) -> Any:
    """Growth difference of the world norm at each urban share, per year.

    share  urban shares, fractions in [0,1]
    law    SKPI_URBAN_LARGE (two million inhabitants or more in the norm's base year) or SKPI_URBAN_SMALL, of each place
    norm   two lists of coefficients, for large and small places, from the constant upwards; None: the norm of 2018
    method, urgd_min, urgd_max  are checked and change nothing here: the options are those of project
    Error: SKPI_EINVAL (law), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW (own norm).
    Source: United Nations, World Urbanization Prospects 2018.
    """
    call = _core.Call("skpi_urban_norm", rows)
    call.take("n", share=share, law=law)
    _options(call, method, norm, urgd_min, urgd_max)
    call.out("n", "urgd")
    return call.run()


def project(last_year: Any, share: Any, urgd: Any, law: Any, first_year: int, n_years: int, *, method: int = 0,
            norm: Any = None, urgd_min: float = 0, urgd_max: float = 0, rows: bool = False) -> Any:
    """Urban shares of each place from first_year on, by the method of the United Nations.

    last_year  year of each place's last observation, before first_year
    share      urban share in that year, a fraction in [0,1]; 0 and 1 stay as they are
    urgd       growth difference before it, per year; not used where the share is 0 or 1
    law        SKPI_URBAN_LARGE or SKPI_URBAN_SMALL, of each place
    method     0 or SKPI_URBAN_UN
    norm       as in norm
    urgd_min, urgd_max  limits on urgd, per year, both 0 = none; SKPI_WADJUSTED where they act
    Gives .share, fractions, and .urgd, the growth difference of the year, per year, NaN where the share is 0 or 1:
    places x years each.
    Error: SKPI_ENOTSORTED (last_year not before first_year), SKPI_EINVAL (law, method), SKPI_ERANGE, SKPI_ENOTFINITE,
    SKPI_EINCONSISTENT (urgd_min above urgd_max), SKPI_EOVERFLOW.
    Source: United Nations, World Urbanization Prospects 2018.

    >>> round(100 * project(2017, 0.5796, 0.0501189, 1, 2030, 1).share[0], 2)
    70.63
    """
    call = _core.Call("skpi_urban_project", rows)
    call.take("n", last_year=last_year, share=share, urgd=urgd, law=law)
    call.value(first_year=first_year)
    call.axis(n_years=n_years)
    _options(call, method, norm, urgd_min, urgd_max)
    call.outs("out", share="n n_years", urgd="n n_years")
    return call.run()


def population(share: Any, total: Any) -> Any:
    """Urban and rural population: share x total, (1 - share) x total.

    share  urban shares, fractions in [0,1]: a number, a list of years, or places x years
    total  total populations of the same shape, in any unit
    Gives .urban and .rural, in the unit of total.
    Error: SKPI_ERANGE (a share outside [0,1], a negative total), SKPI_ENOTFINITE.
    """
    try:
        number = len(share) < 0
    except TypeError:
        number = True
    call = _core.Call("skpi_urban_population")
    if number:
        call.axis(n=1, one=True)
    axes = "m" if number else "n m"
    call.take(axes, share=share, total=total)
    call.out(axes, "urban", "rural")
    return call.run()


def interval(last_year: Any, first_year: int, share: Any, prob: Any, *, horizon: Any = None, table: Any = None,
             rows: bool = False) -> Any:
    """Quantiles of forecast urban shares, from the errors that earlier forecasts had.

    last_year   year of each place's last observation, not after first_year
    first_year  first year of the forecasts
    share       forecasts, fractions between 0 and 1, ends excluded: a list of years, or places x years
    prob        quantiles wanted, among 0.05, 0.1, 0.5, 0.9 and 0.95; or what the columns of table are
    horizon, table  errors of your own: years ahead, and quantiles of logit(observed) - logit(forecast), a row for each
                of these and a column for each of prob; None: the shipped table, 5 to 30 years
    Gives places x years x quantiles.  The errors are not centred: the interval is not symmetric about the forecast.
    Warning: SKPI_WHORIZON (beyond the table).
    Error: SKPI_EINVAL (no such quantile in the shipped table), SKPI_EDOM (a share of 0 or 1), SKPI_ERANGE,
    SKPI_ENOTFINITE, SKPI_ENOTSORTED and SKPI_EDUPLICATE (horizon), SKPI_EOVERFLOW (own table).
    """
    call = _core.Call("skpi_urban_interval", rows)
    call.take("n", last_year=last_year)
    call.value(first_year=first_year)
    call.take("n n_years", share=share)
    call.take("n_prob", prob=prob)
    if horizon is None and table is None:
        call.value(n_h=0)
    call.take("n_h", horizon=horizon)
    call.take("n_h n_prob", table=table)
    call.out("n n_years n_prob", "out")
    return call.run()


def cities(population: Any, growth: Any, urban: Any, *, rows: bool = False) -> Any:
    """Populations of the cities of one country in the years after the base.

    population  each city in the base year, in any unit
    growth      growth rate of each city in the base year, per year, continuous
    urban       urban population of the country, positive, base year first: one value more than the years given
    Gives cities x years, in the unit of population.
    Error: SKPI_ERANGE (a negative population), SKPI_EDOM (an urban population of 0), SKPI_ENOTFINITE, SKPI_EOVERFLOW.
    Source: United Nations, World Urbanization Prospects 2018, file 22.

    >>> round(cities(1000, 0.05, [1, 1.02])[0], 3)
    1050.002
    """
    call = _core.Call("skpi_urban_cities", rows)
    call.take("n", population=population, growth=growth)
    call.take("n_years+1", urban=urban)
    call.out("n n_years", "out")
    return call.run()


def method_name(method: int) -> str | None:
    """Short name of a method of projection, "un"; None if there is no such method."""
    name = library.skpi_urban_method_name(_core.Call("skpi_urban_method_name").plain("method", method, INT32))
    return None if name is None else name.decode()

"""Carbon: has it peaked, is it on track, what does abatement cost, how uncertain is a total.  Part of smartkpi.carbon."""
from __future__ import annotations

from typing import Any

from . import _abi
from ._base import Table
from ._core import Call

__all__ = ["abatement", "inventory_uncertainty", "peaked", "product_quantile", "progress", "verdict_probability"]


def peaked(emission: Table, *, window: int | None = None, min_years: int | None = None,
           significance: float | None = None, rows: bool = False) -> Any:
    """Have emissions peaked?  The maximum of each row, and the Mann-Kendall test of the years since.

    emission    one unit; NaN is missing
    window      SKPI_CARBON_PEAKED_WINDOW_AFTER (None), the years after the maximum; SKPI_CARBON_PEAKED_WINDOW_FROM, the
                maximum too
    min_years   years since the maximum below which it has not peaked; None: 5
    significance  of the test; None: 0.05
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .verdict (SKPI_CARBON_PEAKED_VERDICT_NOT_YET, _PEAKED, _REBOUNDING, _PLATEAU), .peak_year, .since (years),
                .peak, .change (last value/peak - 1); of the window .used (values), .s, .variance, .z, .p, .slope (a year)
    Warning     SKPI_WMISSING
    Error       SKPI_ENODATA, SKPI_ENOTFINITE (infinite), SKPI_EINVAL (window), SKPI_ERANGE, SKPI_ENOTSORTED,
                SKPI_EDUPLICATE, SKPI_EOVERFLOW
    Source      Mann 1945; Kendall 1975; Sen 1968

    >>> peaked(Table(range(2010, 2020), [5, 6, 9, 8, 7, 6, 5, 4, 3, 2])).peak_year
    2012
    """
    call = Call("skpi_carbon_peaked", rows)
    call.table("emission", emission)
    call.struct("options", window=window, min_years=min_years, significance=significance)
    call.outs("out", **dict.fromkeys(("verdict", "peak_year", "since", "used", "peak", "change", "s", "variance", "z", "p",
                                      "slope"), "n"))
    return call.run()


def progress(emission: Table, target_year: Any, target: Any, *, base_year: Any = None, window: int | None = None,
             tolerance: float | None = None, no_tolerance: bool = False, rows: bool = False) -> Any:
    """Progress of each row to its target: the cut required a year, the cut achieved, the verdict.

    emission    one unit; NaN is missing
    target_year, target  year, and emission then, of each row
    base_year   of each row, in which the straight line to the target begins; None: the year of its first value
    window      years up to the last value that the achieved cut is taken from; None: 10
    tolerance   on track from the ratio 1 - tolerance on; None: 0.05
    no_tolerance  True: tolerance is 0
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .verdict (SKPI_CARBON_VERDICT_ALREADY_MET, _MISSED, _MOVING_AWAY, _ON_TRACK, _OFF_TRACK), .last_year,
                .last, .used; cuts a year .required, .required_share (of the last value), .required_compound, .achieved,
                .achieved_compound; .ratio, .ratio_compound; dates .crossing, .crossing_compound; .overshoot ahead and
                .overshoot_to_date (unit x years), .gap of the last year.  NaN: there is none
    Warning     SKPI_WMISSING
    Error       SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOTSORTED, SKPI_EDUPLICATE, SKPI_EOVERFLOW
    Source      Theil 1950; Sen 1968

    >>> progress(Table(range(2020, 2025), [100, 98, 96, 94, 92]), 2030, 80).ratio
    1.0
    """
    call = Call("skpi_carbon_progress", rows)
    call.table("emission", emission)
    call.take("n", target_year=target_year, target=target, base_year=base_year)
    call.struct("options", window=window, tolerance=tolerance,
                flags=_abi.SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE if no_tolerance else None)
    call.outs("out", **dict.fromkeys(("verdict", "last_year", "used", "last", "required", "required_share",
                                      "required_compound", "achieved", "achieved_compound", "ratio", "ratio_compound",
                                      "crossing", "crossing_compound", "overshoot", "overshoot_to_date", "gap"), "n"))
    return call.run()


def verdict_probability(year: Any, emission: Any, *, peak_year: Any = None, net_zero_date: Any = None,
                        threshold: Any = None, budget: Any = None, convention: int | None = None,
                        coverage: float | None = None, rows: bool = False) -> Any:
    """How probable a peak, net zero and a budget kept are: the fraction of a place's draws in which each holds.

    year        of the draws, increasing
    emission    draws x years, or places x draws x years, one unit a year
    peak_year   of each place, before the last year: the first maximum is in this year or before it; None: not asked
    net_zero_date  of each place, decimal year: at or below the threshold from it on; None: not asked
    threshold   emission that counts as net zero; None: 0
    budget      of each place, unit x years: the cumulative emission is not above it; None: not asked
    convention  of the cumulative emission: SKPI_CARBON_CONVENTION_INTEGRAL, _ANNUAL_AFTER_BASE, _ANNUAL_WITH_BASE;
                needed with a budget
    coverage    of the intervals; None: 0.8
    rows        True: (results, status of each place) instead of an error for the first bad place
    Gives       .peaked, .net_zero, .within, .all (those asked, together) of each place, fractions; NaN: not asked; each
                with its Wilson interval, .peaked_low and .peaked_high for example
    Error       SKPI_EINVAL (nothing asked, convention), SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_ENOTSORTED,
                SKPI_EDUPLICATE, SKPI_EOVERFLOW
    Source      Wilson 1927, JASA 22, 209-212

    >>> verdict_probability([2020, 2030, 2040], [[5, 4, 2], [5, 6, 2], [5, 3, 0], [5, 5, 1]], peak_year=2020).peaked
    0.75
    """
    call = Call("skpi_carbon_verdict_probability", rows)
    call.take("m", year=year)
    call.take("n n_draws m", emission=emission)
    call.struct("in", "n", peak_year=peak_year, net_zero_date=net_zero_date, threshold=threshold, budget=budget)
    call.struct("in", convention=convention, coverage=coverage)
    call.outs("out", **dict.fromkeys([event + end for event in ("peaked", "net_zero", "within", "all")
                                      for end in ("", "_low", "_high")], "n"))
    return call.run()


def abatement(cost: Any, potential: Any, target: float, mode: int) -> Any:
    """The measures that abate a target at least cost.

    cost        of a unit abated, of each measure; negative: it saves money
    potential   of each measure, unit of target
    mode        SKPI_CARBON_ABATEMENT_MODE_EXACT: the target and no more; SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE:
                measures that save money whole, even if they abate more; there is no default
    Gives       .use of each measure, .total abated, .cost, .marginal (cost of the dearest measure used); the supply curve:
                .order (indices, cheapest first), .cumulative (potential)
    Error       SKPI_EINFEASIBLE (target above the potential), SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EINVAL,
                SKPI_EOVERFLOW
    Source      Dantzig 1957

    >>> abatement([20, -5], [3, 1], 2, _abi.SKPI_CARBON_ABATEMENT_MODE_EXACT).cost
    15.0
    """
    call = Call("skpi_carbon_abatement")
    call.take("n", cost=cost, potential=potential)
    call.value(target=target, mode=mode)
    call.outs("out", use="n", order="n", cumulative="n", total="", cost="", marginal="")
    return call.run()


def inventory_uncertainty(emission: Any, uncertainty: Any) -> Any:
    """Uncertainty of a sum of sources by the IPCC's Approach 1.

    emission    of each source, negative where removed
    uncertainty of the factors of each source (sources x factors): half-widths of 95 % intervals as fractions
    Gives       .combined and .contribution of each source, .share of the variance, .total (of the sum, a fraction), .sum
    Error       SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE (negative), SKPI_EZERODIV (sum 0), SKPI_EOVERFLOW
    Source      IPCC 2006 Guidelines, volume 1, equations 3.1 and 3.2

    >>> inventory_uncertainty([3, 4], [[.3, .4], [.3, .4]]).combined
    [0.5, 0.5]
    """
    call = Call("skpi_carbon_inventory_uncertainty")
    call.take("n", emission=emission)
    call.take("n n_factors", uncertainty=uncertainty)
    call.outs("out", combined="n", contribution="n", share="n", total="", sum="")
    return call.run()


def product_quantile(mu: Any, sigma: Any, prob: Any, *, correlation: Any = None, rows: bool = False) -> Any:
    """Quantiles of a product of lognormal factors, in closed form.

    mu, sigma   mean and standard deviation of the logarithm of each factor (factors, or products x factors): mu is the
                logarithm of the median
    prob        probabilities in (0,1)
    correlation of the logarithms (factors x factors); None: independent
    rows        True: (results, status of each product) instead of an error for the first bad one
    Gives       products x probabilities
    Error       SKPI_ENODATA, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EINCONSISTENT (correlation), SKPI_EOVERFLOW
    Source      Aitchison and Brown, The Lognormal Distribution (1957)

    >>> [round(x, 9) for x in product_quantile([0.0, 0.0], [.3, .4], [.5, .8413447460685429])]
    [1.0, 1.648721271]
    """
    call = Call("skpi_carbon_product_quantile", rows)
    call.struct("in", "n n_factors", mu=mu, sigma=sigma)
    if correlation is not None:
        size = len(correlation)
        call.axis("correlation", n_factors=size)
        call.struct("in", f"{size} {size}", correlation=correlation)
    call.take("n_prob", prob=prob)
    call.out("n n_prob", "quantile")
    return call.run()

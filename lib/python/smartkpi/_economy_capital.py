"""Economy: capital, prices, changes taken apart.  Part of smartkpi.economy."""
from __future__ import annotations

from typing import Any

from ._base import Table
from ._core import Call

__all__ = ["capital_contribution", "capital_efficiency", "capital_stock", "capital_user_cost", "chain_index",
           "double_deflation", "shift_share", "within_between"]


def capital_efficiency(n_ages: int, life: Any, profile: int, *, beta: Any = None, rows: bool = False) -> Any:
    """Part of the services of a new asset that is left at ages 0, 1 ... n_ages - 1 years.

    life     mean service life in years, above 0; assets retire around it (normal, deviation life/4)
    profile  SKPI_ECONOMY_PROFILE_COHORT, each asset by its own life; _SURVIVAL, an asset of mean life times the part not
             retired; _GEOMETRIC, 2/life a year.  Name the profile beside its figures: the first two differ by 3 to 4 %
             in the stock
    beta     form of the decline, at most 1: 1 none before the end of life, 0 a straight line, below 0 fast at first;
             None: 0.5
    rows     True: (results, status of each asset) instead of an error for the first bad one
    Gives    fractions (assets x ages)
    Error    SKPI_ERANGE (negative life, beta above 1), SKPI_EDOM (life 0; geometric: below 2), SKPI_EINVAL,
             SKPI_ENOTFINITE
    Source   OECD, Measuring Capital, 2009

    >>> [round(e, 4) for e in capital_efficiency(4, 3, SKPI_ECONOMY_PROFILE_COHORT)]
    [1.0, 0.7745, 0.4415, 0.1275]
    """
    call = Call("skpi_economy_capital_efficiency", rows)
    call.take("n", life=life, beta=beta)
    call.axis("n_ages", n_ages=n_ages)
    call.value(profile=profile)
    call.out("n n_ages", "efficiency")
    return call.run()


def capital_stock(investment: Table, life: Any, *, beta: Any = None, life_spread: float | None = None,
                  beta_spread: float | None = None, profile: int | None = None, rows: bool = False) -> Any:
    """Capital stocks by the perpetual inventory, and what other lives and forms of decline would give.

    investment   at constant prices, not negative, every year (assets x years); NaN = missing
    life, beta   as for capital_efficiency
    life_spread  other lives: life times 1 minus or plus this, in (0,1); None: 2/7
    beta_spread  other forms: beta minus or plus this, 1 at most; None: 0.25
    profile      as for capital_efficiency; None: SKPI_ECONOMY_PROFILE_COHORT.  The geometric stock starts with
                 I/(g + 2/life), g the growth of investment; the others with nothing
    rows         True: (results, status of each asset) instead of an error for the first bad one
    Gives        .stock, .life_low, .life_high (shorter, longer lives), .beta_low, .beta_high (assets x years);
                 .complete, the first year whose stock lacks no older investment, SKPI_NONE = none of these
    Warning      SKPI_WMISSING
    Error        SKPI_EDEFMIX (current prices), SKPI_ENODATA (a year left out, an empty row), SKPI_EDOM, SKPI_ERANGE,
                 SKPI_ENOTFINITE, SKPI_EOVERFLOW
    Source       OECD, Measuring Capital, 2009

    >>> [round(k, 2) for k in capital_stock(Table(range(2020, 2024), [10, 10, 10, 10]), 3).stock]
    [10.0, 17.74, 22.16, 23.43]
    """
    call = Call("skpi_economy_capital_stock", rows)
    call.table("investment", investment)
    call.take("n", life=life, beta=beta)
    call.struct("options", life_spread=life_spread, beta_spread=beta_spread, profile=profile)
    call.outs("out", **dict.fromkeys(("stock", "life_low", "life_high", "beta_low", "beta_high"), "n m"), complete="n")
    return call.run()


def capital_user_cost(price: Any, rate: Any, depreciation: Any, *, rows: bool = False) -> Any:
    """User cost of capital, q_{t-1} r + delta q_t - (q_t - q_{t-1}): what a year's services of one unit cost.

    price         of new capital goods, money or an index, above 0 (assets x years; years follow each other)
    rate          nominal rate of return, compound, of each year but the first (assets x years - 1)
    depreciation  part of the price lost in a year, in [0,1], one for each asset
    rows          True: (results, status of each asset) instead of an error for the first bad one
    Gives         in the unit of price, from the second year on (assets x years - 1)
    Warning       SKPI_WNEGATIVE: a cost is below 0 and means nothing
    Error         SKPI_EDOM (a price of 0), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW
    Source        Hall and Jorgenson, American Economic Review 57 (1967) 391

    >>> [round(u, 4) for u in capital_user_cost([1.0743, 1.0621, 1.0447], [.05, .05], .315)]
    [0.4005, 0.3996]
    """
    call = Call("skpi_economy_capital_user_cost", rows)
    call.take("n n_steps+1", price=price)
    call.take("n n_steps", rate=rate)
    call.take("n", depreciation=depreciation)
    call.out("n n_steps", "cost")
    return call.run()


def capital_contribution(share: Any, quantity: Any, *, rows: bool = False) -> Any:
    """Contribution of capital to the growth of income: mean share of two years times ln(K_t/K_{t-1}).

    share     of its services in income, user cost times stock over income, fractions (assets x years); NaN = missing
    quantity  stock or any index of the services, above 0 (assets x years); NaN = missing
    rows      True: (results, status of each asset) instead of an error for the first bad one
    Gives     log points of growth as fractions, from each year to the next (assets x years - 1)
    Warning   SKPI_WMISSING
    Error     SKPI_ERANGE, SKPI_EDOM (a quantity of 0), SKPI_ENOTFINITE (infinite)
    Source    Jorgenson and Griliches, Review of Economic Studies 34 (1967) 249

    >>> [round(c, 5) for c in capital_contribution([.02, .03], [100, 110])]
    [0.00238]
    """
    call = Call("skpi_economy_capital_contribution", rows)
    call.take("n n_steps+1", share=share, quantity=quantity)
    call.out("n n_steps", "contribution")
    return call.run()


def chain_index(value: Any, price: Any, form: int, *, rows: bool = False) -> Any:
    """Chained indices of quantity and price of an aggregate of goods.

    value  at current prices, not negative (aggregates x goods x years, or goods x years)
    price  of each good, above 0, also where it is not traded (the same)
    form   SKPI_ECONOMY_INDEX_LASPEYRES, _PAASCHE, _FISHER or _TORNQVIST
    rows   True: (results, status of each aggregate) instead of an error for the first bad one
    Gives  .quantity, .price (aggregates x years), 1 in the first year
    Error  SKPI_EZERODIV (a price of 0, a year without value), SKPI_EDOM (Tornqvist: a good appears or vanishes),
           SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW
    Source Consumer Price Index Manual, 2004

    >>> fisher = SKPI_ECONOMY_INDEX_FISHER
    >>> round(chain_index([[100, 90], [100, 121]], [[1, .5], [1, 1.1]], fisher).quantity[1], 4)
    1.4057
    """
    call = Call("skpi_economy_chain_index", rows)
    call.take("n n_goods m", value=value, price=price)
    call.value(form=form)
    call.outs("out", quantity="n m", price="n m")
    return call.run()


def double_deflation(output: Any, output_price: Any, input: Any, input_price: Any, form: int, *,
                     rows: bool = False) -> Any:
    """Real value added, and its implicit deflator.

    output, input  at current prices, not negative (industries x years)
    output_price, input_price  their price indices, above 0
    form           SKPI_ECONOMY_DEFLATION_DOUBLE, O/pO - M/pM; _SINGLE, (O - M)/pO; _TORNQVIST, an index that is never
                   negative
    rows           True: (results, status of each industry) instead of an error for the first bad one
    Gives          .real, value added at base prices or the index; .deflator, NaN where there is none (industries x years)
    Warning        SKPI_WNEGATIVE: real value added is below 0; take the Tornqvist index
    Error          SKPI_EZERODIV (a price of 0), SKPI_EDOM (Tornqvist: no value added, or input appears or vanishes),
                   SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW
    Source         System of National Accounts 2008, chapter 15

    >>> found = double_deflation([1000, 1150], [1, .95], [600, 680], [1, 1.03], SKPI_ECONOMY_DEFLATION_DOUBLE)
    >>> [round(v, 1) for v in found.real]
    [400.0, 550.3]
    """
    call = Call("skpi_economy_double_deflation", rows)
    call.struct("in", "n m", output=output, output_price=output_price, input=input, input_price=input_price)
    call.value(form=form)
    call.outs("out", real="n m", deflator="n m")
    return call.run()


def shift_share(city0: Any, city1: Any, nation0: Any, nation1: Any, *, rows: bool = False) -> Any:
    """Change of a city by sector: what it owes to the nation, to its mix of sectors, and to itself.

    city0, city1      jobs or value added in the base year and in the end, not negative (cities x sectors)
    nation0, nation1  the same of the nation (sectors)
    rows              True: (results, status of each city) instead of an error for the first bad one
    Gives             .national + .mix + .local = city1 - city0; .competitive + .allocation = local, NaN in a sector that
                      the city did not have, whose change is all local (cities x sectors)
    Error             SKPI_EINCONSISTENT (a sector that the nation does not have), SKPI_EZERODIV (an empty nation),
                      SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW
    Source            Dunn 1960; Esteban-Marquillas 1972

    >>> found = shift_share([50, 30, 20], [44, 33, 15], [500, 300, 250], [470, 320, 200])
    >>> [round(v, 3) for v in found.local]
    [-3.0, 1.0, -1.0]
    """
    call = Call("skpi_economy_shift_share", rows)
    call.take("n n_sectors", city0=city0, city1=city1)
    call.take("n_sectors", nation0=nation0, nation1=nation1)
    call.outs("out", **dict.fromkeys(("national", "mix", "local", "competitive", "allocation"), "n n_sectors"))
    return call.run()


def within_between(value_added0: Any, value_added1: Any, share0: Any, share1: Any, form: int, *,
                   rows: bool = False) -> Any:
    """The change of a share in the whole economy, split within industries and between them.

    value_added0, value_added1  of each industry in the base year and in the end (places x sectors)
    share0, share1  share of some part (the digital one, say) inside each industry, fractions (places x sectors)
    form            SKPI_ECONOMY_SPLIT_MIDPOINT, no interaction; SKPI_ECONOMY_SPLIT_BASE_YEAR
    rows            True: (results, status of each place) instead of an error for the first bad one
    Gives           .change = .within + .between + .interaction (places x sectors); their sums are the change of the share
    Error           SKPI_EZERODIV (a total of 0), SKPI_ERANGE, SKPI_ENOTFINITE, SKPI_EOVERFLOW
    Source          Griliches and Regev 1995; Foster, Haltiwanger and Krizan 2001

    >>> found = within_between([60, 40], [50, 50], [.1, .2], [.13, .19], SKPI_ECONOMY_SPLIT_MIDPOINT)
    >>> [round(v, 4) for v in found.within], [round(v, 4) for v in found.between]
    ([0.0165, -0.0045], [-0.0115, 0.0195])
    """
    call = Call("skpi_economy_within_between", rows)
    call.struct("in", "n n_sectors", value_added0=value_added0, value_added1=value_added1, share0=share0, share1=share1)
    call.value(form=form)
    call.outs("out", change="n n_sectors", within="n n_sectors", between="n n_sectors", interaction="n n_sectors")
    return call.run()

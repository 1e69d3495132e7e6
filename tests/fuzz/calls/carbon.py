"""Calls of carbon.h.  How to write a line stands at the top of kinds.py."""
from cases import INF, NULL
from kinds import (Values, accept, axis, call, choice, count, date, divisor, finite, integer, n_years, null, out,
                   out_basis, outs, positive, probability, quantity, refuse, rows, share, string,
                   strings, struct, table, year)

LARGE = 1e307  # emissions whose cumulative could overflow


def path(power, t_end):
    """Three places: a rise and a plateau, a rise alone, a peak in the past with removals at the end."""
    return struct(n=count(3), shape=choice(6106), convention=choice(6201), t0=date([2023, 2023.5, 2020]), e0=quantity([11.9, 60, 100]),
                  residual=finite([0.0, 1.5, -5], optional=0.0), t_peak=date([2028, 2030.25, 2020]),
                  e_peak=quantity([12.2, 64, 100]), plateau=quantity([2, 0, 0], optional=0.0),
                  t_net_zero=date([2060, 2055.5, 2050]), power=power,
                  **{name: null("EINVAL") for name in ("rate", "growth", "mitigation", "t_mid")},
                  t_end=t_end)


def contradictions():
    """What refuses a path whose members do not fit together."""
    for changes, status, name in (
            ({"t_peak": 2019.0}, "ENOTSORTED", "t_peak"), ({"t_net_zero": 2020.0}, "ENOTSORTED", "t_net_zero"),
            ({"plateau": 60.0}, "ENOTSORTED", "t_net_zero"), ({"e_peak": 11.0}, "EINCONSISTENT", "e_peak"),
            ({"t0": 2020.0, "t_peak": 2020.0, "e0": 1.0}, "EINCONSISTENT", "e_peak"),
            ({"residual": 100.0}, "EDOM", "e_peak"), ({"residual": -LARGE}, "EOVERFLOW", "residual"),
            ({"e_peak": LARGE}, "EOVERFLOW", "e_peak")):
        yield refuse(status, f"path->{name}", {f"path->{member}": value for member, value in changes.items()})


BLEND = {"options->rule": 26203, "options->discount": 0.0, "options->history_emission": NULL,
         "options->history_population": NULL}
INFINITE = [(INF, "ENOTFINITE"), (-INF, "ENOTFINITE")]
LMDI = [10, .25, 2, 10, .5, 2, 12, .5, 1.5, 3, 4, 5]


def whole(**members):
    """An input set that is not tried cut short: without n there is nothing to do."""
    made = struct(**members)
    made.short = False
    return made


CALLS = [
    call("skpi_carbon_path_value", *contradictions(),
         refuse("ENOTSORTED", "path->t0", {"path->t0": 2024.5, "path->t_peak": 2031.0, "path->e0": 1.0}),
         path=path(positive([1.1, 0.5, 3]), date([2030, 2031, 2032], optional=True)), first_year=axis(2024),
         n_years=n_years(30), emission=out("path->n*n_years", optional=True),
         cumulative=out("path->n*n_years", optional=True), status=rows("path->n")),
    call("skpi_carbon_path_solve", *contradictions(),
         refuse("EINFEASIBLE", "target", target=-1000.0), refuse("ENOTBINDING", "target", target=1e5),
         path=path(null("EINVAL"), null("EINVAL")), by=choice(6301), target=finite([260.0, 1000, 1400], "path->n"),
         unknown=out("path->n", over="target"), status=rows("path->n")),
    call("skpi_carbon_path_range", *contradictions(),
         path=path(null("EINVAL"), null("EINVAL")), by=choice(6301), low=out("path->n", optional=True),
         high=out("path->n", optional=True), status=rows("path->n")),
    call("skpi_carbon_budget_share",
         refuse("EZERODIV", "population", population=[0.0] * 3), refuse("EOVERFLOW", "population", population=[1e308] * 3),
         refuse("EINVAL", "options->weight", {"options->weight": .5}),
         refuse("EINVAL", "options->discount", {**BLEND, "options->discount": .1}),
         refuse("EINVAL", "options->history_emission", {"options->rule": 26201, "options->discount": 0.0}),
         refuse("EINVAL", "options->history_population", {"options->rule": 26201, "options->discount": 0.0,
                                                          "options->history_emission": NULL}),
         refuse("EINVAL", "emission", BLEND), refuse("EZERODIV", "emission", {**BLEND, "emission": [0.0] * 3}),
         refuse("EINCONSISTENT", "options->history_emission->n", {"options->history_emission->n": 2}),
         refuse("EINCONSISTENT", "options->history_population->year", {"options->history_population->year": [2000, 2002]}),
         refuse("EZERODIV", "options->history_population->value", {"options->history_population->value": [0.0] * 6}),
         accept({**BLEND, "options->weight": .25, "emission": [5.0, 6, 0]}), accept({"options->history_population": NULL}),
         n=count(3, "ENODATA"), population=quantity([1.0, 0, 3]), emission=null(), budget=finite(-7.5),
         options=struct(optional=True, rule=choice(26204, ok=(0,)), weight=share(0.0), discount=share(.02),
                        history_emission=table(3, 2, [2000, 2001], quantity([1, 2, 3, 4, 5, 6], "n*m")),
                        history_population=table(3, 2, [2000, 2001], quantity([1, 1, 0, 1, 2, 2], "n*m"), absent=True)),
         allowance=out(over="population")),
    call("skpi_carbon_warming", n=count(3), n_prob=count(2), cumulative=finite([260.0, -5, 0]),
         prob=probability([0.17, 0.83], "n_prob"), best=out(optional=True, over="cumulative"),
         quantile=out("n*n_prob", optional=True)),
    call("skpi_carbon_gas_gwp", refuse("ENOTFOUND", "gas", gas="HFC-134", gwp=6601), gas=string("CH4", unknown="ENOTFOUND"),
         gwp=choice(6603), value=out("1")),
    call("skpi_carbon_inventory_total",
         refuse("EDUPLICATE", "in->required", {"in->required": ["I.1.1", "II.1.1", "I.01.1"]}),
         **{"in": struct(n=count(5, "ENODATA"), reference=strings(["I.1.1", "I.4.4", "III.1.2", "V.2", "VI.1"]),
                         gas=strings(["CO2", "CO2", "CH4", "HFC-134a", "N2O"]), amount=finite([5.0, 1, 2, -3, 4]),
                         scope=choice([1, 1, 3, 1, 3]), key=choice([0, 6702, 0, 6703, 0], optional=True),
                         n_required=count(3), required=strings(["I.1.1", "II.1.1", "V.2"], "n_required"))},
         gwp=choice(6603),
         out=outs(basic=out("1"), basic_plus=out("1"), territorial=out("1"), other=out("1"), scope=out("3"),
                  completeness=out("1"), ne=out("1"), ie=out("1"), row=out("5", over="in->amount"),
                  basis=out_basis(optional=True))),
    call("skpi_carbon_kaya", refuse("EOVERFLOW", "factor", {"gdp": 1e-300, "energy": 1e10}),
         n=count(3), population=divisor([1.4, 2, 3]), gdp=divisor([17.0, 4, 5]), energy=divisor([160.0, 6, 7]),
         emission=quantity([11.0, 0, 9]), factor=out("n*4"), status=rows()),
    call("skpi_carbon_lmdi",
         refuse("EDOM", "factor1", factor1=-3.0), refuse("EOVERFLOW", "factor0", factor0=1e307),
         n=count(2), n_sectors=count(2, "ENODATA"), n_factors=count(3, "ENODATA"),
         factor0=finite(LMDI, "n*n_sectors*n_factors"), factor1=finite(LMDI[::-1], "n*n_sectors*n_factors"),
         form=choice(26301),
         out=outs(effect=out("n*n_factors"), sector_effect=out("n*n_sectors*n_factors"), total=out(), residual=out()),
         status=rows()),
    call("skpi_carbon_lmdi_chain", refuse("ENODATA", "n_years", n_years=1),
         n_years=count(3, "ENODATA"), n_sectors=count(2, "ENODATA"), n_factors=count(2, "ENODATA"),
         factor=finite(LMDI, "n_years*n_sectors*n_factors"), form=choice(26302),
         out=outs(effect=out("2*n_factors"), sector_effect=out("2*n_sectors*n_factors"), total=out("2"),
                  residual=out("2"))),
    call("skpi_carbon_target_contraction", returns="WHORIZON", n=count(3), base=quantity([100.0, 0, 3]), rate=share(.042),
         years=quantity([10.0, 0, 25]), emission=out(over=("base", "years")), status=rows()),
    call("skpi_carbon_target_intensity",
         refuse("ENOTSORTED", "in->date1", {"in->date1": 2001.0}), refuse("EDOM", "in->cut", {"in->cut": 1.0}),
         refuse("EDOM", "in->growth", {"in->growth": -1.0}),
         refuse("EOVERFLOW", "out->target", {"in->emission0": 1e300, "in->gdp0": 1e-300}),
         **{"in": whole(
             n=count(3), date0=date([2005, 2010.5, 2005], "in->n"), emission0=positive([120.0, 5, 6], "in->n"),
             gdp0=divisor([40.0, 1, 2], "in->n"), date1=date([2022, 2025, 2020], "in->n"),
             emission1=positive([130.0, 4, 7], "in->n"), gdp1=divisor([95.0, 1.5, 3], "in->n"),
             target_date=date([2030, 2024, 2030], "in->n"), cut=share([.5, .65, .3], "in->n"),
             growth=finite([.05, -.01, 0], "in->n", optional=True))},
         out=outs(**{name: out("in->n") for name in ("target", "done", "achieved", "required", "emission", "flat_growth",
                                                     "next", "verdict")}), status=rows("in->n")),
    call("skpi_carbon_target_sda", refuse("EZERODIV", "in->sector_intensity", {"in->sector_intensity": [.4, .3, .4]}),
         **{"in": struct(flags=3, n=count(2), n_years=count(3, "ENODATA"), intensity=quantity([.62, .2], "in->n"),
                         activity=divisor([100, 125, 150, 5, 4, 3], "in->n*in->n_years"),
                         sector_intensity=quantity([.46, .3, .1], "in->n_years"),
                         sector_activity=divisor([26e3, 3e4, 4e4], "in->n_years"))},
         intensity=out("in->n*in->n_years", optional=True), emission=out("in->n*in->n_years", optional=True),
         status=rows("in->n")),
    call("skpi_carbon_budget_converge",
         refuse("ENOTSORTED", "converge_year", converge_year=2020), refuse("EZERODIV", "emission", emission=[0.0] * 3),
         refuse("EZERODIV", "population", population=[0.0] * 9, ), refuse("EOVERFLOW", "emission", emission=[1e308] * 3),
         refuse("EINVAL", "options->speed", {"options->form": 26501}),
         n=count(3, "ENODATA"), emission=quantity([10.9, 2.6, 0]), population=quantity([1, 2, 3, 4, 5, 6, 7, 8, 9], "n*n_years"),
         first_year=axis(2020), n_years=n_years(3), converge_year=year(2045),
         options=struct(optional=True, form=choice(26502, ok=(0,)), speed=quantity(3.0)), share=out("n*n_years")),
    call("skpi_carbon_budget_remaining", refuse("ENOTFOUND", "warming", warming=1.6), refuse("ENOTFOUND", "probability", probability=.6),
         warming=finite(1.5), probability=probability(.5),
         options=struct(optional=True, edition=choice(26701, ok=(0,))), budget=out("1")),
    call("skpi_carbon_gwp_star",
         emission=table(2, 4, [1990, 1991, 2010, 2011], Values([1.0, 2, 3, 4, 5, 6, 7, 8], "n*m", bad=INFINITE, finite=False)),
         gwp100=positive(27.9),
         first_year=axis(2010), n_years=n_years(2), equivalent=out("emission->n*n_years"), status=rows("emission->n")),
    call("skpi_carbon_harmonise",
         refuse("EDOM", "base_year", base_year=2061), refuse("EDOM", "model->year", base_year=2030),
         refuse("EINVAL", "options->end_year", {"options->end_year": 2050}),
         refuse("EINVAL", "options->zero_date", {"options->method": 6901}),
         refuse("EINVAL", "options->budget", {"options->budget": [1.0, 2]}),
         refuse("ENOTSORTED", "options->end_year", {"options->method": 6903, "options->end_year": 2023}),
         refuse("EINVAL", "options->end_year", {"options->method": 6903, "options->zero_date": NULL}),
         refuse("ERANGE", "options->end_year", {"options->method": 6903, "options->zero_date": NULL,
                                                "options->end_year": 2401}),
         accept({"options->method": 6906, "options->zero_date": NULL, "options->budget": [200.0, 100]}),
         model=table(2, 3, [2023, 2040, 2060], finite([11, 7, -1, 5, 4, -.5], "n*m")), history=finite([12, 5.5], "model->n"),
         base_year=Values(2023, bad=[(1499, "ERANGE"), (2401, "ERANGE"), (2500, "ERANGE")], finite=False),
         options=struct(flags=1, method=choice(6907), end_year=integer(0),
                        zero_date=date([2060, 2070.5], "model->n", optional=True), budget=null(None, "model->n")),
         emission=out("model->n*model->m"), zero_date=out("model->n", optional=True), status=rows("model->n")),
]

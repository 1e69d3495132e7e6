"""Calls of carbon.h.  How to write a line stands at the top of kinds.py."""
from cases import INF, NULL
from kinds import (Values, accept, axis, call, choice, count, date, divisor, finite, n_years, null, out, out_struct,
                   outs, positive, probability, quantity, refuse, rows, share, string, strings,
                   struct, table, year)

LARGE = 1e307  # emissions whose cumulative could overflow


def path(power, t_end):
    """Three places: a rise and a plateau, a rise alone, a peak in the past with removals at the end."""
    return struct(shape=choice(6, ok=range(1, 8)), convention=choice(1, ok=(2, 3)), t0=date([2023, 2023.5, 2020]), e0=quantity([11.9, 60, 100]),
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


BLEND = {"options->rule": 3, "options->discount": 0.0, "options->history_emission": NULL,
         "options->history_population": NULL}
INFINITE = [(INF, "ENOTFINITE"), (-INF, "ENOTFINITE")]
LMDI = [10, .25, 2, 10, .5, 2, 12, .5, 1.5, 3, 4, 5]

CALLS = [
    call("skpi_carbon_path_value", *contradictions(),
         refuse("EDOM", "path->t0", {"path->t0": 2024.5, "path->t_peak": 2031.0, "path->e0": 1.0}),
         n=count(3), path=path(positive([1.1, 0.5, 3]), date([2030, 2031, 2032], optional=True)), first_year=axis(2024), n_years=n_years(30),
         emission=out("n*n_years", optional=True), cumulative=out("n*n_years", optional=True), status=rows()),
    call("skpi_carbon_path_solve", *contradictions(),
         refuse("EINFEASIBLE", "target", target=-1000.0), refuse("ENOTBINDING", "target", target=1e5),
         n=count(3), path=path(null("EINVAL"), null("EINVAL")), by=choice(1, ok=(2,)), target=finite([260.0, 1000, 1400]),
         unknown=out(over="target"), status=rows()),
    call("skpi_carbon_path_range", *contradictions(),
         n=count(3), path=path(null("EINVAL"), null("EINVAL")), by=choice(1, ok=(2,)), low=out(optional=True), high=out(optional=True),
         status=rows()),
    call("skpi_carbon_share",
         refuse("EZERODIV", "population", population=[0.0] * 3), refuse("EOVERFLOW", "population", population=[1e308] * 3),
         refuse("EINVAL", "options->weight", {"options->weight": .5}),
         refuse("EINVAL", "options->discount", {**BLEND, "options->discount": .1}),
         refuse("EINVAL", "options->history_emission", {"options->rule": 1, "options->discount": 0.0}),
         refuse("EINVAL", "options->history_population", {"options->rule": 1, "options->discount": 0.0,
                                                          "options->history_emission": NULL}),
         refuse("EINVAL", "emission", BLEND), refuse("EZERODIV", "emission", {**BLEND, "emission": [0.0] * 3}),
         refuse("EINCONSISTENT", "options->history_emission->n", {"options->history_emission->n": 2}),
         refuse("EINCONSISTENT", "options->history_population->year", {"options->history_population->year": [2000, 2002]}),
         refuse("EZERODIV", "options->history_population->value", {"options->history_population->value": [0.0] * 6}),
         accept({**BLEND, "options->weight": .25, "emission": [5.0, 6, 0]}), accept({"options->history_population": NULL}),
         n=count(3, "ENODATA"), population=quantity([1.0, 0, 3]), emission=null(), budget=finite(-7.5),
         options=struct(optional=True, rule=choice(4, ok=(0,)), weight=share(0.0), discount=share(.02),
                        history_emission=table(3, 2, [2000, 2001], quantity([1, 2, 3, 4, 5, 6], "n*m")),
                        history_population=table(3, 2, [2000, 2001], quantity([1, 1, 0, 1, 2, 2], "n*m"), absent=True)),
         out=out(over="population")),
    call("skpi_carbon_warming", n=count(3), cumulative_gt=finite([260.0, -5, 0]), n_prob=count(2),
         prob=probability([0.17, 0.83], "n_prob"), best=out(optional=True, over="cumulative_gt"),
         quantile=out("n*n_prob", optional=True)),
    call("skpi_carbon_gwp_value", refuse("ENOTFOUND", "gas", gas="HFC-134", gwp=1), gas=string("CH4", unknown="ENOTFOUND"),
         gwp=choice(3, ok=(1, 2, 4, 5, 6)), value=out("1")),
    call("skpi_carbon_inventory_total",
         refuse("EDUPLICATE", "inventory->required", {"inventory->required": ["I.1.1", "II.1.1", "I.01.1"]}),
         inventory=struct(n=count(5, "ENODATA"), reference=strings(["I.1.1", "I.4.4", "III.1.2", "V.2", "VI.1"]),
                          gas=strings(["CO2", "CO2", "CH4", "HFC-134a", "N2O"]), amount=finite([5.0, 1, 2, -3, 4]),
                          scope=choice([1, 1, 3, 1, 3]), key=choice([0, 2, 0, 3, 0], ok=(0, 1, 2, 3, 4), optional=True),
                          n_required=count(3), required=strings(["I.1.1", "II.1.1", "V.2"], "n_required")),
         gwp=choice(3, ok=(1, 2, 4, 5, 6)),
         out=outs(basic=out("1"), basic_plus=out("1"), territorial=out("1"), other=out("1"), scope=out("3"),
                  completeness=out("1"), ne=out("1"), ie=out("1"), row=out("5", over="inventory->amount"),
                  basis=out_struct(optional=True))),
    call("skpi_carbon_kaya", refuse("EOVERFLOW", "factors", {"gdp": 1e-300, "energy": 1e10}),
         n=count(3), population=divisor([1.4, 2, 3]), gdp=divisor([17.0, 4, 5]), energy=divisor([160.0, 6, 7]),
         emission=quantity([11.0, 0, 9]), factors=out("n*4"), status=rows()),
    call("skpi_carbon_lmdi",
         refuse("EDOM", "end", end=-3.0), refuse("EOVERFLOW", "base", base=1e307),
         n=count(2), sectors=count(2, "ENODATA"), factors=count(3, "ENODATA"), base=finite(LMDI, "n*sectors*factors"),
         end=finite(LMDI[::-1], "n*sectors*factors"), form=choice(1, ok=(2,)),
         out=outs(effect=out("n*factors"), sector_effect=out("n*sectors*factors"), total=out(), residual=out()),
         status=rows()),
    call("skpi_carbon_lmdi_chain", refuse("ENODATA", "years", years=1),
         years=count(3, "ENODATA"), sectors=count(2, "ENODATA"), factors=count(2, "ENODATA"),
         x=finite(LMDI, "years*sectors*factors"), form=choice(2, ok=(1,)),
         out=outs(effect=out("2*factors"), sector_effect=out("2*sectors*factors"), total=out("2"), residual=out("2"))),
    call("skpi_carbon_target_contraction", returns="WHORIZON", n=count(3), base=quantity([100.0, 0, 3]), rate=share(.042),
         years=quantity([10.0, 0, 25]), out=out(over=("base", "years")), status=rows()),
    call("skpi_carbon_target_intensity",
         refuse("ENOTSORTED", "in->date", {"in->date": 2001.0}), refuse("EDOM", "in->cut", {"in->cut": 1.0}),
         refuse("EDOM", "in->growth", {"in->growth": -1.0}),
         refuse("EOVERFLOW", "out", {"in->base_emission": 1e300, "in->base_gdp": 1e-300}),
         n=count(3), **{"in": struct(
             base_date=date([2005, 2010.5, 2005]), base_emission=positive([120.0, 5, 6]), base_gdp=divisor([40.0, 1, 2]),
             date=date([2022, 2025, 2020]), emission=positive([130.0, 4, 7]), gdp=divisor([95.0, 1.5, 3]),
             target_date=date([2030, 2024, 2030]), cut=share([.5, .65, .3]), growth=finite([.05, -.01, 0], optional=True))},
         out=outs(**{name: out() for name in ("target", "done", "achieved", "required", "emission", "flat_growth", "next",
                                              "verdict")}), status=rows()),
    call("skpi_carbon_target_sda", refuse("EZERODIV", "in->sector_intensity", {"in->sector_intensity": [.4, .3, .4]}),
         n=count(2), **{"in": struct(flags=3, n_years=count(3, "ENODATA"), intensity=quantity([.62, .2]),
                                     activity=divisor([100, 125, 150, 5, 4, 3], "n*n_years"),
                                     sector_intensity=quantity([.46, .3, .1], "n_years"),
                                     sector_activity=divisor([26e3, 3e4, 4e4], "n_years"))},
         intensity=out("n*in->n_years", optional=True), emission=out("n*in->n_years", optional=True), status=rows()),
    call("skpi_carbon_converge",
         refuse("ENOTSORTED", "converge_year", converge_year=2020), refuse("EZERODIV", "emission", emission=[0.0] * 3),
         refuse("EZERODIV", "population", population=[0.0] * 9, ), refuse("EOVERFLOW", "emission", emission=[1e308] * 3),
         refuse("EINVAL", "options->speed", {"options->law": 1}),
         n=count(3, "ENODATA"), emission=quantity([10.9, 2.6, 0]), population=quantity([1, 2, 3, 4, 5, 6, 7, 8, 9], "n*n_years"),
         first_year=axis(2020), n_years=n_years(3), converge_year=year(2045),
         options=struct(optional=True, law=choice(2, ok=(0, 1)), speed=quantity(3.0)), share=out("n*n_years")),
    call("skpi_carbon_remaining_budget", refuse("ENOTFOUND", "warming", warming=1.6), refuse("ENOTFOUND", "prob", prob=.6),
         warming=finite(1.5), prob=probability(.5), gt=out("1")),
    call("skpi_carbon_gwp_star",
         emission=table(2, 4, [1990, 1991, 2010, 2011], Values([1.0, 2, 3, 4, 5, 6, 7, 8], "n*m", bad=INFINITE, finite=False)),
         gwp100=positive(27.9),
         first_year=axis(2010), n_years=n_years(2), out=out("emission->n*n_years"), status=rows("emission->n")),
]

"""Samples of carbon.h but for paths.  calls/__init__.py tells how to write one."""
from cases import NULL, sample

NAN = float("nan")
YEARS = [2010, 2011, 2012, 2015, 2016, 2017, 2018, 2019, 2020]
CITIES = {"emission->year": YEARS, "emission": [90.0, 95, 99, 97, 96, 94, 90, 85, 83, 50.0, 40, 30, 35, 36, 37, 38, 39, 41]}
BLEND = {"rule": "BLEND", "discount": 0.0, "options->history_emission": NULL, "options->history_population": NULL}
LMDI = [10, .25, 2, 10, .5, 2, 12, .5, 1.5, 3, 4, 5]
NULLS = {"in->peak_year": NULL, "in->net_zero_date": NULL, "in->budget": NULL}


def missing(first, end):
    """These values of the two cities are missing."""
    return {("emission", k): NAN for k in range(first, end)}


def harmonise(method, *triggers, **values):
    return sample("skpi_carbon_harmonise", *triggers, {"model->year": [2023, 2040, 2060]}, variant=method, method=method,
                  model=[11, 7, 1, 5, 4, .5], history=[12, 5.5], base_year=2023, **values)


SAMPLES = [
    sample("skpi_carbon_budget_share", ("EOVERFLOW", "population", {"population": [1e308] * 3}),
           ("EZERODIV", "options->history_population->value", {"options->history_population->value": [0.0] * 6}),
           ("EINCONSISTENT", "options->history_emission->year", {"options->history_emission->year": [1999, 2001],
                                                                 "options->history_population->year": [1999, 2001]}),
           {"options->history_emission->year": [2000, 2001], "options->history_population->year": [2000, 2001]},
           population=[1.0, 2, 3], emission=NULL, budget=-7.5, rule="CUMULATIVE", discount=.02,
           **{"options->history_emission->value": [1, 2, 3, 4, 5, 6], "options->history_population->value": [1, 1, 0, 1, 2, 2]}),
    sample("skpi_carbon_budget_share", ("EINVAL", "emission", {"emission": NULL}), ("EINVAL", "population", {"population": NULL}),
           ("EZERODIV", "emission", {"emission": [0.0] * 3}), ("EOVERFLOW", "emission", {"emission": [1e308] * 3}),
           variant="blend", rule="BLEND", weight=.25, emission=[5.0, 6, 0]),
    sample("skpi_carbon_budget_converge", ("EOVERFLOW", "emission", {"emission": [1e308] * 3}),
           ("EZERODIV", "population", {"population": [0.0] * 12}), first_year=2020, converge_year=2045, form="EXPONENTIAL", speed=3.0),
    sample("skpi_carbon_budget_date", CITIES, ("WMISSING", "", missing(1, 2)), ("ENODATA", "emission->value", missing(0, 9)),
           ("EDOM", "t_budget", {"t_budget": 2009.5}), ("EOVERFLOW", "emission->value", {("emission", 4): 1e306}),
           ("EOVERFLOW", "budget", {("budget", 1): 1e306}), t_budget=[2010.5, 2020], budget=[300.0, -1]),
    sample("skpi_carbon_budget_remaining", warming=1.5, probability=.5, edition="AR6"),
    sample("skpi_carbon_gwp_star", ("ENODATA", "emission->year", {"first_year": 2011}),
           ("EOVERFLOW", "equivalent", {("emission", 0): 1.7e308, ("emission", 2): -1.7e308}, {"row": 0}),
           {"emission->year": [1990, 1991, 2010, 2011]}, first_year=2010, n_years=2),
    harmonise("KEEP_ZERO", ("EDOM", "base_year", {"base_year": 2061}), ("ENOTFOUND", "model->value", {"zero_date": NULL}),
              ("EDOM", "model->year", {"base_year": 2030}), ("EOVERFLOW", "emission", {("history", 0): 1.7e308, ("model", 0): -1.7e308}),
              zero_date=[2060, 2070.5]),
    harmonise("BUDGET", budget=[200.0, 100]),
    harmonise("REDUCE_OFFSET", ("EOVERFLOW", "emission", {("history", 0): 1.7e308, ("model", 0): -1.7e308}), end_year=2050),
    harmonise("RATIO", ("EZERODIV", "model->value", {("model", 0): 0.0}), ("EDOM", "history", {("history", 0): -1.0})),
    sample("skpi_carbon_gas_gwp", gas="CH4", gwp="AR6_100"),
    sample("skpi_carbon_inventory_total", ("EDUPLICATE", "in->required", {"required": ["I.1.1", "II.1.1", "I.01.1"]}),
           ("EOVERFLOW", "in->amount", {("in->amount", 0): 1.7e308, ("in->amount", 2): 1.7e308}),
           ("EDUPLICATE", "in->own_gas", {"own_gas": ["HFC-134a", "hfc 134a"]}),
           ("EINCONSISTENT", "in->scope", {("scope", 3): 2}),
           reference=["I.1.1", "I.4.4", "III.1.2", "V.2", "VI.1"], gas=["CO2", "CO2", "CH4", "HFC-134a", "N2O"],
           amount=[5.0, 1, 2, -3, 4], scope=[1, 1, 3, 1, 3], key=["VALUE", "NOT_ESTIMATED", "VALUE", "INCLUDED", "VALUE"],
           required=["I.1.1", "II.1.1", "V.2"], gwp="AR6_100", own_gas=["HFC-134a", "fog"], own_gwp=[1300.0, 2]),
    sample("skpi_carbon_inventory_uncertainty", ("EOVERFLOW", "emission", {"emission": [1e308] * 3}),
           ("EZERODIV", "emission", {"emission": [1.0, 2, -3]}), ("EOVERFLOW", "out->contribution", {("uncertainty", 0): 1e200}),
           ("EOVERFLOW", "uncertainty", {("uncertainty", 2): 1.7e308, ("uncertainty", 3): 1.7e308}),
           emission=[50.0, 20, -3], uncertainty=[.05, .1, .3, .4, 0, .5]),
    sample("skpi_carbon_kaya", ("EOVERFLOW", "factor", {"gdp": 1e-300, "energy": 1e10})),
    sample("skpi_carbon_product_quantile", ("ERANGE", "in->correlation", {"correlation": [1.0, 0, 0, 0, .9, 0, 0, 0, 1]}),
           ("EINCONSISTENT", "in->correlation", {"correlation": [1.0, -.9, .9, -.9, 1, .9, .9, .9, 1]}),
           ("EINCONSISTENT", "in->correlation", {"correlation": [1.0, .2, 0, .25, 1, 0, 0, 0, 1]}),
           ("EOVERFLOW", "quantile", {("mu", 0): 800.0}, {"row": 0}),
           mu=[7.0, 2, -3, 7, 2.5, -4], sigma=[.01, .2, .3, .02, .3, 0], correlation=[1.0, .2, 0, .2, 1, -.5, 0, -.5, 1], n_factors=3),
    sample("skpi_carbon_lmdi", ("EDOM", "factor1", {"factor1": -3.0}), ("EOVERFLOW", "factor0", {"factor0": 1e307}),
           n=2, n_sectors=2, n_factors=3, factor0=LMDI, factor1=LMDI[::-1]),
    sample("skpi_carbon_lmdi", variant="multiplicative", n=2, n_sectors=2, n_factors=3, factor0=LMDI, factor1=LMDI[::-1], form="MULTIPLICATIVE"),
    sample("skpi_carbon_lmdi", variant="II", n=2, n_sectors=2, n_factors=3, factor0=LMDI, factor1=LMDI[::-1], form="ADDITIVE_II"),
    sample("skpi_carbon_lmdi_chain", ("EDOM", "factor", {("factor", 4): -1.0}), ("EOVERFLOW", "factor", {"factor": 1e307}),
           n_years=3, n_sectors=2, n_factors=2, factor=LMDI, form="MULTIPLICATIVE"),
    sample("skpi_carbon_target_contraction", ("WHORIZON", "", {"years": 25.0}), ("EOVERFLOW", "emission", {("base", 0): 1.7e308, ("years", 0): 1e6}), base=[100.0, 0, 3], rate=.042, years=[10.0, 0, 25]),
    sample("skpi_carbon_target_intensity", ("EDOM", "in->cut", {"cut": 1.0}),
           ("EOVERFLOW", "out->target", {"emission0": 1e300, "gdp0": 1e-300}),
           date0=[2005, 2010.5, 2005], emission0=[120.0, 5, 6], gdp0=[40.0, 1, 2], date1=[2022, 2025, 2020], emission1=[130.0, 4, 7],
           gdp1=[95.0, 1.5, 3], target_date=[2030, 2024, 2030], cut=[.5, .65, .3], growth=[.05, -.01, 0]),
    sample("skpi_carbon_target_sda", ("EZERODIV", "in->sector_intensity", {"end_intensity": [.46]}),
           ("WUNUSUAL", "", {"end_intensity": NULL}), {"end_intensity": [.05]},
           ("WADJUSTED", "", {"in->intensity": .04}), ("EOVERFLOW", "emission", {("in->intensity", 0): 1.7e308, ("in->activity", 2): 1e-300}),
           n=2, intensity=[.62, .2], activity=[100, 125, 150, 5, 4, 3], sector_intensity=[.46, .3, .1], sector_activity=[26e3, 3e4, 4e4]),
    sample("skpi_carbon_peaked", CITIES, ("WMISSING", "", missing(0, 1)),
           ("ENODATA", "emission->value", missing(9, 18)),
           ("EOVERFLOW", "emission->value", {("emission", 0): 1e308, ("emission", 1): -1e308}), min_years=4, significance=.1),
    sample("skpi_carbon_progress", CITIES, ("ENODATA", "base_year", {("base_year", 0): 2013}),
           ("ENODATA", "emission->value", missing(2, 8)), ("ENODATA", "emission->value", missing(0, 9)), ("WMISSING", "", missing(3, 4)),
           ("ENOTSORTED", "base_year", {("target_year", 1): 2011}, {"row": 1}),
           ("EOVERFLOW", "target", {("target", 0): -1e304}), ("EINVAL", "options->tolerance", {"options->flags": 1}),
           target_year=[2030, 2040], target=[70.0, -1], base_year=[2011, 2012], window=8, tolerance=.1),
    sample("skpi_carbon_verdict_probability", ("EINVAL", "in", NULLS), ("ERANGE", "in->peak_year", {("peak_year", 1): 2060}),
           ("ERANGE", "in->net_zero_date", {("net_zero_date", 0): 2060.5}),
           ("EOVERFLOW", "emission", {("emission", 0): 1.7e308, ("emission", 1): 1.7e308}), n=2, n_draws=3,
           emission=[5.0, 6, 2, 0, 5, 4, 1, -1, 5, 5, 5, 5, 9.0, 8, 7, 1, 9, 7, 3, 0, 9, 9, 0, 0], year=[2020, 2030, 2040, 2060],
           peak_year=[2030, 2020], net_zero_date=[2055.5, 2060], threshold=[1.0, 0], budget=[120.0, 200], convention="INTEGRAL",
           coverage=.9),
    sample("skpi_carbon_abatement", ("EINFEASIBLE", "target", {"target": 10.0}), ("EOVERFLOW", "potential", {"potential": [1e308] * 3}),
           ("EOVERFLOW", "out->cost", {("cost", 0): 1e308, "target": 6.0}), cost=[20.0, -60, 15], potential=[4.0, 1, 3], target=3.0),
]

"""Samples of carbon.h but for paths.  calls/__init__.py tells how to write one."""
from cases import NULL, sample
from structs import handle

YEARS = [2010, 2011, 2012, 2015, 2016, 2017, 2018, 2019, 2020]
HARMONISED = {"model->year": [2023, 2040, 2060], "base_year": 2023}

# seven years up to the one before the plan's first
HISTORY = {"emission->n": 3, "emission->year": list(range(2019, 2026)),
           "emission": [4.1, 4.2, 4.3, 4.5, 4.6, 4.7, 4.8, 60, 61, 62, 62, 63, 64, 65, 2, 1.9, 1.9, 1.8, 1.6, 1.6, 1.5]}
PLAN = handle("skpi_ensemble_plan_new", fresh=True)
KAYA = {"in->sigma": [.05, .01, 0, .02, .03, .04], "in->drift_sigma": [.02, 0, .01, 0, .01, .01],
        "in->drift_correlation": [1.0, .2, .2, 1], "in->noise_correlation": [1.0, -.3, -.3, 1]}

SAMPLES = [
    sample("skpi_carbon_budget_share", rule="CUMULATIVE", emission=NULL,
           **{f"options->history_{what}->year": [2000, 2001] for what in ("emission", "population")}),
    sample("skpi_carbon_budget_share", ("EOVERFLOW", "emission", {"emission": [1e308] * 3}), variant="blend",
           rule="BLEND"),
    sample("skpi_carbon_budget_converge", converge_year=2045, form="EXPONENTIAL"),
    sample("skpi_carbon_budget_date", ("EOVERFLOW", "budget", {("budget", 1): 1e306}),
           {"emission->year": [2010, 2011, 2015, 2020]}, t_budget=[2010.5, 2020], budget=[300.0, -1]),
    sample("skpi_carbon_budget_remaining", warming=1.5, edition="AR6"),
    sample("skpi_carbon_gwp_star", {"emission->year": [1990, 1991, 2010, 2011]}, first_year=2010, n_years=2),
    sample("skpi_carbon_harmonise", HARMONISED, ("ENOTFOUND", "model->value", {"zero_date": NULL}), variant="KEEP_ZERO",
           method="KEEP_ZERO", zero_date=[2060, 2070.5]),
    sample("skpi_carbon_harmonise", HARMONISED, variant="REDUCE_OFFSET", method="REDUCE_OFFSET", end_year=2050),
    sample("skpi_carbon_harmonise", HARMONISED, variant="BUDGET", method="BUDGET"),
    sample("skpi_carbon_harmonise", HARMONISED, ("WADJUSTED", "", {"history": 0.0}), variant="RATIO", method="RATIO"),
    sample("skpi_carbon_gas_gwp", gas="CH4"),
    sample("skpi_carbon_inventory_total", ("EDUPLICATE", "in->required", {"required": ["I.1.1", "II.1.1", "I.01.1"]}),
           ("EDUPLICATE", "in->own_gas", {"own_gas": ["HFC-134a", "hfc 134a"]}),
           scope=[1, 1, 3, 1, 3], own_gas=["HFC-134a", "fog"], own_gwp=[1300.0, 2], amount=[5.0, 1, 2, -3, 4],
           gwp="AR6_100",
           reference=["I.1.1", "I.4.4", "III.1.2", "V.2", "VI.1"], gas=["CO2", "CO2", "CH4", "HFC-134a", "N2O"],
           key=["VALUE", "NOT_ESTIMATED", "VALUE", "INCLUDED", "VALUE"], required=["I.1.1", "II.1.1", "V.2"]),
    sample("skpi_carbon_inventory_uncertainty", uncertainty=[.05, .1, .3, .4, 0, .5]),
    sample("skpi_carbon_target_intensity", ("EDOM", "in->growth", {"growth": -1.0})),
    sample("skpi_carbon_target_sda", ("EZERODIV", "in->sector_intensity", {"end_intensity": [.46]}),
           ("WUNUSUAL", "", {"end_intensity": NULL}),
           end_intensity=[.05], intensity=[.62, .2], activity=[100, 125, 150, 5, 4, 3], sector_intensity=[.46, .3, .1],
           sector_activity=[26e3, 3e4, 4e4]),
    sample("skpi_carbon_product_quantile", n_factors=3, sigma=[.01, .2, .3, .02, .3, 0],
           correlation=[1.0, .2, 0, .2, 1, -.5, 0, -.5, 1]),
    sample("skpi_carbon_lmdi", n_sectors=2),
    sample("skpi_carbon_lmdi", n_sectors=2, variant="II", form="ADDITIVE_II"),
    sample("skpi_carbon_lmdi", variant="multiplicative", n_sectors=2, form="MULTIPLICATIVE"),
    sample("skpi_carbon_progress", ("ENOTSORTED", "base_year", {("target_year", 1): 2011}, {"row": 1}),
           ("EINVAL", "options->tolerance", {"options->flags": 1}),
           ("EDOM", "target", {"options->flags": 2, ("target", 1): -100.0}, {"row": 1}),
           ("EDOM", "emission->value", {"options->flags": 2, ("emission->value", 7): 0.0, ("target", 0): .01},
            {"row": 0, "column": 7}),
           {"emission->year": YEARS}, target_year=[2030, 2040], base_year=[2011, 2012], tolerance=.1),
    sample("skpi_carbon_verdict_probability", year=[2020, 2030, 2040, 2060], peak_year=[2030, 2020],
           net_zero_date=[2055.5, 2060], convention="INTEGRAL"),
    sample("skpi_carbon_ensemble_add", ("EINVAL", "in->drift", {"in->path": [1.0] * 12, "in->growth": NULL}),
           ("EINVAL", "in->growth", {"in->path": [1.0] * 12, "in->drift": NULL}),
           ("EOVERFLOW", "in->sigma", {"in->sigma": 1e3}), sigma=[.05, .01, 0],
           drift_sigma=[.02, 0, .01], path=NULL, plan=PLAN),
    sample("skpi_carbon_ensemble_add", ("EINVAL", "in->drift", None), ("EINVAL", "in->growth", None),
           ("EOVERFLOW", "in->sigma", {"in->sigma": 1e3}), sigma=[.05, .01, 0],
           drift_sigma=[.02, 0, .01], drift=NULL, growth=NULL, plan=PLAN, variant="path"),
    sample("skpi_carbon_ensemble_add_history", HISTORY, plan=PLAN),
    sample("skpi_carbon_ensemble_add_kaya", ("EINVAL", "in->drift", {"in->path": [1.0] * 24, "in->growth": NULL}),
           ("EINVAL", "in->growth", {"in->path": [1.0] * 24, "in->drift": NULL}),
           ("EOVERFLOW", "in->sigma", {"in->sigma": 1e3}), ("ERANGE", "in->n_factors", None), KAYA, path=NULL, plan=PLAN),
    sample("skpi_carbon_ensemble_add_kaya", ("EINVAL", "in->drift", None), ("EINVAL", "in->growth", None),
           ("EOVERFLOW", "in->sigma", {"in->sigma": 1e3}), ("ERANGE", "in->n_factors", None), KAYA, drift=NULL,
           growth=NULL, plan=PLAN, variant="path"),
]

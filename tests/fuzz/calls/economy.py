"""Samples of economy.h.  calls/__init__.py tells how to write one."""
from cases import sample

LARGE = {"demand": [1.7e308, 1.7e308, 1.7e308, 1, 2, 3]}
ALL_LARGE = [1e308] * 4
SOLD = [.1, .15, .2, .25, .3, .05, .2, .25, .1]
YEARS = {"investment->year": [2016, 2017, 2018, 2019, 2020]}

SAMPLES = [
    sample("skpi_economy_iotable_source_check", {"source->jobs": [9, 4, 2]}),
    sample("skpi_economy_iotable_new", ("ESINGULAR", "source->flow", {"flow": [50, 75, 0, 50, 75, 0, 5, 10, 20]}),
           ("EINCONSISTENT", "source->flow", {"flow": [1, 2, 3, 4, 5, 9, 5, 7, 12], "source->output": [10, 20, 30]}),
           {"source->output": [100, 150, 80], "source->value_added": [70, 90, 45],
            "source->final_demand": [65, 95, 45]}, flow=[10, 20, 5, 15, 30, 10, 5, 10, 20]),
    # a negative cell, and a column of |A| that adds up to more than 1
    sample("skpi_economy_iotable_new",
           {"source->output": [100, 150, 80], "source->value_added": [20, 230, 5],
            "source->final_demand": [205, 5, 45]}, variant="negative", flow=[10, -120, 5, 65, 30, 50, 5, 10, 20]),
    sample("skpi_economy_iotable_aggregate", n_groups=2, group=[0, 1, 0]),
    sample("skpi_economy_iotable_induced",
           ("EZERODIV", "in->income", {"labour_income": [0.0, 0, 0], "in->income": 0.0, "in->own": 0.0}),
           labour_income=[40, 50, 20], consumption=[30, 20, 25], income=120.0, own=2.0),
    sample("skpi_economy_iotable_impact", ("EOVERFLOW", "out->output", LARGE)),
    sample("skpi_economy_location_quotient", ("EOVERFLOW", "city", {"city": [1e308] * 3, "nation": [1e308] * 3}),
           coefficient=SOLD, nation=[50, 30, 20], quotient="AFLQ"),
    sample("skpi_economy_location_quotient", variant="SLQ", coefficient=SOLD, nation=[50, 30, 20], quotient="SLQ"),
    sample("skpi_economy_shift_share", nation0=[50, 60, 70], nation1=[60, 60, 80]),
    sample("skpi_economy_ras", ("EINCONSISTENT", "column_total", {"column_total": 9.0}),
           ("EINFEASIBLE", "row_total", {"start": [0.0, 0, 0, 1, 2, 3]}),
           ("EINFEASIBLE", "column_total", {"start": [0.0, 1, 2, 0, 2, 3]}), row_total=[75, 55],
           column_total=[40, 40, 50]),
    sample("skpi_economy_supply_use", ("EOVERFLOW", "in->make", {"in->make": ALL_LARGE}),
           ("EZERODIV", "in->use", {"in->make": [10.0, 0, 2, 0]}), {"in->final_use": [5, 2, 11, 1]},
           make=[10, 1, 2, 20], use=[2, 3, 4, 5]),
    sample("skpi_economy_capital_efficiency", profile="COHORT"),
    sample("skpi_economy_capital_efficiency", variant="geometric", profile="GEOMETRIC"),
    sample("skpi_economy_capital_stock", YEARS, variant="COHORT", profile="COHORT"),
    sample("skpi_economy_capital_stock", YEARS, variant="opening", life=[3.0, 7.0, 1.5],
           opening=[20.0, 0, 5], opening_age=[1.0, 0, .5]),
    sample("skpi_economy_capital_stock", ("EDEFMIX", "investment->basis", {
        "investment->basis->prices": "SKPI_BASIS_PRICES_CURRENT"}), YEARS, variant="GEOMETRIC", profile="GEOMETRIC"),
    sample("skpi_economy_capital_user_cost", price=[1.2, 1.1, 1.0, 2.1, 2.0, 2.0, 3.0, 2.9, 2.8],
           depreciation=[.3, .2, .1]),
    *(sample("skpi_economy_chain_index", form=form, variant=form) for form in ("FISHER", "TORNQVIST")),
    sample("skpi_economy_double_deflation",
           ("EOVERFLOW", "out->real", {("in->output", 2): 1e308, ("output_price", 2): .001})),
    sample("skpi_economy_double_deflation", {"in->output": [100.0, 110, 50, 60, 80, 70]}, variant="tornqvist",
           form="TORNQVIST"),
    sample("skpi_economy_within_between", ("ERANGE", "in->value_added1", {("value_added1", 4): -99.0})),
]

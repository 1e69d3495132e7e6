"""Samples of digital.h.  calls/__init__.py tells how to write one."""
from cases import NULL, sample
from structs import handle

NAN = float("nan")
YEARS = [2020, 2021, 2023]
SAME_YEARS = {f"{table}->year": YEARS for table in ("digital", "gdp")}
DIGITAL, GDP = [6.1, 7.0, 9.5, .5, .6, .8, 1, 1.5, 2], [90, 95, 100, 10, 11, 12, 20, 21, 22]
BAD_MAKE = [100, 20, 120, 110, 50, 160, 7, 30, 37]
PLAN = handle("skpi_ensemble_plan_new", fresh=True)
CORE, CAICT = "SKPI_DIGITAL_DEFINITION_NBS_CORE", "SKPI_DIGITAL_DEFINITION_CAICT"


def other(table, argument):
    """One of several tables has another basis and other years."""
    return [("EDEFMIX", f"{argument}->basis", {f"{table}->basis->currency": 840}),
            ("EINCONSISTENT", f"{argument}->year", {f"{table}->year": [2020, 2022, 2023]})]


SAMPLES = [
    sample("skpi_digital_share", SAME_YEARS),
    sample("skpi_digital_share_check", {**SAME_YEARS, "published->year": YEARS}),
    sample("skpi_digital_compare", *other("gdp[1]", "gdp[i]"),
           ("EDUPLICATE", "digital[i]->basis->definition", {"digital[1]->basis->definition": CORE}),
           ("EINVAL", "digital[i]->basis->definition",
            {"digital[1]->basis->definition": "SKPI_CARBON_DEFINITION_TERRITORIAL"}),
           digital=[{"year": YEARS, "value": DIGITAL, "basis->definition": definition} for definition in (CORE, CAICT)],
           gdp=[{"year": YEARS, "value": GDP, "basis->definition": 0}] * 2),
    sample("skpi_digital_coefficient", {"in->coefficient_error": [.01, .02, .01, .02, .03, .04], "out->quantile": NULL},
           n_prob=0, prob=NULL, correlation=.5),
    sample("skpi_digital_coefficient", {"in->coefficient_error": [.01, .02, .01, .02, .03, .04]}, variant="quantile"),
    sample("skpi_digital_definitions", ("EINVAL", "in->basis->definition", {"in->basis->definition": CORE}),
           ("EINCONSISTENT", "in->make", {"make": BAD_MAKE}), ("EOVERFLOW", "in->make", {"make": [1e308] * 9}),
           ("EBUFFER", "out->n_definitions", {"out->n_definitions": 6}),
           {"in->gdp": 205.0, "in->digital": [0, 1, 1], "in->basis->definition": 0, "out->n_definitions": 7},
           coefficient_error=[.02, .05, .01], commodity_share=[0, 1, .5], industry_value_added=[60, 120, 20]),
    sample("skpi_digital_sum_of_parts", *other("part[1]", "part[i]"), *other("stated", "stated"),
           ("EOVERFLOW", "out->total", {("part[0]->value", 0): 1.7e308, ("part[1]->value", 0): 1.7e308}),
           {"stated->year": YEARS}, stated=[11, 22, 33, 44, 55, 66],
           part=[{"year": YEARS, "value": [k * v for v in range(1, 7)]} for k in (1, 10)]),
    sample("skpi_digital_splice", ("WMISSING", "", {("table0", 1): NAN, ("table1", 1): NAN}),
           ("ERANGE", "table0->value", {"options->flags": 1, ("table0", 0): .9, ("table1", 0): NAN, ("table0", 1): .1}),
           ("EDEFMIX", "table1->basis", {"method": "DIFFERENCE", "table1->basis->currency": 840}),
           ("EOVERFLOW", "out->value", {("table1", 0): 1e300, ("table0", 0): 1e-7, ("table1", 1): NAN,
                                        ("table0", 1): 1e300},
            {"row": 0}),
           {"table0->year": YEARS, "table1->year": YEARS}, table0=[.1, .2, .3, .1, .2, .3],
           table1=[.12, .22, .33, .11, .22, .33]),
    sample("skpi_digital_satellite", ("EINCONSISTENT", "make", {"make": BAD_MAKE}), commodity_share=[0, 1, .5]),
    sample("skpi_digital_adb_region", n_regions=2, region=[0, 1, 0]),
    sample("skpi_digital_growth_contribution", {"digital->year": [2021, 2022, 2023], "gdp->year": [2021, 2022, 2023]},
           ("WUNUSUAL", "", {"digital->year": YEARS, "gdp->year": YEARS})),
    sample("skpi_digital_ensemble_add", ("EOVERFLOW", "in->sigma", {"in->sigma": 1e308}),
           ("ERANGE", "in->n_parts", None), n_parts=3, part=[10, 33, 57, 1, 2, 3, .2, .3, .5],
           sigma=[.03, .04, .02, 0, .1, .05], drift_sigma=[.01, 0, .02, .01, 0, 0], correlation=[.5, 0, -1], plan=PLAN),
    sample("skpi_digital_ensemble_add_history", ("ERANGE", "in->n_parts", None), ("EDOM", "in->part", {("part", 18): 0.0}),
           year=list(range(2019, 2026)), n_parts=3, correlation=NULL, plan=PLAN,
           part=[v for i in range(3) for k in range(7) for v in (10 + i + .1 * k, 30 + .2 * k - i, 60)]),
]

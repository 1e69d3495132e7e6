"""Samples of digital.h.  calls/__init__.py tells how to write one."""
from cases import NULL, sample

NAN = float("nan")
YEARS3, YEARS5 = [2020, 2021, 2023], [2016, 2017, 2018, 2019, 2020]
DIGITAL, GDP = [6.1, 7.0, 9.5, .5, .6, .8, 1, 1.5, 2], [90, 95, 100, 10, 11, 12, 20, 21, 22]
MAKE = [100, 0, 5, 110, 50, 40, 0, 30, 10]
BAD_MAKE = [100, 20, 120, 110, 50, 160, 7, 30, 37]
BOTH = {"digital->year": [2018, 2019, 2023], "gdp->year": [2018, 2019, 2023], "digital": DIGITAL, "gdp": GDP}
MIXED = {"in->value_added": [10, 20, 30, 40, 15, 25], "in->n_sectors": 2, "in->weight": [1, 1, .5, .5, 1, 1],
         "in->coefficient": [.2, .4, .1, .3, .5, .6], "in->coefficient_error": [.01, .02, .01, .02, .03, .04],
         "in->gdp": [100, 110, 120]}
NO_DEFINITION = {"basis->definition": 0}
MISSING = ("WMISSING", "", {("digital", 1): NAN})

SAMPLES = [
    sample("skpi_digital_share", BOTH, MISSING),
    sample("skpi_digital_compare", ("EDUPLICATE", "digital[i]->basis->definition", {"digital[1]->basis->definition": "SKPI_DIGITAL_DEFINITION_NBS_CORE"}),
           ("EINVAL", "digital[i]->basis->definition", {"digital[1]->basis->definition": "SKPI_CARBON_DEFINITION_TERRITORIAL"}),
           ("EINCONSISTENT", "gdp[i]->year", {"gdp[1]->year": [2018, 2020, 2023]}), ("WMISSING", "", {("digital[1]->value", 1): NAN}),
           *(("EDEFMIX", "gdp[i]->basis", {f"gdp[1]->basis->{m}": v}) for m, v in (("vintage", 2025), ("currency", 840), ("scale", 1006))),
           ("ERANGE", "digital[i]->value", {("digital[1]->value", 1): 1e6}),
           digital=[{"year": YEARS3, "value": DIGITAL}, {"year": YEARS3, "value": DIGITAL, "basis->definition": "SKPI_DIGITAL_DEFINITION_CAICT"}],
           gdp=[{"year": YEARS3, "value": GDP, **NO_DEFINITION}] * 2),
    sample("skpi_digital_coefficient", MIXED, ("EDOM", "in->coefficient_error", {"coefficient_error": .6}),
           ("ERANGE", "in->value_added", {"value_added": 1e4}, {"column": -1}), coverage=.9, correlation=.5, prob=NULL, n_prob=0,
           **{"out->quantile": NULL}),
    sample("skpi_digital_coefficient", MIXED, ("EDOM", "options->correlation", {"correlation": .5}), variant="quantile", coverage=.9,
           correlation=0.0, prob=[.1, .9]),
    sample("skpi_digital_definitions", ("EINVAL", "in->basis->definition", {"in->basis->definition": "SKPI_DIGITAL_DEFINITION_NBS_CORE"}),
           ("EDOM", "in->coefficient_error", {"coefficient_error": .6}), ("ERANGE", "in->value_added", {"in->value_added": [-500.0, -500, 10]}),
           ("ERANGE", "in->core_part", {"core_part": [150.0, 140]}), ("EZERODIV", "in->industry_value_added", {"industry_value_added": [0.0, 0, 0]}),
           ("EINCONSISTENT", "in->gdp", {"in->gdp": 2050.0}), ("EINCONSISTENT", "in->make", {"make": BAD_MAKE}),
           ("EBUFFER", "out->n_definitions", {"out->n_definitions": 6}),
           ("EOVERFLOW", "in->make", {"make": [1e308] * 9}),
           {"in->gdp": 205.0, "in->value_added": [70, 90, 45], "in->digital": [0, 1, 1], "in->weight": [1, .5, 1], "in->coefficient": [.2, .5, .1],
            "in->basis->definition": 0, "out->n_definitions": 7, "n_industries": 3, "table_digital": [0, 1, 1]}, correlation=.5,
           coefficient_error=[.02, .05, .01], make=MAKE, commodity_share=[0, 1, .5], industry_value_added=[60, 120, 20],
           table_investment=[.1, .2, .3], core_part=[20, 30], broad_part=[20, 60], oecd_part=[20, 10]),
    sample("skpi_digital_sum_of_parts", *(("EDEFMIX", "part[i]->basis", {f"part[1]->basis->{m}": v}) for m, v in (
               ("vintage", 2025), ("currency", 840), ("scale", 1006), ("definition", "SKPI_DIGITAL_DEFINITION_CAICT"))),
           ("EDEFMIX", "stated->basis", {"stated->basis->currency": 840}), ("EINCONSISTENT", "part[i]->year", {"part[1]->year": [2020, 2022, 2023]}),
           ("EINCONSISTENT", "stated->year", {"stated->year": [2020, 2022, 2023]}), ("EINCONSISTENT", "stated->value", {"stated->value": 1000.0}),
           ("WMISSING", "", {("part[1]->value", 1): NAN}), ("EOVERFLOW", "out->total", {("part[0]->value", 0): 1.7e308, ("part[1]->value", 0): 1.7e308}),
           {"stated->year": YEARS3},
           part=[{"year": YEARS3, "value": [1, 2, 3, 4, 5, 6]}, {"year": YEARS3, "value": [10, 20, 30, 40, 50, 60]}],
           stated=[11, 22, 33, 44, 55, 66], digit=1.0),
    sample("skpi_digital_oecd_check", ("EOVERFLOW", "part", {("part", 0): 1.7e308, ("part", 1): 1.7e308}), ordinary=[100, 50, 25.5],
           part=[40, 59.9, .05, 50, 20], cell=[0, 0, 0, 1, 1], tolerance=.05),
    sample("skpi_digital_splice", ("ENODATA", "table1->value", {("table1", k): NAN for k in range(3)}, {"row": 0}),
           ("ERANGE", "table0->value", {"options->flags": 1, ("table0", 0): .9, ("table1", 0): NAN, ("table0", 1): .1}),
           ("EDOM", "table1->value", {("table1", 0): 0.0}), ("EZERODIV", "table0->value", {("table0", 0): 0.0}),
           ("EDEFMIX", "table1->basis", {"method": "DIFFERENCE", "table1->basis->currency": 840}),
           ("EOVERFLOW", "out->value", {("table1", 0): 1e300, ("table0", 0): 1e-7, ("table1", 1): NAN, ("table0", 1): 1e300}, {"row": 0}),
           {"table0->year": YEARS3, "table1->year": YEARS3}, ("WMISSING", "", {("table0", 1): NAN, ("table1", 1): NAN}),
           table0=[.1, .2, .3, .1, .2, .3], table1=[.12, .22, .33, .11, .22, .33]),
    sample("skpi_digital_satellite", ("EINCONSISTENT", "make", {"make": BAD_MAKE}), ("EOVERFLOW", "make", {"make": [1e308] * 9}), n_industries=3, make=MAKE, commodity_share=[0, 1, .5],
           value_added=[60, 120, 20]),
    sample("skpi_digital_adb", digital=[0, 1, 1], investment=[.1, .2, .3]),
    sample("skpi_digital_growth_contribution",
           ("WUNUSUAL", "", {"digital->year": [2010, 2015, 2016, 2017, 2018], "gdp->year": [2010, 2015, 2016, 2017, 2018]}),
           ("EZERODIV", "gdp->value", {("gdp", 6): 55.0}), MISSING,
           {"digital->year": YEARS5, "gdp->year": YEARS5}, digital=[10.0, 11, 12, 13, 14, 5, 6, 5, 7, 8, 1, 2, 3, 4, 5],
           gdp=[90.0, 95, 100, 110, 120, 55, 56, 57, 58, 59, 20, 21, 22, 23, 24]),
]

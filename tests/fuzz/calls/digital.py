"""Calls of digital.h.  How to write a line stands at the top of kinds.py."""
from kinds import (Values, accept, call, choice, count, divisor, finite, handle, new_handle, out, out_basis, outs,
                   quantity, refuse, rows, share, struct, table, tables)

STATED = dict(definition=7103, classification=2017, vintage=2024, revision=3, prices=1, currency=156, scale=1009, gwp=6)
YEARS = [2018, 2019, 2023]
DIGITAL = [6.1, 7.0, 9.5, .5, .6, .8, 1, 1.5, 2]
GDP = [90, 95, 100, 10, 11, 12, 20, 21, 22]


def digital(**stated):
    return table(3, 3, YEARS, quantity(DIGITAL, "n*m", missing=True), **stated)


def gdp(**stated):
    return table(3, 3, YEARS, divisor(GDP, "n*m", missing=True), **stated)


def source():
    """A table of three sectors in balance."""
    return struct(n=count(3, "ENODATA"), flows=finite([10, 20, 5, 15, 30, 10, 5, 10, 20], "n*n"),
                  output=quantity([100, 150, 80]), value_added=finite([70, 90, 45]), final_demand=finite([65, 95, 45]),
                  jobs=quantity([9, 4, 2], optional=True))


CORRELATION = [(-1.001, "ERANGE"), (1.001, "ERANGE")]
COVERAGE = [(1.0, "ERANGE"), (-.1, "ERANGE"), (95.0, "ERANGE")]

def mixed():
    """Two sectors of three places, digital in part."""
    return struct(n=count(3), n_sectors=count(2, "ENODATA"), value_added=finite([10, 20, 30, 40, 15, 25], "n*n_sectors"),
                  weight=quantity([1, 1, .5, .5, 1, 1], "n*n_sectors", optional=1.0),
                  coefficient=share([.2, .4, .1, .3, .5, .6], "n*n_sectors"),
                  coefficient_error=quantity([.01, .02, .01, .02, .03, .04], "n*n_sectors", optional=0.0),
                  gdp=divisor([100, 110, 120]))


def figures(values, kind=quantity, **stated):
    return table(2, 3, YEARS3, kind(values, "n*m", missing=True), **stated)


YEARS3, YEARS5 = [2020, 2021, 2023], [2016, 2017, 2018, 2019, 2020]
MAKE = [100, 0, 5, 110, 50, 40, 0, 30, 10]

CALLS = [
    call("skpi_digital_share",
         *(refuse("EDEFMIX", "gdp->basis", {f"gdp->basis->{m}": v + 1}) for m, v in STATED.items()),
         refuse("EINCONSISTENT", "gdp->year", {"gdp->year": [2018, 2020, 2023]}),
         refuse("ERANGE", "digital->value", {"digital->value": 1e6}),
         digital=digital(**STATED), gdp=gdp(**STATED),
         share=out("digital->n*digital->m", over=("digital->value", "gdp->value")), basis=out_basis(optional=True),
         status=rows("digital->n", "gdp->n")),
    call("skpi_digital_compare",
         *(accept({f"digital[1]->basis->{m}": v + 1, f"gdp[1]->basis->{m}": v + 1, "digital[1]->basis->definition": 7103})
           for m, v in STATED.items() if m in ("vintage", "revision")),
         refuse("EDUPLICATE", "digital[i]->basis->definition", {"digital[1]->basis->definition": 7103}, row=1),
         *(refuse("EDEFMIX", "gdp[i]->basis", {f"gdp[1]->basis->{m}": v + 1}, row=1) for m, v in STATED.items()
           if m != "definition"),
         n_definitions=count(2, "ENODATA"), digital=tables([digital(**STATED), digital(**{**STATED, "definition": 7104})], "n_definitions"),
         gdp=tables([gdp(**{**STATED, "definition": 0}), gdp(**{**STATED, "definition": 0})], "n_definitions"),
         out=outs(share=out("n_definitions*9"), definition=out("n_definitions"), low=out("9"), high=out("9")), status=rows("n_definitions")),
    call("skpi_economy_iotable_source_check", source=source(),
         out=outs(total_row=out("source->n"), total_column=out("source->n"), imbalance=out("source->n"),
                  spectral_radius=out("1"), condition=out("1"), unit_slip=out("1"), flow_slip=out("1"))),
    call("skpi_economy_iotable_new",
         accept({"source->flows": [60, 20, 5, -60, 30, 10, 5, 10, 20]}),  # signed: |A| is factored too
         refuse("EZERODIV", "source->output", {"source->output": 0.0}),
         refuse("EINCONSISTENT", "source->flows", {"source->flows": [1, 2, 3, 4, 5, 9, 5, 7, 12],
                                                   "source->output": [10, 20, 30]}),
         refuse("ENOTPRODUCTIVE", "source->flows", {"source->flows": 200.0}),
         source=source(), table=new_handle("skpi_economy_iotable_free")),
    call("skpi_economy_iotable_leontief", table=handle("skpi_economy_iotable_new"), k=count(2),
         demand=finite([65, 95, 45, 1, 2, 3], "k*3"), output=out("k*3", over="demand")),
    call("skpi_economy_iotable_ghosh", table=handle("skpi_economy_iotable_new"), k=count(2),
         primary=finite([70, 90, 45, 1, 2, 3], "k*3"), output=out("k*3", over="primary")),
    call("skpi_economy_iotable_impact", table=handle("skpi_economy_iotable_new"), k=count(2),
         demand=finite([65, 95, 45, 1, 2, 3], "k*3"),
         out=outs(output=out("k*3", over="demand"), value_added=out("k*3"), jobs=out("k*3"), total_output=out("k"),
                  total_value_added=out("k"), total_jobs=out("k"))),
    call("skpi_economy_iotable_linkages", table=handle("skpi_economy_iotable_new"),
         out=outs(**{name: out("3") for name in (
             "backward_direct", "backward_total", "power", "power_cv", "forward_direct", "forward_total", "sensitivity",
             "sensitivity_cv", "ghosh_direct", "ghosh_total", "multiplier_output", "multiplier_value_added",
             "multiplier_jobs", "type1_value_added", "type1_jobs")})),
    call("skpi_economy_iotable_inverse", table=handle("skpi_economy_iotable_new"), inverse=out("9")),
    call("skpi_economy_iotable_embodied", table=handle("skpi_economy_iotable_new"), embodied=out("9")),
    call("skpi_digital_adb", table=handle("skpi_economy_iotable_new"), digital=choice([0, 1, 1], "3", ok=(0, 1)),
         investment=share([.1, .2, .3], "3", optional=0.0),
         out=outs(**{name: out("1") for name in (
             "gdp", "direct", "backward", "forward", "double_count", "double_count_exact", "investment", "published",
             "exact", "share_direct", "share_published", "share_exact")})),
    call("skpi_digital_coefficient",
         refuse("EDOM", "in->coefficient_error", {"in->coefficient_error": .6}),
         refuse("ERANGE", "in->value_added", {"in->value_added": 1e4}, column=-1),
         **{"in": mixed()}, options=struct(optional=True, coverage=Values(.9, bad=COVERAGE),
                                           correlation=Values(.5, bad=CORRELATION), n_prob=count(2),
                                           prob=probability([.1, .9], "n_prob")),
         out=outs(share=out("in->n", over="in->gdp"), error=out("in->n"), low=out("in->n"), high=out("in->n"),
                  quantile=null(shape="in->n*options->n_prob")), status=rows("in->n")),
    call("skpi_digital_coefficient", refuse("EDOM", "options->correlation", {"options->correlation": .5}),
         refuse("EDOM", "in->coefficient_error", {"in->coefficient_error": .6}),
         **{"in": mixed()}, options=struct(coverage=Values(.9, bad=COVERAGE),
                                           correlation=Values(0.0, bad=CORRELATION), n_prob=count(2, "ENODATA"),
                                           prob=probability([.1, .9], "n_prob")),
         out=outs(share=out("in->n", over="in->gdp"), error=out("in->n"), low=out("in->n"), high=out("in->n"),
                  quantile=out("in->n*options->n_prob")), status=rows("in->n"), variant="quantile"),
    call("skpi_digital_definitions",
         refuse("EINVAL", "in->basis->definition", {"in->basis->definition": 7103}),
         refuse("EDOM", "in->coefficient_error", {"in->coefficient_error": .6}),
         refuse("ERANGE", "in->value_added", {"in->value_added": [-500.0, -500, 10]}, row=-1),
         refuse("ERANGE", "in->core_part", {"in->core_part": [150.0, 140]}, row=-1),
         refuse("EZERODIV", "in->industry_value_added", {"in->industry_value_added": [0.0, 0, 0]}, row=-1),
         refuse("EINCONSISTENT", "in->gdp", {"in->gdp": 2050.0}),
         refuse("EINCONSISTENT", "in->make", {"in->make": [100, 20, 120, 110, 50, 160, 7, 30, 37]}, row=-1, column=2),
         refuse("EBUFFER", "out->n_definitions", {"out->n_definitions": 6}),
         **{"in": struct(gdp=divisor(205.0), correlation=Values(.5, bad=[(-1.001, "ERANGE"), (1.001, "ERANGE")]),
                       basis=basis(True, **{**STATED, "definition": 0}), n_sectors=count(3, "ENODATA"),
                       value_added=finite([70, 90, 45], "n_sectors"),
                       digital=choice([0, 1, 1], "n_sectors", ok=(0, 1), optional=True),
                       weight=quantity([1, .5, 1], "n_sectors", optional=1.0), coefficient=share([.2, .5, .1], "n_sectors"),
                       coefficient_error=quantity([.02, .05, .01], "n_sectors", optional=0.0),
                       n_industries=count(3, "ENODATA"), n_commodities=count(3, "ENODATA"),
                       make=finite(MAKE, "n_industries*n_commodities"), commodity_share=share([0, 1, .5], "n_commodities"),
                       industry_value_added=finite([60, 120, 20], "n_industries"), table=handle("skpi_economy_iotable_new"),
                       table_digital=choice([0, 1, 1], "3", ok=(0, 1)),
                       table_investment=share([.1, .2, .3], "3", optional=0.0), n_core_parts=count(2, "ENODATA"),
                       core_part=quantity([20, 30], "n_core_parts"), n_broad_parts=count(2, "ENODATA"),
                       broad_part=quantity([20, 60], "n_broad_parts"), n_oecd_parts=count(2, "ENODATA"),
                       oecd_part=quantity([20, 10], "n_oecd_parts"))},
         out=outs(n_definitions=room(7), **{name: out("n_definitions") for name in ("definition", "value", "gdp", "share", "error")},
                  **{name: out("1") for name in ("published", "share_published", "low", "high", "count")},
                  basis=out_basis(optional=True))),
    call("skpi_digital_sum_of_parts",
         *(refuse("EDEFMIX", "part[i]->basis", {f"part[1]->basis->{m}": v + 1}) for m, v in STATED.items()),
         *(refuse("EDEFMIX", "stated->basis", {f"stated->basis->{m}": v + 1}) for m, v in STATED.items()),
         refuse("EINCONSISTENT", "part[i]->year", {"part[1]->year": [2020, 2022, 2023]}),
         refuse("EINCONSISTENT", "stated->year", {"stated->year": [2020, 2022, 2023]}),
         refuse("EINCONSISTENT", "stated->value", {"stated->value": 1000.0}),
         n_parts=count(2, "ENODATA"),
         part=tables([figures([1, 2, 3, 4, 5, 6], **STATED), figures([10, 20, 30, 40, 50, 60], **STATED)], "n_parts", by_table=False),
         stated=table(2, 3, YEARS3, quantity([11, 22, 33, 44, 55, 66], "n*m", missing=True), absent=True, **STATED),
         digit=quantity(1.0),
         out=outs(total=out("6"), difference=out("6"), mix=out("n_parts*6"), basis=out_basis(optional=True)),
         status=rows("part[0]->n", "part[1]->n", "stated->n")),
    call("skpi_digital_oecd_check", refuse("ENOTFOUND", "cell", cell=3), refuse("ENOTFOUND", "cell", cell=-1), returns="WMISSING",
         n_cells=count(3, "ENODATA"), ordinary=finite([100, 50, 25.5], "n_cells", missing=True),
         n_parts=count(5), part=finite([40, 59.9, .05, 50, 20], "n_parts", missing=True),
         cell=Values([0, 0, 0, 1, 1], "n_parts", bad=[(v, "ENOTFOUND") for v in (-1, 3, -2**31, 2**31 - 1)], finite=False), tolerance=quantity(.05),
         out=outs(label=out("n_cells"), residual=out("n_cells", over="ordinary"), implied=out("n_cells", over="ordinary"),
                  **{f"n_{label}": out("1") for label in ("adds_up", "fails", "implied", "unknown")})),
    call("skpi_digital_splice",
         refuse("ENODATA", "table1->value", {"table1->value": [float("nan")] * 3 + [1, 2, 3]}, row=0),
         refuse("ERANGE", "table0->value", {"table0->value": [.9, .1, .2, .1, .2, .3], "table1->value": [float("nan"), .2, .3, .1, .2, .3],
                                         "options->flags": 1},
                row=0, column=0),
         refuse("EDOM", "table1->value", {"table1->value": [0.0, .2, .3, .1, .2, .3]}, row=0, column=0),
         refuse("EZERODIV", "table0->value", {"table0->value": [0.0, .2, .3, .1, .2, .3]}, row=0, column=0),
         refuse("EDEFMIX", "table1->basis", {"options->method": 7304, "table1->basis->currency": 840}),
         accept({"table1->basis->currency": 840}),
         refuse("EINCONSISTENT", "table1->year", {"table1->year": [2020, 2022, 2023]}),
         table0=table(2, 3, YEARS3, finite([.1, .2, .3, .1, .2, .3], "n*m", missing=True), **STATED),
         table1=table(2, 3, YEARS3, finite([.12, .22, .33, .11, .22, .33], "n*m", missing=True), **STATED),
         options=struct(optional=True, flags=1, method=choice(7301, ok=(0, 7302, 7303, 7304))),
         out=outs(value=out("6", over=("table0->value", "table1->value")), linked=out("6"), factor=out("2"), low=out("2"),
                  high=out("2"), overlap=out("2"), basis=out_basis(optional=True)),
         status=rows("table0->n", "table1->n")),
    call("skpi_digital_satellite",
         refuse("EZERODIV", "value_added", value_added=[0.0, 0, 0], row=-1),
         refuse("EINCONSISTENT", "make", make=[100, 20, 120, 110, 50, 160, 7, 30, 37], row=-1, column=2),
         refuse("EINCONSISTENT", "make", {"make": [100, 20, 5, 110, 50, 40, 210, 70, 45], "value_added": [1, 2, 3]}, row=2),
         n_industries=count(3, "ENODATA"), n_commodities=count(3, "ENODATA"), make=finite(MAKE, "n_industries*n_commodities"),
         commodity_share=share([0, 1, .5], "n_commodities"), value_added=finite([60, 120, 20], "n_industries"),
         out=outs(ratio=out("n_industries"), digital=out("n_industries", over="value_added"), total=out("1"), gdp=out("1"),
                  share=out("1"))),
    call("skpi_digital_growth_contribution",
         *(refuse("EDEFMIX", "gdp->basis", {f"gdp->basis->{m}": v + 1}) for m, v in STATED.items()),
         refuse("EINCONSISTENT", "gdp->year", {"gdp->year": [2016, 2017, 2018, 2019, 2021]}),
         refuse("ERANGE", "digital->value", {"digital->value": 1e6}),
         refuse("EZERODIV", "gdp->value", {("gdp->value", 6): 55.0}, row=1, column=1),
         refuse("ENODATA", "digital->m", {"digital->m": 1, "gdp->m": 1}),
         digital=table(3, 5, YEARS5, quantity([10.0, 11, 12, 13, 14, 5, 6, 5, 7, 8, 1, 2, 3, 4, 5], "n*m", missing=True), **STATED),
         gdp=table(3, 5, YEARS5, divisor([90.0, 95, 100, 110, 120, 55, 56, 57, 58, 59, 20, 21, 22, 23, 24], "n*m",
                                        missing=True), **STATED),
         out=outs(**{m: out("digital->n*4") for m in ("points", "rate", "share_change")}),
         status=rows("digital->n", "gdp->n")),
]

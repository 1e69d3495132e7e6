"""Calls of digital.h.  How to write a line stands at the top of kinds.py."""
from kinds import (Values, accept, call, choice, count, divisor, finite, handle, new_handle, out, out_basis, outs,
                   quantity, refuse, rows, share, struct, table, tables)

STATED = dict(definition=203, classification=2017, vintage=2024, revision=3, prices=1, currency=156, scale=1009, gwp=6)
YEARS = [2018, 2019, 2023]
DIGITAL = [6.1, 7.0, 9.5, .5, .6, .8, 1, 1.5, 2]
GDP = [90, 95, 100, 10, 11, 12, 20, 21, 22]


def digital(**stated):
    return table(3, 3, YEARS, quantity(DIGITAL, "n*m", missing=True), **stated)


def gdp(**stated):
    return table(3, 3, YEARS, divisor(GDP, "n*m", missing=True), **stated)


CORRELATION = [(-1.001, "ERANGE"), (1.001, "ERANGE")]
LEVEL = [(1.0, "ERANGE"), (-.1, "ERANGE"), (95.0, "ERANGE")]

CALLS = [
    call("skpi_digital_share",
         *(refuse("EDEFMIX", "gdp->basis", {f"gdp->basis->{m}": v + 1}) for m, v in STATED.items()),
         refuse("EINCONSISTENT", "gdp->year", {"gdp->year": [2018, 2020, 2023]}),
         refuse("ERANGE", "digital->value", {"digital->value": 1e6}),
         digital=digital(**STATED), gdp=gdp(**STATED),
         share=out("digital->n*digital->m", over=("digital->value", "gdp->value")), basis=out_basis(optional=True),
         status=rows("digital->n", "gdp->n")),
    call("skpi_digital_compare",
         *(accept({f"digital[1]->basis->{m}": v + 1, f"gdp[1]->basis->{m}": v + 1, "digital[1]->basis->definition": 203})
           for m, v in STATED.items() if m in ("vintage", "revision")),
         refuse("EDUPLICATE", "digital[i]->basis->definition", {"digital[1]->basis->definition": 203}, row=1),
         *(refuse("EDEFMIX", "gdp[i]->basis", {f"gdp[1]->basis->{m}": v + 1}, row=1) for m, v in STATED.items()
           if m != "definition"),
         k=count(2, "ENODATA"), digital=tables([digital(**STATED), digital(**{**STATED, "definition": 204})], "k"),
         gdp=tables([gdp(**{**STATED, "definition": 0}), gdp(**{**STATED, "definition": 0})], "k"),
         out=outs(share=out("k*9"), definition=out("k"), low=out("9"), high=out("9")), status=rows("k")),
    call("skpi_digital_coefficient",
         refuse("EDOM", "coefficient_error", coefficient_error=.6), refuse("ERANGE", "value_added", value_added=1e4, column=-1),
         n=count(3), sectors=count(2, "ENODATA"), value_added=finite([10, 20, 30, 40, 15, 25], "n*sectors"),
         weight=quantity([1, 1, .5, .5, 1, 1], "n*sectors", optional=1.0),
         coefficient=share([.2, .4, .1, .3, .5, .6], "n*sectors"),
         coefficient_error=quantity([.01, .02, .01, .02, .03, .04], "n*sectors", optional=0.0),
         correlation=Values(.5, bad=CORRELATION), gdp=divisor([100, 110, 120]), level=Values(.9, bad=LEVEL),
         out=outs(share=out(over="gdp"), error=out(), low=out(), high=out()), status=rows()),
    call("skpi_digital_adb", table=handle("skpi_economy_iotable_new"), digital=choice([0, 1, 1], "3", ok=(0, 1)),
         out=outs(**{name: out("1") for name in (
             "gdp", "direct", "backward", "forward", "double_count", "double_count_exact", "investment", "published",
             "exact", "share_direct", "share_published", "share_exact")})),
]

"""Calls of economy.h: capital, prices and change.  How to write a line stands at the top of kinds.py."""
from kinds import (call, choice, count, divisor, finite, out, outs, positive, quantity, refuse, rows, share, struct, table,
                   Values)

YEARS = [2016, 2017, 2018, 2019, 2020]
INVESTMENT = [10.0, 11, 12, 13, 14, 5, 6, 5, 7, 8, 1, 2, 3, 4, 5]
PROFILES = (1, 2, 3)
STATED = dict(definition=203, classification=2017, vintage=2024, revision=3, prices=1, currency=156, scale=1009, gwp=6)


def investment():
    return table(3, 5, YEARS, quantity(INVESTMENT, "n*m", missing=True), prices=2017, scale=1009)


def beta(shape):
    return Values([.5, 1.0, -1.0], shape, bad=[(1.0000001, "ERANGE"), (50.0, "ERANGE")], optional=.5)


def capital(profile, *own, life, **options):
    return call("skpi_economy_capital_stock", *own,
                refuse("ENODATA", "investment->year", {"investment->year": [2015, 2017, 2018, 2019, 2020]}),
                refuse("ENODATA", "investment->value", {("investment->value", k): float("nan") for k in range(5, 10)}, row=1),
                refuse("EDEFMIX", "investment->basis", {"investment->basis->prices": 1}),
                refuse("EOVERFLOW", "out->stock", {("investment->value", k): 1e308 for k in range(5)}, row=0),
                investment=investment(), life=positive(life, "investment->n"), beta=beta("investment->n"),
                options=struct(optional=profile == 2 or "absent", profile=choice(profile, ok=(0,) + PROFILES),
                               life_spread=Values(.2, bad=[(1.0, "ERANGE"), (-.2, "ERANGE")]), beta_spread=quantity(.1)),
                out=outs(**{m: out("investment->n*investment->m") for m in
                            ("stock", "life_low", "life_high", "beta_low", "beta_high")}, complete=out("investment->n")),
                status=rows("investment->n"), **options)


CALLS = [
    call("skpi_economy_capital_efficiency", n=count(3), ages=count(8), life=positive([7.0, 3.0, 15.0]), beta=beta("n"),
         profile=choice(2, ok=PROFILES), efficiency=out("n*ages"), status=rows()),
    capital(2, life=[3.0, 7.0, 1.5]),
    capital(3, refuse("EDOM", "life", life=1.999),
            refuse("EDOM", "investment->value", {("investment->value", 5): 0.0}, row=1),
            refuse("EDOM", "life", {("investment->value", 9): 1e-9}, row=1),
            refuse("ENODATA", "investment->value", {("investment->value", k): float("nan") for k in range(6, 10)}, row=1),
            life=[3.0, 7.0, 2.0], variant="geometric"),
    call("skpi_economy_capital_user_cost",
         refuse("EOVERFLOW", "cost", {("price", 0): 1e308, ("rate", 0): 1e9}, row=0, column=0),
         n=count(3), steps=count(2), price=positive([1.0, 1.1, 1.2, 2.0, 2.1, 2.0, 3.0, 2.9, 2.8], "n*steps+1"),
         rate=finite([.05, .06, .07, .08, -.01, .05], "n*steps"), depreciation=share([.3, .2, .1]),
         cost=out("n*steps"), status=rows()),
    call("skpi_economy_capital_contribution", n=count(3), steps=count(2),
         share=share([.01, .02, .03, .1, .2, .1, 0, 1, .5], "n*steps+1", missing=True),
         quantity=positive([10.0, 11, 12, 5, 4, 3, 1, 2, 3], "n*steps+1", missing=True),
         contribution=out("n*steps"), status=rows()),
    *(call("skpi_economy_chain_index",
           refuse("EZERODIV", "value", {("value", k): 0.0 for k in (6, 9)}, row=1),
           refuse("EOVERFLOW", "quantity", {("value", k): 1e308 for k in (6, 9)}, row=1),
           *(refuse("EDOM", "value", {("value", 8): 0.0}, row=1) for _ in range(form == 4)),
           n=count(3), k=count(2, "ENODATA"), m=count(3, "ENODATA"),
           value=quantity([1.0, 2, 3, 4, 5, 6, 3, 2, 1, 6, 7, 5, 9, 8, 7, 1, 2, 1], "n*k*m"),
           price=divisor([1.0, 1.1, 1.2, 2, 2.1, 2.2, 1, .9, .8, 3, 3.3, 3.5, 1, 1, 1, 2, 4, 5], "n*k*m"),
           form=choice(form, ok=(1, 2, 3, 4)), quantity=out("n*m", optional=True), price_index=out("n*m", optional=True),
           status=rows(), variant=variant) for form, variant in ((3, ""), (4, "tornqvist"))),
    *(call("skpi_economy_double_deflation", *own, n=count(3), m=count(2, "ENODATA"),
           output=quantity([100.0, 110, 50, 60, 80, 70], "n*m"), output_price=divisor([1.0, 1.1, 1, .9, 1, 1.2], "n*m"),
           input=quantity([60.0, 65, 20, 25, 50, 40], "n*m"), input_price=divisor([1.0, 1.3, 1, 1.2, 1, .9], "n*m"),
           form=choice(form, ok=(1, 2, 3)), real=out("n*m", optional=True), deflator=out("n*m", optional=True),
           status=rows(), variant=variant)
      for form, variant, own in ((1, "", (refuse("EOVERFLOW", "real", {("output", 2): 1e308, ("output_price", 2): .001},
                                                 row=1, column=0),)),
                                 (3, "tornqvist", (refuse("EDOM", "output", {("output", 2): 20.0}, row=1, column=0),
                                                   refuse("EDOM", "input", {("input", 3): 0.0}, row=1, column=1))))),
    call("skpi_economy_shift_share",
         refuse("EINCONSISTENT", "city0", {("city0", 5): 2.0}, row=1, column=2),
         refuse("EZERODIV", "nation0", nation0=[0.0, 0, 0]),
         n=count(3), sectors=count(3, "ENODATA"), city0=quantity([5.0, 3, 0, 1, 4, 0, 7, 1, 0], "n*sectors"),
         city1=quantity([4.0, 4, 2, 2, 4, 1, 6, 2, 1], "n*sectors"), nation0=quantity([50.0, 40, 0], "sectors"),
         nation1=quantity([55.0, 35, 33], "sectors"),
         out=outs(**{m: out("n*sectors") for m in ("national", "mix", "local", "competitive", "allocation")}),
         status=rows()),
    call("skpi_economy_within_between",
         refuse("EZERODIV", "value_added0", {("value_added0", k): 0.0 for k in (3, 4, 5)}, row=1, column=-1),
         refuse("ERANGE", "value_added1", {("value_added1", 4): -99.0}, row=1, column=-1),
         n=count(3), sectors=count(3, "ENODATA"), value_added0=finite([60.0, 40, 0, 10, 20, 30, 5, 6, -1], "n*sectors"),
         value_added1=finite([55.0, 45, 10, 11, 25, 31, 6, 5, 1], "n*sectors"),
         share0=share([.1, .2, 0, .3, .4, .1, .2, 1, .5], "n*sectors"),
         share1=share([.13, .19, .9, .3, .5, .1, .3, .9, .5], "n*sectors"), form=choice(1, ok=(1, 2)),
         out=outs(**{m: out("n*sectors") for m in ("change", "within", "between", "interaction")}), status=rows()),
]

"""Capital, prices and change of digital.h.  How to write a line stands at the top of kinds.py."""
from kinds import (call, choice, count, finite, out, outs, positive, quantity, refuse, rows, struct, table, Values)

YEARS = [2016, 2017, 2018, 2019, 2020]
INVESTMENT = [10.0, 11, 12, 13, 14, 5, 6, 5, 7, 8, 1, 2, 3, 4, 5]
PROFILES = (1, 2, 3)


def investment():
    return table(3, 5, YEARS, quantity(INVESTMENT, "n*m", missing=True), prices=2017, scale=1009)


def beta(shape):
    return Values([.5, 1.0, -1.0], shape, bad=[(1.0000001, "ERANGE"), (50.0, "ERANGE")], optional=.5)


def capital(profile, *own, life, **options):
    return call("skpi_digital_capital", *own,
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
    call("skpi_digital_age_efficiency", n=count(3), ages=count(8), life=positive([7.0, 3.0, 15.0]), beta=beta("n"),
         profile=choice(2, ok=PROFILES), efficiency=out("n*ages"), status=rows()),
    capital(2, life=[3.0, 7.0, 1.5]),
    capital(3, refuse("EDOM", "life", life=1.999),
            refuse("EDOM", "investment->value", {("investment->value", 5): 0.0}, row=1),
            refuse("EDOM", "life", {("investment->value", 9): 1e-9}, row=1),
            refuse("ENODATA", "investment->value", {("investment->value", k): float("nan") for k in range(6, 10)}, row=1),
            life=[3.0, 7.0, 2.0], variant="geometric"),
]

"""Samples of economy.h.  calls/__init__.py tells how to write one."""
from cases import sample

NAN = float("nan")
SOURCE = {"flow": [10, 20, 5, 15, 30, 10, 5, 10, 20], "source->output": [100, 150, 80], "source->value_added": [70, 90, 45],
          "source->final_demand": [65, 95, 45], "source->jobs": [9, 4, 2]}
ZERO = ("EZERODIV", "source->output", {"source->output": 0.0})
FLOWS_OVER = ("EOVERFLOW", "source->flow", {("flow", 0): 1e308, ("source->output", 0): 1e-300})
LARGE = {"demand": [1.7e308, 1.7e308, 1.7e308, 1, 2, 3]}
DEMAND = [65, 95, 45, 1, 2, 3]
YEARS = [2016, 2017, 2018, 2019, 2020]
INVESTMENT = [10.0, 11, 12, 13, 14, 5, 6, 5, 7, 8, 1, 2, 3, 4, 5]
CHAIN = {"value": [1.0, 2, 3, 4, 5, 6, 3, 2, 1, 6, 7, 5, 9, 8, 7, 1, 2, 1], "n_goods": 2, "m": 3,
         "price": [1.0, 1.1, 1.2, 2, 2.1, 2.2, 1, .9, .8, 3, 3.3, 3.5, 1, 1, 1, 2, 4, 5]}
DEFLATION = {"in->output": [100.0, 110, 50, 60, 80, 70], "in->output_price": [1.0, 1.1, 1, .9, 1, 1.2], "in->m": 2,
             "in->input": [60.0, 65, 20, 25, 50, 40], "in->input_price": [1.0, 1.3, 1, 1.2, 1, .9]}


def capital(profile, *triggers, life):
    return sample("skpi_economy_capital_stock", *triggers, ("ENODATA", "investment->year", {"investment->year": [2015, 2017, 2018, 2019, 2020]}),
                  ("ENODATA", "investment->value", {("investment", k): NAN for k in range(5, 10)}), ("WMISSING", "", {("investment", 1): NAN}),
                  ("EDEFMIX", "investment->basis", {"investment->basis->prices": "SKPI_BASIS_PRICES_CURRENT"}),
                  ("EOVERFLOW", "out->stock", {("investment", k): 1e308 for k in range(5)}, {"row": 0}), {"investment->year": YEARS},
                  investment=INVESTMENT, life=life, beta=[.5, 1.0, -1.0], profile=profile, life_spread=.2, beta_spread=.1, variant=profile)


SAMPLES = [
    sample("skpi_economy_iotable_source_check", SOURCE, ZERO, FLOWS_OVER),
    sample("skpi_economy_iotable_new", SOURCE, ZERO, ("ESINGULAR", "source->flow", {"flow": [50, 75, 0, 50, 75, 0, 5, 10, 20]}), FLOWS_OVER, ("ENOTPRODUCTIVE", "source->flow", {"flow": 200.0}),
           ("EINCONSISTENT", "source->flow", {"flow": [1, 2, 3, 4, 5, 9, 5, 7, 12], "source->output": [10, 20, 30]})),
    sample("skpi_economy_iotable_leontief", ("EOVERFLOW", "output", LARGE), demand=DEMAND),
    sample("skpi_economy_iotable_ghosh", ("EOVERFLOW", "output", {"primary": LARGE["demand"]}), primary=DEMAND),
    sample("skpi_economy_iotable_impact", ("EOVERFLOW", "out->output", LARGE), demand=DEMAND),
    sample("skpi_economy_location_quotient", ("EOVERFLOW", "city", {"city": [1e308] * 3, "nation": [1e308] * 3}),
           coefficient=[.1, .2, .05, .2, .1, .1, .05, .15, .2], city=[2, 4, 0], nation=[50, 30, 20], quotient="AFLQ", delta=.3),
    sample("skpi_economy_location_quotient", coefficient=[.1, .2, .05, .2, .1, .1, .05, .15, .2], city=[2, 4, 0], nation=[50, 30, 20],
           quotient="SLQ", variant="SLQ"),
    sample("skpi_economy_ras", ("EDOM", "start", {"start": -1.0, "scaling": "RAS"}), ("EINCONSISTENT", "column_total", {"column_total": 9.0}),
           ("EINFEASIBLE", "row_total", {"start": [0.0, 0, 0, 1, 2, 3]}), ("EINFEASIBLE", "column_total", {"start": [0.0, 1, 2, 0, 2, 3]}),
           ("EOVERFLOW", "row_total", {"row_total": [1.7e308, 1.7e308], "column_total": [1.7e308, 1.7e308, 0]}), ("WNOTCONVERGED", "", {"n_iterations": 1}),
           start=[20, 30, 10, 15, 5, 40], n_rows=2, row_total=[75, 55], column_total=[40, 40, 50], scaling="GRAS", n_iterations=900,
           tolerance=1e-12),
    sample("skpi_economy_supply_use", ("EINCONSISTENT", "in->use", {"use": [9.0, 3, 4, 5]}), ("EOVERFLOW", "in->make", {"in->make": [1e308] * 4}), ("EZERODIV", "in->use", {"in->make": [10.0, 0, 2, 0]}),
           n_industries=2, n_commodities=2, n_categories=2, make=[10, 1, 2, 20], use=[2, 3, 4, 5], other_input=[1, 2], tolerance=1e-9,
           **{"in->final_use": [5, 2, 11, 1]}),
    sample("skpi_economy_capital_efficiency", life=[7.0, 3.0, 15.0], beta=[.5, 1.0, -1.0], profile="COHORT"),
    sample("skpi_economy_capital_efficiency", ("EDOM", "life", {"life": 1.999}), life=[7.0, 3.0, 15.0], beta=[.5, 1.0, -1.0], profile="GEOMETRIC",
           variant="geometric"),
    capital("COHORT", life=[3.0, 7.0, 1.5]),
    capital("GEOMETRIC", ("EDOM", "life", {"life": 1.999}), ("EDOM", "investment->value", {("investment", 5): 0.0}),
            ("EDOM", "life", {("investment", 9): 1e-9}, {"row": 1}), life=[3.0, 7.0, 2.0]),
    sample("skpi_economy_capital_user_cost", ("EOVERFLOW", "cost", {("price", 0): 1.7e308, ("rate", 0): 5.0}), ("WNEGATIVE", "", {"rate": -3.0}),
           n_steps=2, price=[1.2, 1.1, 1.0, 2.1, 2.0, 2.0, 3.0, 2.9, 2.8], rate=[.05, .06, .07, .08, -.01, .05], depreciation=[.3, .2, .1]),
    sample("skpi_economy_capital_contribution", ("WMISSING", "", {("share", 1): NAN}), n_steps=2, share=[.01, .02, .03, .1, .2, .1, 0, 1, .5]),
    *(sample("skpi_economy_chain_index", CHAIN, ("EZERODIV", "value", {("value", k): 0.0 for k in (6, 9)}),
             ("EOVERFLOW", "value", {("value", k): 1e308 for k in (6, 9)}), *(("EDOM", "value", {("value", 8): 0.0}) for _ in range(form == "TORNQVIST")),
             form=form, variant=form) for form in ("FISHER", "TORNQVIST")),
    sample("skpi_economy_double_deflation", DEFLATION, ("EOVERFLOW", "out->real", {("in->output", 2): 1e308, ("output_price", 2): .001}),
           ("WNEGATIVE", "", {("in->output", 0): 1.0})),
    sample("skpi_economy_double_deflation", DEFLATION, ("EDOM", "in->output", {("in->output", 2): 20.0}), ("EDOM", "in->input", {("in->input", 3): 0.0}),
           form="TORNQVIST", variant="tornqvist"),
    sample("skpi_economy_shift_share", ("EINCONSISTENT", "city0", {("city0", 5): 2.0}), n_sectors=3, city0=[5.0, 3, 0, 1, 4, 0, 7, 1, 0],
           city1=[4.0, 4, 2, 2, 4, 1, 6, 2, 1], nation0=[50.0, 40, 0], nation1=[55.0, 35, 33]),
    sample("skpi_economy_within_between", ("ERANGE", "in->value_added1", {("value_added1", 4): -99.0}), n_sectors=3,
           value_added0=[60.0, 40, 0, 10, 20, 30, 5, 6, -1], value_added1=[55.0, 45, 10, 11, 25, 31, 6, 5, 1],
           share0=[.1, .2, 0, .3, .4, .1, .2, 1, .5], share1=[.13, .19, .9, .3, .5, .1, .3, .9, .5]),
]

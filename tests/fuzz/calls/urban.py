"""Calls of urban.h.  How to write a line stands at the top of kinds.py."""
from cases import HUGE, NULL
from kinds import (Values, axis, call, choice, count, date, finite, handle, horizons, integer, n_years, null, open_share, out,
                   outs, positive, probability, quantity, refuse, rows, share, struct, table, year)


def factor(value):
    """in (0,1], 0 is its default"""
    return Values(value, bad=[(-.1, "ERANGE"), (1.5, "ERANGE")])


def record(population):
    """Shares and populations of four areas, two of each law, every fifth year: what a fit and a backtest look at."""
    years = [1970, 1975, 1980, 1985, 1990]
    shares = [.20, .22, .25, .29, .33, .41, .44, .46, .50, .53, .30, .31, .33, .34, .36, .70, .72, .73, .75, .76]
    people = [5e6] * 10 + [1e6] * 10
    return {"share": table(4, 5, years, share(shares, "share->n*share->m")),
            "population": table(4, 5, years, population(people, "population->n*population->m"))}


def trial_options():
    """of a backtest: the norm is its own, the methods of the mean are the options'"""
    return struct(optional=True, flags=3, method=choice(0), n_norm=integer(0), norm=null("EINVAL", "4"),
                  urgd_min=finite(-.05), urgd_max=finite(.1), damping=share(.95), converge_to=finite(.01),
                  converge_by=share(.8), ceiling=share(.9), n_windows=count(2, zero="EINVAL"),
                  window=positive([5, 10], "options->n_windows"), n_methods=count(2, zero="ENODATA"),
                  methods=choice([1, 2], "options->n_methods"),
                  weights=quantity([.5, 2], "options->n_methods", optional=1.0))


LIMITS = refuse("EINCONSISTENT", "options->urgd_min", {"options->urgd_min": .2})

def options(method, methods):
    """Every member counts: a mean of methods."""
    return struct(optional=True, flags=3, method=choice(method, ok=[0]), n_norm=count(3, zero="EINVAL"),
                  norm=finite([.03, -.01, -.005, .02, -.003, .001], "2*n_norm"), urgd_min=finite(-.05),
                  urgd_max=finite(.1), damping=factor(.95), converge_to=finite(.02), converge_by=factor(.8),
                  ceiling=share(.9), n_windows=count(2, zero="EINVAL"), window=positive([5, 12], "n_windows"),
                  n_methods=count(len(methods), zero="ENODATA"), methods=choice(methods, "n_methods"),
                  weights=quantity([.5, 2, 1, 3][:len(methods)], "n_methods", optional=1.0))


MEMORYLESS = options(9, [1, 8, 11, 2])
ANY_METHOD = options(9, [1, 4, 6, 10])
OPTIONS = (refuse("EINCONSISTENT", "options->urgd_min", {"options->urgd_min": .2}),
           refuse("EINCONSISTENT", "options->converge_to", {"options->flags": 2}),
           refuse("EINVAL", "options->methods", {"options->methods": 9}),
           refuse("EDUPLICATE", "options->methods", {"options->methods": 1}, row=2),
           refuse("EZERODIV", "options->weights", {"options->weights": [0.0] * 4}))
REMEMBER = refuse("EINVAL", "options->methods", {"options->methods": 4}, row=0)


class First(Values):
    """Where the observations of each place begin, size_t."""

    def more(self, k):
        return [(self.data[k - 1] - 1, "ENOTSORTED")] if k > 1 else []


class Places(type(count(0))):
    """Not a count of observations: how many there are is read from first, which memory must hold."""

    def cases(self, c, path, type):
        return (case for case in super().cases(c, path, type) if set(case.changes) <= {path, "empty"} and
                case.changes[path] in (0, *HUGE))


def history():
    """Three places of three observations."""
    made = struct(n=Places(3), first=First([0, 3, 6, 9], "n+1", finite=False),
                  date=date([1990, 2000.5, 2010, 1985, 1990, 2011.25, 2000, 2005, 2019.9], "n*3"),
                  share=share([.2, .3, .45, 0, .5, .4, .7, .75, .8], "n*3"))
    made.short = False  # without n there is nothing to do
    return made


HISTORY = (refuse("EDUPLICATE", "history->date", {"history->date": 1990.0}, row=1),
           refuse("ENOTSORTED", "history->date", {"history->date": 1980.0}, row=4),
           refuse("ENOMEM", "history->date", {"history->first": [0, 3, 6, 2**61]}),
           refuse("ENODATA", "history->first", {"history->first": [3, 3, 6, 9]}, row=0))

CALLS = [
    call("skpi_urban_urgd",
         refuse("ENOTSORTED", "t1", t1=2030.0), refuse("ENOTSORTED", "t1", t1=2020.0, t2=2020.0),
         n=count(4), t1=date([2000.5, 2005, 2010, 2011]), share1=open_share([.3, .4, .5, .9]),
         t2=date([2010, 2015.5, 2020, 2021]), share2=open_share([.4, .35, .6, .95]),
         urgd=out(over=("t1", "share1", "t2", "share2")), status=rows()),
    call("skpi_urban_size_class",
         n=count(3), population=quantity([1e6, 2e6, 0]), threshold=Values(1.5e6, bad=[(-1.0, "ERANGE")]), law=out(),
         status=rows()),
    call("skpi_urban_window_urgd", *HISTORY, refuse("EDOM", "history->share", {"history->share": 1.0}, row=5),
         history=history(), n_windows=count(2), window=positive([5, 10], "n_windows"),
         slope=out("history->n*n_windows"), status=rows("history->n")),
    call("skpi_urban_last_observation",
         refuse("EINCONSISTENT", "share->year", {"share->year": 2019}, row=3),
         share=table(2, 4, [2014, 2015, 2016, 2017], share([.5, .6, .7, .8, .3, .2, .3, .2], "n*m")),
         rounding=Values(5e-6, bad=[(-1.0, "ERANGE")]),
         known_to=Values(2017, bad=[(2013, "ERANGE"), (2018, "ERANGE"), (-1, "ERANGE"), (2015, "ENODATA")],
                         finite=False),
         out=outs(last_year=out("share->n"), share=out("share->n"), urgd=out("share->n")), status=rows("share->n")),
    call("skpi_urban_norm_urgd", *OPTIONS,
         n=count(4), share=share([0, .3, .9, 1]), law=choice([1, 2, 1, 2]), options=options(9, [1, 4, 6, 10]),
         urgd=out(over="share"), status=rows()),
    call("skpi_urban_norm_fit", refuse("ESINGULAR", "share", share=[.3] * 6),
         refuse("ENODATA", "law", law=[1, 1, 1, 1, 2, 2]),
         n=count(6, zero="ENODATA"), share=share([.2, .5, .8, .3, .4, .9]), urgd=finite([.03, .02, .01, 0, -.01, .02]),
         law=choice([1, 2, 1, 2, 1, 2], optional=True), scenario=choice(2, ok=[0]), n_norm=n_years(2, "n_norm", "ERANGE"),
         norm=out("2*n_norm")),
    call("skpi_urban_project", *OPTIONS, REMEMBER, refuse("ENOTSORTED", "last_year", last_year=2020),
         n=count(4), last_year=year([2000, 2018, 2010, 2019]), share=share([0, .3, .9, .5]),
         urgd=finite([.01, -.02, 0, .03]), law=choice([1, 2, 1, 2]), first_year=axis(2020), n_years=n_years(5),
         options=MEMORYLESS, out=outs(share=out("n*n_years"), urgd=out("n*n_years")), status=rows()),
    call("skpi_urban_project_history", *OPTIONS, *HISTORY,
         refuse("ENOTSORTED", "history->date", {"history->date": 2020.0}, row=5), returns="WWEAKFIT",
         history=history(), law=choice([1, 2, 1], "history->n"), first_year=axis(2020), n_years=n_years(5),
         options=ANY_METHOD, out=outs(share=out("history->n*n_years"), urgd=out("history->n*n_years")),
         status=rows("history->n")),
    call("skpi_urban_crossing", *OPTIONS, REMEMBER, refuse("ENOTFOUND", "level", level=.999999),
         n=count(3), last_date=date([2000, 2018.5, 2010]), share=share([.3, .6, .5]), urgd=finite([.01, -.02, .03]),
         law=choice([1, 2, 1]), level=share([.4, .598, .5]), options=MEMORYLESS,
         date=out(over=("last_date", "share", "urgd", "level")), status=rows()),
    call("skpi_urban_population",
         n=count(2), m=count(3), share=share([0, .3, .9, .5, 1, .2], "n*m"),
         total=quantity([5, 10, 0, 1e9, 3, 2], "n*m"), urban=out("n*m", optional=True, over=("share", "total")),
         rural=out("n*m", optional=True, over=("share", "total"))),
    call("skpi_urban_error_quantile", refuse("EDOM", "last_year", last_year=2021), returns="WHORIZON",
         n=count(3), n_years=n_years(2), last_year=year([2000, 2018, 2020]), first_year=axis(2020),
         share=open_share([.2, .3, .4, .5, .6, .7], "n*n_years"), n_h=count(2, zero="ENODATA"),
         horizon=horizons([5, 10], "n_h"), table=finite([-.1, .1, -.2, .3], "n_h*n_prob"), n_prob=count(2),
         prob=probability([.1, .9], "n_prob"), out=out("n*n_years*n_prob"), status=rows()),
    call("skpi_urban_converging_interval", refuse("EDOM", "last_date", last_date=2020.5),
         refuse("EINVAL", "level", level=.85),
         n=count(3), n_years=n_years(2), last_date=date([2000.5, 2018, 2020]), first_year=axis(2020),
         share=open_share([.2, .3, .4, .5, .6, .7], "n*n_years"), slope=finite([.01, -.02, 0]), level=probability(.8),
         low=out("n*n_years", over="share"), high=out("n*n_years", over="share"), status=rows()),
    call("skpi_urban_error_table", refuse("EINCONSISTENT", "population->m", {"population->m": 4}),
         refuse("EINCONSISTENT", "population->n", {"population->n": 3}),
         refuse("ERANGE", "options->step", {"options->step": -1}),
         refuse("ENODATA", "options->first_origin", {"options->first_origin": 1979}),
         refuse("ENODATA", "options->last_target", {"options->last_target": 1991}),
         **record(quantity), n_h=count(2), horizon=horizons([5, 10], "n_h"), n_prob=count(3),
         prob=probability([.1, .5, .9], "n_prob"),
         options=struct(optional=True, first_origin=year(1980), last_target=year(1990), step=integer(5)),
         table=out("n_h*n_prob")),
    call("skpi_urban_walk_quantile",
         n=count(3), share=open_share([.2, .5, .9]), drift=finite([.02, 0, -.01]), sigma=quantity([.01, 0, .1]),
         n_years=count(2), n_prob=count(2), prob=probability([.1, .9], "n_prob"), out=out("n*n_years*n_prob"),
         status=rows()),
    # the population of the target is not looked at, so that not every cell refuses what is no population
    call("skpi_urban_backtest", LIMITS, refuse("EINCONSISTENT", "population->m", {"population->m": 4}),
         refuse("ENOTSORTED", "target", target=1985), refuse("ENODATA", "origin", origin=1984),
         refuse("EINVAL", "options->n_norm", {"options->n_norm": 2}),
         refuse("ENOTFINITE", "population->value", {("population->value", 18): float("nan")}, row=3, column=3),
         refuse("ERANGE", "population->value", {("population->value", 0): -1.0}, row=0, column=0),
         **record(integer), origin=year(1985), target=year(1990), n_methods=count(4),
         methods=choice([1, 2, 9, 10], "n_methods"), options=trial_options(),
         out=outs(**{name: out("n_methods") for name in ("rmse", "mae", "median", "bias", "coverage", "interval_score",
                                                         "count")},
                  **{name: out("n_methods*share->n") for name in ("forecast", "low", "high")})),
    call("skpi_urban_cities_project",
         n=count(3), population=quantity([1000, 0, 5]), growth=finite([.02, -.01, .05]), n_years=count(4),
         urban=positive([5000, 5100, 5200, 5100, 5150], "n_years+1"), out=out("n*n_years"), status=rows()),
    call("skpi_urban_ensemble_add",
         refuse("EINVAL", "in->size_class", {"in->size_class": NULL}),
         refuse("EOVERFLOW", "in->sigma", {"in->sigma": 1e308}),
         plan=handle("skpi_ensemble_plan_new", fresh=True),
         **{"in": struct(share=open_share([.2, .5, .9], "3"), drift=finite([.02, .01, -.01], "3"),
                         sigma=quantity([.05, .01, 0], "3"), size_class=choice([5101, 5102, 5101], "3", ok=(5101, 5102)),
                         speed=share([.1, 0, 1], "3", optional=True))},
         model=out("1")),
]

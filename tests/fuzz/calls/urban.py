"""Samples of urban.h.  calls/__init__.py tells how to write one."""
from cases import NULL, sample
from structs import handle

NAN = float("nan")


def options(methods, at="options"):
    """Every member counts: a mean of methods."""
    return {f"{at}->{name}": value for name, value in {
        "method": "MEAN", "n_sizes": 2, "n_terms": 3, "norm": [.03, -.01, -.005, .02, -.003, .001], "urgd_min": -1e7,
        "urgd_max": 1e7, "damping": .95, "converge_to": .02, "converge_by": .8, "ceiling": .9, "window": [5, 12],
        "mean_method": methods, "mean_weight": [.5, 2, 1, 3][:len(methods)]}.items()}


OPTIONS = [("EINCONSISTENT", "options->converge_to", {"options->flags": 2}),
           ("EINVAL", "options->mean_method", {("options->mean_method", 1): "MEAN"}),
           ("EINVAL", "options->norm", {"options->method": "BOCQUIER", "options->norm": NULL, "options->n_sizes": 0,
                                        "options->n_terms": 0})]
MEMORYLESS = options(["UN", "BOCQUIER", "CAUTIOUS", "DAMPED"])
ANY_METHOD = options(["UN", "LINEAR", "LOGISTIC", "CONVERGING"])
REMEMBER = ("EINVAL", "options->mean_method", {("options->mean_method", 0): "LINEAR"})
NO_CLASS = ("EINVAL", "size_class", {"size_class": NULL})
LIMITED = ("WADJUSTED", "", {("in->urgd", 1): -.06, "options->urgd_min": -.05})
HUGE_NORM = {"options->norm": [1e308] * 6, "options->urgd_min": 0, "options->urgd_max": 0}
STEEP_NORM = {"options->norm": [-5e307, 1e308, 0] * 2}  # 0 at a share of a half
PERCENT_NORM = [("ERANGE", "options->norm", {"options->norm": [3, -1, -.5, 2, -.3, .1]}),
                ("WUNUSUAL", "", {"options->norm": [.14, -.1, 0, .02, -.003, .001]})]
HISTORY = {"first": [0, 3, 6, 9], "date": [1990, 2000.5, 2010, 1985, 1990, 2011.25, 2000, 2005, 2019.9],
           "history->share": [.2, .3, .45, 0, .5, .4, .7, .75, .8]}
OBSERVED = [("EDUPLICATE", "history->date", {("date", 1): 1990.0}),
            ("ENOTSORTED", "history->date", {("date", 4): 1980.0})]
YEARS = [1970, 1975, 1980, 1985, 1990]
RECORD = {"share->year": YEARS, "population->year": YEARS, "population": [5e6] * 10 + [1e6] * 10, "share": [
    .20, .22, .25, .29, .33, .41, .44, .46, .50, .53, .30, .31, .33, .34, .36, .70, .72, .73, .75, .76]}
THOUSANDS = ("WUNUSUAL", "", {"population": [5e3] * 10 + [1e3] * 10, "population->basis->scale": 0})
MEANING = ("EDEFMIX", "population->basis", {"population->basis->currency": 840})
LONG = YEARS[:4] + [2030]
GAP = ("WMISSING", "", {("share", 15): NAN})
SAME = ("ESINGULAR", "share->value", {"share->value": [.5] * 20})

SAMPLES = [
    sample("skpi_urban_size_class", ("WUNUSUAL", "", {("population", 1): 1400.0, "threshold": 0}),
           population=[1e6, 2e6, 2e5]),
    sample("skpi_urban_window_urgd", HISTORY, *OBSERVED, ("EDOM", "history->share", {("history->share", 5): 1.0}),
           ("ENODATA", "history->share", {("history->share", 0): 0.0, ("history->share", 1): 0.0}), window=[5, 10]),
    sample("skpi_urban_last_observation", ("EINCONSISTENT", "share->year", {("share->year", 3): 2019}),
           ("ERANGE", "options->known_to", {"known_to": 2013}), ("ENODATA", "options->known_to", {"known_to": 2015}),
           ("EDOM", "share->value", {("share", 1): 1.0}),
           {"share->year": [2014, 2015, 2016, 2017]}, share=[.5, .6, .7, .8, .3, .2, .3, .2], rounding=5e-6,
           known_to=2017),
    sample("skpi_urban_harmonise", ("EDOM", "date", {"date": 2000.5}), ("EDOM", "path->value", {("path", 2): 1.0}),
           {"path->year": [2015, 2020, 2025, 2030]}, path=[.5, .55, .6, .65, 1, .97, .95, .94], date=[2022.5, 2030],
           observed=[.56, .95], fade=20.0),
    sample("skpi_urban_population_quantile", ("ENOTSORTED", "in->share_prob", {"in->share_prob": [.1, .9, .5]}),
           ("EDUPLICATE", "in->share_prob", {"in->share_prob": [.1, .5, .5]}), ("ENOTSORTED", "in->share", {("in->share", 5): .01}),
           ("EOVERFLOW", "quantile", {("in->sd", 1): 1000.0}), prob=[.025, .5],
           **{"in->share_prob": [.1, .5, .9], "in->share": [.2, .3, .4, .3, .4, .5, .1, .2, .2, .6, .7, .8], "in->total": [5.0, 6, 0, 7],
              "in->n": 2, "in->sd": [.1, .2, 0, .05]}),
    sample("skpi_urban_norm_urgd", *OPTIONS, *PERCENT_NORM, NO_CLASS, ANY_METHOD,
           share=[0, .3, .9, 1], size_class=["LARGE", "SMALL", "LARGE", "SMALL"]),
    sample("skpi_urban_norm_fit", ("ESINGULAR", "share", {"share": [.3] * 6}), NO_CLASS,
           ("ENODATA", "n", {"n": 1, "size_class": NULL, "n_sizes": 1, "options": NULL}),
           ("ENODATA", "size_class", {("size_class", 4): "SMALL", ("size_class", 2): "SMALL",
                                      ("size_class", 0): "SMALL"}),
           ("EOVERFLOW", "norm", {"urgd": [1.7e308] * 6, "share": [0.0] * 6, "n_terms": 1, "options": NULL,
                                  "size_class": NULL, "n_sizes": 1}),
           share=[.2, .5, .8, .3, .4, .85], urgd=[.03, .02, .01, 0, -.01, .02], n_sizes=2, n_terms=2,
           size_class=["LARGE", "SMALL"] * 3, scenario="SLOW"),
    sample("skpi_urban_project", *OPTIONS, *PERCENT_NORM, REMEMBER, NO_CLASS, LIMITED, MEMORYLESS,
           ("EOVERFLOW", "out->urgd", {**STEEP_NORM, "in->share": [.5] * 4}), last_year=[2000, 2018, 2010, 2019],
           first_year=2020,
           size_class=["LARGE", "SMALL"] * 2, **{"in->share": [.2, .3, .6, .5], "in->urgd": [.01, -.02, 0, .03]}),
    sample("skpi_urban_project_history", *OPTIONS, *OBSERVED, HISTORY, ANY_METHOD, NO_CLASS,
           ("ENOTSORTED", "history->date", {("date", 5): 2020.0}), ("EOVERFLOW", "out->urgd", HUGE_NORM),
           ("ENODATA", "history->share", {("history->share", 0): 0.0, ("history->share", 1): 0.0}),
           first_year=2020, size_class=["LARGE", "SMALL", "LARGE"]),
    sample("skpi_urban_crossing", *OPTIONS, *PERCENT_NORM, REMEMBER, NO_CLASS, LIMITED, MEMORYLESS,
           ("ENOTFOUND", "in->threshold", {"threshold": .999999}),
           ("EOVERFLOW", "date", {**STEEP_NORM, "in->share": [.5] * 3}),
           last_date=[2000, 2018.5, 2010], size_class=["LARGE", "SMALL", "LARGE"], threshold=[.4, .598, .5],
           **{"in->share": [.3, .6, .5], "in->urgd": [.01, -.02, .03]}),
    sample("skpi_urban_error_quantile", ("WHORIZON", "", {"horizon": [1, 2]}),
           ("EOVERFLOW", "quantile", {("error", 0): -1.7e308, ("error", 2): 1.7e308}),
           ("ENOTFOUND", "prob", None),
           last_year=[2000, 2018, 2020], first_year=2020, horizon=[5, 10], error=[-.1, .1, -.2, .3], prob=[.1, .9]),
    sample("skpi_urban_error_quantile", variant="shipped", last_year=[2000, 2018, 2020], first_year=2020,
           horizon=NULL, error=NULL, prob=[.1, .9]),
    sample("skpi_urban_converging_interval", ("EOVERFLOW", "in->urgd", {("in->urgd", 0): 1.7e308}),
           ("WHORIZON", "", {("in->last_date", 0): 1960.0}),
           last_date=[2000.5, 2018, 2020], first_year=2020, coverage=.9, **{"in->urgd": [.01, -.02, 0]}),
    sample("skpi_urban_error_table", RECORD, GAP, SAME, MEANING, THOUSANDS,
           ("ENODATA", "options->first_origin", {"first_origin": 1979}),
           ("ENODATA", "options->last_target", {"last_target": 1991}),
           horizon=[5, 10], prob=[.1, .5, .9], first_origin=1980, last_target=1990),
    sample("skpi_urban_backtest", RECORD, GAP, {"unread": [("population->value", 19)]}, SAME, MEANING, THOUSANDS,
           ("ENODATA", "origin", {"origin": 1984}), ("ENODATA", "target", {"target": 1991}),
           ("WWEAKFIT", "", {("method", 1): "LOGISTIC", "options->project->ceiling": 0, ("share", 0): .33,
                             ("share", 1): .25}),
                             ("WHORIZON", "", {"share->year": LONG, "population->year": LONG, "target": 2030}),
           ("EINVAL", "options->project->method", {"options->project->method": "UN"}),
           ("ENODATA", "options->project->n_mean",
            {"options->project->n_mean": 0, "options->project->mean_method": NULL,
                                                    "options->project->mean_weight": NULL}),
           {k: v for k, v in options(["UN", "DAMPED"], "options->project").items()
            if k.rpartition(">")[2] not in ("method", "n_sizes", "n_terms", "norm")},
           origin=1985, target=1990, method=["UN", "DAMPED", "MEAN", "CONVERGING"], coverage=.9),
    sample("skpi_urban_walk_quantile", ("EOVERFLOW", "quantile", {("in->sigma", 0): 1.7e308}),
           sigma=[.05, .01, 0]),
    sample("skpi_urban_aggregate", ("EZERODIV", "total", {"total": [0.0] * 6}),
           ("EOVERFLOW", "total", {"total": [1e308] * 6}),
           share=[.2, .3, .6, .7, .5, 1], m=2, n_groups=2, group=[1, 1, 0]),
    sample("skpi_urban_cities_check", ("EOVERFLOW", "city", {"city": [1e308] * 6}), n=2,
           city=[700, 735, 772, 220, 0, 240], urban=[1000, 900, 0]),
    sample("skpi_urban_cities_project", ("EOVERFLOW", "city", {("population", 0): 1.7e308, ("growth", 0): .5},
                                         {"row": 0})),
    sample("skpi_urban_three_way", ("EINCONSISTENT", "in->part0", {"part0": .99}, {"column": -1}),
           ("EINCONSISTENT", "in->part1", {"part1": .99}, {"column": -1}),
           ("EDOM", "in->part1", {("part1", 0): 0.0, ("part1", 1): .65}),
           date0=[2000, 2005.5, 2000], part0=[.25, .2, .55, .1, .2, .7, .3, .3, .4], first_year=1999, n_years=5,
           date1=[2015, 2020, 2010], part1=[.4, .25, .35, .2, .3, .5, .3, .4, .3]),
    sample("skpi_urban_two_region", ("EDOM", "in->to_rural", {"to_rural": 1.5}),
           ("EDOM", "in->to_urban", {"to_urban": 1.5}),
           ("EZERODIV", "in->urban", {("in->urban", 2): 0.0, ("in->rural", 2): 0.0}),
           ("EOVERFLOW", "out->urban", {("in->urban", 1): 1.7e308, ("natural_urban", 1): .5}),
           natural_urban=[.018, -.004, .01], natural_rural=[.024, -.008, .02], to_rural=[.004, .006, .001],
           to_urban=[.022, .011, .015]),
    sample("skpi_urban_stages", ("EDOM", "ceiling", {"ceiling": 0.0}),
           ("EOVERFLOW", "out->start_date", {"speed": 5e-324}),
           ceiling=[.85, 1, .6], speed=[.045, .03, .08]),
    sample("skpi_urban_doubling_time", ("ENOTFOUND", "rate", {"rate": 0.0}),
           ("EOVERFLOW", "doubling", {"rate": 5e-324}),
           ("EOVERFLOW", "halving", {"rate": -5e-324})),
    sample("skpi_urban_ensemble_add", ("EOVERFLOW", "in->sigma", {"sigma": 1e308}), sigma=[.05, .01, 0],
           plan=handle("skpi_ensemble_plan_new", fresh=True)),
]

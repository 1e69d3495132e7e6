"""Samples of urban.h.  calls/__init__.py tells how to write one."""
from cases import NULL, sample
from structs import handle


def options(methods, **more):
    """Members that count in every method: a mean of them."""
    return {f"options->{name}": value for name, value in {
        "method": "MEAN", "norm": [.03, -.01, -.005, .02, -.003, .001], "urgd_min": -.05, "urgd_max": .1,
        "converge_to": .02,
        "mean_method": methods, **more}.items()}


ZERO = ("EINCONSISTENT", "options->converge_to", {"options->flags": 2})
MEMORYLESS = ["UN", "BOCQUIER", "CAUTIOUS", "DAMPED"]
ANY_METHOD = ["UN", "LINEAR", "LOGISTIC", "CONVERGING"]
YEARS = [1970, 1975, 1980, 1985, 1990]
RECORD = {"share->year": YEARS, "population->year": YEARS, "population": [5e6] * 10 + [1e6] * 10, "share": [
    .20, .22, .25, .29, .33, .41, .44, .46, .50, .53, .30, .31, .33, .34, .36, .70, .72, .73, .75, .76]}
LATE = [*YEARS[:4], 2030]
NO_METHODS = {"options->project->n_mean": 0, "options->project->mean_method": NULL,
              "options->project->mean_weight": NULL}

SAMPLES = [
    sample("skpi_urban_window_urgd", ("ENOTSORTED", "history->date", {("date", 4): 1980.0}),
           ("ENODATA", "history->share", {("history->share", k): 0.0 for k in (0, 1)}),
           {"history->share": [.2, .3, .45, 0, .5, .4, .7, .75, .8]}),
    sample("skpi_urban_last_observation", ("ENODATA", "options->known_to", {"known_to": 2015}),
           {"share->year": [2014, 2015, 2016, 2017]}),
    sample("skpi_urban_norm_urgd", ZERO, options(ANY_METHOD)),
    sample("skpi_urban_norm_fit", ("ENODATA", "n", {"n": 1, "size_class": NULL, "n_sizes": 1, "options": NULL}),
           size_class=["LARGE", "SMALL"] * 3),
    sample("skpi_urban_project", ZERO, options(MEMORYLESS)),
    sample("skpi_urban_project_history", ZERO, options(ANY_METHOD, ceiling=.9),
           date=[1990, 2000.5, 2010, 1985, 1990, 2011.25, 2000, 2005, 2019.9]),
    sample("skpi_urban_crossing", ZERO, options(MEMORYLESS), threshold=[.4, .598, .5]),
    sample("skpi_urban_error_quantile", ("ENOTFOUND", "prob", None)),
    sample("skpi_urban_error_quantile", variant="shipped", horizon=NULL, error=NULL, prob=[.1, .9]),
    sample("skpi_urban_error_table", RECORD, horizon=[5, 10], first_origin=1980),
    sample("skpi_urban_backtest", RECORD, {"unread": [("population->value", 19)]},
           ("WHORIZON", "", {"share->year": LATE, "population->year": LATE, "target": 2030}),
           ("WWEAKFIT", "", {("method", 1): "LOGISTIC", "options->project->ceiling": 0, ("share", 0): .33,
                             ("share", 1): .25}),
           ("ENODATA", "options->project->n_mean", NO_METHODS), ("ENODATA", "target", {"target": 1991}),
           {f"options->project->{name}": value for name, value in {
               "mean_method": ["UN", "DAMPED"], "mean_weight": [.5, 2], "converge_to": .02, "ceiling": .9}.items()},
           origin=1985, target=1990, method=["UN", "DAMPED", "MEAN", "CONVERGING"]),
    sample("skpi_urban_aggregate", group=[1, 1, 0]),
    sample("skpi_urban_three_way", ("EDOM", "in->part1", {("part1", 0): 0.0, ("part1", 1): .65}),
           part0=[.25, .2, .55, .1, .2, .7, .3, .3, .4], part1=[.4, .25, .35, .2, .3, .5, .3, .4, .3]),
    sample("skpi_urban_two_region", ("EZERODIV", "in->urban", {("in->urban", 2): 0.0, ("in->rural", 2): 0.0}),
           natural_urban=[.018, -.004, .01], natural_rural=[.024, -.008, .02], to_rural=[.004, .006, .001],
           to_urban=[.022, .011, .015]),
    sample("skpi_urban_ensemble_add", plan=handle("skpi_ensemble_plan_new", fresh=True)),
]

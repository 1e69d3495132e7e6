"""Samples of urban.h.  calls/__init__.py tells how to write one."""
from cases import NAN, NULL, sample
from structs import handle


def options(methods, at="options"):
    """Options in which every member has an effect: a mean of methods."""
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
LIMITED = ("WADJUSTED", "", {("in->urgd", 1): -.06, "options->urgd_min": -.05})
STEEP_NORM = {"options->norm": [-5e307, 1e308, 0] * 2}  # the norm is 0 at a share of one half
HISTORY = {"first": [0, 3, 6, 9], "date": [1990, 2000.5, 2010, 1985, 1990, 2011.25, 2000, 2005, 2019.9],
           "history->share": [.2, .3, .45, 0, .5, .4, .7, .75, .8]}
YEARS = [1970, 1975, 1980, 1985, 1990]
RECORD = {"share->year": YEARS, "population->year": YEARS, "population": [5e6] * 10 + [1e6] * 10, "share": [
    .20, .22, .25, .29, .33, .41, .44, .46, .50, .53, .30, .31, .33, .34, .36, .70, .72, .73, .75, .76]}
THOUSANDS = ("WUNUSUAL", "", {"population": [5e3] * 10 + [1e3] * 10, "population->basis->scale": 0})
LONG = YEARS[:4] + [2030]
GAP = ("WMISSING", "", {("share", 15): NAN})

DECADES = {"first": [0, 6, 12, 18], "date": [1970.0, 1980, 1990.5, 2000, 2010, 2020] * 3, "history->share": [
    .2, .25, .32, .4, .45, .5, .5, .56, .6, .66, .7, .73, .72, .75, .77, .78, .8, .82]}
FIVE = {"history->n": 5, "first": [0, 6, 12, 18, 24, 30], "date": [1970.0, 1980, 1990.5, 2000, 2010, 2020] * 5,
        "history->share": DECADES["history->share"] + [.6, .61, .65, .67, .66, .7, .1, .12, .13, .16, .2, .21]}

# seven years up to the one before the plan's first
LATEST = {"share->n": 3, "share->year": list(range(2019, 2026)),
          "share": [.41, .42, .43, .45, .46, .47, .48, .60, .61, .62, .62, .63, .64, .65, .20, .21, .23, .24, .25, .26,
                    .28]}

SAMPLES = [
    sample("skpi_urban_size_class", population=[1e6, 2e6, 2e5]),
    sample("skpi_urban_window_urgd", HISTORY,
           ("ENODATA", "history->share", {("history->share", 0): 0.0, ("history->share", 1): 0.0}), window=[5, 10]),
    sample("skpi_urban_last_observation", ("ENODATA", "options->known_to", {"known_to": 2015}),
           {"share->year": [2014, 2015, 2016, 2017]}, share=[.5, .6, .7, .8, .3, .2, .3, .2], rounding=5e-6,
           known_to=2017),
    sample("skpi_urban_observation", {"share->year": [2014, 2015, 2016, 2017]}, rounding=5e-6,
           share=[.5, .51, .53, .54, .3, .2, .3, .2, 0, .4, .5, 1], known_to=[2016.5, 2017, 2018]),
    sample("skpi_urban_harmonise", {"path->year": [2015, 2020, 2025, 2030]}, date=[2022.5, 2030],
           path=[.5, .55, .6, .65, 1, .97, .95, .94], observed=[.56, .95], fade=20.0),
    sample("skpi_urban_population_quantile", {"in->share_prob": [.1, .5, .9], "in->n": 2, "in->sd": [.1, .2, 0, .05],
           "in->total": [5.0, 6, 0, 7], "in->share": [.2, .3, .4, .3, .4, .5, .1, .2, .2, .6, .7, .8]}, prob=[.1, .5]),
    sample("skpi_urban_norm_urgd", *OPTIONS, ANY_METHOD, share=[0, .3, .9, 1], size_class=["LARGE", "SMALL"] * 2),
    sample("skpi_urban_norm_fit", ("ENODATA", "n", {"n": 1, "size_class": NULL, "n_sizes": 0, "options": NULL}),
           ("EOVERFLOW", "norm", {"urgd": [1.7e308] * 6, "share": [0.0] * 6, "n_terms": 1, "options": NULL,
                                  "size_class": NULL, "n_sizes": 1}),
           share=[.2, .5, .8, .3, .4, .85], urgd=[.03, .02, .01, 0, -.01, .02], n_sizes=2, n_terms=2,
           size_class=["LARGE", "SMALL"] * 3, scenario="SLOW"),
    sample("skpi_urban_project", *OPTIONS, REMEMBER, LIMITED, MEMORYLESS,
           ("EOVERFLOW", "out->urgd", {**STEEP_NORM, "in->share": [.5] * 4}), last_year=[2000, 2018, 2010, 2019],
           first_year=2020, size_class=["LARGE", "SMALL"] * 2,
           **{"in->share": [.2, .3, .6, .5], "in->urgd": [.01, -.02, 0, .03]}),
    sample("skpi_urban_project_history", *OPTIONS, HISTORY, ANY_METHOD,
           *[("ENOTSORTED", "history->date", {("date", k): date}) for k, date in ((4, 1980.0), (5, 2020.0))],
           first_year=2020, size_class=["LARGE", "SMALL", "LARGE"]),
    sample("skpi_urban_crossing", *OPTIONS, REMEMBER, LIMITED, MEMORYLESS,
           ("EOVERFLOW", "date", {**STEEP_NORM, "in->share": [.5] * 3}), last_date=[2000, 2018.5, 2010],
           size_class=["LARGE", "SMALL", "LARGE"], threshold=[.4, .598, .5],
           **{"in->share": [.3, .6, .5], "in->urgd": [.01, -.02, .03]}),
    sample("skpi_urban_error_quantile", ("ENOTFOUND", "prob", None),
           ("EINCONSISTENT", "options->source", {"source": "RECORD"}), last_year=[2000, 2018, 2020], first_year=2020,
           horizon=[0, 10], error=[-.1, .1, -.2, .3], prob=[.1, .9], source=0),
    sample("skpi_urban_error_quantile", variant="shipped", horizon=NULL, error=NULL, prob=[.1, .9], source="RECORD"),
    sample("skpi_urban_converging_interval", last_date=[2000.5, 2018, 2020], first_year=2020, coverage=.9, method="CAUTIOUS",
           urgd=[.01, -.02, .03], **{"options->width": 0.0}),
    sample("skpi_urban_converging_fit", FIVE, ("ENODATA", "history", {"options->known_to": 1985.0}),
           ("ENODATA", "group", {"group": [0, 1, 1, 0, 1]}), n_groups=6, group=[0, 1, 3, 4, 5], coverage=[.5, .9],
           origin=[1985, 1990, 1995, 2000, 2005], lead=[2, 4, 6, 8.5], by=[.8, .9, 1], part=[0, .5, 1],
           **{"options->known_to": 2020.0}),
    sample("skpi_urban_revision_error", FIVE, {"truth->year": [2021, 2023, 2025, 2027]}, ("ENODATA", "bin", {
        "bin": [0.0, .5, 8]}), ("EZERODIV", "coverage", None), pair=[0, 2, 0, 2, 2], bin=[0, 4, 8], coverage=[.5, .9],
           truth=[.51, .53, .55, .56, .74, 1, .76, .78, NAN, .83, .83, .84, .71, .73, .73, .74, .21, .24, .26, .27]),
    sample("skpi_urban_error_table", RECORD, GAP, THOUSANDS, horizon=[5, 10], prob=[.1, .5, .9], first_origin=1980),
    sample("skpi_urban_backtest", RECORD, GAP, THOUSANDS,
           ("ENODATA", "target", {"target": 1991}),
           ("ENODATA", "origin", {"origin": 1970, ("method", 0): "PERSISTENCE", ("method", 1): "DAMPED",
                                  ("method", 2): "PERSISTENCE"}),
           ("WWEAKFIT", "", {("method", 1): "LOGISTIC", "options->project->ceiling": 0, ("share", 0): .33,
                             ("share", 1): .25}),
           ("WHORIZON", "", {"share->year": LONG, "population->year": LONG, "target": 2030}),
           ("EOVERFLOW", "out->forecast", {"options->project->urgd_max": 1.7e308, "options->project->urgd_min": 1.6e308}),
           ("ENODATA", "options->project->n_mean", {
               f"options->project->{name}": nothing for name, nothing in (
                   ("n_mean", 0), ("mean_method", NULL), ("mean_weight", NULL))}),
           {k: v for k, v in options(["UN", "DAMPED"], "options->project").items()
            if k.rpartition(">")[2] not in ("method", "n_sizes", "n_terms", "norm")},
           {"options->truth->n": 4, "options->truth->year": [1990, 2030], "options->truth->value": [.5, NAN, .4, NAN, .4, NAN, .7, NAN],
            "unread": [("population->value", 19), ("share->value", 19)] + [("options->truth->value", k) for k in (1, 3, 5, 7)]},
           origin=1985, target=1990, method=["UN", "DAMPED", "MEAN", "CONVERGING"], coverage=.9),
    sample("skpi_urban_walk_quantile", sigma=[.05, .01, 0]),
    sample("skpi_urban_aggregate", share=[.2, .3, .6, .7, .5, 1], m=2, n_groups=2, group=[1, 1, 0]),
    sample("skpi_urban_cities_check", n=2, city=[700, 735, 772, 220, 0, 240], urban=[1000, 900, 0]),
    sample("skpi_urban_three_way", ("EDOM", "in->part1", {("part1", 0): 0.0, ("part1", 1): .65}),
           date0=[2000, 2005.5, 2000], part0=[.25, .2, .55, .1, .2, .7, .3, .3, .4], first_year=1999, n_years=5,
           date1=[2015, 2020, 2010], part1=[.4, .25, .35, .2, .3, .5, .3, .4, .3]),
    sample("skpi_urban_two_region", ("EZERODIV", "in->urban", {("in->urban", 2): 0.0, ("in->rural", 2): 0.0}),
           to_rural=[.004, .006, .001], to_urban=[.022, .011, .015]),
    sample("skpi_urban_stages", speed=[.045, .03, .08]),
    sample("skpi_urban_ensemble_add", ("EINVAL", "in->growth", {"in->growth": [.01, .02, .01]}),
           ("EINVAL", "in->drift_sigma", {"in->drift_sigma": [.01, .02, .01]}),
           sigma=[.05, .01, 0], growth=NULL, drift_sigma=NULL, plan=handle("skpi_ensemble_plan_new", fresh=True)),
    sample("skpi_urban_ensemble_add", ("EINVAL", "in->growth", None), ("EINVAL", "in->drift_sigma", None),
           size_class=NULL, speed=NULL, sigma=[.05, .01, 0], drift_sigma=[.02, 0, .01],
           plan=handle("skpi_ensemble_plan_new", fresh=True), variant="fading"),
    sample("skpi_urban_ensemble_add_history", LATEST, plan=handle("skpi_ensemble_plan_new", fresh=True)),
]

"""Samples of index.h.  calls/__init__.py tells how to write one."""
from calls.ensemble import STOP
from cases import NAN, NULL, sample

NODES = {"in->code": ["a", "b", "c", "d", "left", "right", "all"],
         "in->parent": ["left", "left", "right", "right", "all", "all", ""],
         "in->weight": [1, 2, 1, 1, 3, 1, 1], "in->direction": [1, -1, 1, 1, 1, -1, 1],
         "in->normalise": ["MINMAX", "GOALPOSTS", "TARGET", 0, 0, 0, 0],
         "in->aggregate": [0, 0, 0, 0, "ARITHMETIC", 0, "SUM"],
         "in->post_low": [NAN, 2, NAN, NAN, NAN, NAN, NAN], "in->post_high": [NAN, 20, NAN, NAN, NAN, NAN, NAN],
         "in->target": [NAN, NAN, 15, NAN, NAN, NAN, NAN], "in->min_present": [NAN, NAN, NAN, NAN, .5, NAN, NAN]}
DATA = {"data->n_units": 3, "data->n_indicators": 4, "data->value": [3.0, 12, 5, 7, 1, 14, 9, 6, 8, 11, 4, 10],
        "data->group": [1, 1, 2], "data->period": [1, 1, 2]}


def compared(of_others):
    """Comparisons of five criteria: {(i, j): how many times as important i is}; the others are equal."""
    a = [[1.0] * 5 for _ in range(5)]
    for (i, j), value in of_others.items():
        a[i][j], a[j][i] = value, 1 / value
    return [value for row in a for value in row]


JUDGED = compared({(0, 1): 2, (1, 2): 3, (0, 4): .5})
CYCLES = compared({(i, (i + step) % 5): 1.7e308 for i in range(5) for step in (1, 2)})  # each above the next two
FAR = compared({(1, 0): 1e300, (2, 0): 1e200, (3, 0): 1e200, (3, 1): 1e300, (3, 2): 1e-100})

SAMPLES = [
    sample("skpi_index_tree_new", NODES,
           ("EINVAL", "in->normalise", {("in->normalise", 4): 10107}),
           ("EINVAL", "in->normalise", {("in->normalise", 1): 10109}),
           ("EINVAL", "in->aggregate", {("in->aggregate", 1): 10205}),
           ("EINVAL", "in->direction", {("in->direction", 6): -1}),
           ("EINVAL", "in->direction", {("in->direction", 4): -1, ("in->aggregate", 6): 10202}),
           ("ENOTFOUND", "in->code", {("in->code", 2): ""}),
           ("ENOTFOUND", "in->parent", {("in->parent", 3): "rigth"}),
           ("ENODATA", "in->post_low", {("in->post_low", 1): NAN}),
           ("ENODATA", "in->post_high", {("in->post_high", 1): NAN}),
           ("ENODATA", "in->target", {("in->target", 2): NAN}),
           ("EINCONSISTENT", "in->parent", {("in->parent", 6): "left"}),
           ("EINCONSISTENT", "in->parent", {("in->parent", 3): ""}),
           ("EINCONSISTENT", "in->parent", {("in->parent", 4): "left"}),
           ("EINCONSISTENT", "in->weight", {("in->weight", 2): 0, ("in->weight", 3): 0}),
           ("ERANGE", "in->weight", {("in->weight", 0): 1e101}), ("ERANGE", "in->weight", {("in->weight", 0): 1e-101})),
    sample("skpi_index_tree_compute",
           ("EDOM", "data->value", {("data->value", 0): 5, ("data->value", 4): 5, ("data->value", 8): 5,
                                    "data->denominator": NULL}),
           ("EINVAL", "options->aggregate", None), ("EINVAL", "data->group", {"impute": 10303, "data->group": NULL}),
           ("EINVAL", "options->normalise", None), DATA, constant=0, score_low=1.0, score_high=100.0, impute=10305),
    sample("skpi_index_tree_uncertainty",
           ("EINVAL", "alternatives->factor", {("alternatives->factor", 2): 10605, "alternatives->error": NULL}),
           ("EINVAL", "alternatives->weight_noise", {"alternatives->weight_noise": [0.0] * 7}),
           ("EINVAL", "alternatives->weight_noise", None), ("EINVAL", "alternatives->error", None),
           ("EINVAL", "options->normalise", None),
           ("EINVAL", "options->aggregate", None),
           ("EINVAL", "alternatives->normalisation", None), ("EINVAL", "alternatives->aggregation", None),
           ("EINVAL", "data->group", {"impute": 10303, "data->group": NULL}),
           ("EINVAL", "draw->n_runs", {"draw->n_runs": 5}), ("EINVAL", "draw->choice", None),
           ("EDUPLICATE", "alternatives->factor", {("alternatives->factor", 2): 10601}),
           ("ERANGE", "draw->choice", {("draw->choice", 1): 2}),
           ("ERANGE", "draw->top", {"draw->top": 4}), ("ERANGE", "alternatives->factor", None),
           ("ERANGE", "data->value", None),
           ("EDOM", "data->value", {("data->value", 0): 5, ("data->value", 4): 5, ("data->value", 8): 5,
                                    "data->denominator": NULL}), ("EDOM", "out->score", None),
           ("EZERODIV", "data->value", None),
           ("EINCONSISTENT", "alternatives->range_low", {("alternatives->range_low", 0): 100}),
           ("EINCONSISTENT", "alternatives->weight_set", {("alternatives->weight_set", 0): 0.0,
                                                          ("alternatives->weight_set", 1): 0.0}),
           ("ERANGE", "alternatives->weight_set", {("alternatives->weight_set", 0): 1e101}),
           ("EOVERFLOW", "alternatives->error", None), ("EOVERFLOW", "out->score", None),
           ("ECANCELED", "draw->progress", {"progress": STOP}),
           {**DATA, "alternatives->factor": ["TREATMENT", "AGGREGATION", "WEIGHTS"], "alternatives->treatment": [0, 3],
            "alternatives->normalisation": ["MINMAX", "ZSCORE"], "alternatives->range_low": [1, 10],
            "alternatives->range_high": [100, 2], "alternatives->weight_set": [1.0] * 14,
            "alternatives->weight_noise": NULL, "alternatives->aggregation": ["ARITHMETIC", "GEOMETRIC"],
            "alternatives->error": [.5] * 12, "options->power": 2.0, "draw->n_draws": 4, "draw->n_runs": 4,
            "draw->choice": [0, 0, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1], "draw->mode": "SAMPLED", "draw->top": 2,
            "draw->prob": [.1, .9], "draw->n_resamples": 3, "treat": "WINSORISE_LOG"}, constant=0, score_low=1.0, score_high=100.0),
    *(sample("skpi_index_tree_compute", {"impute": way}, DATA, variant=way, constant=0, score_low=1.0, score_high=100.0)
      for way in ("MEAN", "PARENT_MEAN")),
    sample("skpi_index_tree_uncertainty",
           {**DATA, "alternatives->factor": ["WEIGHTS", "AGGREGATION", "TREATMENT"], "alternatives->treatment": [0, 3],
            "alternatives->normalisation": ["MINMAX", "MINMAX"], "alternatives->range_low": [1, 10],
            "alternatives->range_high": [100, 200], "alternatives->weight_set": [1.0] * 14,
            "alternatives->weight_noise": NULL, "alternatives->aggregation": ["ARITHMETIC", "GEOMETRIC"],
            "alternatives->error": [.5] * 12, "options->power": 2.0, "draw->n_draws": 4, "draw->n_runs": 20,
            "draw->choice": NULL, "draw->mode": "SALTELLI", "draw->top": 2,
            "draw->prob": [.1, .9], "draw->n_resamples": 3, "treat": "WINSORISE_LOG", "impute": "MEAN"},
           variant="SALTELLI", constant=0, score_low=1.0, score_high=100.0),
    sample("skpi_index_structure", n=4, m=2, value=[3.0, 12, 5, 1, 14, 9, 8, 11]),
    sample("skpi_index_pairwise", ("EOVERFLOW", "out->eigenvalue", {"comparison": CYCLES}),
           ("ENOTCONVERGED", "comparison", {"comparison": FAR}), n=1, m=5, comparison=JUDGED),
    sample("skpi_index_benefit", {"compared": True}, share_low=[.1, .05], share_high=[.9, .95]),
]

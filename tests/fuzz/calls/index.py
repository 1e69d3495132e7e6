"""Samples of index.h.  calls/__init__.py tells how to write one."""
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
           ("EOVERFLOW", "in->weight", {("in->weight", 0): 1.7e308, ("in->weight", 1): 1.7e308})),
    sample("skpi_index_tree_compute",
           ("EDOM", "data->value", {("data->value", 0): 5, ("data->value", 4): 5, ("data->value", 8): 5,
                                    "data->denominator": NULL}),
           ("EINVAL", "options->aggregate", None), ("EINVAL", "data->group", {"impute": 10303, "data->group": NULL}),
           ("EINVAL", "options->normalise", None), DATA, constant=0, score_low=1.0, score_high=100.0),
]

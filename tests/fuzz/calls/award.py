"""Samples of award.h.  calls/__init__.py tells how to write one."""
from cases import NAN, NULL, sample

JURY = {"scores->n_scores": 7, "scores->n_entries": 4, "scores->n_judges": 3, "scores->n_tracks": 2,
        "scores->entry": [0, 0, 1, 1, 2, 2, 3], "scores->judge": [0, 1, 0, 1, 1, 2, 2],
        "scores->score": [71.0, 70, 80, 84, 60, 55, 62], "scores->weight": [1.0, 2, 1, .5, 1, 1, 1],
        "scores->track": [0, 1, 0, 1]}
TABLE = {**JURY, "scores->n_scores": 12, "scores->entry": [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3],
         "scores->judge": [0, 1, 2] * 4, "scores->score": [71.0, 70, 66, 80, 84, 77, 60, 58, 55, 66, 62, 60],
         "scores->weight": [1.0] * 12}
LINE = {"line->n_winners": 2, "line->n_tracks": 2, "line->least": [0, 1], "line->most": [2, 2], "line->tie": "LOT"}
SCORES = (("EINVAL", "scores->track", {"scores->track": NULL}),
          ("EINVAL", "scores->track", {"scores->n_tracks": 0}),
          ("ERANGE", "scores->entry", {("scores->entry", 3): 4}),
          ("ERANGE", "scores->judge", {("scores->judge", 3): 3}),
          ("ERANGE", "scores->track", {("scores->track", 3): 2}),
          ("EDUPLICATE", "scores->entry", {("scores->entry", 1): 0, ("scores->judge", 1): 0}),
          ("EOVERFLOW", "scores->weight", {("scores->weight", 0): 1.7e308, ("scores->weight", 1): 1.7e308}))
UNSCORED = ("WMISSING", "", {"scores->entry": [0, 0, 0, 1, 1, 2, 2], "scores->judge": [0, 1, 2, 0, 1, 0, 1]})
MODEL = (("ESINGULAR", "scores->judge", {"scores->judge": [0, 1, 0, 1, 0, 1, 2]}),
         ("ENODATA", "scores->n_scores", None), ("ENODATA", "scores->entry", None), ("ENODATA", "scores->judge", None),
         ("WNOTCONVERGED", "", None))
FAR = {("scores->score", 0): 1.7e308, ("scores->score", 1): -1.7e308}
LINES = (("ERANGE", "line->n_winners", {"line->n_winners": 5}), ("EINCONSISTENT", "line->least", {"line->least": [2, 1]}),
         ("EINCONSISTENT", "line->least", {"line->least": [1, 1], "line->most": [0, 2]}))
ORDERED = ("WNOTCONVERGED", "", None)

SAMPLES = [
    sample("skpi_award_summary", JURY, *SCORES, UNSCORED,
           ("EOVERFLOW", "scores->score", {("scores->score", 0): 1.7e308, ("scores->score", 2): 1.6e308})),
    sample("skpi_award_adjust", JURY, *SCORES, UNSCORED, *MODEL, ("EOVERFLOW", "scores->score", FAR),
           ("EINVAL", "options->model", {"options->model": "LEAST_SQUARES", "options->flags": 1,
                                         "entry_variance": 0.0, "judge_variance": 0.0, "residual_variance": 0.0})),
    sample("skpi_award_select", {"n_entries": 4, "score": [3.0, 2, 2, 1], "second": [1.0, 2, 3, 4],
                                 "track": [0, 0, 1, 1]}, LINE, *LINES,
           ("EINVAL", "line->tie", {"line->tie": 0}),
           ("EINVAL", "second", {"second": NULL, "line->tie": "SECOND"}), ("EINVAL", "track", {"track": NULL}),
           ("ERANGE", "track", {("track", 3): 2}), ("WMISSING", "", {("score", 1): NAN})),
    sample("skpi_award_chance", JURY, LINE, *SCORES, UNSCORED, *MODEL, *LINES,
           ("EOVERFLOW", "scores->score", {"scores->score": [0.0, 1e-160, 0, 0, 0, 0, 0], "model->entry_variance": 4.0}),
           ("EINVAL", "model->model", {"model->model": "LEAST_SQUARES", "model->flags": 1, "model->entry_variance": 0.0,
                                       "model->judge_variance": 0.0, "model->residual_variance": 0.0}),
           ("EINCONSISTENT", "line->n_tracks", {"line->n_tracks": 1}), ("ETHREAD", "options->threads", None),
           threads=2),
    sample("skpi_award_agreement", TABLE, *SCORES,
           ("ENODATA", "scores->score", {"scores->n_scores": 11}), ("ENODATA", "scores->n_entries", None),
           ("ENODATA", "scores->n_judges", None), ("EDOM", "scores->score", {"scores->score": [3.0] * 12}),
           ("EOVERFLOW", "scores->score", {("scores->score", 0): 1e300}),
           ("WWEAKFIT", "", {"scores->score": [1.0, 2, 3, 3, 1, 2, 2, 3, 1, 2, 2, 2]})),
    sample("skpi_award_order", JURY, *SCORES, UNSCORED, ORDERED),
]

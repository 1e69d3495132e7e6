#!/usr/bin/env python3
"""Conformance of award; known answers in $SMARTKPI_CASES/index/panel and index/reports.

The mixed model: own scoring to 1e-14, lme4 1.1-31 gives the same to 3e-8; probabilities: 4,000,000 draws.
Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
import json

from cases import close, finish, path, say, status, table
import smartkpi
from smartkpi import award


def jury(name, entries, judges, **more):
    rows = table("index", "panel", name)
    return award.Scores(entries, judges, [int(r["entry"]) - 1 for r in rows], [int(r["judge"]) - 1 for r in rows],
                        [float(r["score"]) for r in rows], **more)


def column(rows, name):
    return [float(row[name]) for row in rows]


INCOMPLETE = jury("panel_incomplete.csv", 20, 14)
COMPLETE = jury("panel_complete.csv", 20, 14)


def summaries():
    rows, found = table("index", "panel", "panel_results.csv"), status(lambda: award.summary(INCOMPLETE, .2))[0]
    for name, got in (("n", found.entry_count), ("raw_mean", found.mean), ("trim20", found.trimmed),
                      ("drop_hi_lo", found.middle), ("median", found.median), ("z_judge_mean", found.standardised)):
        close(f"summary, {name}", zip(got, column(rows, name)), 1e-12, 100 if name != "z_judge_mean" else 1)


def least_squares():
    found = status(lambda: award.adjust(INCOMPLETE, model="least_squares"))[0]
    rows, judges = table("index", "panel", "panel_results.csv"), table("index", "panel", "panel_judges.csv")
    close("least squares, entries", zip(found.adjusted, column(rows, "adjusted_twoway")), 1e-12)
    close("least squares, judges", zip(found.leniency, column(judges, "leniency_effect")), 1e-11)
    close("least squares, residual", [(found.residual_variance ** .5, 3.96768644067), (found.freedom, 99)], 1e-11)


def mixed():
    found = status(lambda: award.adjust(INCOMPLETE))[0]
    rows = table("index", "reports", "panel_mixed_entries.csv")
    judges = table("index", "reports", "panel_mixed_judges.csv")
    close("mixed, variances", [(found.entry_variance, 106.10997673572282), (found.judge_variance, 26.709945143994901),
                               (found.residual_variance, 15.752351516842696), (found.mean, 68.081877745660279)], 1e-11)
    close("mixed, entries", zip(found.adjusted, column(rows, "adjusted")), 1e-11)
    close("mixed, errors of entries", zip(found.error, column(rows, "error")), 1e-11)
    close("mixed, judges", zip(found.leniency, column(judges, "leniency")), 1e-10)
    close("mixed, errors of judges", zip(found.leniency_error, column(judges, "error")), 1e-11)
    tracks = table("index", "reports", "panel_mixed_tracks.csv")
    scores = INCOMPLETE.replace(n_tracks=3, track=[int(r["track"]) - 1 for r in tracks])
    found = status(lambda: award.adjust(scores))[0]
    close("tracks, variances", [(found.entry_variance, 67.300757008902991), (found.judge_variance, 26.739336909702722),
                                (found.residual_variance, 15.754885197955847)], 1e-11)
    close("tracks, means", zip(found.track_mean, [75.681817776379546, 68.018657791345191, 59.244580310313651]), 1e-11)
    close("tracks, entries", zip(found.adjusted, column(tracks, "adjusted")), 1e-11)


def chances():
    rows = table("index", "reports", "panel_mixed_entries.csv")
    found = status(lambda: award.chance(INCOMPLETE, award.Line(5), n_draws=100000, seed=1))[0]
    close("chances of the best five", zip(found.probability, column(rows, "p_top")), .01, 1)
    close("expected ranks", zip(found.expected_rank, column(rows, "expected_rank")), 1e-10)


def grants():
    rows = table("index", "reports", "panel_grants15x5.csv")
    scores = award.Scores(15, 5, [i for i in range(15) for _ in range(5)], list(range(5)) * 15,
                          [float(row[f"a{j}"]) for row in rows for j in range(1, 6)])
    for name, held in (("", {}), ("_held", {"judge_variance": .25})):
        found = status(lambda: award.adjust(scores, **held))[0]
        line = award.Line(5)
        ranks = status(lambda: award.chance(scores, line, n_draws=512, **held))[0].expected_rank
        close(f"grants{name}, adjusted", zip(found.adjusted, column(rows, f"adjusted{name}")), 1e-11)
        close(f"grants{name}, expected ranks", zip(ranks, column(rows, f"expected_rank{name}")), 1e-10)
        if held:  # the peer's own Monte Carlo error is .08
            close("grants, printed ranks", zip(ranks, column(rows, "expected_rank_printed")), .2, 1)


def agreement():
    rows = {row["stat"]: float(row["value"]) for row in table("index", "panel", "panel_agreement.csv")}
    found = status(lambda: award.agreement(COMPLETE))[0]
    for name, got in (("W_ties", found.w), ("W_noties", found.w_uncorrected), ("chi2", found.chi_square),
                      ("friedman_chi2", found.chi_square), ("MS_entry", found.entry_square), ("MS_judge", found.judge_square),
                      ("MS_resid", found.residual_square), ("ICC2_1", found.icc_two_way), ("ICC2_k", found.icc_two_way_mean),
                      ("ICC3_1", found.icc_fixed)):
        close(f"agreement, {name}", [(got, rows[name])], 1e-12)
    close("agreement, friedman_p", [(found.p, rows["friedman_p"])], 1e-10)


def orders():
    rows, expected = table("index", "panel", "ranks5x6.csv"), table("index", "panel", "ranks5x6_results.csv")
    scores = award.Scores(6, 5, list(range(6)) * 5, [j for j in range(5) for _ in range(6)],
                          [-float(row[f"E{i}"]) for row in rows for i in range(1, 7)])
    for rule in ("borda", "copeland"):
        close(rule, zip(status(lambda: award.order(scores, rule))[0].points, column(expected, rule)), 0)
    found = status(lambda: award.order(scores, "kemeny"))[0]
    close("kemeny", [*zip(found.place, column(expected, "kemeny_pos")), (found.cost, 13)], 0)


def complete(rows):
    """A table of entries x judges."""
    n, k = len(rows), len(rows[0])
    return award.Scores(n, k, [i for i in range(n) for _ in range(k)], list(range(k)) * n,
                        [float(x) for row in rows for x in row])


def refused(name, scores, expected, row=None):
    try:
        award.agreement(scores)
        say(False, name, "accepted")
    except smartkpi.Error as e:
        say(e.name == expected and (row is None or e.row == row), name, f"{e.name}: {e}")


def ranks(points):
    return [1 + sum(other > own for other in points) for own in points]


def places():
    """Ranks of raw means and of adjusted scores, from the scores that the file prints."""
    rows = table("index", "panel", "panel_results.csv")
    for name, points in (("rank_raw", "raw_mean"), ("rank_adj", "adjusted_twoway")):
        close(f"places, {name}", zip(ranks(column(rows, points)), column(rows, name)), 0)


def reports():
    with open(path("index", "reports", "index_reports.json"), encoding="utf-8") as f:
        case = {one["name"]: (one["input"], one["expect"]) for one in json.load(f)["cases"]}
    given, right = case["kendall_w_ties"]
    seconds = given["rounding_first_base_seconds"]
    runners = [seconds[3 * i:3 * i + 3] for i in range(22)]
    for name, rows in (("runners_judge_methods", list(zip(*runners))), ("methods_judge_runners", runners)):
        found = status(lambda: award.agreement(complete(rows)))[0]
        got = {"w": found.w, "w_uncorrected": found.w_uncorrected, "chi2": found.chi_square, "p": found.p}
        close(f"Kendall's W, {name}", [(got[k], x) for k, x in right[name].items()], 1e-12)
    refused("Kendall's W, all equal", complete([[3.0] * 4] * 3), "SKPI_EDOM")
    refused("Kendall's W, a gap", award.Scores(2, 2, [0, 0, 1], [0, 1, 1], [1.0, 2, 3]), "SKPI_ENODATA", 1)
    given, right = case["icc_shrout_fleiss"]
    found = status(lambda: award.agreement(complete(given["scores"])))[0]
    close("intraclass correlations", zip((found.icc_one_way, found.icc_two_way, found.icc_fixed, found.icc_one_way_mean,
                                          found.icc_two_way_mean, found.icc_fixed_mean),
                                         (right[k] for k in ("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"))), 1e-12)
    given, right = case["strong_entries_at_one_judge"]
    entry, judge, score = zip(*given["rows"])
    scores = award.Scores(5, 3, [i - 1 for i in entry], [j - 1 for j in judge], [float(x) for x in score])
    found = status(lambda: award.adjust(scores, model="least_squares"))[0]
    plain = status(lambda: award.summary(scores, 0))[0]
    for name, got in (("adjusted", found.adjusted), ("leniency", found.leniency), ("mean", plain.mean),
                      ("standardised", plain.standardised)):
        close(f"strong entries at one judge, {name}", zip(got, right[name]), 1e-12, 1)
    _, right = case["borda_ties"]
    for name, points in (("five", [5, 4, 4, 2, 1]), ("seven", [7, 4, 4, 4, 4, 4, 1])):
        got = status(lambda: award.order(complete([[x] for x in points]), "borda"))[0].points
        close(f"Borda, {name}", [*zip(got, right[name]), (sum(got), right[f"sum_{name}"])], 0)
    given, right = case["kemeny_cycle"]
    scores = complete([[-x for x in row] for row in zip(*given["ranks"])])
    found = status(lambda: award.order(scores, "kemeny"))[0]
    close("a cycle, Kemeny", [*zip(found.place, right["place"]), (found.cost, right["cost"])], 0)
    close("a cycle, Copeland", zip(status(lambda: award.order(scores, "copeland"))[0].points, right["copeland"]), 0)
    given, right = case["line_with_ties_and_quotas"]
    score, track, line = [float(x) for x in given["score"]], given["track"], award.Line(given["winners"], tie="in")
    quota = right["quota"]
    second = [float(x) for x in right["second"]["second"]]
    for name, expected, more, of in (
            ("in", right["in_"], {}, line), ("out", right["out"], {}, line.replace(tie="out")),
            ("second", right["second"]["selected"], {"second": second}, line.replace(tie="second")),
            ("quota", quota["selected"], {"track": track}, line.replace(least=quota["least"], most=quota["most"]))):
        found = status(lambda: award.select(score, of, **more))[0]
        close(f"the line, {name}", zip(found.selected, expected), 0)
        if name != "quota":
            close(f"the line, tied under {name}", zip(found.tied, right["tied"]), 0)


summaries()
least_squares()
mixed()
chances()
grants()
agreement()
orders()
places()
reports()
finish("award")

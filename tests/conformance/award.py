#!/usr/bin/env python3
"""Conformance of award; known answers in $SMARTKPI_CASES/index/panel and index/reports.

The mixed model: own scoring to 1e-14, lme4 1.1-31 gives the same to 3e-8; probabilities: 4,000,000 draws.
Prints one line a check, "ok name: figures" or "FAIL name: figures"; exit 1 if one failed, 77 without the cases.
"""
from cases import close, finish, status, table
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


summaries()
least_squares()
mixed()
chances()
grants()
agreement()
orders()
finish("award")

#!/usr/bin/env python3
"""Awards: the mixed model, least squares, chances and Kemeny's order, against limits.

What the peers took where they were run: lme4 1.1-31 58 ms and R's lm 0.92 s for 600 entries x 40 judges, 6,000 scores;
JAGS as the R package ERforResearch runs it 12 s for 188 x 40, five scores.
"""
import array
import random

from pairs import limit

from smartkpi import award


def jury(entries, judges, each, seed):
    rng = random.Random(seed)
    quality, leniency = [rng.gauss(60, 8) for _ in range(entries)], [rng.gauss(0, 5) for _ in range(judges)]
    rows = [(i, j, float(round(quality[i] + leniency[j] + rng.gauss(0, 6))))
            for i in range(entries) for j in rng.sample(range(judges), each)]
    entry, judge, score = zip(*rows)
    return award.Scores(entries, judges, array.array("i", entry), array.array("i", judge), array.array("d", score))


LARGE, SMALL, FEW = jury(600, 40, 10, 1), jury(188, 40, 5, 2), jury(16, 9, 9, 3)
limit("mixed model, 600 x 40, 6,000 scores, ms, limit", lambda: award.adjust(LARGE), 1, 6, 1e3)
limit("least squares, the same, ms, limit", lambda: award.adjust(LARGE, model="least_squares"), 1, 3, 1e3)
limit("chance, 10,000 draws, the same, ms, limit", lambda: award.chance(LARGE, award.Line(23)), 1, 130, 1e3)
limit("188 x 40, five scores: fit and 10,000 draws, ms, limit", lambda: award.chance(SMALL, award.Line(52)), 1, 40, 1e3)
limit("Kemeny, 16 entries, ms, limit", lambda: award.order(FEW, "kemeny"), 1, 200, 1e3)

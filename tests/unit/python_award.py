#!/usr/bin/env python3
"""Calibration of skpi_award_chance: of the entries that are said to be above the line with probability p, a part p is.

Juries are simulated with random.Random, so that qualities are known: normal entries, judges and residuals, scores in
whole points.  Six seeds of 40 juries gave slopes of .96 to 1.10: one is 1 with a standard error of about .05.
"""
import math
import random
import sys

sys.dont_write_bytecode = True
from python_unit import run  # noqa: E402  (first: it finds the package)
from smartkpi import award  # noqa: E402


class Jury:
    def __init__(self, rng, n, judges, each, sd, tracks=0):
        entry_sd, judge_sd, residual_sd = sd
        mean = [rng.gauss(60, 5) for _ in range(tracks)] or [60]
        self.track = [i % tracks for i in range(n)] if tracks else None
        self.quality = [rng.gauss(mean[self.track[i] if tracks else 0], entry_sd) for i in range(n)]
        leniency = [rng.gauss(0, judge_sd) for _ in range(judges)]
        self.entry, self.judge, self.score = [], [], []
        for i in range(n):
            for j in self.judges(rng, i, judges, each, tracks):
                self.entry.append(i)
                self.judge.append(j)
                self.score.append(float(round(self.quality[i] + leniency[j] + rng.gauss(0, residual_sd))))
        self.scores = award.Scores(n, judges, self.entry, self.judge, self.score)

    def judges(self, rng, i, judges, each, tracks):
        """Any judges; with tracks mostly those of the entry's."""
        if not tracks:
            return rng.sample(range(judges), each)
        own, found = [j for j in range(judges) if j % tracks == self.track[i]], set()
        while len(found) < each:
            found.add(rng.choice(own) if rng.random() < .9 else rng.randrange(judges))
        return sorted(found)

    def best(self, k):
        order = sorted(range(len(self.quality)), key=lambda i: -self.quality[i])
        return set(order[:k])


def hits(jury, points, k):
    order = sorted(range(len(points)), key=lambda i: -points[i])
    return len(jury.best(k) & set(order[:k])) / k


def slope(pairs):
    """Of the logistic regression of what is true on the logit of what is said: Newton's method."""
    a, b = 0.0, 1.0
    x = [math.log(min(max(p, 5e-5), 1 - 5e-5) / (1 - min(max(p, 5e-5), 1 - 5e-5))) for p, _ in pairs]
    for _ in range(20):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for z, (_, t) in zip(x, pairs):
            p = 1 / (1 + math.exp(-a - b * z))
            w = p * (1 - p)
            g0, g1 = g0 + t - p, g1 + (t - p) * z
            h00, h01, h11 = h00 + w, h01 + w * z, h11 + w * z * z
        d = h00 * h11 - h01 * h01
        a, b = a + (h11 * g0 - h01 * g1) / d, b + (h00 * g1 - h01 * g0) / d
    return b


def calibration_error(pairs):
    bins = [[] for _ in range(10)]
    for p, t in pairs:
        bins[min(int(p * 10), 9)].append((p, t))
    return sum(abs(sum(p - t for p, t in one)) for one in bins) / len(pairs)


def judged(seed, each, sd, juries=40):
    """Pairs of what is said and what is true, hits of raw means and of the model, and how often the interval covers."""
    rng, line = random.Random(seed), award.Line(52)
    pairs, raw, model, covered = [], [], [], 0
    for _ in range(juries):
        jury = Jury(rng, 188, 40, each, sd)
        found = award.chance(jury.scores, line, n_draws=4000, coverage=.9, seed=seed)
        best = jury.best(52)
        pairs += [(p, i in best) for i, p in enumerate(found.probability)]
        raw.append(hits(jury, award.summary(jury.scores, 0).mean, 52))
        model.append(hits(jury, award.adjust(jury.scores).adjusted, 52))
        order = sorted(range(188), key=lambda i: -jury.quality[i])
        covered += sum(found.low[i] <= rank + 1 <= found.high[i] for rank, i in enumerate(order))
    return pairs, sum(raw) / juries, sum(model) / juries, covered / (188 * juries)


def test_five_scores():
    pairs, raw, model, covered = judged(1, 5, (8, 5, 6))
    brier = sum((p - t) ** 2 for p, t in pairs) / len(pairs)
    assert .9 <= slope(pairs) <= 1.1, f"slope {slope(pairs)}"
    assert calibration_error(pairs) <= .02, f"calibration error {calibration_error(pairs)}"
    assert brier <= .066, f"Brier score {brier}"
    assert model >= raw + .02, f"hits {model}, of raw means {raw}"
    assert .88 <= covered <= .95, f"intervals of ranks cover {covered}"


def test_three_scores():
    pairs, _, _, covered = judged(2, 3, (5, 5, 8))
    sure = [t for p, t in pairs if p > .9]
    assert .9 <= slope(pairs) <= 1.1, f"slope {slope(pairs)}"
    assert sum(sure) >= .91 * len(sure), f"said above .9, are {sum(sure)} of {len(sure)}"
    assert .88 <= covered <= .95, f"intervals of ranks cover {covered}"


def test_track_means():
    """Tracks of unlike level whose judges are mostly in one: fixed track means tell a strong track from mild judges."""
    rng, one, many = random.Random(3), [], []
    for _ in range(40):
        jury = Jury(rng, 188, 40, 3, (8, 5, 6), tracks=5)
        one.append(hits(jury, award.adjust(jury.scores).adjusted, 52))
        tracks = jury.scores.replace(n_tracks=5, track=jury.track)
        many.append(hits(jury, award.adjust(tracks).adjusted, 52))
    assert sum(many) >= sum(one), f"hits with track means {sum(many) / 40}, without {sum(one) / 40}"


if __name__ == "__main__":
    sys.exit(run(globals()))

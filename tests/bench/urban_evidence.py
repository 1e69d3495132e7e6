#!/usr/bin/env python3
"""Constants of the converging method estimated anew, and the strict evaluation with them, beside vectorised NumPy.

The panel is made: 158 places in 22 groups with about eleven censuses each, as many pairs of a forecast and a known truth
as the World Urbanization Prospects of 2018 give.  The peer builds states and pairs once, place by place, and does
everything else in whole arrays; its pairs serve all origins.  Ours begins at the histories in every call.
"""
import warnings
from bisect import bisect_right

from pairs import compare, limit

import smartkpi
from smartkpi import urban

try:
    import numpy as np
except ImportError:
    print("# urban evidence: the peer needs NumPy")
    raise SystemExit(0)

PLACES, GROUPS, LEADS = 158, 22, np.arange(2, 41, 2.)
ORIGINS, STRICT, HORIZONS = range(1956, 2015, 2), range(1970, 2009, 2), (10, 18, 28)
BY = np.array([.80, .84, .87, .89, .90, .91, .93, .95, .97, .985])
PART = np.linspace(0, 1, 11)
UN, CONVERGING = smartkpi.SKPI_URBAN_METHOD_UN, smartkpi.SKPI_URBAN_METHOD_CONVERGING
random = np.random.default_rng(2018)


def place():
    """Censuses about seven years apart, growth differences that wander."""
    date = 1950 + np.concatenate([[0], np.cumsum(random.uniform(4, 9, 10))])
    steps = np.diff(date) * (.02 + .02 * random.standard_normal() + .02 * random.standard_normal(10))
    return date, random.normal(-1, 1) + np.concatenate([[0], np.cumsum(steps)])


PANEL = [place() for _ in range(PLACES)]
GROUP = np.arange(PLACES) % GROUPS
HISTORY = urban.History([d for d, _ in PANEL], [1 / (1 + np.exp(-x)) for _, x in PANEL])


# the analyst's NumPy

def state(i, origin):
    """Date, logit, mean growth difference, that over four years; None if the history is too short or too old."""
    date, logit = PANEL[i]
    n = bisect_right(date, origin + 1e-9)
    if n < 2 or origin - date[n - 1] > 20 or date[n - 1] - date[0] < 4:
        return None
    slopes = []
    for window in (4, 10, 20):
        k = max(bisect_right(date[:n], date[n - 1] - window + 1e-9) - 1, 0)
        slopes.append((logit[n - 1] - logit[k]) / (date[n - 1] - date[k]))
    return date[n - 1], logit[n - 1], np.clip(np.mean(slopes), -.1, .1), slopes[0]


def states(origin):
    found = [(i, s) for i in range(PLACES) if (s := state(i, origin))]
    return np.array([i for i, _ in found]), np.array([s for _, s in found]).T


def all_pairs():
    columns = []
    for origin in ORIGINS:
        places, (date, logit, urgd, _) = states(origin)
        mean = np.clip(urgd, -.03, .08).mean()
        for k, i in enumerate(places):
            dates, logits = PANEL[i]
            year = origin + LEADS[origin + LEADS <= dates[-1]]
            known = dates[np.searchsorted(dates, year)]
            truth = 1 / (1 + np.exp(-np.interp(year, dates, logits)))
            columns.append(np.array([year - date[k], truth, known, *np.broadcast_arrays(
                logit[k], urgd[k], mean, float(GROUP[i]), year)[:4]]))
    return np.concatenate(columns, axis=1)


def peer_fit(pairs, known_to):
    """phi and c of all groups, and without each."""
    lead, truth, known, logit, urgd, mean, group = pairs
    keep = known <= known_to + 1e-9
    lead, truth, logit, urgd, mean = (x[keep] for x in (lead, truth, logit, urgd, mean))
    group = group[keep].astype(int)
    scale = 100 / lead ** .85
    loss = np.empty((len(BY), len(PART), GROUPS))
    for a, by in enumerate(BY):
        years = by * (1 - by ** lead) / (1 - by)
        for b, part in enumerate(PART):
            to = part * mean
            error = np.abs(1 / (1 + np.exp(-(logit + to * lead + (urgd - to) * years))) - truth) * scale
            loss[a, b] = np.bincount(group, np.where(error <= .7, error * error / 2, .7 * (error - .35)), GROUPS)
    total = loss.sum(axis=2)
    constants = []
    for out in [None, *range(GROUPS)]:
        s = total if out is None else total - loss[:, :, out]
        weight = np.exp(-.01 * (s - s.min()))
        weight /= weight.sum()
        constants.append(((weight.sum(axis=1) * BY).sum(), (weight.sum(axis=0) * PART).sum()))
    return np.array(constants).T


def huber(p, y):
    keep = (p > .005) & (p < .995)
    x, y, w, last = np.column_stack([np.ones(keep.sum()), p[keep]]), y[keep], np.ones(keep.sum()), np.inf
    for _ in range(200):
        c = np.linalg.solve((x.T * w) @ x, (x.T * w) @ y)
        if np.abs(c - last).max() <= 1e-15:
            break
        last, e = c, np.abs(y - x @ c)
        bend = 1.345 * 1.4826 * np.median(e)
        w = np.minimum(1, bend / np.maximum(e, 1e-300))
    return c


def recursion(logit, r, norm, lead):
    """The United Nations' recursion, read at each place's own lead."""
    path = [logit]
    for j in range(1, int(np.ceil(lead.max())) + 1):
        if j <= 25:
            h = norm[0] + norm[1] / (1 + np.exp(-path[-1]))
        if j <= 26:
            r = r + (h - r) / (27 - j)
        path.append(path[-1] + r)
    path, k = np.array(path), np.minimum(lead.astype(int), len(path) - 2)
    i = np.arange(len(logit))
    return path[k, i] + (lead - k) * (path[k + 1, i] - path[k, i])


def peer_strict():
    pairs, out = all_pairs(), []
    for origin in STRICT:
        by, part = peer_fit(pairs, origin)
        places, (date, logit, urgd, start) = states(origin)
        mean = np.clip(urgd, -.03, .08).mean()
        norm = huber(1 / (1 + np.exp(-logit)), start)
        own = GROUP[places] + 1
        for horizon in HORIZONS:
            lead = origin + horizon - date
            to = part[own] * mean
            converging = logit + to * lead + (urgd - to) * by[own] * (1 - by[own] ** lead) / (1 - by[own])
            un = recursion(logit, np.clip(start, -.1, .1), norm, lead)
            out.append([1 / (1 + np.exp(-converging)), 1 / (1 + np.exp(-un))])
    return out


# ours

def our_fit(known_to):
    return urban.converging_fit(HISTORY, GROUPS, GROUP, [], known_to=known_to, origin=list(ORIGINS))


def our_strict():
    out = []
    for origin in STRICT:
        fit = our_fit(origin)
        n = [bisect_right(d, origin + 1e-9) for d in HISTORY.date]
        used = [i for i in range(PLACES) if fit.usable[i]]
        cut = lambda places: urban.History([HISTORY.date[i][:n[i]] for i in places],  # noqa: E731
                                           [HISTORY.share[i][:n[i]] for i in places])
        years = HORIZONS[-1] - HORIZONS[0] + 1
        un = urban.project_history(cut(used), origin + HORIZONS[0], years, method=UN, window=[4], norm=[fit.norm],
                                   urgd_min=-.1, urgd_max=.1).share
        converging = {}
        for g in range(GROUPS):
            own = [i for i in used if GROUP[i] == g]
            found = urban.project_history(cut(own), origin + HORIZONS[0], years, method=CONVERGING,
                                          converge_by=fit.without_by[g], converge_to=fit.without_to[g]).share
            converging.update(zip(own, found))
        for h in HORIZONS:
            out.append([[converging[i][h - HORIZONS[0]] for i in used], [row[h - HORIZONS[0]] for row in un]])
    return out


def worst(ours, peer):
    return max(np.abs(np.asarray(a) - np.asarray(b)).max() for a, b in zip(ours, peer))


warnings.simplefilter("ignore", smartkpi.SmartkpiWarning)
fit, (by, part) = our_fit(2030), peer_fit(all_pairs(), 2030)
apart = max(worst([[fit.by, *fit.without_by], [fit.part, *fit.without_part]], [by, part]),
            worst(our_strict(), peer_strict()))
if not apart < 1e-12:
    raise SystemExit(f"urban evidence: ours and NumPy differ by {apart:g}")
print(f"# {fit.pair_count} pairs")
compare("re-estimation of the converging method, ms", lambda: our_fit(2030), lambda: peer_fit(all_pairs(), 2030), 1, 5, 1e3)
compare("strict evaluation from 20 origins, ms", our_strict, peer_strict, 1, 2, 1e3)
limit("re-estimation with intervals and all errors, ms",
      lambda: urban.converging_fit(HISTORY, GROUPS, GROUP, [.5, .8, .9, .95], origin=list(ORIGINS)), 1, 100, 1e3)

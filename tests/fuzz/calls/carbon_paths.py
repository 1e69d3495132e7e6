"""Calls of carbon.h: paths, shape by shape, and series.  How to write a line stands at the top of kinds.py."""
from cases import INF, NAN
from kinds import (Values, accept, axis, call, choice, count, date, finite, n_years, null, out, outs, positive, quantity,
                   refuse, rows, struct, table)

LARGE = 1e307  # emissions whose cumulative could overflow
LINEAR, EXPONENTIAL, COMPOUND, LOGISTIC, CAPPED, PEAK, HERMITE = range(6101, 6108)
INTEGRAL, AFTER, WITH = range(6201, 6204)
BUDGET, END, NET_ZERO = range(6301, 6304)
EVERY = ("residual", "t_peak", "e_peak", "plateau", "t_net_zero", "power", "rate", "growth", "mitigation", "t_mid", "t_end")


def path(shape, convention=INTEGRAL, **members):
    """Three places of a shape; members that are not given must be NULL."""
    members = {**{name: null("EINVAL") for name in EVERY}, **members}
    return struct(n=count(3), shape=choice(shape), convention=choice(convention),
                  t0=date([2023.0, 2020, 2024]), e0=quantity([11.9, 60, 100]), **members)


def end(years, endless=True):
    """t_end, which may be infinite."""
    return Values(years, finite=False, bad=[(1499.0, "ERANGE"), (2401.5, "ERANGE"), (-INF, "ENOTFINITE"),
                                            (NAN, "ENOTFINITE"), (1999.0, "ENOTSORTED")] +
                  ([] if endless else [(INF, "ENOTFINITE")]))


def any_end(endless=False):
    """t_end where nothing is solved: it may be given."""
    return Values([2060.0, 2050, 2080], finite=False, optional=True,
                  bad=[(1999.0, "ENOTSORTED"), (NAN, "ENOTFINITE")] + ([] if endless else [(INF, "ENOTFINITE")]))


RESIDUAL = dict(residual=finite([0.5, 0, -5], optional=0.0))
PEAKED = dict(residual=finite([0.5, 0, -5], optional=0.0), t_peak=date([2028.0, 2025, 2024]),
              e_peak=quantity([12.2, 64, 100]), plateau=quantity([2.0, 0, 0], optional=0.0))
NET_ZERO_DATE = dict(t_net_zero=date([2060.0, 2055, 2050]))
GROWTH = dict(growth=finite([0.01, -0.02, 0], optional=0.0))
NAMES = {LINEAR: "linear", EXPONENTIAL: "exponential", COMPOUND: "compound", LOGISTIC: "logistic", CAPPED: "capped",
         PEAK: "peak", HERMITE: "Hermite"}
WAYS = {BUDGET: "budget", END: "end", NET_ZERO: "net zero"}
SHAPES = {  # members that are given besides the unknown, the unknown and its values, and whether a date may be infinite
    LINEAR: (RESIDUAL, "rate", finite([0.3, -0.1, 2]), False),
    EXPONENTIAL: ({}, "rate", finite([0.05, -0.01, 0]), True),
    COMPOUND: ({}, "rate", Values([0.05, -0.01, 1], bad=[(1.0000001, "ERANGE"), (4.2, "ERANGE")]), True),
    LOGISTIC: (dict(RESIDUAL, rate=finite([0.15, 0.1, -0.01])), "t_mid", finite([2042.0, 1000, 3000]), False),
    CAPPED: (GROWTH, "mitigation", finite([0.1, 0.02, 0]), True),
    PEAK: (dict(PEAKED, **NET_ZERO_DATE), "power", positive([1.1, 0.5, 3]), False),
    HERMITE: (dict(PEAKED, **GROWTH), "t_net_zero", date([2060.0, 2055, 2050]), False),
}
REFUSED = {  # what only this shape refuses
    LINEAR: [("EDOM", "e0", {"e0": 0.0, "residual": 1.0}), ("EOVERFLOW", "residual", {"residual": -LARGE})],
    EXPONENTIAL: [], COMPOUND: [],
    LOGISTIC: [("EOVERFLOW", "e0", {"e0": LARGE})],
    CAPPED: [("EDOM", "mitigation", {"mitigation": -1.0}), ("EOVERFLOW", "e0", {"e0": LARGE})],
    PEAK: [("EOVERFLOW", "e_peak", {"e_peak": LARGE})],
    HERMITE: [("ENOTSORTED", "t_peak", {"t_peak": 2019.0}), ("ENOTSORTED", "t_net_zero", {"t_net_zero": 2023.5}),
              ("EINCONSISTENT", "e_peak", {"e_peak": 0.0}), ("EDOM", "e_peak", {"residual": 100.0})],
}


def refusals(shape):
    return [refuse(status, f"path->{name}", {f"path->{member}": v for member, v in changes.items()})
            for status, name, changes in REFUSED[shape]]


def whole(shape, convention=INTEGRAL):
    """A path with all that its shape has."""
    members, unknown, values, endless = SHAPES[shape]
    return path(shape, convention, **members, **{unknown: values}, t_end=any_end(endless))


def unsolved(shape, convention=INTEGRAL, **members):
    return path(shape, convention, **{**SHAPES[shape][0], **members})


def solving(shape, by, target, convention=INTEGRAL, more=(), low=None, high=None, **members):
    """A call that solves and its interval; low and high are targets outside it."""
    outside = [refuse("EINFEASIBLE", "target", target=low)] * (low is not None) + \
              [refuse("ENOTBINDING", "target", target=high)] * (high is not None)
    given = unsolved(shape, convention, **members)
    kind = date(target, "path->n") if by == NET_ZERO else finite(target, "path->n")
    fixed = choice(by, ok=(BUDGET, END, NET_ZERO))
    variant = f"{NAMES[shape]} by {WAYS[by]}, convention {convention}"
    return [call("skpi_carbon_path_solve", *more, *outside, path=given, by=fixed, target=kind,
                 unknown=out("path->n", over="target"), status=rows("path->n"), variant=variant),
            call("skpi_carbon_path_range", *more, path=given, by=fixed, low=out("path->n", optional=True),
                 high=out("path->n", optional=True), status=rows("path->n"), variant=variant)]


def zero(residual={}):
    return refuse("EDOM", "path->e0", {"path->e0": 0.0, **residual})


FLAT = {"path->residual": 0.0}


ENDS = [2060.0, 2050, 2080]
STEEP = dict(rate=Values([0.15, 0.1, 0.2], bad=[(0.0, "EDOM"), (-1.0, "ERANGE")]))
CALLS = [
    *(call("skpi_carbon_path_value", *refusals(shape), path=whole(shape, convention), first_year=axis(2024),
           n_years=n_years(30), emission=out("path->n*n_years", optional=True), cumulative=out("path->n*n_years", optional=True),
           status=rows("path->n"), variant=f"{NAMES[shape]}, convention {convention}")
      for shape in SHAPES for convention in ((INTEGRAL, AFTER) if shape != PEAK else (WITH,))),
    *(call("skpi_carbon_path_peak", *refusals(shape), path=whole(shape), t_peak=out("path->n", optional=True),
           e_peak=out("path->n", optional=True), status=rows("path->n"), variant=NAMES[shape] * (shape != PEAK)) for shape in SHAPES),
    *(call("skpi_carbon_path_net_zero", *refusals(shape), path=whole(shape),
           threshold=finite([0.0, 0.6, 3], "path->n", optional=0.0), first=out("path->n", optional=True, over="threshold"),
           permanent=out("path->n", optional=True, over="threshold"), status=rows("path->n"),
           variant=NAMES[shape] * (shape != PEAK)) for shape in SHAPES),
    *solving(LINEAR, BUDGET, [200.0, 2500, 3000], low=-1.0, more=[zero(FLAT)]),
    *solving(LINEAR, END, [5.0, 70, 0], low=-6.0, t_end=end(ENDS, False)),
    *solving(LINEAR, NET_ZERO, [2060.0, 2050, 2400], low=2019.0, more=[zero(FLAT)]),
    *(one for shape in (EXPONENTIAL, COMPOUND) for by, target, convention in
      ((BUDGET, [200.0, 2500, 9000], INTEGRAL), (BUDGET, [200.0, 2500, 9000], AFTER), (END, [5.0, 80, 100], INTEGRAL))
      for one in solving(shape, by, target, convention, low=0.0, more=[zero()],
                         t_end=end(ENDS, by == BUDGET and convention == INTEGRAL) if convention == INTEGRAL
                         else date(ENDS))),
    *solving(LOGISTIC, BUDGET, [300.0, 1000, 2800], low=-1e4, high=1e5, t_end=end(ENDS, False), **STEEP),
    *solving(LOGISTIC, BUDGET, [300.0, 1000, 2800], WITH, low=-1e4, high=1e5, t_end=end(ENDS, False), **STEEP),
    *solving(LOGISTIC, END, [5.0, 30, 50], low=-6.0, high=101.0, t_end=end(ENDS, False), **STEEP),
    *solving(LOGISTIC, NET_ZERO, [2060.0, 2070, 2100], low=2019.0, residual=finite([-1.0, -2, -5], optional=0.0),
             more=[refuse("EDOM", "path->residual", {"path->residual": 0.0})], **STEEP),
    *solving(CAPPED, BUDGET, [200.0, 1000, 2000], low=0.0, high=1e6, more=[zero()], t_end=end(ENDS)),
    *solving(CAPPED, BUDGET, [200.0, 1000, 2000], AFTER, low=0.0, high=1e6, more=[zero()], t_end=date(ENDS)),
    *solving(CAPPED, END, [5.0, 10, 50], low=0.0, high=1e6, more=[zero()], t_end=end(ENDS, False)),
    *solving(PEAK, BUDGET, [260.0, 1000, 1400], WITH, low=-1e4, high=1e5),
    *solving(PEAK, END, [5.0, 10, 50], low=-6.0, high=101.0, t_end=date([2040.0, 2045, 2030]),
             more=[refuse("EDOM", "path->t_end", {"path->t_end": 2061.0}),
                   refuse("EDOM", "path->t_end", {"path->t_end": 2030.0, "path->plateau": 10.0})]),
    *solving(HERMITE, BUDGET, [260.0, 1000, 1400], low=-1e4, high=1e5,
             more=[refuse("EDOM", "path->e_peak", {"path->residual": -12.2, "path->e0": 1.0, "path->e_peak": 12.2,
                                                   "path->t_peak": 2030.0}),
                   refuse("ERANGE", "path->plateau", {"path->plateau": 900.0})]),
    call("skpi_carbon_path_milestones", refuse("EOVERFLOW", "milestone->value", {"milestone->value": LARGE}),
         accept({"milestone->value": [11.9, NAN, 12.1, 0.0, NAN, 60.0, NAN, 3.0]}),
         milestone=table(2, 4, [2020, 2030, 2040, 2060],
                         finite([11.9, 12.1, 6.0, 0.0, 60.0, 50.0, 55.0, 3.0], "n*m", missing=True)),
         convention=choice(AFTER, ok=(INTEGRAL, WITH)), first_year=axis(2030), n_years=n_years(10),
         emission=out("milestone->n*n_years", optional=True), cumulative=out("milestone->n*n_years", optional=True),
         status=rows("milestone->n")),
    call("skpi_carbon_net_zero", refuse("EOVERFLOW", "emission->value", {"emission->value": 1.7e308}),
         emission=table(2, 3, [2023, 2030, 2060], finite([11.9, 12.1, -1.0, 60.0, 50.0, 3.0], "n*m")),
         threshold=finite([0.0, 0.5], "emission->n", optional=0.0),
         out=outs(first=out("emission->n"), permanent=out("emission->n"),
                  verdict=out("emission->n")), status=rows("emission->n")),
]

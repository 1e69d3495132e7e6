"""Samples of carbon.h: paths, shape by shape.  calls/__init__.py tells how to write one."""
from cases import NULL, sample

INF, LARGE = float("inf"), 1e307  # emissions whose cumulative could overflow
LATE = ("ENOTSORTED", "path->t0", {"t0": 2024.5, "path->t_peak": 2031.0, "e0": 1.0, "path->t_budget": 2040.0})
LATE_START = ("ENOTSORTED", "path->t0", {"t0": 2024.5, "path->t_budget": 2040.0})
NO_WAYPOINT = {"path->t_waypoint": NULL, "path->waypoint": NULL}
START = {"path->t0": [2023.0, 2020, 2024], "path->e0": [11.9, 60, 100], "path->t_budget": [2024.0, 2020, 2025], "convention": "INTEGRAL"}
RESIDUAL = {"path->residual": [0.5, 0, -5]}
PEAKED = {**RESIDUAL, "path->t_peak": [2028.0, 2025, 2024], "path->e_peak": [12.2, 64, 100], "path->plateau": [2.0, 0, 0]}
NET_ZERO = {"path->t_net_zero": [2060.0, 2055, 2050]}
GROWTH = {"path->growth": [0.01, -0.02, 0]}
ANY_END = {"path->t_end": [2060.0, 2050, 2080]}
NO_END = {"path->t_end": NULL}
SHAPES = {  # members that are given, besides the unknown; the unknown and its values; triggers
    "LINEAR": (RESIDUAL, "rate", [0.3, -0.1, 2], [("EOVERFLOW", "path->residual", {"residual": -LARGE})]),
    "EXPONENTIAL": ({}, "rate", [0.05, -0.01, 0], []),
    "COMPOUND": ({}, "rate", [0.05, -0.01, 1], []),
    "LOGISTIC": ({**RESIDUAL, "path->rate": [0.15, 0.1, -0.01]}, "t_mid", [2042.0, 1000, 3000],
                 [("EOVERFLOW", "path->e0", {"e0": LARGE})]),
    "CAPPED": (GROWTH, "mitigation", [0.1, 0.02, 0], [("EDOM", "path->mitigation", {"mitigation": -1.0}),
                                                     ("EOVERFLOW", "path->e0", {"e0": LARGE})]),
    "PEAK": ({**PEAKED, **NET_ZERO}, "power", [1.1, 0.5, 3], [
        ("EOVERFLOW", "path->e_peak", {"path->e_peak": LARGE}), ("ENOTSORTED", "path->t_net_zero", {"plateau": 60.0}),
        ("EINCONSISTENT", "path->e_peak", {"t0": 2020.0, "path->t_peak": 2020.0, "e0": 1.0}),
        ("EDOM", "path->e_peak", {"residual": 100.0})]),
    "HERMITE": ({**PEAKED, **GROWTH}, "t_net_zero", [2060.0, 2055, 2050], [
        ("ENOTSORTED", "path->t_net_zero", {"path->t_net_zero": 2023.5}), ("EINCONSISTENT", "path->e_peak", {"path->e_peak": 0.0}),
        ("EDOM", "path->e_peak", {"residual": 100.0})]),
}


NAN = float("nan")
WAYPOINT = {"path->t_waypoint": [2035.0, 2036, 2040], "path->waypoint": [0.9, 0.8, 0.3]}
CUT = {"path->rate": [0.3, 1.2, 2]}
STEEP_CUT = ("EDOM", "path->rate", {"path->rate": [0.3, 1.2, 40]}, {"row": 2})
ON_THE_WAY = [  # of every path through a waypoint
    ("EDOM", "path->waypoint", {"path->waypoint": 0.0, "residual": 0.5}), ("ENOTSORTED", "path->t_waypoint", {"path->t_waypoint": 2061.0}),
    ("ENOTSORTED", "path->t_waypoint", {"path->t_waypoint": 2023.5}), ("ENOTFINITE", "path->t_waypoint", {"path->t_waypoint": NAN}),
    ("ENOTFINITE", "path->waypoint", {"path->waypoint": NAN})]
UNUSUAL = {"LINEAR": {"path->rate": [6.0, 31, 51]}, "EXPONENTIAL": {"path->rate": [0.51, 0.6, 2]}, "COMPOUND": {"path->rate": [0.21, 0.5, 1]},
           "LOGISTIC": {"path->rate": [0.51, 0.6, 2]}, "CAPPED": {"path->mitigation": [0.51, 0.6, 2]}, "HERMITE": {"path->growth": [0.16, -0.2, 0.3]}}


def unusual(shape):
    return [("WUNUSUAL", "", UNUSUAL[shape])] if shape in UNUSUAL else []


def through(name, shape, *triggers, **values):
    """A path through a waypoint, in the function name."""
    members, _, found, of_shape = SHAPES[shape]
    late = name.endswith(("value", "total"))
    mine = {**START, **members, **NET_ZERO, **WAYPOINT, **({"path->power": found} if shape == "PEAK" else CUT), "shape": shape, **ANY_END}
    return sample(name, mine, *of_shape, *ON_THE_WAY, *[LATE] * late, *[STEEP_CUT, ("ERANGE", "path->rate", {"path->rate": -0.1})] * (shape == "HERMITE"), *triggers,
                  variant=f"{shape} through a waypoint", **values)


def whole(name, **values):
    """A path with all that its shape has."""
    late = name.endswith(("value", "total"))
    return [sample(name, START, *triggers, *unusual(shape), *[LATE if shape in ("PEAK", "HERMITE") else LATE_START] * late,
                   {"shape": shape, **(NO_WAYPOINT if shape == "PEAK" else {**NO_WAYPOINT, "path->rate": NULL} if shape == "HERMITE" else {}), **members, f"path->{unknown}": found, **ANY_END}, variant=shape, **values)
            for shape, (members, unknown, found, triggers) in SHAPES.items()]


def solving(shape, by, target, *triggers, low=None, high=None, convention="INTEGRAL", unknown=None, about="", **given):
    """A call that solves and its interval; low and high are targets outside it."""
    free, found = (unknown, CUT["path->rate"]) if unknown else SHAPES[shape][1:3]
    none = {**NO_WAYPOINT, "path->rate": NULL} if shape == "HERMITE" else NO_WAYPOINT if shape == "PEAK" else {}
    members = {**START, **none, **SHAPES[shape][0], f"path->{free}": NULL, **NO_END, "shape": shape, "by": by,
               "convention": convention, **{f"path->{name}": value for name, value in given.items()}}
    outside = [("EINFEASIBLE", "target", {"target": low})] * (low is not None) + \
              [("ENOTBINDING", "target", {"target": high})] * (high is not None)
    variant = f"{shape}{about} by {by}, {convention}"
    given_too = ("EINVAL", f"path->{free}", {f"path->{free}": found})
    return [sample("skpi_carbon_path_solve", members, *triggers, *outside, given_too, variant=variant, target=target),
            sample("skpi_carbon_path_range", members, *(t for t in triggers if t[1] != "target"), given_too, variant=variant)]


ENDS = [2060.0, 2050, 2080]
STEEP = [0.15, 0.1, 0.2]
MEMBERS = {name.split(">")[1]: values for name, values in WAYPOINT.items()}
LATE_BUDGET = ("ENOTSORTED", "path->t_net_zero", {"path->t_budget": 2061.0})
AFTER, WITH = "ANNUAL_AFTER_BASE", "ANNUAL_WITH_BASE"
ZERO = ("EDOM", "path->e0", {"e0": 0.0})
FLAT = ("EDOM", "path->e0", {"e0": 0.0, "residual": 0.0})
LARGE_E0 = ("EOVERFLOW", "path->e0", {"e0": LARGE})

SAMPLES = [
    *whole("skpi_carbon_path_value", first_year=2024),
    *whole("skpi_carbon_path_total", first_year=2024),
    *(through(name, shape, **axis) for shape in ("PEAK", "HERMITE") for name, axis in (
        ("skpi_carbon_path_value", {"first_year": 2024}), ("skpi_carbon_path_total", {"first_year": 2024}), ("skpi_carbon_path_peak", {}),
        ("skpi_carbon_path_net_zero", {"threshold": [0.0, 0.6, 3]}))),
    sample("skpi_carbon_path_value", START, *SHAPES["PEAK"][3], ("ENOTSORTED", "path->t0", None), SHAPES["PEAK"][0], NO_WAYPOINT, ANY_END, variant="PEAK, sums", power=[1.1, 0.5, 3], shape="PEAK",
           convention=WITH, first_year=2024, n_years=30),
    *whole("skpi_carbon_path_peak"), *whole("skpi_carbon_path_net_zero", threshold=[0.0, 0.6, 3]),
    *solving("LINEAR", "BUDGET", [200.0, 2500, 3000], FLAT, low=-1.0),
    *solving("LINEAR", "BUDGET", [200.0, 2500, 3000], convention=AFTER, low=0.0, residual=NULL),
    *solving("LINEAR", "BUDGET", [200.0, 2500, 3000], ("EDOM", "path->residual", {"residual": [0.0, 0, 1]}, {"row": 2}), convention=WITH,
             low=0.0, residual=[0.0, 0, 0]),
    *solving("LINEAR", "END", [5.0, 70, 0], low=-6.0, t_end=ENDS),
    *solving("LINEAR", "NET_ZERO", [2060.0, 2050, 2400], FLAT, ("ERANGE", "target", {"target": 2401.0}), low=2019.0),
    *(one for shape in ("EXPONENTIAL", "COMPOUND") for by, target, convention in
      (("BUDGET", [200.0, 2500, 9000], "INTEGRAL"), ("BUDGET", [200.0, 2500, 9000], AFTER), ("END", [5.0, 80, 100], "INTEGRAL"))
      for one in solving(shape, by, target, ZERO, convention=convention, low=0.0, t_end=ENDS)),
    *solving("LOGISTIC", "BUDGET", [300.0, 1000, 2800], LARGE_E0, low=-1e4, high=1e5, t_end=ENDS, rate=STEEP),
    *solving("LOGISTIC", "BUDGET", [300.0, 1000, 2800], convention=WITH, low=-1e4, high=1e5, t_end=ENDS, rate=STEEP),
    *solving("LOGISTIC", "END", [5.0, 30, 50], ("ERANGE", "path->rate", {"path->rate": -1.0}), ("EDOM", "path->rate", {"path->rate": 0.0}),
             low=-6.0, high=101.0, t_end=ENDS, rate=STEEP),
    *solving("LOGISTIC", "NET_ZERO", [2060.0, 2070, 2100], ("EDOM", "path->residual", {"residual": 0.0}), low=2019.0,
             residual=[-1.0, -2, -5], rate=STEEP),
    *solving("CAPPED", "BUDGET", [200.0, 1000, 2000], ZERO, low=0.0, high=1e6, t_end=ENDS),
    *solving("CAPPED", "BUDGET", [200.0, 1000, 2000], ZERO, convention=AFTER, low=0.0, high=1e6, t_end=ENDS),
    *solving("CAPPED", "END", [5.0, 10, 50], low=0.0, high=1e6, t_end=ENDS),
    *solving("PEAK", "BUDGET", [260.0, 1000, 1400], *SHAPES["PEAK"][3], convention=WITH, low=-1e4, high=1e5),
    *solving("PEAK", "END", [5.0, 10, 50], *SHAPES["PEAK"][3], ("EDOM", "path->t_end", {"path->t_end": 2061.0}),
             ("EDOM", "path->t_end", {"path->t_end": 2030.0, "plateau": 10.0}), low=-6.0, high=101.0, t_end=[2040.0, 2045, 2030]),
    *solving("HERMITE", "BUDGET", [260.0, 1000, 1400], ("ERANGE", "path->plateau", {"plateau": 900.0}),
             ("EDOM", "path->e_peak", {"residual": -12.2, "e0": 1.0, "path->e_peak": 12.2, "path->t_peak": 2030.0}), low=-1e4,
             high=1e5),
    *solving("PEAK", "BUDGET", [260.0, 1500, 1000], *SHAPES["PEAK"][3], *ON_THE_WAY, LATE_BUDGET, about=" through a waypoint", low=-1e4, high=1e5, **MEMBERS),
    *solving("PEAK", "BUDGET", [260.0, 1500, 1000], *SHAPES["PEAK"][3], *ON_THE_WAY, about=" through a waypoint", convention=AFTER, low=-1e4, high=1e5, **MEMBERS),
    *solving("HERMITE", "BUDGET", [250.0, 1400, 1100], *SHAPES["HERMITE"][3], *ON_THE_WAY[1:], LATE_BUDGET, ("EDOM", "path->waypoint", {"path->waypoint": 1.0}),
             about=" through a waypoint", low=-1e4, high=1e5, unknown="rate", t_net_zero=NET_ZERO["path->t_net_zero"], **MEMBERS),
    sample("skpi_carbon_path_milestones", ("EOVERFLOW", "milestone->value", {"milestone": LARGE}),
           ("EDOM", "first_year", {"first_year": 2019}), ("EDOM", "n_years", {"first_year": 2055}),
           ("ENODATA", "milestone->value", {("milestone", k): float("nan") for k in range(3)}),
           {"milestone->year": [2020, 2030, 2040, 2060]}, milestone=[11.9, 12.1, 6.0, 0.0, 60.0, 50.0, 55.0, 3.0],
           convention=AFTER, first_year=2030, n_years=10),
    sample("skpi_carbon_net_zero", ("EOVERFLOW", "emission->value", {"emission": 1.7e308}),
           {"emission->year": [2023, 2030, 2060]}, emission=[11.9, 12.1, -1.0, 60.0, 50.0, 3.0], threshold=[0.0, 0.5]),
]

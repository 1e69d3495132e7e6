"""Samples of carbon.h: paths, shape by shape.  calls/__init__.py tells how to write one."""
from cases import NAN, NULL, sample

START = {"path->t0": [2023.0, 2020, 2024], "path->e0": [11.9, 60, 100], "path->t_budget": [2025.0, 2025, 2026],
         "convention": "INTEGRAL"}
RESIDUAL = {"path->residual": [0.5, 0, -5]}
GROWTH = {"path->growth": [0.01, -0.02, 0]}
STEEP = {"path->rate": [0.15, 0.1, 0.2]}
ZERO_DATES = [2060.0, 2055, 2050]
PEAKED = {**RESIDUAL, "path->t_peak": [2028.0, 2025, 2024], "path->e_peak": [12.2, 64, 100],
          "path->plateau": [2.0, 0, 0]}
THROUGH = {"path->t_waypoint": [2035.0, 2036, 2040], "path->waypoint": [0.9, 0.8, 0.3],
           "path->t_net_zero": ZERO_DATES, **PEAKED}
STRAIGHT = {"path->t_waypoint": NULL, "path->waypoint": NULL, **PEAKED}
BELOW = ("EDOM", "path->e_peak", {"residual": 100.0})
OF_PEAK = [BELOW, ("EOVERFLOW", "path->e_peak", {"path->e_peak": 1e307}),
           ("EINCONSISTENT", "path->e_peak", {"t0": 2020.0, "path->t_peak": 2020.0, "e0": 1.0}),
           ("ENOTSORTED", "path->t_net_zero", {"plateau": 60.0})]
OF_HERMITE = [BELOW, ("ENOTSORTED", "path->t_net_zero", {"path->t_net_zero": 2023.5})]
HALF_WAY = [("ENOTFINITE", f"path->{one}", {f"path->{one}": NAN}) for one in ("t_waypoint", "waypoint")]
LATE = ("ENOTSORTED", "path->t0", {"t0": 2024.5, "path->t_peak": 2031.0, "e0": 1.0, "path->t_budget": 2040.0})
ENDS = [2060.0, 2050, 2080]
SHAPES = {  # members besides the unknown; the unknown and its values; triggers
    "LINEAR": (RESIDUAL, "rate", [0.3, -0.1, 2], [("EOVERFLOW", "path->residual", {"residual": -1e307})]),
    "EXPONENTIAL": ({}, "rate", [0.05, -0.01, 0], []),
    "COMPOUND": ({}, "rate", [0.05, -0.01, 1], []),
    "LOGISTIC": ({**RESIDUAL, "path->rate": [0.15, 0.1, -0.01]}, "t_mid", [2042.0, 1000, 3000], []),
    "CAPPED": (GROWTH, "mitigation", [0.1, 0.02, 0], []),
    "PEAK": ({**STRAIGHT, "path->t_net_zero": ZERO_DATES}, "power", [1.1, 0.5, 3], OF_PEAK),
    "HERMITE": ({**STRAIGHT, **GROWTH, "path->rate": NULL}, "t_net_zero", ZERO_DATES, OF_HERMITE),
    "PEAK through a waypoint": (THROUGH, "power", [1.1, 0.5, 3], OF_PEAK + HALF_WAY),
    "HERMITE through a waypoint": ({**THROUGH, **GROWTH}, "rate", [0.3, 1.2, 2], OF_HERMITE + HALF_WAY),
}


def whole(name, **values):
    """A path with all members that its shape can have."""
    late = [LATE] if name.endswith(("value", "total")) else []
    return [sample(name, START, *triggers, *late * ("path->t_peak" in members), members, variant=shape, **values,
                   shape=shape.split()[0], **{f"path->{unknown}": found, "path->t_end": ENDS})
            for shape, (members, unknown, found, triggers) in SHAPES.items()]


def solving(shape, by, target, given={}, *told, convention="INTEGRAL"):
    """A call that solves for the unknown, and one that gives its interval."""
    members, unknown, found, triggers = SHAPES[shape]
    values = {**START, **members, "path->t_end": NULL, **given, f"path->{unknown}": NULL, "shape": shape.split()[0],
              "by": by, "convention": convention}
    told += tuple(t for t in triggers if values.get(t[1], NULL) is not NULL)
    told += ("EINVAL", f"path->{unknown}", {f"path->{unknown}": found}),
    early = [("EINFEASIBLE", "target", {"target": 2019.0})] * (by == "NET_ZERO")
    variant = f"{shape} by {by}, {convention}"
    return [sample(f"skpi_carbon_path_{what}", values, *told, *more, variant=variant, **targets)
            for what, more, targets in (("solve", early, {"target": target}), ("range", [], {}))]


LATE_BUDGET = ("ENOTSORTED", "path->t_net_zero", {"path->t_budget": 2061.0})
TO_END = {"path->t_end": ENDS}
SHORT = {**TO_END, **STEEP}
AFTER, WITH = "ANNUAL_AFTER_BASE", "ANNUAL_WITH_BASE"
BUDGET, HALF = [260.0, 1000, 1400], [5.0, 10, 50]

SAMPLES = [
    *whole("skpi_carbon_path_value", first_year=2024, n_years=37),
    *whole("skpi_carbon_path_total", first_year=2024, n_years=37),
    *whole("skpi_carbon_path_peak"), *whole("skpi_carbon_path_net_zero", threshold=[4.0, 10, 3]),
    sample("skpi_carbon_path_value", START, ("ENOTSORTED", "path->t0", None), *OF_PEAK, SHAPES["PEAK"][0],
           variant="PEAK, sums", power=[1.1, 0.5, 3], shape="PEAK", convention=WITH, first_year=2024, n_years=30,
           **TO_END),
    *solving("LINEAR", "BUDGET", [200.0, 2500, 3000]),
    *solving("LINEAR", "BUDGET", [200.0, 2500, 3000], {"path->residual": NULL}, convention=AFTER),
    *solving("LINEAR", "BUDGET", [200.0, 2500, 3000], {"path->residual": [0.0, 0, 0]}, convention=WITH),
    *solving("LINEAR", "END", [5.0, 70, 0], TO_END),
    *solving("LINEAR", "NET_ZERO", [2060.0, 2050, 2400]),
    *(one for shape in ("EXPONENTIAL", "COMPOUND") for by, target, convention in (
        ("BUDGET", [200.0, 2500, 9000], "INTEGRAL"), ("BUDGET", [200.0, 2500, 9000], AFTER),
        ("END", [5.0, 80, 100], "INTEGRAL"))
      for one in solving(shape, by, target, TO_END, convention=convention)),
    *(one for convention in ("INTEGRAL", WITH)
      for one in solving("LOGISTIC", "BUDGET", [300.0, 1000, 2800], SHORT, convention=convention)),
    *solving("LOGISTIC", "END", [5.0, 30, 50], SHORT),
    *solving("LOGISTIC", "NET_ZERO", [2060.0, 2070, 2100], {"path->residual": [-1.0, -2, -5], **STEEP}),
    *(one for convention in ("INTEGRAL", AFTER)
      for one in solving("CAPPED", "BUDGET", [200.0, 1000, 2000], TO_END, convention=convention)),
    *solving("CAPPED", "END", HALF, TO_END),
    *solving("PEAK", "BUDGET", BUDGET, convention=WITH),
    *solving("PEAK", "END", HALF, {"path->t_end": [2040.0, 2045, 2030]},
             *[("EDOM", "path->t_end", {"path->t_end": t, "plateau": 10.0}) for t in (2061.0, 2030.0)]),
    *solving("HERMITE", "BUDGET", BUDGET, {}, ("ERANGE", "path->plateau", {"plateau": 900.0}), (
        "EDOM", "path->e_peak", {"residual": -12.2, "e0": 1.0, "path->e_peak": 12.2, "path->t_peak": 2030.0})),
    *(one for convention in ("INTEGRAL", AFTER)
      for one in solving("PEAK through a waypoint", "BUDGET", [260.0, 1500, 1000], {}, LATE_BUDGET,
                         convention=convention)),
    *solving("HERMITE through a waypoint", "BUDGET", [250.0, 1100, 1100], {}, LATE_BUDGET),
    sample("skpi_carbon_path_milestones", ("EDOM", "first_year", {"first_year": 2019}),
           ("EDOM", "n_years", {"first_year": 2055}),
           ("EDOM", "t_budget", {"t_budget": 2019.0}, {"t_budget": 2061.0}),
           {"milestone->year": [2020, 2030, 2040, 2060]}, first_year=2030, n_years=10, t_budget=[2025.0, 2040.0]),
    sample("skpi_carbon_net_zero", {"emission->year": [2023, 2030, 2060]}, threshold=[0.0, 0.5],
           emission=[11.9, 12.1, -1.0, 60.0, 50.0, 3.0]),
]

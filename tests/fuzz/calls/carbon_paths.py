"""Samples of carbon.h: paths, shape by shape.  calls/__init__.py tells how to write one."""
from cases import NULL, sample

NO_TIME = ("EINCONSISTENT", "path->e_peak", {"t0": 2020.0, "path->t_peak": 2020.0, "e0": 1.0})
BELOW = ("EDOM", "path->e_peak", {"residual": 100.0})
LATE = ("ENOTSORTED", "path->t0", {"t0": 2024.5, "path->t_peak": 2031.0, "e0": 1.0})
START = {"path->t0": [2023.0, 2020, 2024], "path->e0": [11.9, 60, 100], "convention": "INTEGRAL"}
RESIDUAL = {"path->residual": [0.5, 0, -5]}
PEAKED = {**RESIDUAL, "path->t_peak": [2028.0, 2025, 2024], "path->e_peak": [12.2, 64, 100],
          "path->plateau": [2.0, 0, 0]}
GROWTH = {"path->growth": [0.01, -0.02, 0]}
ENDS = [2060.0, 2050, 2080]
SHAPES = {  # members that are given, besides the unknown; the unknown and its values; triggers
    "LINEAR": (RESIDUAL, "rate", [0.3, -0.1, 2], [("EOVERFLOW", "path->residual", {"residual": -1e307})]),
    "EXPONENTIAL": ({}, "rate", [0.05, -0.01, 0], []),
    "COMPOUND": ({}, "rate", [0.05, -0.01, 1], []),
    "LOGISTIC": ({**RESIDUAL, "path->rate": [0.15, 0.1, -0.01]}, "t_mid", [2042.0, 1000, 3000], []),
    "CAPPED": (GROWTH, "mitigation", [0.1, 0.02, 0], []),
    "PEAK": ({**PEAKED, "path->t_net_zero": [2060.0, 2055, 2050]}, "power", [1.1, 0.5, 3], [
        BELOW, NO_TIME, ("EOVERFLOW", "path->e_peak", {"path->e_peak": 1e307}),
        ("ENOTSORTED", "path->t_net_zero", {"plateau": 60.0})]),
    "HERMITE": ({**PEAKED, **GROWTH}, "t_net_zero", [2060.0, 2055, 2050], [BELOW]),
}


def whole(name, **values):
    """A path with all that its shape has."""
    late = [LATE] if name.endswith("value") else []
    return [sample(name, START, *triggers, *late * (shape in ("PEAK", "HERMITE")), variant=shape, shape=shape, **values,
                   **{**members, f"path->{unknown}": found, "path->t_end": ENDS})
            for shape, (members, unknown, found, triggers) in SHAPES.items()]


def solving(shape, by, target, *triggers, convention="INTEGRAL", **given):
    """A call that solves and its interval."""
    members, unknown, found, more = SHAPES[shape]
    values = {**START, **members, f"path->{unknown}": NULL, "path->t_end": NULL, "shape": shape, "by": by,
              "convention": convention, **{f"path->{name}": value for name, value in given.items()}}
    told = (*triggers, *more, ("EINVAL", f"path->{unknown}", {f"path->{unknown}": found}))
    return [sample(f"skpi_carbon_path_{what}", values, *told, variant=f"{shape} by {by}, {convention}", **targets)
            for what, targets in (("solve", {"target": target}), ("range", {}))]


STEEP = [0.15, 0.1, 0.2]
AFTER, WITH = "ANNUAL_AFTER_BASE", "ANNUAL_WITH_BASE"
BUDGET, HALF = [260.0, 1000, 1400], [5.0, 10, 50]

SAMPLES = [
    *whole("skpi_carbon_path_value", first_year=2024),
    sample("skpi_carbon_path_value", START, ("ENOTSORTED", "path->t0", None), *SHAPES["PEAK"][3], SHAPES["PEAK"][0],
           variant="PEAK, sums", power=[1.1, 0.5, 3], shape="PEAK", convention=WITH, first_year=2024, n_years=30,
           **{"path->t_end": ENDS}),
    *whole("skpi_carbon_path_peak"), *whole("skpi_carbon_path_net_zero", threshold=[0.0, 0.6, 3]),
    *solving("LINEAR", "BUDGET", [200.0, 2500, 3000]),
    *solving("LINEAR", "END", [5.0, 70, 0], t_end=ENDS),
    *solving("LINEAR", "NET_ZERO", [2060.0, 2050, 2400]),
    *(one for shape in ("EXPONENTIAL", "COMPOUND") for by, target, convention in (
        ("BUDGET", [200.0, 2500, 9000], "INTEGRAL"), ("BUDGET", [200.0, 2500, 9000], AFTER),
        ("END", [5.0, 80, 100], WITH))
      for one in solving(shape, by, target, convention=convention, t_end=ENDS)),
    *(one for convention in ("INTEGRAL", WITH)
      for one in solving("LOGISTIC", "BUDGET", [300.0, 1000, 2800], convention=convention, t_end=ENDS, rate=STEEP)),
    *solving("LOGISTIC", "END", [5.0, 30, 50], t_end=ENDS, rate=STEEP),
    *solving("LOGISTIC", "NET_ZERO", [2060.0, 2070, 2100], residual=[-1.0, -2, -5], rate=STEEP),
    *(one for convention in ("INTEGRAL", AFTER)
      for one in solving("CAPPED", "BUDGET", [200.0, 1000, 2000], convention=convention, t_end=ENDS)),
    *solving("CAPPED", "END", HALF, t_end=ENDS),
    *solving("PEAK", "BUDGET", BUDGET, convention=WITH),
    *solving("PEAK", "END", HALF, ("EDOM", "path->t_end", {"path->t_end": 2061.0}), t_end=[2040.0, 2045, 2030]),
    *solving("HERMITE", "BUDGET", BUDGET, ("ERANGE", "path->plateau", {"plateau": 900.0})),
    sample("skpi_carbon_path_milestones", ("EDOM", "first_year", {"first_year": 2019}),
           ("EDOM", "n_years", {"first_year": 2055}),
           {"milestone->year": [2020, 2030, 2040, 2060]}, first_year=2030, n_years=10),
]

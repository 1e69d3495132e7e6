"""Calls of carbon.h.  How to write a line stands at the top of kinds.py."""
from kinds import (axis, call, choice, count, date, finite, n_years, null, out, positive, probability, quantity, refuse,
                   rows, share, struct)

LARGE = 1e307  # emissions whose cumulative could overflow


def path(power):
    """Three places: a rise and a plateau, a rise alone, a peak in the past with removals at the end."""
    return struct(shape=choice(6), convention=choice(1), t0=date([2023, 2023.5, 2020]), e0=quantity([11.9, 60, 100]),
                  residual=finite([0.0, 1.5, -5], optional=0.0), t_peak=date([2028, 2030.25, 2020]),
                  e_peak=quantity([12.2, 64, 100]), plateau=quantity([2, 0, 0], optional=0.0),
                  t_net_zero=date([2060, 2055.5, 2050]), power=power)


def contradictions():
    """What refuses a path whose members do not fit together."""
    for changes, status, name in (
            ({"t_peak": 2019.0}, "ENOTSORTED", "t_peak"), ({"t_net_zero": 2020.0}, "ENOTSORTED", "t_net_zero"),
            ({"plateau": 60.0}, "ENOTSORTED", "t_net_zero"), ({"e_peak": 11.0}, "EINCONSISTENT", "e_peak"),
            ({"t0": 2020.0, "t_peak": 2020.0, "e0": 1.0}, "EINCONSISTENT", "e_peak"),
            ({"residual": 100.0}, "EDOM", "e_peak"), ({"residual": -LARGE}, "EOVERFLOW", "residual"),
            ({"e_peak": LARGE}, "EOVERFLOW", "e_peak")):
        yield refuse(status, f"path->{name}", {f"path->{member}": value for member, value in changes.items()})


SHARE = dict(n=count(3, "ENODATA"), population=quantity([1.0, 0, 3]), emission=quantity([5.0, 6, 0]),
             budget=finite(-7.5))

CALLS = [
    call("skpi_carbon_path_value", *contradictions(),
         refuse("EDOM", "path->t0", {"path->t0": 2024.5, "path->t_peak": 2031.0, "path->e0": 1.0}),
         n=count(3), path=path(positive([1.1, 0.5, 3])), first_year=axis(2024), n_years=n_years(30),
         emission=out("n*n_years", optional=True), cumulative=out("n*n_years", optional=True), status=rows()),
    call("skpi_carbon_path_solve", *contradictions(),
         refuse("EINFEASIBLE", "target", target=-1000.0), refuse("ENOTBINDING", "target", target=1e5),
         n=count(3), path=path(null("EINVAL")), by=choice(1), target=finite([260.0, 1000, 1400]),
         unknown=out(over="target"), status=rows()),
    call("skpi_carbon_path_range", *contradictions(),
         n=count(3), path=path(null("EINVAL")), by=choice(1), low=out(optional=True), high=out(optional=True),
         status=rows()),
    call("skpi_carbon_share",
         refuse("EZERODIV", "population", population=[0.0] * 3), refuse("EZERODIV", "emission", emission=[0.0] * 3),
         refuse("EOVERFLOW", "population", population=[1e308] * 3),
         refuse("EINVAL", "options->weight", {"options->rule": 2}),
         **SHARE, options=struct(optional=True, rule=choice(3, ok=(0,)), weight=share(0.25)),
         out=out(over=("population", "emission"))),
    call("skpi_carbon_warming", n=count(3), cumulative_gt=finite([260.0, -5, 0]), n_prob=count(2),
         prob=probability([0.17, 0.83], "n_prob"), best=out(optional=True, over="cumulative_gt"),
         quantile=out("n*n_prob", optional=True)),
]

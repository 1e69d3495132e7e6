"""Calls of urban.h.  How to write a line stands at the top of kinds.py."""
from kinds import (axis, call, choice, count, date, finite, horizons, n_years, open_share, out, outs, positive,
                   probability, quantity, refuse, rows, share, struct, year)


def options():
    return struct(optional=True, method=choice(1, ok=[0]), n_norm=count(3, zero="EINVAL"),
                  norm=finite([.03, -.01, -.005, .02, -.003, .001], "2*options->n_norm"), urgd_min=finite(-.05),
                  urgd_max=finite(.1))


LIMITS = refuse("EINCONSISTENT", "options->urgd_min", {"options->urgd_min": .2})

CALLS = [
    call("skpi_urban_urgd",
         refuse("ENOTSORTED", "t1", t1=2030.0), refuse("ENOTSORTED", "t1", t1=2020.0, t2=2020.0),
         n=count(4), t1=date([2000.5, 2005, 2010, 2011]), share1=open_share([.3, .4, .5, .9]),
         t2=date([2010, 2015.5, 2020, 2021]), share2=open_share([.4, .35, .6, .95]),
         urgd=out(over=("t1", "share1", "t2", "share2")), status=rows()),
    call("skpi_urban_norm", LIMITS,
         n=count(4), share=share([0, .3, .9, 1]), law=choice([1, 2, 1, 2]), options=options(), urgd=out(over="share"),
         status=rows()),
    call("skpi_urban_project", LIMITS, refuse("ENOTSORTED", "last_year", last_year=2020),
         n=count(4), last_year=year([2000, 2018, 2010, 2019]), share=share([0, .3, .9, .5]),
         urgd=finite([.01, -.02, 0, .03]), law=choice([1, 2, 1, 2]), first_year=axis(2020), n_years=n_years(5),
         options=options(), out=outs(share=out("n*n_years"), urgd=out("n*n_years")), status=rows()),
    call("skpi_urban_population",
         n=count(2), m=count(3), share=share([0, .3, .9, .5, 1, .2], "n*m"),
         total=quantity([5, 10, 0, 1e9, 3, 2], "n*m"), urban=out("n*m", optional=True, over=("share", "total")),
         rural=out("n*m", optional=True, over=("share", "total"))),
    call("skpi_urban_interval", refuse("EDOM", "last_year", last_year=2021), returns="WHORIZON",
         n=count(3), n_years=n_years(2), last_year=year([2000, 2018, 2020]), first_year=axis(2020),
         share=open_share([.2, .3, .4, .5, .6, .7], "n*n_years"), n_h=count(2, zero="ENODATA"),
         horizon=horizons([5, 10], "n_h"), table=finite([-.1, .1, -.2, .3], "n_h*n_prob"), n_prob=count(2),
         prob=probability([.1, .9], "n_prob"), out=out("n*n_years*n_prob"), status=rows()),
    call("skpi_urban_cities",
         n=count(3), population=quantity([1000, 0, 5]), growth=finite([.02, -.01, .05]), n_years=count(4),
         urban=positive([5000, 5100, 5200, 5100, 5150], "n_years+1"), out=out("n*n_years"), status=rows()),
]

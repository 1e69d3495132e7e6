"""Calls of urban.h.  How to write a line stands at the top of kinds.py."""
from kinds import call, count, date, open_share, out, refuse, rows

CALLS = [
    call("skpi_urban_urgd",
         refuse("ENOTSORTED", "t1", t1=2030.0), refuse("ENOTSORTED", "t1", t1=2020.0, t2=2020.0),
         n=count(4), t1=date([2000.5, 2005, 2010, 2011]), share1=open_share([.3, .4, .5, .9]),
         t2=date([2010, 2015.5, 2020, 2021]), share2=open_share([.4, .35, .6, .95]),
         urgd=out(over=("t1", "share1", "t2", "share2")), status=rows()),
]

"""A script from outside the tree, with the standard library alone: the same calls and digits as stranger.c."""
import sys

sys.modules["numpy"] = None  # as on a system without NumPy
import smartkpi  # noqa: E402
from smartkpi import Basis, Table, award, carbon, catalogue, digital, economy, ensemble, index  # noqa: E402
from smartkpi import peers, series, urban  # noqa: E402


def show(what, *values):
    print(what, *("%.17g" % v for v in values))


print("base version", smartkpi.version())
print("base basis", Basis(vintage=2024).join(Basis(currency=156)))
try:
    urban.urgd(2015, 0.555, 2017, 41.5)
except smartkpi.Error as e:
    print("base error", e.name, f"{e.function}: {e}")  # in C the error names the function too

show("series interpolate", series.interpolate([2010, 2020], [0.4, 0.6], 2015, smartkpi.SKPI_SERIES_SCALE_LOGIT))
urgd = urban.urgd(2015, 0.555, 2017, 0.5796)
show("urban urgd", urgd)
show("urban project", *urban.project(2017, 0.5796, urgd, 2030, 3, size_class=smartkpi.SKPI_URBAN_SIZE_LARGE).share)

path = carbon.Path(smartkpi.SKPI_CARBON_SHAPE_PEAK, smartkpi.SKPI_CARBON_CONVENTION_INTEGRAL, t0=2024, e0=12.0, t_peak=2028, e_peak=12.5,
                   t_net_zero=2060)
path = path.replace(power=carbon.path_solve(path, smartkpi.SKPI_CARBON_TARGET_BUDGET, 260))
value, warming = carbon.path_value(path, 2040, 3), carbon.warming(260, prob=[0.17, 0.83])
show("carbon power", path.power)
show("carbon emission", *value.emission)
show("carbon cumulative", *value.cumulative)
show("carbon warming", warming.best)
show("carbon quantile", *warming.quantile)

show("digital share", *digital.share(Table([2022, 2023], [10.5, 11.25]), Table([2022, 2023], [120.25, 126.75])).share)
with economy.IOTable(economy.IOTableSource([[10, 30], [20, 15]], [100, 90], [70, 45], [60, 55])) as table:
    output, adb = table.leontief([6, 0]), digital.adb(table, [1, 0])
show("economy output", *output)
show("digital exact", adb.exact)
show("digital share_exact", adb.share_exact)

show("index rank", *(row[0] for row in index.rank([[71.5], [80.25], [71.5]])))
show("award place", *award.order(award.Scores(3, 2, [0, 1, 2] * 2, [0, 0, 0, 1, 1, 1], [7, 9, 5, 6, 8, 7]),
                                 smartkpi.SKPI_AWARD_RULE_BORDA).place)
show("peers distance", *(d for row in peers.distance([[1, 4], [3, 2.5]]) for d in row))
show("catalogue concentration", catalogue.concentration(0.021, smartkpi.SKPI_CATALOGUE_GAS_NO2))
entry = catalogue.entry(smartkpi.SKPI_CATALOGUE_LIST_GBT2018, 7)
print("catalogue entry", entry.code, entry.chinese)
show("catalogue weight", entry.weight)

show("ensemble draw", *ensemble.draw(3, 42, 0, 7, 2030, 0, 255))

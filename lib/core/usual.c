/* Usual values (usual.h). */
#include "core/usual.h"
#include "core/check.h"

#define FASTEST 0.05 /* largest change of a share in a year */

const skpi__usual skpi__growth = {"a growth rate a year", "percent", -0.1, 0.1, 0.5};
const skpi__usual skpi__decline = {"a decline a year", "percent", -HUGE_VAL, 0.5, 0};
const skpi__usual skpi__interest = {"a rate of interest a year", "percent", -0.3, 0.3, 5};
const skpi__usual skpi__urgd = {"a growth difference a year", "percent", -0.1, 0.1, 0.5};
const skpi__usual skpi__logit_deviation = {"a deviation of a year's step, in logits", "percent", 0, 0.5, 0};
const skpi__usual skpi__yearly_factor = {"a factor a year", "a decline instead of what is left", 0.5, HUGE_VAL, 0};
const skpi__usual skpi__yearly_part = {"the part of a stock that leaves it in a year", "percent", 0, 0.1, 0};
const skpi__usual skpi__yearly_cut = {"a cut a year", "percent", -HUGE_VAL, 0.2, 0};
const skpi__usual skpi__half_width = {"an uncertainty", "percent", 0, 1, 0};

skpi_status skpi__rate(skpi__at at, const char *name, double value, const skpi__usual *usual)
{
    const skpi_status s = skpi__finite(at, name, value);
    if (s || usual->limit == 0 || fabs(value) <= usual->limit) return s;
    return skpi__fail(at, SKPI_ERANGE, name, value, "is too large for %s: it is beyond %g (%s?)", usual->what,
                      usual->limit, usual->hint);
}

skpi_status skpi__unusual(skpi__at at, const char *name, double value, const skpi__usual *usual)
{
    if (value >= usual->least && value <= usual->most) return SKPI_OK;
    return skpi__warn(at, name, value, "is unusual for %s: %s %g (%s?)", usual->what,
                      value < usual->least ? "below" : "above", value < usual->least ? usual->least : usual->most,
                      usual->hint);
}

skpi_status skpi__urgd_check(skpi__at at, const char *name, double urgd, double share)
{
    const skpi_status s = skpi__finite(at, name, urgd);
    if (s || fabs(urgd) <= skpi__urgd.limit || fabs(urgd) * share * (1 - share) <= FASTEST) return s;
    return skpi__fail(at, SKPI_ERANGE, name, urgd,
                      "is too large for the growth difference a year of a share of %g (percent?)", share);
}

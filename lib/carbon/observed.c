/* A row of a table of emissions without its missing years. */
#include "carbon/observed.h"
#include "core/check.h"
#include "core/size.h"
#include "series/row_values.h"

skpi_status skpi__observed(skpi__at at, const skpi_table *y, size_t i, double *t, double *v, size_t *n)
{
    skpi__row_range range;
    skpi_status s = skpi__row_range_of(at, "emission->value", y, i, &range);
    if (s) return s;
    if (!range.used) return skpi__refuse(at, SKPI_ENODATA, "emission->value", "has no value in this row");
    /* a step of 900 years at the steepest slope must be a double */
    if ((s = skpi__result(at, "emission->value", 2e6 * (range.high / 2 - range.low / 2)))) return s;
    *n = skpi__row_values(y, i, y->year[0], t, v);
    return *n < y->m ? SKPI_WMISSING : SKPI_OK;
}

double *skpi__slopes_room(size_t m, size_t extra)
{
    /* m is at most the number of years of the window, so the product cannot overflow */
    return skpi__alloc(m * (m - 1) / 2 + extra * m + 1, 1, sizeof(double));
}

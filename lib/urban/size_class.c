/* The size class of a place, which selects one of the two lines of the world norm.
 *
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision: Methodology: two groups, divided at two
 * million inhabitants; by the population in the base year of the revision and not in the year of the last observation.
 */
#include "core/check.h"
#include "core/rows.h"
#include "numeric/decimal.h"
#include <smartkpi/urban.h>

#define SMALLEST 20000 /* a smaller population is probably in thousands: few countries have so few inhabitants */

typedef struct size_class_call {
    const double *population;
    double least; /* the least population of a large place */
    int persons;  /* 1: the threshold is that of 2018, in persons */
    int32_t *size_class;
} size_class_call;

static skpi_status size_class_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const size_class_call *c = call;
    const skpi_status s = skpi__quantity(at, "population", c->population[i]);
    (void)kept;
    if (s || !c->persons || c->population[i] >= SMALLEST) return s;
    return skpi__warn(at, "population", c->population[i], "is a small population, below %d inhabitants (thousands?)",
                      SMALLEST);
}

static skpi_status size_class_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const size_class_call *c = call;
    (void)at, (void)kept;
    c->size_class[i] = skpi__reaches(c->population[i], c->least, 0) ? SKPI_URBAN_SIZE_LARGE : SKPI_URBAN_SIZE_SMALL;
    return SKPI_OK;
}

static void size_class_fail(const void *call, size_t i) { ((const size_class_call *)call)->size_class[i] = SKPI_NONE; }

skpi_status skpi_urban_size_class(size_t n, const double *population, double threshold, int32_t *size_class,
                                  int32_t *status)
{
    static const skpi__rows_steps steps = {0, size_class_check, size_class_compute, size_class_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const double least = threshold != 0 ? threshold : 2e6;
    skpi_status s;
    if ((s = skpi__rows_array(&r, "population", population)) || (s = skpi__quantity(r.at, "threshold", threshold)) ||
        (s = skpi__rows_array(&r, "size_class", size_class)))
        return s;
    return skpi__rows_run(&r, &steps, &(size_class_call){population, least, threshold == 0, size_class});
}

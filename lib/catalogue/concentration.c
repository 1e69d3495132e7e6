/* Parts per million to micrograms per cubic metre, by the factors of the verification manual of U4SSC (2022). */
#include <smartkpi/catalogue.h>
#include "core/check.h"
#include "core/rows.h"

typedef struct concentration_call {
    const double *ppm;
    double factor, *concentration;
} concentration_call;

static skpi_status concentration_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const concentration_call *c = call;
    const skpi_status s = skpi__quantity(at, "ppm", c->ppm[i]);
    (void)kept;
    return s ? s : skpi__result(at, "concentration", c->ppm[i] * c->factor);
}

static skpi_status concentration_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const concentration_call *c = call;
    (void)at;
    (void)kept;
    c->concentration[i] = c->ppm[i] * c->factor;
    return SKPI_OK;
}

static void concentration_fail(const void *call, size_t i)
{
    ((const concentration_call *)call)->concentration[i] = (double)NAN;
}

skpi_status skpi_catalogue_concentration(size_t n, const double *ppm, int32_t gas, double *concentration,
                                         int32_t *status)
{
    static const int32_t gases[] = {SKPI_CATALOGUE_GAS_NO2, SKPI_CATALOGUE_GAS_SO2, SKPI_CATALOGUE_GAS_O3, 0};
    static const skpi__rows_steps steps = {0, concentration_check, concentration_compute, concentration_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    concentration_call c = {.ppm = ppm, .concentration = concentration};
    skpi_status s;
    if ((s = skpi__rows_array(&r, "ppm", ppm)) ||
        (s = skpi__choice(r.at, "gas", gas, gases, "a gas (enum skpi_catalogue_gas)")) ||
        (s = skpi__rows_array(&r, "concentration", concentration)))
        return s;
    c.factor = gas == SKPI_CATALOGUE_GAS_NO2 ? 1900 : gas == SKPI_CATALOGUE_GAS_SO2 ? 2620 : 1960;
    return skpi__rows_run(&r, &steps, &c);
}

/* The digital economy as a share of GDP: a quotient of two tables whose figures mean the same.
 *
 * A share in the GDP of another vintage is wrong without looking wrong: China 2023 is 9.855 % of GDP after the census
 * and 10.119 % of the preliminary one.  The bases are therefore joined first, and stated differences are refused.
 * Source: the quotient needs none; figures: National Bureau of Statistics of China, 31 December 2024.
 */
#include <smartkpi/digital.h>
#include "core/basis.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/share.h"
#include "numeric/decimal.h"
#include "series/jump.h"

skpi_status skpi__digital_pair(skpi__at at, const char *name_digital, double digital, const char *name_gdp, double gdp)
{
    skpi_status s;
    if (!isnan(digital) && (s = skpi__quantity(at, name_digital, digital))) return s;
    if (isnan(gdp)) return SKPI_WMISSING;
    if ((s = skpi__divisor(at, name_gdp, gdp))) return s;
    if (isnan(digital)) return SKPI_WMISSING;
    if (!skpi__reaches(gdp, digital, 0)) /* parts may be the whole: .1 + .2 of .3 */
        return skpi__fail(at, SKPI_ERANGE, name_digital, digital, "is a part larger than the whole, %s = %g (units?)",
                          name_gdp, gdp);
    return SKPI_OK;
}

skpi_status skpi__digital_break(skpi__at at, const char *name_digital, const skpi_table *digital, const char *name_gdp,
                                const skpi_table *gdp, size_t i, double *room)
{
    const skpi_status s = skpi__jump_warn_values(at, name_digital, digital, i, room);
    return s ? s : skpi__jump_warn_values(at, name_gdp, gdp, i, room);
}

typedef struct share_call {
    skpi_table digital, gdp;
    double *share;
    double *room; /* 2 m */
} share_call;

static skpi_status share_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const share_call *c = call;
    const size_t m = c->digital.m;
    const double *digital = c->digital.value + i * m, *gdp = c->gdp.value + i * m;
    int32_t warnings = 0;
    (void)kept;
    for (size_t j = 0; j < m; j++) {
        const skpi_status s =
            skpi__digital_pair(skpi__column(at, j), "digital->value", digital[j], "gdp->value", gdp[j]);
        if (s < 0) return s;
        warnings |= s;
    }
    warnings |= skpi__digital_break(at, "digital->value", &c->digital, "gdp->value", &c->gdp, i, c->room);
    return (skpi_status)warnings;
}

static skpi_status share_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const share_call *c = call;
    (void)at, (void)kept;
    for (size_t j = i * c->digital.m; j < (i + 1) * c->digital.m; j++)
        c->share[j] = skpi__digital_quotient(c->digital.value[j], c->gdp.value[j]);
    return SKPI_OK;
}

static void share_fail(const void *call, size_t i)
{
    const share_call *c = call;
    skpi__set_nan_row(c->share, i, c->digital.m);
}

skpi_status skpi_digital_share(const skpi_table *digital, const skpi_table *gdp, double *share, skpi_basis *basis,
                               int32_t *status)
{
    static const skpi__rows_steps steps = {0, share_check, share_compute, share_fail};
    const skpi__at at = skpi__here(__func__);
    share_call c = {.share = share};
    skpi_table *const d = &c.digital, *const g = &c.gdp;
    skpi_basis joined, given;
    skpi_status s;
    if ((s = SKPI__TABLE(at, digital, d)) || (s = SKPI__TABLE(at, gdp, g)) ||
        (s = skpi__same_axes(at, SKPI__TABLE_NAMES(digital), d, SKPI__TABLE_NAMES(gdp), g)) ||
        (s = skpi__join(at, "digital->basis", d->basis, "gdp->basis", g->basis, &joined)))
        return s;
    skpi__rows r = skpi__rows_begin(__func__, d->n, status);
    if ((s = skpi__rows_matrix(&r, "share", share, d->m)) ||
        (s = SKPI__STRUCT_OR_NULL(at, basis, SKPI_BASIS_FLAG_LINKED, &given)))
        return s;
    c.room = skpi__alloc(d->m, 2, sizeof *c.room);
    if (!c.room) return skpi__no_memory(at, "digital->m", d->m);
    s = skpi__rows_run(&r, &steps, &c);
    free(c.room);
    if (s >= 0 && basis) SKPI__STRUCT_WRITE(basis, &joined);
    return s;
}

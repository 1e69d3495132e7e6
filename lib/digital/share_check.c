/* Published shares held against the quotient of the figures that are published with them.
 *
 * A figure stands for all values that round to it: half a unit of its last digit to either side.  The unit is not given,
 * so it is the largest power of ten of which all figures of the row are multiples: a row of whole thousands is taken to
 * be known to half a thousand, which may hide a difference and never makes one.  With units a, b and c of the value v,
 * the GDP g and the share p, rounding explains
 *   |v/g - p| <= (a/2 + v/g b/2)/(g - b/2) + c/2
 */
#include <smartkpi/digital.h>
#include "core/basis.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/share.h"
#include "numeric/last_digit.h"

/* distance in decimal logarithms: a quotient within 15 % of a power of ten is reported as that power */
#define ALIKE .06
/* relative tolerance, larger than the rounding of a decimal figure to a double: a figure has at most ten digits */
#define EXACT 1e-9

typedef struct share_check_call {
    skpi_table digital, gdp, published;
    skpi_digital_share_check_out out;
} share_check_call;

/* The smallest unit of the row's figures; 0 if all are 0 or missing. */
static double share_check_unit(size_t m, const double *value)
{
    double least = 0;
    for (size_t j = 0; j < m; j++) {
        const double unit = value[j] > 0 ? skpi__last_digit(value[j]) : 0;
        if (unit > 0 && (least == 0 || unit < least)) least = unit;
    }
    return least;
}

typedef struct share_check_units {
    double digital, gdp, published;
} share_check_units;

static share_check_units share_check_units_of(const share_check_call *c, size_t i)
{
    const size_t m = c->digital.m;
    return (share_check_units){share_check_unit(m, c->digital.value + i * m), share_check_unit(m, c->gdp.value + i * m),
                               share_check_unit(m, c->published.value + i * m)};
}

/* The largest difference that rounding can explain in cell k.  The share and the difference are NaN if a figure is
 * missing. */
static double share_check_cell(const share_check_call *c, const share_check_units *u, size_t k, double *share,
                               double *difference)
{
    const double gdp = c->gdp.value[k];
    *share = skpi__digital_quotient(c->digital.value[k], gdp);
    *difference = *share - c->published.value[k];
    return (u->digital / 2 + *share * (u->gdp / 2)) / (gdp - u->gdp / 2) + u->published / 2;
}

/* The power of ten by which both shares may differ, in words. */
static const char *share_check_reading(double share, double published)
{
    static const char *const reading[] = {" (a thousandth?)", " (a hundredth?)",     " (a tenth?)",         "",
                                          " (ten times?)",    " (a hundred times?)", " (a thousand times?)"};
    const double ten = share > 0 && published > 0 ? log10(share / published) : 0, whole = round(ten);
    return fabs(ten - whole) <= ALIKE && fabs(whole) <= 3 ? reading[(int)whole + 3] : "";
}

static skpi_status share_check_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const share_check_call *c = call;
    const size_t m = c->digital.m;
    int32_t warnings = 0;
    skpi_status s;
    (void)kept;
    for (size_t j = 0; j < m; j++) {
        const size_t k = i * m + j;
        const skpi__at here = skpi__column(at, j);
        if ((s = skpi__digital_pair(here, "digital->value", c->digital.value[k], "gdp->value", c->gdp.value[k])) < 0)
            return s;
        warnings |= s;
        if (isnan(c->published.value[k]))
            warnings |= SKPI_WMISSING;
        else if ((s = skpi__share(here, "published->value", c->published.value[k])))
            return s;
    }
    const share_check_units u = share_check_units_of(c, i);
    for (size_t j = 0; j < m; j++) {
        double share, difference;
        const double published = c->published.value[i * m + j];
        const double rounding = share_check_cell(c, &u, i * m + j, &share, &difference);
        if (isnan(difference) || fabs(difference) <= rounding + EXACT * share) continue;
        warnings |=
            skpi__warn(skpi__column(at, j), "published->value", published,
                       "is not digital->value over gdp->value, %g: rounding explains a difference of at most %g%s",
                       skpi__digits(share, 3), skpi__digits(rounding, 3), share_check_reading(share, published));
        at.warned = 1;
    }
    return (skpi_status)warnings;
}

static skpi_status share_check_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const share_check_call *c = call;
    const share_check_units u = share_check_units_of(c, i);
    (void)at, (void)kept;
    for (size_t k = i * c->digital.m; k < (i + 1) * c->digital.m; k++) {
        double share, difference;
        const double rounding = share_check_cell(c, &u, k, &share, &difference);
        skpi__set(c->out.share, k, share);
        skpi__set(c->out.difference, k, difference);
        skpi__set(c->out.rounding, k, isnan(difference) ? (double)NAN : rounding);
    }
    return SKPI_OK;
}

static void share_check_fail(const void *call, size_t i)
{
    const share_check_call *c = call;
    skpi__set_nan_row(c->out.share, i, c->digital.m);
    skpi__set_nan_row(c->out.difference, i, c->digital.m);
    skpi__set_nan_row(c->out.rounding, i, c->digital.m);
}

skpi_status skpi_digital_share_check(const skpi_table *digital, const skpi_table *gdp, const skpi_table *published,
                                     skpi_digital_share_check_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {0, share_check_check, share_check_compute, share_check_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    share_check_call c;
    skpi_basis joined, all;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, digital, &c.digital)) || (s = SKPI__TABLE(r.at, gdp, &c.gdp)) ||
        (s = skpi__same_axes(r.at, SKPI__TABLE_NAMES(digital), &c.digital, SKPI__TABLE_NAMES(gdp), &c.gdp)) ||
        (s = SKPI__TABLE(r.at, published, &c.published)) ||
        (s = skpi__same_axes(r.at, SKPI__TABLE_NAMES(digital), &c.digital, SKPI__TABLE_NAMES(published),
                             &c.published)) ||
        (s = skpi__join(r.at, "digital->basis", c.digital.basis, "gdp->basis", c.gdp.basis, &joined)) ||
        (s = skpi__join(r.at, "digital->basis", &joined, "published->basis", c.published.basis, &all)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    r.n = c.digital.n;
    r.count = "digital->n";
    return skpi__rows_run(&r, &steps, &c);
}

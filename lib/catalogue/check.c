/* Figures that belong together: parts of a whole, nested levels. */
#include <smartkpi/catalogue.h>
#include "core/check.h"
#include "core/rows.h"
#include "numeric/decimal.h"

#define WHOLE .02 /* what the verification manual allows: 2 in 100 */

typedef struct check_call {
    size_t n_parts;
    const double *part;
    int32_t rule;
} check_call;

static skpi_status check_row(skpi__at at, const void *call, size_t i, void *kept)
{
    const check_call *c = call;
    const double *const part = c->part + i * c->n_parts;
    double sum = 0;
    skpi_status s;
    (void)kept;
    for (size_t k = 0; k < c->n_parts; k++) {
        if ((s = skpi__share(skpi__column(at, k), "part", part[k]))) return s;
        sum += part[k];
    }
    if (c->rule == SKPI_CATALOGUE_RULE_WHOLE && fabs(sum - 1) > WHOLE * (1 + 1e-12))
        return skpi__refuse(at, SKPI_EINCONSISTENT, "part", "adds up to %g, not 1", skpi__digits(sum, 6));
    for (size_t k = 1; c->rule == SKPI_CATALOGUE_RULE_NESTED && k < c->n_parts; k++)
        if (!skpi__reaches(part[k - 1], part[k], 0))
            return skpi__fail(skpi__column(at, k), SKPI_EINCONSISTENT, "part", part[k],
                              "is above the level that contains it, %g", part[k - 1]);
    return SKPI_OK;
}

static skpi_status check_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    (void)at;
    (void)call;
    (void)i;
    (void)kept;
    return SKPI_OK;
}

static void check_fail(const void *call, size_t i)
{
    (void)call;
    (void)i;
}

skpi_status skpi_catalogue_check(size_t n, size_t n_parts, const double *part, int32_t rule, int32_t *status)
{
    static const int32_t rules[] = {SKPI_CATALOGUE_RULE_WHOLE, SKPI_CATALOGUE_RULE_NESTED, 0};
    static const skpi__rows_steps steps = {0, check_row, check_compute, check_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const check_call c = {n_parts, part, rule};
    skpi_status s;
    if ((s = skpi__count(r.at, "n_parts", n_parts)) || (s = skpi__rows_matrix(&r, "part", part, n_parts)) ||
        (s = skpi__choice(r.at, "rule", rule, rules, "a rule (enum skpi_catalogue_rule)")))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}

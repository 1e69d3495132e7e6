/* Options of the urban module, read and checked once, in the form in which the arithmetic wants them. */
#ifndef SKPI_URBAN_OPTIONS_H
#define SKPI_URBAN_OPTIONS_H
#include "core/error.h"
#include <smartkpi/urban.h>

typedef struct skpi__urban_rules {
    int32_t method;
    size_t n_norm;      /* coefficients per law, at least 1 */
    const double *norm; /* 2 x n_norm, large law first */
    int limited;        /* the base URGD has limits */
    double urgd_min, urgd_max;
} skpi__urban_rules;

/* NULL: all defaults.  Status: SKPI_OK, SKPI_EINVAL (method; a norm without its length or the reverse), SKPI_ESTRUCT,
 * SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_EINCONSISTENT (urgd_min above urgd_max) */
skpi_status skpi__urban_rules_take(skpi__at at, const skpi_urban_options *options, skpi__urban_rules *rules);

/* One of enum skpi_urban_law, else SKPI_EINVAL. */
skpi_status skpi__urban_law(skpi__at at, const char *name, int32_t law);

/* h(p) = sum c_k p^k, per year. */
double skpi__urban_h(const skpi__urban_rules *rules, int32_t law, double p);

#endif

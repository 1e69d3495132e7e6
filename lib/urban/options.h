/* Options of the urban module, read and checked once, in the form in which the arithmetic wants them. */
#ifndef SKPI_URBAN_OPTIONS_H
#define SKPI_URBAN_OPTIONS_H
#include "core/error.h"
#include <smartkpi/urban.h>

enum { SKPI__URBAN_METHODS = 10 }; /* that a mean can have: all but itself */

typedef struct skpi__urban_rules {
    int32_t method;
    int fallback;       /* one observation alone is enough */
    size_t n_norm;      /* coefficients per law, at least 1 */
    const double *norm; /* 2 x n_norm, large law first */
    int limited;        /* the base URGD has limits */
    double urgd_min, urgd_max;
    double damping, converge_to, converge_by;
    double ceiling;   /* 0 = fitted */
    size_t n_windows; /* 0 = by the method */
    const double *window;
    size_t n_methods; /* of the mean, else 0 */
    const int32_t *methods;
    double weight[SKPI__URBAN_METHODS]; /* sum 1 */
} skpi__urban_rules;

/* NULL: all defaults.  Status: SKPI_OK, SKPI_EINVAL (no such method, none of the caller's norm where one is needed; an
 * array without its length or the reverse), SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE, SKPI_EDOM,
 * SKPI_EINCONSISTENT (urgd_min above urgd_max; converge_to both zero and not), SKPI_ENODATA (a mean of nothing),
 * SKPI_EDUPLICATE (a method twice in a mean), SKPI_EZERODIV (weights that add up to 0) */
skpi_status skpi__urban_rules_take(skpi__at at, const skpi_urban_options *options, skpi__urban_rules *rules);
/* EINVAL if the method, or one of the mean's, needs a history. */
skpi_status skpi__urban_rules_memoryless(skpi__at at, const skpi__urban_rules *rules);
/* The argument law, n values: EINVAL if it is NULL although the options' method, or from histories the fallback, uses
 * the norm.  Faults of the options themselves are left to skpi__urban_rules_take. */
skpi_status skpi__urban_laws(skpi__at at, size_t n, const int32_t *law, const skpi_urban_options *options, int history);

/* One of enum skpi_urban_size, else SKPI_EINVAL. */
skpi_status skpi__urban_law(skpi__at at, const char *name, int32_t law);

/* h(p) = sum c_k p^k, per year. */
double skpi__urban_h(const skpi__urban_rules *rules, int32_t law, double p);

#endif

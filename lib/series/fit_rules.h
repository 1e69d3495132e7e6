/* Rules and results of a fit of one series, shared by the models. */
#ifndef SKPI_SERIES_FIT_RULES_H
#define SKPI_SERIES_FIT_RULES_H
#include "series/curve.h"

/* What a fit may do.  Bounds of the curves' three parameters in the order of series.h; -INFINITY and INFINITY = none,
 * equal = held.  A ceiling without an upper bound is sought up to 1000 times the largest value. */
typedef struct skpi__fit_rules {
    int32_t model;
    double lower[3], upper[3];
    double ceiling;     /* logit line */
    double launch;      /* Bass */
    double alpha, beta; /* Holt; NAN = fitted */
} skpi__fit_rules;

typedef struct skpi__fit {
    int32_t model;
    int32_t at_bound; /* mask of parameters */
    size_t used;
    double parameter[SKPI__CURVE_MOST];                    /* unused ones NAN */
    double covariance[SKPI__CURVE_MOST][SKPI__CURVE_MOST]; /* of the fitted ones; held ones 0 */
    double sse, sigma, freedom;                            /* freedom: degrees of freedom of sigma */
    double first_t, last_t, last_y;                        /* the first date; the last value */
    double step;                                           /* Holt: years between its values */
} skpi__fit;

/* No bounds; ceiling 1, launch NAN (a year before the first value), weights fitted. */
skpi__fit_rules skpi__fit_free(int32_t model);
/* The fewest values that a model needs. */
size_t skpi__fit_least(const skpi__fit_rules *rules);
/* The number of parameters that a fit of the model gives; Holt's are among them. */
size_t skpi__fit_parameters(int32_t model);

#endif

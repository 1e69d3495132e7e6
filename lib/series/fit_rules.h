/* Rules and results of a fit of one series, shared by the models. */
#ifndef SKPI_SERIES_FIT_RULES_H
#define SKPI_SERIES_FIT_RULES_H
#include "series/curve.h"
#include <math.h>

#define SKPI__CURVE_SLOWEST 1e-9 /* a year: a logistic or Gompertz curve nearer to 0 is level */

/* The rules of a fit.  lower and upper bound the three parameters of a curve, in the order of series.h.  -INFINITY and
 * INFINITY are no bounds; equal bounds hold the parameter.  A ceiling without an upper bound is searched up to 1000
 * times the largest value. */
typedef struct skpi__fit_rules {
    int32_t model;
    double lower[3], upper[3];
    double ceiling;     /* logit line */
    double launch;      /* Bass */
    double alpha, beta; /* Holt; NAN = fitted */
} skpi__fit_rules;

typedef struct skpi__fit {
    int32_t model;
    int32_t at_bound; /* mask of the parameters at a bound */
    size_t used;
    double parameter[SKPI__CURVE_MOST];                    /* NAN beyond those of the model */
    double covariance[SKPI__CURVE_MOST][SKPI__CURVE_MOST]; /* of the fitted parameters; 0 for held ones */
    double sse, sigma, freedom;                            /* freedom: the degrees of freedom of sigma */
    double first_t, last_t, last_y;                        /* the first date, the last date and its value */
    double step;                                           /* Holt: years between the values used */
} skpi__fit;

/* The default rules of a model: no bounds, ceiling 1, launch NAN (a year before the first value), fitted weights. */
skpi__fit_rules skpi__fit_free(int32_t model);
/* The ceiling of a curve that is held; INFINITY if it is fitted. */
static inline double skpi__fit_held_ceiling(const skpi__fit_rules *rules)
{
    return rules->lower[0] == rules->upper[0] ? rules->upper[0] : (double)INFINITY;
}
/* The fewest values that a model needs. */
size_t skpi__fit_least(const skpi__fit_rules *rules);
/* The number of parameters that a fit of the model gives, also for Holt. */
size_t skpi__fit_parameters(int32_t model);

#endif

/* Checks of arguments.  There is one helper for each kind, so that the words of an error are the same in every module.
 *
 * Each helper takes the position, the name and the value of an argument, and returns SKPI_OK or the recorded failure.
 * A helper that takes a double refuses NaN and infinities with ENOTFINITE.
 */
#ifndef SKPI_CORE_CHECK_H
#define SKPI_CORE_CHECK_H
#include "core/error.h"
#include <float.h>
#include <math.h>

#define SKPI__YEAR_MIN 1500
#define SKPI__YEAR_MAX 2400

skpi_status skpi__finite(skpi__at at, const char *name, double value);
skpi_status skpi__share(skpi__at at, const char *name, double value);       /* [0,1], else ERANGE */
skpi_status skpi__open_share(skpi__at at, const char *name, double value);  /* (0,1): 0 and 1 are EDOM */
skpi_status skpi__probability(skpi__at at, const char *name, double value); /* (0,1), else ERANGE */
skpi_status skpi__quantity(skpi__at at, const char *name, double value);    /* >= 0, else ERANGE */
skpi_status skpi__positive(skpi__at at, const char *name, double value);    /* > 0: 0 is EDOM, below ERANGE */
skpi_status skpi__divisor(skpi__at at, const char *name, double value);     /* > 0: 0 is EZERODIV, below ERANGE */
skpi_status skpi__date(skpi__at at, const char *name, double value);        /* an allowed decimal year, else ERANGE */
skpi_status skpi__year(skpi__at at, const char *name, int32_t value);       /* the same for whole years */
/* Whole years in the allowed years (ERANGE) that increase (ENOTSORTED, EDUPLICATE). */
skpi_status skpi__years(skpi__at at, const char *name, size_t m, const int32_t *year);
/* The years first_year .. first_year + n_years - 1 are allowed years.  name is that of first_year; n_years may be 0. */
skpi_status skpi__axis(skpi__at at, const char *name, int32_t first_year, size_t n_years);
/* One of the choices, else EINVAL.  choices ends with 0.  what describes the choice: "an urban method (enum
 * skpi_urban_method)". */
skpi_status skpi__choice(skpi__at at, const char *name, int32_t value, const int32_t *choices, const char *what);
/* Refuses a value that is none of the choices (EINVAL).  If the value is a constant of another enum, the words name
 * it. */
skpi_status skpi__no_choice(skpi__at at, const char *name, int32_t value, const char *what);
/* The value is 0 or 1, else EINVAL. */
skpi_status skpi__flag(skpi__at at, const char *name, int32_t value);
/* The n_prob probabilities of quantiles. */
skpi_status skpi__probabilities(skpi__at at, const char *name, size_t n_prob, const double *prob);
/* The same, increasing (ENOTSORTED, EDUPLICATE). */
skpi_status skpi__probabilities_increase(skpi__at at, const char *name, size_t n_prob, const double *prob);
/* The coverage of an interval.  0 becomes the default 0.8; any other value must be a probability. */
skpi_status skpi__coverage(skpi__at at, const char *name, double *coverage);
/* A factor a year, of a member whose 0 is a default: above 1 it would grow without end (ERANGE). */
skpi_status skpi__factor(skpi__at at, const char *name, double value);
/* The pointer is not NULL, else EINVAL. */
skpi_status skpi__pointer(skpi__at at, const char *name, const void *pointer);
/* An array of n x m values: EINVAL if it is NULL and not empty, ENOMEM if no memory could hold it.  For elements larger
 * than a double the caller passes m = columns x sizeof / 8. */
skpi_status skpi__array(skpi__at at, const char *name, const void *array, size_t n, size_t m);
/* The same for an output that may be NULL: it checks only the size. */
skpi_status skpi__array_size(skpi__at at, const char *name, size_t n, size_t m);
/* A count that must not be 0, else ENODATA. */
skpi_status skpi__count(skpi__at at, const char *name, size_t n);
/* The sum of an array that was checked is finite, else EOVERFLOW; name is that of the array. */
skpi_status skpi__finite_sum(skpi__at at, const char *name, double sum);
/* A computed value is finite, else EOVERFLOW.  The test is inline because loops over cells call it. */
skpi_status skpi__no_result(skpi__at at, const char *name, double value);
static inline skpi_status skpi__result(skpi__at at, const char *name, double value)
{
    return isfinite(value) ? SKPI_OK : skpi__no_result(at, name, value);
}
/* Some computed values in order: the first that is not finite is EOVERFLOW.  In the second form NaN says that a value is
 * not defined, and is allowed. */
typedef struct skpi__named {
    const char *name;
    double value;
} skpi__named;
skpi_status skpi__results(skpi__at at, size_t n, const skpi__named *result);
skpi_status skpi__results_defined(skpi__at at, size_t n, const skpi__named *result);
#define SKPI__RESULTS(at, array) skpi__results(at, sizeof(array) / sizeof *(array), array)
#define SKPI__RESULTS_DEFINED(at, array) skpi__results_defined(at, sizeof(array) / sizeof *(array), array)
/* A computed value that is not 0 is large enough to have all its digits, else EOVERFLOW. */
skpi_status skpi__too_small(skpi__at at, const char *name, double value);
static inline skpi_status skpi__result_normal(skpi__at at, const char *name, double value)
{
    return fabs(value) >= DBL_MIN ? SKPI_OK : skpi__too_small(at, name, value);
}

#endif

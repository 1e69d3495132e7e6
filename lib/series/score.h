/* Scores of the forecasts of one method; nothing is allocated. */
#ifndef SKPI_SERIES_SCORE_H
#define SKPI_SERIES_SCORE_H
#include <math.h>
#include <smartkpi/series.h>
#include "core/error.h"

/* n forecasts and what came; NaN in either = left out. */
typedef struct skpi__forecasts {
    size_t n;
    const double *forecast, *truth; /* n each */
    const double *low, *high;       /* n each, the ends of intervals; NULL or NaN = none */
    double coverage;                /* the coverage for which the intervals were made */
} skpi__forecasts;

typedef struct skpi__score {
    double rmse, mae, median, bias, coverage, interval, quantile_crps; /* NaN: there is none */
    int32_t count, n_interval;                                         /* pairs used, those with an interval */
} skpi__score;
/* A value that is missing, or finite and so near the truth that their distance is a double.  NaN: no truth. */
skpi_status skpi__score_value(skpi__at at, const char *name, double x, double truth);
/* The mean of n values whose squares and sum may leave the range of a double; NaN of none. */
double skpi__score_mean(size_t n, const double *x);
/* What an interval costs: its width, and 2/alpha for each unit by which it misses. */
static inline double skpi__interval_score(double low, double high, double coverage, double truth)
{
    return high - low + 2 / (1 - coverage) * (fmax(low - truth, 0) + fmax(truth - high, 0));
}
/* room: n values. */
skpi__score skpi__score_of(const skpi__forecasts *f, double *room);

/* The outputs that all functions with scores have, an element a method; NULL = not wanted. */
typedef struct skpi__score_outputs {
    double *rmse, *mae, *median, *bias, *coverage, *interval_score, *quantile_crps;
    int32_t *count, *n_interval;
} skpi__score_outputs;
#define SKPI__SCORE_OUTPUTS(o)                                                                              \
    ((skpi__score_outputs){(o)->rmse, (o)->mae, (o)->median, (o)->bias, (o)->coverage, (o)->interval_score, \
                           (o)->quantile_crps, (o)->count, (o)->n_interval})
void skpi__score_write(const skpi__score_outputs *out, size_t method, const skpi__score *score);

#endif

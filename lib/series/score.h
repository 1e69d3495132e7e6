/* Scores of the forecasts of one method; nothing is allocated, and no error words are written. */
#ifndef SKPI_SERIES_SCORE_H
#define SKPI_SERIES_SCORE_H
#include <math.h>
#include <smartkpi/series.h>

/* n forecasts and what came; NaN in either = left out. */
typedef struct skpi__forecasts {
    size_t n;
    const double *forecast, *truth; /* n each */
    const double *low, *high;       /* n each, ends of intervals: NULL or NaN = none */
    double coverage;                /* which they were made for */
    size_t n_prob;
    const double *prob, *weight; /* n_prob each, weights of skpi__crps_weights */
    const double *quantile;      /* n x n_prob; NULL: the ends and the forecast between them stand for three */
    const double *deviation;     /* n, of normals around the forecasts; NULL = none */
    size_t n_draws;
    const double *draw; /* n x n_draws; NULL = none */
} skpi__forecasts;

typedef struct skpi__score {
    double rmse, mae, median, bias, coverage, interval, quantile_crps, normal_crps, draw_crps; /* NaN: there is none */
    int32_t count, n_interval; /* pairs used, those with an interval */
} skpi__score;
/* What an interval costs: its width, and 2/alpha for each unit by which it misses. */
static inline double skpi__interval_score(double low, double high, double coverage, double truth)
{
    return high - low + 2 / (1 - coverage) * (fmax(low - truth, 0) + fmax(truth - high, 0));
}
/* room: n, and n_draws behind them. */
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

/* Scores of the forecasts of one method; nothing is allocated, and no error words are written. */
#ifndef SKPI_SERIES_SCORE_H
#define SKPI_SERIES_SCORE_H
#include <smartkpi/series.h>

typedef struct skpi__score {
    double rmse, mae, median, bias, coverage, interval; /* NaN: no pair, no interval */
    int32_t count;                                      /* pairs used */
} skpi__score;
/* Scores of n pairs; NaN in either = left out; low and high may be NULL (no intervals) or hold NaN.  room: n. */
skpi__score skpi__score_of(size_t n, const double *forecast, const double *low, const double *high, double coverage,
                           const double *truth, double *room);

#endif

/* The state of a backtest: the record up to the origin, and the position of the target. */
#ifndef SKPI_URBAN_BACKTEST_FORECAST_H
#define SKPI_URBAN_BACKTEST_FORECAST_H
#include "urban/options.h"
#include "urban/record_norm.h"

typedef struct skpi__backtest {
    skpi__at at;
    skpi__urban_record record;
    skpi_table truth;      /* what forecasts are compared with */
    size_t origin, target; /* columns, of the record and of truth */
    int32_t lead;
    double coverage; /* of the intervals */
    skpi__urban_norm_rules fit;
    double norm[4];
    skpi__urban_rules rules[SKPI__URBAN_MEAN_MOST + 1]; /* of each method in use, read once; method 0: of another */
    double error[2];      /* quantiles of the United Nations' method at that lead; NaN: no earlier origin */
    double *date, *share; /* room for a history */
} skpi__backtest;

/* Whether the method, one of the mean's or the fallback takes the norm. */
int skpi__backtest_needs_norm(const skpi__urban_rules *rules, int32_t method);
/* Reads the options for one method, unless that was done, and for those of a mean; the fitted norm will stand in p. */
skpi_status skpi__backtest_rules_read(skpi__backtest *p, const skpi_urban_options *project, int32_t method);
/* What was read of a method. */
static inline const skpi__urban_rules *skpi__backtest_rules(const skpi__backtest *p, int32_t method)
{
    return &p->rules[method - SKPI_URBAN_METHOD_UN];
}
/* Refuses area i if its history gives a method, or one of a mean, no growth: before anything is written. */
skpi_status skpi__backtest_check(const skpi__backtest *p, const skpi__urban_rules *rules, size_t i);
/* Share of area i at the target by any method, after the check; *fallback becomes 1 if it is not the method's own. */
skpi_status skpi__backtest_forecast(const skpi__backtest *p, const skpi__urban_rules *rules, size_t i, double *share,
                                    int *fallback);
/* Ends of its interval; NaN: the method has none. */
void skpi__backtest_interval(const skpi__backtest *p, const skpi__urban_rules *rules, size_t i, double share,
                             double *low, double *high);
/* Sets the quantiles of the errors that the United Nations' method had before: targets up to the origin. */
skpi_status skpi__backtest_errors(skpi__backtest *p, const skpi__urban_rules *rules);

#endif

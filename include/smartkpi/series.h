/* Series: filling, trends, growth, curves and forecasts, compositions, scores of forecasts. */
#ifndef SMARTKPI_SERIES_H
#define SMARTKPI_SERIES_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

enum skpi_series_scale {
    SKPI_SERIES_SCALE_LINEAR = 9201,
    SKPI_SERIES_SCALE_LOG = 9202,
    SKPI_SERIES_SCALE_LOGIT = 9203
};

/* One series of n dated values -> values at m other dates inside the first and last one. */
SKPI_CHECK skpi_status skpi_series_interpolate(size_t n, const double *t, const double *y, int32_t scale, size_t m,
                                               const double *at, double *out, int32_t *status /* m */);
/* First date at which each row reaches the level, in either direction, linear on the scale between years. */
SKPI_CHECK skpi_status skpi_series_crossing(const skpi_table *y, double level, int32_t scale, double *date,
                                            int32_t *status);
/* Growth from each year to the next (n x m - 1 each; NULL = not wanted): relative, continuous per year; and in the
 * unit of y per year ("points" for shares). */
SKPI_CHECK skpi_status skpi_series_growth(const skpi_table *y, double *rate, double *points, int32_t *status);

/* Mann-Kendall test (ties corrected, continuity corrected) and Sen's slope.  NaN = missing. */
typedef struct skpi_series_trend_out {
    uint32_t size, flags;
    double *s, *variance, *z, *p, *slope, *intercept; /* n each; slope per year */
    int32_t *used;                                    /* n: values used */
} skpi_series_trend_out;
SKPI_CHECK skpi_status skpi_series_trend(const skpi_table *y, skpi_series_trend_out *out, int32_t *status);

enum skpi_series_model {
    SKPI_SERIES_MODEL_PERSISTENCE = 9101,
    SKPI_SERIES_MODEL_LINE = 9102,
    SKPI_SERIES_MODEL_LOGIT_LINE = 9103,
    SKPI_SERIES_MODEL_LOGISTIC = 9104,
    SKPI_SERIES_MODEL_GOMPERTZ = 9105,
    SKPI_SERIES_MODEL_BASS = 9106,
    SKPI_SERIES_MODEL_HOLT = 9107
};
typedef struct skpi_series_fit_options {
    uint32_t size, flags;
    int32_t model;                     /* enum skpi_series_model; no default: must be stated */
    int32_t anchor;                    /* 1: forecasts pass through the last value; Holt: 0 */
    double ceiling;                    /* of curves and logit line, held at this; 0 = fitted (logit line: 1) */
    double ceiling_min, ceiling_max;   /* bounds of a fitted ceiling, both 0 = none */
    double speed_min, speed_max;       /* bounds of the speed (logistic, Gompertz), per year, both 0 = none */
    double midpoint_min, midpoint_max; /* bounds of the midpoint (logistic, Gompertz), dates, both 0 = none */
    double launch;                     /* date at which Bass's curve leaves 0; 0 = a year before the first value */
    double alpha, beta;                /* Holt's weights, held at these, in [0,1]; both 0 = fitted */
} skpi_series_fit_options;
/* Parameters: persistence level; line a, b, t0 of a + b (t - t0); logit line a, b, t0, K; logistic and Gompertz
 * K, s, m; Bass m, p, q, launch; Holt alpha, beta, level, trend per year.  Unused ones are NaN. */
typedef struct skpi_series_fit_out {
    uint32_t size, flags;
    double *parameters; /* n x 4 */
    double *covariance; /* n x 4 x 4; 0 where a parameter is held or at a bound; NaN: persistence, Holt, unused ones */
    double *sse;        /* n: sum of squared residuals, on the scale of the fit (logit line: logits) */
    double *sigma;      /* n: residual standard error, on the scale of the fit */
    double *inflection; /* n: date of fastest growth of logit line and curves; NaN: others */
    int32_t *used;      /* n: values used */
    int32_t *at_bound;  /* n: bit j is set where parameter j lies at a bound */
} skpi_series_fit_out;
SKPI_CHECK skpi_status skpi_series_fit(const skpi_table *y, const skpi_series_fit_options *options,
                                       skpi_series_fit_out *out, int32_t *status);
typedef struct skpi_series_forecast_out {
    uint32_t size, flags;
    double *mean;     /* n x n_years: the point forecast */
    double *quantile; /* n x n_years x n_prob, of the next observation */
} skpi_series_forecast_out;
/* first_year is after the last value of each row. */
SKPI_CHECK skpi_status skpi_series_forecast(const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob,
                                            const double *prob, const skpi_series_fit_options *options,
                                            skpi_series_forecast_out *out, int32_t *status);
/* Curves from parameters (n x 4, as fit gives them); any model but Holt's. */
SKPI_CHECK skpi_status skpi_series_curve_value(int32_t model, size_t n, const double *parameters, int32_t first_year,
                                               size_t n_years, double *out, int32_t *status);

/* Compositions: k parts that sum to one. */
enum skpi_series_logratio { SKPI_SERIES_LOGRATIO_ALR = 9301, SKPI_SERIES_LOGRATIO_ILR = 9302 };
SKPI_CHECK skpi_status skpi_series_closure(size_t n, size_t k, const double *parts, double *out, int32_t *status);
SKPI_CHECK skpi_status skpi_series_to_logratios(size_t n, size_t k, const double *parts, int32_t form,
                                                double *out /* n x (k - 1) */, int32_t *status);
SKPI_CHECK skpi_status skpi_series_from_logratios(size_t n, size_t k, const double *logratio, int32_t form,
                                                  double *parts, int32_t *status);
typedef struct skpi_series_composition_forecast_out {
    uint32_t size, flags;
    double *share;    /* n_years x k: the point forecast, summing to 1 */
    double *quantile; /* n_years x k x n_prob: of each part by itself, of the next observation */
} skpi_series_composition_forecast_out;
/* Each log-ratio on a straight line in time, forecast back to parts; m years x k parts. */
SKPI_CHECK skpi_status skpi_series_composition_forecast(size_t m, size_t k, const int32_t *year, const double *parts,
                                                        int32_t first_year, size_t n_years, size_t n_prob,
                                                        const double *prob, skpi_series_composition_forecast_out *out);

/* Scores of n_methods forecasts of n truths (n_methods x n each; NaN = missing pair); low, high NULL = no interval. */
typedef struct skpi_series_score_out {
    uint32_t size, flags;
    double *rmse, *mae, *median, *bias; /* n_methods each; median of the absolute error; bias forecast - truth */
    double *coverage, *interval_score;  /* n_methods each */
    int32_t *count;                     /* n_methods: pairs used */
} skpi_series_score_out;
SKPI_CHECK skpi_status skpi_series_score(size_t n_methods, size_t n, const double *forecast, const double *low,
                                         const double *high, double level, const double *truth,
                                         skpi_series_score_out *out);

/* Forecasts from earlier years, compared with what came. */
typedef struct skpi_series_backtest_out {
    uint32_t size, flags;
    double *rmse, *mae, *median, *bias; /* n_models each, unit of y; bias forecast - truth */
    double *coverage, *interval_score;  /* n_models each */
    int32_t *count;                     /* n_models: pairs of a forecast and a truth */
    double *forecast, *low, *high;      /* n_models x n_origins x n x n_years; NaN = no fit from there */
} skpi_series_backtest_out;
/* options: for all models alike, model 0; level: of the intervals, 0 = 0.8. */
SKPI_CHECK skpi_status skpi_series_backtest(const skpi_table *y, size_t n_origins, const int32_t *origin,
                                            size_t n_years, size_t n_models, const int32_t *models,
                                            const skpi_series_fit_options *options, double level,
                                            skpi_series_backtest_out *out);
#ifdef __cplusplus
}
#endif
#endif

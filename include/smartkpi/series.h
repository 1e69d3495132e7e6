/* Series: filling, trends, growth, curves and forecasts, compositions, scores of forecasts. */
#ifndef SMARTKPI_SERIES_H
#define SMARTKPI_SERIES_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- filling, crossing, growth, trend */

/** Scale on which a series is a straight line between two values. */
enum skpi_series_scale {
    SKPI_SERIES_SCALE_LINEAR = 9201, /* the value itself */
    SKPI_SERIES_SCALE_LOG = 9202,    /* its logarithm: the growth rate is constant; for values above 0 */
    SKPI_SERIES_SCALE_LOGIT = 9203   /* its logit: the growth difference is constant; for shares */
};

/** Interpolates one series at dates from its first observation to its last one.
 *
 * `n`               count of dates.
 * `n_known`         count of observations; at least 1.
 * `date[n_known]`   date of each observation, increasing.
 * `value[n_known]`  number: the observations, in any unit; above 0 (LOG), shares (LOGIT).
 * `at[n]`           date at which a value is wanted, in any order.
 * `scale`           enum skpi_series_scale; with LOGIT, an interval that begins or ends at 0 or 1 is a straight line in
 *                   the share itself.
 * `out[n]`          number: the values, in the unit of value; at the date of an observation its value to the bit; may
 *                   be at.
 * `status[n]`       row status.
 *
 * `ERANGE`      value is below 0 (LOG and LOGIT); value is above 1 (LOGIT).
 * `EDOM`        value is 0 (LOG); at is outside the observations; date holds a value twice.
 * `ENOTSORTED`  date falls.
 */
SKPI_CHECK skpi_status skpi_series_interpolate(size_t n, size_t n_known, const double *date, const double *value,
                                               const double *at, int32_t scale, double *out, int32_t *status);

/** First date at which each row reaches a threshold, from below or from above.
 *
 * `y`          table of number, one series in each row; above 0 (LOG), shares (LOGIT).
 * `threshold`  number to be reached, in the unit of y.
 * `scale`      enum skpi_series_scale on which a row is a straight line between its years, as in
 *              skpi_series_interpolate.
 * `date[n]`    number: decimal year, where the year 2030 is the date 2030.0; NaN where the threshold is never reached.
 * `status[n]`  row status.
 *
 * `ERANGE`  threshold is below 0 (LOG and LOGIT); threshold is above 1 (LOGIT); y->value is below 0 (LOG and LOGIT);
 *           y->value is above 1 (LOGIT).
 * `EDOM`    threshold is 0 (LOG); y->value is 0 (LOG).
 */
SKPI_CHECK skpi_status skpi_series_crossing(const skpi_table *y, double threshold, int32_t scale, double *date,
                                            int32_t *status);

/** Growth of each row from each year to the next, as a rate and in points.  The points of a share are percentage points
 * divided by 100.
 *
 * `y`                 table of number, with at least two years; above 0 where rate is wanted.
 * `rate[n][m - 1]`    growth, continuous: ln(value1/value0)/(year1 - year0); NULL = not wanted.
 * `points[n][m - 1]`  number: (value1 - value0)/(year1 - year0), unit of y per year; NULL = not wanted.
 * `status[n]`         row status.
 *
 * `WUNUSUAL`   y->value has a break in a row: a step far beyond its usual change.
 * `ENODATA`    y->m is below 2.
 * `ERANGE`     y->value is below 0 although rate is wanted.
 * `EDOM`       y->value is 0 although rate is wanted.
 * `EOVERFLOW`  points is beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_series_growth(const skpi_table *y, double *rate, double *points, int32_t *status);

/** The trend of each row. */
typedef struct skpi_series_trend_out {
    uint32_t size, flags;
    double *s;         /* [n] number: S of Mann and Kendall, the number of rising pairs less that of falling pairs. */
    double *variance;  /* [n] quantity: variance of S without a trend, corrected for ties. */
    double *z;         /* [n] number: S in standard deviations, corrected for continuity; 0 if S is 0. */
    double *p;         /* [n] share: two-sided probability of such an S without a trend. */
    double *slope;     /* [n] number: Sen's slope, unit of y per year. */
    double *intercept; /* [n] number: value of the line with that slope in the first year of the table. */
    int32_t *used;     /* [n] integer: number of values used; SKPI_NONE in a failed row. */
    double *modified_variance; /* [n] quantity: variance of S in an autocorrelated series without a trend; NaN where the
                                * steps between the years used differ in length. */
    double *modified_z;        /* [n] number: S in such standard deviations, corrected for continuity; 0 if S is 0; NaN
                                * as modified_variance. */
    double *modified_p;        /* [n] share: two-sided probability of such an S in an autocorrelated series without a
                                * trend; NaN as modified_variance. */
} skpi_series_trend_out;
/** Tests whether each row rises or falls, by the test of Mann and Kendall and its form for autocorrelated series, and
 * gives Sen's slope.
 *
 * `y`          table of number, one series in each row; years may be left out; NaN = missing.
 * `out`        test and slope of each row.
 * `status[n]`  row status.
 *
 * `WMISSING`   a value is missing.
 * `WUNUSUAL`   y->value has a break in a row: a step far beyond its usual change.
 * `ENODATA`    y->value has fewer than two values in a row.
 * `EOVERFLOW`  out->slope or out->intercept is beyond the range of a double.
 *
 * Source: H. B. Mann, Econometrica 13 (1945) 245; M. G. Kendall, Rank Correlation Methods (1975); P. K. Sen, Journal of
 * the American Statistical Association 63 (1968) 1379; modified: K. H. Hamed and A. R. Rao, Journal of Hydrology 204
 * (1998) 182.
 */
SKPI_CHECK skpi_status skpi_series_trend(const skpi_table *y, skpi_series_trend_out *out, int32_t *status);

/* ---- curves and forecasts */

/** Form of a series in time t; after it the columns of its parameters, in their order. */
enum skpi_series_model {
    SKPI_SERIES_MODEL_PERSISTENCE = 9101, /* level */
    SKPI_SERIES_MODEL_LINE = 9102,        /* a + b (t - t0): a, b, t0 */
    SKPI_SERIES_MODEL_LOGIT_LINE = 9103,  /* K / (1 + exp(-a - b (t - t0))): a, b, t0, K */
    SKPI_SERIES_MODEL_LOGISTIC = 9104,    /* K / (1 + exp(-s (t - m))): K, s, m */
    SKPI_SERIES_MODEL_GOMPERTZ = 9105,    /* K exp(-exp(-s (t - m))): K, s, m */
    SKPI_SERIES_MODEL_BASS = 9106,        /* m (1 - E)/(1 + E q/p), E = exp(-(p + q) (t - launch)): m, p, q, launch */
    SKPI_SERIES_MODEL_HOLT = 9107         /* exponential smoothing, which has no curve: alpha, beta, last level, last
                                           * trend per year */
};

/** A model and its options.  A member that the model does not use must be 0.
 *
 * `EINCONSISTENT`  ceiling_min is above ceiling_max; ceiling is given beside ceiling_max; speed_min is above speed_max;
 *                  midpoint_min is above midpoint_max.
 * `ERANGE`         speed_min and speed_max are both nearer to 0 than 1e-9 (curves of such speeds are level).
 */
typedef struct skpi_series_fit_options {
    uint32_t size, flags;
    int32_t model;  /* enum skpi_series_model; 0 = none, which only skpi_series_backtest takes. */
    int32_t anchor; /* flag: forecasts pass through the last value; 0 = they follow the curve; only for model =
                     * PERSISTENCE, LINE, LOGIT_LINE, LOGISTIC, GOMPERTZ, BASS. */
    double ceiling; /* quantity: fixed ceiling in the unit of y; 0 = fitted (LOGIT_LINE: 1); only for model =
                     * LOGIT_LINE, LOGISTIC, GOMPERTZ, BASS. */
    double ceiling_min, ceiling_max; /* quantity: bounds of a fitted ceiling; both 0 = none; only for model = LOGISTIC,
                                      * GOMPERTZ, BASS. */
    double speed_min, speed_max; /* number: bounds of the speed s, per year; both 0 = none; only for model = LOGISTIC,
                                      * GOMPERTZ. */
    double midpoint_min, midpoint_max; /* number: bounds of the midpoint m, as dates; both 0 = none; only for model =
                                        * LOGISTIC, GOMPERTZ. */
    double launch;                     /* date at which Bass's curve begins to rise; 0 = one year before the first
                                        * value; only for model = BASS. */
    double alpha, beta;                /* share: fixed weights of Holt's method; both 0 = fitted; only for model =
                                        * HOLT. */
} skpi_series_fit_options;

/** Fitted parameters and residuals. */
typedef struct skpi_series_fit_out {
    uint32_t size, flags;
    size_t n_parameters; /* room: columns of parameter and of covariance, at least as many as the model has parameters
                          * if either is wanted; 4 are enough for every model. */
    double *parameter;   /* [n][n_parameters] number: in the order of enum skpi_series_model; NaN in further columns. */
    double *covariance;  /* [n][n_parameters][n_parameters] number: sigma^2 (J'J)^-1; 0 for a parameter that is fixed or
                          * at a bound; NaN for PERSISTENCE, HOLT and further columns. */
    double *sse;         /* [n] quantity: sum of squared residuals; LOGIT_LINE: of the logits; PERSISTENCE: sum of
                          * dy^2/dt; HOLT: of the errors one step ahead. */
    double *sigma;       /* [n] quantity: sqrt(sse/(values - fitted parameters)). */
    double *inflection;  /* [n] number: date of fastest growth; NaN where the model has none. */
    int32_t *used;       /* [n] integer: number of values used; SKPI_NONE in a failed row. */
    int32_t *at_bound;   /* [n] integer: a mask whose bit j is set if parameter j lies at a bound; SKPI_NONE in a failed
                          * row. */
} skpi_series_fit_out;
/** Fits one model to each row by least squares.
 *
 * `y`          table of number, one series in each row; not negative for curves, between 0 and the ceiling for
 *              LOGIT_LINE; NaN = missing.
 * `options`    model; ceiling, bounds, launch or weights may be given too.
 * `out`        parameters and residuals.
 * `status[n]`  row status.
 *
 * `WMISSING`       a value is missing.
 * `WWEAKFIT`       a parameter is at its bound, also a weight of HOLT; the standard error of a slope b, a ceiling, a
 *                  speed, p or q is above its size; a fitted ceiling is above 1 although no value is; half the 95 %
 *                  interval of a fitted ceiling is more than a third of it; the inflection is after the last value
 *                  (falling curves: before the first) and the ceiling is fitted; no residual is left.
 * `WUNUSUAL`       y->value has a break in a row: a step far beyond its usual change; y->value is above
 *                  options->ceiling (LOGISTIC, GOMPERTZ and BASS).
 * `WNOTCONVERGED`  the best parameters found may differ from the minimum in their first nine digits.
 * `WADJUSTED`      values before a gap were left out (HOLT).
 * `EINVAL`         options->model is 0 although a fit needs one.
 * `ENODATA`        y->value has fewer values in a row than the model needs: PERSISTENCE 2, LINE and LOGIT_LINE 3, HOLT
 *                  5 after its last gap (3 if the weights are fixed), the others one more than the parameters that are
 *                  fitted.
 * `ERANGE`         y->value is below 0 (LOGIT_LINE, LOGISTIC, GOMPERTZ and BASS); y->value is above the ceiling
 *                  (LOGIT_LINE), or above options->ceiling by more than a tenth (LOGISTIC, GOMPERTZ and BASS).
 * `EDOM`           y->value is 0 (LOGIT_LINE); y->value is the ceiling of a logit line; options->launch is after the
 *                  first value.
 * `ESINGULAR`      y->value does not determine the curve: all values are equal, or only one lies on the slope of the
 *                  curve.
 * `EOVERFLOW`      y->value is so large or so small that a fitted number is beyond the range of a double.
 * `ENOMEM`         out->parameter or out->covariance is larger than memory can hold.
 *
 * Source: Seber and Wild, Nonlinear Regression (1989); F. M. Bass, Management Science 15 (1969) 215; C. C. Holt,
 * International Journal of Forecasting 20 (2004) 5.
 */
SKPI_CHECK skpi_status skpi_series_fit(const skpi_table *y, const skpi_series_fit_options *options,
                                       skpi_series_fit_out *out, int32_t *status);

/** Forecasts in the unit of y. */
typedef struct skpi_series_forecast_out {
    uint32_t size, flags;
    double *mean;     /* [n][n_years] number: the point forecast; for LOGIT_LINE it is the median. */
    double *quantile; /* [n][n_years][n_prob] number: quantiles of the observation in that year. */
} skpi_series_forecast_out;
/** Fits one model to each row, as skpi_series_fit does, and forecasts with prediction quantiles.
 *
 * `y`                      table of number, as in skpi_series_fit; NaN = missing.
 * `first_year`, `n_years`  axis of the forecast, after the last value of each row.
 * `n_prob`                 count of quantiles.
 * `prob[n_prob]`           probability of each quantile, in any order.
 * `options`                model and its options, as in skpi_series_fit; with anchor the forecasts pass through the
 *                          last value.
 * `out`                    point forecasts and quantiles.
 * `status[n]`              row status.
 *
 * `WMISSING`       a value is missing.
 * `WWEAKFIT`       as in skpi_series_fit.
 * `WUNUSUAL`       as in skpi_series_fit.
 * `WNOTCONVERGED`  as in skpi_series_fit.
 * `WADJUSTED`      values before a gap were left out (HOLT).
 * `EINVAL`         options->model is 0 although a fit needs one.
 * `ENOTSORTED`     first_year is not after the last value of a row.
 * `ENODATA`        y->value has fewer values in a row than the model needs.
 * `ERANGE`         y->value is below 0 (LOGIT_LINE, LOGISTIC, GOMPERTZ and BASS); y->value is above the ceiling
 *                  (LOGIT_LINE), or above options->ceiling by more than a tenth (LOGISTIC, GOMPERTZ and BASS).
 * `EDOM`           y->value is 0 (LOGIT_LINE); y->value is the ceiling of a logit line; options->launch is after the
 *                  first value.
 * `ESINGULAR`      y->value does not determine the curve.
 * `EOVERFLOW`      y->value is so large or so small that a fitted number is beyond the range of a double; prob is too near 0 or 1;
 *                  out->mean or out->quantile is beyond the range of a double.
 *
 * Source: Seber and Wild, Nonlinear Regression (1989), chapter 5; Hyndman, Koehler, Ord and Snyder, Forecasting with
 * Exponential Smoothing (2008), table 6.1.
 */
SKPI_CHECK skpi_status skpi_series_forecast(const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob,
                                            const double *prob, const skpi_series_fit_options *options,
                                            skpi_series_forecast_out *out, int32_t *status);

/** What a history shows, and the scale on which its walk runs. */
enum skpi_series_fan_form {
    SKPI_SERIES_FAN_FORM_URBAN = 9401,  /* share of urban people: its logit */
    SKPI_SERIES_FAN_FORM_CARBON = 9402, /* emissions: their logarithm */
    SKPI_SERIES_FAN_FORM_DIGITAL = 9403 /* share of the digital economy: its logit; a suggestion, not proved */
};
/** Form of the fans. */
typedef struct skpi_series_fan_options {
    uint32_t size, flags;
    int32_t form;  /* enum skpi_series_fan_form. */
    int32_t zero;  /* 0. */
    double growth; /* growth of the logit per year towards which the drift fades; 0 = none; only for form = DIGITAL. */
} skpi_series_fan_options;
/** Fans, and what was estimated from each history. */
typedef struct skpi_series_fan_out {
    uint32_t size, flags;
    double *median;   /* [n][n_years] number: the median, in the unit of y. */
    double *quantile; /* [n][n_years][n_prob] number: quantiles, in the unit of y. */
    double *slope;    /* [n] number: mean slope of the scaled history over three windows, per year, after its limits. */
    double *sigma;    /* [n] quantity: deviation of an annual step around the drift; 0 for URBAN. */
    double *drift_sigma; /* [n] quantity: deviation of an annual change of the drift. */
    int32_t *used;       /* [n] integer: number of values used; SKPI_NONE in a failed row. */
} skpi_series_fan_out;
/** EXPERIMENTAL: Quantiles of the years after each history, in closed form, from its last 21 annual values at most.  The
 * drift of the last 5, 10 and 20 years (URBAN: 4, 10 and 20) fades towards a usual one and is itself uncertain.
 *
 * `y`                      table of quantity, a history a row, of which the consecutive years up to the last value are
 *                          used; shares (URBAN, DIGITAL); NaN = missing.
 * `first_year`, `n_years`  axis of the fan, after the last value of each row.
 * `n_prob`                 count of quantiles.
 * `prob[n_prob]`           probability of each quantile, in any order.
 * `options`                form, and what belongs to it.
 * `out`                    fans, and what was estimated.
 * `status[n]`              row status.
 *
 * `WWEAKFIT`    fewer than 21 consecutive values could be used.
 * `WADJUSTED`   a limit acted on the slope or on an annual change.
 * `WHORIZON`    a year is further from the last value than errors of the form are known: 40 years (URBAN), 20 (CARBON),
 *               10 (DIGITAL).
 * `WUNUSUAL`    y->value has a break in a row: a step far beyond its usual change.
 * `ENOTSORTED`  first_year is not after the last value of a row.
 * `ENODATA`     y->value has fewer than six consecutive values up to its last one in a row.
 * `ERANGE`      y->value is above 1 (URBAN and DIGITAL).
 * `EDOM`        y->value ends at 0 in a row, or at 1 (URBAN and DIGITAL).
 * `EOVERFLOW`   out->median or out->quantile is beyond the range of a double.
 *
 * Source: this library's own; skpi_series_fan(3).
 */
SKPI_CHECK skpi_status skpi_series_fan(const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob,
                                       const double *prob, const skpi_series_fan_options *options,
                                       skpi_series_fan_out *out, int32_t *status);

/** Values of curves from their parameters; each row is a curve.
 *
 * `n`                           count of curves.
 * `n_parameters`                count of columns of parameter, at least as many as the model has parameters.
 * `parameter[n][n_parameters]`  number: parameters in the order of enum skpi_series_model; further columns are not
 *                               read.
 * `model`                       enum skpi_series_model; not HOLT, which has no curve.
 * `first_year`, `n_years`       axis of the values.
 * `value[n][n_years]`           number: values in the unit of level, a, K or m; for BASS those of the cumulative curve.
 * `status[n]`                   row status.
 *
 * `EINVAL`     model is HOLT, which has no curve.
 * `ENODATA`    n_parameters is below the number of the model's parameters.
 * `ERANGE`     parameter is below 0 where it is a ceiling, p or q.
 * `EDOM`       parameter is 0 where it is a ceiling; parameter is 0 in both p and q.
 * `EOVERFLOW`  value is beyond the range of a double.
 *
 * Source: F. M. Bass, Management Science 15 (1969) 215; B. Gompertz, Philosophical Transactions of the Royal Society
 * 115 (1825) 513.
 */
SKPI_CHECK skpi_status skpi_series_curve_value(size_t n, size_t n_parameters, const double *parameter, int32_t model,
                                               int32_t first_year, size_t n_years, double *value, int32_t *status);

/* ---- compositions: the parts of a whole */

/** Parts as shares of their sum; each row is a composition.
 *
 * `n`                  count of compositions.
 * `n_parts`            count of parts; at least 2.
 * `part[n][n_parts]`   quantity, in any unit.
 * `share[n][n_parts]`  share: each row sums to 1 within 1e-14; may be part.
 * `status[n]`          row status.
 *
 * `EZERODIV`  part adds up to 0.
 */
SKPI_CHECK skpi_status skpi_series_closure(size_t n, size_t n_parts, const double *part, double *share,
                                           int32_t *status);

/** Form of log-ratios of the parts x1, x2 ... */
enum skpi_series_logratio {
    SKPI_SERIES_LOGRATIO_ALR = 9301, /* additive: ln(xi/x), where x is the last part */
    SKPI_SERIES_LOGRATIO_ILR = 9302  /* isometric: sqrt(i/(i + 1)) ln(g/x), where g is the geometric mean of x1 ... xi
                                     * and x the part after them */
};
/** Log-ratios of compositions; each has one log-ratio fewer than parts.
 *
 * `n`                         count of compositions.
 * `n_parts`                   count of parts; at least 2.
 * `part[n][n_parts]`          positive, in any unit.
 * `form`                      enum skpi_series_logratio.
 * `logratio[n][n_parts - 1]`  number: the log-ratios.
 * `status[n]`                 row status.
 *
 * Source: J. Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139; J. J. Egozcue et al., Mathematical
 * Geology 35 (2003) 279.
 */
SKPI_CHECK skpi_status skpi_series_to_logratios(size_t n, size_t n_parts, const double *part, int32_t form,
                                                double *logratio, int32_t *status);
/** Shares that have these log-ratios: the inverse of skpi_series_to_logratios.
 *
 * `n`                         count of compositions.
 * `n_parts`                   count of parts; at least 2.
 * `logratio[n][n_parts - 1]`  number in [-1e6,1e6].
 * `form`                      enum skpi_series_logratio.
 * `share[n][n_parts]`         share: each row sums to 1 within 1e-14.
 * `status[n]`                 row status.
 *
 * Source: as skpi_series_to_logratios.
 */
SKPI_CHECK skpi_status skpi_series_from_logratios(size_t n, size_t n_parts, const double *logratio, int32_t form,
                                                  double *share, int32_t *status);

/** One composition in several years. */
typedef struct skpi_series_composition_forecast_in {
    uint32_t size, flags;
    size_t m, n_parts;   /* count of years, of parts; at least 2. */
    const int32_t *year; /* [m] years, in any distance. */
    const double *part;  /* [m][n_parts] positive, in any unit; each row is a year. */
    double damping; /* number in (0,1]: factor on the slopes for each year before or after the known years; 0 = 1, no
                          * damping. */
} skpi_series_composition_forecast_in;
/** Forecast shares. */
typedef struct skpi_series_composition_forecast_out {
    uint32_t size, flags;
    double *share;    /* [n_years][n_parts] share: the point forecast; each year sums to 1. */
    double *quantile; /* [n_years][n_parts][n_prob] share: prediction quantiles of each part by itself. */
} skpi_series_composition_forecast_out;
/** Forecasts the parts of a whole: a straight line through each log-ratio, turned back into shares.
 *
 * `in`                     the composition in the known years: year and part; damping.
 * `first_year`, `n_years`  axis of the forecast, before, between or after the known years.
 * `n_prob`                 count of quantiles.
 * `prob[n_prob]`           probability of each quantile, in any order.
 * `out`                    shares and their quantiles.
 *
 * `ENODATA`    in->m is 2 although quantiles are wanted.
 * `EOVERFLOW`  prob is too near 0 or 1.
 *
 * Source: Aitchison, The Statistical Analysis of Compositional Data (1986); Seber and Wild, Nonlinear Regression
 * (1989).
 */
SKPI_CHECK skpi_status skpi_series_composition_forecast(const skpi_series_composition_forecast_in *in,
                                                        int32_t first_year, size_t n_years, size_t n_prob,
                                                        const double *prob, skpi_series_composition_forecast_out *out);

/* ---- scores of forecasts */

/** Scores of each method, in the unit of truth. */
typedef struct skpi_series_score_out {
    uint32_t size, flags;
    double *rmse;           /* [n_methods] quantity: root of the mean squared error; NaN without a pair of a forecast
                             * and a truth. */
    double *mae;            /* [n_methods] quantity: mean absolute error; NaN as rmse. */
    double *median;         /* [n_methods] quantity: median absolute error; NaN as rmse. */
    double *bias;           /* [n_methods] number: mean of forecast - truth; NaN as rmse. */
    double *coverage;       /* [n_methods] share of truths inside their interval, ends included; NaN without
                             * intervals. */
    double *interval_score; /* [n_methods] quantity: lower is better; NaN without intervals. */
    int32_t *count;         /* [n_methods] integer: number of pairs used. */
    int32_t *n_interval;    /* [n_methods] integer: number of pairs that have an interval. */
    double *quantile_crps;  /* [n_methods] quantity: quantile CRPS of low, forecast and high as the quantiles of (1 -
                             * coverage)/2, 1/2 and (1 + coverage)/2; NaN without intervals. */
} skpi_series_score_out;
/** Scores the forecasts that several methods make of the same truths.
 *
 * `n_methods`               count of methods.
 * `n`                       count of truths; at least 1.
 * `forecast[n_methods][n]`  number: forecasts of each method; NaN = missing.
 * `low[n_methods][n]`       number: lower end of each interval; NULL = no intervals; NaN = missing.
 * `high[n_methods][n]`      number: upper end of each interval; NULL = no intervals; NaN = missing.
 * `truth[n]`                number: the values that were observed; NaN = missing.
 * `coverage`                probability with which an interval is meant to hold the truth; 0 = 0.8.
 * `out`                     scores of each method.
 *
 * `WMISSING`       a forecast or a truth is missing, and the pair is left out.
 * `EINVAL`         low is NULL although high is given; high is NULL although low is given.
 * `EINCONSISTENT`  low is above high.
 * `EOVERFLOW`      forecast less truth is beyond the range of a double; low, high and truth give a score beyond the
 *                  range of a double.
 *
 * Source: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359 (interval
 * score).
 */
SKPI_CHECK skpi_status skpi_series_score(size_t n_methods, size_t n, const double *forecast, const double *low,
                                         const double *high, const double *truth, double coverage,
                                         skpi_series_score_out *out);

/** Distributions that several methods forecast for the same truths, all in one unit: quantiles, normals or draws. */
typedef struct skpi_series_crps_in {
    uint32_t size, flags;
    size_t n_methods;       /* count of methods. */
    size_t n;               /* count of truths; at least 1. */
    const double *truth;    /* [n] number: the values that were observed; NaN = missing. */
    size_t n_prob;          /* count of quantiles. */
    const double *prob;     /* [n_prob] probability of each quantile, increasing; NULL = no quantiles. */
    const double *quantile; /* [n_methods][n][n_prob] number: quantiles of each forecast; NULL = none; NaN = missing. */
    const double *mean;     /* [n_methods][n] number: mean of each normal; NULL = none; NaN = missing. */
    const double
        *deviation;     /* [n_methods][n] quantity: standard deviation of each normal; NULL = none; NaN = missing. */
    size_t n_draws;     /* count of draws. */
    const double *draw; /* [n_methods][n][n_draws] number: draws of each forecast, in any order; NULL = none; NaN =
                              * missing. */
} skpi_series_crps_in;
/** Mean scores of each method, in the unit of truth. */
typedef struct skpi_series_crps_out {
    uint32_t size, flags;
    double *quantile_crps; /* [n_methods] quantity: score of the quantiles; lower is better, as in all three; NaN
                            * without quantiles and a truth. */
    double *normal_crps;   /* [n_methods] quantity: score of the normals; NaN without normals and a truth. */
    double *draw_crps;     /* [n_methods] quantity: score of the draws; NaN without draws and a truth. */
} skpi_series_crps_out;
/** Continuous ranked probability score of forecast distributions: how far each is from the truth as a whole.  A forecast
 * of which a value or the truth is missing is left out.
 *
 * `in`   truths and the distributions: prob and quantile, mean and deviation, or draw; also several of them.
 * `out`  scores of each method.
 *
 * `EINVAL`         in->prob is NULL although in->quantile is given; in->mean is NULL although in->deviation is given;
 *                  in->deviation is NULL although in->mean is given.
 * `EDUPLICATE`     in->prob holds a value twice.
 * `ENOTSORTED`     in->prob falls.
 * `EINCONSISTENT`  in->quantile falls from one probability to the next.
 * `EOVERFLOW`      in->quantile, in->mean or in->draw less truth is beyond the range of a double.
 *
 * Source: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359.
 */
SKPI_CHECK skpi_status skpi_series_crps(const skpi_series_crps_in *in, skpi_series_crps_out *out);

/** Options of the fits, coverage of the intervals, and what the forecasts are compared with. */
typedef struct skpi_series_backtest_options {
    uint32_t size, flags;
    const skpi_series_fit_options *fit; /* options of all models, of which each uses its own members; model must be 0;
                                         * NULL = all defaults. */
    const skpi_table *truth; /* table of number, with the rows of y and years of its own, for example a later revision;
                              * NaN = missing; NULL = y. */
    double coverage;         /* probability that an interval holds the truth; 0 = 0.8. */
    int32_t fallback;        /* flag: a model that has no fit forecasts the last value, without an interval; 0 = it
                              * forecasts nothing. */
    int32_t zero;            /* 0. */
} skpi_series_backtest_options;
/** Scores of each model, in the unit of y, and its forecasts. */
typedef struct skpi_series_backtest_out {
    uint32_t size, flags;
    double *rmse;           /* [n_models] quantity: root of the mean squared error; NaN without a pair of a forecast and
                             * a truth. */
    double *mae;            /* [n_models] quantity: mean absolute error; NaN as rmse. */
    double *median;         /* [n_models] quantity: median absolute error; NaN as rmse. */
    double *bias;           /* [n_models] number: mean of forecast - truth; NaN as rmse. */
    double *coverage;       /* [n_models] share of truths inside their interval, ends included; NaN without
                             * intervals. */
    double *interval_score; /* [n_models] quantity: lower is better; NaN without intervals. */
    int32_t *count;         /* [n_models] integer: number of pairs of a forecast and a truth. */
    double *forecast;       /* [n_models][n_origins][n][n_years] number: the point forecasts; NaN where the model has
                             * too few values. */
    double *low, *high;     /* [n_models][n_origins][n][n_years] number: ends of the intervals; NaN where there is
                             * none. */
    int32_t *n_interval;    /* [n_models] integer: number of pairs that have an interval. */
    int32_t *n_fallback;    /* [n_models] integer: number of pairs whose forecast is the last value instead. */
    double *quantile_crps;  /* [n_models] quantity: quantile CRPS of low, forecast and high, as in skpi_series_score;
                             * NaN without intervals. */
} skpi_series_backtest_out;
/** EXPERIMENTAL: Scores the forecasts that several models would have made in earlier years.  Values after an origin are
 * used only to score the forecasts.
 *
 * `y`                  table of number, as in skpi_series_fit up to the last origin, any value later; NaN = missing.
 * `n_origins`          count of origins; at least 1.
 * `origin[n_origins]`  years from which forecasts are made, not before the first year of y and before the last one of
 *                      the truths.
 * `n_models`           count of models.
 * `model[n_models]`    enum skpi_series_model, in any order.
 * `n_years`            count of years that are forecast after each origin: origin + 1, origin + 2 ...; at least 1.
 * `options`            options of the fits, the coverage of intervals, and a table of truths; NULL = all defaults.
 * `out`                scores and forecasts.
 *
 * `WMISSING`       a pair was left out, because its truth is missing or a model has too few values up to an origin.
 * `WWEAKFIT`       as in skpi_series_fit.
 * `WNOTCONVERGED`  as in skpi_series_fit.
 * `WADJUSTED`      values before a gap were left out (HOLT); a forecast is the last value, by options->fallback.
 * `WUNUSUAL`       y->value has a break in a row: a step far beyond its usual change, of the logit for LOGIT_LINE;
 *                  y->value is above options->fit->ceiling (LOGISTIC, GOMPERTZ and BASS).
 * `EINVAL`         options->fit->model is given: the models are an argument; a member of options->fit is given
 *                  that none of the models uses.
 * `ENODATA`        origin is before the first year of y; origin is not before the last one of the truths.
 * `EINCONSISTENT`  options->truth->n is not y->n.
 * `EDEFMIX`        options->truth->basis and y->basis differ in more than vintage and revision.
 * `ERANGE`         n_years leads beyond 2400; y->value up to the last origin is outside the range of a model.
 * `EDOM`           y->value up to the last origin is 0 or the ceiling, with a logit line; options->fit->launch is after
 *                  the first value.
 * `EOVERFLOW`      y->value is so large or so small that a fitted number is beyond the range of a double; options->coverage is too
 *                  near 1; out->forecast or an error is beyond the range of a double.
 *
 * Source: rolling origins: L. J. Tashman, International Journal of Forecasting 16 (2000) 437.
 */
SKPI_CHECK skpi_status skpi_series_backtest(const skpi_table *y, size_t n_origins, const int32_t *origin,
                                            size_t n_models, const int32_t *model, size_t n_years,
                                            const skpi_series_backtest_options *options, skpi_series_backtest_out *out);
#ifdef __cplusplus
}
#endif
#endif

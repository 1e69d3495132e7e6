/* Series: filling, trends, growth, curves and forecasts, compositions, scores of forecasts. */
#ifndef SMARTKPI_SERIES_H
#define SMARTKPI_SERIES_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- filling, crossing, growth, trend */

/** Scale on which a series is straight between two values. */
enum skpi_series_scale {
    SKPI_SERIES_SCALE_LINEAR = 9201, /* the value itself */
    SKPI_SERIES_SCALE_LOG = 9202,    /* its logarithm: equal rates; values above 0 */
    SKPI_SERIES_SCALE_LOGIT = 9203   /* its logit: equal growth differences; shares */
};

/** Values of one series at other dates, from its first observation to its last one.
 *
 * `n`               count of dates asked for.
 * `n_known`         count of observations; at least 1.
 * `date[n_known]`   date of each observation, increasing.
 * `value[n_known]`  number: the observations, in any unit; above 0 (LOG), shares (LOGIT).
 * `at[n]`           date asked for, in any order.
 * `scale`           enum skpi_series_scale; an interval of LOGIT that ends at 0 or 1 is straight in the share itself.
 * `out[n]`          number: the values, in the same unit; at an observation its value to the bit; may be at.
 * `status[n]`       row status.
 *
 * `ERANGE`      value is below 0 (LOG and LOGIT); value is above 1 (LOGIT).
 * `EDOM`        value is 0 (LOG); at is outside the observations; date has one twice.
 * `ENOTSORTED`  date falls.
 */
SKPI_CHECK skpi_status skpi_series_interpolate(size_t n, size_t n_known, const double *date, const double *value,
                                               const double *at, int32_t scale, double *out, int32_t *status);

/** First date at which each row reaches a threshold, from below or from above.
 *
 * `y`          table of number, a series a row; above 0 (LOG), shares (LOGIT).
 * `threshold`  number to be reached, in the unit of y.
 * `scale`      enum skpi_series_scale: between its years a row is straight on it, as in skpi_series_interpolate.
 * `date[n]`    number: decimal year, without a mid-year shift; NaN where the threshold is never reached.
 * `status[n]`  row status.
 *
 * `ERANGE`  threshold is below 0 (LOG and LOGIT); threshold is above 1 (LOGIT); y->value is below 0 (LOG and LOGIT);
 *           y->value is above 1 (LOGIT).
 * `EDOM`    threshold is 0 (LOG); y->value is 0 (LOG).
 */
SKPI_CHECK skpi_status skpi_series_crossing(const skpi_table *y, double threshold, int32_t scale, double *date,
                                            int32_t *status);

/** Growth of each row from each year to the next, as a rate and in points; of a share the points are percentage points
 * divided by 100.
 *
 * `y`                 table of number, at least two years; above 0 where rate is wanted.
 * `rate[n][m - 1]`    growth, continuous: ln(value1/value0)/(year1 - year0); NULL = not wanted.
 * `points[n][m - 1]`  number: (value1 - value0)/(year1 - year0), unit of y per year; NULL = not wanted.
 * `status[n]`         row status.
 *
 * `ENODATA`    y->m is below 2.
 * `ERANGE`     y->value is below 0 although rate is wanted.
 * `EDOM`       y->value is 0 although rate is wanted.
 * `EOVERFLOW`  points is beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_series_growth(const skpi_table *y, double *rate, double *points, int32_t *status);

/** The trend of each row. */
typedef struct skpi_series_trend_out {
    uint32_t size, flags;
    double *s;                 /* [n] number: S of Mann and Kendall, the rising pairs less the falling ones. */
    double *variance;          /* [n] quantity: variance of S without a trend, corrected for ties. */
    double *z;                 /* [n] number: S in standard deviations, corrected for continuity; 0 if S is. */
    double *p;                 /* [n] share: two-sided probability of such an S without a trend. */
    double *slope;             /* [n] number: Sen's slope, unit of y per year. */
    double *intercept;         /* [n] number: of the line with that slope, in the first year of the table. */
    int32_t *used;             /* [n] integer: values used; SKPI_NONE in a failed row. */
    double *modified_variance; /* [n] quantity: variance of S of years that depend on one another, as their ranks do. */
    double *modified_z;        /* [n] number: S in such standard deviations. */
    double *modified_p;        /* [n] share: two-sided probability of such an S without a trend then. */
} skpi_series_trend_out;
/** Does each row rise or fall, and how steeply?  The Mann-Kendall test, also as modified for autocorrelated series, and
 * Sen's slope.
 *
 * `y`          table of number, a series a row; the years need not follow each other; NaN = missing.
 * `out`        test and slope of each row.
 * `status[n]`  row status.
 *
 * `WMISSING`   a value is missing.
 * `WUNUSUAL`   y->year has steps of several lengths between the values of a row, and a modified test is wanted: its lags
 *              are counted in values.
 * `ENODATA`    y->value has fewer than two values in a row.
 * `EOVERFLOW`  out->slope or out->intercept is beyond the range of a double.
 *
 * Source: H. B. Mann, Econometrica 13 (1945) 245; M. G. Kendall, Rank Correlation Methods (1975); P. K. Sen, Journal of
 * the American Statistical Association 63 (1968) 1379; modified: K. H. Hamed and A. R. Rao, Journal of Hydrology 204
 * (1998) 182.
 */
SKPI_CHECK skpi_status skpi_series_trend(const skpi_table *y, skpi_series_trend_out *out, int32_t *status);

/* ---- curves and forecasts */

/** Form of a series in time t, and the columns of its parameters in their order. */
enum skpi_series_model {
    SKPI_SERIES_MODEL_PERSISTENCE = 9101, /* level */
    SKPI_SERIES_MODEL_LINE = 9102,        /* a + b (t - t0): a, b, t0 */
    SKPI_SERIES_MODEL_LOGIT_LINE = 9103,  /* K / (1 + exp(-a - b (t - t0))): a, b, t0, K */
    SKPI_SERIES_MODEL_LOGISTIC = 9104,    /* K / (1 + exp(-s (t - m))): K, s, m */
    SKPI_SERIES_MODEL_GOMPERTZ = 9105,    /* K exp(-exp(-s (t - m))): K, s, m */
    SKPI_SERIES_MODEL_BASS = 9106,        /* m (1 - E)/(1 + E q/p), E = exp(-(p + q) (t - launch)): m, p, q, launch */
    SKPI_SERIES_MODEL_HOLT = 9107         /* smoothing, without a curve: alpha, beta, last level, last trend per year */
};

/** A model and what it needs.  A member that the model does not use must be 0.
 *
 * `EINCONSISTENT`  ceiling_min is above ceiling_max; ceiling is given beside ceiling_max; speed_min is above speed_max;
 *                  midpoint_min is above midpoint_max.
 */
typedef struct skpi_series_fit_options {
    uint32_t size, flags;
    int32_t model;  /* enum skpi_series_model; 0 = none, which only skpi_series_backtest takes. */
    int32_t anchor; /* flag: forecasts pass through the last value; 0 = they follow the curve; only for model =
                     * PERSISTENCE, LINE, LOGIT_LINE, LOGISTIC, GOMPERTZ, BASS. */
    double ceiling; /* quantity: the ceiling is held at this, in the unit of y; 0 = fitted (LOGIT_LINE: 1); only for
                     * model = LOGIT_LINE, LOGISTIC, GOMPERTZ, BASS. */
    double ceiling_min, ceiling_max; /* quantity: bounds of a fitted ceiling; both 0 = none; only for model = LOGISTIC,
                                      * GOMPERTZ, BASS. */
    double speed_min, speed_max; /* number: bounds of the speed s, per year; both 0 = none; only for model = LOGISTIC,
                                      * GOMPERTZ. */
    double midpoint_min, midpoint_max; /* number: bounds of the midpoint m, dates; both 0 = none; only for model =
                                        * LOGISTIC, GOMPERTZ. */
    double launch;                     /* date at which Bass's curve leaves 0; 0 = a year before the first value; only
                                        * for model = BASS. */
    double alpha, beta;                /* share: Holt's weights are held at these; both 0 = fitted; only for model =
                                        * HOLT. */
} skpi_series_fit_options;

/** Fitted parameters and what the fit leaves over. */
typedef struct skpi_series_fit_out {
    uint32_t size, flags;
    size_t n_parameters; /* room: columns of parameter and of covariance, at least those of the model if either is
                          * wanted; 4 hold every model. */
    double *parameter;   /* [n][n_parameters] number: in the order of enum skpi_series_model; NaN in further columns. */
    double *covariance;  /* [n][n_parameters][n_parameters] number: sigma^2 (J'J)^-1; 0 for what is held or at a bound;
                          * NaN for PERSISTENCE, HOLT and further columns. */
    double *sse;         /* [n] quantity: sum of squared residuals; of logits (LOGIT_LINE), of dy^2/dt (PERSISTENCE), of
                          * the errors one step ahead (HOLT). */
    double *sigma;       /* [n] quantity: sqrt(sse/(values - fitted parameters)). */
    double *inflection;  /* [n] number: date of fastest growth; NaN where the model has none. */
    int32_t *used;       /* [n] integer: values used; SKPI_NONE in a failed row. */
    int32_t *at_bound;   /* [n] integer: a mask, bit j is set where parameter j lies at a bound; SKPI_NONE in a failed
                          * row. */
} skpi_series_fit_out;
/** Fits one model to each row by least squares.
 *
 * `y`          table of number, a series a row; not negative for curves, between 0 and the ceiling for the logit line;
 *              NaN = missing.
 * `options`    model, and perhaps ceiling, bounds, launch or weights.
 * `out`        parameters and residuals.
 * `status[n]`  row status.
 *
 * `WMISSING`       a value is missing.
 * `WWEAKFIT`       a parameter is at its bound or less certain than its own size; a fitted ceiling is above 1 although
 *                  no value is.
 * `WNOTCONVERGED`  the best point found is not known to be the minimum to nine digits.
 * `WADJUSTED`      values before a gap were left out (HOLT).
 * `EINVAL`         options->model is 0 although a fit needs one.
 * `ENODATA`        y->value has fewer values in a row than the model needs: PERSISTENCE 2, LINE and LOGIT_LINE 3, HOLT
 *                  5 after its last gap or 3 with weights, the others one more than they fit.
 * `ERANGE`         y->value is below 0 (LOGIT_LINE, LOGISTIC, GOMPERTZ and BASS); y->value is above the ceiling.
 * `EDOM`           y->value is 0 (LOGIT_LINE); y->value is the ceiling of a logit line; options->launch is after the
 *                  first value.
 * `ESINGULAR`      y->value does not determine the curve: all are equal, or one alone lies on the slope.
 * `EOVERFLOW`      y->value is fitted beyond the range of a double.
 * `ENOMEM`         out->parameter or out->covariance is larger than memory.
 *
 * Source: Seber and Wild, Nonlinear Regression (1989); F. M. Bass, Management Science 15 (1969) 215; C. C. Holt,
 * International Journal of Forecasting 20 (2004) 5.
 */
SKPI_CHECK skpi_status skpi_series_fit(const skpi_table *y, const skpi_series_fit_options *options,
                                       skpi_series_fit_out *out, int32_t *status);

/** Forecasts in the unit of y. */
typedef struct skpi_series_forecast_out {
    uint32_t size, flags;
    double *mean;     /* [n][n_years] number: the point forecast; the median of LOGIT_LINE. */
    double *quantile; /* [n][n_years][n_prob] number: quantiles of the observation in that year. */
} skpi_series_forecast_out;
/** Fits one model to each row, as skpi_series_fit does, and carries it on with prediction quantiles.
 *
 * `y`                      table of number, as in skpi_series_fit; NaN = missing.
 * `first_year`, `n_years`  axis of the forecast, after the last value of each row.
 * `n_prob`                 count of quantiles.
 * `prob[n_prob]`           probability of each quantile, in any order.
 * `options`                model and what it needs, as in skpi_series_fit; and whether to pass through the last value.
 * `out`                    point forecasts and quantiles.
 * `status[n]`              row status.
 *
 * `WMISSING`       a value is missing.
 * `WWEAKFIT`       as skpi_series_fit.
 * `WNOTCONVERGED`  as skpi_series_fit.
 * `WADJUSTED`      values before a gap were left out (HOLT).
 * `EINVAL`         options->model is 0 although a fit needs one.
 * `ENOTSORTED`     first_year is not after the last value of a row.
 * `ENODATA`        y->value has fewer values in a row than the model needs.
 * `ERANGE`         y->value is below 0 (LOGIT_LINE, LOGISTIC, GOMPERTZ and BASS); y->value is above the ceiling.
 * `EDOM`           y->value is 0 (LOGIT_LINE); y->value is the ceiling of a logit line; options->launch is after the
 *                  first value.
 * `ESINGULAR`      y->value does not determine the curve.
 * `EOVERFLOW`      y->value is fitted beyond the range of a double; prob is too near 0 or 1; out->mean or out->quantile
 *                  is beyond that range.
 *
 * Source: Seber and Wild, Nonlinear Regression (1989), chapter 5; Hyndman, Koehler, Ord and Snyder, Forecasting with
 * Exponential Smoothing (2008), table 6.1.
 */
SKPI_CHECK skpi_status skpi_series_forecast(const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob,
                                            const double *prob, const skpi_series_fit_options *options,
                                            skpi_series_forecast_out *out, int32_t *status);

/** Values of curves from their parameters, a curve a row.
 *
 * `n`                           count of curves.
 * `n_parameters`                count of columns of parameter, which the model may not need all.
 * `parameter[n][n_parameters]`  number: in the order of enum skpi_series_model; further columns are not read.
 * `model`                       enum skpi_series_model, any but HOLT.
 * `first_year`, `n_years`       axis of the values.
 * `value[n][n_years]`           number: in the unit of level, a, K or m; Bass's curve is cumulative.
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

/** Parts as shares of their sum, a composition a row.
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
    SKPI_SERIES_LOGRATIO_ALR = 9301, /* additive: ln(xi/x), x the last part */
    SKPI_SERIES_LOGRATIO_ILR = 9302 /* isometric: sqrt(i/(i + 1)) ln(g/x), g the geometric mean of x1 ... xi, x the part
                                      * after them */
};
/** Log-ratios of compositions, one fewer than parts.
 *
 * `n`                         count of compositions.
 * `n_parts`                   count of parts; at least 2.
 * `part[n][n_parts]`          positive, in any unit.
 * `form`                      enum skpi_series_logratio.
 * `logratio[n][n_parts - 1]`  number: any of them is the log-ratio of some composition.
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

/** Years of one composition. */
typedef struct skpi_series_composition_forecast_in {
    uint32_t size, flags;
    size_t m, n_parts;   /* count of years, of parts; at least 2. */
    const int32_t *year; /* [m] years, in any distance. */
    const double *part;  /* [m][n_parts] positive, any unit; a year a row. */
} skpi_series_composition_forecast_in;
/** Shares to come. */
typedef struct skpi_series_composition_forecast_out {
    uint32_t size, flags;
    double *share;    /* [n_years][n_parts] share: the point forecast; each year sums to 1. */
    double *quantile; /* [n_years][n_parts][n_prob] share: of each part by itself, as a single year will show it. */
} skpi_series_composition_forecast_out;
/** Forecast of the parts of a whole: a straight line through each log-ratio, turned back into shares.
 *
 * `in`                     the years known: year and part.
 * `first_year`, `n_years`  axis of the forecast; it may lie anywhere.
 * `n_prob`                 count of quantiles.
 * `prob[n_prob]`           probability of each quantile, in any order.
 * `out`                    shares and their quantiles.
 *
 * `ENODATA`    in->m is 2 although quantiles are asked for.
 * `EOVERFLOW`  prob is too near 0 or 1.
 *
 * Source: Aitchison, The Statistical Analysis of Compositional Data (1986); Seber and Wild, Nonlinear Regression
 * (1989).
 */
SKPI_CHECK skpi_status skpi_series_composition_forecast(const skpi_series_composition_forecast_in *in,
                                                        int32_t first_year, size_t n_years, size_t n_prob,
                                                        const double *prob, skpi_series_composition_forecast_out *out);

/* ---- scores of forecasts */

/** Scores of each method, in the unit of truth; NaN where no pair of a forecast and a truth is left. */
typedef struct skpi_series_score_out {
    uint32_t size, flags;
    double *rmse;           /* [n_methods] quantity: root of the mean squared error. */
    double *mae;            /* [n_methods] quantity: mean absolute error. */
    double *median;         /* [n_methods] quantity: median absolute error. */
    double *bias;           /* [n_methods] number: mean of forecast - truth. */
    double *coverage;       /* [n_methods] share of truths inside their interval, ends included; NaN without one. */
    double *interval_score; /* [n_methods] quantity: lower is better; NaN without intervals. */
    int32_t *count;         /* [n_methods] integer: pairs used. */
} skpi_series_score_out;
/** Scores of several methods' forecasts of the same truths.
 *
 * `n_methods`               count of methods.
 * `n`                       count of truths; at least 1.
 * `forecast[n_methods][n]`  number: what each method said; NaN = missing.
 * `low[n_methods][n]`       number: lower end of its interval; NULL = no intervals; NaN = missing.
 * `high[n_methods][n]`      number: upper end; NULL = no intervals; NaN = missing.
 * `truth[n]`                number: what came; NaN = missing.
 * `coverage`                probability that the intervals were made for; 0 = 0.8.
 * `out`                     scores of each method.
 *
 * `WMISSING`       a forecast or a truth is missing, and the pair is left out.
 * `EINVAL`         low is NULL although high is given; high is NULL although low is given.
 * `EINCONSISTENT`  low is above high.
 * `EOVERFLOW`      forecast less truth is beyond the range of a double; low, high and truth give a score beyond it.
 *
 * Source: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102 (2007) 359 (interval
 * score).
 */
SKPI_CHECK skpi_status skpi_series_score(size_t n_methods, size_t n, const double *forecast, const double *low,
                                         const double *high, const double *truth, double coverage,
                                         skpi_series_score_out *out);

/** How the models are fitted, and how wide their intervals are. */
typedef struct skpi_series_backtest_options {
    uint32_t size, flags;
    const skpi_series_fit_options *fit; /* for all models: each takes the members that it uses, model is 0; NULL = all
                                         * defaults. */
    size_t zero;                        /* 0. */
    double coverage;                    /* probability that an interval holds the truth; 0 = 0.8. */
} skpi_series_backtest_options;
/** Scores of each model, in the unit of y, and its forecasts; NaN where there is none. */
typedef struct skpi_series_backtest_out {
    uint32_t size, flags;
    double *rmse;           /* [n_models] quantity: root of the mean squared error. */
    double *mae;            /* [n_models] quantity: mean absolute error. */
    double *median;         /* [n_models] quantity: median absolute error. */
    double *bias;           /* [n_models] number: mean of forecast - truth. */
    double *coverage;       /* [n_models] share of truths inside their interval, ends included. */
    double *interval_score; /* [n_models] quantity: lower is better. */
    int32_t *count;         /* [n_models] integer: pairs of a forecast and a truth. */
    double *forecast;       /* [n_models][n_origins][n][n_years] number: the point forecasts. */
    double *low, *high;     /* [n_models][n_origins][n][n_years] number: ends of their intervals. */
} skpi_series_backtest_out;
/** EXPERIMENTAL: Scores of several models' forecasts from earlier years.  Values after an origin are used only to score
 * them.
 *
 * `y`                  table of number, as in skpi_series_fit up to the last origin, later any; NaN = missing.
 * `n_origins`          count of origins; at least 1.
 * `origin[n_origins]`  years to forecast from, from the first year of y to before its last one.
 * `n_models`           count of models.
 * `model[n_models]`    enum skpi_series_model, in any order.
 * `n_years`            count of years forecast after each origin: origin + 1, origin + 2 ...; at least 1.
 * `options`            options of the fits, and the coverage of intervals; NULL = all defaults.
 * `out`                scores and forecasts.
 *
 * `WMISSING`       a pair was left out: no truth, or too few values up to an origin for a model.
 * `WWEAKFIT`       as skpi_series_fit.
 * `WNOTCONVERGED`  as skpi_series_fit.
 * `WADJUSTED`      values before a gap were left out (HOLT).
 * `EINVAL`         options->fit->model is given: the models are an argument; a member of options->fit is given
 *                  that none of the models uses.
 * `ENODATA`        origin is before the first year of y; origin is not before its last one.
 * `ERANGE`         n_years leads beyond 2400; y->value up to the last origin is outside the range of a model.
 * `EDOM`           y->value up to the last origin is 0 or the ceiling, with a logit line; options->fit->launch is after
 *                  the first value.
 * `EOVERFLOW`      y->value is fitted beyond the range of a double; options->coverage is too near 1; out->forecast,
 *                  out->low, out->high or an error is beyond that range.
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

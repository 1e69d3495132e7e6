/* Urbanisation: urban shares to come, how sure they are, cities and regions.
 *
 * URGD: urban-rural growth difference, the growth rate of the urban population less that of the rural one. */
#ifndef SMARTKPI_URBAN_H
#define SMARTKPI_URBAN_H
#include <smartkpi/base.h>
#include <smartkpi/ensemble.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------------------- observations and the norm */

/** Definition of urban that a share is by; for skpi_basis.definition. */
enum skpi_urban_definition {
    SKPI_URBAN_DEFINITION_NATIONAL = 5401, /* the country's own definition */
    SKPI_URBAN_DEFINITION_DEGURBA = 5402   /* the Degree of Urbanisation of the United Nations */
};

/** Urban-rural growth difference of each place between two observations: (logit share1 - logit share0)/(date1 - date0).
 *
 * `n`          count of places.
 * `date0[n]`   date of the first observation.
 * `share0[n]`  open share of urban people then.
 * `date1[n]`   date of the second observation.
 * `share1[n]`  open share of urban people then, by the same definition of urban.
 * `urgd[n]`    URGD; may be any input.
 * `status[n]`  row status.
 *
 * `ENOTSORTED`  date0 is not before date1.
 *
 * Source: National Research Council, Cities Transformed (2003), appendix D, equation D.1.
 */
SKPI_CHECK skpi_status skpi_urban_urgd(size_t n, const double *date0, const double *share0, const double *date1,
                                       const double *share1, double *urgd, int32_t *status);

/** Dated observations of n places, one place after another.
 *
 * `ENODATA`     first begins a place that has no observation.
 * `ENOTSORTED`  first falls; date does not increase within a place.
 * `EDUPLICATE`  date is the same twice within a place.
 * `ERANGE`      first is beyond n_observations.
 */
typedef struct skpi_urban_history {
    uint32_t size, flags;
    size_t n;              /* count of places. */
    size_t n_observations; /* count of the observations of all places. */
    const size_t *first;   /* [n + 1] offsets into date, share: place i has first[i] to first[i + 1] - 1. */
    const double *date;    /* [n_observations] date of each observation. */
    const double *share;   /* [n_observations] share of urban people then. */
} skpi_urban_history;
/** URGD of each place over windows of years before its last observation: from the latest observation that is at least
 * a window older, or from the first.  Observations of 0 and 1 are skipped.
 *
 * `history`              observations: date and share.
 * `n_windows`            count of windows.
 * `window[n_windows]`    positive number of years.
 * `urgd[n][n_windows]`   URGD over each window.
 * `status[n]`            row status.
 *
 * `WUNUSUAL`  urgd is beyond 0.1 over a window: urban may have been defined anew.
 * `ENODATA`   history->share has fewer than two values between 0 and 1 in a place.
 * `EDOM`      history->share is 0 or 1 in the last observation of a place.
 */
SKPI_CHECK skpi_status skpi_urban_window_urgd(const skpi_urban_history *history, size_t n_windows, const double *window,
                                              double *urgd, int32_t *status);

/** Which years a published table may have observed. */
typedef struct skpi_urban_last_observation_options {
    uint32_t size, flags;
    int32_t known_to; /* year of the table: the last that may hold an observation; later ones are not read; 0 = the last
                       * of the table. */
    int32_t zero;     /* 0. */
} skpi_urban_last_observation_options;
/** Last observations, as skpi_urban_project takes them. */
typedef struct skpi_urban_last_observation_out {
    uint32_t size, flags;
    int32_t *last_year; /* [n] year of the last observation; SKPI_NONE in a failed row. */
    double *share;      /* [n] share of urban people in that year. */
    double *urgd;       /* [n] URGD of the two years before it; NaN where the share is 0 or 1. */
} skpi_urban_last_observation_out;
/** EXPERIMENTAL: Last observation of each place of a published annual table, and the URGD before it.  Between
 * observations such a table is a straight line in the logit, but for its rounding: the last observation is the last
 * year that lies on one.
 *
 * `share`      table of share, one year after another; three years or more up to options->known_to.
 * `rounding`   quantity: half a unit of the last printed digit, as a share: 5e-6 for percentages of three decimals.
 * `options`    known_to; NULL = the whole table.
 * `out`        last observations.
 * `status[n]`  row status.
 *
 * `ENODATA`        options->known_to leaves fewer than three years.
 * `ERANGE`         options->known_to is no year of the table.
 * `EDOM`           share->value is 0 or 1 two years before the last observation, but not in it.
 * `EINCONSISTENT`  share->year does not follow the year before: the table is not annual.
 *
 * Source: this library's own rule, tried on the World Urbanization Prospects 2018; skpi_urban_last_observation(3).
 */
SKPI_CHECK skpi_status skpi_urban_last_observation(const skpi_table *share, double rounding,
                                                   const skpi_urban_last_observation_options *options,
                                                   skpi_urban_last_observation_out *out, int32_t *status);

/** Size class of a place, by its population in the base year of the norm. */
enum skpi_urban_size {
    SKPI_URBAN_SIZE_LARGE = 5101, /* two million inhabitants or more in 2018 */
    SKPI_URBAN_SIZE_SMALL = 5102  /* fewer */
};
/** Size class of each place.
 *
 * `n`              count of places.
 * `population[n]`  quantity of inhabitants in the base year of the norm, which is 2018 for the shipped one.
 * `threshold`      quantity of inhabitants from which a place is large; 0 = 2000000.
 * `size_class[n]`  enum skpi_urban_size; SKPI_NONE in a failed row.
 * `status[n]`      row status.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology.
 */
SKPI_CHECK skpi_status skpi_urban_size_class(size_t n, const double *population, double threshold, int32_t *size_class,
                                             int32_t *status);

/* ---------------------------------------------------------------------------------------------------- projections */

/** How a projection goes on from the last share and the URGD before it. */
enum skpi_urban_method {
    SKPI_URBAN_METHOD_UN = 5201,          /* United Nations: the URGD moves to a world norm within 26 years */
    SKPI_URBAN_METHOD_DAMPED = 5202,      /* the URGD decays to 0 */
    SKPI_URBAN_METHOD_CONSTANT = 5203,    /* the URGD stays */
    SKPI_URBAN_METHOD_LINEAR = 5204,      /* from histories: the slope of the share itself stays */
    SKPI_URBAN_METHOD_PERSISTENCE = 5205, /* the share stays */
    SKPI_URBAN_METHOD_LOGISTIC = 5206,    /* from histories: a logistic curve */
    SKPI_URBAN_METHOD_GOMPERTZ = 5207,    /* from histories: a Gompertz curve */
    SKPI_URBAN_METHOD_BOCQUIER = 5208,    /* the URGD is the norm every year; the norm is the caller's */
    SKPI_URBAN_METHOD_MEAN = 5209,        /* the mean of several methods */
    SKPI_URBAN_METHOD_CONVERGING = 5210,  /* the URGD decays to a value that is not 0 */
    SKPI_URBAN_METHOD_CAUTIOUS = 5211     /* the mean of CONVERGING and UN */
};
/** Flags of projections. */
enum skpi_urban_flag {
    SKPI_URBAN_FLAG_FALLBACK = 1,        /* one observation is enough: its URGD is the norm's (SKPI_WADJUSTED) */
    SKPI_URBAN_FLAG_CONVERGE_TO_ZERO = 2 /* converge_to is 0 and means it */
};
/** Method of a projection and what it needs; members that the method does not use are checked all the same.
 *
 * `EINVAL`         norm is NULL although the method is BOCQUIER; n_sizes is 0 although n_terms is given; n_terms is 0
 *                  although n_sizes is given; mean_method is MEAN.
 * `ENODATA`        n_mean is 0 although the method is MEAN.
 * `EINCONSISTENT`  urgd_min is above urgd_max; converge_to is given beside SKPI_URBAN_FLAG_CONVERGE_TO_ZERO.
 * `EDUPLICATE`     mean_method has one twice.
 * `EZERODIV`       mean_weight adds up to 0.
 */
typedef struct skpi_urban_options {
    uint32_t size, flags;       /* flags: enum skpi_urban_flag. */
    int32_t method;             /* enum skpi_urban_method; 0 = SKPI_URBAN_METHOD_UN. */
    int32_t zero;               /* 0. */
    double urgd_min, urgd_max;  /* number: limits on the URGD at the start, per year; both 0 = none
                                 * (CONVERGING: -0.1, 0.1); unusual beyond 0.5. */
    double damping;             /* number in (0,1]: factor a year of DAMPED; 0 = 0.97; unusual below 0.5. */
    double converge_to;         /* growth difference where CONVERGING ends; 0 = 0.015, but with
                                 * SKPI_URBAN_FLAG_CONVERGE_TO_ZERO. */
    double converge_by;         /* number in (0,1]: factor a year of CONVERGING; 0 = 0.9; unusual below 0.5. */
    double ceiling;             /* share at which LOGISTIC and GOMPERTZ end; 0 = fitted, at most 1. */
    size_t n_sizes;             /* count of the norm's size classes: 1 = one norm for all; at most 2; 0 = the norm of
                                 * 2018. */
    size_t n_terms;             /* count of the norm's coefficients; 0 = the norm of 2018. */
    const double *norm;         /* [n_sizes][n_terms] number: h(p) = sum of norm_k p^k, per year; large places first. */
    size_t n_windows;           /* count of windows; 0 = by the method: 5 years, LINEAR 10, CONVERGING 4, 10 and 20. */
    const double *window;       /* [n_windows] positive number of years, over which a history gives its URGD. */
    size_t n_mean;              /* count of methods of MEAN; 0 = no mean. */
    const int32_t *mean_method; /* [n_mean] enum skpi_urban_method, each once. */
    const double *mean_weight;  /* [n_mean] quantity: weight of each; NULL = 1. */
} skpi_urban_options;

/** The world norm: the URGD that places of each share converge to, h(p) = sum of norm_k p^k.
 *
 * `n`              count of places.
 * `share[n]`       share of urban people.
 * `size_class[n]`  enum skpi_urban_size; NULL = one norm for all sizes.
 * `options`        norm, n_sizes, n_terms; NULL = the norm of 2018.
 * `urgd[n]`        URGD of the norm; may be share.
 * `status[n]`      row status.
 *
 * `WUNUSUAL`  options->norm gives more than 0.1 a year for share.
 * `ERANGE`    options->norm gives more than 0.5 a year for share.
 * `EINVAL`    size_class is NULL although the norm has two sizes.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology; the coefficients of 2018 are
 * this library's own, from the published table.
 */
SKPI_CHECK skpi_status skpi_urban_norm_urgd(size_t n, const double *share, const int32_t *size_class,
                                            const skpi_urban_options *options, double *urgd, int32_t *status);

/** Which third of the reference areas a fitted norm stands for. */
enum skpi_urban_scenario {
    SKPI_URBAN_SCENARIO_CENTRAL = 5301, /* the third in the middle */
    SKPI_URBAN_SCENARIO_SLOW = 5302,    /* the third whose URGD is lowest for its share */
    SKPI_URBAN_SCENARIO_FAST = 5303     /* the third whose URGD is highest for its share */
};
/** What a fitted norm stands for. */
typedef struct skpi_urban_norm_fit_options {
    uint32_t size, flags;
    int32_t scenario; /* enum skpi_urban_scenario; 0 = the fit itself. */
    int32_t zero;     /* 0. */
} skpi_urban_norm_fit_options;
/** EXPERIMENTAL: A norm of one's own for skpi_urban_options, by least squares on the shares and URGD of areas.
 *
 * `n`                       count of areas; at least 1.
 * `n_sizes`                 count of size classes: 1 = one norm for all areas; at least 1; at most 2.
 * `n_terms`                 count of coefficients of each, 2 for a straight line; at least 1; at most 4.
 * `share[n]`                share of urban people when the years began over which urgd was measured.
 * `urgd[n]`                 URGD.
 * `size_class[n]`           enum skpi_urban_size; NULL = n_sizes is 1.
 * `options`                 scenario; NULL = the fit itself.
 * `norm[n_sizes][n_terms]`  number: coefficients from the constant upwards; large areas first.
 *
 * `EINVAL`     size_class is NULL although n_sizes is 2.
 * `ENODATA`    n is below n_terms; size_class has fewer areas of one size than n_terms, or than 3 for a scenario.
 * `ESINGULAR`  share has too few different values.
 * `EOVERFLOW`  norm is beyond the range of a double.
 *
 * Source: the line is the form of the United Nations; the thirds are this library's own, in the manner of L. Jiang and
 * B. C. O'Neill, Global Environmental Change 42 (2017) 193.
 */
SKPI_CHECK skpi_status skpi_urban_norm_fit(size_t n, size_t n_sizes, size_t n_terms, const double *share,
                                           const double *urgd, const int32_t *size_class,
                                           const skpi_urban_norm_fit_options *options, double *norm);

/** Last observations of n places, each with the URGD before it. */
typedef struct skpi_urban_project_in {
    uint32_t size, flags;
    size_t n;                  /* count of places. */
    const int32_t *last_year;  /* [n] year of the last observation. */
    const double *share;       /* [n] share of urban people in that year; 0 and 1 stay as they are. */
    const double *urgd;        /* [n] URGD before it; any finite one where the share is 0 or 1. */
    const int32_t *size_class; /* [n] enum skpi_urban_size; NULL = the method uses no norm, or one for all sizes. */
} skpi_urban_project_in;
/** A projection. */
typedef struct skpi_urban_project_out {
    uint32_t size, flags;
    double *share; /* [n][n_years] share of urban people. */
    double *urgd;  /* [n][n_years] URGD of the year; NaN where the share is 0 or 1. */
} skpi_urban_project_out;
/** Urban shares of each place from first_year on, from its last observation and the URGD before it.
 *
 * `in`                     last observations: last_year, share, urgd, size_class of each place.
 * `first_year`, `n_years`  axis of the output; it may begin long after the last observations.
 * `options`                method and what it needs; NULL = the method of the United Nations, the norm of 2018.
 * `out`                    shares and URGD of the years.
 * `status[n]`              row status.
 *
 * `WADJUSTED`   a limit acted on in->urgd.
 * `WUNUSUAL`    options->norm gives more than 0.1 a year for in->share.
 * `ERANGE`      options->norm gives more than 0.5 a year for in->share.
 * `EINVAL`      in->size_class is NULL although a norm of two sizes is used; options->method or options->mean_method
 *               needs a history.
 * `ENOTSORTED`  in->last_year is not before first_year.
 * `EOVERFLOW`   out->urgd is beyond the range of a double.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision; of other methods see skpi_urban_project(3).
 */
SKPI_CHECK skpi_status skpi_urban_project(const skpi_urban_project_in *in, int32_t first_year, size_t n_years,
                                          const skpi_urban_options *options, skpi_urban_project_out *out,
                                          int32_t *status);

/** Urban shares of each place from first_year on, from its dated observations, by any method.  Where a method has no
 * URGD of its own, out->urgd is the change of the logit over the year before, or since the last observation.
 *
 * `history`                observations: date and share; a last share of 0 or 1 stays.
 * `size_class[n]`          enum skpi_urban_size; NULL = the method uses no norm, or one for all sizes.
 * `first_year`, `n_years`  axis of the output.
 * `options`                method and what it needs; NULL = the method of the United Nations, the norm of 2018.
 * `out`                    shares and URGD of the years.
 * `status[n]`              row status.
 *
 * `WADJUSTED`      a limit on the URGD or on the share acted, or the fallback.
 * `WWEAKFIT`       a parameter of a curve is at its bound, or less certain than its own size.
 * `WNOTCONVERGED`  the fit of a curve did not end: the best found is used.
 * `WUNUSUAL`       history->share has moved by more than 0.1 a year on the logit scale over the windows of the method,
 *                  inside the limits: urban may have been defined anew.
 * `EINVAL`         size_class is NULL although a norm of two sizes is used.
 * `ENODATA`        history->share has too few values for the method in a place.
 * `ENOTSORTED`     history->date is not before first_year in the last observation of a place.
 * `ESINGULAR`      history->share does not determine a curve.
 * `EOVERFLOW`      out->urgd is beyond the range of a double.
 *
 * Source: as skpi_urban_project.
 */
SKPI_CHECK skpi_status skpi_urban_project_history(const skpi_urban_history *history, const int32_t *size_class,
                                                  int32_t first_year, size_t n_years, const skpi_urban_options *options,
                                                  skpi_urban_project_out *out, int32_t *status);

/** Last observations of n places, and the share that each is to reach. */
typedef struct skpi_urban_crossing_in {
    uint32_t size, flags;
    size_t n;                  /* count of places. */
    const double *last_date;   /* [n] date of the last observation. */
    const double *share;       /* [n] share of urban people at that date. */
    const double *urgd;        /* [n] URGD before it; any finite one where the share is 0 or 1. */
    const int32_t *size_class; /* [n] enum skpi_urban_size; NULL = the method uses no norm, or one for all sizes. */
    const double *threshold;   /* [n] share to be reached, from below or from above. */
} skpi_urban_crossing_in;
/** Date at which the projection of each place first reaches a threshold.
 *
 * `in`         last observations and thresholds: last_date, share, urgd, size_class, threshold of each place.
 * `options`    method and what it needs, as in skpi_urban_project; NULL = the method of the United Nations.
 * `date[n]`    number: decimal year on the scale of in->last_date; may be any input.
 * `status[n]`  row status.
 *
 * `WADJUSTED`  a limit acted on in->urgd.
 * `WUNUSUAL`   options->norm gives more than 0.1 a year for in->share.
 * `ERANGE`     options->norm gives more than 0.5 a year for in->share.
 * `EINVAL`     in->size_class is NULL although a norm of two sizes is used; options->method or options->mean_method
 *              needs a history.
 * `ENOTFOUND`  in->threshold is not reached within 200 years.
 * `EOVERFLOW`  date is of growth differences beyond the range of a double.
 *
 * Source: as skpi_urban_project.
 */
SKPI_CHECK skpi_status skpi_urban_crossing(const skpi_urban_crossing_in *in, const skpi_urban_options *options,
                                           double *date, int32_t *status);

/** How the difference to an observation is carried on. */
typedef struct skpi_urban_harmonise_options {
    uint32_t size, flags;
    double fade; /* quantity: years over which it fades to 0 in a straight line; 0 = it stays. */
} skpi_urban_harmonise_options;
/** A published path of shares moved onto an observation of each place: the difference of the logits at its date is added
 * to that of every later year, as it is or fading.  Earlier years stay.
 *
 * `path`         table of share: between its years straight in the logit; 0 and 1 stay as they are.
 * `date[n]`      date of the observation, from the first year of path to the last.
 * `observed[n]`  open share of urban people then, by the definition of path.
 * `options`      fade; NULL = the difference stays.
 * `share[n][m]`  share of urban people in the years of path; may be path->value.
 * `status[n]`    row status.
 *
 * `EDOM`  date is before the first year of path, or after the last; path->value is 0 or 1 at the date.
 *
 * Source: a shift of the logit keeps growth differences; this library's own.
 */
SKPI_CHECK skpi_status skpi_urban_harmonise(const skpi_table *path, const double *date, const double *observed,
                                            const skpi_urban_harmonise_options *options, double *share,
                                            int32_t *status);

/* ------------------------------------------------------------------------------------------ how sure they are */

/** Forecasts of n places. */
typedef struct skpi_urban_error_quantile_in {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    const int32_t *last_year; /* [n] year of the last observation. */
    const double *share;      /* [n][n_years] open share: the forecast. */
} skpi_urban_error_quantile_in;
/** A table of errors of the caller's; all 0 is the shipped one, of the United Nations' method, 5 to 30 years ahead. */
typedef struct skpi_urban_error_quantile_options {
    uint32_t size, flags;
    size_t n_horizons;      /* count of the table's rows; 0 = the shipped table. */
    const int32_t *horizon; /* [n_horizons] horizons: years after the last observation. */
    const double *error;    /* [n_horizons][n_prob] number: quantiles of logit(observed) - logit(forecast). */
} skpi_urban_error_quantile_options;
/** Quantiles of forecasts from the errors that earlier forecasts had: logistic(logit share + error), error by horizon.
 *
 * `in`                     forecasts: last_year of each place, share of each year.
 * `first_year`, `n_years`  axis of the forecasts.
 * `n_prob`                 count of quantiles.
 * `prob[n_prob]`           probability of each, the columns of options->error; shipped: 0.05, 0.1, 0.5, 0.9, 0.95.
 * `options`                a table of errors; NULL = the shipped one.
 * `quantile[n][n_years][n_prob]`  share at each probability; not centred on the forecast, because the errors are not.
 * `status[n]`              row status.
 *
 * `WHORIZON`    a year is beyond the last row of the table: the last slope goes on.
 * `ENOTFOUND`   prob is not in the shipped table.
 * `ENOTSORTED`  in->last_year is after first_year.
 * `EOVERFLOW`   quantile is too large, carried on beyond the caller's table.
 *
 * Source: this library's own table, from the World Urbanization Prospects 2018; skpi_urban_error_quantile(3).
 */
SKPI_CHECK skpi_status skpi_urban_error_quantile(const skpi_urban_error_quantile_in *in, int32_t first_year,
                                                 size_t n_years, size_t n_prob, const double *prob,
                                                 const skpi_urban_error_quantile_options *options, double *quantile,
                                                 int32_t *status);

/** Which forecasts a table of errors is made of. */
typedef struct skpi_urban_error_table_options {
    uint32_t size, flags;
    int32_t first_origin; /* year from which the first forecasts are made; 0 = the first with ten years before it. */
    int32_t last_target;  /* year of the last targets; later values are not read; 0 = the last year of the tables. */
    int32_t step;         /* index: years between origins; 0 = 5. */
    int32_t zero;         /* 0. */
} skpi_urban_error_table_options;
/** EXPERIMENTAL: A table for skpi_urban_error_quantile: errors that the method of the United Nations would have had,
 * its norm fitted at each origin; errors of all areas and origins are pooled by horizon.
 *
 * `share`                       table of share; with the origins, the ten years before them and the targets; NaN =
 *                               missing.
 * `population`                  table of quantity: inhabitants, or in the scale of its basis; same axes as share; NaN =
 *                               missing.
 * `n_horizons`                  count of horizons.
 * `n_prob`                      count of quantiles.
 * `horizon[n_horizons]`         horizons: years after the origin.
 * `prob[n_prob]`                probability of each quantile.
 * `options`                     origins and targets; NULL = all that the tables have.
 * `error[n_horizons][n_prob]`   number: quantiles of logit(observed) - logit(forecast).
 *
 * `WMISSING`       a value up to the last target is missing: its area is left out.
 * `ENODATA`        options->first_origin has no ten years before it; options->last_target is not in share->year; an
 *                  origin, a target or a year ten years before an origin is no year of the tables; horizon has no
 *                  origin; share->n is too small for a norm; share->value is 0 or 1 in all areas.
 * `EINCONSISTENT`  population->n is not share->n; population->m is not share->m; population->year is not share->year.
 * `EDEFMIX`        population->basis states other things than share->basis, but for its scale.
 * `ESINGULAR`      share->value is the same in all areas of one size and does not determine a norm.
 *
 * Source: this library's own; skpi_urban_error_table(3).
 */
SKPI_CHECK skpi_status skpi_urban_error_table(const skpi_table *share, const skpi_table *population, size_t n_horizons,
                                              size_t n_prob, const int32_t *horizon, const double *prob,
                                              const skpi_urban_error_table_options *options, double *error);

/** Forecasts of n places by SKPI_URBAN_METHOD_CONVERGING or SKPI_URBAN_METHOD_CAUTIOUS. */
typedef struct skpi_urban_converging_interval_in {
    uint32_t size, flags;
    size_t n;                /* count of places. */
    const double *last_date; /* [n] date of the last observation. */
    const double *share;     /* [n][n_years] open share: the forecast. */
    const double *urgd;      /* [n] number: URGD over the shortest window before the last observation; not limited. */
} skpi_urban_converging_interval_in;
/** How wide an interval is. */
typedef struct skpi_urban_converging_interval_options {
    uint32_t size, flags;
    double coverage; /* one of 0.5, 0.8, 0.9, 0.95: probability that the interval is to have; 0 = 0.8. */
} skpi_urban_converging_interval_options;
/** EXPERIMENTAL: Ends of the interval of each forecast of the converging method; a place that moved fast is less sure.
 *
 * `in`                     forecasts: last_date and urgd of each place, share of each year.
 * `first_year`, `n_years`  axis of the forecasts.
 * `options`                coverage; NULL = 0.8.
 * `low[n][n_years]`        share: lower end; may be in->share.
 * `high[n][n_years]`       share: upper end; may be in->share.
 * `status[n]`              row status.
 *
 * `WHORIZON`    a year is more than 40 years after in->last_date.
 * `ENOTSORTED`  in->last_date is after first_year.
 * `EOVERFLOW`   in->urgd is so large that low would be beyond the range of a double.
 *
 * Source: this library's own fit; smartkpi_urban(7).
 */
SKPI_CHECK skpi_status skpi_urban_converging_interval(const skpi_urban_converging_interval_in *in, int32_t first_year,
                                                      size_t n_years,
                                                      const skpi_urban_converging_interval_options *options,
                                                      double *low, double *high, int32_t *status);

/** Random walks of n places. */
typedef struct skpi_urban_walk_quantile_in {
    uint32_t size, flags;
    size_t n;            /* count of places. */
    const double *share; /* [n] open share of urban people at the start. */
    const double *drift; /* [n] URGD. */
    const double *sigma; /* [n] quantity: standard deviation of a year's step, in logits; unusual above 0.5. */
} skpi_urban_walk_quantile_in;
/** Quantiles of a random walk of the logit with drift, 1 to n_years years after the start, in closed form.
 *
 * `in`            walks: share, drift, sigma of each place.
 * `n_years`       count of years.
 * `n_prob`        count of quantiles.
 * `prob[n_prob]`  probability of each quantile.
 * `quantile[n][n_years][n_prob]`  share at each probability.
 * `status[n]`     row status.
 *
 * `EOVERFLOW`  quantile is of a logit beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_urban_walk_quantile(const skpi_urban_walk_quantile_in *in, size_t n_years, size_t n_prob,
                                                const double *prob, double *quantile, int32_t *status);

/** How methods are tested. */
typedef struct skpi_urban_backtest_options {
    uint32_t size, flags;
    const skpi_urban_options *project; /* of all methods alike; its method and norm are 0; NULL = all defaults. */
    size_t zero;                       /* 0. */
    double coverage;                   /* one of 0.5, 0.8, 0.9, 0.95: probability that the intervals are to have; 0 =
                                        * 0.8. */
} skpi_urban_backtest_options;
/** Scores of each method, and what it forecast.  Errors are forecast - truth, in shares: 0.01 is a point of percent. */
typedef struct skpi_urban_backtest_out {
    uint32_t size, flags;
    double *rmse;           /* [n_methods] number: root of the mean squared error. */
    double *mae;            /* [n_methods] number: mean of the absolute errors. */
    double *median;         /* [n_methods] number: median of the absolute errors. */
    double *bias;           /* [n_methods] number: mean of the errors. */
    double *coverage;       /* [n_methods] share of truths inside the interval; NaN where the method has none. */
    double *interval_score; /* [n_methods] number: lower is better; NaN where the method has no interval. */
    int32_t *count;         /* [n_methods] integer: areas scored, those between 0 and 1 at the origin. */
    double *forecast;       /* [n_methods][n] share; NaN where it is not scored. */
    double *low, *high;     /* [n_methods][n] share: ends of the interval; NaN where there is none. */
    int32_t *left_out;      /* integer: areas of which a value is missing. */
} skpi_urban_backtest_out;
/** EXPERIMENTAL: How good the methods would have been: forecasts from origin for target, of each area between 0 and 1
 * at the origin. Values after the origin are used only to score the forecasts.
 *
 * `share`              table of share; with the origin, the target and, for a norm, the year ten years before; NaN =
 *                      missing.
 * `population`         table of quantity: inhabitants, or in the scale of its basis; same axes as share; NaN = missing.
 * `origin`             year from which the forecasts are made.
 * `target`             year for which they are made.
 * `n_methods`          count of methods.
 * `method[n_methods]`  enum skpi_urban_method.
 * `options`            project, for all methods alike, and coverage; NULL = all defaults.
 * `out`                scores and forecasts.
 *
 * `WMISSING`       a value up to the origin is missing, or the share at the target: its area is not scored.
 * `WADJUSTED`      a limit acted.
 * `WWEAKFIT`       a parameter of a curve is at its bound, or there is no fit: the share stays.
 * `WNOTCONVERGED`  the fit of a curve did not end: the best found is used.
 * `WHORIZON`       target is more than 40 years after origin, and the method is CONVERGING or CAUTIOUS.
 * `EINVAL`         options->project->method is given; options->project->norm is given; options->project->n_sizes is
 *                  given; options->project->n_terms is given.
 * `ENODATA`        origin is not in share->year; target is not in share->year; share->year has not the year ten years
 *                  before the origin, although a norm is fitted; origin has no year before it; share->n is too small
 *                  for a norm; options->project->n_mean is 0 although the method is MEAN.
 * `ENOTSORTED`     target is not after origin.
 * `EINCONSISTENT`  population->n is not share->n; population->m is not share->m; population->year is not share->year.
 * `EDEFMIX`        population->basis states other things than share->basis, but for its scale.
 * `ESINGULAR`      share->value is the same in all areas of one size and does not determine a norm.
 * `EOVERFLOW`      out->forecast is of a logit beyond the range of a double.
 *
 * Source: this library's own; skpi_urban_backtest(3).
 */
SKPI_CHECK skpi_status skpi_urban_backtest(const skpi_table *share, const skpi_table *population, int32_t origin,
                                           int32_t target, size_t n_methods, const int32_t *method,
                                           const skpi_urban_backtest_options *options, skpi_urban_backtest_out *out);

/* ----------------------------------------------------------------------------------------- people, cities, regions */

/** Urban and rural population from shares and totals: share x total, (1 - share) x total.
 *
 * `n`            count of places.
 * `m`            count of years.
 * `share[n][m]`  share of urban people.
 * `total[n][m]`  quantity: all people, in any unit.
 * `urban[n][m]`  quantity: urban people, in the unit of total; NULL = not wanted; may be any input.
 * `rural[n][m]`  quantity: rural people; NULL = not wanted; may be any input.
 */
SKPI_CHECK skpi_status skpi_urban_population(size_t n, size_t m, const double *share, const double *total,
                                             double *urban, double *rural);

/** Urban shares whose quantiles are known, and the people that they are shares of. */
typedef struct skpi_urban_population_quantile_in {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    size_t n_years;           /* count of years. */
    size_t n_known;           /* count of quantiles of the share that are known; at least 1. */
    const double *share_prob; /* [n_known] probability of each of them, increasing. */
    const double *share;      /* [n][n_years][n_known] open share of urban people: its quantiles; not falling. */
    const double *total;      /* [n][n_years] quantity: median of all people, in any unit. */
    const double *sd; /* [n][n_years] quantity: standard deviation of the logarithm of all people; unusual above 0.5;
                       * NULL = 0: they are known. */
} skpi_urban_population_quantile_in;
/** Quantiles of urban people, share x total, by integration.  The logit of the share is straight in the normal quantile
 * between those that are known, and goes on so beyond them; all people are lognormal and independent of it.
 *
 * `in`            quantiles of the share, medians of the total, and how sure these are.
 * `n_prob`        count of quantiles.
 * `prob[n_prob]`  probability of each quantile.
 * `quantile[n][n_years][n_prob]`  quantity: urban people at each probability, in the unit of in->total.
 * `status[n]`     row status.
 *
 * `EDUPLICATE`  in->share_prob has one twice.
 * `ENOTSORTED`  in->share_prob falls; in->share falls from one probability to the next.
 * `EOVERFLOW`   quantile is beyond the range of a double.
 *
 * Source: the distribution of a product of independent factors; quadrature by Gauss and Legendre.
 */
SKPI_CHECK skpi_status skpi_urban_population_quantile(const skpi_urban_population_quantile_in *in, size_t n_prob,
                                                      const double *prob, double *quantile, int32_t *status);

/** Urban shares of groups of places: urban people over all people of the group.
 *
 * `n`                         count of places; at least 1.
 * `m`                         count of years.
 * `n_groups`                  count of groups; at least 1.
 * `share[n][m]`               share of urban people, by one definition of urban.
 * `total[n][m]`               quantity: all people, in any unit.
 * `group[n]`                  index of the group of each place.
 * `group_share[n_groups][m]`  share of urban people.
 *
 * `ERANGE`     group is not below n_groups.
 * `EZERODIV`   total adds up to 0 in a group and year.
 * `EOVERFLOW`  total adds up to more than a double holds.
 */
SKPI_CHECK skpi_status skpi_urban_aggregate(size_t n, size_t m, size_t n_groups, const double *share,
                                            const double *total, const int32_t *group, double *group_share);

/** Populations of the cities of one country: their growth rates move to that of its urban population in 25 years.
 *
 * `n`                   count of cities.
 * `n_years`             count of years after the base year.
 * `population[n]`       quantity of inhabitants in the base year, in any unit.
 * `growth[n]`           growth of each city in the base year.
 * `urban[n_years + 1]`  positive urban population of the country, base year first, in any unit.
 * `city[n][n_years]`    quantity of inhabitants in the years after the base year, in the unit of population.
 * `status[n]`           row status.
 *
 * `EOVERFLOW`  city is beyond the range of a double.
 *
 * Source: reproduces United Nations, World Urbanization Prospects: The 2018 Revision, file 22.
 */
SKPI_CHECK skpi_status skpi_urban_cities_project(size_t n, size_t n_years, const double *population,
                                                 const double *growth, const double *urban, double *city,
                                                 int32_t *status);

/** Whether cities add up to more than the urban population of their country, by more than 1e-9 of it.  That they do is
 * a finding, no failure.
 *
 * `n`                 count of cities.
 * `n_years`           count of years.
 * `city[n][n_years]`  quantity of inhabitants of each city, in any unit.
 * `urban[n_years]`    quantity: urban population of the country, in the same unit.
 * `first_excess`      integer: position of the first year in which they do; SKPI_NONE if none does; NULL = not wanted.
 * `factor[n_years]`   number: urban over the sum of the cities in such years, 1 in others; NULL = not wanted; may be
 *                     urban.
 *
 * `EOVERFLOW`  city adds up to more than a double holds.
 */
SKPI_CHECK skpi_status skpi_urban_cities_check(size_t n, size_t n_years, const double *city, const double *urban,
                                               int32_t *first_excess, double *factor);

/** City, town and rural shares of n places at two dates; each three sum to 1 within 1e-9 and are used as they are. */
typedef struct skpi_urban_three_way_in {
    uint32_t size, flags;
    size_t n;            /* count of places. */
    const double *date0; /* [n] date of the first observation. */
    const double *part0; /* [n][3] share of city, town and rural people then. */
    const double *date1; /* [n] date of the second observation. */
    const double *part1; /* [n][3] share of city, town and rural people then. */
} skpi_urban_three_way_in;
/** How shares go on beyond the observations. */
typedef struct skpi_urban_three_way_options {
    uint32_t size, flags;
    double damping; /* number in (0,1]: factor a year of the growth differences, away from the observations; 0 = 1. */
} skpi_urban_three_way_options;
/** EXPERIMENTAL: City, town and rural shares of each place in the years of an axis: the growth differences between the
 * three parts are constant between the observations, and beyond them but for damping.  Where a part is 0, all three
 * are straight lines between the observations, and other years are refused.
 *
 * `in`                     observations: date0, part0, date1, part1 of each place.
 * `first_year`, `n_years`  axis of the output: before, between or after the observations.
 * `options`                damping; NULL = none.
 * `share[n][n_years][3]`   share of city, town and rural people; at an observation its own to the bit.
 * `status[n]`              row status.
 *
 * `EINCONSISTENT`  in->part0 does not sum to 1; in->part1 does not sum to 1.
 * `ENOTSORTED`     in->date0 is not before in->date1.
 * `EDOM`           in->part0 is 0 and a year lies outside the observations; in->part1 likewise.
 *
 * Source: J. Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139; the damping is this library's own.
 */
SKPI_CHECK skpi_status skpi_urban_three_way(const skpi_urban_three_way_in *in, int32_t first_year, size_t n_years,
                                            const skpi_urban_three_way_options *options, double *share,
                                            int32_t *status);

/** An urban and a rural region of n places. */
typedef struct skpi_urban_two_region_in {
    uint32_t size, flags;
    size_t n;                    /* count of places. */
    const double *urban;         /* [n] quantity: urban people in the base year, in any unit. */
    const double *rural;         /* [n] quantity: rural people in the base year. */
    const double *natural_urban; /* [n] growth: births less deaths per urban person and year; unusual beyond 0.05. */
    const double *natural_rural; /* [n] growth: births less deaths per rural person and year; unusual beyond 0.05. */
    const double *to_rural; /* [n] quantity: moves to the rural region per urban person and year; unusual above 0.1. */
    const double *to_urban; /* [n] quantity: moves to the urban region per rural person and year; unusual above 0.1. */
} skpi_urban_two_region_in;
/** Both regions in the years to come, and in the end. */
typedef struct skpi_urban_two_region_out {
    uint32_t size, flags;
    double *urban;   /* [n][n_years] quantity: urban people after 1 to n_years steps. */
    double *rural;   /* [n][n_years] quantity: rural people. */
    double *natural; /* [n][n_years] number: natural increase of the urban region in the step that leads to the year. */
    double *migration; /* [n][n_years] number: its net gain by migration in that step. */
    double *growth;    /* [n] quantity: factor a year in the end, the dominant eigenvalue. */
    double *stable; /* [n] share of urban people in the end; without migration 1 or 0, or that of the base year if both
                        * regions grow alike. */
} skpi_urban_two_region_out;
/** An urban and a rural region with natural increase and migration between them, step by step of a year.
 *
 * `in`         people and rates: urban, rural, natural_urban, natural_rural, to_rural, to_urban of each place.
 * `n_years`    count of steps of a year.
 * `out`        people, their changes, and what they tend to.
 * `status[n]`  row status.
 *
 * `EDOM`       in->to_rural is more than 1 + in->natural_urban; in->to_urban is more than 1 + in->natural_rural.
 * `EZERODIV`   in->urban is 0, and so is in->rural.
 * `EOVERFLOW`  out->urban is beyond the range of a double, or another result.
 *
 * Source: A. Rogers, Matrix Analysis of Interregional Population Growth and Distribution (1968); National Research
 * Council, Cities Transformed (2003), appendix B.
 */
SKPI_CHECK skpi_status skpi_urban_two_region(const skpi_urban_two_region_in *in, size_t n_years,
                                             skpi_urban_two_region_out *out, int32_t *status);

/** Stages of an urban transition: the acceleration begins at the start, the speed is highest in the middle, and the
 * saturation begins at the end. */
typedef struct skpi_urban_stages_out {
    uint32_t size, flags;
    double *start_date;   /* [n] number: decimal year at which the acceleration begins. */
    double *start_share;  /* [n] share of urban people then. */
    double *middle_date;  /* [n] number: decimal year of the top speed. */
    double *middle_share; /* [n] share of urban people then. */
    double *end_date;     /* [n] number: decimal year at which the saturation begins. */
    double *end_share;    /* [n] share of urban people then. */
    double *top_speed;    /* [n] quantity: share per year gained in the middle; may be any input. */
} skpi_urban_stages_out;
/** Stages of an urban transition that follows a logistic: start and end are the two dates at which the third derivative
 * of the share is 0, ln(2 + sqrt 3)/speed before and after the midpoint; the middle is the midpoint.
 *
 * `n`            count of places.
 * `ceiling[n]`   share of urban people in the end.
 * `speed[n]`     positive growth rate of the logistic, per year; unusual above 0.1; at most 0.5.
 * `midpoint[n]`  date at which the share is half the ceiling.
 * `out`          dates and shares of the stages.
 * `status[n]`    row status.
 *
 * `EDOM`       ceiling is 0.
 * `EOVERFLOW`  out->start_date is beyond the range of a double.
 *
 * Source: R. M. Northam, Urban Geography (2nd edition, 1979), for the stages; the dates follow from the logistic.
 */
SKPI_CHECK skpi_status skpi_urban_stages(size_t n, const double *ceiling, const double *speed, const double *midpoint,
                                         skpi_urban_stages_out *out, int32_t *status);

/** Years in which populations double or halve: ln 2/|rate|.
 *
 * `n`            count of populations.
 * `rate[n]`      growth.
 * `doubling[n]`  quantity of years until it has doubled; NaN where it does not grow; NULL = not wanted; may be rate.
 * `halving[n]`   quantity of years until it has halved; NaN where it does not shrink; NULL = not wanted; may be rate.
 * `status[n]`    row status.
 *
 * `ENOTFOUND`  rate is 0: it neither doubles nor halves anything.
 * `EOVERFLOW`  doubling is beyond the range of a double; halving is beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_urban_doubling_time(size_t n, const double *rate, double *doubling, double *halving,
                                                int32_t *status);

/** The urban model of an ensemble: the logit of the share walks at random, with drift, perhaps pulled to the world norm.
 *
 * `EINVAL`  size_class is NULL although speed is given.
 */
typedef struct skpi_urban_ensemble_add_in {
    uint32_t size, flags;
    const double *share;       /* [plan->n_places] open share of urban people in the year before the plan's first. */
    const double *drift;       /* [plan->n_places] URGD. */
    const double *sigma;       /* [plan->n_places] quantity: standard deviation of a year's step, in logits;
                                * unusual above 0.5. */
    const int32_t *size_class; /* [plan->n_places] enum skpi_urban_size; NULL = no pull to the world norm. */
    const double *speed;       /* [plan->n_places] share of the way to the norm a year; NULL = as the United Nations. */
} skpi_urban_ensemble_add_in;
/** Adds the urban model to a plan; its one variable, 0, is the share.
 *
 * `plan`   to which the model is added.
 * `in`     share, drift, sigma of the places; perhaps size_class and speed.
 * `model`  index of the model in the plan.
 *
 * `EOVERFLOW`  in->sigma or in->drift is so large that a draw could overflow.
 * `ENOMEM`     not enough memory for one more model.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology, for the norm and its pace.
 */
SKPI_CHECK skpi_status skpi_urban_ensemble_add(skpi_ensemble_plan *plan, const skpi_urban_ensemble_add_in *in,
                                               int32_t *model);

#ifdef __cplusplus
}
#endif
#endif

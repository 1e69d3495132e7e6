/* Urbanisation: projections of urban shares, their uncertainty, cities and regions.
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

/** Definition of urban that a share follows; for skpi_basis.definition. */
enum skpi_urban_definition {
    SKPI_URBAN_DEFINITION_NATIONAL = 5401, /* the country's own definition */
    SKPI_URBAN_DEFINITION_DEGURBA = 5402   /* the Degree of Urbanisation of the United Nations */
};

/** Urban-rural growth difference of each place between two observations: (logit share1 - logit share0)/(date1 - date0).
 *
 * `n`          count of places.
 * `date0[n]`   date of the first observation.
 * `share0[n]`  open share of urban people at date0.
 * `date1[n]`   date of the second observation.
 * `share1[n]`  open share of urban people at date1, by the same definition of urban.
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
    const size_t *first;   /* [n + 1] offsets into date, share: place i has the observations first[i] to first[i + 1] -
                            * 1. */
    const double *date;    /* [n_observations] date of each observation. */
    const double *share;   /* [n_observations] share of urban people at that date. */
} skpi_urban_history;
/** URGD of each place over windows of years up to its last observation.  A window begins at the latest observation that
 * is at least its length older (1e-6 years less are forgiven), or else at the first one.  Observations of 0 and 1 are
 * skipped.
 *
 * `history`              observations: date and share.
 * `n_windows`            count of windows.
 * `window[n_windows]`    positive length in years.
 * `urgd[n][n_windows]`   URGD over each window.
 * `status[n]`            row status.
 *
 * `WMISSING`  history->share is 0 or 1 in a window: that observation is skipped.
 * `WUNUSUAL`  urgd is beyond 0.1 over a window: the definition of urban may have changed; history->share has a break in
 *             the longest window: a step far beyond its usual change.
 * `ENODATA`   history->share has fewer than two values between 0 and 1 in a place.
 * `EDOM`      history->share is 0 or 1 in the last observation of a place.
 */
SKPI_CHECK skpi_status skpi_urban_window_urgd(const skpi_urban_history *history, size_t n_windows, const double *window,
                                              double *urgd, int32_t *status);

/** Form of a published annual table between observations. */
enum skpi_urban_last_observation_rule {
    SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT = 5501, /* a straight line in the logit: revisions to 2018 */
    SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC = 5502  /* a cubic in the share: later revisions */
};
/** Years that may be observations in a published table, and the form of the table. */
typedef struct skpi_urban_last_observation_options {
    uint32_t size, flags;
    int32_t known_to; /* year of the table: the last that may be an observation; LOGIT reads no later years; 0 = the
                       * last of the table. */
    int32_t rule;     /* enum skpi_urban_last_observation_rule; 0 = found for each place. */
} skpi_urban_last_observation_options;
/** Last observations, in the form that skpi_urban_project takes. */
typedef struct skpi_urban_last_observation_out {
    uint32_t size, flags;
    int32_t *last_year; /* [n] year of the last observation; SKPI_NONE in a failed row. */
    double *share;      /* [n] share of urban people in that year. */
    double *urgd;       /* [n] URGD before it: over two years (LOGIT), or back to the observation before or over ten
                         * years (CUBIC); NaN where the share is 0 or 1. */
    double *date;       /* [n] date: day of the last observation where the digits show it (CUBIC), else the middle of
                         * its year. */
    int32_t *rule;      /* [n] enum skpi_urban_last_observation_rule: the rule used; SKPI_NONE in a failed row. */
} skpi_urban_last_observation_out;
/** EXPERIMENTAL: Last observation of each place in a published annual table, and the URGD before it.  Between
 * observations such a table is, up to rounding, a straight line in the logit or a cubic in the share.  The rule is
 * found for each place, or given.  Give all digits: with three decimals of per cent the year of a cubic is known to
 * about one.
 *
 * `share`      table of share, every year; three years or more up to options->known_to.
 * `rounding`   quantity: half a unit of the last printed digit, as a share; 5e-6 for percentages with three decimals, 0
 *              for figures that are not rounded.
 * `options`    known_to and rule; NULL = the whole table, and the rule found.
 * `out`        last observations.
 * `status[n]`  row status.
 *
 * `ENODATA`        options->known_to leaves fewer than three years; share->value follows a cubic and the last five
 *                  years of the table hold an observation; share->value follows one cubic in all years; share->value
 *                  follows a cubic and its last observation is after options->known_to; rounding is above 2e-5 and
 *                  share->value follows no line.
 * `ERANGE`         options->known_to is no year of the table.
 * `EDOM`           share->value is 0 or 1 where the URGD begins, but not in the last known year.
 * `EINCONSISTENT`  share->year does not follow the year before: the table is not annual.
 *
 * Source: this library's own rules, tried on the World Urbanization Prospects 2018 and the World Bank's table of 2026;
 * skpi_urban_last_observation(3).
 */
SKPI_CHECK skpi_status skpi_urban_last_observation(const skpi_table *share, double rounding,
                                                   const skpi_urban_last_observation_options *options,
                                                   skpi_urban_last_observation_out *out, int32_t *status);

/** Date up to which observations are known. */
typedef struct skpi_urban_observation_options {
    uint32_t size, flags;
    const double *known_to; /* [share->n] date: later observations are left out; NULL = none is. */
} skpi_urban_observation_options;
/** Observations, in rows as long as the table: a row has at most one for each year. */
typedef struct skpi_urban_observation_out {
    uint32_t size, flags;
    int32_t *count; /* [n] integer: how many observations the row has, 0 if all are later than known_to; SKPI_NONE in a
                     * failed row. */
    double *date;   /* [n][m] date of each; NaN behind the last. */
    double *share;  /* [n][m] open share of urban people at that date; NaN behind the last. */
} skpi_urban_observation_out;
/** EXPERIMENTAL: Observations behind a published annual table whose logit is a straight line between them, as in
 * revisions to 2018.  An observation is where the line breaks by more than the rounding; the first and the last year
 * between 0 and 1 count too.  Breaks are found with hindsight: the table shows one only if later years follow.
 *
 * `share`      table of share, every year; the first run of two years or more between 0 and 1 is read.
 * `rounding`   quantity: half a unit of the last printed digit, as a share; 5e-6 for percentages with three decimals, 0
 *              for figures that are not rounded.
 * `options`    known_to; NULL = all observations.
 * `out`        count, dates and shares.
 * `status[n]`  row status.
 *
 * `ENODATA`        share->value has no two years running between 0 and 1.
 * `EINCONSISTENT`  share->year does not follow the year before: the table is not annual.
 *
 * Source: this library's own; skpi_urban_observation(3).
 */
SKPI_CHECK skpi_status skpi_urban_observation(const skpi_table *share, double rounding,
                                              const skpi_urban_observation_options *options,
                                              skpi_urban_observation_out *out, int32_t *status);

/** Size class of a place, by its population in the base year of the norm. */
enum skpi_urban_size {
    SKPI_URBAN_SIZE_LARGE = 5101, /* two million inhabitants or more in 2018 */
    SKPI_URBAN_SIZE_SMALL = 5102  /* fewer */
};
/** Size class of each place.
 *
 * `n`              count of places.
 * `population[n]`  quantity: inhabitants in the base year of the norm; that of the library's norm is 2018.
 * `threshold`      quantity: inhabitants from which on a place is large, in the unit of population; 0 = 2000000.
 * `size_class[n]`  enum skpi_urban_size; SKPI_NONE in a failed row.
 * `status[n]`      row status.
 *
 * `WUNUSUAL`  population is below 20000 although threshold is 0; it may be in thousands.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology.
 */
SKPI_CHECK skpi_status skpi_urban_size_class(size_t n, const double *population, double threshold, int32_t *size_class,
                                             int32_t *status);

/* ---------------------------------------------------------------------------------------------------- projections */

/** How a projection continues from the last share and the URGD before it. */
enum skpi_urban_method {
    SKPI_URBAN_METHOD_UN = 5201,          /* United Nations: the URGD moves to a world norm within 26 years */
    SKPI_URBAN_METHOD_DAMPED = 5202,      /* the URGD decays to 0 */
    SKPI_URBAN_METHOD_CONSTANT = 5203,    /* the URGD stays constant */
    SKPI_URBAN_METHOD_LINEAR = 5204,      /* from histories: the slope of the share itself stays constant */
    SKPI_URBAN_METHOD_PERSISTENCE = 5205, /* the share stays constant */
    SKPI_URBAN_METHOD_LOGISTIC = 5206,    /* from histories: a logistic curve */
    SKPI_URBAN_METHOD_GOMPERTZ = 5207,    /* from histories: a Gompertz curve */
    SKPI_URBAN_METHOD_BOCQUIER = 5208,    /* the URGD is the norm in every year; the norm is the caller's */
    SKPI_URBAN_METHOD_MEAN = 5209,        /* the mean of several methods */
    SKPI_URBAN_METHOD_CONVERGING = 5210,  /* the URGD decays to a value that is not 0 */
    SKPI_URBAN_METHOD_CAUTIOUS = 5211     /* the mean of CONVERGING and UN */
};
/** Flags of projections. */
enum skpi_urban_flag {
    SKPI_URBAN_FLAG_FALLBACK = 1,        /* a place may have one observation; its URGD is then that of the norm
                                          * (SKPI_WADJUSTED); CONVERGING and CAUTIOUS do not need the flag */
    SKPI_URBAN_FLAG_CONVERGE_TO_ZERO = 2 /* converge_to of 0 means 0 and not the default */
};
/** Method of a projection and its parameters.  Members that the method does not use are checked too.
 *
 * `EINVAL`         norm is NULL although the method is BOCQUIER; n_sizes is 0 although n_terms is given; n_terms is 0
 *                  although n_sizes is given; mean_method is MEAN.
 * `ENODATA`        n_mean is 0 although the method is MEAN.
 * `EINCONSISTENT`  urgd_min is above urgd_max; converge_to is given beside SKPI_URBAN_FLAG_CONVERGE_TO_ZERO.
 * `EDUPLICATE`     mean_method holds a value twice.
 * `EZERODIV`       mean_weight adds up to 0.
 */
typedef struct skpi_urban_options {
    uint32_t size, flags;       /* flags: enum skpi_urban_flag. */
    int32_t method;             /* enum skpi_urban_method; 0 = SKPI_URBAN_METHOD_UN. */
    int32_t zero;               /* 0. */
    double urgd_min, urgd_max;  /* number: limits on the initial URGD, per year; both 0 = none (CONVERGING: -0.1, 0.1);
                                 * unusual beyond 0.5. */
    double damping;             /* number in (0,1]: annual factor of DAMPED; 0 = 0.97; unusual below 0.5. */
    double converge_to;         /* growth difference at which CONVERGING ends; 0 = 0.015, unless
                                 * SKPI_URBAN_FLAG_CONVERGE_TO_ZERO is set. */
    double converge_by;         /* number in (0,1]: annual factor of CONVERGING; 0 = 0.9; unusual below 0.5. */
    double ceiling;             /* share that LOGISTIC and GOMPERTZ approach; 0 = fitted, at most 1. */
    size_t n_sizes;             /* count of the norm's size classes: 1 = one norm for all places; at most 2; 0 = the
                                 * norm of 2018. */
    size_t n_terms;             /* count of the norm's coefficients; 0 = the norm of 2018. */
    const double *norm;         /* [n_sizes][n_terms] number: h(p) = sum of norm_k p^k, per year; large places first. */
    size_t n_windows;           /* count of windows; 0 = by the method: 5 years, LINEAR 10, CONVERGING 4, 10 and 20. */
    const double *window;       /* [n_windows] positive length in years; the URGD of a history is measured over it. */
    size_t n_mean;              /* count of methods that MEAN averages; 0 = no mean. */
    const int32_t *mean_method; /* [n_mean] enum skpi_urban_method, each at most once. */
    const double *mean_weight;  /* [n_mean] quantity: weight of each; NULL = 1. */
} skpi_urban_options;

/** The world norm: the URGD to which places with a given share converge, h(p) = sum of norm_k p^k.
 *
 * `n`              count of places.
 * `share[n]`       share of urban people.
 * `size_class[n]`  enum skpi_urban_size; NULL = one norm for all sizes.
 * `options`        norm, n_sizes, n_terms; NULL = the norm of 2018.
 * `urgd[n]`        URGD of the norm; may be share.
 * `status[n]`      row status.
 *
 * `WUNUSUAL`  options->norm gives a URGD of more than 0.1 a year for share.
 * `ERANGE`    options->norm gives a URGD of more than 0.5 a year for share.
 * `EINVAL`    size_class is NULL although the norm has two sizes.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology; the coefficients of 2018 were
 * fitted by this library to the published table.
 */
SKPI_CHECK skpi_status skpi_urban_norm_urgd(size_t n, const double *share, const int32_t *size_class,
                                            const skpi_urban_options *options, double *urgd, int32_t *status);

/** Third of the reference areas to which a norm is fitted. */
enum skpi_urban_scenario {
    SKPI_URBAN_SCENARIO_CENTRAL = 5301, /* the third in the middle */
    SKPI_URBAN_SCENARIO_SLOW = 5302,    /* the third whose URGD is lowest for its share */
    SKPI_URBAN_SCENARIO_FAST = 5303     /* the third whose URGD is highest for its share */
};
/** What a fitted norm makes small. */
enum skpi_urban_loss {
    SKPI_URBAN_LOSS_HUBER = 5601, /* Huber's loss, tuning constant 1.345: areas far from the norm count less */
    SKPI_URBAN_LOSS_SQUARE = 5602 /* squares: each area counts the same */
};
/** Scenario and loss of a fitted norm. */
typedef struct skpi_urban_norm_fit_options {
    uint32_t size, flags;
    int32_t scenario; /* enum skpi_urban_scenario; 0 = a norm fitted to all areas. */
    int32_t loss;     /* enum skpi_urban_loss; 0 = SKPI_URBAN_LOSS_HUBER. */
} skpi_urban_norm_fit_options;
/** EXPERIMENTAL: Fits a norm for skpi_urban_options to the shares and URGD of areas.  It describes the years over which
 * urgd was measured; it is no norm for the future.
 *
 * `n`                       count of areas; at least 1.
 * `n_sizes`                 count of norms: one for all sizes, or one for large and one for small areas; at most 2;
 *                           0 = 1.
 * `n_terms`                 count of coefficients of each norm, 2 for a straight line; at least 1; at most 4.
 * `share[n]`                share of urban people at the beginning of the years over which urgd was measured.
 * `urgd[n]`                 URGD.
 * `size_class[n]`           enum skpi_urban_size; NULL = one norm for all sizes.
 * `options`                 scenario and loss; NULL = a norm fitted to all areas by Huber's loss.
 * `norm[n_sizes][n_terms]`  number: coefficients from the constant upwards; large areas first.
 *
 * `WNOTCONVERGED`  the weights of Huber's loss still change after 200 steps; norm is that of the last one.
 * `EINVAL`         size_class is NULL although n_sizes is 2.
 * `ENODATA`        n is below n_terms; size_class has fewer areas of one size than n_terms, or than 3 for a scenario.
 * `ESINGULAR`      share has too few different values.
 * `EOVERFLOW`      norm is beyond the range of a double.
 *
 * Source: the straight line is the form of the United Nations; the scenarios are this library's own, after L. Jiang and
 * B. C. O'Neill, Global Environmental Change 42 (2017) 193; Huber's loss: P. J. Huber, Annals of Mathematical Statistics
 * 35 (1964) 73.
 */
SKPI_CHECK skpi_status skpi_urban_norm_fit(size_t n, size_t n_sizes, size_t n_terms, const double *share,
                                           const double *urgd, const int32_t *size_class,
                                           const skpi_urban_norm_fit_options *options, double *norm);

/** Last observations of n places, each with the URGD before it. */
typedef struct skpi_urban_project_in {
    uint32_t size, flags;
    size_t n;                  /* count of places. */
    const int32_t *last_year;  /* [n] year of the last observation. */
    const double *share;       /* [n] share of urban people in that year; a share of 0 or 1 stays in all years. */
    const double *urgd;        /* [n] URGD before the last observation; any finite value where the share is 0 or 1. */
    const int32_t *size_class; /* [n] enum skpi_urban_size; NULL = the method uses no norm, or one for all sizes. */
} skpi_urban_project_in;
/** Projected shares and URGD. */
typedef struct skpi_urban_project_out {
    uint32_t size, flags;
    double *share; /* [n][n_years] share of urban people. */
    double *urgd;  /* [n][n_years] URGD of the year; NaN where the share is 0 or 1. */
} skpi_urban_project_out;
/** Projects the urban share of each place from first_year on, from its last observation and the URGD before it.
 *
 * `in`                     last observations: last_year, share, urgd, size_class of each place.
 * `first_year`, `n_years`  axis of the output; it may begin any number of years after the last observations.
 * `options`                method and its parameters; NULL = the method of the United Nations with the norm of 2018.
 * `out`                    shares and URGD in the years of the axis.
 * `status[n]`              row status.
 *
 * `WADJUSTED`   a limit changed in->urgd.
 * `WHORIZON`    a year is more than 40 years after in->last_year, and the method is CONVERGING, CAUTIOUS or a mean
 *               with one of them.
 * `WUNUSUAL`    options->norm gives a URGD of more than 0.1 a year for in->share.
 * `ERANGE`      options->norm gives a URGD of more than 0.5 a year for in->share.
 * `EINVAL`      in->size_class is NULL although a norm of two sizes is used; options->method or options->mean_method
 *               needs a history.
 * `ENOTSORTED`  in->last_year is not before first_year.
 * `EOVERFLOW`   out->urgd is beyond the range of a double.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision; for the other methods see
 * skpi_urban_project(3).
 */
SKPI_CHECK skpi_status skpi_urban_project(const skpi_urban_project_in *in, int32_t first_year, size_t n_years,
                                          const skpi_urban_options *options, skpi_urban_project_out *out,
                                          int32_t *status);

/** Projects the urban share of each place from first_year on, from its dated observations, by any method.  For a method
 * that does not use a URGD, out->urgd is the change of the logit over the year before, or, in the first year, since the
 * last observation.
 *
 * `history`                observations: date and share; a last share of 0 or 1 stays in all years.
 * `size_class[n]`          enum skpi_urban_size; NULL = the method uses no norm, or one for all sizes.
 * `first_year`, `n_years`  axis of the output.
 * `options`                method and its parameters; NULL = the method of the United Nations with the norm of 2018.
 * `out`                    shares and URGD in the years of the axis.
 * `status[n]`              row status.
 *
 * `WADJUSTED`      a limit changed a URGD or a share, or a single observation got the URGD of the norm, or 0.017 where
 *                  the method is CONVERGING or CAUTIOUS.
 * `WHORIZON`       a year is more than 40 years after the last observation of a place, and the method is CONVERGING,
 *                  CAUTIOUS or a mean with one of them.
 * `WWEAKFIT`       a curve is a weak fit, as in skpi_series_fit; history->share spans less than four years, and the
 *                  method is CONVERGING or CAUTIOUS.
 * `WNOTCONVERGED`  the fit of a curve did not converge: the best one found is used.
 * `WMISSING`       history->share is 0 or 1 in a window of the method: that observation is skipped.
 * `WUNUSUAL`       history->share has changed by more than 0.1 a year on the logit scale over the windows of the
 *                  method, within the limits: the definition of urban may have changed; history->share has a break in
 *                  what the method reads: a step far beyond its usual change.
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

/** Last observations of n places, and the share that each of them is to reach. */
typedef struct skpi_urban_crossing_in {
    uint32_t size, flags;
    size_t n;                  /* count of places. */
    const double *last_date;   /* [n] date of the last observation. */
    const double *share;       /* [n] share of urban people at that date. */
    const double *urgd;        /* [n] URGD before the last observation; any finite value where the share is 0 or 1. */
    const int32_t *size_class; /* [n] enum skpi_urban_size; NULL = the method uses no norm, or one for all sizes. */
    const double *threshold;   /* [n] share to be reached, from below or from above. */
} skpi_urban_crossing_in;
/** First date at which the projected share of each place reaches a threshold.
 *
 * `in`         last observations and thresholds: last_date, share, urgd, size_class, threshold of each place.
 * `options`    method and its parameters, as in skpi_urban_project; NULL = the method of the United Nations.
 * `date[n]`    number: decimal year on the scale of in->last_date; may be any input.
 * `status[n]`  row status.
 *
 * `WADJUSTED`  a limit changed in->urgd.
 * `WHORIZON`   date is more than 40 years after in->last_date, and the method is CONVERGING, CAUTIOUS or a mean with
 *              one of them.
 * `WUNUSUAL`   options->norm gives a URGD of more than 0.1 a year for in->share.
 * `ERANGE`     options->norm gives a URGD of more than 0.5 a year for in->share.
 * `EINVAL`     in->size_class is NULL although a norm of two sizes is used; options->method or options->mean_method
 *              needs a history.
 * `ENOTFOUND`  in->threshold is not reached within 200 years.
 * `EOVERFLOW`  date follows from growth differences beyond the range of a double.
 *
 * Source: as skpi_urban_project.
 */
SKPI_CHECK skpi_status skpi_urban_crossing(const skpi_urban_crossing_in *in, const skpi_urban_options *options,
                                           double *date, int32_t *status);

/** Later differences between the path and the moved path. */
typedef struct skpi_urban_harmonise_options {
    uint32_t size, flags;
    double fade; /* quantity: years in which the difference falls to 0 in a straight line; 0 = it stays constant. */
} skpi_urban_harmonise_options;
/** Moves a published path of urban shares onto an observation of each place.  The difference of the logits at its date is
 * added to the logits of later years, constant or falling to 0; earlier years are unchanged.
 *
 * `path`         table of share: its logit is straight between the years; 0 and 1 are unchanged.
 * `date[n]`      date of the observation, from the first year of path to the last.
 * `observed[n]`  open share of urban people then, by the definition of path.
 * `options`      fade; NULL = the difference stays constant.
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

/* ------------------------------------------------------------------------------------------ uncertainty */

/** Forecasts of n places. */
typedef struct skpi_urban_error_quantile_in {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    const int32_t *last_year; /* [n] year of the last observation. */
    const double *share;      /* [n][n_years] open share: the forecast. */
} skpi_urban_error_quantile_in;
/** Tables of forecast errors that the library has. */
enum skpi_urban_error_source {
    SKPI_URBAN_ERROR_SOURCE_REALTIME = 5701, /* forecasts from one revision of the record, truths from a later one */
    SKPI_URBAN_ERROR_SOURCE_RECORD = 5702    /* forecasts and truths from one record, the revision of 2018 */
};
/** A table of forecast errors: one of the library's, or the caller's. */
typedef struct skpi_urban_error_quantile_options {
    uint32_t size, flags;
    size_t n_horizons;      /* count of the rows of the caller's table; 0 = a table of the library's. */
    const int32_t *horizon; /* [n_horizons] index: years after the last observation, increasing; from 0 years on. */
    const double *error;    /* [n_horizons][n_prob] number: quantiles of logit(truth) - logit(forecast). */
    int32_t source;         /* enum skpi_urban_error_source: the library's table; 0 = SKPI_URBAN_ERROR_SOURCE_REALTIME,
                             * or the caller's. */
    int32_t zero;           /* 0. */
} skpi_urban_error_quantile_options;
/** Quantiles of forecasts from the errors of earlier forecasts: logistic(logit share + error), with the error quantile
 * of the year's horizon.
 *
 * `in`                     forecasts: last_year of each place, share of each year.
 * `first_year`, `n_years`  axis of the forecasts.
 * `n_prob`                 count of quantiles.
 * `prob[n_prob]`           probability of each column of options->error; the library's tables have 0.05, 0.1, 0.5, 0.9
 *                          and 0.95, that of REALTIME also 0.025, 0.25, 0.75 and 0.975.
 * `options`                a table of errors; NULL = SKPI_URBAN_ERROR_SOURCE_REALTIME.
 * `quantile[n][n_years][n_prob]`  share at each probability; where the errors are not centred on 0, it is not centred on
 *                                 the forecast.
 * `status[n]`              row status.
 *
 * `WHORIZON`       a year is beyond the last row of the table: the last slope of the table is continued.
 * `ENOTFOUND`      prob is not in the library's table.
 * `ENOTSORTED`     in->last_year is after first_year; options->horizon falls.
 * `EDUPLICATE`     options->horizon holds a value twice.
 * `EINCONSISTENT`  options->source is given beside the caller's table.
 * `EOVERFLOW`      quantile is too large where the caller's table is continued beyond its last row.
 *
 * Source: this library's own tables, from revisions of the World Urbanization Prospects; skpi_urban_error_quantile(3).
 */
SKPI_CHECK skpi_status skpi_urban_error_quantile(const skpi_urban_error_quantile_in *in, int32_t first_year,
                                                 size_t n_years, size_t n_prob, const double *prob,
                                                 const skpi_urban_error_quantile_options *options, double *quantile,
                                                 int32_t *status);

/** Forecasts from which a table of errors is made, and how their norms are fitted. */
typedef struct skpi_urban_error_table_options {
    uint32_t size, flags;
    int32_t first_origin; /* year from which the first forecasts are made; 0 = the first year of the tables that has ten
                           * years before it. */
    int32_t last_target;  /* year of the last target; later values are not read; 0 = the last year of the tables. */
    int32_t step;         /* index: years between origins; 0 = 5. */
    int32_t loss;         /* enum skpi_urban_loss; 0 = SKPI_URBAN_LOSS_HUBER. */
    int32_t n_sizes;      /* one of 1, 2: norms: one for all sizes, or one for large and one for small areas; 0 = 1. */
    int32_t zero;         /* 0. */
} skpi_urban_error_table_options;
/** EXPERIMENTAL: A table for skpi_urban_error_quantile: quantiles of the errors that the method of the United Nations
 * would have had.  The norm is fitted again at each origin, and the errors of all areas and origins are pooled by
 * horizon.
 *
 * `share`                       table of share; it has the origins, the years ten years before them, and the
 *                               targets; NaN = missing.
 * `population`                  table of quantity: inhabitants, in the unit that its basis states, else single ones;
 *                               same axes as share; NaN = missing.
 * `n_horizons`                  count of horizons.
 * `n_prob`                      count of quantiles.
 * `horizon[n_horizons]`         horizons: years after the origin.
 * `prob[n_prob]`                probability of each quantile.
 * `options`                     origins, targets and the fit of norms; NULL = all that the tables allow, one norm
 *                               fitted by Huber's loss.
 * `error[n_horizons][n_prob]`   number: quantiles of logit(observed) - logit(forecast).
 *
 * `WMISSING`       a value up to the last target is missing: its area is left out.
 * `WNOTCONVERGED`  the weights of Huber's loss still change after 200 steps; the norm is that of the last one.
 * `WUNUSUAL`       population->value has no area of two million and states no unit; it may be in thousands.
 * `ENODATA`        options->first_origin has no ten years before it; options->last_target is not in share->year; an
 *                  origin, a target or a year ten years before an origin is no year of the tables; horizon has no
 *                  origin; share->n is too small for a norm; share->value is 0 or 1 in all areas.
 * `EINCONSISTENT`  population->n is not share->n; population->m is not share->m; population->year is not share->year.
 * `EDEFMIX`        population->basis and share->basis differ in more than the scale.
 * `ESINGULAR`      share->value is the same in all areas of a norm and does not determine it.
 *
 * Source: this library's own; skpi_urban_error_table(3).
 */
SKPI_CHECK skpi_status skpi_urban_error_table(const skpi_table *share, const skpi_table *population, size_t n_horizons,
                                              size_t n_prob, const int32_t *horizon, const double *prob,
                                              const skpi_urban_error_table_options *options, double *error);

/** Errors of a newer revision, in logits. */
typedef struct skpi_urban_revision_error_out {
    uint32_t size, flags;
    double *lead;         /* [n_bins] number: mean lead. */
    int32_t *error_count; /* [n_bins] integer: errors. */
    int32_t *place_count; /* [n_bins] integer: places that have one. */
    double *quantile;     /* [n_bins][n_coverage] number: size that so many errors do not exceed. */
    double *at_0;         /* [n_coverage] number: the quantile at lead 0, by the straight line. */
    double *per_year;     /* [n_coverage] number: its rise for each year of lead. */
    double *error; /* [history->n][truth->m] number: logit(truth) - logit(forecast); NaN where there is none, also
                           * in years outside all bins. */
} skpi_urban_revision_error_out;
/** EXPERIMENTAL: Errors that forecasts from an older revision of a record have against a newer one, for a table of
 * skpi_urban_error_quantile that holds where records are revised: the quantile of probability 1/2 -+ coverage/2 is -+
 * (at_0 + per_year lead).  Forecasts are those of SKPI_URBAN_METHOD_CAUTIOUS; its norm is fitted to the places of the
 * pair by Huber's loss.  In a bin each pair of revisions weighs the same, in it each place, in it each error.  The line
 * is fitted to the quantiles with weights of one over their squares, and neither falls nor begins below 0.
 *
 * `history`               observations: dates, and the shares that the older revision has then; a place whose last
 *                         share is 0 or 1, or whose first observation is not four years older, has no error.
 * `truth`                 table of share, the newer revision, a row for each place of history; NaN = missing; 0 and 1
 *                         have no error.
 * `pair[history->n]`      index of the pair of revisions of each place, below the count of places.
 * `n_bins`                count of bins of leads; at least 2.
 * `bin[n_bins + 1]`       quantity: years after the last observation, increasing: bin k is above bin[k], up to bin[k +
 *                         1]; a year of truth that is in no bin has no error.
 * `n_coverage`            count of coverages.
 * `coverage[n_coverage]`  probability that an error is not larger.
 * `out`                   quantiles, straight lines and errors.
 *
 * `EINCONSISTENT`  truth->n is not history->n.
 * `ERANGE`         pair is not below history->n.
 * `EDUPLICATE`     bin holds a value twice.
 * `ENOTSORTED`     bin falls.
 * `ENODATA`        bin has no error.
 * `EZERODIV`       coverage has errors of 0 in a bin.
 *
 * Source: this library's own; skpi_urban_revision_error(3).
 */
SKPI_CHECK skpi_status skpi_urban_revision_error(const skpi_urban_history *history, const skpi_table *truth,
                                                 const int32_t *pair, size_t n_bins, const double *bin,
                                                 size_t n_coverage, const double *coverage,
                                                 skpi_urban_revision_error_out *out);

/** Forecasts of n places by SKPI_URBAN_METHOD_CONVERGING or SKPI_URBAN_METHOD_CAUTIOUS. */
typedef struct skpi_urban_converging_interval_in {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    const double *last_date;  /* [n] date of the last observation. */
    const double *last_share; /* [n] open share of urban people at that date. */
    const double *share;      /* [n][n_years] open share: the forecast. */
    const double *urgd;       /* [n] number: URGD over the shortest window before the last observation, which counts as
                               * far as +-0.1; unusual beyond 0.1; NaN = missing; a place with one observation has none,
                               * and 0.05 is taken. */
} skpi_urban_converging_interval_in;
/** Coverage and method of the intervals. */
typedef struct skpi_urban_converging_interval_options {
    uint32_t size, flags;
    double coverage; /* number in (0,0.95]: probability that the interval holds the truth; 0 = 0.8. */
    int32_t method;  /* enum skpi_urban_method: CONVERGING or CAUTIOUS, of which share is the forecast; 0 =
                      * SKPI_URBAN_METHOD_CONVERGING. */
    int32_t zero;    /* 0. */
    double width;    /* quantity: constant of the interval, as skpi_urban_converging_fit finds it, in place of that of
                      * coverage; 0 = that of coverage. */
} skpi_urban_converging_interval_options;
/** EXPERIMENTAL: Interval around each forecast of the converging or the cautious method.  It is wider for a place whose
 * share changed fast, and on the logit scale for one near 0 or 1.  It is no interval for sums over places.
 *
 * `in`                     forecasts: last_date, last_share and urgd of each place, share of each year.
 * `first_year`, `n_years`  axis of the forecasts.
 * `options`                coverage and method, or width; NULL = 0.8.
 * `low[n][n_years]`        share: lower end; may be in->share.
 * `high[n][n_years]`       share: upper end; may be in->share.
 * `status[n]`              row status.
 *
 * `WADJUSTED`   in->urgd is missing: 0.05 is taken.
 * `WHORIZON`    a year is more than 40 years after in->last_date.
 * `EINVAL`      options->method has no such interval.
 * `ENOTSORTED`  in->last_date is after first_year.
 *
 * Source: this library's own fit; skpi_urban_converging_interval(3).
 */
SKPI_CHECK skpi_status skpi_urban_converging_interval(const skpi_urban_converging_interval_in *in, int32_t first_year,
                                                      size_t n_years,
                                                      const skpi_urban_converging_interval_options *options,
                                                      double *low, double *high, int32_t *status);

/** What was known, from which dates forecasts are made, and the grid of constants that is tried. */
typedef struct skpi_urban_converging_fit_options {
    uint32_t size, flags;
    double known_to;      /* date: later observations are not read; 0 = the last date of history. */
    size_t n_origins;     /* count of origins; 0 = every second year, from six years after the first date of history to
                           * four before the last that is read. */
    const double *origin; /* [n_origins] date from which forecasts are made. */
    size_t n_leads;       /* count of leads; 0 = 2, 4 to 40 years. */
    const double *lead;   /* [n_leads] number in [1,900]: years after the origin, increasing. */
    size_t n_by;          /* count of annual factors; 0 = 0.8, 0.84, 0.87, 0.89, 0.9, 0.91, 0.93, 0.95, 0.97, 0.985. */
    const double *by;     /* [n_by] number in (0,1]: values tried for converge_by. */
    size_t n_part;        /* count of parts; 0 = 0, 0.1 to 1. */
    const double *part;   /* [n_part] number in [0,10]: values tried for converge_to, as parts of the mean URGD of all
                           * places at the origin. */
    double urgd_max;      /* quantity: limit on the initial URGD of both methods, per year, upwards and downwards;
                           * 0 = 0.1. */
} skpi_urban_converging_fit_options;
/** Constants for skpi_urban_options and for skpi_urban_converging_interval, as they were known.  Errors are standard
 * errors of the jackknife that leaves one group out. */
typedef struct skpi_urban_converging_fit_out {
    uint32_t size, flags;
    int32_t *usable;      /* [history->n] integer: 1 = usable at known_to, 0 = not, because its last observation is too
                             * old or its history too short; SKPI_NONE in a failed row. */
    int32_t *place_count; /* integer: how many are usable. */
    int32_t *pair_count;  /* integer: pairs of a forecast and a known truth. */
    int32_t *group_count; /* integer: groups that have a pair. */
    double *mean;         /* number: mean URGD of these places, each counted within -0.03 and 0.08; NaN if there is
                               * none. */
    double *norm;         /* [2] number: norm of these places by Huber's loss, a straight line; NaN if too few
                               * determine it. */
    double *by;           /* number: converge_by. */
    double *by_error;     /* number: its error. */
    double *part;         /* number: converge_to as a part of the mean URGD at the origin. */
    double *part_error;   /* number: its error. */
    double *to;           /* number: converge_to, part times mean; NaN as mean. */
    double *to_error;     /* number: its error; mean counts as known; NaN as mean. */
    double *loss;         /* number: least loss of the grid. */
    double *loss_by;      /* number: where it is: the annual factor. */
    double *loss_part;    /* number: where it is: the part. */
    double *width;        /* [n_coverage] number: constant of the converging method's interval. */
    double *width_error;  /* [n_coverage] number: its error. */
    double *cautious_width;         /* [n_coverage] number: constant of the cautious method's interval. */
    double *cautious_width_error;   /* [n_coverage] number: its error. */
    double *without_by;             /* [n_groups] number: converge_by without the group. */
    double *without_part;           /* [n_groups] number: part without the group. */
    double *without_to;             /* [n_groups] number: converge_to without the group; mean is that of all; NaN
                                     * as mean. */
    double *without_width;          /* [n_groups][n_coverage] number: width without the group. */
    double *without_cautious_width; /* [n_groups][n_coverage] number: cautious_width without the group. */
} skpi_urban_converging_fit_out;
/** EXPERIMENTAL: Estimates the constants of the converging method, and of the intervals of the converging and the
 * cautious one, from forecasts of the past whose truth was known at a date.  It does not return the library's defaults:
 * those are decisions.  A place counts at an origin if its last observation is not more than 20 years old and its first
 * one at least four years older.  An origin counts if its places determine a norm: two of them have different shares
 * between 0.005 and 0.995.
 *
 * `history`               observations: date and share.
 * `n_groups`              count of groups, regions whose places may share their errors; at least 1.
 * `group[history->n]`     index of the group of each place.
 * `n_coverage`            count of coverages.
 * `coverage[n_coverage]`  probability that an interval holds the truth.
 * `options`               known_to, origins, leads and grid; NULL = all defaults.
 * `out`                   constants and their errors.
 * `status[history->n]`    row status; a failed row is left out.
 *
 * `ENODATA`     history gives fewer than 50 pairs; group has fewer than three groups that have a pair.
 * `ERANGE`      group is not below n_groups.
 * `EDUPLICATE`  options->lead holds a value twice.
 * `ENOTSORTED`  options->lead falls.
 *
 * Source: this library's own; skpi_urban_converging_fit(3).
 */
SKPI_CHECK skpi_status skpi_urban_converging_fit(const skpi_urban_history *history, size_t n_groups,
                                                 const int32_t *group, size_t n_coverage, const double *coverage,
                                                 const skpi_urban_converging_fit_options *options,
                                                 skpi_urban_converging_fit_out *out, int32_t *status);

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
 * `EOVERFLOW`  quantile follows from a logit beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_urban_walk_quantile(const skpi_urban_walk_quantile_in *in, size_t n_years, size_t n_prob,
                                                const double *prob, double *quantile, int32_t *status);

/** Parameters of the methods, coverage of their intervals, and how the norm is fitted. */
typedef struct skpi_urban_backtest_options {
    uint32_t size, flags;
    const skpi_urban_options *project; /* options of all methods; its method and norm must be 0; NULL = all defaults. */
    const skpi_table *truth;           /* table of share, with the areas of share and years of its own, for example a
                                        * later revision; NaN = missing; NULL = share. */
    double coverage;                   /* number in (0,0.95]: probability that an interval holds the truth; 0 = 0.8. */
    int32_t loss;                      /* enum skpi_urban_loss; 0 = SKPI_URBAN_LOSS_HUBER. */
    int32_t n_sizes;                   /* one of 1, 2: norms: one for all sizes, or one for large and one for small
                                        * areas; 0 = 1. */
} skpi_urban_backtest_options;
/** Scores and forecasts of each method.  An error is forecast - truth, as a share: 0.01 is one percentage
 * point. */
typedef struct skpi_urban_backtest_out {
    uint32_t size, flags;
    double *rmse;           /* [n_methods] number: root of the mean squared error; NaN if the method scores no area. */
    double *mae;            /* [n_methods] number: mean of the absolute errors; NaN as rmse. */
    double *median;         /* [n_methods] number: median of the absolute errors; NaN as rmse. */
    double *bias;           /* [n_methods] number: mean of the errors; NaN as rmse. */
    double *coverage;       /* [n_methods] share of truths inside the interval; NaN where the method has none. */
    double *interval_score; /* [n_methods] number: lower is better; NaN where the method has no interval. */
    int32_t *count;         /* [n_methods] integer: areas scored, which are those whose share at the origin lies between
                             * 0 and 1. */
    double *forecast;       /* [n_methods][n] share; NaN in an area that is not scored. */
    double *low, *high;     /* [n_methods][n] share: ends of the interval; NaN where there is none. */
    int32_t *left_out;      /* integer: areas of which a value is missing. */
    int32_t *n_interval;    /* [n_methods] integer: areas scored that have an interval. */
    int32_t *n_fallback;    /* [n_methods] integer: areas scored whose forecast is not the method's own: a curve that
                             * cannot be fitted, a growth difference from one observation. */
    double *quantile_crps;  /* [n_methods] number: quantile CRPS of low, forecast and high, as in skpi_series_score; NaN
                             * where the method has no interval. */
} skpi_urban_backtest_out;
/** EXPERIMENTAL: Tests the methods on the past: forecasts from origin for target in each area whose share at the origin
 * lies between 0 and 1. Values after the origin are used only to score the forecasts.
 *
 * `share`              table of share; it has the origin, the target unless options->truth has it and, where a norm is
 *                      fitted, the year ten years before the origin; NaN = missing.
 * `population`         table of quantity: inhabitants, in the unit that its basis states, else single ones; same axes
 *                      as share; NaN = missing.
 * `origin`             year from which the forecasts are made.
 * `target`             year for which they are made.
 * `n_methods`          count of methods.
 * `method[n_methods]`  enum skpi_urban_method.
 * `options`            project, which holds for all methods, coverage, a table of truths and the fit of the norm; NULL
 *                      = all defaults.
 * `out`                scores and forecasts.
 *
 * `WMISSING`       a value up to the origin is missing, or the share at the target; its area is not scored.
 * `WADJUSTED`      a limit changed a URGD or a share; the only value up to the origin got a URGD of 0.017, and the
 *                  method is CONVERGING or CAUTIOUS.
 * `WWEAKFIT`       a curve is a weak fit, as in skpi_series_fit, or cannot be fitted and the share stays constant; the
 *                  values up to the origin span less than four years, and the method is CONVERGING or CAUTIOUS.
 * `WNOTCONVERGED`  the fit of a curve did not converge: the best one found is used; the weights of Huber's loss still
 *                  change after 200 steps: the norm is that of the last one.
 * `WUNUSUAL`       population->value has no area of two million and states no unit; it may be in thousands.
 * `WHORIZON`       target is more than 40 years after origin, and the method is CONVERGING, CAUTIOUS or a mean with one
 *                  of them.
 * `EINVAL`         options->project->method is given; options->project->norm is given; options->project->n_sizes is
 *                  given; options->project->n_terms is given.
 * `ENODATA`        origin is not in share->year; target is not in the years of the truths; share->year has not the year
 *                  ten years before the origin, although a norm is fitted; origin has no year before it; share->n is too small
 *                  for a norm; options->project->n_mean is 0 although the method is MEAN.
 * `ENOTSORTED`     target is not after origin.
 * `EINCONSISTENT`  population->n is not share->n; population->m is not share->m; population->year is not share->year;
 *                  options->truth->n is not share->n.
 * `EDEFMIX`        population->basis and share->basis differ in more than the scale; options->truth->basis and
 *                  share->basis differ in more than vintage and revision.
 * `ESINGULAR`      share->value is the same in all areas of a norm and does not determine it.
 * `EOVERFLOW`      out->forecast is beyond the range of a double.
 *
 * Source: this library's own; skpi_urban_backtest(3).
 */
SKPI_CHECK skpi_status skpi_urban_backtest(const skpi_table *share, const skpi_table *population, int32_t origin,
                                           int32_t target, size_t n_methods, const int32_t *method,
                                           const skpi_urban_backtest_options *options, skpi_urban_backtest_out *out);

/* ----------------------------------------------------------------------------------------- people, cities, regions */

/** Urban and rural population from shares and totals: share x total and (1 - share) x total.
 *
 * `n`            count of places.
 * `m`            count of years.
 * `share[n][m]`  share of urban people.
 * `total[n][m]`  quantity: urban and rural people together, in any unit.
 * `urban[n][m]`  quantity: urban people, in the unit of total; NULL = not wanted; may be any input.
 * `rural[n][m]`  quantity: rural people; NULL = not wanted; may be any input.
 */
SKPI_CHECK skpi_status skpi_urban_population(size_t n, size_t m, const double *share, const double *total,
                                             double *urban, double *rural);

/** Distributions of urban shares and of total populations. */
typedef struct skpi_urban_population_quantile_in {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    size_t n_years;           /* count of years. */
    size_t n_known;           /* count of known quantiles of the share; at least 1. */
    const double *share_prob; /* [n_known] probability of each of them, increasing. */
    const double *share;      /* [n][n_years][n_known] open share of urban people: its quantiles, not falling. */
    const double *total;      /* [n][n_years] quantity: median of all people, in any unit. */
    const double *sd; /* [n][n_years] quantity: standard deviation of the logarithm of all people; unusual above 0.5;
                       * NULL = 0: the total is known. */
} skpi_urban_population_quantile_in;
/** Quantiles of the urban population, share x total, if both are uncertain.  The logit of the share is a straight line in
 * the normal quantile between the known quantiles and beyond them; the total is lognormal and independent of the share.
 *
 * `in`            quantiles of the share; median and deviation of the total.
 * `n_prob`        count of quantiles.
 * `prob[n_prob]`  probability of each quantile.
 * `quantile[n][n_years][n_prob]`  quantity: urban people at each probability, unit of in->total.
 * `status[n]`     row status.
 *
 * `EDUPLICATE`  in->share_prob holds a value twice.
 * `ENOTSORTED`  in->share_prob falls; in->share falls from one probability to the next.
 * `EOVERFLOW`   quantile is beyond the range of a double.
 *
 * Source: the distribution of a product of independent factors; quadrature by Gauss and Legendre.
 */
SKPI_CHECK skpi_status skpi_urban_population_quantile(const skpi_urban_population_quantile_in *in, size_t n_prob,
                                                      const double *prob, double *quantile, int32_t *status);

/** Urban shares of groups of places: the urban people over all people of the group.
 *
 * `n`                         count of places; at least 1.
 * `m`                         count of years.
 * `n_groups`                  count of groups; at least 1.
 * `share[n][m]`               share of urban people, by one definition of urban.
 * `total[n][m]`               quantity: urban and rural people together, in any unit.
 * `group[n]`                  index of the group of each place.
 * `group_share[n_groups][m]`  share of urban people.
 *
 * `ERANGE`     group is not below n_groups.
 * `EZERODIV`   total adds up to 0 in a group and year.
 * `EOVERFLOW`  total adds up to more than a double holds.
 */
SKPI_CHECK skpi_status skpi_urban_aggregate(size_t n, size_t m, size_t n_groups, const double *share,
                                            const double *total, const int32_t *group, double *group_share);

/** Projects the populations of the cities of a country.  The growth rate of each city moves within 25 years to that of
 * the country's urban population.
 *
 * `n`                   count of cities.
 * `n_years`             count of years after the base year.
 * `population[n]`       quantity: inhabitants in the base year, in any unit.
 * `growth[n]`           growth of each city in the base year.
 * `urban[n_years + 1]`  positive urban population of the country, base year first, in any unit.
 * `city[n][n_years]`    quantity: inhabitants in the years after the base year, in the unit of population.
 * `status[n]`           row status.
 *
 * `WUNUSUAL`   urban has a break: a step far beyond its usual change.
 * `EOVERFLOW`  city is beyond the range of a double.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision, file 22.
 */
SKPI_CHECK skpi_status skpi_urban_cities_project(size_t n, size_t n_years, const double *population,
                                                 const double *growth, const double *urban, double *city,
                                                 int32_t *status);

/** Finds the years in which cities add up to more than the urban population of their country, by more than 1e-9 of it.
 * Such a year is a finding and not a failure.
 *
 * `n`                 count of cities.
 * `n_years`           count of years.
 * `city[n][n_years]`  quantity: inhabitants of each city, in any unit.
 * `urban[n_years]`    quantity: urban population of the country, in the same unit.
 * `first_excess`      integer: position of the first such year, counted from 0; SKPI_NONE if there is none; NULL = not
 *                     wanted.
 * `factor[n_years]`   number: urban over the sum of the cities in such a year, 1 in the others; NULL = not wanted; may
 *                     be urban.
 *
 * `EOVERFLOW`  city adds up to more than a double holds.
 */
SKPI_CHECK skpi_status skpi_urban_cities_check(size_t n, size_t n_years, const double *city, const double *urban,
                                               int32_t *first_excess, double *factor);

/** City, town and rural shares of n places at two dates.  The three shares of a place and date sum to 1 within 1e-9 and
 * are not rescaled. */
typedef struct skpi_urban_three_way_in {
    uint32_t size, flags;
    size_t n;            /* count of places. */
    const double *date0; /* [n] date of the first observation. */
    const double *part0; /* [n][3] share of city, town and rural people at that date. */
    const double *date1; /* [n] date of the second observation. */
    const double *part1; /* [n][3] share of city, town and rural people at that date. */
} skpi_urban_three_way_in;
/** How the growth differences continue beyond the observations. */
typedef struct skpi_urban_three_way_options {
    uint32_t size, flags;
    double damping; /* number in (0,1]: factor on the growth differences for each year before or after the observations;
                     * 1 leaves them constant; 0 = 0.94. */
} skpi_urban_three_way_options;
/** EXPERIMENTAL: City, town and rural shares of each place in the years of an axis.  The growth differences between the
 * three parts are constant between the observations, and damped before and after them.  A part that is 0 at both dates
 * stays 0.  Where a part is 0 at one date only, all three shares are straight lines between the observations, and other
 * years are refused.
 *
 * `in`                     observations: date0, part0, date1, part1 of each place.
 * `first_year`, `n_years`  axis of the output: before, between or after the observations.
 * `options`                damping; NULL = 0.94.
 * `share[n][n_years][3]`   share of city, town and rural people; in a year that is an observation, its shares to the
 *                          bit.
 * `status[n]`              row status.
 *
 * `EINCONSISTENT`  in->part0 does not sum to 1; in->part1 does not sum to 1.
 * `ENOTSORTED`     in->date0 is not before in->date1.
 * `EDOM`           in->part0 is 0, in->part1 is not, and a year lies outside the observations; in->part1 likewise.
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
/** Both regions in the projected years, and in the stable state that they approach. */
typedef struct skpi_urban_two_region_out {
    uint32_t size, flags;
    double *urban;     /* [n][n_years] quantity: urban people after 1 to n_years steps. */
    double *rural;     /* [n][n_years] quantity: rural people. */
    double *natural;   /* [n][n_years] number: natural increase of the urban region in the step to that year. */
    double *migration; /* [n][n_years] number: net migration into the urban region in that step. */
    double *growth;    /* [n] quantity: annual growth factor in the stable state: the dominant eigenvalue, or the factor
                        * of the other region where one is empty for ever. */
    double *stable;    /* [n] share of urban people in the stable state; without migration it is 1 or 0, or the share of
                        * the base year if both regions grow alike; where a region has nobody in the base year and no
                        * moves into it, it is empty for ever. */
} skpi_urban_two_region_out;
/** Projects an urban and a rural region by natural increase and by migration between them, in steps of one year.
 *
 * `in`         people and rates: urban, rural, natural_urban, natural_rural, to_rural, to_urban of each place.
 * `n_years`    count of steps of one year.
 * `out`        people, their changes, and the stable state.
 * `status[n]`  row status.
 *
 * `EDOM`       in->to_rural is more than 1 + in->natural_urban; in->to_urban is more than 1 + in->natural_rural.
 * `EZERODIV`   in->urban is 0, and so is in->rural.
 * `EOVERFLOW`  out->urban or another result is beyond the range of a double.
 *
 * Source: A. Rogers, Matrix Analysis of Interregional Population Growth and Distribution (1968); National Research
 * Council, Cities Transformed (2003), appendix B.
 */
SKPI_CHECK skpi_status skpi_urban_two_region(const skpi_urban_two_region_in *in, size_t n_years,
                                             skpi_urban_two_region_out *out, int32_t *status);

/** Stages of an urban transition: the acceleration begins at the start, the speed is highest in the middle, and
 * saturation begins at the end. */
typedef struct skpi_urban_stages_out {
    uint32_t size, flags;
    double *start_date;   /* [n] number: decimal year at which the acceleration begins. */
    double *start_share;  /* [n] share of urban people at that date. */
    double *middle_date;  /* [n] number: decimal year of the highest speed. */
    double *middle_share; /* [n] share of urban people at that date. */
    double *end_date;     /* [n] number: decimal year at which saturation begins. */
    double *end_share;    /* [n] share of urban people at that date. */
    double *top_speed;    /* [n] quantity: gain of share per year in the middle; may be any input. */
} skpi_urban_stages_out;
/** Stages of an urban transition that follows a logistic: start and end are the two dates at which the third derivative
 * of the share is 0, ln(2 + sqrt 3)/speed before and after the midpoint; the middle is the midpoint.
 *
 * `n`            count of places.
 * `ceiling[n]`   share of urban people that the logistic approaches.
 * `speed[n]`     positive growth rate of the logistic, per year; unusual above 0.1; at most 0.5.
 * `midpoint[n]`  date at which the share is half the ceiling.
 * `out`          dates and shares of the stages.
 * `status[n]`    row status.
 *
 * `EDOM`       ceiling is 0.
 * `EOVERFLOW`  out->start_date is beyond the range of a double.
 *
 * Source: R. M. Northam, Urban Geography (2nd edition, 1979), for the stages; the dates are derived from the logistic.
 */
SKPI_CHECK skpi_status skpi_urban_stages(size_t n, const double *ceiling, const double *speed, const double *midpoint,
                                         skpi_urban_stages_out *out, int32_t *status);

/** Years in which populations double or halve: ln 2/|rate|.
 *
 * `n`            count of populations.
 * `rate[n]`      growth of the population.
 * `doubling[n]`  quantity of years in which it doubles; NaN where it does not grow; NULL = not wanted; may be rate.
 * `halving[n]`   quantity of years in which it halves; NaN where it does not shrink; NULL = not wanted; may be rate.
 * `status[n]`    row status.
 *
 * `ENOTFOUND`  rate is 0: the population neither doubles nor halves.
 * `EOVERFLOW`  doubling is beyond the range of a double; halving is beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_urban_doubling_time(size_t n, const double *rate, double *doubling, double *halving,
                                                int32_t *status);

/** The urban model of an ensemble: the logit of the share follows a random walk with drift.  Optionally the drift moves
 * to the world norm.
 *
 * `EINVAL`  size_class is NULL although speed is given; growth is given with size_class; drift_sigma is given with
 *           size_class.
 */
typedef struct skpi_urban_ensemble_add_in {
    uint32_t size, flags;
    const double *share;       /* [plan->n_places] open share of urban people in the year before the plan's first. */
    const double *drift;       /* [plan->n_places] URGD: the drift of the logit. */
    const double *sigma;       /* [plan->n_places] quantity: standard deviation of a year's step, in logits;
                                * unusual above 0.5. */
    const int32_t *size_class; /* [plan->n_places] enum skpi_urban_size; NULL = the drift does not move to the norm. */
    const double *speed;       /* [plan->n_places] share of the distance to the norm that is covered in a year; NULL =
                                * as the United Nations. */
    const double *growth; /* [plan->n_places] URGD to which the drift fades, by a tenth of the distance a year; NULL
                                * = the drift does not fade. */
    const double *drift_sigma; /* [plan->n_places] quantity: standard deviation of a year's change of the drift, in
                                * logits; NULL = 0; unusual above 0.5. */
} skpi_urban_ensemble_add_in;
/** Adds the urban model to a plan.  The model has one variable, number 0: the share.
 *
 * `plan`   the plan to which the model is added.
 * `in`     share, drift and sigma of the places; size_class and speed, or growth and drift_sigma, may be given too.
 * `model`  index of the model in the plan.
 *
 * `EOVERFLOW`  in->sigma, in->drift or in->drift_sigma is so large that a draw could overflow.
 * `ENOMEM`     not enough memory for one more model.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision, Methodology, for the norm and its pace.
 */
SKPI_CHECK skpi_status skpi_urban_ensemble_add(skpi_ensemble_plan *plan, const skpi_urban_ensemble_add_in *in,
                                               int32_t *model);
/** EXPERIMENTAL: Adds the urban model to a plan, with drift, fading and deviations estimated from histories as in
 * skpi_series_fan, whose closed form its quantiles have.  The model has one variable, number 0: the share.
 *
 * `plan`   the plan to which the model is added.
 * `share`  table of share, a place of the plan a row; its last values are of the year before the plan's first; NaN =
 *          missing.
 * `model`  index of the model in the plan.
 *
 * `WWEAKFIT`       fewer than 21 consecutive values could be used.
 * `WADJUSTED`      a limit acted on the slope.
 * `WUNUSUAL`       share->value has a break in a row: a step far beyond its usual change.
 * `EINCONSISTENT`  share->n is not the number of places of the plan; share->year of a last value is not the year before the plan's first.
 * `ENODATA`        share->value has fewer than six consecutive values up to its last one in a row.
 * `EDOM`           share->value ends at 0 or 1 in a row.
 * `ENOMEM`         not enough memory for one more model.
 *
 * Source: this library's own; skpi_series_fan(3).
 */
SKPI_CHECK skpi_status skpi_urban_ensemble_add_history(skpi_ensemble_plan *plan, const skpi_table *share,
                                                       int32_t *model);

#ifdef __cplusplus
}
#endif
#endif

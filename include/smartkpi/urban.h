/* Urbanisation.  Shares are fractions, rates per year, continuous. */
#ifndef SMARTKPI_URBAN_H
#define SMARTKPI_URBAN_H
#include <smartkpi/base.h>
#include <smartkpi/ensemble.h>
#ifdef __cplusplus
extern "C" {
#endif

enum skpi_urban_definition { SKPI_URBAN_DEFINITION_NATIONAL = 5401, SKPI_URBAN_DEFINITION_DEGURBA = 5402 };
/* World norm of areas with at least two million inhabitants in the revision's base year, and of smaller ones. */
enum skpi_urban_size { SKPI_URBAN_SIZE_LARGE = 5101, SKPI_URBAN_SIZE_SMALL = 5102 };
enum skpi_urban_method {
    SKPI_URBAN_METHOD_UN = 5201,
    SKPI_URBAN_METHOD_DAMPED = 5202,
    SKPI_URBAN_METHOD_CONSTANT = 5203,
    SKPI_URBAN_METHOD_LINEAR = 5204,
    SKPI_URBAN_METHOD_PERSISTENCE = 5205,
    SKPI_URBAN_METHOD_LOGISTIC = 5206,
    SKPI_URBAN_METHOD_GOMPERTZ = 5207,
    SKPI_URBAN_METHOD_BOCQUIER =
        5208 /* the norm itself every year, never an own growth difference; the norm is the caller's */,
    SKPI_URBAN_METHOD_MEAN = 5209,
    SKPI_URBAN_METHOD_CONVERGING = 5210,
    SKPI_URBAN_METHOD_CAUTIOUS = 5211
};
/* Which third of the reference areas a fitted norm stands for. */
enum skpi_urban_scenario {
    SKPI_URBAN_SCENARIO_CENTRAL = 5301,
    SKPI_URBAN_SCENARIO_SLOW = 5302,
    SKPI_URBAN_SCENARIO_FAST = 5303
};

enum skpi_urban_flag {
    SKPI_URBAN_FLAG_FALLBACK = 1,        /* one observation alone: its growth difference is the norm's */
    SKPI_URBAN_FLAG_CONVERGE_TO_ZERO = 2 /* converge_to is 0 and means it */
};
typedef struct skpi_urban_options {
    uint32_t size, flags;      /* flags: enum skpi_urban_flag */
    int32_t method, zero;      /* method: 0 = SKPI_URBAN_METHOD_UN; zero: 0 */
    size_t n_norm;             /* coefficients per law; 0 = the world norm of 2018 */
    const double *norm;        /* 2 x n_norm, large law first: h(p) = sum c_k p^k, per year */
    double urgd_min, urgd_max; /* limits on the base URGD, per year; both 0 = none (converging: -0.10, 0.10);
                                * 0 beside another is a limit */
    double damping;            /* of SKPI_URBAN_METHOD_DAMPED, a year; 0 = 0.97 */
    double converge_to;        /* growth difference of SKPI_URBAN_METHOD_CONVERGING in the end, per year; 0 = 0.015 */
    double converge_by;        /* its factor a year; 0 = 0.9 */
    double ceiling;            /* of the S-curves; 0 = fitted, at most 1 */
    size_t n_windows;          /* 0 = by the method: 5 years; linear 10; converging and cautious 4, 10 and 20 */
    const double *window;      /* years over which histories give their growth difference (mean of the slopes) */
    uint64_t n_methods;        /* of SKPI_URBAN_METHOD_MEAN */
    const int32_t *methods;
    const double *weights; /* NULL = equal */
} skpi_urban_options;

/* Dated observations of n places, one after another: those of place i are first[i] .. first[i + 1] - 1. */
typedef struct skpi_urban_history {
    uint32_t size, flags;
    size_t n;
    const size_t *first; /* n + 1 */
    const double *date;  /* decimal years, increasing in each place */
    const double *share;
} skpi_urban_history;

/* Size class by population (persons, in the base year of the norm); threshold 0 = 2 million. */
SKPI_CHECK skpi_status skpi_urban_size_class(size_t n, const double *population, double threshold, int32_t *law,
                                             int32_t *status);
/* Growth difference of each place over windows of years before its last observation, n x n_windows. */
SKPI_CHECK skpi_status skpi_urban_window_urgd(const skpi_urban_history *history, size_t n_windows, const double *window,
                                              double *slope, int32_t *status);
/* Last observation and growth difference of published annual tables (share rounded to +- rounding). */
typedef struct skpi_urban_last_observation_out {
    uint32_t size, flags;
    int32_t *last_year;
    double *share, *urgd;
} skpi_urban_last_observation_out;
SKPI_CHECK skpi_status skpi_urban_last_observation(const skpi_table *share, double rounding, int32_t known_to,
                                                   skpi_urban_last_observation_out *out, int32_t *status);
/* Urban-rural growth difference between two observations, per year. */
SKPI_CHECK skpi_status skpi_urban_urgd(size_t n, const double *t1, const double *share1, const double *t2,
                                       const double *share2, double *urgd, int32_t *status);
/* Hypothetical growth difference of the world norm at a share, per year. */
SKPI_CHECK skpi_status skpi_urban_norm_urgd(size_t n, const double *share, const int32_t *law,
                                            const skpi_urban_options *options, double *urgd, int32_t *status);

/* A norm of n_norm coefficients per law by least squares on areas' shares and growth differences. */
SKPI_CHECK skpi_status skpi_urban_norm_fit(size_t n, const double *share, const double *urgd,
                                           const int32_t *law /* NULL: one norm for both */, int32_t scenario,
                                           size_t n_norm, double *norm /* 2 x n_norm */);

/* Projection from parameters; common axis first_year .. first_year + n_years - 1, after each row's last_year. */
typedef struct skpi_urban_project_out {
    uint32_t size, flags;
    double *share, *urgd; /* n x n_years each */
} skpi_urban_project_out;
SKPI_CHECK skpi_status skpi_urban_project(size_t n, const int32_t *last_year, const double *share, const double *urgd,
                                          const int32_t *law, int32_t first_year, size_t n_years,
                                          const skpi_urban_options *options, skpi_urban_project_out *out,
                                          int32_t *status);
/* The same from histories, for every method; law NULL where no norm is used. */
SKPI_CHECK skpi_status skpi_urban_project_history(const skpi_urban_history *history, const int32_t *law,
                                                  int32_t first_year, size_t n_years, const skpi_urban_options *options,
                                                  skpi_urban_project_out *out, int32_t *status);
/* Date at which a projection from parameters first reaches a level, in either direction, within 200 years. */
SKPI_CHECK skpi_status skpi_urban_crossing(size_t n, const double *last_date, const double *share, const double *urgd,
                                           const int32_t *law, const double *level, const skpi_urban_options *options,
                                           double *date, int32_t *status);
/* Urban and rural population from shares and totals, n x m each; urban or rural may be NULL. */
SKPI_CHECK skpi_status skpi_urban_population(size_t n, size_t m, const double *share, const double *total,
                                             double *urban, double *rural);
/* Quantiles of the forecast from a table of logit errors by horizon. */
SKPI_CHECK skpi_status skpi_urban_error_quantile(size_t n, size_t n_years, const int32_t *last_year, int32_t first_year,
                                                 const double *share /* n x n_years */, size_t n_h,
                                                 const int32_t *horizon,
                                                 const double *table /* n_h x n_prob; NULL: the shipped table */,
                                                 size_t n_prob, const double *prob,
                                                 double *out /* n x n_years x n_prob */, int32_t *status);
/* Interval of the converging method: slope is that of the shortest window; level 0.50, 0.80, 0.90 or 0.95. */
SKPI_CHECK skpi_status skpi_urban_converging_interval(size_t n, size_t n_years, const double *last_date,
                                                      int32_t first_year, const double *share /* n x n_years */,
                                                      const double *slope, double level, double *low, double *high,
                                                      int32_t *status);
/* A table for skpi_urban_error_quantile: errors of the UN method with its norm fitted at each origin, pooled over areas and
 * origins, from annual tables; no value after last_target is used. */
typedef struct skpi_urban_error_table_options {
    uint32_t size, flags;
    int32_t first_origin, last_target; /* 0 = the first that has ten years before it; the last year of the table */
    int32_t step, zero;                /* years between origins, 0 = 5; zero: 0 */
} skpi_urban_error_table_options;
SKPI_CHECK skpi_status skpi_urban_error_table(const skpi_table *share, const skpi_table *population, size_t n_h,
                                              const int32_t *horizon, size_t n_prob, const double *prob,
                                              const skpi_urban_error_table_options *options,
                                              double *table /* n_h x n_prob */);
/* Quantiles of a random walk of the logit with drift, 1 .. n_years ahead: n x n_years x n_prob. */
SKPI_CHECK skpi_status skpi_urban_walk_quantile(size_t n, const double *share, const double *drift, const double *sigma,
                                                size_t n_years, size_t n_prob, const double *prob, double *out,
                                                int32_t *status);
/* How good the methods would have been: forecasts from origin for target.  No value after origin is used. */
typedef struct skpi_urban_backtest_out {
    uint32_t size, flags;
    double *rmse, *mae, *median, *bias, *coverage, *interval_score; /* n_methods each, points of percent */
    int32_t *count;                                                 /* n_methods */
    double *forecast, *low, *high; /* n_methods x n, shares; NaN = not scored, no interval */
} skpi_urban_backtest_out;
SKPI_CHECK skpi_status skpi_urban_backtest(const skpi_table *share, const skpi_table *population, int32_t origin,
                                           int32_t target, size_t n_methods, const int32_t *methods,
                                           const skpi_urban_options *options, skpi_urban_backtest_out *out);
/* Cities of one country from its urban population (n_years + 1 values, base first). */
SKPI_CHECK skpi_status skpi_urban_cities_project(size_t n, const double *population, const double *growth,
                                                 size_t n_years, const double *urban, double *out /* n x n_years */,
                                                 int32_t *status);
/* Whether cities add up to more than the country: first year that does (index, SKPI_NONE = never), and the factor that
 * each year would need (n_years; 1 = none). */
SKPI_CHECK skpi_status skpi_urban_cities_check(size_t n, size_t n_years, const double *city, const double *urban,
                                               int32_t *first_excess, double *factor);
/* Shares of groups of places: out n_groups x m from shares and totals n x m. */
SKPI_CHECK skpi_status skpi_urban_aggregate(size_t n, size_t m, const double *share, const double *total,
                                            size_t n_groups, const int32_t *group, double *out);
/* City, town and rural shares (n x 3) of two dates -> of each year, n x n_years x 3. */
SKPI_CHECK skpi_status skpi_urban_three_way(size_t n, const double *t1, const double *parts1, const double *t2,
                                            const double *parts2, int32_t first_year, size_t n_years, double *out,
                                            int32_t *status);
/* Two regions with natural increase and migration between them. */
typedef struct skpi_urban_two_region_in {
    uint32_t size, flags;
    const double *urban, *rural;                 /* n each: base populations */
    const double *natural_urban, *natural_rural; /* n each, per person and year */
    const double *to_rural, *to_urban;           /* n each: moves per person of the origin and year */
} skpi_urban_two_region_in;
typedef struct skpi_urban_two_region_out {
    uint32_t size, flags;
    double *urban, *rural;       /* n x n_years: after 1 .. n_years steps */
    double *natural, *migration; /* n x n_years: of the urban region, in the step that leads to the year */
    double *growth, *stable;     /* n each: dominant eigenvalue, urban share in the end */
} skpi_urban_two_region_out;
SKPI_CHECK skpi_status skpi_urban_two_region(size_t n, const skpi_urban_two_region_in *in, size_t n_years,
                                             skpi_urban_two_region_out *out, int32_t *status);
/* Stages of a logistic: dates and levels n x 3 (start of acceleration, middle, start of saturation), top speed n. */
SKPI_CHECK skpi_status skpi_urban_stages(size_t n, const double *ceiling, const double *speed, const double *midpoint,
                                         double *date, double *level, double *top_speed, int32_t *status);
/* Years to double (growing) or halve (shrinking) at a continuous rate; the other one is NaN. */
SKPI_CHECK skpi_status skpi_urban_doubling_time(size_t n, const double *rate, double *doubling, double *halving,
                                                int32_t *status);
/** The urban model of an ensemble: the logit of the share walks at random, with drift, perhaps pulled to the world norm.
 *
 * `EINVAL`  size_class is NULL although speed is given.
 */
typedef struct skpi_urban_ensemble_add_in {
    uint32_t size, flags;
    const double *share;       /* [plan->n_places] open share of urban people in the year before the plan's first. */
    const double *drift;       /* [plan->n_places] rate: growth difference. */
    const double *sigma;       /* [plan->n_places] quantity: standard deviation of a year's step, in logits. */
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
SKPI_API const char *skpi_urban_method_name(int32_t method); /* "un"; NULL = no such method */

#ifdef __cplusplus
}
#endif
#endif

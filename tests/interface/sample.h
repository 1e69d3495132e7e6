/* A sample of the public headers of libsmartkpi whose comments are contracts (prototype; in the tree each part stands
 * in its module's header, and the rules below in smartkpi/base.h).
 *
 * How to read the comment of a function
 *   `share[n][n_years]`     an argument: n rows of n_years values, row-major; without brackets one value
 *   share, date, ...        the first words are its kind: what is allowed.  The rest says what it is
 *   NULL = x, 0 = x         may be left out, and then means x; an output that is NULL is not wanted
 *   NaN = missing           else NaN is refused; infinite values are, unless "infinite = x" stands there
 *   may be x                an output may be the array x; without this no output overlaps an input
 *   only for m = A, B       NULL (or 0) unless the choice m is A or B, and needed there unless "NULL = x" stands there
 *   `EDOM`  x is ...        a status besides those of the kinds, and when; the error names the argument x
 *
 * Kinds, what they refuse, and how
 *   number, rate            NaN and infinities (ENOTFINITE, as in all that follow); a rate is per year and continuous
 *   number in (0,1]         all outside (ERANGE); [ and ] are allowed ends, ( and ) are not
 *   share                   outside [0,1] (ERANGE)
 *   open share              a share of 0 or 1, which have no logit (EDOM)
 *   probability             outside (0,1) (ERANGE)
 *   quantity                below 0 (ERANGE)
 *   positive                a quantity of 0 (EDOM)
 *   divisor                 a quantity of 0 (EZERODIV)
 *   date, year              outside 1500 to 2400 (ERANGE); a date is a decimal year: 2030.5 is the middle of 2030
 *   years, horizons         years (numbers of years from 1 on) that do not increase (ENOTSORTED, EDUPLICATE)
 *   axis                    first_year .. first_year + n_years - 1 outside 1500 to 2400 (ERANGE)
 *   count                   more than memory holds (ENOMEM); "at least k": fewer (ENODATA)
 *   integer, index          an index below 0 (ERANGE); "at most k": above (ERANGE)
 *   enum x, one of 1, 2     any other number (EINVAL)
 *   text                    NULL (EINVAL)
 *   table of k              an empty table, years that do not increase, values that are not k (by their kind)
 *   row status              nothing: n values or NULL.  NULL: the first bad row fails the call.  Given: each row has
 *                           its own skpi_status, a failed one is NaN or SKPI_NONE, the call returns SKPI_WROWS
 *
 * A NULL array that is not empty is EINVAL, and so is a count of 0 whose array is given, where 0 means something else.
 * A struct of unknown size, flags or tail is ESTRUCT.  EXPERIMENTAL before a summary: the function may still change.
 */
#ifndef SMARTKPI_SAMPLE_H
#define SMARTKPI_SAMPLE_H
#include <stddef.h>
#include <stdint.h>

#if defined(SKPI_BUILD) && defined(__GNUC__)
#define SKPI_API __attribute__((visibility("default")))
#else
#define SKPI_API
#endif
#if defined(__GNUC__)
#define SKPI_CHECK SKPI_API __attribute__((warn_unused_result)) /* of what can fail */
#else
#define SKPI_CHECK SKPI_API
#endif
#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------------------------------ base.h */

/** How a call ended: 0, warnings (above 0, bits that combine by |), or one failure (below 0). */
typedef enum skpi_status {
    SKPI_OK = 0,
    /* warnings: values were produced */
    SKPI_WROWS = 1,         /* some rows failed: see the row status */
    SKPI_WHORIZON = 2,      /* beyond the horizon for which the method was calibrated */
    SKPI_WWEAKFIT = 4,      /* a fitted parameter is at its bound, or less certain than its own size */
    SKPI_WNOTCONVERGED = 8, /* the best iterate was returned */
    SKPI_WMISSING = 16,     /* missing values were skipped */
    SKPI_WADJUSTED = 32,    /* a documented limit acted */
    SKPI_WNEGATIVE = 64,    /* a value is below 0 that means nothing there */
    SKPI_WUNUSUAL = 128,    /* a value is so far from what its kind usually is that its unit should be looked at */
    /* usage */
    SKPI_EINVAL = -1,  /* NULL, or a number that is none of the choices */
    SKPI_ESTRUCT = -2, /* size, flags or unknown tail of a struct */
    SKPI_ESTATE = -3,  /* a handle is not in the state that the call needs */
    SKPI_EBUFFER = -4, /* room too small */
    /* data */
    SKPI_EDOM = -20,          /* each value is allowed, the formula is undefined there */
    SKPI_ERANGE = -21,        /* outside the interval of its kind */
    SKPI_ENOTFINITE = -22,    /* NaN or infinite */
    SKPI_EZERODIV = -23,      /* a denominator is 0 */
    SKPI_ENOTSORTED = -24,    /* dates or years that do not increase */
    SKPI_EDUPLICATE = -25,    /* a year or name given twice */
    SKPI_ENODATA = -26,       /* too few values */
    SKPI_EDEFMIX = -27,       /* figures of different meaning */
    SKPI_ENOTFOUND = -28,     /* no such name, or no such event */
    SKPI_EINCONSISTENT = -29, /* inputs contradict each other */
    /* numerics */
    SKPI_EOVERFLOW = -40,      /* a result is beyond the range of a double */
    SKPI_ENOTCONVERGED = -41,  /* an iteration did not end */
    SKPI_ESINGULAR = -42,      /* the equations have no unique solution */
    SKPI_EINFEASIBLE = -43,    /* the target is below all that can be met */
    SKPI_ENOTPRODUCTIVE = -44, /* an economy that uses up more than it makes */
    SKPI_ENOTBINDING = -45,    /* the target is above all that can be met */
    /* environment */
    SKPI_ENOMEM = -60,             /* not enough memory */
    SKPI_ECANCELED = -61,          /* the progress function asked to stop */
    SKPI_ECORRUPT = -62,           /* bytes that are damaged, or of something else */
    SKPI_ETHREAD = -63,            /* a thread could not be started */
    SKPI_STATUS_WIDTH_ = INT32_MIN /* not a status: fixes the width of the enum */
} skpi_status;

/** "There is none" in an int32_t output (no such year). */
enum skpi_none { SKPI_NONE = INT32_MIN };

/** This thread's last failure, for programs. */
typedef struct skpi_error {
    uint32_t size, flags;
    int32_t status;              /* integer: skpi_status; 0 = this thread has seen no failure. */
    int32_t zero;                /* 0. */
    int64_t row, column;         /* integer: where in the argument, from 0 on; -1 where there is none. */
    double value;                /* number that was refused; NaN where there is none. */
    const char *function, *name; /* text, static: function and argument, "options->damping" for a member. */
} skpi_error;

/** Writes this thread's last failure, in a form for programs, into error; set its size first.
 *
 * `error`  status 0 and empty names if there was no failure.
 */
SKPI_CHECK skpi_status skpi_last_error_get(skpi_error *error);

/** Version of the library in use, "0.2.0"; static text, never NULL. */
SKPI_API const char *skpi_version(void);

/** Progress of long work, called in the calling thread; a result other than 0 stops it with SKPI_ECANCELED. */
typedef int32_t (*skpi_progress)(uint64_t done, uint64_t total, void *user);

/** How final a figure is. */
enum skpi_basis_revision {
    SKPI_BASIS_REVISION_PRELIMINARY = 3101, /* first release */
    SKPI_BASIS_REVISION_VERIFIED = 3102,    /* revised by the yearbook */
    SKPI_BASIS_REVISION_CENSUS = 3103       /* revised after an economic census */
};
/** Flags of a basis. */
enum skpi_basis_flag {
    SKPI_BASIS_FLAG_LINKED = 1 /* part of the series had another meaning and was linked by a factor */
};
/** What a figure means.  0 = unstated; two stated members that differ are SKPI_EDEFMIX. */
typedef struct skpi_basis {
    uint32_t size, flags;   /* enum skpi_basis_flag. */
    int32_t definition;     /* integer: a constant SKPI_..._DEFINITION_... */
    int32_t classification; /* integer: the caller's number of the classification's edition. */
    int32_t vintage;        /* integer: year of release. */
    int32_t revision;       /* enum skpi_basis_revision; 0 = unstated. */
    int32_t prices;         /* integer: 1 for current prices, else the base year of constant ones. */
    int32_t currency;       /* integer: ISO 4217 number. */
    int32_t scale;          /* integer: power of ten of the unit + 1000: thousands are 1003. */
    int32_t gwp;            /* enum skpi_carbon_gwp; 0 = unstated. */
} skpi_basis;

/** One quantity: n places x m years.  The library copies nothing and frees nothing. */
typedef struct skpi_table {
    uint32_t size, flags;
    size_t n, m;             /* count of places, of years; at least 1. */
    const int32_t *year;     /* [m] years, in any distance. */
    const double *value;     /* [n][m] number, or what the function says. */
    const skpi_basis *basis; /* NULL = unstated. */
} skpi_table;

/* ---------------------------------------------------------------------------------------------- series.h */

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
 * `prob[n_prob]`           probability of each quantile, in any order.
 * `n_prob`                 count of quantiles.
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

/* -------------------------------------------------------------------------------------------- ensemble.h */

/** What is drawn: places, years, number of draws, models and events. */
typedef struct skpi_ensemble_plan skpi_ensemble_plan;
/** What the draws of a plan gave. */
typedef struct skpi_ensemble_result skpi_ensemble_result;

/** How quantiles are kept. */
enum skpi_ensemble_mode {
    SKPI_ENSEMBLE_MODE_EXACT = 4101, /* exact quantiles of stated probabilities; all draws of a place in one run */
    SKPI_ENSEMBLE_MODE_STREAM = 4102 /* histograms: any probability, memory whatever the draws, which may be split */
};
/** Flags of a plan. */
enum skpi_ensemble_flag {
    SKPI_ENSEMBLE_FLAG_NO_QUANTILES = 1 /* means and events alone */
};
/** Which compiled variant of the kernels runs; all give the same bits. */
enum skpi_ensemble_dispatch {
    SKPI_ENSEMBLE_DISPATCH_BEST = 4301,      /* the fastest that this machine can run */
    SKPI_ENSEMBLE_DISPATCH_PLAIN = 4302,     /* what the library was compiled for */
    SKPI_ENSEMBLE_DISPATCH_X86_64_V3 = 4303, /* AVX2 */
    SKPI_ENSEMBLE_DISPATCH_X86_64_V4 = 4304  /* AVX-512 */
};
/** What is drawn.
 *
 * `ERANGE`      n_draws is above 2^31 in an exact plan.
 * `ENOTSORTED`  prob falls.
 * `EDUPLICATE`  prob has one twice; place_id has one twice.
 */
typedef struct skpi_ensemble_plan_options {
    uint32_t size, flags;     /* flags: enum skpi_ensemble_flag. */
    uint64_t seed;            /* integer, any. */
    uint64_t n_draws;         /* count of draws of a place; at most 2^34; 0 = 10000. */
    int32_t mode;             /* enum skpi_ensemble_mode; 0 = SKPI_ENSEMBLE_MODE_EXACT. */
    int32_t stream_version;   /* one of 1: the stream of random numbers; 0 = 1. */
    uint64_t n_places;        /* count of places; at most 2^28; 0 = 1. */
    uint64_t n_prob;          /* count of quantiles; 0 = five: 0.05, 0.25, 0.5, 0.75, 0.95. */
    const uint64_t *place_id; /* [n_places] integer in [0,2^32): its draws depend on it alone; NULL = 0, 1, 2 ... */
    const double *prob;       /* [n_prob] probability of each exact quantile. */
} skpi_ensemble_plan_options;
/** Begins a plan.  Models are added by their own modules; each starts from the year before first_year.
 *
 * `first_year`, `n_years`  axis of the results; at least 1.
 * `options`                places, draws, seed; NULL = one place, 10000 draws, seed 0.
 * `plan`                   new handle: skpi_ensemble_plan_free ends it.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_new(int32_t first_year, size_t n_years,
                                              const skpi_ensemble_plan_options *options, skpi_ensemble_plan **plan);
/** Ends a plan; NULL is fine.  Results live on. */
SKPI_API void skpi_ensemble_plan_free(skpi_ensemble_plan *plan);
/** Places of a plan. */
SKPI_API size_t skpi_ensemble_plan_n_places(const skpi_ensemble_plan *plan);
/** Years of a plan. */
SKPI_API size_t skpi_ensemble_plan_n_years(const skpi_ensemble_plan *plan);

/** Begins a result without draws, of a plan that has all its models and events.
 *
 * `plan`    the plan; it may be freed before the result.
 * `result`  new handle: skpi_ensemble_result_free ends it.
 *
 * `ENODATA`  plan has no model.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_new(const skpi_ensemble_plan *plan, skpi_ensemble_result **result);
/** Ends a result; NULL is fine. */
SKPI_API void skpi_ensemble_result_free(skpi_ensemble_result *result);
/** Places of a result's plan. */
SKPI_API size_t skpi_ensemble_result_n_places(const skpi_ensemble_result *result);
/** Years of a result's plan. */
SKPI_API size_t skpi_ensemble_result_n_years(const skpi_ensemble_result *result);
/** Which part of a plan is drawn, and how.
 *
 * `EINVAL`  first_draw or n_draws is no multiple of 512 and not the plan's last draw, or a part of an exact plan's.
 * `ERANGE`  first_place, n_places, first_draw or n_draws is beyond the plan.
 */
typedef struct skpi_ensemble_result_run_options {
    uint32_t size, flags;
    uint64_t first_place;   /* integer: first place of this part. */
    uint64_t n_places;      /* integer: places of this part; 0 = to the last. */
    uint64_t first_draw;    /* integer: first draw of this part, a multiple of 512. */
    uint64_t n_draws;       /* integer: draws of this part, a multiple of 512 or to the last; 0 = to the last. */
    int32_t threads;        /* integer in [0,1024]: threads that draw; 0 = 1. */
    int32_t dispatch;       /* enum skpi_ensemble_dispatch; 0 = SKPI_ENSEMBLE_DISPATCH_BEST. */
    skpi_progress progress; /* called with the parts done and their number; NULL = none. */
    void *user;             /* given to progress. */
} skpi_ensemble_result_run_options;
/** Draws a plan, or a part of it, into a result; what the result has already is not drawn again.
 *
 * `result`   of this plan; after a failure it keeps the parts that were done.
 * `plan`     with its models and events.
 * `options`  part, threads, progress; NULL = all of the plan, one thread.
 *
 * `ENOTFOUND`      options->dispatch is code that this processor does not have.
 * `EINCONSISTENT`  result is of another plan.
 * `EOVERFLOW`      a draw is too large for the sums.
 * `ECANCELED`      options->progress asked to stop.
 * `ETHREAD`        a thread could not be started.
 * `ENOMEM`         not enough memory for the draws of one place.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_run(skpi_ensemble_result *result, const skpi_ensemble_plan *plan,
                                                const skpi_ensemble_result_run_options *options);
/** Quantiles of a variable in every place and year, over the draws that were run (type 7 of Hyndman and Fan).
 *
 * `result`           with draws.
 * `model`            index of the model in its plan.
 * `variable`         index of the variable in its model.
 * `n_prob`           count of quantiles.
 * `prob[n_prob]`     probability of each quantile; in an exact plan some of the plan's.
 * `quantile[result->n_places][result->n_years][n_prob]`  number in the variable's unit; NaN where no draw was run.
 *
 * `WMISSING`   draws of some place were not run.
 * `ESTATE`     result is of a plan without quantiles.
 * `ENOTFOUND`  model is not in the plan; variable is not in the model; prob is not in an exact plan.
 *
 * Source: Hyndman and Fan, The American Statistician 50 (1996) 361.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_quantile(const skpi_ensemble_result *result, int32_t model,
                                                     int32_t variable, size_t n_prob, const double *prob,
                                                     double *quantile);

/* ----------------------------------------------------------------------------------------------- urban.h
 * URGD: urban-rural growth difference, the growth rate of the urban population less that of the rural one. */

/** Urban-rural growth difference of each place between two observations: (logit share1 - logit share0)/(date1 - date0).
 *
 * `n`                     count of places.
 * `date0[n]`              date of the first observation.
 * `share0[n]`             open share of urban people then.
 * `date1[n]`              date of the second observation.
 * `share1[n]`             open share of urban people then, by the same definition of urban.
 * `urgd[n]`               rate: growth difference; may be any input.
 * `status[n]`             row status.
 *
 * `ENOTSORTED`  date0 is not before date1.
 *
 * Source: National Research Council, Cities Transformed (2003), appendix D, equation D.1.
 */
SKPI_CHECK skpi_status skpi_urban_urgd(size_t n, const double *date0, const double *share0, const double *date1,
                                       const double *share1, double *urgd, int32_t *status);

/** Size class of a place, by its population in the base year of the norm. */
enum skpi_urban_size {
    SKPI_URBAN_SIZE_LARGE = 5101, /* two million inhabitants or more in 2018 */
    SKPI_URBAN_SIZE_SMALL = 5102  /* fewer */
};
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
 * `EINVAL`         norm is NULL although the method is BOCQUIER; mean_method is MEAN.
 * `ENODATA`        n_mean is 0 although the method is MEAN.
 * `EINCONSISTENT`  urgd_min is above urgd_max; converge_to is given beside SKPI_URBAN_FLAG_CONVERGE_TO_ZERO.
 * `EDUPLICATE`     mean_method has one twice.
 * `EZERODIV`       mean_weight adds up to 0.
 */
typedef struct skpi_urban_options {
    uint32_t size, flags;       /* flags: enum skpi_urban_flag. */
    int32_t method;             /* enum skpi_urban_method; 0 = SKPI_URBAN_METHOD_UN. */
    int32_t zero;               /* 0. */
    size_t n_sizes, n_terms;    /* count of the norm's size classes, of its coefficients; 0 = the norm of 2018. */
    const double *norm;         /* [n_sizes][n_terms] number: h(p) = sum of norm_k p^k, per year; large places first. */
    double urgd_min, urgd_max;  /* rate: limits on the URGD at the start; both 0 = none (CONVERGING: -0.1, 0.1). */
    double damping;             /* number in (0,1]: factor a year of DAMPED; 0 = 0.97. */
    double converge_to;         /* rate: where CONVERGING ends; 0 = 0.015, but with SKPI_URBAN_FLAG_CONVERGE_TO_ZERO. */
    double converge_by;         /* number in (0,1]: factor a year of CONVERGING; 0 = 0.9. */
    double ceiling;             /* share at which LOGISTIC and GOMPERTZ end; 0 = fitted, at most 1. */
    size_t n_windows;           /* count of windows; 0 = by the method: 5 years, LINEAR 10, CONVERGING 4, 10 and 20. */
    const double *window;       /* [n_windows] positive number of years, over which a history gives its URGD. */
    uint64_t n_mean;            /* count of methods of MEAN. */
    const int32_t *mean_method; /* [n_mean] enum skpi_urban_method, each once. */
    const double *mean_weight;  /* [n_mean] quantity: weight of each; NULL = 1. */
} skpi_urban_options;

/** Last observations of n places, each with the URGD before it. */
typedef struct skpi_urban_project_in {
    uint32_t size, flags;
    size_t n;                  /* count of places. */
    const int32_t *last_year;  /* [n] year of the last observation. */
    const double *share;       /* [n] share of urban people in that year; 0 and 1 stay as they are. */
    const double *urgd;        /* [n] rate: URGD before it; any finite one where the share is 0 or 1. */
    const int32_t *size_class; /* [n] enum skpi_urban_size; NULL = the method uses no norm. */
} skpi_urban_project_in;
/** A projection. */
typedef struct skpi_urban_project_out {
    uint32_t size, flags;
    double *share; /* [n][n_years] share of urban people. */
    double *urgd;  /* [n][n_years] rate: URGD of the year; NaN where the share is 0 or 1. */
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
 * `EINVAL`      in->size_class is NULL although the norm is used; options->method needs a history.
 * `ENOTSORTED`  in->last_year is not before first_year.
 * `EOVERFLOW`   a growth difference is beyond the range of a double.
 *
 * Source: United Nations, World Urbanization Prospects: The 2018 Revision; of other methods see skpi_urban_project(3).
 */
SKPI_CHECK skpi_status skpi_urban_project(const skpi_urban_project_in *in, int32_t first_year, size_t n_years,
                                          const skpi_urban_options *options, skpi_urban_project_out *out,
                                          int32_t *status);

/** The urban model of an ensemble: a random walk of the logit with drift.
 *
 * `EINVAL`     size_class is NULL although speed is given.
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
 * `EOVERFLOW`  in->sigma is so large that a draw could overflow.
 */
SKPI_CHECK skpi_status skpi_urban_ensemble_add(skpi_ensemble_plan *plan, const skpi_urban_ensemble_add_in *in,
                                               int32_t *model);

/** Forecasts of n places. */
typedef struct skpi_urban_error_quantile_in {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    const int32_t *last_year; /* [n] year of the last observation. */
    const double *share;      /* [n][n_years] open share: the forecast. */
} skpi_urban_error_quantile_in;
/** A table of errors of the caller's; all 0 is the shipped one, of the United Nations' method, 5 to 30 years ahead.
 *
 * `ENODATA`  n_horizons is 0 although error is given.
 */
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
 * `WHORIZON`   a year is beyond the last row of the table: the last slope goes on.
 * `ENOTFOUND`  prob is not in the shipped table.
 * `ENOTSORTED` in->last_year is after first_year.
 * `EOVERFLOW`  quantile is too large, carried on beyond the caller's table.
 */
SKPI_CHECK skpi_status skpi_urban_error_quantile(const skpi_urban_error_quantile_in *in, int32_t first_year,
                                                 size_t n_years, size_t n_prob, const double *prob,
                                                 const skpi_urban_error_quantile_options *options, double *quantile,
                                                 int32_t *status);

/* ---------------------------------------------------------------------------------------------- carbon.h
 * Emissions are in the caller's unit per year, one unit in a call, and cumulative ones in that unit. */

/** Form of an emission path; s = years since t0, R = residual. */
enum skpi_carbon_shape {
    SKPI_CARBON_SHAPE_LINEAR = 6101,      /* e0 - rate s, until it is R */
    SKPI_CARBON_SHAPE_EXPONENTIAL = 6102, /* e0 exp(-rate s) */
    SKPI_CARBON_SHAPE_COMPOUND = 6103,    /* e0 (1 - rate)^s */
    SKPI_CARBON_SHAPE_LOGISTIC = 6104,    /* falls from e0 to R, steepest at t_mid */
    SKPI_CARBON_SHAPE_CAPPED = 6105,      /* e0 (1 + (growth + mitigation) s) exp(-mitigation s) */
    SKPI_CARBON_SHAPE_PEAK = 6106,        /* a line to the peak, a plateau, then R + (e_peak - R)(1 - x)^power */
    SKPI_CARBON_SHAPE_HERMITE = 6107      /* a monotone cubic through start, peak, plateau and net zero */
};
/** What a cumulative emission is. */
enum skpi_carbon_convention {
    SKPI_CARBON_CONVENTION_INTEGRAL = 6201,          /* integral from t0 */
    SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE = 6202, /* sum of the emissions at t0 + 1, t0 + 2 ... */
    SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE = 6203   /* that sum and the emission at t0 */
};
/** What a target is. */
enum skpi_carbon_target {
    SKPI_CARBON_TARGET_BUDGET = 6301,  /* cumulative emission to net zero (LINEAR, PEAK, HERMITE) or to t_end */
    SKPI_CARBON_TARGET_END = 6302,     /* emission at t_end */
    SKPI_CARBON_TARGET_NET_ZERO = 6303 /* date at which the emission is R (LINEAR) or 0 (LOGISTIC) */
};
/** Emission paths of n places, all of one shape.
 *
 * `EDOM`           e_peak is not above residual; e0 is not above residual (LINEAR); mitigation is below -growth; t0 is
 *                  no whole year, which a sum of annual values needs.
 * `ERANGE`         rate is above 1 (COMPOUND).
 * `ENOTSORTED`     t_peak is before t0; t_net_zero is not after the plateau; t_end is not after t0.
 * `EINCONSISTENT`  e_peak is below e0; e_peak is not e0 although t_peak is t0.
 * `EOVERFLOW`      e0 is so large that a cumulative emission could overflow (above 4e304), or residual or e_peak are.
 */
typedef struct skpi_carbon_path {
    uint32_t size, flags;
    size_t n;                 /* count of places. */
    int32_t shape;            /* enum skpi_carbon_shape. */
    int32_t convention;       /* enum skpi_carbon_convention. */
    const double *t0;         /* [n] date of the start. */
    const double *e0;         /* [n] quantity: emission at t0. */
    const double *residual;   /* [n] number: emission in the end, below 0 where more is removed; NULL = 0; only for
                               * shape = LINEAR, LOGISTIC, PEAK, HERMITE. */
    const double *t_peak;     /* [n] date of the peak; only for shape = PEAK, HERMITE. */
    const double *e_peak;     /* [n] quantity: emission at the peak; only for shape = PEAK, HERMITE. */
    const double *plateau;    /* [n] quantity: years at the peak; NULL = 0; only for shape = PEAK, HERMITE. */
    const double *t_net_zero; /* [n] date at which the emission is residual; only for shape = PEAK, HERMITE. */
    const double *power;      /* [n] positive exponent of the decline; only for shape = PEAK. */
    const double *rate;       /* [n] number: decline a year in the unit (LINEAR), continuous (EXPONENTIAL, LOGISTIC),
                               * as a fraction (COMPOUND); only for shape = LINEAR, EXPONENTIAL, COMPOUND, LOGISTIC. */
    const double *growth;     /* [n] rate at t0; NULL = 0; only for shape = CAPPED, HERMITE. */
    const double *mitigation; /* [n] rate, at least -growth; only for shape = CAPPED. */
    const double *t_mid;      /* [n] number: date of the inflexion, which may lie outside 1500 to 2400; only for
                               * shape = LOGISTIC. */
    const double *t_end;      /* [n] date at which a target holds; infinite = for ever (EXPONENTIAL, COMPOUND, CAPPED);
                               * NULL = the shape says itself. */
} skpi_carbon_path;
/** Emission of each place in each year, and cumulative from t0 to it, in closed form.
 *
 * `path`                   with every parameter of its shape.
 * `first_year`, `n_years`  axis of whole years: 2030 is the date 2030.0.
 * `emission[n][n_years]`   number: emission of the year; NULL = not wanted.
 * `cumulative[n][n_years]`  number: cumulative emission by the path's convention; NULL = not wanted.
 * `status[n]`              row status.
 *
 * `ENOTSORTED` path->t0 is after first_year.
 * `EOVERFLOW`  emission is so large that a cumulative one could overflow.
 *
 * Source: CAPPED: Raupach et al., Nature Climate Change 4 (2014) 873; HERMITE: Fritsch and Carlson, SIAM J. Numer.
 * Anal. 17 (1980) 238; PEAK: this library, smartkpi_carbon(7).
 */
SKPI_CHECK skpi_status skpi_carbon_path_value(const skpi_carbon_path *path, int32_t first_year, size_t n_years,
                                              double *emission, double *cumulative, int32_t *status);
/** The free parameter of each path that meets a target: LINEAR, EXPONENTIAL, COMPOUND rate; LOGISTIC t_mid; CAPPED
 * mitigation; PEAK power; HERMITE t_net_zero.
 *
 * `path`        without the free parameter, which is NULL.
 * `by`          enum skpi_carbon_target: what the target is.
 * `target[n]`   number: a cumulative emission, an emission or a date.
 * `unknown[n]`  number: the free parameter; may be target.
 * `status[n]`   row status.
 *
 * `EINVAL`       by is not a target of this shape; path->rate (or what is free) is given.
 * `EDOM`         path->e0 is 0, or the target is the same for every value of the free parameter.
 * `EINFEASIBLE`  target is below all that can be met: see skpi_carbon_path_range.
 * `ENOTBINDING`  target is above all that can be met.
 * `EOVERFLOW`    unknown is beyond the range of a double.
 *
 * Source: as skpi_carbon_path_value.
 */
SKPI_CHECK skpi_status skpi_carbon_path_solve(const skpi_carbon_path *path, int32_t by, const double *target,
                                              double *unknown, int32_t *status);

/** Whether emissions have peaked. */
enum skpi_carbon_peaked_verdict {
    SKPI_CARBON_PEAKED_VERDICT_NOT_YET = 6401,    /* the largest value is too recent */
    SKPI_CARBON_PEAKED_VERDICT_PEAKED = 6402,     /* falling since, and significantly */
    SKPI_CARBON_PEAKED_VERDICT_REBOUNDING = 6403, /* rising since, and significantly: below the maximum */
    SKPI_CARBON_PEAKED_VERDICT_PLATEAU = 6404     /* neither can be told from chance */
};
/** Which years the trend is tested in. */
enum skpi_carbon_peaked_window {
    SKPI_CARBON_PEAKED_WINDOW_AFTER = 6501, /* those after the maximum */
    SKPI_CARBON_PEAKED_WINDOW_FROM = 6502   /* the maximum too, which finds falls more often than it should */
};
/** How a peak is told. */
typedef struct skpi_carbon_peaked_options {
    uint32_t size, flags;
    int32_t window;      /* enum skpi_carbon_peaked_window; 0 = SKPI_CARBON_PEAKED_WINDOW_AFTER. */
    int32_t min_years;   /* index: years since the maximum below which it has not peaked; 0 = 5. */
    double significance; /* number in (0,1): of the test; 0 = 0.05. */
} skpi_carbon_peaked_options;
/** Verdict and test of each row; NaN where the window has fewer than three values. */
typedef struct skpi_carbon_peaked_out {
    uint32_t size, flags;
    int32_t *verdict;   /* [n] enum skpi_carbon_peaked_verdict. */
    int32_t *peak_year; /* [n] year of the largest value, the first of several. */
    int32_t *since;     /* [n] integer: years from the peak to the last value. */
    int32_t *used;      /* [n] integer: values in the window. */
    double *peak;       /* [n] number: the largest value. */
    double *change;     /* [n] number: last value/peak - 1; NaN if the peak is not above 0. */
    double *s;          /* [n] number: S of Mann and Kendall. */
    double *variance;   /* [n] number: variance of S without a trend. */
    double *z;          /* [n] number: S in standard deviations. */
    double *p;          /* [n] number: two-sided probability of such an S without a trend. */
    double *slope;      /* [n] number: Sen's slope, the unit of emission per year. */
} skpi_carbon_peaked_out;
/** Has each row peaked?  Its maximum, and the Mann-Kendall test of the years since.
 *
 * `emission`   table of number, any sign; NaN = missing; the years need not follow each other.
 * `options`    window, years, significance; NULL = all defaults.
 * `out`        verdicts and tests.
 * `status[n]`  row status.
 *
 * `WMISSING`   a value is missing.
 * `ENODATA`    emission->value has no value in a row, or fewer than three in a window that is long enough.
 * `EOVERFLOW`  emission->value differs by more than 1e302 in a row.
 *
 * Source: Mann 1945; Kendall 1975; Sen 1968; the verdicts are this library's own.
 */
SKPI_CHECK skpi_status skpi_carbon_peaked(const skpi_table *emission, const skpi_carbon_peaked_options *options,
                                          skpi_carbon_peaked_out *out, int32_t *status);

/** A set of global warming potentials, by IPCC report and years. */
enum skpi_carbon_gwp {
    SKPI_CARBON_GWP_AR4_100 = 6601, /* fourth report, 100 years */
    SKPI_CARBON_GWP_AR5_100 = 6602, /* fifth, without carbon cycle feedback */
    SKPI_CARBON_GWP_AR6_100 = 6603, /* sixth */
    SKPI_CARBON_GWP_AR4_20 = 6604,  /* fourth, 20 years */
    SKPI_CARBON_GWP_AR5_20 = 6605,  /* fifth, CO2, CH4 and N2O only */
    SKPI_CARBON_GWP_AR6_20 = 6606   /* sixth */
};
/** Warming potential of a gas, kg of CO2 equivalent a kg.
 *
 * `gas`    text: its name, "CH4" or "HFC-134a"; hyphens, spaces, brackets and capitals do not matter.
 * `gwp`    enum skpi_carbon_gwp; there is no default.
 * `value`  positive potential.
 *
 * `ENOTFOUND`  gas is not known, or not in this set.
 *
 * Source: IPCC AR4 WG1 table 2.14; AR5 WG1 table 8.A.1; AR6 WG1 table 7.SM.7.
 */
SKPI_CHECK skpi_status skpi_carbon_gas_gwp(const char *gas, int32_t gwp, double *value);

/** What stands for a figure in an inventory. */
enum skpi_carbon_key {
    SKPI_CARBON_KEY_VALUE = 0,            /* a number */
    SKPI_CARBON_KEY_NOT_OCCURRING = 6701, /* NO */
    SKPI_CARBON_KEY_NOT_ESTIMATED = 6702, /* NE */
    SKPI_CARBON_KEY_INCLUDED = 6703,      /* IE: included elsewhere */
    SKPI_CARBON_KEY_CONFIDENTIAL = 6704   /* C */
};
/** An inventory: a row is one gas in one sub-sector.  Gas and amount of a row that has a key are not read. */
typedef struct skpi_carbon_inventory_total_in {
    uint32_t size, flags;
    size_t n;                     /* count of rows; at least 1. */
    const char *const *reference; /* [n] text: sub-sector of the GPC, "I.1.1". */
    const char *const *gas;       /* [n] text: "CH4". */
    const double *amount;         /* [n] number: mass of the gas; below 0 where it is removed. */
    const int32_t *scope;         /* [n] one of 1, 2, 3. */
    const int32_t *key;           /* [n] enum skpi_carbon_key; NULL = all have values. */
    size_t n_required;            /* count of required sub-sectors; 0 = none. */
    const char *const *required;  /* [n_required] text: sub-sectors that a complete inventory has. */
} skpi_carbon_inventory_total_in;
/** Totals in CO2 equivalents of the unit of amount; they overlap and must not be added. */
typedef struct skpi_carbon_inventory_total_out {
    uint32_t size, flags;
    double *basic;        /* number: BASIC, scopes 1 and 2 of energy and transport, own waste. */
    double *basic_plus;   /* number: BASIC+, with industry, land use and scope 3 of energy and transport. */
    double *territorial;  /* number: all of scope 1. */
    double *other;        /* number: scope 3 that neither has. */
    double *scope;        /* [3] number: sums of scopes 1, 2, 3. */
    double *completeness; /* share of the required sub-sectors that have a number or NO; NaN if none is required. */
    int32_t *ne;          /* integer: rows not estimated. */
    int32_t *ie;          /* integer: rows included elsewhere. */
    double *row;          /* [n] number: CO2e of each row; NaN where it has a key; may be in->amount. */
    skpi_basis *basis;    /* what the totals mean: by which gwp. */
} skpi_carbon_inventory_total_out;
/** Totals of a city's inventory by the Global Protocol for Community-Scale inventories (GPC).
 *
 * `in`   rows: reference, gas, amount, scope; perhaps key; the sub-sectors required.
 * `gwp`  enum skpi_carbon_gwp; there is no default.
 * `out`  totals.
 *
 * `ENOTFOUND`   in->reference is not known; in->required is not known; in->gas is not known, or not in this set.
 * `EDUPLICATE`  in->required has one twice.
 * `EOVERFLOW`   out->basic is beyond the range of a double, or another total.
 *
 * Source: Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1.
 */
SKPI_CHECK skpi_status skpi_carbon_inventory_total(const skpi_carbon_inventory_total_in *in, int32_t gwp,
                                                   skpi_carbon_inventory_total_out *out);

/* --------------------------------------------------------------------------------------------- digital.h */

/** What is counted as digital. */
enum skpi_digital_definition {
    SKPI_DIGITAL_DEFINITION_DIRECT = 7101,      /* sectors that are digital as a whole */
    SKPI_DIGITAL_DEFINITION_COEFFICIENT = 7102, /* part of the value added of each sector */
    SKPI_DIGITAL_DEFINITION_NBS_CORE = 7103,    /* core industries of China's statistical classification 2021 */
    SKPI_DIGITAL_DEFINITION_CAICT = 7104,       /* digital industries and the digitalisation of others */
    SKPI_DIGITAL_DEFINITION_SATELLITE = 7105,   /* a satellite account: what each commodity has of digital */
    SKPI_DIGITAL_DEFINITION_ADB = 7106,         /* the input-output framework of the Asian Development Bank */
    SKPI_DIGITAL_DEFINITION_OECD = 7107,        /* digital industries of digital supply and use tables */
    SKPI_DIGITAL_DEFINITION_OTHER = 7108        /* stated by its source, under no definition above */
};

/** Shares of the digital economy in GDP.
 *
 * `digital`      table of quantity: value added of the digital economy; NaN = missing.
 * `gdp`          table of divisor, in the same unit; NaN = missing.
 * `share[n][m]`  share of the digital economy; NaN where either is missing; may be digital->value, gdp->value.
 * `basis`        what the shares mean: the stated members of both; NULL = not wanted.
 * `status[n]`    row status.
 *
 * `WMISSING`       a value is missing.
 * `EINCONSISTENT`  gdp->n is not digital->n; gdp->m is not digital->m; gdp->year is not digital->year.
 * `EDEFMIX`        gdp->basis and digital->basis state different things.
 * `ERANGE`         digital->value is above gdp->value.
 */
SKPI_CHECK skpi_status skpi_digital_share(const skpi_table *digital, const skpi_table *gdp, double *share,
                                          skpi_basis *basis, int32_t *status);

/** Shares by several definitions. */
typedef struct skpi_digital_compare_out {
    uint32_t size, flags;
    double *share;       /* [n_definitions][n][m] share; NaN where a figure is missing. */
    int32_t *definition; /* [n_definitions] enum skpi_digital_definition; 0 = unstated. */
    double *low, *high;  /* [n][m] share: the smallest and the largest definition; NaN where none is known. */
} skpi_digital_compare_out;
/** Shares of the digital economy by several definitions side by side: each with the GDP of its own vintage.
 *
 * `n_definitions`           count of definitions; at least 1.
 * `digital[n_definitions]`  table of quantity, as in skpi_digital_share; all on the axes of the first; NaN = missing.
 * `gdp[n_definitions]`      table of divisor; NaN = missing.
 * `out`                     shares, and the span of the definitions, which is no interval around a truth.
 * `status[n_definitions]`   row status.
 *
 * `WMISSING`       a value is missing.
 * `EINVAL`         digital->basis->definition is none of the digital economy.
 * `EDUPLICATE`     digital->basis->definition is there twice in one classification, vintage and revision.
 * `EINCONSISTENT`  the tables differ in places or years.
 * `EDEFMIX`        gdp->basis and digital->basis state different things.
 * `ERANGE`         digital->value is above gdp->value.
 */
SKPI_CHECK skpi_status skpi_digital_compare(size_t n_definitions, const skpi_table *const *digital,
                                            const skpi_table *const *gdp, skpi_digital_compare_out *out,
                                            int32_t *status);

/* --------------------------------------------------------------------------------------------- economy.h */

/** An input-output table, factored once; any number of threads may read it at once. */
typedef struct skpi_economy_iotable skpi_economy_iotable;
/** Flows between n_sectors sectors, money of one unit; copied. */
typedef struct skpi_economy_iotable_new_in {
    uint32_t size, flags;
    size_t n_sectors;           /* count of sectors; at least 1. */
    const double *flow;         /* [n_sectors][n_sectors] number: domestic sales of the row to the column. */
    const double *output;       /* [n_sectors] quantity: all that the sector makes. */
    const double *value_added;  /* [n_sectors] number: its output less all that it buys. */
    const double *final_demand; /* [n_sectors] number: what it sells to others than sectors. */
    const double *jobs;         /* [n_sectors] quantity of people employed; NULL = not known. */
} skpi_economy_iotable_new_in;
/** Factors an input-output table.
 *
 * `in`     flow, output, value_added, final_demand of the sectors; perhaps jobs.
 * `table`  new handle: skpi_economy_iotable_free ends it.
 *
 * `EZERODIV`        in->output is 0 although the sector has flows, value added or jobs.
 * `EINCONSISTENT`   in->flow has a total among the sectors.
 * `ENOTPRODUCTIVE`  in->flow uses up more than is made.
 * `ESINGULAR`       in->flow is singular: sectors deliver all they make to each other.
 * `EOVERFLOW`       in->flow over in->output is beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_new(const skpi_economy_iotable_new_in *in, skpi_economy_iotable **table);
/** Ends a table; NULL is fine. */
SKPI_API void skpi_economy_iotable_free(skpi_economy_iotable *table);
/** Sectors of a table. */
SKPI_API size_t skpi_economy_iotable_n_sectors(const skpi_economy_iotable *table);
/** Output that each sector must make, inputs of inputs included, so that final demands are met (Leontief).
 *
 * `table`      the table.
 * `n_demands`  count of demands.
 * `demand[n_demands][table->n_sectors]`  number: final demand for the product of each sector.
 * `output[n_demands][table->n_sectors]`  number: what each sector makes; may be demand.
 *
 * `EOVERFLOW`  output is beyond the range of a double; earlier demands are solved.
 */
SKPI_CHECK skpi_status skpi_economy_iotable_leontief(const skpi_economy_iotable *table, size_t n_demands,
                                                     const double *demand, double *output);

#ifdef __cplusplus
}
#endif
#endif

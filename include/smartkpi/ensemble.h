/* Ensembles: a plan says which models are drawn, for which places and years; a result holds what the draws gave.
 *
 * Each module adds its own models (skpi_urban_ensemble_add).  Draw k of every model of a plan belongs to the same
 * simulated world.  The same plan and seed give the same bits for any number of threads, any split by places or draws,
 * any order of merging, any compiler and processor. */
#ifndef SMARTKPI_ENSEMBLE_H
#define SMARTKPI_ENSEMBLE_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- the plan ---- */

/** What is drawn: places, years, number of draws, models and events. */
typedef struct skpi_ensemble_plan skpi_ensemble_plan;

/** How quantiles are kept. */
enum skpi_ensemble_mode {
    SKPI_ENSEMBLE_MODE_EXACT = 4101, /* exact quantiles at stated probabilities; all draws of a place must be made in
                                      * one run */
    SKPI_ENSEMBLE_MODE_STREAM = 4102 /* quantiles at any probability, from histograms; memory does not grow with the
                                      * draws, and these may be split into several runs */
};
/** How the normal numbers of the draws are chosen; smartkpi_ensemble(7) says what each does to the error. */
enum skpi_ensemble_sampling {
    SKPI_ENSEMBLE_SAMPLING_PLAIN = 4401, /* every draw is independent of the others */
    SKPI_ENSEMBLE_SAMPLING_ANTITHETIC =
        4402,                           /* in each 512 draws the last 256 have the shocks of the first 256 with the
                                               * opposite sign: surer means */
    SKPI_ENSEMBLE_SAMPLING_SOBOL = 4403 /* evenly spread draws in anchor years: surer quantiles and probabilities
                                               * there */
};
/** Flags of a plan. */
enum skpi_ensemble_flag {
    SKPI_ENSEMBLE_FLAG_NO_QUANTILES = 1 /* only means and events are kept */
};
/** Places, draws, seed, quantiles and sampling of a plan.
 *
 * `ERANGE`      n_draws is above 2^31 in an exact plan, or above 2^32 with SOBOL; anchor is not in the plan.
 * `ENOTSORTED`  prob falls.
 * `EDUPLICATE`  prob holds a value twice; place_id holds a value twice; anchor holds a year twice.
 */
typedef struct skpi_ensemble_plan_options {
    uint32_t size, flags;     /* flags: enum skpi_ensemble_flag. */
    uint64_t seed;            /* integer, any. */
    uint64_t n_draws;         /* count of draws of each place; at most 2^34; 0 = 10000. */
    int32_t mode;             /* enum skpi_ensemble_mode; 0 = SKPI_ENSEMBLE_MODE_EXACT. */
    int32_t stream_version;   /* one of 1: version of the stream of random numbers; 0 = 1. */
    uint64_t n_places;        /* count of places; at most 2^28; 0 = 1. */
    uint64_t n_prob;          /* count of quantiles; 0 = five: 0.05, 0.25, 0.5, 0.75, 0.95. */
    const uint64_t *place_id; /* [n_places] integer in [0,2^32): number that selects the draws of the place; NULL = 0,
                               * 1, 2 ... */
    const double *prob;       /* [n_prob] probability of each exact quantile. */
    size_t n_anchors;         /* count of anchor years; at most 8; 0 = two: the plan's last year and its middle one. */
    const int32_t *anchor; /* [n_anchors] year of the plan in which draws are spread evenly, the most important first;
                               * only for sampling = SOBOL. */
    int32_t sampling;      /* enum skpi_ensemble_sampling; 0 = SKPI_ENSEMBLE_SAMPLING_PLAIN. */
    int32_t zero;          /* 0. */
} skpi_ensemble_plan_options;
/** Begins a plan.  Each module then adds its own models, which start from the year before first_year.
 *
 * `first_year`, `n_years`  axis of the results.
 * `options`                places, draws, seed; NULL = one place, 10000 draws, seed 0.
 * `plan`                   new handle: skpi_ensemble_plan_free ends it.
 *
 * `ENODATA`  n_years is below 1.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_new(int32_t first_year, size_t n_years,
                                              const skpi_ensemble_plan_options *options, skpi_ensemble_plan **plan);
/** Frees a plan; NULL is allowed.  Its results stay valid. */
SKPI_API void skpi_ensemble_plan_free(skpi_ensemble_plan *plan);
/** Number of places of a plan; 0 if it is NULL. */
SKPI_API size_t skpi_ensemble_plan_n_places(const skpi_ensemble_plan *plan);
/** Number of years of a plan; 0 if it is NULL. */
SKPI_API size_t skpi_ensemble_plan_n_years(const skpi_ensemble_plan *plan);

/** Event: what a variable does in a draw. */
enum skpi_ensemble_event {
    SKPI_ENSEMBLE_EVENT_ABOVE = 4201,     /* in the year the variable is at least the threshold */
    SKPI_ENSEMBLE_EVENT_BELOW = 4202,     /* in the year the variable is at most the threshold */
    SKPI_ENSEMBLE_EVENT_PEAKED = 4203,    /* the variable has its largest value, the first of several, in the year or
                                          * before it */
    SKPI_ENSEMBLE_EVENT_SUM_BELOW = 4204, /* the sum of the variable from the plan's first year to the year is at most
                                           * the threshold */
    SKPI_ENSEMBLE_EVENT_REACHED_ABOVE = 4205, /* in the year or one before it the variable is at least the threshold */
    SKPI_ENSEMBLE_EVENT_REACHED_BELOW = 4206, /* in the year or one before it the variable is at most the threshold */
    SKPI_ENSEMBLE_EVENT_KEPT_ABOVE = 4207, /* from the year to the plan's last the variable is at least the threshold */
    SKPI_ENSEMBLE_EVENT_KEPT_BELOW = 4208  /* from the year to the plan's last the variable is at most the threshold */
};
/** Adds an event, something that a variable of a model does in a draw; the result gives its probability.
 *
 * `plan`      the plan to which the event is added.
 * `model`     index of the model in the plan.
 * `variable`  index of the variable in its model.
 * `kind`      enum skpi_ensemble_event: what the variable does.
 * `year`      year of the plan.
 * `threshold[plan->n_places]`  number in the variable's unit; only for kind = ABOVE, BELOW, SUM_BELOW, REACHED_ABOVE,
 *                              REACHED_BELOW, KEPT_ABOVE, KEPT_BELOW.
 * `event`     index of the event in the plan.
 *
 * `ENOTFOUND`  model is not in the plan; variable is not in the model.
 * `ERANGE`     year is not in the plan.
 * `EDOM`       threshold is not above 0, as emissions always are.
 * `ENOMEM`     not enough memory for one more event.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_event(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                                                int32_t year, const double *threshold, int32_t *event);
/** EXPERIMENTAL: Adds an event whose threshold changes from year to year.
 *
 * `plan`      the plan to which the event is added.
 * `model`     index of the model in the plan.
 * `variable`  index of the variable in its model.
 * `kind`      enum skpi_ensemble_event, but not PEAKED, which has no threshold.
 * `year`      year of the plan.
 * `threshold[plan->n_places][plan->n_years]`  number in the variable's unit, for each year of the plan.
 * `event`     index of the event in the plan.
 *
 * `EINVAL`     kind is PEAKED.
 * `ENOTFOUND`  model is not in the plan; variable is not in the model.
 * `ERANGE`     year is not in the plan.
 * `EDOM`       threshold is not above 0, as emissions always are.
 * `ENOMEM`     not enough memory for one more event.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_event_path(skpi_ensemble_plan *plan, int32_t model, int32_t variable,
                                                     int32_t kind, int32_t year, const double *threshold,
                                                     int32_t *event);
/** EXPERIMENTAL: Adds a milestone, of which the result gives the probability of each year: the year of the largest value
 * (PEAKED), the first at a threshold (REACHED_ABOVE, REACHED_BELOW), or the first from which on it is kept to the plan's
 * last year (KEPT_ABOVE, KEPT_BELOW).
 *
 * `plan`       the plan to which the milestone is added.
 * `model`      index of the model in the plan.
 * `variable`   index of the variable in its model.
 * `kind`       enum skpi_ensemble_event, but not ABOVE, BELOW or SUM_BELOW, which have no first year.
 * `threshold[plan->n_places]`  number in the variable's unit; only for kind = REACHED_ABOVE, REACHED_BELOW, KEPT_ABOVE,
 *                              KEPT_BELOW.
 * `milestone`  index of the milestone in the plan.
 *
 * `EINVAL`     kind is ABOVE, BELOW or SUM_BELOW.
 * `ENOTFOUND`  model is not in the plan; variable is not in the model.
 * `EDOM`       threshold is not above 0, as emissions always are.
 * `ENOMEM`     not enough memory for one more milestone.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_milestone(skpi_ensemble_plan *plan, int32_t model, int32_t variable,
                                                    int32_t kind, const double *threshold, int32_t *milestone);
/** Adds the event that several events, of any models, happen in the same draw.
 *
 * `plan`             the plan to which the event is added.
 * `n_events`         count of events; at least 1.
 * `event[n_events]`  index of each event in the plan; events of this kind may be among them.
 * `all`              index of the new event in the plan.
 *
 * `ENOTFOUND`  event is not in the plan.
 * `ENOMEM`     not enough memory for one more event.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_all(skpi_ensemble_plan *plan, size_t n_events, const int32_t *event,
                                              int32_t *all);

/* ---- joint worlds ---- */

/** EXPERIMENTAL: Adds a factor, a normal number of each draw and year that the places of a group have in common.  Shocks
 * depend on it by skpi_ensemble_plan_load.
 *
 * `plan`    the plan to which the factor is added.
 * `group[plan->n_places]`  integer in [0,2^32): number of the group to which the place belongs, for example its region;
 *                          NULL = all places are one group.
 * `factor`  index of the factor in the plan.
 *
 * `ENOMEM`  not enough memory for one more factor.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_factor(skpi_ensemble_plan *plan, const uint64_t *group, int32_t *factor);
/** EXPERIMENTAL: Lets a shock of a model depend on a factor.  The shock stays standard normal: what the squares of its
 * loadings leave of 1 is its own.  Two shocks with loadings a and b on the same factor and group have the correlation
 * a b, summed over factors.
 *
 * `plan`     the plan to which the loading is added.
 * `model`    index of the model in the plan.
 * `shock`    index of the shock in its model; the models of urban shares and of emissions have one, number 0;
 *            a product of factors with a shock for each has theirs in their order; three parts have two.
 * `factor`   index of the factor in the plan.
 * `loading[plan->n_places]`  number: loading of the shock of the place on its group's factor; 0 is none.
 *
 * `ENOTFOUND`   model is not in the plan; shock is not in the model; factor is not in the plan.
 * `EDUPLICATE`  factor has a loading of this shock already.
 * `ERANGE`      loading makes the sum of the squares of a shock's loadings larger than 1.
 * `ENOMEM`      not enough memory for one more loading.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_load(skpi_ensemble_plan *plan, int32_t model, int32_t shock, int32_t factor,
                                               const double *loading);
/** EXPERIMENTAL: Correlates shocks of any models and places by a matrix.  It adds n_shocks factors of one group, on which the
 * shocks load with the rows of the matrix's Cholesky factor.
 *
 * `plan`          the plan whose shocks are correlated.
 * `n_shocks`      count of shocks; at least 1; at most 64.
 * `model[n_shocks]`  index of the model of each shock.
 * `shock[n_shocks]`  index of the shock in its model.
 * `place[n_shocks]`  integer: position of the shock's place in the plan.
 * `matrix[n_shocks][n_shocks]`  number in [-1,1]: correlation of each pair of shocks.
 *
 * `ENOTFOUND`   model is not in the plan; shock is not in the model; place is not in the plan.
 * `EDUPLICATE`  place has the same shock of the same model twice.
 * `ERANGE`      n_shocks is above 64; place has a shock that loads on other factors.
 * `EDOM`        matrix is not 1 on its diagonal, not symmetric within 1e-12, or not positive semidefinite.
 * `ENOMEM`      not enough memory for the loadings.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_correlate(skpi_ensemble_plan *plan, size_t n_shocks, const int32_t *model,
                                                    const int32_t *shock, const uint64_t *place, const double *matrix);
/** EXPERIMENTAL: The standard normal numbers of a shock as its model gets them, with all factors on which it loads.
 *
 * `plan`        the plan.
 * `n_draws`     count of draws.
 * `model`       index of the model in the plan.
 * `shock`       index of the shock in its model.
 * `place`       integer: position of the place in the plan.
 * `year`        year of the draw.
 * `first_draw`  integer in [0,2^34]: number of the first draw.
 * `normal[n_draws]`  number: draws first_draw, first_draw + 1 ...
 *
 * `ENOTFOUND`  model is not in the plan; shock is not in the model; place is not in the plan.
 * `ERANGE`     first_draw + n_draws - 1 is not below 2^34, with SOBOL 2^32; plan needs more than 1,111 dimensions of
 *              Sobol's points.
 * `ENOMEM`     not enough memory for the anchors of SOBOL.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_shock(const skpi_ensemble_plan *plan, size_t n_draws, int32_t model,
                                                int32_t shock, uint64_t place, int32_t year, uint64_t first_draw,
                                                double *normal);

/* ---- aggregates of places ---- */

/** EXPERIMENTAL: Adds an aggregate, the weighted sum of variables of several places in each draw: the urban people of a
 * province, the emissions of five cities.  Sums are of whole numbers, so that any split gives the same bits.
 *
 * `plan`       the plan to which the aggregate is added; it has the models already.
 * `n_members`  count of members; at least 1.
 * `model[n_members]`     index of each member's model in the plan.
 * `variable[n_members]`  index of the variable in its model.
 * `place[n_members]`     integer: position of the member's place in the plan.
 * `weight[n_members][plan->n_years]`  quantity: weight of the member in each year; NULL = 1.
 * `aggregate`  index of the aggregate in the plan.
 *
 * `EINVAL`      variable follows from another one by a line, as the warming does: that one can be summed.
 * `ENOTFOUND`   model is not in the plan; variable is not in the model; place is not in the plan.
 * `EDUPLICATE`  place has the same variable of the same model twice.
 * `EOVERFLOW`   weight makes the sum too large.
 * `ENOMEM`      not enough memory for one more aggregate.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_aggregate(skpi_ensemble_plan *plan, size_t n_members, const int32_t *model,
                                                    const int32_t *variable, const uint64_t *place,
                                                    const double *weight, int32_t *aggregate);
/** EXPERIMENTAL: Adds an aggregate that counts events: in how many of these places does one happen in the same draw?  It
 * has one value, in the plan's last year.
 *
 * `plan`       the plan to which the aggregate is added; it has the events already.
 * `n_members`  count of members; at least 1.
 * `event[n_members]`  index of each member's event in the plan.
 * `place[n_members]`  integer: position of the member's place in the plan.
 * `aggregate`  index of the aggregate in the plan.
 *
 * `ENOTFOUND`   event is not in the plan; place is not in the plan.
 * `EDUPLICATE`  place has the same event twice.
 * `ENOMEM`      not enough memory for one more aggregate.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_aggregate_count(skpi_ensemble_plan *plan, size_t n_members,
                                                          const int32_t *event, const uint64_t *place,
                                                          int32_t *aggregate);
/** EXPERIMENTAL: Adds an event, something that an aggregate does in a draw.  ABOVE k - 1/2 of an aggregate that counts
 * events is the event that at least k of them happen.
 *
 * `plan`       the plan with the aggregate.
 * `aggregate`  index of the aggregate in the plan.
 * `kind`       enum skpi_ensemble_event: what the aggregate does; if it counts events, ABOVE or BELOW.
 * `year`       year of the plan; the last one if the aggregate counts events.
 * `n_thresholds`  count of thresholds: 1 for all years, or one for each year of the plan; 0 of a peak.
 * `threshold[n_thresholds]`  number in the unit of the sum; only for kind = ABOVE, BELOW, SUM_BELOW, REACHED_ABOVE,
 *                            REACHED_BELOW, KEPT_ABOVE, KEPT_BELOW.
 * `event`      index of the event among those of the aggregate.
 *
 * `EINVAL`     kind is neither ABOVE nor BELOW although the aggregate counts events; n_thresholds is another number.
 * `ENOTFOUND`  aggregate is not in the plan.
 * `ERANGE`     year is not in the plan, or not its last one although the aggregate counts events.
 * `EDOM`       threshold is not above 0, as sums of emissions always are whose weights are above 0.
 * `ENOMEM`     not enough memory for one more event.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_aggregate_event(skpi_ensemble_plan *plan, int32_t aggregate, int32_t kind,
                                                          int32_t year, size_t n_thresholds, const double *threshold,
                                                          int32_t *event);

/* ---- the result ---- */

/** Results of the draws of a plan that were run. */
typedef struct skpi_ensemble_result skpi_ensemble_result;
/** Begins a result, without draws, for a plan that has all its models and events.
 *
 * `plan`    the plan; it may be freed before the result.
 * `result`  new handle: skpi_ensemble_result_free ends it.
 *
 * `ENODATA`  plan has no model.
 * `ERANGE`   plan needs more than 1,111 dimensions of Sobol's points.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_new(const skpi_ensemble_plan *plan, skpi_ensemble_result **result);
/** Frees a result; NULL is allowed. */
SKPI_API void skpi_ensemble_result_free(skpi_ensemble_result *result);
/** Number of places of a result; 0 if it is NULL. */
SKPI_API size_t skpi_ensemble_result_n_places(const skpi_ensemble_result *result);
/** Number of years of a result; 0 if it is NULL. */
SKPI_API size_t skpi_ensemble_result_n_years(const skpi_ensemble_result *result);

/** Compiled variant of the kernels; all variants give the same bits. */
enum skpi_ensemble_dispatch {
    SKPI_ENSEMBLE_DISPATCH_BEST = 4301,      /* the fastest that this machine can run */
    SKPI_ENSEMBLE_DISPATCH_PLAIN = 4302,     /* the variant for the processor that the library was compiled for */
    SKPI_ENSEMBLE_DISPATCH_X86_64_V3 = 4303, /* AVX2 */
    SKPI_ENSEMBLE_DISPATCH_X86_64_V4 = 4304  /* AVX-512 */
};
/** Part of a plan that is drawn, threads and progress.
 *
 * `EINVAL`  first_draw or n_draws is no multiple of 512 and does not reach to the plan's last draw; first_draw or
 *           n_draws is a part of the draws of an exact plan; first_place or n_places leaves out a member of an
 *           aggregate of a streamed plan, but not all of them.
 * `ERANGE`  first_place, n_places, first_draw or n_draws is beyond the plan.
 */
typedef struct skpi_ensemble_result_run_options {
    uint32_t size, flags;
    uint64_t first_place;   /* integer: position of the first place of this part. */
    uint64_t n_places;      /* integer: number of places of this part; 0 = all to the last one. */
    uint64_t first_draw;    /* integer: number of the first draw of this part, a multiple of 512. */
    uint64_t n_draws;       /* integer: number of draws of this part, a multiple of 512 or all to the last one; 0 = all
                             * to the last one. */
    int32_t threads;        /* integer in [0,1024]: threads that draw; 0 = 1. */
    int32_t dispatch;       /* enum skpi_ensemble_dispatch; 0 = SKPI_ENSEMBLE_DISPATCH_BEST. */
    skpi_progress progress; /* function that is called with the number of parts done and of all parts; NULL = none. */
    void *user;             /* pointer that is passed to progress. */
} skpi_ensemble_result_run_options;
/** Draws a plan, or a part of it, into a result.  Draws that the result has already are not made again.
 *
 * `result`   a result of this plan; after a failure it keeps the parts that were done.
 * `plan`     the plan, with its models and events.
 * `options`  part, threads, progress; NULL = the whole plan, in one thread.
 *
 * `ENOTFOUND`      options->dispatch is a variant that this processor or this build does not have.
 * `EINCONSISTENT`  result is of another plan, or was begun before the plan's last model or event.
 * `EOVERFLOW`      a draw is too large to be summed.
 * `ECANCELED`      options->progress asked to stop.
 * `ETHREAD`        a thread could not be started, or is not in the child of a fork.
 * `ENOMEM`         not enough memory for the draws of one place, or for the sums of an exact plan's aggregates.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_run(skpi_ensemble_result *result, const skpi_ensemble_plan *plan,
                                                const skpi_ensemble_result_run_options *options);
/** Counts how much of its plan a result has.  One draw of one place is a place-draw: 3 places with 1000 draws each are
 * 3000.
 *
 * `result`   the result.
 * `drawn`    integer: place-draws that were run.
 * `missing`  integer: place-draws of the plan that were not yet run.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_covered(const skpi_ensemble_result *result, uint64_t *drawn,
                                                    uint64_t *missing);

/** Mean of a variable in every place and year, over the draws that were run.
 *
 * `result`    a result with draws.
 * `model`     index of the model in its plan.
 * `variable`  index of the variable in its model.
 * `mean[result->n_places][result->n_years]`  number in the variable's unit; NaN where no draw was run.
 *
 * `WMISSING`   draws of some place were not run.
 * `ENOTFOUND`  model is not in the plan; variable is not in the model.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_mean(const skpi_ensemble_result *result, int32_t model, int32_t variable,
                                                 double *mean);
/** Quantiles of a variable in every place and year, over the draws that were run (type 7 of Hyndman and Fan).
 *
 * `result`           a result with draws.
 * `model`            index of the model in its plan.
 * `variable`         index of the variable in its model.
 * `n_prob`           count of quantiles.
 * `prob[n_prob]`     probability of each quantile; of an exact plan only those of the plan.
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
/** Probability of an event in every place: the fraction of the draws that were run in which it happened.
 *
 * `result`    a result with draws.
 * `event`   index of the event in its plan.
 * `probability[result->n_places]`  share of the draws; NaN where no draw was run.
 *
 * `WMISSING`   draws of some place were not run.
 * `ENOTFOUND`  event is not in the plan.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_probability(const skpi_ensemble_result *result, int32_t event,
                                                        double *probability);
/** EXPERIMENTAL: Standard error of the probability of an event in every place: sqrt(p (1 - p)/n) of n plain draws; of
 * antithetic ones from their pairs; of Sobol's points none is known, smartkpi_ensemble(7) says how to get one.
 *
 * `result`  a result with draws.
 * `event`   index of the event in its plan.
 * `error[result->n_places]`  quantity: standard error of the probability; NaN where no draw was run, and with SOBOL.
 *
 * `WMISSING`   draws of some place were not run.
 * `ENOTFOUND`  event is not in the plan.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_standard_error(const skpi_ensemble_result *result, int32_t event,
                                                           double *error);
/** EXPERIMENTAL: Probability of each year of a milestone in every place: the fraction of the draws that were run of which
 * it is the year.
 *
 * `result`     a result with draws.
 * `milestone`  index of the milestone in its plan.
 * `probability[result->n_places][result->n_years + 1]`  share of the draws, for each year of the plan, and last of those
 *                                                       that did not reach it; NaN where no draw was run.
 *
 * `WMISSING`   draws of some place were not run.
 * `ENOTFOUND`  milestone is not in the plan.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_milestone(const skpi_ensemble_result *result, int32_t milestone,
                                                      double *probability);

/** EXPERIMENTAL: Copies what the draws gave for an aggregate, as a result with one place, one model and one variable, of
 * which skpi_ensemble_result_mean, _quantile, _probability and _standard_error tell the rest.
 *
 * `result`     a result with draws.
 * `aggregate`  index of the aggregate in its plan.
 * `values`     new handle: skpi_ensemble_result_free ends it.
 *
 * `ENOTFOUND`  aggregate is not in the plan.
 * `ENODATA`    result is of an exact plan, and members of the aggregate were not run.
 * `ENOMEM`     not enough memory for the copy.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_aggregate(const skpi_ensemble_result *result, int32_t aggregate,
                                                      skpi_ensemble_result **values);

/** Adds the draws of another result of the same plan to a result.  The order of merging does not change a bit of the
 * values.
 *
 * `result`  the result that grows; after a failure it is unchanged.
 * `other`   the result whose draws are added; it is not changed.
 *
 * `EINCONSISTENT`  other is of another plan.
 * `EDUPLICATE`     other has draws that result has too.
 * `ENOMEM`         not enough memory for the draws of both.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_merge(skpi_ensemble_result *result, const skpi_ensemble_result *other);
/** Number of bytes that skpi_ensemble_result_write needs.
 *
 * `result`  the result to be written.
 * `size`    integer: number of bytes.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_size(const skpi_ensemble_result *result, size_t *size);
/** Writes a result as bytes that any machine can read.
 *
 * `result`        the result to be written.
 * `size`          room in bytes: the number that skpi_ensemble_result_size gives, or more.
 * `buffer[size]`  bytes; those after the end of the result are not changed.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_write(const skpi_ensemble_result *result, size_t size, void *buffer);
/** Reads a result that was written on this machine or another one.  Everything in the bytes is checked before it is
 * used.
 *
 * `plan`          a plan equal to that of the result: built by the same calls with the same numbers.
 * `size`          count of bytes that were written.
 * `buffer[size]`  bytes that skpi_ensemble_result_write wrote.
 * `result`        new handle: skpi_ensemble_result_free ends it.
 *
 * `ENODATA`   plan has no model.
 * `ERANGE`    plan needs more than 1,111 dimensions of Sobol's points.
 * `ECORRUPT`  buffer is not a result, was damaged or cut off, has an unknown format, or is of another plan.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_read(const skpi_ensemble_plan *plan, size_t size, const void *buffer,
                                                 skpi_ensemble_result **result);

/* ---- the stream of random numbers ---- */

/** Standard normal numbers of the documented stream from which ensembles are drawn, so that other programs can replay
 * them.  Each number depends only on seed, model, place, year, variable and the number of the draw.
 *
 * `n`           count of draws.
 * `seed`        integer, any: the seed of the plan.
 * `model`       integer in [-1,2147483647]: index of the model in its plan; -1 is the stream of factors.
 * `place`       integer in [0,2^32): number of the place, options->place_id of its plan; of a factor, the group.
 * `year`        year of the draw.
 * `variable`    index of the shock in its model; of a factor, its index in the plan.
 * `first_draw`  integer in [0,2^34]: number of the first draw.
 * `normal[n]`   number: draws first_draw, first_draw + 1 ...; none lies farther from 0 than 6.77.
 *
 * `ERANGE`  first_draw + n - 1 is not below 2^34.
 *
 * Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011);
 * smartkpi_ensemble(7).
 */
SKPI_CHECK skpi_status skpi_ensemble_draw(size_t n, uint64_t seed, int32_t model, uint64_t place, int32_t year,
                                          int32_t variable, uint64_t first_draw, double *normal);

#ifdef __cplusplus
}
#endif
#endif

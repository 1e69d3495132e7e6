/* Ensembles: a plan says which models are drawn, for which places and years; a result holds what the draws gave.
 *
 * Models are added by their own modules (skpi_urban_ensemble_add).  Draw k of every model of a plan belongs to the same
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
    SKPI_ENSEMBLE_MODE_EXACT = 4101, /* exact quantiles of stated probabilities; all draws of a place in one run */
    SKPI_ENSEMBLE_MODE_STREAM = 4102 /* histograms: any probability, memory whatever the draws, which may be split */
};
/** Flags of a plan. */
enum skpi_ensemble_flag {
    SKPI_ENSEMBLE_FLAG_NO_QUANTILES = 1 /* means and events alone */
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
 * `first_year`, `n_years`  axis of the results.
 * `options`                places, draws, seed; NULL = one place, 10000 draws, seed 0.
 * `plan`                   new handle: skpi_ensemble_plan_free ends it.
 *
 * `ENODATA`  n_years is below 1.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_new(int32_t first_year, size_t n_years,
                                              const skpi_ensemble_plan_options *options, skpi_ensemble_plan **plan);
/** Ends a plan; NULL is fine.  Results live on. */
SKPI_API void skpi_ensemble_plan_free(skpi_ensemble_plan *plan);
/** Places of a plan; 0 of NULL. */
SKPI_API size_t skpi_ensemble_plan_n_places(const skpi_ensemble_plan *plan);
/** Years of a plan; 0 of NULL. */
SKPI_API size_t skpi_ensemble_plan_n_years(const skpi_ensemble_plan *plan);

/** What a variable does in a draw. */
enum skpi_ensemble_event {
    SKPI_ENSEMBLE_EVENT_ABOVE = 4201,    /* in the year it is at least the threshold */
    SKPI_ENSEMBLE_EVENT_BELOW = 4202,    /* in the year it is at most the threshold */
    SKPI_ENSEMBLE_EVENT_PEAKED = 4203,   /* its largest value, the first of several, is in the year or before it */
    SKPI_ENSEMBLE_EVENT_SUM_BELOW = 4204 /* its sum from the plan's first year to the year is at most the threshold */
};
/** Adds an event, whose probability is counted: something that a variable of a model does in a draw.
 *
 * `plan`      to which the event is added.
 * `model`     index of the model in the plan.
 * `variable`  index of the variable in its model.
 * `kind`      enum skpi_ensemble_event: what the variable does.
 * `year`      year of the plan.
 * `threshold[plan->n_places]`  number in the variable's unit; only for kind = ABOVE, BELOW, SUM_BELOW.
 * `event`     index of the event in the plan.
 *
 * `ENOTFOUND`  model is not in the plan; variable is not in the model.
 * `ERANGE`     year is not in the plan.
 * `ENOMEM`     not enough memory for one more event.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_event(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                                                int32_t year, const double *threshold, int32_t *event);
/** Adds the event that several events happen in the same draw, whatever their models.
 *
 * `plan`             to which the event is added.
 * `n_events`         count of events; at least 1.
 * `event[n_events]`  index of each in the plan; an event of this kind may be among them.
 * `all`              index of the new event in the plan.
 *
 * `ENOTFOUND`  event is not in the plan.
 * `ENOMEM`     not enough memory for one more event.
 */
SKPI_CHECK skpi_status skpi_ensemble_plan_all(skpi_ensemble_plan *plan, size_t n_events, const int32_t *event,
                                              int32_t *all);

/* ---- the result ---- */

/** What the draws of a plan gave, as far as they were run. */
typedef struct skpi_ensemble_result skpi_ensemble_result;
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
/** Places of a result; 0 of NULL. */
SKPI_API size_t skpi_ensemble_result_n_places(const skpi_ensemble_result *result);
/** Years of a result; 0 of NULL. */
SKPI_API size_t skpi_ensemble_result_n_years(const skpi_ensemble_result *result);

/** Which compiled variant of the kernels runs; all give the same bits. */
enum skpi_ensemble_dispatch {
    SKPI_ENSEMBLE_DISPATCH_BEST = 4301,      /* the fastest that this machine can run */
    SKPI_ENSEMBLE_DISPATCH_PLAIN = 4302,     /* what the library was compiled for */
    SKPI_ENSEMBLE_DISPATCH_X86_64_V3 = 4303, /* AVX2 */
    SKPI_ENSEMBLE_DISPATCH_X86_64_V4 = 4304  /* AVX-512 */
};
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
 * `ENOTFOUND`      options->dispatch is code that this processor or this build does not have.
 * `EINCONSISTENT`  result is of another plan, or was begun before the plan's last model or event.
 * `EOVERFLOW`      a draw is too large for the sums.
 * `ECANCELED`      options->progress asked to stop.
 * `ETHREAD`        a thread could not be started.
 * `ENOMEM`         not enough memory for the draws of one place.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_run(skpi_ensemble_result *result, const skpi_ensemble_plan *plan,
                                                const skpi_ensemble_result_run_options *options);
/** Counts how much of the plan a result has.  A draw of one place is one place-draw: 3 places with 1000 draws are 3000.
 *
 * `result`   to be counted.
 * `drawn`    integer: place-draws that were run.
 * `missing`  integer: place-draws of the plan that were not run.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_covered(const skpi_ensemble_result *result, uint64_t *drawn,
                                                    uint64_t *missing);

/** Mean of a variable in every place and year, over the draws that were run.
 *
 * `result`    with draws.
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
/** Probability of an event in every place: the fraction of the draws that were run in which it happened.
 *
 * `result`  with draws.
 * `event`   index of the event in its plan.
 * `probability[result->n_places]`  share of the draws; NaN where no draw was run.
 *
 * `WMISSING`   draws of some place were not run.
 * `ENOTFOUND`  event is not in the plan.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_probability(const skpi_ensemble_result *result, int32_t event,
                                                        double *probability);

/** Adds the draws of another result of the same plan to a result.  The order of merging does not change a bit.
 *
 * `result`  that grows; after a failure it is as it was.
 * `other`   whose draws are added; it stays as it is.
 *
 * `EINCONSISTENT`  other is of another plan.
 * `EDUPLICATE`     other has draws that result has too.
 * `ENOMEM`         not enough memory for the draws of both.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_merge(skpi_ensemble_result *result, const skpi_ensemble_result *other);
/** Bytes that skpi_ensemble_result_write writes.
 *
 * `result`  to be written.
 * `size`    integer: bytes.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_size(const skpi_ensemble_result *result, size_t *size);
/** Writes a result as bytes, which every machine reads.
 *
 * `result`        to be written.
 * `size`          room in bytes: what skpi_ensemble_result_size gives, or more.
 * `buffer[size]`  bytes; those behind the result stay as they are.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_write(const skpi_ensemble_result *result, size_t size, void *buffer);
/** Reads a result that was written, perhaps on another machine.  Nothing in the bytes is believed before it is checked.
 *
 * `plan`          equal to the plan of the result: built by the same calls with the same numbers.
 * `size`          count of bytes that were written.
 * `buffer[size]`  bytes that skpi_ensemble_result_write wrote.
 * `result`        new handle: skpi_ensemble_result_free ends it.
 *
 * `ENODATA`   plan has no model.
 * `ECORRUPT`  buffer is no result, was damaged or cut off, has a format that is unknown, or is of another plan.
 */
SKPI_CHECK skpi_status skpi_ensemble_result_read(const skpi_ensemble_plan *plan, size_t size, const void *buffer,
                                                 skpi_ensemble_result **result);

/* ---- the stream of random numbers ---- */

/** Standard normal numbers of the documented stream that ensembles are made of, for replay elsewhere.  Each depends on
 * seed, model, place, year, variable and its own number alone.
 *
 * `n`           count of draws.
 * `seed`        integer, any: the plan's.
 * `model`       index of the model in its plan.
 * `place`       integer in [0,2^32): the place's number, options->place_id of the plan.
 * `year`        year.
 * `variable`    index of the variable in its model.
 * `first_draw`  integer in [0,2^34]: number of the first draw.
 * `normal[n]`   number: draws first_draw, first_draw + 1 ..., none farther from 0 than 6.77.
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

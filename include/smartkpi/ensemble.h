/* Ensembles: a plan of models whose futures are drawn, and an accumulator of what the draws give.
 *
 * Models are added by their own modules (skpi_urban_ensemble_add).  The same plan and seed give the same bits for any
 * number of threads, any split by places or draws, any order of merging, any compiler and processor. */
#ifndef SMARTKPI_ENSEMBLE_H
#define SMARTKPI_ENSEMBLE_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef struct skpi_ensemble_plan skpi_ensemble_plan;
typedef struct skpi_ensemble_result skpi_ensemble_result;

enum skpi_ensemble_mode {
    SKPI_ENSEMBLE_MODE_EXACT = 4101, /* exact quantiles of stated probabilities; all draws of a place in one run */
    SKPI_ENSEMBLE_MODE_STREAM =
        4102 /* histograms: memory whatever the draws, any probability; draws may be split too */
};
/* Of a variable's path v: v of the year at least, at most a threshold; largest value in the year or before it; sum of
 * the first year to this at most a threshold. */
enum skpi_ensemble_event {
    SKPI_ENSEMBLE_EVENT_ABOVE = 4201,
    SKPI_ENSEMBLE_EVENT_BELOW = 4202,
    SKPI_ENSEMBLE_EVENT_PEAKED = 4203,
    SKPI_ENSEMBLE_EVENT_SUM_BELOW = 4204
};
enum skpi_ensemble_flag { SKPI_ENSEMBLE_FLAG_NO_QUANTILES = 1 /* means and events alone */ };
/* Which compiled variant of the kernels runs: all give the same bits. */
enum skpi_ensemble_dispatch {
    SKPI_ENSEMBLE_DISPATCH_BEST = 4301,      /* the fastest that this machine can run */
    SKPI_ENSEMBLE_DISPATCH_PLAIN = 4302,     /* what the library was compiled for */
    SKPI_ENSEMBLE_DISPATCH_X86_64_V3 = 4303, /* AVX2 */
    SKPI_ENSEMBLE_DISPATCH_X86_64_V4 = 4304  /* AVX-512 */
};

typedef struct skpi_ensemble_plan_options {
    uint32_t size, flags; /* flags: enum skpi_ensemble_flag */
    uint64_t seed;
    uint64_t draws;               /* 0 = 10,000; at most 2^34 */
    int32_t mode, stream_version; /* 0 = SKPI_ENSEMBLE_MODE_EXACT; 0 = 1, the only one */
    uint64_t places;              /* 0 = 1 */
    uint64_t n_prob;              /* 0 = 5: 0.05, 0.25, 0.5, 0.75, 0.95 */
    const uint64_t *place_id;     /* stable numbers of the places, below 2^32; NULL = 0, 1, 2 ... */
    const double *prob;           /* probabilities of exact quantiles */
} skpi_ensemble_plan_options;
/* A plan of years first_year .. first_year + n_years - 1; models start from the year before. */
SKPI_CHECK skpi_status skpi_ensemble_plan_new(int32_t first_year, size_t n_years,
                                              const skpi_ensemble_plan_options *options, skpi_ensemble_plan **plan);
SKPI_API void skpi_ensemble_plan_free(skpi_ensemble_plan *plan);
/* An event of one variable of a model; threshold: one value per place (NULL where PEAKED has none). */
SKPI_CHECK skpi_status skpi_ensemble_plan_event(skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind,
                                                int32_t year, const double *threshold, int32_t *event);
/* All of several events in the same draw: a draw is the same world in every model. */
SKPI_CHECK skpi_status skpi_ensemble_plan_all(skpi_ensemble_plan *plan, size_t n, const int32_t *events,
                                              int32_t *event);

typedef struct skpi_ensemble_result_run_options {
    uint32_t size, flags;
    uint64_t first_place, n_places; /* n_places: 0 = to the last */
    uint64_t first_draw, n_draws;   /* multiples of 512, but for the last; n_draws: 0 = to the last */
    int32_t threads, dispatch;      /* 0 = 1 thread; dispatch: 0 = the fastest here */
    skpi_progress progress;
    void *user;
} skpi_ensemble_result_run_options;
SKPI_CHECK skpi_status skpi_ensemble_result_new(const skpi_ensemble_plan *plan, skpi_ensemble_result **accumulator);
SKPI_API void skpi_ensemble_result_free(skpi_ensemble_result *accumulator);
SKPI_CHECK skpi_status skpi_ensemble_result_run(const skpi_ensemble_plan *plan,
                                                const skpi_ensemble_result_run_options *options,
                                                skpi_ensemble_result *accumulator);
SKPI_CHECK skpi_status skpi_ensemble_result_merge(skpi_ensemble_result *into, const skpi_ensemble_result *from);
/* An accumulator as bytes that every machine reads. */
SKPI_CHECK skpi_status skpi_ensemble_result_size(const skpi_ensemble_result *accumulator, size_t *bytes);
SKPI_CHECK skpi_status skpi_ensemble_result_write(const skpi_ensemble_result *accumulator, void *buffer, size_t bytes);
SKPI_CHECK skpi_status skpi_ensemble_result_read(const skpi_ensemble_plan *plan, const void *buffer, size_t bytes,
                                                 skpi_ensemble_result **accumulator);
/* Place-draws that were run, and those of the plan that were not. */
SKPI_CHECK skpi_status skpi_ensemble_result_covered(const skpi_ensemble_result *accumulator, uint64_t *cells,
                                                    uint64_t *missing);
/* places x n_years */
SKPI_CHECK skpi_status skpi_ensemble_result_mean(const skpi_ensemble_result *accumulator, int32_t model,
                                                 int32_t variable, double *out);
/* places x n_years x n_prob */
SKPI_CHECK skpi_status skpi_ensemble_result_quantile(const skpi_ensemble_result *accumulator, int32_t model,
                                                     int32_t variable, size_t n_prob, const double *prob, double *out);
/* places */
SKPI_CHECK skpi_status skpi_ensemble_result_probability(const skpi_ensemble_result *accumulator, int32_t event,
                                                        double *out);
SKPI_API const char *skpi_ensemble_dispatch_name(int32_t dispatch); /* "best"; NULL = no such kind */

/* Draws first_draw .. first_draw + n - 1 of the documented stream of standard normal numbers, for replay elsewhere: a
 * function of seed, model, place, year and variable alone.  model and variable at least 0, place below 2^32, draws below
 * 2^34. */
SKPI_CHECK skpi_status skpi_ensemble_draw(size_t n, uint64_t seed, int32_t model, uint64_t place, int32_t year,
                                          int32_t variable, uint64_t first_draw, double *normal /* n */);

#ifdef __cplusplus
}
#endif
#endif

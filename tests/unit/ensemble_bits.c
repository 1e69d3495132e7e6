/* One line: the bytes of small ensembles, hashed, for every code and number of threads that there is (ensemble_bits.sh).
 *
 * Free walks and pulled ones, with every kind of event, exact and streamed; then walks whose drift fades and changes,
 * and emissions; then joint plans with aggregates; the fading ones by antithetic draws and by Sobol's points, with a
 * factor; products of factors, and parts. */
#include "core/dispatch.h"
#include "ensemble/hash.h"
#include <smartkpi.h>
#include <stdio.h>
#include <stdlib.h>

enum { PLACES = 5, YEARS = 12, DRAWS = 4 * 512 + 77 };

static skpi_ensemble_plan *plan_of(int32_t mode)
{
    static const double share[PLACES] = {.02, .35, .5, .8, .995}, drift[PLACES] = {.06, .03, 0, -.02, 1e-4};
    static const double sigma[PLACES] = {.2, .05, 0, .01, 40}, sums[PLACES] = {.5, 4, 6, 8, 9};
    enum { LARGE = SKPI_URBAN_SIZE_LARGE, SMALL = SKPI_URBAN_SIZE_SMALL };
    static const int32_t size_class[PLACES] = {LARGE, SMALL, LARGE, SMALL, LARGE};
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = UINT64_C(0x123456789abcdef0), .n_draws = DRAWS, .mode = mode, .n_places = PLACES};
    const skpi_urban_ensemble_add_in walk = {.size = sizeof walk, .share = share, .drift = drift, .sigma = sigma};
    const skpi_urban_ensemble_add_in pull = {
        .size = sizeof pull, .share = share, .drift = drift, .sigma = sigma, .size_class = size_class};
    skpi_ensemble_plan *p = NULL;
    int32_t m[2], e[4];
    if (skpi_ensemble_plan_new(2026, YEARS, &o, &p) || skpi_urban_ensemble_add(p, &walk, m) < 0 ||
        skpi_urban_ensemble_add(p, &pull, m + 1) < 0 ||
        skpi_ensemble_plan_event(p, m[0], 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2030, share, e) ||
        skpi_ensemble_plan_event(p, m[1], 0, SKPI_ENSEMBLE_EVENT_PEAKED, 2033, NULL, e + 1) ||
        skpi_ensemble_plan_event(p, m[1], 0, SKPI_ENSEMBLE_EVENT_SUM_BELOW, 2037, sums, e + 2) ||
        skpi_ensemble_plan_all(p, 2, e, e + 3))
        exit(2);
    return p;
}

static skpi_ensemble_plan *fading_of(int32_t mode, int32_t sampling)
{
    static const double share[PLACES] = {.02, .35, .5, .8, .995}, drift[PLACES] = {.06, .03, 0, -.02, 1e-4};
    static const double sigma[PLACES] = {.2, .05, 0, .01, .3}, shock[PLACES] = {.01, 0, .02, .1, .001};
    static const double emission[PLACES] = {1e-3, 4e6, 1, 11.9, 50}, growth[PLACES] = {.004, .004, .004, .03, 0};
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = UINT64_C(0x123456789abcdef0), .n_draws = DRAWS, .mode = mode, .n_places = PLACES};
    skpi_ensemble_plan_options sampled = o;
    sampled.sampling = sampling;
    const skpi_urban_ensemble_add_in urban = {
        .size = sizeof urban, .share = share, .drift = drift, .sigma = sigma, .growth = growth, .drift_sigma = shock};
    const skpi_carbon_ensemble_add_in carbon = {.size = sizeof carbon,
                                                .emission = emission,
                                                .drift = drift,
                                                .sigma = sigma,
                                                .growth = growth,
                                                .drift_sigma = shock,
                                                .cumulative = emission};
    skpi_ensemble_plan *p = NULL;
    int32_t m[2], e[2], f;
    if (skpi_ensemble_plan_new(2026, YEARS, &sampled, &p) || skpi_urban_ensemble_add(p, &urban, m) < 0 ||
        skpi_carbon_ensemble_add(p, &carbon, m + 1) < 0 ||
        skpi_ensemble_plan_event(p, m[1], 0, SKPI_ENSEMBLE_EVENT_PEAKED, 2030, NULL, e) ||
        skpi_ensemble_plan_event(p, m[1], 1, SKPI_ENSEMBLE_EVENT_ABOVE, 2033, emission, e + 1) ||
        (sampling != SKPI_ENSEMBLE_SAMPLING_PLAIN &&
         (skpi_ensemble_plan_factor(p, NULL, &f) || skpi_ensemble_plan_load(p, m[0], 0, f, share))))
        exit(2);
    return p;
}

/* Urban shares and emissions that have a factor in common, sums of both over places, and a number of events. */
static skpi_ensemble_plan *joint_of(int32_t mode)
{
    static const double share[PLACES] = {.02, .35, .5, .8, .995}, drift[PLACES] = {.06, .03, 0, -.02, 1e-4};
    static const double sigma[PLACES] = {.2, .05, 0, .01, .3}, emission[PLACES] = {1e-3, 4e6, 1, 11.9, 50};
    static const double shock[PLACES] = {.02, .1, .06, .05, .03};
    static const double loading[PLACES] = {.9, -.4, .5, 0, 1}, weight[3 * YEARS] = {7, 1e-3, .1, 3e5, 2};
    static const int32_t model[3] = {0, 0, 1}, variable[3] = {0, 0, 1}, event[PLACES] = {0};
    static const uint64_t group[PLACES] = {3, 3, 1, 1, 0}, place[PLACES] = {1, 4, 1, 0, 3};
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = UINT64_C(0x123456789abcdef0), .n_draws = DRAWS, .mode = mode, .n_places = PLACES};
    const skpi_urban_ensemble_add_in urban = {.size = sizeof urban, .share = share, .drift = drift, .sigma = sigma};
    const skpi_carbon_ensemble_add_in carbon = {
        .size = sizeof carbon, .emission = emission, .drift = drift, .sigma = sigma, .drift_sigma = shock};
    const double half[1] = {1.5};
    skpi_ensemble_plan *p = NULL;
    int32_t m[2], f, e, a[2];
    if (skpi_ensemble_plan_new(2026, YEARS, &o, &p) || skpi_urban_ensemble_add(p, &urban, m) < 0 ||
        skpi_carbon_ensemble_add(p, &carbon, m + 1) < 0 || skpi_ensemble_plan_factor(p, group, &f) ||
        skpi_ensemble_plan_load(p, m[0], 0, f, loading) || skpi_ensemble_plan_load(p, m[1], 0, f, loading) ||
        skpi_ensemble_plan_event(p, m[0], 0, SKPI_ENSEMBLE_EVENT_REACHED_ABOVE, 2030, share, &e) ||
        skpi_ensemble_plan_aggregate(p, 3, model, variable, place, weight, a) ||
        skpi_ensemble_plan_aggregate_count(p, 3, event, place + 2, a + 1) ||
        skpi_ensemble_plan_aggregate_event(p, a[0], SKPI_ENSEMBLE_EVENT_PEAKED, 2030, 0, NULL, &e) ||
        skpi_ensemble_plan_aggregate_event(p, a[1], SKPI_ENSEMBLE_EVENT_ABOVE, 2037, 1, half, &e))
        exit(2);
    return p;
}

static skpi_ensemble_plan *factors_of(int32_t mode)
{
    enum { FACTORS = 3, PARTS = 3 };
    static const double factor[PLACES * FACTORS] = {1e-3, 4e6, 1, 11.9, 50, .01, 2, 3, 4, 5, 6, 7, 8, 9, 1};
    static const double sigma[PLACES * FACTORS] = {.2, .05, 0, .01, .3, .02, .03, 0, 0, 0, 0, 0, .1, .1, .2};
    static const double shock[PLACES * FACTORS] = {.01, 0, .02, .1, .001, .03, 0, .02, 0, .02, 0, .01, 0, .01, .02};
    static const double matrix[FACTORS * FACTORS] = {1, .5, -.3, .5, 1, .2, -.3, .2, 1};
    static const double correlation[PLACES] = {-1, -.3, 0, .5, 1}, loading[PLACES] = {.6, 0, 1, -.5, .1};
    const skpi_ensemble_plan_options o = {
        .size = sizeof o, .seed = UINT64_C(0x123456789abcdef0), .n_draws = DRAWS, .mode = mode, .n_places = PLACES};
    skpi_carbon_ensemble_add_kaya_in kaya = {.size = sizeof kaya,
                                             .n_factors = FACTORS,
                                             .factor = factor,
                                             .sigma = sigma,
                                             .drift_sigma = shock,
                                             .drift_correlation = matrix,
                                             .noise_correlation = matrix,
                                             .tcre = factor};
    const skpi_digital_ensemble_add_in parts = {.size = sizeof parts,
                                                .n_parts = PARTS,
                                                .part = factor,
                                                .sigma = sigma,
                                                .drift_sigma = shock,
                                                .correlation = correlation};
    skpi_ensemble_plan *p = NULL;
    int32_t m[4], e[2];
    if (skpi_ensemble_plan_new(2026, YEARS, &o, &p)) exit(2);
    for (uint32_t flags = 0; flags < 3; flags++) {
        kaya.flags = flags;
        if (skpi_carbon_ensemble_add_kaya(p, &kaya, m + flags) < 0) exit(2);
    }
    if (skpi_digital_ensemble_add(p, &parts, m + 3) < 0 || skpi_ensemble_plan_factor(p, NULL, e) ||
        skpi_ensemble_plan_load(p, m[2], 1, e[0], loading) || skpi_ensemble_plan_load(p, m[3], 1, e[0], loading) ||
        skpi_ensemble_plan_event(p, m[2], 3, SKPI_ENSEMBLE_EVENT_PEAKED, 2030, NULL, e) ||
        skpi_ensemble_plan_event(p, m[3], 0, SKPI_ENSEMBLE_EVENT_ABOVE, 2033, loading, e + 1))
        exit(2);
    return p;
}

enum { PLANS = 12 };
static skpi_ensemble_plan *plan_number(int i)
{
    const int32_t mode = i % 2 ? SKPI_ENSEMBLE_MODE_STREAM : SKPI_ENSEMBLE_MODE_EXACT;
    switch (i / 2) {
    case 0: return plan_of(mode);
    case 1: return fading_of(mode, SKPI_ENSEMBLE_SAMPLING_PLAIN);
    case 2: return joint_of(mode);
    case 3: return fading_of(mode, SKPI_ENSEMBLE_SAMPLING_ANTITHETIC);
    case 4: return fading_of(mode, SKPI_ENSEMBLE_SAMPLING_SOBOL);
    default: return factors_of(mode);
    }
}

int main(void)
{
    uint64_t first[PLANS] = {0};
    for (int m = 0; m < PLANS; m++)
        for (int32_t dispatch = SKPI_ENSEMBLE_DISPATCH_BEST; dispatch <= SKPI_ENSEMBLE_DISPATCH_X86_64_V4; dispatch++)
            for (int32_t threads = 1; threads <= 3; threads++) {
                const skpi_ensemble_result_run_options o = {.size = sizeof o, .threads = threads, .dispatch = dispatch};
                skpi_ensemble_plan *p = plan_number(m);
                skpi_ensemble_result *a = NULL;
                size_t n = 0;
                unsigned char *b = NULL;
                uint64_t h = SKPI__HASH_START;
                if (skpi__dispatch(dispatch)) {
                    if (skpi_ensemble_result_new(p, &a) || skpi_ensemble_result_run(a, p, &o) ||
                        skpi_ensemble_result_size(a, &n) || !(b = malloc(n)) || skpi_ensemble_result_write(a, n, b))
                        return 2;
                    for (size_t i = 0; i < n; i++) h = skpi__hash(h, b[i]);
                    if (!first[m]) first[m] = h;
                    if (h != first[m]) {
                        printf("plan %d, %s, %d threads: other bits\n", m, skpi_constant_name(dispatch), (int)threads);
                        return 1;
                    }
                }
                free(b);
                skpi_ensemble_result_free(a);
                skpi_ensemble_plan_free(p);
            }
    for (int m = 0; m < PLANS; m++) printf("%s%016llx", m ? " " : "", (unsigned long long)first[m]);
    putchar('\n');
    return 0;
}

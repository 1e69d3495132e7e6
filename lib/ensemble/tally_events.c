/* Events and milestones (tally_events.h).
 *
 * A mask of an event is set or narrowed in each year that the event looks at.  A milestone keeps the year of each draw:
 * that of the largest value so far, the first at the threshold, or the one after the last that missed it. */
#include "ensemble/tally_events.h"
#include <math.h>
#include "ensemble/gather.h"

enum { WORDS = SKPI__BLOCK / 64 };

static uint64_t mask_of_first(size_t n, size_t word) /* bits of the first n draws; later draws do not count */
{
    return n >= 64 * word + 64 ? UINT64_MAX : n > 64 * word ? (UINT64_C(1) << (n - 64 * word)) - 1 : 0;
}

static void mask_below(const skpi__block_kernel *kernel, const double *x, size_t n, double threshold, uint64_t *mask)
{
    kernel->above(x, n, nextafter(threshold, INFINITY), mask);
    for (size_t i = 0; i < WORDS; i++) mask[i] = ~mask[i] & mask_of_first(n, i);
}

static int event_looks_below(int32_t kind)
{
    return kind == SKPI_ENSEMBLE_EVENT_BELOW || kind == SKPI_ENSEMBLE_EVENT_SUM_BELOW ||
           kind == SKPI_ENSEMBLE_EVENT_REACHED_BELOW || kind == SKPI_ENSEMBLE_EVENT_KEPT_BELOW;
}
static int event_reaches(int32_t kind)
{
    return kind == SKPI_ENSEMBLE_EVENT_REACHED_ABOVE || kind == SKPI_ENSEMBLE_EVENT_REACHED_BELOW;
}

/* The draws whose value is at the threshold of an event. */
static void mask_at(const skpi__block_kernel *kernel, const skpi__event *e, size_t place, size_t k, const double *u,
                    size_t n, uint64_t *mask)
{
    const double threshold = skpi__event_threshold(e, place, k);
    if (event_looks_below(e->kind))
        mask_below(kernel, u, n, threshold, mask);
    else
        kernel->above(u, n, threshold, mask);
}

static void event_year(const skpi__run *run, const skpi__event *e, size_t place, size_t k, size_t n, const double *u,
                       const double *sum, const uint64_t *higher, uint64_t *mask)
{
    uint64_t at[WORDS];
    const int reaches = event_reaches(e->kind);
    const int kept = e->kind == SKPI_ENSEMBLE_EVENT_KEPT_ABOVE || e->kind == SKPI_ENSEMBLE_EVENT_KEPT_BELOW;
    if (e->kind == SKPI_ENSEMBLE_EVENT_PEAKED) {
        for (size_t j = 0; k == e->year && j < WORDS; j++) mask[j] = mask_of_first(n, j);
        for (size_t j = 0; k > e->year && j < WORDS; j++) mask[j] &= ~higher[j];
    } else if (k == e->year && !reaches) {
        mask_at(run->kernel, e, place, k, e->kind == SKPI_ENSEMBLE_EVENT_SUM_BELOW ? sum : u, n, mask);
    } else if ((reaches && k <= e->year) || (kept && k > e->year)) {
        mask_at(run->kernel, e, place, k, u, n, at);
        for (size_t j = 0; j < WORDS; j++) mask[j] = kept ? mask[j] & at[j] : k ? mask[j] | at[j] : at[j];
    }
}

static void milestone_year(const skpi__run *run, const skpi__event *e, size_t place, size_t k, const double *u,
                           const uint64_t *higher, uint64_t *open, uint16_t *year)
{
    const size_t never = run->plan->sizes.n_years;
    uint64_t at[WORDS];
    if (!k)
        for (size_t i = 0; i < SKPI__BLOCK; i++) year[i] = event_reaches(e->kind) ? (uint16_t)never : 0;
    if (e->kind == SKPI_ENSEMBLE_EVENT_PEAKED) {
        run->kernel->stamp(higher, (uint16_t)k, year);
        return;
    }
    mask_at(run->kernel, e, place, k, u, SKPI__BLOCK, at);
    if (!event_reaches(e->kind)) { /* kept from the year after the last that missed it */
        for (size_t j = 0; j < WORDS; j++) at[j] = ~at[j];
        run->kernel->stamp(at, (uint16_t)(k + 1), year);
        return;
    }
    for (size_t j = 0; j < WORDS; j++) {
        at[j] &= k ? open[j] : UINT64_MAX;
        open[j] = (k ? open[j] : UINT64_MAX) & ~at[j];
    }
    run->kernel->stamp(at, (uint16_t)k, year);
}

void skpi__tally_events(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t n,
                        size_t offset, const double *u)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t row = run->room / 64;
    double *sum = NULL;
    uint64_t higher[WORDS];
    if (run->gathers) skpi__gather_values(run, w, series, place, k, offset, u);
    if (run->need[series * s->n_years + k] & SKPI__SUMMED) {
        sum = w->slot + run->sum[series] * run->room + offset;
        if (k)
            run->kernel->add(u, sum);
        else
            memcpy(sum, u, SKPI__BLOCK * sizeof *u);
    }
    if (run->top[series] != SIZE_MAX) {
        double *top = w->slot + run->top[series] * run->room + offset;
        if (k) {
            run->kernel->rise(u, top, higher);
        } else {
            memcpy(top, u, SKPI__BLOCK * sizeof *u);
            memset(higher, 255, sizeof higher);
        }
    }
    for (size_t i = 0; i < s->n_events; i++) {
        const skpi__event *e = run->plan->event + i;
        if (e->kind != SKPI__EVENT_ALL && e->series == series)
            event_year(run, e, place, k, n, u, sum, higher, w->mask + i * row + offset / 64);
    }
    for (size_t i = 0; i < s->n_milestones; i++) {
        const skpi__event *e = run->plan->milestone + i;
        if (e->series == series)
            milestone_year(run, e, place, k, u, higher, w->open + i * row + offset / 64,
                           w->year + i * run->room + offset);
    }
}

void skpi__tally_count_events(const skpi__run *run, skpi__worker *w, size_t blocks, uint64_t *count, uint64_t *pair)
{
    const size_t row = run->room / 64, words = blocks * WORDS;
    const int pairs = skpi__sizes_pairs(&run->plan->sizes) > 0;
    for (size_t i = 0; i < run->plan->sizes.n_events; i++) {
        const skpi__event *e = run->plan->event + i;
        uint64_t *mask = w->mask + i * row, n = 0;
        for (size_t j = 0; j < e->n_of; j++)
            for (size_t l = 0; l < words; l++) mask[l] = (j ? mask[l] : UINT64_MAX) & w->mask[e->of[j] * row + l];
        for (size_t l = 0; l < words; l++) n += (uint64_t)__builtin_popcountll(mask[l]);
        count[i] += n;
        for (size_t l = 0; pairs && l < words; l++) /* draws d and 256 + d of a block */
            if (l % WORDS < WORDS / 2) pair[i] += (uint64_t)__builtin_popcountll(mask[l] & mask[l + WORDS / 2]);
    }
}

void skpi__tally_count_milestones(const skpi__run *run, const skpi__worker *w, size_t n, uint64_t *count)
{
    const skpi__sizes *s = &run->plan->sizes;
    for (size_t i = 0; i < s->n_milestones; i++)
        for (size_t d = 0; d < n; d++) count[i * (s->n_years + 1) + w->year[i * run->room + d]]++;
}

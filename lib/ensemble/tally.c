/* A block of draws goes from year to year; in each year it adds to sums, bins and events. */
#include "ensemble/tally.h"
#include <math.h>

void skpi__tally_carry(const skpi__run *run, skpi__worker *w, size_t model, size_t place, ptrdiff_t k, uint64_t block,
                       size_t offset)
{
    const skpi_ensemble_plan *plan = run->plan;
    const skpi__model *m = plan->model + model;
    const int32_t year = plan->sizes.first_year + (int32_t)k;
    for (size_t c = 0; c < m->n_columns; c++) w->at[c] = w->column + c * run->room + offset;
    const skpi__model_block b = {.random = run->random,
                                 .kernel = run->kernel,
                                 .stream = {.seed = plan->seed,
                                            .model = (uint32_t)model,
                                            .year = (uint32_t)year,
                                            .place = (uint32_t)plan->place_id[place]},
                                 .place = place,
                                 .k = k < 0 ? 0 : (size_t)k,
                                 .number = block,
                                 .column = w->at,
                                 .word = w->word,
                                 .work = w->work};
    (k < 0 ? m->start : m->step)(m->parameters, &b);
}

void skpi__tally_ranges(const skpi__run *run, skpi__worker *w, size_t place)
{
    const skpi__sizes *s = &run->plan->sizes;
    for (size_t m = 0; m < s->n_models; m++)
        for (size_t i = s->first[m]; i < s->first[m + 1]; i++)
            run->plan->model[m].range(run->plan->model[m].parameters, place, i - s->first[m], s->n_years,
                                      w->range + i * s->n_years);
}

static uint64_t mask_of_first(size_t n, size_t word) /* bits of the first n draws; later draws do not count */
{
    return n >= 64 * word + 64 ? UINT64_MAX : n > 64 * word ? (UINT64_C(1) << (n - 64 * word)) - 1 : 0;
}

static void mask_below(const skpi__block_kernel *kernel, const double *x, size_t n, double threshold, uint64_t *mask)
{
    kernel->above(x, n, nextafter(threshold, INFINITY), mask);
    for (size_t i = 0; i < SKPI__BLOCK / 64; i++) mask[i] = ~mask[i] & mask_of_first(n, i);
}

static void tally_events(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t n,
                         size_t offset, const double *u)
{
    const skpi__sizes *s = &run->plan->sizes;
    double *sum = NULL, *top = NULL;
    if (run->need[series * s->n_years + k] & SKPI__SUMMED) {
        sum = w->slot + run->sum[series] * run->room + offset;
        for (size_t i = 0; i < SKPI__BLOCK; i++) sum[i] = k ? sum[i] + u[i] : u[i];
    }
    uint64_t higher[SKPI__BLOCK / 64] = {0};
    if (run->top[series] != SIZE_MAX) {
        top = w->slot + run->top[series] * run->room + offset;
        for (size_t i = 0; i < SKPI__BLOCK; i++) higher[i / 64] |= (uint64_t)(k == 0 || u[i] > top[i]) << i % 64;
        for (size_t i = 0; i < SKPI__BLOCK; i++) top[i] = k == 0 || u[i] > top[i] ? u[i] : top[i];
    }
    for (size_t i = 0; i < s->n_events; i++) {
        const skpi__event *e = run->plan->event + i;
        uint64_t *mask = w->mask + i * (run->room / 64) + offset / 64;
        if (e->kind == SKPI__EVENT_ALL || e->series != series) continue;
        if (k == e->year) {
            switch (e->kind) {
            case SKPI_ENSEMBLE_EVENT_ABOVE: run->kernel->above(u, n, e->threshold[place], mask); break;
            case SKPI_ENSEMBLE_EVENT_BELOW: mask_below(run->kernel, u, n, e->threshold[place], mask); break;
            case SKPI_ENSEMBLE_EVENT_SUM_BELOW: mask_below(run->kernel, sum, n, e->threshold[place], mask); break;
            default:
                for (size_t j = 0; j < SKPI__BLOCK / 64; j++) mask[j] = mask_of_first(n, j);
            }
        } else if (k > e->year && e->kind == SKPI_ENSEMBLE_EVENT_PEAKED) {
            for (size_t j = 0; j < SKPI__BLOCK / 64; j++) mask[j] &= ~higher[j];
        }
    }
}

/* Adds up values that are not shares, as whole multiples of a unit. */
static skpi_status tally_sum(const skpi__run *run, const double *u, size_t n, const skpi__model_range *range,
                             size_t series, skpi__total *total)
{
    double low, high;
    run->kernel->range(u, n, &low, &high);
    if (!(low * range->scale >= -0x1p51 && high * range->scale <= 0x1p51))
        return skpi__fail(skpi__here("skpi_ensemble_result_run"), SKPI_EOVERFLOW, "plan", -low > high ? low : high,
                          "is a draw too large for the sums of variable %zu", series);
    skpi__total_add(total, run->kernel->sum(u, n, range->scale));
    return SKPI_OK;
}

skpi_status skpi__tally_variable(const skpi__run *run, skpi__worker *w, size_t series, size_t place, size_t k, size_t n,
                                 size_t offset, uint16_t *id, uint32_t *count)
{
    const skpi__sizes *s = &run->plan->sizes;
    const skpi__block_kernel *kernel = run->kernel;
    size_t m = 0;
    while (s->first[m + 1] <= series) m++;
    const size_t cell = series * s->n_years + k;
    const double *x = w->column + (series - s->first[m]) * run->room + offset, *u = x;
    const int near = w->range[cell].bound <= SKPI__LOGISTIC_NEAR, share = s->form[series] == SKPI__FORM_SHARE;
    if (share && !run->need[cell]) {
        const uint64_t sum =
            s->quantiles ? kernel->share(x, n, near, w->bins + cell, id, count) : kernel->share_sum(x, n, near);
        skpi__total_add(w->total + cell, (int64_t)sum);
        return SKPI_OK;
    }
    if (s->quantiles) kernel->bin(x, n, w->bins + cell, id, count);
    if (s->form[series] != SKPI__FORM_VALUE) {
        (share ? near ? kernel->logistic_near : kernel->logistic : kernel->exp)(x, w->value);
        u = w->value;
    }
    if (run->need[cell]) tally_events(run, w, series, place, k, n, offset, u);
    if (!share) return tally_sum(run, u, n, w->range + cell, series - s->first[m], w->total + cell);
    skpi__total_add(w->total + cell, (int64_t)kernel->sum_of_shares(u, n));
    return SKPI_OK;
}

void skpi__tally_count_events(const skpi__run *run, skpi__worker *w, size_t blocks, uint64_t *count)
{
    const size_t row = run->room / 64, words = blocks * (SKPI__BLOCK / 64);
    for (size_t i = 0; i < run->plan->sizes.n_events; i++) {
        const skpi__event *e = run->plan->event + i;
        uint64_t *mask = w->mask + i * row, n = 0;
        for (size_t j = 0; j < e->n_of; j++)
            for (size_t l = 0; l < words; l++) mask[l] = (j ? mask[l] : UINT64_MAX) & w->mask[e->of[j] * row + l];
        for (size_t l = 0; l < words; l++) n += (uint64_t)__builtin_popcountll(mask[l]);
        count[i] += n;
    }
}

void skpi__tally_values(const skpi__block_kernel *kernel, skpi__form form, size_t n, double *x)
{
    double in[SKPI__BLOCK] = {0}, out[SKPI__BLOCK];
    if (form == SKPI__FORM_VALUE) return;
    for (size_t i = 0; i < n; i += SKPI__BLOCK) {
        const size_t m = n - i < SKPI__BLOCK ? n - i : SKPI__BLOCK;
        memcpy(in, x + i, m * sizeof *x);
        (form == SKPI__FORM_SHARE ? kernel->logistic : kernel->exp)(in, out);
        memcpy(x + i, out, m * sizeof *x);
    }
}

double skpi__tally_mean(skpi__form form, double unit, skpi__total total, uint64_t n)
{
    return skpi__total_value(total) / (double)n * (form == SKPI__FORM_SHARE ? SKPI__SHARE_UNIT : unit);
}

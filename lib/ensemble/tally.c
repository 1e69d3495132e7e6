/* A block of draws goes from year to year; in each year it adds to sums, bins and events. */
#include "ensemble/tally.h"
#include <math.h>
#include "ensemble/gather.h"
#include "ensemble/ranges.h"
#include "ensemble/tally_events.h"

skpi__model_block skpi__tally_block(const skpi__run *run, const skpi__worker *w, size_t model, size_t place)
{
    const skpi_ensemble_plan *plan = run->plan;
    return (skpi__model_block){
        .random = run->random,
        .kernel = run->kernel,
        .stream = {.seed = plan->seed, .model = (uint32_t)model, .place = (uint32_t)plan->place_id[place]},
        .plan = plan,
        .kept = w->kept,
        .anchors = w->anchors,
        .model = model,
        .place = place,
        .scratch = w->scratch + run->scratch_at[model],
        .column = w->at,
        .word = w->word,
        .work = w->work};
}

void skpi__tally_year(const skpi__run *run, skpi__model_block *b, size_t k)
{
    b->k = k;
    b->stream.year = (uint32_t)(run->plan->sizes.first_year + (int32_t)k);
}

/* Lays the columns of a block. */
static const skpi__model *tally_lay(const skpi__run *run, skpi__worker *w, skpi__model_block *b, uint64_t number,
                                    size_t offset)
{
    const skpi__model *m = run->plan->model + b->model;
    for (size_t c = 0; c < m->n_columns; c++) w->at[c] = w->column + c * run->room + offset;
    b->number = number;
    return m;
}

void skpi__tally_start(const skpi__run *run, skpi__worker *w, skpi__model_block *b, uint64_t number, size_t offset)
{
    const skpi__model *m = tally_lay(run, w, b, number, offset);
    m->start(m->parameters, b);
}

void skpi__tally_step(const skpi__run *run, skpi__worker *w, skpi__model_block *b, uint64_t number, size_t offset)
{
    const skpi__model *m = tally_lay(run, w, b, number, offset);
    m->step(m->parameters, b);
}

void skpi__tally_begin(const skpi__run *run, skpi__worker *w, size_t place)
{
    const skpi__sizes *s = &run->plan->sizes;
    skpi__ranges(run->plan, place, w->range);
    for (size_t m = 0; m < s->n_models; m++) {
        const skpi__model *model = run->plan->model + m;
        if (model->scratch) model->prepare(model->parameters, place, s->n_years, w->scratch + run->scratch_at[m]);
    }
}

/* Adds up values that are not shares, as whole multiples of a unit.  They are looked at unless their bound fits. */
static skpi_status tally_sum(const skpi__run *run, const double *u, size_t n, const skpi__model_range *range,
                             double bound, size_t series, skpi__total *total)
{
    double low = -bound, high = bound;
    if (!(bound * range->scale <= 0x1p51)) run->kernel->range(u, n, &low, &high);
    if (!(low * range->scale >= -0x1p51 && high * range->scale <= 0x1p51))
        return skpi__fail(skpi__here("skpi_ensemble_result_run"), SKPI_EOVERFLOW, "plan", -low > high ? low : high,
                          "is a draw too large for the sums of variable %zu", series);
    skpi__total_add(total, run->kernel->sum(u, n, range->scale));
    return SKPI_OK;
}

/* Where the bins of a series are counted in a worker. */
static skpi__counted tally_count(const skpi__run *run, const skpi__worker *w, size_t v, size_t cell, size_t offset)
{
    const int exact = run->plan->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT;
    return (skpi__counted){.bins = w->bins[cell],
                           .id = w->id + v * run->room + offset,
                           .count = w->count + (exact ? v : cell) * SKPI__BINS,
                           .scale = w->range[cell].scale};
}

/* A whole block of a variable in the form of exp and of its running sum, in one pass. */
static skpi_status tally_emission(const skpi__run *run, skpi__worker *w, size_t series, size_t v, size_t place,
                                  size_t k, size_t offset)
{
    const size_t cell = series * run->plan->sizes.n_years + k, next = cell + run->plan->sizes.n_years;
    const int near = w->range[cell].bound * run->stretch <= SKPI__LOGISTIC_NEAR;
    skpi__counted of = tally_count(run, w, v, cell, offset), of_sum = tally_count(run, w, v + 1, next, offset);
    double *sum = w->at[v + 1];
    if (!run->kernel->emit(w->at[v], near, w->value, sum, &of, &of_sum))
        return skpi__refuse(skpi__here("skpi_ensemble_result_run"), SKPI_EOVERFLOW, "plan",
                            "has a draw too large for the sums of variable %zu or %zu", v, v + 1);
    skpi__total_add(w->total + cell, of.sum);
    skpi__total_add(w->total + next, of_sum.sum);
    if (run->need[cell]) skpi__tally_events(run, w, series, place, k, SKPI__BLOCK, offset, w->value);
    if (run->need[next]) skpi__tally_events(run, w, series + 1, place, k, SKPI__BLOCK, offset, sum);
    return SKPI_OK;
}

void skpi__tally_parts(const skpi__run *run, skpi__worker *w, size_t model)
{
    const skpi__sizes *s = &run->plan->sizes;
    if (s->form[s->first[model]] == SKPI__FORM_PART)
        run->kernel->parts((const double *const *)(w->at + SKPI__PARTS), 0, w->at, NULL);
}

/* The parts of a whole: a whole block in one pass, if there are quantiles. */
static void tally_parts(const skpi__run *run, skpi__worker *w, size_t model, size_t place, size_t k, size_t n,
                        size_t offset)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t first = s->first[model];
    const int fused = s->quantiles && n == SKPI__BLOCK;
    skpi__counted of[SKPI__PARTS];
    if (fused) {
        const int near = w->range[first * s->n_years + k].bound * run->stretch <= SKPI__PARTS_FAR;
        for (size_t v = 0; v < SKPI__PARTS; v++) of[v] = tally_count(run, w, v, (first + v) * s->n_years + k, offset);
        run->kernel->parts((const double *const *)(w->at + SKPI__PARTS), near, w->at, of);
    } else {
        skpi__tally_parts(run, w, model);
    }
    for (size_t v = 0; v < SKPI__PARTS; v++) {
        const size_t cell = (first + v) * s->n_years + k;
        if (!fused) {
            const skpi__counted c = s->quantiles ? tally_count(run, w, v, cell, offset) : (skpi__counted){.id = NULL};
            if (s->quantiles) run->kernel->bin(w->at[v], n, &c.bins, c.id, c.count);
            of[v].sum = (int64_t)run->kernel->sum_of_shares(w->at[v], n);
        }
        skpi__total_add(w->total + cell, of[v].sum);
        if (run->need[cell]) skpi__tally_events(run, w, first + v, place, k, n, offset, w->at[v]);
    }
}

static void tally_share(const skpi__run *run, skpi__worker *w, size_t series, size_t v, size_t place, size_t k,
                        size_t n, size_t offset)
{
    const skpi__sizes *s = &run->plan->sizes;
    const skpi__block_kernel *kernel = run->kernel;
    const size_t cell = series * s->n_years + k;
    const double *x = w->at[v];
    const int near = w->range[cell].bound * run->stretch <= SKPI__LOGISTIC_NEAR;
    double *values = run->need[cell] ? w->value : NULL;
    skpi__counted of = s->quantiles ? tally_count(run, w, v, cell, offset) : (skpi__counted){.id = NULL};
    if (s->quantiles && values && skpi__gather_shares(run, w, series, place, k, n, offset, near, x, &of)) {
        values = NULL;
    } else if (s->quantiles) {
        kernel->share(x, n, near, &of, values, NULL);
    } else if (values) {
        (near ? kernel->logistic_near : kernel->logistic)(x, values);
        of.sum = (int64_t)kernel->sum_of_shares(values, n);
    } else {
        of.sum = (int64_t)kernel->share_sum(x, n, near);
    }
    skpi__total_add(w->total + cell, of.sum);
    if (values) skpi__tally_events(run, w, series, place, k, n, offset, values);
}

static skpi_status tally_variable(const skpi__run *run, skpi__worker *w, size_t series, size_t v, size_t place,
                                  size_t k, size_t n, size_t offset)
{
    const skpi__sizes *s = &run->plan->sizes;
    const skpi__block_kernel *kernel = run->kernel;
    const size_t cell = series * s->n_years + k;
    const double *x = w->at[v], *u = x;
    if (s->form[series] == SKPI__FORM_SHARE) {
        tally_share(run, w, series, v, place, k, n, offset);
        return SKPI_OK;
    }
    if (s->quantiles) {
        const skpi__counted of = tally_count(run, w, v, cell, offset);
        kernel->bin(x, n, &of.bins, of.id, of.count);
    }
    double bound = w->range[cell].bound;
    if (s->form[series] == SKPI__FORM_EXP) {
        kernel->exp(x, w->value);
        u = w->value;
        bound = (double)INFINITY; /* that of x is none of u */
    }
    const skpi_status status = tally_sum(run, u, n, w->range + cell, bound, v, w->total + cell);
    /* a draw that is refused is added to no aggregate, from which it could not be taken back */
    if (!status && run->need[cell]) skpi__tally_events(run, w, series, place, k, n, offset, u);
    return status;
}

skpi_status skpi__tally_model(const skpi__run *run, skpi__worker *w, size_t model, size_t place, size_t k, size_t n,
                              size_t offset)
{
    const skpi__sizes *s = &run->plan->sizes;
    const size_t first = s->first[model], end = s->first[model + 1];
    skpi_status status = SKPI_OK;
    if (s->form[first] == SKPI__FORM_PART) {
        tally_parts(run, w, model, place, k, n, offset);
        return SKPI_OK;
    }
    for (size_t i = first; i < end && !status; i++) {
        const int sums = i + 1 < end && s->form[i + 1] == SKPI__FORM_SUMMED;
        if (sums && s->quantiles && n == SKPI__BLOCK) {
            status = tally_emission(run, w, i, i - first, place, k, offset);
            i++;
            continue;
        }
        status = tally_variable(run, w, i, i - first, place, k, n, offset);
        if (sums) run->kernel->add(w->value, w->at[i + 1 - first]);
    }
    return status;
}

void skpi__tally_sums(const skpi__run *run, skpi__worker *w, size_t model)
{
    const skpi__sizes *s = &run->plan->sizes;
    for (size_t i = s->first[model], v = 0; i < s->first[model + 1]; i++, v++)
        if (s->form[i] == SKPI__FORM_SUMMED) {
            run->kernel->exp(w->at[v - 1], w->value);
            run->kernel->add(w->value, w->at[v]);
        }
}

void skpi__tally_values(const skpi__block_kernel *kernel, skpi__form form, size_t n, double *x)
{
    double in[SKPI__BLOCK] = {0}, out[SKPI__BLOCK];
    if (form != SKPI__FORM_SHARE && form != SKPI__FORM_EXP) return;
    for (size_t i = 0; i < n; i += SKPI__BLOCK) {
        const size_t m = n - i < SKPI__BLOCK ? n - i : SKPI__BLOCK;
        memcpy(in, x + i, m * sizeof *x);
        (form == SKPI__FORM_SHARE ? kernel->logistic : kernel->exp)(in, out);
        memcpy(x + i, out, m * sizeof *x);
    }
}

double skpi__tally_mean(skpi__form form, double unit, skpi__total total, uint64_t n)
{
    return skpi__total_value(total) / (double)n * (skpi__form_is_share(form) ? SKPI__SHARE_UNIT : unit);
}

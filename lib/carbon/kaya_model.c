/* The model of a product of factors (kaya_model.h).
 *
 * Columns: the logarithm of the product, the running sum, with levels those of the factors, and h of each factor.  There
 * are always columns for four factors, because the kernel moves four. */
#include "carbon/kaya_model.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "ensemble/hash.h"
#include "ensemble/shock.h"

enum { N = SKPI__BLOCK, MOST = SKPI__FACTORS_MOST, KIND = 202 };

static const skpi__form kaya_form[2 + MOST] = {SKPI__FORM_EXP, SKPI__FORM_SUMMED, SKPI__FORM_EXP,
                                               SKPI__FORM_EXP, SKPI__FORM_EXP,    SKPI__FORM_EXP};

void skpi__kaya_free(void *parameters)
{
    skpi__kaya *m = parameters;
    free(m->step);
    free(m->sum);
    free(m->walk);
    free(m);
}

static void kaya_start(const void *parameters, const skpi__model_block *b)
{
    const skpi__kaya *m = parameters;
    const skpi__walk *walk = m->walk + b->place * m->n;
    const size_t n_columns = 2 + (m->levels ? 2 : 1) * MOST;
    double start[2 + 2 * MOST] = {0};
    for (size_t f = 0; f < m->n; f++) {
        start[0] = start[0] + walk[f].start;
        if (m->levels) start[2 + f] = walk[f].start;
    }
    start[1] = m->sum[b->place];
    for (size_t c = 0; c < n_columns; c++)
        for (size_t i = 0; i < N; i++) b->column[c][i] = start[c];
}

static skpi__walk_product kaya_begin(const skpi__kaya *m, size_t place)
{
    return skpi__walk_product_begin(m->n, m->walk + place * m->n, m->change, m->noise);
}

/* The step of year k. */
static void kaya_next(const skpi__kaya *m, size_t place, size_t k, skpi__walk_product *p, skpi__product_step *step)
{
    skpi__walk_product_next(p, step);
    if (!m->step) return;
    step->drift = 0;
    for (size_t f = 0; f < m->n; f++) {
        step->own_drift[f] = m->step[(place * m->n_years + k) * m->n + f];
        step->drift = step->drift + step->own_drift[f];
    }
}

static void kaya_prepare(const void *parameters, size_t place, size_t n_years, void *scratch)
{
    const skpi__kaya *m = parameters;
    skpi__walk_product p = kaya_begin(m, place);
    for (size_t k = 0; k < n_years; k++) kaya_next(m, place, k, &p, (skpi__product_step *)scratch + k);
}

static void kaya_step(const void *parameters, const skpi__model_block *b)
{
    const skpi__kaya *m = parameters;
    _Alignas(64) double z[MOST * N];
    for (size_t f = 0; f < m->n; f++) skpi__shock(b, (uint32_t)f, z + f * N);
    memset(z + m->n * N, 0, (MOST - m->n) * N * sizeof *z);
    b->random->product((const skpi__product_step *)b->scratch + b->k, SKPI__WALK_FADING, z,
                       b->column + (m->levels ? 2 + MOST : 2), b->column[0], m->levels ? b->column + 2 : NULL);
}

/* The closed form of a year of the product, or of a factor: a walk, and how far the largest normal numbers lead. */
void skpi__kaya_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    const skpi__kaya *m = parameters;
    skpi__walk_product p = kaya_begin(m, place);
    const skpi__walk sum = skpi__walk_product_sum(&p), *w = variable < 2 ? &sum : m->walk + place * m->n + variable - 2;
    const size_t from = variable < 2 ? 0 : variable - 2, end = variable < 2 ? m->n : variable - 1;
    double x = w->start, h[MOST] = {0}, far = 0, c = 0, squares = 0;
    for (size_t k = 0; k < n_years; k++) {
        skpi__product_step step;
        kaya_next(m, place, k, &p, &step);
        x = x + (variable < 2 ? step.drift : step.own_drift[variable - 2]);
        for (size_t f = from; f < end; f++) {
            double now = 0, next = 0;
            for (size_t j = 0; j < m->n; j++) now += fabs(step.weight[f][j]), next += fabs(step.gain[f][j]);
            far += h[f] + now * SKPI__NORMAL_MAX;
            h[f] = SKPI__WALK_FADING * h[f] + next * SKPI__NORMAL_MAX;
        }
        c = 1 + SKPI__WALK_FADING * c;
        squares += c * c;
        range[k].centre = variable == 1 ? m->sum[place] : x;
        range[k].spread = sqrt(w->sigma * w->sigma * (double)(k + 1) + w->drift_sigma * w->drift_sigma * squares);
        range[k].bound = fabs(x) + far;
        range[k].scale = 1;
    }
}

/* The product alone: a walk of one shock. */
skpi__walk_model *skpi__kaya_product(const skpi__kaya *m)
{
    skpi__walk_model *one = skpi__walk_model_new(m->n_places, m->n_years, m->step != NULL);
    for (size_t i = 0; one && i < m->n_places; i++) {
        const skpi__walk_product p = kaya_begin(m, i);
        one->place[i].walk = skpi__walk_product_sum(&p);
        one->place[i].sum = m->sum[i];
        for (size_t k = 0; m->step && k < m->n_years; k++)
            for (size_t f = 0; f < m->n; f++)
                one->step[i * m->n_years + k] =
                    one->step[i * m->n_years + k] + m->step[(i * m->n_years + k) * m->n + f];
    }
    return one;
}

skpi__model skpi__kaya_model_of(skpi__kaya *m)
{
    skpi__model model = {.n_variables = m->levels ? 2 + m->n : 2,
                         .n_columns = 2 + (m->levels ? 2 : 1) * MOST,
                         .n_shocks = m->n,
                         .form = kaya_form,
                         .parameters = m,
                         .free = skpi__kaya_free,
                         .start = kaya_start,
                         .step = kaya_step,
                         .range = skpi__kaya_range,
                         .scratch = m->n_years * sizeof(skpi__product_step),
                         .prepare = kaya_prepare};
    uint64_t h = skpi__hash(skpi__hash(SKPI__HASH_START, KIND), m->n);
    h = skpi__hash(h, (m->step ? 1u : 0u) + (m->levels ? 2u : 0u));
    for (size_t i = 0; i < m->n_places * m->n; i++) {
        const skpi__walk *w = m->walk + i;
        h = skpi__hash_double(skpi__hash_double(skpi__hash_double(h, w->start), w->growth), w->excess);
        h = skpi__hash_double(skpi__hash_double(h, w->sigma), w->drift_sigma);
    }
    h = skpi__hash_doubles(skpi__hash_doubles(h, m->n * m->n, m->change), m->n * m->n, m->noise);
    h = skpi__hash_doubles(h, m->n_places, m->sum);
    model.fingerprint = m->step ? skpi__hash_doubles(h, m->n_places * m->n_years * m->n, m->step) : h;
    return model;
}

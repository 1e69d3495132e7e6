/* The model of three parts of a whole (parts_model.h).
 *
 * The first log-ratio is moved by shock 0, z_0, the second one by r z_0 + sqrt(1 - r^2) z_1, r their correlation.  Each is
 * a walk by its innovations.  Columns: the parts, which the engine computes, the log-ratios, and h of both. */
#include "digital/parts_model.h"
#include <math.h>
#include <stdlib.h>
#include "core/size.h"
#include "ensemble/hash.h"
#include "ensemble/shock.h"

enum { N = SKPI__BLOCK, Y = SKPI__PARTS, H = SKPI__PARTS + SKPI__RATIOS, COLUMNS = H + SKPI__RATIOS, KIND = 401 };

static const skpi__form parts_form[SKPI__PARTS] = {SKPI__FORM_PART, SKPI__FORM_PART, SKPI__FORM_PART};

skpi__parts *skpi__parts_new(size_t n_places, size_t n_years)
{
    skpi__parts *m = skpi__alloc(1, 1, sizeof *m);
    if (!m) return NULL;
    *m = (skpi__parts){.n_places = n_places, .n_years = n_years};
    int good = (m->correlation = skpi__alloc(n_places, 1, sizeof *m->correlation)) != NULL;
    for (size_t j = 0; j < SKPI__RATIOS; j++)
        good &= (m->ratio[j] = skpi__walk_model_new(n_places, n_years, 0)) != NULL;
    if (good) return m;
    skpi__parts_free(m);
    return NULL;
}

void skpi__parts_free(void *parameters)
{
    skpi__parts *m = parameters;
    if (!m) return;
    for (size_t j = 0; j < SKPI__RATIOS; j++) skpi__walk_model_free(m->ratio[j]);
    free(m->correlation);
    free(m);
}

static void parts_start(const void *parameters, const skpi__model_block *b)
{
    const skpi__parts *m = parameters;
    for (size_t j = 0; j < SKPI__RATIOS; j++) {
        const double start = m->ratio[j]->place[b->place].walk.start;
        for (size_t i = 0; i < N; i++) b->column[Y + j][i] = start;
        for (size_t i = 0; i < N; i++) b->column[H + j][i] = 0;
    }
}

static void parts_prepare(const void *parameters, size_t place, size_t n_years, void *scratch)
{
    const skpi__parts *m = parameters;
    for (size_t j = 0; j < SKPI__RATIOS; j++)
        skpi__walk_gains(&m->ratio[j]->place[place].walk, n_years, (skpi__walk_gain *)scratch + j * n_years);
}

static void parts_move(const skpi__model_block *b, const double *z, const skpi__walk_gain *gain, size_t j)
{
    if (gain->gain > 0)
        b->random->innovate_by(z, gain->drift, gain->s, SKPI__WALK_FADING, gain->gain, b->column[H + j],
                               b->column[Y + j]);
    else
        b->random->walk_by(z, gain->drift, gain->s, b->column[Y + j]);
}

static void parts_step(const void *parameters, const skpi__model_block *b)
{
    const skpi__parts *m = parameters;
    const skpi__walk_gain *gain = (const skpi__walk_gain *)b->scratch + b->k;
    const double r = m->correlation[b->place], rest = sqrt(1 - r * r);
    _Alignas(64) double z[N], both[N];
    skpi__shock(b, 0, z);
    parts_move(b, z, gain, 0);
    b->random->load(r, z, 1, both);
    skpi__shock(b, 1, z);
    b->random->load(rest, z, 0, both);
    parts_move(b, both, gain + m->n_years, 1);
}

/* Parts have no closed form; their log-ratios have a bound. */
static void parts_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    const skpi__parts *m = parameters;
    const double bound = fmax(skpi__walk_model_bound(m->ratio[0], place), skpi__walk_model_bound(m->ratio[1], place));
    (void)variable;
    for (size_t k = 0; k < n_years; k++)
        range[k] = (skpi__model_range){.centre = .5, .spread = (double)NAN, .bound = bound, .scale = 1};
}

skpi__model skpi__parts_model(skpi__parts *m)
{
    skpi__model model = {.n_variables = SKPI__PARTS,
                         .n_columns = COLUMNS,
                         .n_shocks = SKPI__RATIOS,
                         .form = parts_form,
                         .parameters = m,
                         .free = skpi__parts_free,
                         .start = parts_start,
                         .step = parts_step,
                         .range = parts_range,
                         .scratch = SKPI__RATIOS * m->n_years * sizeof(skpi__walk_gain),
                         .prepare = parts_prepare};
    uint64_t h = skpi__hash_doubles(skpi__hash(SKPI__HASH_START, KIND), m->n_places, m->correlation);
    for (size_t j = 0; j < SKPI__RATIOS; j++)
        h = skpi__hash(h, skpi__walk_model_of(m->ratio[j], KIND, parts_form, 1).fingerprint);
    model.fingerprint = h;
    return model;
}

/* The model of a walk by its innovations (walk_model.h).  Columns: x, the running sum if there is one, and last h. */
#include "ensemble/walk_model.h"
#include <stdlib.h>
#include "core/size.h"
#include "ensemble/hash.h"
#include "ensemble/plan.h"
#include "ensemble/shock.h"
#include "numeric/logit.h"

enum { N = SKPI__BLOCK };

skpi__walk_model *skpi__walk_model_new(size_t n_places, size_t n_years, int path)
{
    skpi__walk_model *m = skpi__alloc(1, 1, sizeof *m);
    if (!m) return NULL;
    *m = (skpi__walk_model){.n_places = n_places, .n_years = n_years};
    m->place = skpi__alloc(n_places, 1, sizeof *m->place);
    if (path) m->step = skpi__alloc(n_places, n_years, sizeof *m->step);
    if (m->place && (m->step || !path)) return m;
    skpi__walk_model_free(m);
    return NULL;
}

void skpi__walk_model_free(void *parameters)
{
    skpi__walk_model *m = parameters;
    if (!m) return;
    free(m->step);
    free(m->place);
    free(m);
}

static void walk_model_fill(double *column, double value)
{
    for (size_t i = 0; i < N; i++) column[i] = value;
}

static void walk_model_start(const void *parameters, const skpi__model_block *b)
{
    const skpi__walk_place *p = ((const skpi__walk_model *)parameters)->place + b->place;
    walk_model_fill(b->column[0], p->walk.start);
    walk_model_fill(b->column[1], 0);
}

static void walk_model_start_summed(const void *parameters, const skpi__model_block *b)
{
    const skpi__walk_place *p = ((const skpi__walk_model *)parameters)->place + b->place;
    walk_model_fill(b->column[0], p->walk.start);
    walk_model_fill(b->column[1], p->sum);
    walk_model_fill(b->column[2], 0);
}

static void walk_model_prepare(const void *parameters, size_t place, size_t n_years, void *scratch)
{
    const skpi__walk_model *m = parameters;
    skpi__walk_gain *gain = scratch;
    skpi__walk_gains(&m->place[place].walk, n_years, gain);
    for (size_t k = 0; m->step && k < n_years; k++) gain[k].drift = m->step[place * n_years + k];
}

static void walk_model_step(const void *parameters, const skpi__model_block *b)
{
    (void)parameters;
    skpi__advance(b, 0, (const skpi__walk_gain *)b->scratch + b->k, b->column[1], b->column[0]);
}

static void walk_model_step_summed(const void *parameters, const skpi__model_block *b)
{
    (void)parameters;
    skpi__advance(b, 0, (const skpi__walk_gain *)b->scratch + b->k, b->column[2], b->column[0]);
}

/* The closed form of a year: centre, variance of the shocks to the drift, and how far the largest normal number leads
 * through the gains. */
typedef struct walk_reach {
    double x, excess, c, squares, var, h, far;
} walk_reach;

static walk_reach walk_reach_begin(const skpi__walk *w)
{
    return (walk_reach){.x = w->start, .excess = w->excess, .var = w->drift_sigma * w->drift_sigma};
}

static void walk_reach_next(const skpi__walk_model *m, size_t place, size_t k, walk_reach *r)
{
    const skpi__walk *w = &m->place[place].walk;
    const double rho = SKPI__WALK_FADING, shock = w->drift_sigma * w->drift_sigma, noise = w->sigma * w->sigma;
    const double s = sqrt(r->var + noise), gain = s > 0 ? rho * r->var / s : 0;
    r->excess = rho * r->excess;
    r->x += m->step ? m->step[place * m->n_years + k] : w->growth + r->excess;
    r->c = 1 + rho * r->c;
    r->squares += r->c * r->c;
    r->far += r->h + s * SKPI__NORMAL_MAX;
    r->h = rho * r->h + gain * SKPI__NORMAL_MAX;
    if (s > 0) r->var = rho * rho * (r->var - r->var * r->var / (s * s)) + shock;
}

static void walk_model_range(const void *parameters, size_t place, size_t variable, size_t n_years,
                             skpi__model_range *range)
{
    const skpi__walk_model *m = parameters;
    const skpi__walk *w = &m->place[place].walk;
    walk_reach r = walk_reach_begin(w);
    for (size_t k = 0; k < n_years; k++) {
        walk_reach_next(m, place, k, &r);
        range[k].centre = variable ? m->place[place].sum : r.x;
        range[k].spread = sqrt(w->sigma * w->sigma * (double)(k + 1) + w->drift_sigma * w->drift_sigma * r.squares);
        range[k].bound = fabs(r.x) + r.far;
        range[k].scale = 1;
    }
}

double skpi__walk_model_bound(const skpi__walk_model *m, size_t place)
{
    walk_reach r = walk_reach_begin(&m->place[place].walk);
    double most = 0;
    for (size_t k = 0; k < m->n_years; k++) {
        walk_reach_next(m, place, k, &r);
        most = fmax(most, fabs(r.x) + r.far);
    }
    return isfinite(r.far) ? most : (double)INFINITY; /* far may be NaN; x is infinite before it is */
}

skpi_status skpi__walk_model_history(skpi__at at, const skpi_ensemble_plan *plan, const skpi__table_names *names,
                                     const skpi_table *y, int32_t form, skpi__walk_model *m, int32_t *warnings)
{
    const skpi__walk_form *of = skpi__walk_form_of(form);
    const int32_t start = plan->sizes.first_year - 1;
    skpi__walk_rows rows = {.end = 0};
    skpi__walk_history h;
    skpi_status s = SKPI_OK;
    for (size_t i = 0; i < m->n_places; i++) {
        const skpi__at row = skpi__element(at, i);
        if ((s = skpi__walk_history_of(row, names->value, of, y, i, &rows, &h)) < 0) return s;
        if (h.year != start)
            return skpi__fail(row, SKPI_EINCONSISTENT, names->year, h.year,
                              "is the year of the last value, but the plan begins from the values of %d", (int)start);
        m->place[i].walk = h.walk;
        m->place[i].walk.start = of->scale == SKPI_SERIES_SCALE_LOG ? skpi__ln_same(h.last) : skpi__logit_same(h.last);
        *warnings |= h.warnings | (int32_t)skpi__walk_history_break(row, names->value, of, y, i, &h);
    }
    return s;
}

skpi__model skpi__walk_model_of(skpi__walk_model *m, uint64_t kind, const skpi__form *form, size_t n_variables)
{
    const int sums = n_variables > 1;
    skpi__model model = {.n_variables = n_variables,
                         .n_columns = n_variables + 1,
                         .n_shocks = 1,
                         .form = form,
                         .parameters = m,
                         .free = skpi__walk_model_free,
                         .start = sums ? walk_model_start_summed : walk_model_start,
                         .step = sums ? walk_model_step_summed : walk_model_step,
                         .range = walk_model_range,
                         .scratch = m->n_years * sizeof(skpi__walk_gain),
                         .prepare = walk_model_prepare};
    uint64_t h = skpi__hash(skpi__hash(SKPI__HASH_START, kind), (m->step ? 1u : 0u) + (sums ? 2u : 0u));
    for (size_t i = 0; i < m->n_places; i++) {
        const skpi__walk *w = &m->place[i].walk;
        h = skpi__hash_double(skpi__hash_double(skpi__hash_double(h, w->start), w->growth), w->excess);
        h = skpi__hash_double(skpi__hash_double(skpi__hash_double(h, w->sigma), w->drift_sigma), m->place[i].sum);
    }
    model.fingerprint = m->step ? skpi__hash_doubles(h, m->n_places * m->n_years, m->step) : h;
    return model;
}

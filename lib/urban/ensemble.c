/* The urban model of an ensemble: a random walk of the logit of the share with drift, which may move to the world norm.
 *
 * x_0 = logit p_0, x_j = x_{j-1} + r_j + sigma e_j, p_j = logistic x_j, e_j independent standard normals.
 *   without size_class      r_j = drift: quantiles in closed form (skpi_urban_walk_quantile)
 *   size_class and speed    r_0 = drift, r_j = r_{j-1} + speed (h(p_{j-1}) - r_{j-1}), h the world norm
 *   size_class alone        the pace of the United Nations' method (un.h): speed 1/(27 - j), h frozen after year 25;
 *                           with sigma = 0 this is skpi_urban_project
 * With growth or drift_sigma it is the walk of series/walk.h, whose drift fades and changes (ensemble/walk_model.h).
 * Source: United Nations, World Urbanization Prospects, the 2018 Revision: Methodology, for the norm and its pace.
 */
#include "ensemble/hash.h"
#include "ensemble/model_add.h"
#include "ensemble/shock.h"
#include "ensemble/walk_model.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/logistic.h"
#include "numeric/logit.h"
#include "urban/un.h"
#include <math.h>
#include <stdlib.h>

enum { N = SKPI__BLOCK, SHARE = 0, RATE = 1, NORM = 2, KIND = 101, FADING_KIND = 102 };

typedef struct walk {
    double x0, drift, sigma, speed; /* speed is NaN for the pace of the United Nations' method */
    double norm[2];                 /* h(p) = norm[0] + norm[1] p */
} walk;

static double walk_norm(const walk *w, double p) { return w->norm[0] + w->norm[1] * p; }
/* walk_pace is the part of the distance to the norm that the rate moves in year j; walk_norm_moves tells whether the
 * norm is still updated. */
static double walk_pace(const walk *w, size_t j)
{
    if (w->speed >= 0) return w->speed;
    return skpi__urban_un_part((int32_t)j);
}
static int walk_norm_moves(const walk *w, size_t j) { return w->speed >= 0 || j <= SKPI__URBAN_UN_FREEZE; }

static void walk_start(const void *parameters, const skpi__model_block *b)
{
    const walk *w = (const walk *)parameters + b->place;
    for (size_t i = 0; i < N; i++) b->column[SHARE][i] = w->x0;
}

static void walk_start_pulled(const void *parameters, const skpi__model_block *b)
{
    const walk *w = (const walk *)parameters + b->place;
    walk_start(parameters, b);
    for (size_t i = 0; i < N; i++) b->column[RATE][i] = w->drift;
    for (size_t i = 0; i < N; i++) b->column[NORM][i] = 0;
}

static void walk_step(const void *parameters, const skpi__model_block *b)
{
    const walk *w = (const walk *)parameters + b->place;
    skpi__advance(b, 0, &(skpi__walk_gain){.drift = w->drift, .s = w->sigma}, NULL, b->column[SHARE]);
}

static void walk_step_pulled(const void *parameters, const skpi__model_block *b)
{
    const walk *w = (const walk *)parameters + b->place;
    double *x = b->column[SHARE], *r = b->column[RATE], *norm = b->column[NORM], *work = b->work;
    const size_t j = b->k + 1;
    const double part = walk_pace(w, j);
    if (walk_norm_moves(w, j)) {
        b->kernel->logistic(x, work);
        for (size_t i = 0; i < N; i++) norm[i] = walk_norm(w, work[i]);
    }
    if (part > 0)
        for (size_t i = 0; i < N; i++) r[i] = SKPI__URBAN_UN_NEARER(r[i], norm[i], part);
    skpi__shock(b, 0, work);
    for (size_t i = 0; i < N; i++) x[i] = x[i] + (r[i] + w->sigma * work[i]);
}

static double walk_most_rate(const walk *w)
{
    return fmax(fabs(w->drift), fmax(fabs(walk_norm(w, 0)), fabs(walk_norm(w, 1))));
}

/* The range is exact without pull.  The pull narrows the spread a little, so the bins are then a little wider than
 * needed, which does no harm. */
static void walk_range(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range)
{
    const walk *w = (const walk *)parameters + place;
    const double reach = walk_most_rate(w) + SKPI__NORMAL_MAX * w->sigma;
    double x = w->x0, r = w->drift, norm = 0;
    (void)variable;
    for (size_t k = 0; k < n_years; k++) {
        const double t = (double)(k + 1);
        if (w->norm[0] != 0) {
            if (walk_norm_moves(w, k + 1)) norm = walk_norm(w, skpi__logistic(x));
            r = SKPI__URBAN_UN_NEARER(r, norm, walk_pace(w, k + 1));
            x += r;
        } else {
            x = w->x0 + w->drift * t;
        }
        range[k] = (skpi__model_range){.centre = x, .spread = w->sigma * sqrt(t), .bound = fabs(w->x0) + t * reach};
    }
}

static skpi_status walk_check(skpi__at at, const skpi_urban_ensemble_add_in *p, size_t n_places)
{
    skpi_status s;
    if ((s = skpi__array(at, "in->share", p->share, n_places, 1)) ||
        (s = skpi__array(at, "in->drift", p->drift, n_places, 1)) ||
        (s = skpi__array(at, "in->sigma", p->sigma, n_places, 1)))
        return s;
    if (p->speed && !p->size_class)
        return skpi__refuse(at, SKPI_EINVAL, "in->size_class", "is NULL although speed is given");
    if (p->size_class && (p->growth || p->drift_sigma))
        return skpi__refuse(at, SKPI_EINVAL, p->growth ? "in->growth" : "in->drift_sigma",
                            "is given, but with size_class the drift moves to the world norm");
    for (size_t i = 0; i < n_places; i++) {
        const skpi__at row = skpi__element(at, i);
        if ((s = skpi__open_share(row, "in->share", p->share[i])) ||
            (s = skpi__urgd_check(row, "in->drift", p->drift[i], p->share[i])) ||
            (s = skpi__quantity(row, "in->sigma", p->sigma[i])) ||
            (p->size_class && (s = skpi__urban_size_check(row, "in->size_class", p->size_class[i]))) ||
            (p->speed && (s = skpi__share(row, "in->speed", p->speed[i]))) ||
            (p->growth && (s = skpi__urgd_check(row, "in->growth", p->growth[i], p->share[i]))) ||
            (p->drift_sigma && (s = skpi__quantity(row, "in->drift_sigma", p->drift_sigma[i]))))
            return s;
    }
    return SKPI_OK;
}

static skpi_status walk_unusual(skpi__at at, const skpi_urban_ensemble_add_in *p, size_t n_places)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; !s && i < n_places; i++) {
        const skpi__at row = skpi__element(at, i);
        if (!(s = skpi__unusual(row, "in->drift", p->drift[i], &skpi__urgd)))
            s = skpi__unusual(row, "in->sigma", p->sigma[i], &skpi__logit_deviation);
        if (!s && p->growth) s = skpi__unusual(row, "in->growth", p->growth[i], &skpi__urgd);
        if (!s && p->drift_sigma) s = skpi__unusual(row, "in->drift_sigma", p->drift_sigma[i], &skpi__logit_deviation);
    }
    return s;
}

static walk walk_of(const skpi_urban_ensemble_add_in *p, const skpi__urban_rules *rules, size_t i)
{
    walk w = {.x0 = skpi__logit_same(p->share[i]), .drift = p->drift[i], .sigma = p->sigma[i], .speed = (double)NAN};
    if (p->speed) w.speed = p->speed[i];
    if (p->size_class)
        for (size_t k = 0; k < 2; k++) w.norm[k] = skpi__urban_norm_of(rules, p->size_class[i])[k];
    return w;
}

static const skpi__form share_form[] = {SKPI__FORM_SHARE};

/* Adds the model and frees its parameters if that fails. */
static skpi_status walk_add(skpi__at at, skpi_ensemble_plan *plan, skpi__walk_model *m, int32_t *model)
{
    const skpi__model of = skpi__walk_model_of(m, FADING_KIND, share_form, 1);
    const skpi_status s = skpi__model_add(at, plan, &of, model);
    if (s) skpi__walk_model_free(m);
    return s;
}

static skpi_status walk_add_fading(skpi__at at, skpi_ensemble_plan *plan, const skpi_urban_ensemble_add_in *p,
                                   int32_t *model)
{
    const size_t n = skpi_ensemble_plan_n_places(plan);
    skpi__walk_model *m = skpi__walk_model_new(n, skpi_ensemble_plan_n_years(plan), 0);
    skpi_status s = SKPI_OK;
    if (!m) return skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < n && !s; i++) {
        const double growth = p->growth ? p->growth[i] : p->drift[i];
        m->place[i].walk = (skpi__walk){.start = skpi__logit_same(p->share[i]),
                                        .growth = growth,
                                        .excess = p->drift[i] - growth,
                                        .sigma = p->sigma[i],
                                        .drift_sigma = p->drift_sigma ? p->drift_sigma[i] : 0};
        s = skpi__result(skpi__element(at, i), "in->sigma", skpi__walk_model_bound(m, i));
    }
    if (!s) return walk_add(at, plan, m, model);
    skpi__walk_model_free(m);
    return s;
}

skpi_status skpi_urban_ensemble_add(skpi_ensemble_plan *plan, const skpi_urban_ensemble_add_in *in, int32_t *model)
{
    const skpi__at at = skpi__here(__func__);
    skpi_urban_ensemble_add_in p;
    skpi__urban_rules rules;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan))) return s;
    const size_t n_places = skpi_ensemble_plan_n_places(plan), n_years = skpi_ensemble_plan_n_years(plan);
    if ((s = SKPI__STRUCT(at, in, 0, &p)) || (s = walk_check(at, &p, n_places))) return s;
    (void)skpi__urban_rules_take(at, NULL, &rules); /* those of no options */
    if ((s = skpi__pointer(at, "model", model))) return s;
    if (p.growth || p.drift_sigma)
        return (s = walk_add_fading(at, plan, &p, model)) ? s : walk_unusual(at, &p, n_places);
    walk *w = skpi__alloc(n_places, 1, sizeof *w);
    if (!w) return skpi__no_memory_for(at, "plan");
    skpi__model m = {
        .n_variables = 1, .n_shocks = 1, .form = share_form, .parameters = w, .free = free, .range = walk_range};
    m.n_columns = p.size_class ? 3 : 1;
    m.start = p.size_class ? walk_start_pulled : walk_start;
    m.step = p.size_class ? walk_step_pulled : walk_step;
    m.fingerprint = skpi__hash(skpi__hash(SKPI__HASH_START, KIND), (p.size_class ? 1u : 0u) + (p.speed ? 2u : 0u));
    for (size_t i = 0; i < n_places && !s; i++) {
        w[i] = walk_of(&p, &rules, i);
        s = skpi__result(skpi__element(at, i), "in->sigma",
                         fabs(w[i].x0) + (double)n_years * (walk_most_rate(w + i) + 40 * w[i].sigma));
        m.fingerprint = skpi__hash_doubles(m.fingerprint, 3, (const double[]){w[i].x0, w[i].drift, w[i].sigma});
        m.fingerprint = skpi__hash_doubles(m.fingerprint, 2, w[i].norm);
        m.fingerprint = skpi__hash_double(m.fingerprint, p.speed ? w[i].speed : -1);
    }
    if (!s) s = skpi__model_add(at, plan, &m, model);
    if (s) free(w);
    return s ? s : walk_unusual(at, &p, n_places);
}

skpi_status skpi_urban_ensemble_add_history(skpi_ensemble_plan *plan, const skpi_table *share, int32_t *model)
{
    const skpi__at at = skpi__here(__func__);
    skpi_table y;
    int32_t warnings = 0;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan)) || (s = SKPI__TABLE(at, share, &y))) return s;
    const size_t n = skpi_ensemble_plan_n_places(plan);
    if (y.n != n)
        return skpi__fail(at, SKPI_EINCONSISTENT, "share->n", (double)y.n, "is not %zu, the plan's number of places",
                          n);
    if ((s = skpi__pointer(at, "model", model))) return s;
    skpi__walk_model *m = skpi__walk_model_new(n, skpi_ensemble_plan_n_years(plan), 0);
    if (!m) return skpi__no_memory_for(at, "plan");
    if ((s = skpi__walk_model_history(at, plan, SKPI__TABLE_NAMES(share), &y, SKPI_SERIES_FAN_FORM_URBAN, m,
                                      &warnings)) < 0) {
        skpi__walk_model_free(m);
        return s;
    }
    return (s = walk_add(at, plan, m, model)) ? s : (skpi_status)warnings;
}

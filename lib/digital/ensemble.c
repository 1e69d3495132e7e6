/* The digital model of an ensemble: three parts of a whole that add up to 1.
 *
 * y_j = ln(part_j/last part), j = 0, 1, are walks of series/walk.h (parts_model.h); the parts follow from them
 * (numeric/block.h).  From a history, each y_j is the walk of the form DIGITAL of walk_history.h, of which the share
 * part_j/(part_j + last part) has y_j as its logit; series/walk_correlation.h gives the correlation of both.
 * Source: this library's own; J. Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139, for log-ratios.
 */
#include <smartkpi/digital.h>
#include <math.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/usual.h"
#include "digital/parts_model.h"
#include "ensemble/model_add.h"
#include "numeric/logit.h"
#include "series/walk_correlation.h"

static skpi_status parts_count(skpi__at at, size_t n_parts)
{
    if (n_parts < SKPI__PARTS)
        return skpi__fail(at, SKPI_ENODATA, "in->n_parts", (double)n_parts, "parts are too few: the model has %d",
                          (int)SKPI__PARTS);
    if (n_parts > SKPI__PARTS)
        return skpi__fail(at, SKPI_ERANGE, "in->n_parts", (double)n_parts, "is more than %d parts", (int)SKPI__PARTS);
    return SKPI_OK;
}

/* Correlations of both shocks in n places; NULL: none are given. */
static skpi_status parts_check_correlation(skpi__at at, const double *correlation, size_t n)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; correlation && i < n && !s; i++) {
        const skpi__at row = skpi__element(at, i);
        s = skpi__finite(row, "in->correlation", correlation[i]);
        if (!s && fabs(correlation[i]) > 1)
            s = skpi__fail(row, SKPI_ERANGE, "in->correlation", correlation[i], "is outside [-1,1]");
    }
    return s;
}

static skpi_status parts_check_growth(skpi__at at, const char *name, const double *growth, size_t n)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; growth && i < n * SKPI__RATIOS && !s; i++)
        s = skpi__rate(skpi__column(skpi__element(at, i / SKPI__RATIOS), i % SKPI__RATIOS), name, growth[i],
                       &skpi__growth);
    return s;
}

static skpi_status parts_check(skpi__at at, const skpi_digital_ensemble_add_in *p, size_t n)
{
    skpi_status s;
    if ((s = parts_count(at, p->n_parts)) || (s = skpi__array(at, "in->part", p->part, n, SKPI__PARTS)) ||
        (s = skpi__array(at, "in->sigma", p->sigma, n, SKPI__RATIOS)))
        return s;
    for (size_t i = 0; i < n * SKPI__PARTS; i++)
        if ((s = skpi__positive(skpi__column(skpi__element(at, i / SKPI__PARTS), i % SKPI__PARTS), "in->part",
                                p->part[i])))
            return s;
    for (size_t i = 0; i < n * SKPI__RATIOS; i++) {
        const skpi__at cell = skpi__column(skpi__element(at, i / SKPI__RATIOS), i % SKPI__RATIOS);
        if ((s = skpi__quantity(cell, "in->sigma", p->sigma[i])) ||
            (p->drift_sigma && (s = skpi__quantity(cell, "in->drift_sigma", p->drift_sigma[i]))))
            return s;
    }
    if ((s = parts_check_growth(at, "in->drift", p->drift, n)) ||
        (s = parts_check_growth(at, "in->growth", p->growth, n)))
        return s;
    return parts_check_correlation(at, p->correlation, n);
}

static skpi_status growth_unusual(skpi__at at, const char *name, const double *growth, size_t n)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; growth && i < n * SKPI__RATIOS && !s; i++)
        s = skpi__unusual(skpi__column(skpi__element(at, i / SKPI__RATIOS), i % SKPI__RATIOS), name, growth[i],
                          &skpi__growth);
    return s;
}

static skpi_status parts_unusual(skpi__at at, const skpi_digital_ensemble_add_in *p, size_t n)
{
    skpi_status s = growth_unusual(at, "in->drift", p->drift, n);
    if (!s) s = growth_unusual(at, "in->growth", p->growth, n);
    for (size_t i = 0; i < n * SKPI__RATIOS && !s; i++) {
        const skpi__at cell = skpi__column(skpi__element(at, i / SKPI__RATIOS), i % SKPI__RATIOS);
        s = skpi__unusual(cell, "in->sigma", p->sigma[i], &skpi__logit_deviation);
        if (!s && p->drift_sigma) s = skpi__unusual(cell, "in->drift_sigma", p->drift_sigma[i], &skpi__logit_deviation);
    }
    return s;
}

/* Adds the model; frees its parameters if that fails. */
static skpi_status parts_add(skpi__at at, skpi_ensemble_plan *plan, skpi__parts *m, int32_t *model)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; i < m->n_places && !s; i++)
        for (size_t j = 0; j < SKPI__RATIOS && !s; j++) {
            const double bound = skpi__walk_model_bound(m->ratio[j], i);
            if (!isfinite(bound))
                s = skpi__fail(skpi__column(skpi__element(at, i), j), SKPI_EOVERFLOW, "in->sigma", bound,
                               "is the largest magnitude of a draw's log-ratio, which is beyond the range of a double");
        }
    const skpi__model of = skpi__parts_model(m);
    if (!s) s = skpi__model_add(at, plan, &of, model);
    if (s) skpi__parts_free(m);
    return s;
}

skpi_status skpi_digital_ensemble_add(skpi_ensemble_plan *plan, const skpi_digital_ensemble_add_in *in, int32_t *model)
{
    const skpi__at at = skpi__here(__func__);
    skpi_digital_ensemble_add_in p;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan))) return s;
    const size_t n = skpi_ensemble_plan_n_places(plan);
    if ((s = SKPI__STRUCT(at, in, 0, &p)) || (s = parts_check(at, &p, n))) return s;
    if ((s = skpi__pointer(at, "model", model))) return s;
    skpi__parts *m = skpi__parts_new(n, skpi_ensemble_plan_n_years(plan));
    if (!m) return skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < n; i++) {
        const double *part = p.part + i * SKPI__PARTS;
        for (size_t j = 0; j < SKPI__RATIOS; j++) {
            const size_t c = i * SKPI__RATIOS + j;
            const double drift = p.drift ? p.drift[c] : 0, growth = p.growth ? p.growth[c] : drift;
            m->ratio[j]->place[i].walk =
                (skpi__walk){.start = skpi__ln_same(part[j]) - skpi__ln_same(part[SKPI__RATIOS]),
                             .growth = growth,
                             .excess = drift - growth,
                             .sigma = p.sigma[c],
                             .drift_sigma = p.drift_sigma ? p.drift_sigma[c] : 0};
        }
        m->correlation[i] = p.correlation ? p.correlation[i] : 0;
    }
    return (s = parts_add(at, plan, m, model)) ? s : parts_unusual(at, &p, n);
}

/* The parts of a place in year k. */
static const double *history_parts(const skpi_digital_ensemble_add_history_in *p, size_t i, size_t k)
{
    return p->part + (i * p->m + k) * SKPI__PARTS;
}
static int history_has(const double *part) { return part[0] >= 0 && part[1] >= 0 && part[2] >= 0; /* NaN is not */ }
/* Whether a year has both log-ratios; one without ends the history of both. */
static int history_ratios(const double *part) { return part[0] > 0 && part[1] > 0 && part[2] > 0; }

/* The parts of a place, and the last year that has all of them. */
static skpi_status history_check(skpi__at at, const skpi_digital_ensemble_add_history_in *p, size_t i, size_t *last)
{
    skpi_status s = SKPI_OK;
    *last = 0;
    for (size_t k = 0; k < p->m; k++) {
        const double *part = history_parts(p, i, k);
        for (size_t j = 0; j < SKPI__PARTS && !s; j++)
            if (!isnan(part[j])) s = skpi__quantity(skpi__column(at, k), "in->part", part[j]);
        if (s) return s;
        if (history_has(part)) *last = k;
    }
    for (size_t j = 0; j < SKPI__PARTS && !s; j++)
        if (history_has(history_parts(p, i, *last)))
            s = skpi__positive(skpi__column(at, *last), "in->part", history_parts(p, i, *last)[j]);
    return s;
}

/* The correlation of the annual changes of both log-ratios, over the last consecutive years with all parts. */
static double history_correlation(const skpi_digital_ensemble_add_history_in *p, size_t i, size_t last)
{
    double change[SKPI__RATIOS][SKPI__WALK_CHANGES];
    size_t n = 0;
    while (n < SKPI__WALK_CHANGES && n < last && p->year[last - n - 1] + 1 == p->year[last - n]) {
        const double *now = history_parts(p, i, last - n), *before = history_parts(p, i, last - n - 1);
        if (!history_ratios(before)) break;
        for (size_t j = 0; j < SKPI__RATIOS; j++)
            change[j][n] = log(now[j] / now[SKPI__RATIOS]) - log(before[j] / before[SKPI__RATIOS]);
        n++;
    }
    const skpi__walk_form *form = skpi__walk_form_of(SKPI_SERIES_FAN_FORM_DIGITAL);
    return n < 2 ? 0 : skpi__walk_correlation(form, n, change[0], change[1]);
}

/* Fills the walks of log-ratio j; value has room for the shares part_j/(part_j + last part). */
static skpi_status history_walks(skpi__at at, const skpi_ensemble_plan *plan,
                                 const skpi_digital_ensemble_add_history_in *p, size_t j, double *value, skpi__parts *m,
                                 int32_t *warnings)
{
    static const skpi__table_names names = {
        .self = "in", .n = "plan->n_places", .m = "in->m", .year = "in->year", .value = "in->part"};
    const skpi_table y = {.size = sizeof y, .n = m->n_places, .m = p->m, .year = p->year, .value = value};
    for (size_t c = 0; c < y.n * y.m; c++) {
        const double *part = p->part + c * SKPI__PARTS;
        value[c] = history_ratios(part) ? 1 / (1 + part[SKPI__RATIOS] / part[j]) : (double)NAN;
    }
    const skpi_status s =
        skpi__walk_model_history(at, plan, &names, &y, SKPI_SERIES_FAN_FORM_DIGITAL, m->ratio[j], warnings);
    for (size_t i = 0; i < m->n_places && p->growth && s >= 0; i++) {
        skpi__walk *w = &m->ratio[j]->place[i].walk;
        const double growth = p->growth[i * SKPI__RATIOS + j];
        w->excess += w->growth - growth;
        w->growth = growth;
    }
    return s;
}

static skpi_status history_check_all(skpi__at at, const skpi_digital_ensemble_add_history_in *p, size_t n)
{
    skpi_status s;
    if ((s = parts_count(at, p->n_parts)) || (s = skpi__count(at, "in->m", p->m)) ||
        (s = skpi__array(at, "in->year", p->year, p->m, 1)) || (s = skpi__years(at, "in->year", p->m, p->year)) ||
        (s = skpi__array(at, "in->part", p->part, n, skpi__width(p->m, SKPI__PARTS))) ||
        (s = parts_check_growth(at, "in->growth", p->growth, n)))
        return s;
    return parts_check_correlation(at, p->correlation, n);
}

skpi_status skpi_digital_ensemble_add_history(skpi_ensemble_plan *plan, const skpi_digital_ensemble_add_history_in *in,
                                              int32_t *model)
{
    const skpi__at at = skpi__here(__func__);
    skpi_digital_ensemble_add_history_in p;
    int32_t warnings = 0;
    skpi_status s;
    if ((s = skpi__plan_open(at, plan))) return s;
    const size_t n = skpi_ensemble_plan_n_places(plan);
    if ((s = SKPI__STRUCT(at, in, 0, &p)) || (s = history_check_all(at, &p, n))) return s;
    if ((s = skpi__pointer(at, "model", model))) return s;
    skpi__parts *m = skpi__parts_new(n, skpi_ensemble_plan_n_years(plan));
    double *value = skpi__alloc(n, p.m, sizeof *value);
    if (!m || !value) s = skpi__no_memory_for(at, "plan");
    for (size_t i = 0; i < n && !s; i++) {
        size_t last;
        s = history_check(skpi__element(at, i), &p, i, &last);
        if (!s) m->correlation[i] = p.correlation ? p.correlation[i] : history_correlation(&p, i, last);
    }
    for (size_t j = 0; j < SKPI__RATIOS && s >= 0; j++) s = history_walks(at, plan, &p, j, value, m, &warnings);
    free(value);
    if (s < 0) {
        skpi__parts_free(m);
        return s;
    }
    if ((s = parts_add(at, plan, m, model))) return s;
    return (skpi_status)(warnings | (int32_t)growth_unusual(at, "in->growth", p.growth, n));
}

/* A smooth path through given milestones, monotone between two successive ones.
 *
 * The path is a piecewise cubic.  Its slope at an inner milestone is 0 where the slopes of the two sides differ in
 * sign, else their weighted harmonic mean, (w1 + w2)/(w1/delta1 + w2/delta2), w1 = 2 h2 + h1, w2 = h2 + 2 h1; at an end
 * the three-point formula, 0 where it has the wrong sign, 3 delta where it overshoots.  Two milestones are joined by a
 * straight line.
 * Source: Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984), 300-304; ends as in SciPy's PchipInterpolator
 * (1.10.1).
 */
#include "carbon/cubic.h"
#include "carbon/path_members.h"
#include "core/check.h"
#include "core/steps.h"
#include "core/table.h"
#include "numeric/sum.h"

/* the most milestones: their years are whole, different and inside the window */
enum { MILESTONES_MOST = SKPI__YEAR_MAX - SKPI__YEAR_MIN + 1 };

typedef struct milestones_curve { /* the known milestones of one place */
    size_t n;
    double t[MILESTONES_MOST], e[MILESTONES_MOST], slope[MILESTONES_MOST];
    double before[MILESTONES_MOST]; /* integral from the first milestone to each */
} milestones_curve;

static double milestones_end_slope(double h1, double delta1, double h2, double delta2)
{
    const double d = ((2 * h1 + h2) * delta1 - h1 * delta2) / (h1 + h2);
    if (!((d > 0 && delta1 > 0) || (d < 0 && delta1 < 0))) return 0; /* a product could underflow */
    return (delta1 > 0) != (delta2 > 0) && fabs(d) > 3 * fabs(delta1) ? 3 * delta1 : d;
}

static skpi__cubic milestones_segment(const milestones_curve *c, size_t j)
{
    return (skpi__cubic){c->t[j + 1] - c->t[j], c->e[j], c->e[j + 1], c->slope[j], c->slope[j + 1]};
}

static double milestones_delta(const milestones_curve *c, size_t j)
{
    return (c->e[j + 1] - c->e[j]) / (c->t[j + 1] - c->t[j]);
}

static void milestones_gather(const skpi_table *t, size_t i, milestones_curve *c)
{
    const double *e = t->value + i * t->m;
    c->n = 0;
    for (size_t j = 0; j < t->m; j++)
        if (!isnan(e[j])) {
            c->t[c->n] = t->year[j];
            c->e[c->n++] = e[j];
        }
}

static void milestones_complete(milestones_curve *c)
{
    const size_t last = c->n - 1;
    for (size_t j = 1; j < last; j++) {
        const double h1 = c->t[j] - c->t[j - 1], h2 = c->t[j + 1] - c->t[j], d1 = milestones_delta(c, j - 1),
                     d2 = milestones_delta(c, j);
        const double w1 = 2 * h2 + h1, w2 = h2 + 2 * h1;
        const int turns = !((d1 > 0 && d2 > 0) || (d1 < 0 && d2 < 0));
        c->slope[j] = turns ? 0 : (w1 + w2) / (w1 / d1 + w2 / d2);
    }
    if (last == 1)
        c->slope[0] = c->slope[1] = milestones_delta(c, 0);
    else {
        c->slope[0] =
            milestones_end_slope(c->t[1] - c->t[0], milestones_delta(c, 0), c->t[2] - c->t[1], milestones_delta(c, 1));
        c->slope[last] = milestones_end_slope(c->t[last] - c->t[last - 1], milestones_delta(c, last - 1),
                                              c->t[last - 1] - c->t[last - 2], milestones_delta(c, last - 2));
    }
    c->before[0] = 0;
    for (size_t j = 0; j < last; j++) {
        const skpi__cubic part = milestones_segment(c, j);
        c->before[j + 1] = c->before[j] + skpi__cubic_integral(&part, 1);
    }
}

typedef struct milestones_call {
    skpi_table t;
    const double *t_budget; /* NULL: the first milestone */
    int32_t convention, first_year;
    size_t n_years;
    double *emission, *cumulative;
} milestones_call;

/* The date from which place i cumulates is one of its curve; under sums of annual values it is a whole year. */
static skpi_status milestones_check_budget(skpi__at at, const milestones_call *m, size_t i, const milestones_curve *c)
{
    const double t = m->t_budget[i], last = c->t[c->n - 1];
    const skpi_status s = skpi__date(at, "t_budget", t);
    if (s) return s;
    if (t < c->t[0])
        return skpi__fail(at, SKPI_EDOM, "t_budget", t, "is before the first milestone of the row, %g", c->t[0]);
    if (t > last) return skpi__fail(at, SKPI_EDOM, "t_budget", t, "is after the last milestone of the row, %g", last);
    return m->convention == SKPI_CARBON_CONVENTION_INTEGRAL ? SKPI_OK : skpi__carbon_whole(at, "t_budget", t);
}

static skpi_status milestones_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const milestones_call *m = call;
    const skpi_table *t = &m->t;
    const int32_t first_year = m->first_year;
    const size_t n_years = m->n_years;
    milestones_curve c;
    skpi_status s;
    (void)kept;
    for (size_t j = 0; j < t->m; j++) {
        const double e = t->value[i * t->m + j];
        const skpi__at here = skpi__cell(at, i, j);
        if (!isnan(e) && ((s = skpi__finite(here, "milestone->value", e)) ||
                          (s = skpi__carbon_bounded(here, "milestone->value", e))))
            return s;
    }
    milestones_gather(t, i, &c);
    if (c.n < 2)
        return skpi__fail(at, SKPI_ENODATA, "milestone->value", (double)c.n,
                          "values in this row are too few: a path needs two");
    if (m->t_budget && (s = milestones_check_budget(at, m, i, &c))) return s;
    if (n_years && first_year < c.t[0])
        return skpi__fail(at, SKPI_EDOM, "first_year", first_year, "is before the first milestone of the row, %g",
                          c.t[0]);
    if (n_years && (double)first_year + (double)n_years - 1 > c.t[c.n - 1])
        return skpi__fail(at, SKPI_EDOM, "n_years", (double)n_years,
                          "years end after the last milestone of the row, %g", c.t[c.n - 1]);
    return SKPI_OK;
}

/* Returns the value at a date, and writes the integral from the first milestone. *j holds the segment of the date
 * before, where the search begins. */
static double milestones_at(const milestones_curve *c, double t, size_t *j, double *integral)
{
    while (*j + 2 < c->n && t >= c->t[*j + 1]) ++*j;
    const skpi__cubic part = milestones_segment(c, *j);
    const double x = (t - c->t[*j]) / part.h;
    *integral = x == 1 ? c->before[*j + 1] : c->before[*j] + skpi__cubic_integral(&part, x);
    return x == 1 ? part.y1 : skpi__cubic_value(&part, x);
}

/* The sum of annual values from t_budget to before the first year that is asked for; years between them count below 0. */
static skpi__sum milestones_sum_before(const milestones_curve *c, int32_t convention, double t_budget, double first)
{
    skpi__sum sum = {0, 0};
    double integral;
    size_t segment = 0;
    if (convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE)
        sum.sum = milestones_at(c, t_budget, &segment, &integral);
    for (double t = t_budget + 1; t < first; t++) {
        SKPI__STEP();
        skpi__sum_add(&sum, milestones_at(c, t, &segment, &integral));
    }
    segment = 0;
    for (double t = first + 1; t <= t_budget; t++) {
        SKPI__STEP();
        skpi__sum_add(&sum, -milestones_at(c, t, &segment, &integral));
    }
    return sum;
}

static void milestones_fill(const milestones_curve *c, int32_t convention, double t_budget, int32_t first_year,
                            size_t n_years, double *emission, double *cumulative)
{
    const int annual = convention != SKPI_CARBON_CONVENTION_INTEGRAL;
    skpi__sum sum = {0, 0};
    double before = 0, integral;
    size_t segment = 0;
    if (annual && cumulative)
        sum = milestones_sum_before(c, convention, t_budget, first_year);
    else if (cumulative)
        milestones_at(c, t_budget, &segment, &before);
    segment = 0;
    for (size_t j = 0; j < n_years; j++) {
        const double t = (double)first_year + (double)j, e = milestones_at(c, t, &segment, &integral);
        if (annual && (j > 0 || t > t_budget)) skpi__sum_add(&sum, e);
        skpi__set(emission, j, e);
        skpi__set(cumulative, j, annual ? skpi__sum_value(&sum) : integral - before);
    }
}

static skpi_status milestones_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const milestones_call *m = call;
    const size_t from = i * m->n_years;
    milestones_curve c;
    (void)at, (void)kept;
    milestones_gather(&m->t, i, &c);
    milestones_complete(&c);
    milestones_fill(&c, m->convention, m->t_budget ? m->t_budget[i] : c.t[0], m->first_year, m->n_years,
                    m->emission ? m->emission + from : NULL, m->cumulative ? m->cumulative + from : NULL);
    return SKPI_OK;
}

static void milestones_fail(const void *call, size_t i)
{
    const milestones_call *m = call;
    skpi__set_nan_row(m->emission, i, m->n_years);
    skpi__set_nan_row(m->cumulative, i, m->n_years);
}

skpi_status skpi_carbon_path_milestones(const skpi_table *milestone, int32_t convention, const double *t_budget,
                                        int32_t first_year, size_t n_years, double *emission, double *cumulative,
                                        int32_t *status)
{
    static const skpi__rows_steps steps = {0, milestones_check, milestones_compute, milestones_fail};
    milestones_call call = {.t_budget = t_budget,
                            .convention = convention,
                            .first_year = first_year,
                            .n_years = n_years,
                            .emission = emission,
                            .cumulative = cumulative};
    skpi_status s = SKPI__TABLE(skpi__here(__func__), milestone, &call.t);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, call.t.n, status);
    if ((s = skpi__carbon_convention(r.at, "convention", convention)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__array_size(r.at, "emission", r.n, n_years)))
        return s;
    return skpi__rows_run(&r, &steps, &call);
}

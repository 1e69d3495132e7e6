/* An urban and a rural region with natural increase and migration between them.
 *
 *   U' = (1 + n_u - m_ur) U + m_ru R,   R' = m_ur U + (1 + n_r - m_ru) R        one step a year
 *
 * with n the natural increase and m_ur, m_ru the moves to the other region per person of the origin.  With a and d on
 * the diagonal, h = (a - d)/2 and q = sqrt(h^2 + m_ur m_ru), the dominant eigenvalue is lambda = (a + d)/2 + q, and the
 * urban share tends to m_ru/(m_ru + lambda - a).
 * Sources: A. Rogers, Matrix Analysis of Interregional Population Growth and Distribution (University of California
 * Press, 1968); National Research Council, Cities Transformed (National Academies Press, 2003), appendix B.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/decimal.h"
#include "numeric/sum.h"
#include <smartkpi/urban.h>

static const skpi__usual natural_increase = {"a rate of natural increase a year", "percent", -0.05, 0.05, 0.5};

typedef struct two_region_side {
    double people, natural, leave;
    double stay; /* 1 + natural - leave, rounded once: where nearly all leave, each year would add to its error */
} two_region_side;
typedef struct two_region_place {
    two_region_side u, r;
} two_region_place;

typedef struct two_region_call {
    skpi_urban_two_region_in in;
    size_t n_years; /* 0: no years are wanted */
    skpi_urban_two_region_out out;
} two_region_call;

static two_region_side two_region_side_of(double people, double natural, double leave)
{
    const double term[] = {1, natural, -leave}, stay = skpi__sum_of(3, term);
    return (two_region_side){people, natural, leave, stay < 0 ? skpi__rounded(stay, leave) : stay};
}

static two_region_place two_region_place_of(const skpi_urban_two_region_in *in, size_t i)
{
    return (two_region_place){two_region_side_of(in->urban[i], in->natural_urban[i], in->to_rural[i]),
                              two_region_side_of(in->rural[i], in->natural_rural[i], in->to_urban[i])};
}

static void two_region_step(two_region_place *p, double *natural, double *migration)
{
    const double u = p->u.people, r = p->r.people;
    *natural = p->u.natural * u;
    *migration = p->r.leave * r - p->u.leave * u;
    p->u.people = p->u.stay * u + p->r.leave * r;
    p->r.people = p->r.stay * r + p->u.leave * u;
}

/* The sum of both regions grows at most at the larger natural increase.  The years are computed in advance only where
 * this bound could exceed the range of a double. */
static skpi_status two_region_years(skpi__at at, two_region_place p, size_t n_years)
{
    const double most = fmax(p.u.natural, p.r.natural);
    double natural, migration;
    skpi_status s;
    if (fmax(p.u.people, p.r.people) < 1e100 && most * (double)n_years < 400) return SKPI_OK;
    for (size_t k = 0; k < n_years; k++) { /* the flows are parts of these people */
        two_region_step(&p, &natural, &migration);
        if ((s = skpi__result(at, "out->urban", p.u.people)) || (s = skpi__result(at, "out->rural", p.r.people)))
            return s;
    }
    return SKPI_OK;
}

static skpi_status two_region_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const two_region_call *c = call;
    const two_region_place place = two_region_place_of(&c->in, i), *p = &place;
    skpi_status s;
    (void)kept;
    if ((s = skpi__quantity(at, "in->urban", p->u.people)) || (s = skpi__quantity(at, "in->rural", p->r.people)) ||
        (s = skpi__rate(at, "in->natural_urban", p->u.natural, &natural_increase)) ||
        (s = skpi__rate(at, "in->natural_rural", p->r.natural, &natural_increase)) ||
        (s = skpi__quantity(at, "in->to_rural", p->u.leave)) || (s = skpi__quantity(at, "in->to_urban", p->r.leave)))
        return s;
    if (!(p->u.people > 0 || p->r.people > 0))
        return skpi__fail(at, SKPI_EZERODIV, "in->urban", p->u.people, "and in->rural is 0 too: there is no share");
    if (p->u.stay < 0)
        return skpi__fail(at, SKPI_EDOM, "in->to_rural", p->u.leave,
                          "is more than 1 + natural_urban = %g: more people would leave than live there",
                          1 + p->u.natural);
    if (p->r.stay < 0)
        return skpi__fail(at, SKPI_EDOM, "in->to_urban", p->r.leave,
                          "is more than 1 + natural_rural = %g: more people would leave than live there",
                          1 + p->r.natural);
    if ((s = two_region_years(at, place, c->n_years)) ||
        (s = skpi__unusual(at, "in->natural_urban", p->u.natural, &natural_increase)) ||
        (s = skpi__unusual(at, "in->natural_rural", p->r.natural, &natural_increase)) ||
        (s = skpi__unusual(at, "in->to_rural", p->u.leave, &skpi__yearly_part)))
        return s;
    return skpi__unusual(at, "in->to_urban", p->r.leave, &skpi__yearly_part);
}

/* The dominant eigenvalue and the stable share. lambda - a and lambda - d are computed without cancellation.  A region
 * that begins empty and into which nobody moves stays empty: the state is that of the other region alone. */
static void two_region_limits(const two_region_place *p, double *growth, double *stable)
{
    const double m_ur = p->u.leave, m_ru = p->r.leave;
    const int all_urban = p->r.people == 0 && m_ur == 0, all_rural = p->u.people == 0 && m_ru == 0;
    if (all_urban || all_rural) {
        *growth = all_urban ? p->u.stay : p->r.stay;
        *stable = all_urban;
        return;
    }
    const double above_a = p->u.natural - m_ur, above_d = p->r.natural - m_ru; /* a - 1, d - 1 */
    const double term[] = {p->u.natural, -m_ur, -p->r.natural, m_ru}; /* a - d, in which nearly all may cancel */
    const double h = skpi__sum_of(4, term) / 2, cross = sqrt(m_ur) * sqrt(m_ru), q = hypot(h, cross);
    const double small = q > 0 ? cross * (cross / (q + fabs(h))) : 0; /* q - |h| */
    const double beyond_a = h > 0 ? small : q - h, beyond_d = h > 0 ? q + h : small;
    *growth = 1 + (h > 0 ? above_a : above_d) + small;
    if (m_ru > 0)
        *stable = m_ru / (m_ru + beyond_a);
    else if (m_ur > 0)
        *stable = beyond_d > 0 ? beyond_d / (beyond_d + m_ur) : 0;
    else if (h > 0 || h < 0)
        *stable = h > 0;
    else { /* divided by the larger population, so that the sum cannot overflow */
        const double u = p->u.people, r = p->r.people;
        *stable = u > r ? 1 / (1 + r / u) : u / r / (1 + u / r);
    }
}

static skpi_status two_region_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const two_region_call *c = call;
    const skpi_urban_two_region_out *o = &c->out;
    two_region_place p = two_region_place_of(&c->in, i);
    double growth, stable, natural, migration;
    (void)at, (void)kept;
    two_region_limits(&p, &growth, &stable);
    skpi__set(o->growth, i, growth), skpi__set(o->stable, i, stable);
    for (size_t k = i * c->n_years; k < (i + 1) * c->n_years; k++) {
        two_region_step(&p, &natural, &migration);
        skpi__set(o->urban, k, p.u.people), skpi__set(o->rural, k, p.r.people);
        skpi__set(o->natural, k, natural), skpi__set(o->migration, k, migration);
    }
    return SKPI_OK;
}

static void two_region_fail(const void *call, size_t i)
{
    const two_region_call *c = call;
    const skpi_urban_two_region_out *o = &c->out;
    skpi__set_nan_row(o->urban, i, c->n_years), skpi__set_nan_row(o->rural, i, c->n_years);
    skpi__set_nan_row(o->natural, i, c->n_years), skpi__set_nan_row(o->migration, i, c->n_years);
    skpi__set(o->growth, i, (double)NAN), skpi__set(o->stable, i, (double)NAN);
}

skpi_status skpi_urban_two_region(const skpi_urban_two_region_in *in, size_t n_years, skpi_urban_two_region_out *out,
                                  int32_t *status)
{
    static const skpi__rows_steps steps = {0, two_region_check, two_region_compute, two_region_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    two_region_call c;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &c.in))) return s;
    const skpi_urban_two_region_in *g = &c.in;
    r.n = g->n;
    if ((s = skpi__rows_array(&r, "in->urban", g->urban)) || (s = skpi__rows_array(&r, "in->rural", g->rural)) ||
        (s = skpi__rows_array(&r, "in->natural_urban", g->natural_urban)) ||
        (s = skpi__rows_array(&r, "in->natural_rural", g->natural_rural)) ||
        (s = skpi__rows_array(&r, "in->to_rural", g->to_rural)) ||
        (s = skpi__rows_array(&r, "in->to_urban", g->to_urban)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out)) ||
        (s = skpi__array_size(r.at, "out->urban", g->n, n_years)))
        return s;
    c.n_years = c.out.urban || c.out.rural || c.out.natural || c.out.migration ? n_years : 0;
    return skpi__rows_run(&r, &steps, &c);
}

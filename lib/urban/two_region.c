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
#include <smartkpi/urban.h>

typedef struct region {
    double people, natural, leave;
} region;
typedef struct place {
    region u, r;
} place;

static place place_of(const skpi_urban_two_region_in *in, size_t i)
{
    return (place){{in->urban[i], in->natural_urban[i], in->to_rural[i]},
                   {in->rural[i], in->natural_rural[i], in->to_urban[i]}};
}

static void step(place *p, double *natural, double *migration)
{
    const double u = p->u.people, r = p->r.people;
    *natural = p->u.natural * u;
    *migration = p->r.leave * r - p->u.leave * u;
    p->u.people = (1 + p->u.natural - p->u.leave) * u + p->r.leave * r;
    p->r.people = (1 + p->r.natural - p->r.leave) * r + p->u.leave * u;
}

/* Together the regions grow by the larger natural increase at most; only where that could leave the range of a double
 * are the years tried. */
static skpi_status years_check(skpi__at at, place p, size_t n_years)
{
    const double most = fmax(p.u.natural, p.r.natural);
    double natural, migration;
    skpi_status s = SKPI_OK;
    if (fmax(p.u.people, p.r.people) < 1e100 && (most <= 0 || most * (double)n_years < 400)) return SKPI_OK;
    for (size_t k = 0; !s && k < n_years; k++) {
        step(&p, &natural, &migration);
        if ((s = skpi__result(at, "out->urban", p.u.people)) || (s = skpi__result(at, "out->rural", p.r.people)) ||
            (s = skpi__result(at, "out->natural", natural)))
            break;
        s = skpi__result(at, "out->migration", migration);
    }
    return s;
}

static skpi_status place_check(skpi__at at, const place *p)
{
    skpi_status s;
    if ((s = skpi__quantity(at, "in->urban", p->u.people)) || (s = skpi__quantity(at, "in->rural", p->r.people)) ||
        (s = skpi__finite(at, "in->natural_urban", p->u.natural)) ||
        (s = skpi__finite(at, "in->natural_rural", p->r.natural)) ||
        (s = skpi__quantity(at, "in->to_rural", p->u.leave)) || (s = skpi__quantity(at, "in->to_urban", p->r.leave)))
        return s;
    if (!(p->u.people > 0 || p->r.people > 0))
        return skpi__fail(at, SKPI_EZERODIV, "in->urban", p->u.people, "and nobody in in->rural: there is no share");
    if (1 + p->u.natural - p->u.leave < 0)
        return skpi__fail(at, SKPI_EDOM, "in->to_rural", p->u.leave,
                          "is more than 1 + natural_urban = %g: more would leave than are there", 1 + p->u.natural);
    if (1 + p->r.natural - p->r.leave < 0)
        return skpi__fail(at, SKPI_EDOM, "in->to_urban", p->r.leave,
                          "is more than 1 + natural_rural = %g: more would leave than are there", 1 + p->r.natural);
    return skpi__result(at, "out->growth", 2 + fmax(p->u.natural, p->r.natural) + p->u.leave + p->r.leave);
}

/* Eigenvalue and share in the end.  lambda - a and lambda - d are taken without cancellation. */
static void limits(const place *p, double *growth, double *stable)
{
    const double m_ur = p->u.leave, m_ru = p->r.leave;
    const double above_a = p->u.natural - m_ur, above_d = p->r.natural - m_ru; /* a - 1, d - 1 */
    const double h = above_a / 2 - above_d / 2, cross = sqrt(m_ur) * sqrt(m_ru), q = hypot(h, cross);
    const double small = q > 0 ? cross * (cross / (q + fabs(h))) : 0; /* q - |h| */
    const double beyond_a = h > 0 ? small : q - h, beyond_d = h > 0 ? q + h : small;
    *growth = 1 + (h > 0 ? above_a : above_d) + small;
    if (m_ru > 0)
        *stable = m_ru / (m_ru + beyond_a);
    else if (m_ur > 0)
        *stable = beyond_d > 0 ? beyond_d / (beyond_d + m_ur) : 0;
    else if (h > 0 || h < 0)
        *stable = h > 0;
    else { /* by the larger, so that the sum cannot overflow */
        const double u = p->u.people, r = p->r.people;
        *stable = u > r ? 1 / (1 + r / u) : u / r / (1 + u / r);
    }
}

static void fail_row(const skpi_urban_two_region_out *o, size_t i, size_t n_years)
{
    for (size_t k = i * n_years; k < (i + 1) * n_years; k++) {
        skpi__set(o->urban, k, (double)NAN), skpi__set(o->rural, k, (double)NAN);
        skpi__set(o->natural, k, (double)NAN), skpi__set(o->migration, k, (double)NAN);
    }
    skpi__set(o->growth, i, (double)NAN), skpi__set(o->stable, i, (double)NAN);
}

skpi_status skpi_urban_two_region(const skpi_urban_two_region_in *in, size_t n_years, skpi_urban_two_region_out *out,
                                  int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_urban_two_region_in g;
    skpi_urban_two_region_out o;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &g))) return s;
    r.n = g.n;
    if ((s = skpi__rows_array(&r, "in->urban", g.urban)) || (s = skpi__rows_array(&r, "in->rural", g.rural)) ||
        (s = skpi__rows_array(&r, "in->natural_urban", g.natural_urban)) ||
        (s = skpi__rows_array(&r, "in->natural_rural", g.natural_rural)) ||
        (s = skpi__rows_array(&r, "in->to_rural", g.to_rural)) ||
        (s = skpi__rows_array(&r, "in->to_urban", g.to_urban)) || (s = SKPI__STRUCT(r.at, out, 0, &o)) ||
        (s = skpi__array_size(r.at, "out->urban", g.n, n_years)))
        return s;
    const size_t steps = o.urban || o.rural || o.natural || o.migration ? n_years : 0;
    for (size_t i = 0; i < g.n; i++) {
        const skpi__at at = skpi__row_at(&r, i);
        const place p = place_of(&g, i);
        s = place_check(at, &p);
        if (!s) s = years_check(at, p, steps);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    for (size_t i = 0; i < g.n; i++) {
        place p = place_of(&g, i);
        double growth, stable, natural, migration;
        if (!skpi__row_good(&r, i)) {
            fail_row(&o, i, steps);
            continue;
        }
        limits(&p, &growth, &stable);
        skpi__set(o.growth, i, growth), skpi__set(o.stable, i, stable);
        for (size_t k = i * n_years; k < i * n_years + steps; k++) {
            step(&p, &natural, &migration);
            skpi__set(o.urban, k, p.u.people), skpi__set(o.rural, k, p.r.people);
            skpi__set(o.natural, k, natural), skpi__set(o.migration, k, migration);
        }
    }
    return skpi__rows_end(&r);
}

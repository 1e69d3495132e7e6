/* The members of skpi_carbon_path: read by row, checked one by one. */
#include "carbon/path_members.h"
#include "core/check.h"
#include "core/struct.h"
#include "core/usual.h"
#include <float.h>
#include <stddef.h>

static const skpi__carbon_shape *const shapes[] = {
    &skpi__carbon_linear_shape,   &skpi__carbon_exponential_shape, &skpi__carbon_compound_shape,
    &skpi__carbon_logistic_shape, &skpi__carbon_capped_shape,      &skpi__carbon_peak_shape,
    &skpi__carbon_hermite_shape,
};

enum kind { DATE, EMISSION, REMAINDER, YEARS, EXPONENT, NUMBER, GROWTH, END, WAYPOINT_DATE, WAYPOINT_SHARE };

static const struct member {
    const char *name;
    enum kind kind;
    int absent_is_zero;
    size_t given, row; /* offsets in the two structs */
} members[] = {
#define MEMBER(name, kind, zero)                                                                       \
    {                                                                                                  \
        "path->" #name, kind, zero, offsetof(skpi_carbon_path, name), offsetof(skpi__carbon_row, name) \
    }
    MEMBER(t0, DATE, 0),
    MEMBER(e0, EMISSION, 0),
    MEMBER(residual, REMAINDER, 1),
    MEMBER(t_peak, DATE, 0),
    MEMBER(e_peak, EMISSION, 0),
    MEMBER(plateau, YEARS, 1),
    MEMBER(t_net_zero, DATE, 0),
    MEMBER(power, EXPONENT, 0),
    MEMBER(rate, NUMBER, 0),
    MEMBER(growth, GROWTH, 1),
    MEMBER(mitigation, NUMBER, 0),
    MEMBER(t_mid, NUMBER, 0),
    MEMBER(t_end, END, 0),
    MEMBER(t_budget, DATE, 0),
    MEMBER(t_waypoint, WAYPOINT_DATE, 0),
    MEMBER(waypoint, WAYPOINT_SHARE, 0),
#undef MEMBER
};
enum { MEMBERS = sizeof members / sizeof *members };
_Static_assert((int)MEMBERS == (int)SKPI__CARBON_MEMBERS, "every member has its place in the list of those given");

/* Emissions of places grow and fall faster than populations. */
static const skpi__usual members_growth = {"a growth rate a year", "percent", -0.15, 0.15, 0.5};

static const double *members_array(const skpi_carbon_path *path, size_t m)
{
    return *(const double *const *)(const void *)((const char *)path + members[m].given);
}

static double *members_value(skpi__carbon_row *k, size_t m) { return (double *)(void *)((char *)k + members[m].row); }

skpi_status skpi__carbon_bounded(skpi__at at, const char *name, double value)
{
    /* the bound is DBL_MAX over four times the 900 years of the window, so that sums of pieces are finite too */
    return fabs(value) <= DBL_MAX / 4096
               ? SKPI_OK
               : skpi__fail(at, SKPI_EOVERFLOW, name, value, "is so large that a cumulative could overflow");
}

skpi_status skpi__carbon_whole(skpi__at at, const char *name, double date)
{
    return date == floor(date)
               ? SKPI_OK
               : skpi__fail(at, SKPI_EDOM, name, date, "is not a whole year, which a sum of annual values needs");
}

skpi_status skpi__carbon_convention(skpi__at at, const char *name, int32_t convention)
{
    static const int32_t known[] = {SKPI_CARBON_CONVENTION_INTEGRAL, SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE,
                                    SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE, 0};
    return skpi__choice(at, name, convention, known, "a convention (enum skpi_carbon_convention)");
}

skpi_status skpi__carbon_take(skpi__at at, const skpi_carbon_path *path, skpi__carbon_paths *p)
{
    skpi_status s = SKPI__STRUCT(at, path, 0, &p->path);
    if (s) return s;
    p->shape = NULL;
    for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++)
        if (shapes[k]->shape == p->path.shape) p->shape = shapes[k];
    if (!p->shape) return skpi__no_choice(at, "path->shape", p->path.shape, "a shape of path (enum skpi_carbon_shape)");
    p->n_given = 0;
    p->blank = (skpi__carbon_row){.shape = p->path.shape, .convention = p->path.convention};
    for (size_t m = 0; m < MEMBERS; m++) {
        *members_value(&p->blank, m) = members[m].absent_is_zero ? 0.0 : (double)NAN;
        if (members_array(&p->path, m)) p->given[p->n_given++] = (unsigned char)m;
    }
    return skpi__carbon_convention(at, "path->convention", p->path.convention);
}

/* Members that a row without a waypoint does not use, although the path has them for its other rows. */
static unsigned members_of_waypoint(const skpi__carbon_shape *shape)
{
    return shape->waypoint_needed & ~(shape->needed | shape->optional);
}

skpi_status skpi__carbon_by(skpi__at at, const skpi__carbon_paths *p, int32_t by)
{
    skpi_status s = skpi__choice(at, "by", by, p->shape->by, p->shape->ways);
    if (s || by != SKPI_CARBON_TARGET_BUDGET || skpi__is_integral(&p->blank) || p->shape->annual) return s;
    return skpi__fail(at, SKPI_EINVAL, "path->convention", p->path.convention,
                      "does not fit a budget of this shape, which counts as an integral to an unknown net-zero date");
}

/* The reason why a member may not be given; NULL if it may. */
static const char *members_why_not(const skpi__carbon_shape *shape, int through, unsigned bit, int32_t by)
{
    const unsigned unknown = through ? shape->waypoint_unknown : shape->unknown;
    if (by && bit == unknown) return "it is the unknown";
    if (!through && bit & members_of_waypoint(shape)) return "this shape uses it only for a path through a waypoint";
    if (!((shape->needed | shape->optional | shape->waypoint_needed | SKPI__T_BUDGET) & bit))
        return "this shape does not use it";
    return by && bit == SKPI__T_END && !(shape->ends & skpi__target_bit(by)) ? "this target does not use it" : NULL;
}

skpi_status skpi__carbon_given(const skpi__rows *r, const skpi__carbon_paths *p, int32_t by)
{
    const int through = p->shape->waypoint_needed && (p->path.t_waypoint || p->path.waypoint);
    const unsigned needed = p->shape->needed | (through ? p->shape->waypoint_needed : 0);
    for (unsigned m = 0; m < MEMBERS; m++) {
        const unsigned bit = 1U << m;
        const double *array = members_array(&p->path, m);
        const char *why = members_why_not(p->shape, through, bit, by);
        skpi_status s;
        if (why) {
            if (array) return skpi__refuse(r->at, SKPI_EINVAL, members[m].name, "must be NULL here: %s", why);
        } else if ((needed & bit || (by && bit == SKPI__T_END)) && (s = skpi__rows_array(r, members[m].name, array)))
            return s;
    }
    return SKPI_OK;
}

skpi__carbon_row skpi__carbon_load(const skpi__carbon_paths *p, size_t i)
{
    skpi__carbon_row k = p->blank;
    for (size_t j = 0; j < p->n_given; j++) *members_value(&k, p->given[j]) = members_array(&p->path, p->given[j])[i];
    if (!p->path.t_budget) k.t_budget = k.t0;
    k.e_peak = skpi__carbon_level(k.e_peak, k.e0);
    k.residual = skpi__carbon_level(skpi__carbon_level(k.residual, k.e0), k.e_peak);
    return k;
}

static skpi_status members_check(skpi__at at, enum kind kind, const char *name, double value, int endless)
{
    skpi_status s = SKPI_OK;
    switch (kind) {
    case DATE:
    case WAYPOINT_DATE: return skpi__date(at, name, value);
    case EMISSION: return (s = skpi__quantity(at, name, value)) ? s : skpi__carbon_bounded(at, name, value);
    case REMAINDER: return (s = skpi__finite(at, name, value)) ? s : skpi__carbon_bounded(at, name, value);
    case YEARS: return skpi__quantity(at, name, value);
    case EXPONENT: return skpi__positive(at, name, value);
    case NUMBER: return skpi__finite(at, name, value);
    case GROWTH: return skpi__rate(at, name, value, &members_growth);
    case WAYPOINT_SHARE: return skpi__share(at, name, value);
    default: /* END */ return endless && value == (double)INFINITY ? SKPI_OK : skpi__date(at, name, value);
    }
}

/* Checks the order of the dates of a budget. */
static skpi_status members_dates(skpi__at at, const skpi_carbon_path *path, const skpi__carbon_row *k, int32_t by)
{
    const int budget = by == SKPI_CARBON_TARGET_BUDGET;
    skpi_status s;
    if (path->t_end && k->t_end <= k->t0)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_end", k->t_end, "is not after path->t0 = %g", k->t0);
    if (k->t_budget < k->t0)
        return skpi__fail(at, SKPI_EDOM, "path->t_budget", k->t_budget,
                          "is before path->t0 = %g, where the path begins: earlier emissions are not known", k->t0);
    if (budget && path->t_end && k->t_end <= k->t_budget)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_end", k->t_end,
                          "is not after path->t_budget = %g, from which the budget counts", k->t_budget);
    if (skpi__is_integral(k) || (by && !budget)) return SKPI_OK;
    if ((s = skpi__carbon_whole(at, "path->t0", k->t0)) ||
        (path->t_budget && (s = skpi__carbon_whole(at, "path->t_budget", k->t_budget))))
        return s;
    return by && path->t_end ? skpi__carbon_whole(at, "path->t_end", k->t_end) : SKPI_OK;
}

/* Warns of rates that are valid but probably percentages or of another unit.  Absent rates are NaN or 0 and never
 * warn. */
static skpi_status members_unusual(skpi__at at, const skpi__carbon_row *k)
{
    const skpi__usual *usual = k->shape == SKPI_CARBON_SHAPE_COMPOUND ? &skpi__yearly_cut : &skpi__decline;
    if (!(fabs(k->growth) <= members_growth.most)) return skpi__unusual(at, "path->growth", k->growth, &members_growth);
    if (k->mitigation > skpi__decline.most) return skpi__unusual(at, "path->mitigation", k->mitigation, &skpi__decline);
    if (k->shape == SKPI_CARBON_SHAPE_LINEAR) {
        if (k->rate > 0.5 * k->e0 && k->e0 > 0)
            return skpi__warn(at, "path->rate", k->rate, "is more than half of path->e0 = %g a year", k->e0);
    } else if (k->shape != SKPI_CARBON_SHAPE_HERMITE && k->rate > usual->most)
        return skpi__unusual(at, "path->rate", k->rate, usual);
    return SKPI_OK;
}

skpi_status skpi__carbon_check(skpi__at at, const skpi__carbon_paths *p, const skpi__carbon_row *k, int32_t by)
{
    const int endless = p->shape->endless && (!by || (by == SKPI_CARBON_TARGET_BUDGET && skpi__is_integral(k)));
    const unsigned unread = isnan(k->t_waypoint) && isnan(k->waypoint) ? members_of_waypoint(p->shape) : 0;
    skpi_status s;
    for (size_t j = 0; j < p->n_given; j++) {
        const size_t m = p->given[j];
        const double value = *(const double *)(const void *)((const char *)k + members[m].row);
        if (!(1U << m & unread) && (s = members_check(at, members[m].kind, members[m].name, value, endless))) return s;
    }
    if ((s = members_dates(at, &p->path, k, by)) || (s = p->shape->check(at, k, by))) return s;
    return members_unusual(at, k);
}

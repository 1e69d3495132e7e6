/* The members of skpi_carbon_path: read by row, checked one by one. */
#include "carbon/path_members.h"
#include "core/check.h"
#include "core/struct.h"
#include <float.h>
#include <stddef.h>

static const skpi__carbon_shape *const shapes[] = {
    &skpi__carbon_linear_shape,   &skpi__carbon_exponential_shape, &skpi__carbon_compound_shape,
    &skpi__carbon_logistic_shape, &skpi__carbon_capped_shape,      &skpi__carbon_peak_shape,
    &skpi__carbon_hermite_shape,
};

enum kind { DATE, EMISSION, REMAINDER, YEARS, EXPONENT, NUMBER, END };

static const struct member {
    const char *name;
    enum kind kind;
    int absent_is_zero;
    size_t given, row; /* places in the structs */
} members[] = {
#define MEMBER(name, kind, zero)                                                                       \
    {                                                                                                  \
        "path->" #name, kind, zero, offsetof(skpi_carbon_path, name), offsetof(skpi__carbon_row, name) \
    }
    MEMBER(t0, DATE, 0),         MEMBER(e0, EMISSION, 0),   MEMBER(residual, REMAINDER, 1), MEMBER(t_peak, DATE, 0),
    MEMBER(e_peak, EMISSION, 0), MEMBER(plateau, YEARS, 1), MEMBER(t_net_zero, DATE, 0),    MEMBER(power, EXPONENT, 0),
    MEMBER(rate, NUMBER, 0),     MEMBER(growth, NUMBER, 1), MEMBER(mitigation, NUMBER, 0),  MEMBER(t_mid, NUMBER, 0),
    MEMBER(t_end, END, 0),
#undef MEMBER
};
enum { MEMBERS = sizeof members / sizeof *members };

static const double *array_of(const skpi_carbon_path *path, size_t m)
{
    return *(const double *const *)(const void *)((const char *)path + members[m].given);
}

skpi_status skpi__carbon_bounded(skpi__at at, const char *name, double value)
{
    /* 4096 is above four times the 900 years of the window: sums of pieces stay finite too */
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

skpi_status skpi__carbon_take(const char *function, const skpi_carbon_path *path, int32_t *status,
                              skpi__carbon_paths *own, skpi__rows *r)
{
    const skpi__at at = skpi__here(function);
    skpi_status s = SKPI__STRUCT(at, path, 0, &own->path);
    if (s) return s;
    *r = skpi__rows_begin(function, own->path.n, status);
    own->shape = NULL;
    for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++)
        if (shapes[k]->shape == own->path.shape) own->shape = shapes[k];
    return own->shape ? skpi__carbon_convention(at, "path->convention", own->path.convention)
                      : skpi__no_choice(at, "path->shape", own->path.shape, "a shape of path (enum skpi_carbon_shape)");
}

skpi_status skpi__carbon_by(skpi__at at, const skpi__carbon_paths *own, int32_t by)
{
    const skpi__carbon_shape *shape = own->shape;
    const skpi_carbon_path *path = &own->path;
    skpi_status s = skpi__choice(at, "by", by, shape->by, shape->ways);
    if (s || by != SKPI_CARBON_TARGET_BUDGET || path->convention == SKPI_CARBON_CONVENTION_INTEGRAL || shape->annual)
        return s;
    return skpi__fail(at, SKPI_EINVAL, "path->convention", path->convention,
                      "does not fit a budget of this shape: it counts to a net-zero date that is not known, as the "
                      "integral");
}

skpi_status skpi__carbon_given(const skpi__rows *r, const skpi__carbon_paths *own, int32_t by)
{
    const skpi__carbon_shape *shape = own->shape;
    for (unsigned m = 0; m < MEMBERS; m++) {
        const unsigned bit = 1U << m;
        const double *array = array_of(&own->path, m);
        const int end = by && bit == SKPI__T_END;
        const char *why = by && bit == shape->unknown                    ? "it is what solving gives"
                          : !((shape->needed | shape->optional) & bit)   ? "this shape does not use it"
                          : end && !(shape->ends & skpi__target_bit(by)) ? "this target does not use it"
                                                                         : NULL;
        skpi_status s;
        if (why) {
            if (array) return skpi__refuse(r->at, SKPI_EINVAL, members[m].name, "must be NULL here: %s", why);
        } else if (((shape->needed & bit) || end) && (s = skpi__rows_array(r, members[m].name, array)))
            return s;
    }
    return SKPI_OK;
}

skpi__carbon_row skpi__carbon_load(const skpi__carbon_paths *own, size_t i)
{
    const skpi_carbon_path *path = &own->path;
    skpi__carbon_row k = {.shape = path->shape, .convention = path->convention};
    for (size_t m = 0; m < MEMBERS; m++) {
        const double *array = array_of(path, m);
        double *value = (double *)(void *)((char *)&k + members[m].row);
        *value = array ? array[i] : members[m].absent_is_zero ? 0.0 : (double)NAN;
    }
    return k;
}

static skpi_status check_member(skpi__at at, enum kind kind, const char *name, double value, int endless)
{
    skpi_status s = SKPI_OK;
    switch (kind) {
    case DATE: return skpi__date(at, name, value);
    case EMISSION: return (s = skpi__quantity(at, name, value)) ? s : skpi__carbon_bounded(at, name, value);
    case REMAINDER: return (s = skpi__finite(at, name, value)) ? s : skpi__carbon_bounded(at, name, value);
    case YEARS: return skpi__quantity(at, name, value);
    case EXPONENT: return skpi__positive(at, name, value);
    case NUMBER: return skpi__finite(at, name, value);
    case END: break;
    }
    return endless && isinf(value) && value > 0 ? SKPI_OK : skpi__date(at, name, value);
}

skpi_status skpi__carbon_check(skpi__at at, const skpi__carbon_paths *own, const skpi__carbon_row *k, int32_t by)
{
    const skpi__carbon_shape *shape = own->shape;
    const skpi_carbon_path *path = &own->path;
    const int annual = k->convention != SKPI_CARBON_CONVENTION_INTEGRAL, ended = path->t_end != NULL;
    const int endless = shape->endless && (!by || (by == SKPI_CARBON_TARGET_BUDGET && !annual));
    skpi_status s;
    for (size_t m = 0; m < MEMBERS; m++) {
        const double *value = (const double *)(const void *)((const char *)k + members[m].row);
        if (array_of(path, m) && (s = check_member(at, members[m].kind, members[m].name, *value, endless))) return s;
    }
    if (ended && k->t_end <= k->t0)
        return skpi__fail(at, SKPI_ENOTSORTED, "path->t_end", k->t_end, "is not after path->t0 = %g", k->t0);
    if (annual && (!by || by == SKPI_CARBON_TARGET_BUDGET)) {
        if ((s = skpi__carbon_whole(at, "path->t0", k->t0))) return s;
        if (by && ended && (s = skpi__carbon_whole(at, "path->t_end", k->t_end))) return s;
    }
    return shape->check(at, k, by);
}

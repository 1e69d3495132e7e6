/* Points by the part of the target that is reached, as factsheets of U4SSC give them. */
#include <smartkpi/catalogue.h>
#include "core/cells.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/decimal.h"

enum { POINTS_MOST = 4 };

typedef struct score_call {
    size_t m;
    const double *value, *target;
    const int32_t *direction;
    skpi_catalogue_score_out out;
} score_call;

/* A value of 0 of which less is better reaches more than any part. */
static double score_reached(const score_call *c, size_t i, size_t j)
{
    const double v = c->value[i * c->m + j], t = c->target[j];
    return c->direction && c->direction[j] < 0 ? t / fabs(v) : v / t; /* a value may be -0 */
}

static skpi_status score_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const score_call *c = call;
    skpi_status warned = SKPI_OK, s;
    (void)kept;
    for (size_t j = 0; j < c->m; j++) {
        const double v = c->value[i * c->m + j];
        const skpi__at here = skpi__column(at, j);
        if (isnan(v) || isnan(c->target[j])) warned = SKPI_WMISSING;
        if (isnan(v)) continue;
        if ((s = skpi__quantity(here, "value", v))) return s;
        if (v > 0 && isinf(score_reached(c, i, j)))
            return skpi__fail(here, SKPI_EOVERFLOW, "value", v, "is too far from the target, %g", c->target[j]);
    }
    return warned;
}

/* A quotient of decimal numbers that is a limit but for its rounding is on it. */
static int32_t score_points(double reached)
{
    return 1 + skpi__reaches(reached, .33, 0) + skpi__reaches(reached, .66, 0) + skpi__reaches(reached, .95, 0);
}

static skpi_status score_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const score_call *c = call;
    int32_t sum = 0, counted = 0;
    (void)at;
    (void)kept;
    for (size_t j = 0; j < c->m; j++) {
        const double reached = score_reached(c, i, j);
        const int32_t points = isnan(reached) ? SKPI_NONE : score_points(reached);
        skpi__set(c->out.reached, i * c->m + j, reached);
        skpi__set_int(c->out.points, i * c->m + j, points);
        if (points == SKPI_NONE) continue;
        sum += points;
        counted++;
    }
    skpi__set(c->out.score, i, counted ? 100. * sum / (POINTS_MOST * (double)counted) : (double)NAN);
    skpi__set_int(c->out.counted, i, counted);
    return SKPI_OK;
}

static void score_fail(const void *call, size_t i)
{
    const score_call *c = call;
    skpi__set_nan_row(c->out.reached, i, c->m);
    for (size_t j = 0; j < c->m; j++) skpi__set_int(c->out.points, i * c->m + j, SKPI_NONE);
    skpi__set(c->out.score, i, (double)NAN);
    skpi__set_int(c->out.counted, i, SKPI_NONE);
}

skpi_status skpi_catalogue_score(size_t n, size_t m, const double *value, const double *target,
                                 const int32_t *direction, skpi_catalogue_score_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {0, score_check, score_compute, score_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    score_call c = {.m = m, .value = value, .target = target, .direction = direction};
    skpi_status s;
    if ((s = skpi__rows_matrix(&r, "value", value, m)) || (s = skpi__array(r.at, "target", target, m, 1))) return s;
    for (size_t j = 0; j < m; j++)
        if (!isnan(target[j]) && (s = skpi__positive(skpi__element(r.at, j), "target", target[j]))) return s;
    if ((s = skpi__directions_check(r.at, m, direction)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out))) return s;
    return skpi__rows_run(&r, &steps, &c);
}

/* Stages of an urban transition that follows a logistic p = K/(1 + exp(-s (t - m))).
 *
 * Between the dates at which the third derivative of p is zero, where the speed changes fastest, lies the stage of
 * acceleration:
 *   t = m -+ ln(2 + sqrt 3)/s, at the shares K (3 -+ sqrt 3)/6; in the middle the share K/2 and the top speed K s/4
 * Source of the stages: R. M. Northam, Urban Geography (2nd ed., Wiley, 1979); the dates follow from the logistic.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/usual.h"
#include <smartkpi/urban.h>

typedef struct stages_call {
    const double *ceiling, *speed, *midpoint;
    skpi_urban_stages_out out;
} stages_call;

static const skpi__usual stages_speed = {"the growth rate of a logistic a year", "percent", 0, 0.1, 0.5};

/* Years between the middle and either end of the stage of acceleration. */
static double stages_half_span(double speed) { return log(2 + sqrt(3.0)) / speed; }

static skpi_status stages_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const stages_call *c = call;
    skpi_status s;
    (void)kept;
    if ((s = skpi__share(at, "ceiling", c->ceiling[i])) || (s = skpi__positive(at, "ceiling", c->ceiling[i])) ||
        (s = skpi__positive(at, "speed", c->speed[i])) || (s = skpi__rate(at, "speed", c->speed[i], &stages_speed)) ||
        (s = skpi__date(at, "midpoint", c->midpoint[i])) ||
        (s = skpi__result(at, "out->start_date", stages_half_span(c->speed[i]))))
        return s;
    return skpi__unusual(at, "speed", c->speed[i], &stages_speed);
}

static void stages_write(const skpi_urban_stages_out *o, size_t i, double ceiling, double speed, double midpoint)
{
    skpi__set(o->start_date, i, midpoint - stages_half_span(speed));
    skpi__set(o->middle_date, i, midpoint);
    skpi__set(o->end_date, i, midpoint + stages_half_span(speed));
    skpi__set(o->start_share, i, ceiling * (3 - sqrt(3.0)) / 6);
    skpi__set(o->middle_share, i, ceiling * 3 / 6);
    skpi__set(o->end_share, i, ceiling * (3 + sqrt(3.0)) / 6);
    skpi__set(o->top_speed, i, ceiling * speed / 4);
}

static skpi_status stages_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const stages_call *c = call;
    (void)at, (void)kept;
    stages_write(&c->out, i, c->ceiling[i], c->speed[i], c->midpoint[i]);
    return SKPI_OK;
}

static void stages_fail(const void *call, size_t i)
{
    const double none = (double)NAN;
    stages_write(&((const stages_call *)call)->out, i, none, none, none);
}

skpi_status skpi_urban_stages(size_t n, const double *ceiling, const double *speed, const double *midpoint,
                              skpi_urban_stages_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {0, stages_check, stages_compute, stages_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    stages_call c = {.ceiling = ceiling, .speed = speed, .midpoint = midpoint};
    skpi_status s;
    if ((s = skpi__rows_array(&r, "ceiling", ceiling)) || (s = skpi__rows_array(&r, "speed", speed)) ||
        (s = skpi__rows_array(&r, "midpoint", midpoint)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}

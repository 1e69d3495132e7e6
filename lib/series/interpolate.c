/* Values between dated observations, by straight lines on a scale. */
#include "core/check.h"
#include "core/rows.h"
#include "core/steps.h"
#include "series/scale.h"

static skpi_status interpolate_known(skpi__at at, size_t n, const double *t, const double *y, int32_t scale)
{
    skpi_status s;
    for (size_t i = 0; i < n; i++) {
        const skpi__at here = skpi__element(at, i);
        if ((s = skpi__date(here, "date", t[i]))) return s;
        if (i && t[i] == t[i - 1]) return skpi__fail(here, SKPI_EDOM, "date", t[i], "is given twice");
        if (i && t[i] < t[i - 1])
            return skpi__fail(here, SKPI_ENOTSORTED, "date", t[i], "comes after %g: dates must increase", t[i - 1]);
    }
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__scalable(skpi__element(at, i), "value", scale, y[i]))) return s;
    return SKPI_OK;
}

typedef struct interpolate_call {
    size_t n_known;
    const double *date, *value, *at;
    int32_t scale;
    double *out;
} interpolate_call;

static skpi_status interpolate_check(skpi__at here, const void *call, size_t i, void *kept)
{
    const interpolate_call *c = call;
    const double first = c->date[0], last = c->date[c->n_known - 1];
    const skpi_status s = skpi__date(here, "at", c->at[i]);
    (void)kept;
    if (s || (c->at[i] >= first && c->at[i] <= last)) return s;
    return skpi__fail(here, SKPI_EDOM, "at", c->at[i], "is outside the observations (%g to %g)", first, last);
}

static double interpolate_at(size_t n, const double *t, const double *y, int32_t scale, double date)
{
    size_t low = 0, high = n - 1; /* t[low] <= date <= t[high] */
    while (high - low > 1) {
        SKPI__STEP();
        const size_t middle = low + (high - low) / 2;
        if (t[middle] <= date)
            low = middle;
        else
            high = middle;
    }
    if (date == t[low] || y[low] == y[high]) return y[low]; /* an observation is returned to the bit */
    if (date == t[high]) return y[high];
    const double w = (date - t[low]) / (t[high] - t[low]), v = (t[high] - date) / (t[high] - t[low]);
    scale = skpi__scale_between(scale, y[low], y[high]);
    const double value =
        skpi__scale_from(scale, v * skpi__scale_to(scale, y[low]) + w * skpi__scale_to(scale, y[high]));
    /* rounding may leave the interval by a last digit, and a share just below 1 must not become 1 */
    return fmax(fmin(value, fmax(y[low], y[high])), fmin(y[low], y[high]));
}

static skpi_status interpolate_compute(skpi__at here, const void *call, size_t i, void *kept)
{
    const interpolate_call *c = call;
    (void)here, (void)kept;
    c->out[i] = interpolate_at(c->n_known, c->date, c->value, c->scale, c->at[i]);
    return SKPI_OK;
}

static void interpolate_fail(const void *call, size_t i) { ((const interpolate_call *)call)->out[i] = (double)NAN; }

skpi_status skpi_series_interpolate(size_t n, size_t n_known, const double *date, const double *value, const double *at,
                                    int32_t scale, double *out, int32_t *status)
{
    static const skpi__rows_steps steps = {0, interpolate_check, interpolate_compute, interpolate_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__count(r.at, "n_known", n_known)) || (s = skpi__array(r.at, "date", date, n_known, 1)) ||
        (s = skpi__array(r.at, "value", value, n_known, 1)) || (s = skpi__rows_array(&r, "at", at)) ||
        (s = skpi__scale(r.at, "scale", scale)) || (s = skpi__rows_array(&r, "out", out)) ||
        (s = interpolate_known(r.at, n_known, date, value, scale)))
        return s;
    return skpi__rows_run(&r, &steps, &(interpolate_call){n_known, date, value, at, scale, out});
}

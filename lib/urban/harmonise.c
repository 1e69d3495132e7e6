/* A published path of shares moved onto an observation.
 *
 *   d = logit(observed) - logit(path at its date);  logit of the moved path = logit of the path + d max(0, 1 - s/fade),
 *   s years after the observation; without fade + d
 *
 * Between its years the path is straight in the logit.  Earlier years stay, and so do shares of 0 and 1.
 */
#include <smartkpi/urban.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/logistic.h"

typedef struct harmonise_call {
    skpi_table path;
    const double *date, *observed;
    double fade; /* 0: the difference never fades */
    double *share;
} harmonise_call;

static skpi_status harmonise_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const harmonise_call *c = call;
    const size_t m = c->path.m;
    const int32_t *year = c->path.year;
    const double *path = c->path.value + i * m, date = c->date[i];
    skpi_status s;
    for (size_t j = 0; j < m; j++)
        if ((s = skpi__share(skpi__column(at, j), "path->value", path[j]))) return s;
    if ((s = skpi__date(at, "date", date)) || (s = skpi__open_share(at, "observed", c->observed[i]))) return s;
    if (date < year[0] || date > year[m - 1])
        return skpi__fail(at, SKPI_EDOM, "date", date, "is outside the path, %d to %d", (int)year[0], (int)year[m - 1]);
    size_t k = 0; /* the date lies in year k, or between year k and the next one */
    while (k + 1 < m && year[k + 1] <= date) k++;
    const size_t end = date > year[k] ? k + 1 : k;
    for (size_t j = k; j <= end; j++)
        if (path[j] == 0 || path[j] == 1)
            return skpi__fail(skpi__column(at, j), SKPI_EDOM, "path->value", path[j],
                              "has no logit to which the difference at the date of the observation can be added");
    double before = skpi__logit(path[k]);
    if (end > k) before += (skpi__logit(path[end]) - before) * ((date - year[k]) / ((double)year[end] - year[k]));
    *(double *)kept = end == k && path[k] == c->observed[i] ? 0 : skpi__logit(c->observed[i]) - before;
    return SKPI_OK;
}

static skpi_status harmonise_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const harmonise_call *c = call;
    const double d = *(const double *)kept;
    (void)at;
    for (size_t j = 0; j < c->path.m; j++) {
        const size_t cell = i * c->path.m + j;
        const double p = c->path.value[cell], since = c->path.year[j] - c->date[i];
        const double left = since < 0 ? 0 : c->fade > 0 ? fmax(0, 1 - since / c->fade) : 1;
        c->share[cell] = since == 0                          ? c->observed[i]
                         : d * left == 0 || p == 0 || p == 1 ? p
                                                             : skpi__logistic(skpi__logit(p) + d * left);
    }
    return SKPI_OK;
}

static void harmonise_fail(const void *call, size_t i)
{
    const harmonise_call *c = call;
    skpi__set_nan_row(c->share, i, c->path.m);
}

skpi_status skpi_urban_harmonise(const skpi_table *path, const double *date, const double *observed,
                                 const skpi_urban_harmonise_options *options, double *share, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(double), harmonise_check, harmonise_compute, harmonise_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    harmonise_call c = {.date = date, .observed = observed, .share = share};
    skpi_urban_harmonise_options o;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, path, &c.path))) return s;
    r.n = c.path.n;
    r.count = "path->n";
    if ((s = skpi__rows_array(&r, "date", date)) || (s = skpi__rows_array(&r, "observed", observed)) ||
        (s = SKPI__STRUCT_OR_NULL(r.at, options, 0, &o)) || (s = skpi__quantity(r.at, "options->fade", o.fade)) ||
        (s = skpi__rows_matrix(&r, "share", share, c.path.m)))
        return s;
    c.fade = o.fade;
    return skpi__rows_run(&r, &steps, &c);
}

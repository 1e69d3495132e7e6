/* First date at which a projection from parameters reaches a threshold. */
#include "core/check.h"
#include "core/rows.h"
#include "urban/path_crossing.h"

enum { YEARS = 200 };

typedef struct crossing_call {
    const skpi_urban_crossing_in *in;
    const skpi__urban_rules *rules;
    double *date;
} crossing_call;

static skpi_status crossing_date(skpi__at at, const crossing_call *c, size_t i, double *date)
{
    const skpi_urban_crossing_in *in = c->in;
    skpi__at quiet = at;
    skpi__urban_path path;
    quiet.quiet = 1; /* this function reports a failure in words of its own */
    const skpi_status s = skpi__urban_path_begin(quiet, c->rules, in->share[i], in->urgd[i],
                                                 skpi__urban_size_at(in->size_class, i), YEARS, &path);
    if (s < 0) return skpi__result(at, "date", (double)INFINITY);
    *date = in->last_date[i] + skpi__urban_path_crossing(&path, in->threshold[i], YEARS);
    return isnan(*date) ? skpi__fail(at, SKPI_ENOTFOUND, "in->threshold", in->threshold[i],
                                     "is not reached within %d years", YEARS)
                        : (skpi_status)(s | skpi__urban_horizon(c->rules, *date - in->last_date[i]));
}

static skpi_status crossing_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const crossing_call *c = call;
    const skpi_urban_crossing_in *in = c->in;
    const int32_t size = skpi__urban_size_at(in->size_class, i);
    skpi_status s, unusual;
    if ((s = skpi__date(at, "in->last_date", in->last_date[i])) || (s = skpi__share(at, "in->share", in->share[i])) ||
        (s = skpi__urban_urgd_check(at, c->rules, "in->urgd", in->urgd[i], in->share[i])) ||
        (s = skpi__urban_size_check(at, "in->size_class", size)) ||
        (s = skpi__urban_norm_check(at, c->rules, size, in->share[i])) ||
        (s = skpi__share(at, "in->threshold", in->threshold[i])) || (s = crossing_date(at, c, i, kept)) < 0)
        return s;
    if (!(unusual = skpi__urban_urgd_unusual(at, c->rules, "in->urgd", in->urgd[i], in->share[i])))
        unusual = skpi__urban_norm_unusual(at, c->rules, size, in->share[i]);
    return (skpi_status)(s | unusual);
}

static skpi_status crossing_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    (void)at;
    ((const crossing_call *)call)->date[i] = *(const double *)kept;
    return SKPI_OK;
}

static void crossing_fail(const void *call, size_t i) { ((const crossing_call *)call)->date[i] = (double)NAN; }

skpi_status skpi_urban_crossing(const skpi_urban_crossing_in *in, const skpi_urban_options *options, double *date,
                                int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(double), crossing_check, crossing_compute, crossing_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_urban_crossing_in g;
    skpi__urban_rules rules;
    skpi_status s;
    const skpi_status refused = skpi__urban_rules_take(r.at, options, &rules);
    if ((s = SKPI__STRUCT(r.at, in, 0, &g))) return s;
    r.n = g.n;
    r.count = "in->n";
    if ((s = skpi__rows_array(&r, "in->last_date", g.last_date)) || (s = skpi__rows_array(&r, "in->share", g.share)) ||
        (s = skpi__rows_array(&r, "in->urgd", g.urgd)) ||
        (s = skpi__urban_sizes_given(r.at, "in->size_class", g.n, g.size_class, &rules, 0)) ||
        (s = skpi__rows_array(&r, "in->threshold", g.threshold)) || (s = refused) ||
        (s = skpi__urban_rules_memoryless(r.at, &rules)) || (s = skpi__rows_array(&r, "date", date)))
        return s;
    r.whole = rules.unusual;
    return skpi__rows_run(&r, &steps, &(crossing_call){&g, &rules, date});
}

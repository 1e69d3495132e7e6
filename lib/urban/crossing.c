/* First date at which a projection from parameters reaches a threshold. */
#include "core/check.h"
#include "core/rows.h"
#include "urban/path.h"

enum { YEARS = 200 };

static skpi_status find(skpi__at at, const skpi__urban_rules *rules, const skpi_urban_crossing_in *in, size_t i,
                        double *date)
{
    skpi__at quiet = at;
    skpi__urban_path path;
    quiet.quiet = 1; /* what fails is told in the words of this function */
    const skpi_status s = skpi__urban_path_begin(quiet, rules, in->share[i], in->urgd[i],
                                                 skpi__urban_size_at(in->size_class, i), YEARS, &path);
    if (s < 0) return skpi__result(at, "date", (double)INFINITY);
    *date = in->last_date[i] + skpi__urban_path_crossing(&path, in->threshold[i], YEARS);
    return isnan(*date) ? skpi__fail(at, SKPI_ENOTFOUND, "in->threshold", in->threshold[i],
                                     "is not reached within %d years", YEARS)
                        : s;
}

static skpi_status place_check(skpi__at at, const skpi__urban_rules *rules, const skpi_urban_crossing_in *in, size_t i)
{
    double date;
    skpi_status s;
    if ((s = skpi__date(at, "in->last_date", in->last_date[i])) || (s = skpi__share(at, "in->share", in->share[i])) ||
        (s = skpi__finite(at, "in->urgd", in->urgd[i])) ||
        (s = skpi__urban_size_check(at, "in->size_class", skpi__urban_size_at(in->size_class, i))) ||
        (s = skpi__share(at, "in->threshold", in->threshold[i])))
        return s;
    return find(at, rules, in, i, &date);
}

skpi_status skpi_urban_crossing(const skpi_urban_crossing_in *in, const skpi_urban_options *options, double *date,
                                int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_urban_crossing_in g;
    skpi__urban_rules rules;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &g))) return s;
    r.n = g.n;
    if ((s = skpi__rows_array(&r, "in->last_date", g.last_date)) || (s = skpi__rows_array(&r, "in->share", g.share)) ||
        (s = skpi__rows_array(&r, "in->urgd", g.urgd)) ||
        (s = skpi__urban_sizes_given(r.at, "in->size_class", g.n, g.size_class, options, 0)) ||
        (s = skpi__rows_array(&r, "in->threshold", g.threshold)) ||
        (s = skpi__urban_rules_take(r.at, options, &rules)) || (s = skpi__urban_rules_memoryless(r.at, &rules)) ||
        (s = skpi__rows_array(&r, "date", date)))
        return s;
    for (size_t i = 0; i < g.n; i++)
        if ((s = skpi__row(&r, i, place_check(skpi__row_at(&r, i), &rules, &g, i)))) return s;
    for (size_t i = 0; i < g.n; i++) {
        double found = (double)NAN;
        if (skpi__row_good(&r, i)) find(skpi__row_at(&r, i), &rules, &g, i, &found);
        date[i] = found;
    }
    return skpi__rows_end(&r);
}

/* Projections of urban shares from dated observations, by any method of path.h.
 *
 * Curves are fitted while the places are checked, and kept until the years are written.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "urban/history.h"
#include "urban/history_break.h"
#include "urban/path_years.h"

typedef struct project_history_call {
    const skpi__urban_rules *rules;
    skpi_urban_history history;
    const int32_t *size_class;
    int32_t first_year;
    size_t n_years;
    skpi_urban_project_out out;
} project_history_call;

static double project_history_last(const project_history_call *c, size_t i)
{
    return c->history.date[c->history.first[i + 1] - 1];
}

static double project_history_lead(const project_history_call *c, size_t i)
{
    return c->first_year - project_history_last(c, i);
}

static double *project_history_row(const project_history_call *c, double *out, size_t i)
{
    return out ? out + i * c->n_years : NULL;
}

static skpi__urban_path_source project_history_source(const project_history_call *c, size_t i)
{
    const size_t first = c->history.first[i];
    return (skpi__urban_path_source){.n = c->history.first[i + 1] - first,
                                     .date = c->history.date + first,
                                     .share = c->history.share + first,
                                     .size_class = skpi__urban_size_at(c->size_class, i),
                                     .reach = project_history_lead(c, i) + (double)c->n_years - 1};
}

/* `kept` receives the curves that the path fits; it is NULL if there are none. */
static skpi_status project_history_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const project_history_call *c = call;
    skpi__urban_path path;
    skpi_status s;
    if ((s = skpi__urban_history_check(at, &c->history, i)) ||
        (s = skpi__urban_size_check(at, "size_class", skpi__urban_size_at(c->size_class, i))))
        return s;
    const skpi__urban_path_source source = project_history_source(c, i);
    const double last = project_history_last(c, i);
    if (last >= c->first_year)
        return skpi__fail(skpi__column(at, source.n - 1), SKPI_ENOTSORTED, "history->date", last,
                          "is not before first_year = %d", (int)c->first_year);
    if ((s = skpi__urban_path_history(at, c->rules, &source, kept, &path)) < 0) return s;
    at.warned |= (s & SKPI_WUNUSUAL) != 0;
    return (skpi_status)(s | skpi__urban_path_break(at, c->rules, &source) |
                         skpi__urban_horizon(c->rules, source.reach));
}

static skpi_status project_history_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const project_history_call *c = call;
    const skpi__urban_path_source source = project_history_source(c, i);
    skpi__urban_path path;
    (void)at;
    skpi__urban_path_again(c->rules, &source, kept, &path);
    skpi__urban_path_years(&path, project_history_lead(c, i), c->n_years, project_history_row(c, c->out.share, i),
                           project_history_row(c, c->out.urgd, i));
    return SKPI_OK;
}

static void project_history_fail(const void *call, size_t i)
{
    const project_history_call *c = call;
    skpi__urban_path_no_years(c->n_years, project_history_row(c, c->out.share, i),
                              project_history_row(c, c->out.urgd, i));
}

skpi_status skpi_urban_project_history(const skpi_urban_history *history, const int32_t *size_class, int32_t first_year,
                                       size_t n_years, const skpi_urban_options *options, skpi_urban_project_out *out,
                                       int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi__urban_rules rules;
    project_history_call c = {.rules = &rules, .size_class = size_class, .first_year = first_year, .n_years = n_years};
    skpi_status s;
    const skpi_status refused = skpi__urban_rules_take(r.at, options, &rules);
    if ((s = skpi__urban_history_take(r.at, history, &c.history))) return s;
    r.n = c.history.n;
    r.count = "history->n";
    if ((s = skpi__urban_sizes_given(r.at, "size_class", r.n, size_class, &rules, 1)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) || (s = refused) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)) || (s = skpi__array_size(r.at, "out->share", r.n, n_years)) ||
        (s = skpi__urban_history_places(r.at, &c.history)))
        return s;
    r.whole = rules.unusual;
    const skpi__rows_steps steps = {skpi__urban_path_curves(&rules) * sizeof(skpi__urban_scurve), project_history_check,
                                    project_history_compute, project_history_fail};
    return skpi__rows_run(&r, &steps, &c);
}

/* Projections of urban shares from dated observations, by any method of path.h.
 *
 * Curves are fitted while the places are checked, and kept until the years are written.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "urban/history.h"
#include "urban/path_years.h"
#include <stdlib.h>

/* What all rows share. */
typedef struct plan {
    const skpi__urban_rules *rules;
    const skpi_urban_history *history;
    const int32_t *size_class;
    int32_t first_year;
    size_t n_years;
    size_t n_curves;           /* of each place */
    skpi__urban_scurve *curve; /* n x n_curves; NULL if there are none */
} plan;

static double last_date(const plan *p, size_t i) { return p->history->date[p->history->first[i + 1] - 1]; }
static double first_lead(const plan *p, size_t i) { return p->first_year - last_date(p, i); }
static skpi__urban_scurve *curves_of(const plan *p, size_t i) { return p->curve ? p->curve + i * p->n_curves : NULL; }

static skpi__urban_path_source source_of(const plan *p, size_t i)
{
    const size_t first = p->history->first[i];
    return (skpi__urban_path_source){.n = p->history->first[i + 1] - first,
                                     .date = p->history->date + first,
                                     .share = p->history->share + first,
                                     .size_class = skpi__urban_size_at(p->size_class, i),
                                     .reach = first_lead(p, i) + (double)p->n_years - 1};
}

static skpi_status place_check(skpi__at at, const plan *p, size_t i)
{
    skpi__urban_path path;
    skpi_status s;
    if ((s = skpi__urban_history_check(at, p->history, i)) ||
        (s = skpi__urban_size_check(at, "size_class", skpi__urban_size_at(p->size_class, i))))
        return s;
    const skpi__urban_path_source source = source_of(p, i);
    at.column = (int64_t)source.n - 1;
    if (last_date(p, i) >= p->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "history->date", last_date(p, i), "is not before first_year = %d",
                          (int)p->first_year);
    at.column = -1;
    return skpi__urban_path_history(at, p->rules, &source, curves_of(p, i), &path);
}

static void write_years(const skpi__rows *r, const plan *p, const skpi_urban_project_out *o)
{
    for (size_t i = 0; i < r->n; i++) {
        skpi__urban_path path;
        double *shares = o->share ? o->share + i * p->n_years : NULL;
        double *urgds = o->urgd ? o->urgd + i * p->n_years : NULL;
        if (skpi__row_good(r, i)) {
            const skpi__urban_path_source source = source_of(p, i);
            skpi__urban_path_again(p->rules, &source, curves_of(p, i), &path);
            skpi__urban_path_years(&path, first_lead(p, i), p->n_years, shares, urgds);
        } else {
            skpi__urban_path_no_years(p->n_years, shares, urgds);
        }
    }
}

skpi_status skpi_urban_project_history(const skpi_urban_history *history, const int32_t *size_class, int32_t first_year,
                                       size_t n_years, const skpi_urban_options *options, skpi_urban_project_out *out,
                                       int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi__urban_rules rules;
    skpi_urban_history h;
    skpi_urban_project_out o;
    skpi_status s;
    if ((s = skpi__urban_history_take(r.at, history, &h))) return s;
    r.n = h.n;
    if ((s = skpi__urban_sizes_given(r.at, "size_class", h.n, size_class, options, 1)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__urban_rules_take(r.at, options, &rules)) || (s = SKPI__STRUCT(r.at, out, 0, &o)) ||
        (s = skpi__array_size(r.at, "out->share", h.n, n_years)) ||
        (s = skpi__array_size(r.at, "out->urgd", h.n, n_years)) || (s = skpi__urban_history_places(r.at, &h)))
        return s;
    plan p = {&rules, &h, size_class, first_year, n_years, skpi__urban_path_curves(&rules), NULL};
    if (p.n_curves && !(p.curve = skpi__alloc(h.n, p.n_curves, sizeof *p.curve)))
        return skpi__refuse(r.at, SKPI_ENOMEM, "history->n", "= %zu places need more memory than there is", h.n);
    for (size_t i = 0; !s && i < h.n; i++) s = skpi__row(&r, i, place_check(skpi__row_at(&r, i), &p, i));
    if (!s) write_years(&r, &p, &o);
    free(p.curve);
    return s ? s : skpi__rows_end(&r);
}

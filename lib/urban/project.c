/* Urban shares to come, from the last observation and the growth difference before it.
 *
 * The methods stand behind path.h; here stand the axis, the rows and the outputs.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/logistic.h"
#include "urban/fill.h"
#include "urban/un_block.h"

/* What all rows share. */
typedef struct plan {
    const skpi__urban_rules *rules;
    const int32_t *law;
    int32_t first_year;
    size_t n_years;
    int batched; /* the United Nations' recursion, places side by side */
} plan;

/* Whether vectors may take a place so far: all but its nearness to 0 or 1. */
static int tame(const plan *p, int32_t last_year, double urgd)
{
    return p->batched && fabs(urgd) < 1e100 &&
           (size_t)(p->first_year - last_year - 1) + p->n_years <= SKPI__URBAN_BLOCK_STEPS;
}

static skpi_status begin(skpi__at at, const plan *p, size_t i, int32_t last_year, double share, double urgd,
                         skpi__urban_path *path)
{
    const double reach = (double)p->first_year - last_year + (double)p->n_years - 1;
    return skpi__urban_path_begin(at, p->rules, share, urgd, p->law ? p->law[i] : 0, reach, path);
}

static skpi_status check(skpi__at at, const plan *p, size_t i, int32_t last_year, double share, double urgd)
{
    skpi__urban_path path;
    skpi_status s;
    if ((s = skpi__year(at, "last_year", last_year)) || (s = skpi__share(at, "share", share)) ||
        (s = skpi__finite(at, "urgd", urgd)) || (p->law && (s = skpi__urban_law(at, "law", p->law[i]))))
        return s;
    if (last_year >= p->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "last_year", last_year, "is not before first_year = %d",
                          (int)p->first_year);
    if (tame(p, last_year, urgd) && share > 0 && share < 1) return skpi__urban_limit(p->rules, SKPI_URBAN_UN, 0, &urgd);
    return begin(at, p, i, last_year, share, urgd, &path);
}

/* Places that the United Nations' recursion takes side by side. */
typedef struct batch {
    const plan *p;
    double *share, *urgd; /* of the call; may be NULL */
    size_t n;
    int32_t steps;
    size_t row[SKPI__URBAN_BLOCK];
    int32_t lead[SKPI__URBAN_BLOCK]; /* of the axis' first year */
    skpi__urban_un un[SKPI__URBAN_BLOCK];
    skpi__urban_block block;
} batch;

static void flush(batch *b)
{
    const size_t m = b->p->n_years;
    if (!b->n) return;
    skpi__urban_un_block(b->n, b->un, b->steps, &b->block);
    for (size_t l = 0; l < b->n; l++) {
        const size_t i = b->row[l], from = (size_t)b->lead[l] - 1;
        skpi__urban_un u = b->un[l];
        if (!(b->block.far[l] <= SKPI__EXP_FAR)) { /* so near to 0 or 1 that vectors do not reach */
            for (size_t j = 0; j < from + m; j++) {
                skpi__urban_un_step(&u);
                b->block.share[j][l] = u.p;
                b->block.urgd[j][l] = u.r;
            }
        }
        for (size_t k = 0; b->share && k < m; k++) b->share[i * m + k] = b->block.share[from + k][l];
        for (size_t k = 0; b->urgd && k < m; k++) b->urgd[i * m + k] = b->block.urgd[from + k][l];
    }
    b->n = 0;
    b->steps = 0;
}

static void take(batch *b, size_t i, int32_t last_year, double share, double urgd)
{
    const plan *p = b->p;
    const int32_t lead = p->first_year - last_year, steps = lead - 1 + (int32_t)p->n_years;
    skpi__urban_limit(p->rules, SKPI_URBAN_UN, 0, &urgd);
    b->row[b->n] = i;
    b->lead[b->n] = lead;
    b->un[b->n++] = skpi__urban_un_begin(p->rules, share, urgd, p->law[i], 0);
    if (steps > b->steps) b->steps = steps;
    if (b->n == SKPI__URBAN_BLOCK) flush(b);
}

/* Urban shares of each place from first_year on.
 *
 * Given:    n           places
 *           last_year   year of each place's last observation, before first_year (n)
 *           share       urban share in that year, fraction in [0,1] (n); 0 and 1 stay as they are
 *           urgd        growth difference before it, per year (n); not used where the share is 0 or 1
 *           law         size class of each place, enum skpi_urban_law, by its population in the norm's base year (n);
 *                       may be NULL where the method uses no norm
 *           first_year  first year of the output
 *           n_years     number of years
 *           options     method and what it needs; NULL: the United Nations' method, the norm of 2018, no limits
 * Returned: out->share  urban shares, fractions (n x n_years); NULL: not wanted
 *           out->urgd   growth difference of the year, per year (n x n_years); NaN where the share is 0 or 1
 *           status      each row's own status (n), or NULL: the first bad row fails the call
 *           The outputs must not overlap the inputs.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WADJUSTED (a limit acted on urgd), SKPI_EINVAL (null, law, no such method, or one
 *           that needs a history), SKPI_ESTRUCT, SKPI_ENOMEM (n, n_years, n_norm), SKPI_ENOTFINITE, SKPI_ERANGE (a
 *           share outside [0,1], a year outside the window), SKPI_ENOTSORTED (last_year not before first_year),
 *           SKPI_EOVERFLOW, and those of the options (options.h)
 * Source:   World Urbanization Prospects 2018; of the other methods: path.h
 */
skpi_status skpi_urban_project(size_t n, const int32_t *last_year, const double *share, const double *urgd,
                               const int32_t *law, int32_t first_year, size_t n_years,
                               const skpi_urban_options *options, skpi_urban_project_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi__urban_rules rules;
    skpi_urban_project_out o;
    skpi_status s;
    if ((s = skpi__given(&r, "last_year", last_year)) || (s = skpi__given(&r, "share", share)) ||
        (s = skpi__given(&r, "urgd", urgd)) || (s = skpi__urban_laws(r.at, n, law, options, 0)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__urban_rules_take(r.at, options, &rules)) || (s = skpi__urban_rules_memoryless(r.at, &rules)) ||
        (s = SKPI__NEED(r.at, out, 0, &o)) ||
        (s = skpi__fits(r.at, "out->share", n, n_years)) || (s = skpi__fits(r.at, "out->urgd", n, n_years)))
        return s;
    const int batched = rules.method == SKPI_URBAN_UN && rules.n_norm <= SKPI__URBAN_BLOCK_NORM && n_years &&
                        skpi__urban_un_tame(&rules, 0);
    const plan p = {&rules, law, first_year, n_years, batched};
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &p, i, last_year[i], share[i], urgd[i])))) return s;
    batch b;
    b.p = &p;
    b.share = o.share;
    b.urgd = o.urgd;
    b.n = 0;
    b.steps = 0;
    for (size_t i = 0; i < n; i++) {
        skpi__urban_path path;
        double *shares = o.share ? o.share + i * n_years : NULL, *urgds = o.urgd ? o.urgd + i * n_years : NULL;
        if (!skpi__row_good(&r, i)) {
            skpi__urban_fill_none(n_years, shares, urgds);
        } else if (tame(&p, last_year[i], urgd[i]) && share[i] > 0 && share[i] < 1) {
            take(&b, i, last_year[i], share[i], urgd[i]);
        } else {
            begin(skpi__row_at(&r, i), &p, i, last_year[i], share[i], urgd[i], &path);
            skpi__urban_fill(&path, (double)first_year - last_year[i], n_years, shares, urgds);
        }
    }
    flush(&b);
    return skpi__rows_end(&r);
}

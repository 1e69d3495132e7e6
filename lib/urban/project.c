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
    int batched;        /* the United Nations' recursion, places side by side */
    double least, most; /* of urgd, which nothing changes: within its limits and far from overflow */
} plan;

/* A row of a batched plan that is as good as any, seen at a glance. */
static inline int plain(const plan *p, size_t i, int32_t last_year, double share, double urgd)
{
    return p->batched && last_year >= SKPI__YEAR_MIN && last_year < p->first_year && share > 0 && share < 1 &&
           urgd >= p->least && urgd <= p->most &&
           (uint32_t)p->law[i] - SKPI_URBAN_SIZE_LARGE < 2 /* that or small: no branch to guess */;
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
    return begin(at, p, i, last_year, share, urgd, &path);
}

/* Places that the United Nations' recursion takes side by side. */
typedef struct batch {
    const plan *p;
    const skpi__urban_kernel *kernel;
    double *share, *urgd; /* of the call; may be NULL */
    double norm;          /* |h| is no larger */
    int32_t steps;        /* of the place that has most */
    int even;             /* all have as many */
    size_t row[SKPI__URBAN_BLOCK];
    int32_t ahead[SKPI__URBAN_BLOCK]; /* steps before the axis' first year */
    skpi__urban_block block;
} batch;

static void batch_begin(batch *b, const plan *p, double *share, double *urgd)
{
    b->p = p;
    b->kernel = skpi__urban_kernel_best();
    b->share = share;
    b->urgd = urgd;
    b->norm = 0;
    for (int law = 0; law < 2; law++) {
        double sum = 0;
        for (size_t k = 0; k < p->rules->n_norm; k++) sum += fabs(p->rules->norm[(size_t)law * p->rules->n_norm + k]);
        b->norm = fmax(b->norm, sum);
    }
    skpi__urban_block_begin(&b->block, p->rules, urgd != NULL);
}

/* The block's rows, whose first stands after so many steps, into the call's output. */
static void hand_out(const batch *b, int32_t done, size_t steps, const double (*row)[SKPI__URBAN_BLOCK], double *out)
{
    const size_t m = b->p->n_years, together = b->even ? b->block.n : 1;
    double *to[SKPI__URBAN_BLOCK];
    for (size_t l = 0; l < b->block.n; l += together) {
        const size_t skip = b->ahead[l] > done ? (size_t)(b->ahead[l] - done) : 0; /* before the axis */
        const size_t from = (size_t)(done - b->ahead[l]) + skip, room = from < m ? m - from : 0;
        if (skip >= steps || !room) continue;
        for (size_t i = l; i < l + together; i++) to[i] = out + b->row[i] * m + from;
        b->kernel->turn(row + skip, steps - skip < room ? steps - skip : room, l, together, to);
    }
}

static void flush(batch *b)
{
    skpi__urban_block *block = &b->block;
    for (int32_t done = 0; block->n && done < b->steps; done += SKPI__URBAN_BLOCK_STEPS) {
        const int32_t most = SKPI__URBAN_BLOCK_STEPS, left = b->steps - done;
        const size_t steps = (size_t)(left < most ? left : most);
        b->kernel->walk(block, steps);
        if (b->share) hand_out(b, done, steps, (const double(*)[SKPI__URBAN_BLOCK])(block->share + 1), b->share);
        if (b->urgd) hand_out(b, done, steps, (const double(*)[SKPI__URBAN_BLOCK])(block->urgd + 1), b->urgd);
    }
    skpi__urban_block_begin(block, b->p->rules, block->urgd_kept);
}

/* 0: the place may come so near to 0 or 1 that vectors do not reach. */
static int take(batch *b, size_t i, int32_t last_year, double share, double urgd)
{
    const plan *p = b->p;
    const int32_t ahead = p->first_year - last_year - 1, steps = ahead + (int32_t)p->n_years;
    const double logit = skpi__logit(share);
    const double rate = fabs(urgd) > b->norm ? fabs(urgd) : b->norm; /* r lies between r_0 and the h met so far */
    const size_t l = b->block.n, n_norm = p->rules->n_norm;
    if (!(fabs(logit) + steps * rate < SKPI__EXP_FAR - 1)) return 0;
    b->row[l] = i;
    b->ahead[l] = ahead;
    b->even = !l || (b->even && ahead == b->ahead[0]);
    b->steps = l && b->steps > steps ? b->steps : steps;
    skpi__urban_block_add(&b->block, p->rules->norm + (p->law[i] == SKPI_URBAN_SIZE_SMALL) * n_norm, share, logit,
                          urgd);
    if (l + 1 == SKPI__URBAN_BLOCK) flush(b);
    return 1;
}

/* Urban shares of each place from first_year on.
 *
 * Given:    n           places
 *           last_year   year of each place's last observation, before first_year (n)
 *           share       urban share in that year, fraction in [0,1] (n); 0 and 1 stay as they are
 *           urgd        growth difference before it, per year (n); not used where the share is 0 or 1
 *           law         size class of each place, enum skpi_urban_size, by its population in the norm's base year (n);
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
        (s = SKPI__NEED(r.at, out, 0, &o)) || (s = skpi__fits(r.at, "out->share", n, n_years)) ||
        (s = skpi__fits(r.at, "out->urgd", n, n_years)))
        return s;
    const int batched = rules.method == SKPI_URBAN_METHOD_UN && rules.n_norm <= SKPI__URBAN_BLOCK_NORM && n_years &&
                        skpi__urban_un_tame(&rules, 0);
    const double far = 1e100;
    const plan p = {&rules,
                    law,
                    first_year,
                    n_years,
                    batched,
                    rules.limited ? fmax(rules.urgd_min, -far) : -far,
                    rules.limited ? fmin(rules.urgd_max, far) : far};
    for (size_t i = 0; i < n; i++) {
        const int good = plain(&p, i, last_year[i], share[i], urgd[i]);
        if (good && !status) continue;
        s = good ? SKPI_OK : check(skpi__row_at(&r, i), &p, i, last_year[i], share[i], urgd[i]);
        if ((s = skpi__row(&r, i, s))) return s;
    }
    batch b;
    batch_begin(&b, &p, o.share, o.urgd);
    for (size_t i = 0; i < n; i++) {
        skpi__urban_path path;
        double *shares = o.share ? o.share + i * n_years : NULL, *urgds = o.urgd ? o.urgd + i * n_years : NULL;
        if (!skpi__row_good(&r, i)) {
            skpi__urban_fill_none(n_years, shares, urgds);
        } else if (!plain(&p, i, last_year[i], share[i], urgd[i]) || !take(&b, i, last_year[i], share[i], urgd[i])) {
            begin(skpi__row_at(&r, i), &p, i, last_year[i], share[i], urgd[i], &path);
            skpi__urban_fill(&path, (double)first_year - last_year[i], n_years, shares, urgds);
        }
    }
    flush(&b);
    return skpi__rows_end(&r);
}

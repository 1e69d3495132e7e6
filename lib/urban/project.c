/* Projections of urban shares from the last observation and the growth difference before it.
 *
 * path.h has the methods; this file has the axis, the rows and the outputs.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/logistic.h"
#include "urban/path_years.h"
#include "urban/un_block.h"

/* What all rows share. */
typedef struct plan {
    const skpi__urban_rules *rules;
    const skpi_urban_project_in *in;
    int32_t first_year;
    size_t n_years;
    int batched;        /* the United Nations' recursion, places side by side */
    double least, most; /* of urgd, which nothing changes: within its limits and far from overflow */
} plan;

/* LARGE or SMALL, tested without a branch. */
static inline int known_size(int32_t size_class)
{
    return (size_class == SKPI_URBAN_SIZE_LARGE) | (size_class == SKPI_URBAN_SIZE_SMALL);
}

/* A row of a batched plan that is as good as any, seen at a glance. */
static inline int plain(const plan *p, size_t i)
{
    const skpi_urban_project_in *in = p->in;
    const double share = in->share[i], urgd = in->urgd[i];
    return p->batched && in->last_year[i] >= SKPI__YEAR_MIN && in->last_year[i] < p->first_year && share > 0 &&
           share < 1 && urgd >= p->least && urgd <= p->most && known_size(skpi__urban_size_at(in->size_class, i));
}

static skpi_status begin(skpi__at at, const plan *p, size_t i, skpi__urban_path *path)
{
    const skpi_urban_project_in *in = p->in;
    const double reach = (double)p->first_year - in->last_year[i] + (double)p->n_years - 1;
    return skpi__urban_path_begin(at, p->rules, in->share[i], in->urgd[i], skpi__urban_size_at(in->size_class, i),
                                  reach, path);
}

static skpi_status place_check(skpi__at at, const plan *p, size_t i)
{
    const skpi_urban_project_in *in = p->in;
    skpi__urban_path path;
    skpi_status s;
    if ((s = skpi__year(at, "in->last_year", in->last_year[i])) || (s = skpi__share(at, "in->share", in->share[i])) ||
        (s = skpi__finite(at, "in->urgd", in->urgd[i])) ||
        (s = skpi__urban_size_check(at, "in->size_class", skpi__urban_size_at(in->size_class, i))))
        return s;
    if (in->last_year[i] >= p->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "in->last_year", in->last_year[i], "is not before first_year = %d",
                          (int)p->first_year);
    return begin(at, p, i, &path);
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
    for (size_t size = 0; size < p->rules->n_sizes; size++) {
        const double *c = p->rules->norm + size * p->rules->n_terms;
        double sum = 0;
        for (size_t k = 0; k < p->rules->n_terms; k++) sum += fabs(c[k]);
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
static int take(batch *b, size_t i)
{
    const plan *p = b->p;
    const double share = p->in->share[i], urgd = p->in->urgd[i], logit = skpi__logit(share);
    const int32_t ahead = p->first_year - p->in->last_year[i] - 1, steps = ahead + (int32_t)p->n_years;
    const double rate = fabs(urgd) > b->norm ? fabs(urgd) : b->norm; /* r lies between r_0 and the h met so far */
    const size_t l = b->block.n;
    if (!(fabs(logit) + steps * rate < SKPI__EXP_FAR - 1)) return 0;
    b->row[l] = i;
    b->ahead[l] = ahead;
    b->even = !l || (b->even && ahead == b->ahead[0]);
    b->steps = l && b->steps > steps ? b->steps : steps;
    skpi__urban_block_add(&b->block, skpi__urban_norm_of(p->rules, skpi__urban_size_at(p->in->size_class, i)), share,
                          logit, urgd);
    if (l + 1 == SKPI__URBAN_BLOCK) flush(b);
    return 1;
}

static skpi_status take_arrays(skpi__rows *r, const skpi_urban_project_in *in, const skpi_urban_options *options)
{
    skpi_status s;
    r->n = in->n;
    if ((s = skpi__rows_array(r, "in->last_year", in->last_year)) ||
        (s = skpi__rows_array(r, "in->share", in->share)) || (s = skpi__rows_array(r, "in->urgd", in->urgd)))
        return s;
    return skpi__urban_sizes_given(r->at, "in->size_class", in->n, in->size_class, options, 0);
}

/* What the rules and the axis say of all rows. */
static plan plan_of(const skpi__urban_rules *rules, const skpi_urban_project_in *in, int32_t first_year, size_t n_years)
{
    const double far = 1e100;
    return (plan){.rules = rules,
                  .in = in,
                  .first_year = first_year,
                  .n_years = n_years,
                  .batched = rules->method == SKPI_URBAN_METHOD_UN && rules->n_terms <= SKPI__URBAN_BLOCK_TERMS &&
                             n_years && skpi__urban_un_tame(rules, 0),
                  .least = rules->limited ? fmax(rules->urgd_min, -far) : -far,
                  .most = rules->limited ? fmin(rules->urgd_max, far) : far};
}

skpi_status skpi_urban_project(const skpi_urban_project_in *in, int32_t first_year, size_t n_years,
                               const skpi_urban_options *options, skpi_urban_project_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi__urban_rules rules;
    skpi_urban_project_in given;
    skpi_urban_project_out o;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &given)) || (s = take_arrays(&r, &given, options)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__urban_rules_take(r.at, options, &rules)) || (s = skpi__urban_rules_memoryless(r.at, &rules)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &o)) || (s = skpi__array_size(r.at, "out->share", r.n, n_years)) ||
        (s = skpi__array_size(r.at, "out->urgd", r.n, n_years)))
        return s;
    const plan p = plan_of(&rules, &given, first_year, n_years);
    for (size_t i = 0; i < r.n; i++) {
        const int good = plain(&p, i);
        if (good && !status) continue;
        if ((s = skpi__row(&r, i, good ? SKPI_OK : place_check(skpi__row_at(&r, i), &p, i)))) return s;
    }
    batch b;
    batch_begin(&b, &p, o.share, o.urgd);
    for (size_t i = 0; i < r.n; i++) {
        skpi__urban_path path;
        double *shares = o.share ? o.share + i * n_years : NULL, *urgds = o.urgd ? o.urgd + i * n_years : NULL;
        if (!skpi__row_good(&r, i)) {
            skpi__urban_path_no_years(n_years, shares, urgds);
        } else if (!plain(&p, i) || !take(&b, i)) {
            begin(skpi__row_at(&r, i), &p, i, &path);
            skpi__urban_path_years(&path, (double)first_year - given.last_year[i], n_years, shares, urgds);
        }
    }
    flush(&b);
    return skpi__rows_end(&r);
}

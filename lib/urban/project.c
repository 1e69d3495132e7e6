/* Projections of urban shares from the last observation and the growth difference before it.
 *
 * path.h has the methods; this file has the axis, the rows and the outputs.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/logistic.h"
#include "urban/path_years.h"
#include "urban/un_block.h"

#define SHARE_LEAST 1e-100 /* of a place in a batch: from here on a logit is within 231 */

/* The part of a call that is the same for all rows. */
typedef struct plan {
    const skpi__urban_rules *rules;
    int32_t first_year;
    size_t n_years;
    int batched;        /* 1: the United Nations' recursion is computed for many places at once */
    double least, most; /* a growth difference between them is within its limits and cannot overflow */
} plan;

/* LARGE or SMALL, tested without a branch. */
static inline int known_size(int32_t size_class)
{
    return (size_class == SKPI_URBAN_SIZE_LARGE) | (size_class == SKPI_URBAN_SIZE_SMALL);
}

/* The inputs of one place, read once. */
typedef struct place {
    double share, urgd;
    int32_t last_year, size_class;
} place;

static inline place place_of(const skpi_urban_project_in *in, size_t i)
{
    return (place){in->share[i], in->urgd[i], in->last_year[i], skpi__urban_size_at(in->size_class, i)};
}

/* Whether a place of a batched plan is certainly valid, by a few comparisons.  Other places are checked one by one. */
static inline int place_plain(const plan *p, place a)
{
    return p->batched && a.last_year >= SKPI__YEAR_MIN && a.last_year < p->first_year && a.share >= SHARE_LEAST &&
           a.share < 1 && a.urgd >= p->least && a.urgd <= p->most && known_size(a.size_class);
}

static double place_reach(const plan *p, place a)
{
    return (double)p->first_year - a.last_year + (double)p->n_years - 1;
}

static skpi_status place_begin(skpi__at at, const plan *p, place a, skpi__urban_path *path)
{
    return skpi__urban_path_begin(at, p->rules, a.share, a.urgd, a.size_class, place_reach(p, a), path);
}

static skpi_status place_check(skpi__at at, const plan *p, place a)
{
    skpi__urban_path path;
    skpi_status s, unusual;
    if ((s = skpi__year(at, "in->last_year", a.last_year)) || (s = skpi__share(at, "in->share", a.share)) ||
        (s = skpi__urban_urgd_check(at, p->rules, "in->urgd", a.urgd, a.share)) ||
        (s = skpi__urban_size_check(at, "in->size_class", a.size_class)) ||
        (s = skpi__urban_norm_check(at, p->rules, a.size_class, a.share)))
        return s;
    if (a.last_year >= p->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "in->last_year", a.last_year, "is not before first_year = %d",
                          (int)p->first_year);
    if ((s = place_begin(at, p, a, &path)) < 0) return s;
    if (!(unusual = skpi__urban_urgd_unusual(at, p->rules, "in->urgd", a.urgd, a.share)))
        unusual = skpi__urban_norm_unusual(at, p->rules, a.size_class, a.share);
    return (skpi_status)(s | unusual | skpi__urban_horizon(p->rules, place_reach(p, a)));
}

/* Places for which the United Nations' recursion is computed together. */
typedef struct batch {
    const plan *p;
    const skpi__urban_kernel *kernel;
    double *share, *urgd;             /* outputs of the call; may be NULL */
    double norm;                      /* a bound of |h| */
    size_t at[SKPI__URBAN_BLOCK];     /* where the places' rows begin in the outputs */
    int32_t ahead[SKPI__URBAN_BLOCK]; /* steps before the first year of the axis */
    skpi__urban_block block;
} batch;

static void batch_begin(batch *b, const plan *p, double *share, double *urgd)
{
    b->p = p;
    b->kernel = skpi__urban_kernel_at(SKPI__BEST);
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

/* The rows of some steps that lie on the axis, of a place or of places with the same number of steps. */
typedef struct stretch {
    size_t skip;    /* rows before the axis */
    size_t from, n; /* first year of the axis, number of years */
} stretch;

/* `done` steps stand before the first of these. */
static stretch stretch_of(const batch *b, size_t l, int32_t done, size_t steps)
{
    const size_t m = b->p->n_years, skip = b->ahead[l] > done ? (size_t)(b->ahead[l] - done) : 0;
    const size_t from = (size_t)(done - b->ahead[l]) + skip, room = from < m ? m - from : 0;
    if (skip >= steps) return (stretch){.n = 0};
    return (stretch){.skip = skip, .from = from, .n = steps - skip < room ? steps - skip : room};
}

/* Writes rows of the block to the call's output. */
static void batch_write(const batch *b, int32_t done, size_t steps, const double (*row)[SKPI__URBAN_BLOCK], double *out)
{
    for (size_t l = 0; l < b->block.n; l++) {
        const stretch w = stretch_of(b, l, done, steps);
        if (w.n) b->kernel->turn(row + w.skip, w.n, l, 1, b->at, out + w.from);
    }
}

static void batch_flush_even(batch *b, int32_t done, size_t steps)
{
    skpi__urban_block *block = &b->block;
    const stretch w = stretch_of(b, 0, done, steps);
    double *share = b->share && w.n ? b->share + w.from : NULL, *urgd = b->urgd && w.n ? b->urgd + w.from : NULL;
    b->kernel->walk(block, steps, b->at, share, urgd);
    if (share)
        b->kernel->turn((const double(*)[SKPI__URBAN_BLOCK])block->share + w.skip, w.n, 0, block->n, b->at, share);
    if (urgd) b->kernel->turn((const double(*)[SKPI__URBAN_BLOCK])block->urgd + w.skip, w.n, 0, block->n, b->at, urgd);
}

static void batch_flush(batch *b)
{
    skpi__urban_block *block = &b->block;
    int32_t least = b->ahead[0], most = b->ahead[0];
    if (!block->n) return;
    for (size_t l = 1; l < block->n; l++) {
        least = b->ahead[l] < least ? b->ahead[l] : least;
        most = b->ahead[l] > most ? b->ahead[l] : most;
    }
    const int32_t total = most + (int32_t)b->p->n_years;
    for (int32_t done = 0; done < total; done += SKPI__URBAN_BLOCK_STEPS) {
        const int32_t left = total - done;
        const size_t steps = (size_t)(left < SKPI__URBAN_BLOCK_STEPS ? left : SKPI__URBAN_BLOCK_STEPS);
        if (least == most) {
            batch_flush_even(b, done, steps);
            continue;
        }
        b->kernel->walk(block, steps, NULL, NULL, NULL);
        if (b->share) batch_write(b, done, steps, (const double(*)[SKPI__URBAN_BLOCK])block->share, b->share);
        if (b->urgd) batch_write(b, done, steps, (const double(*)[SKPI__URBAN_BLOCK])block->urgd, b->urgd);
    }
    skpi__urban_block_begin(block, b->p->rules, block->urgd_kept);
}

/* Whether the logit of a place that has come to here stays within what the kernels in vectors allow: r lies between r_0
 * and the values of h so far. */
static int batch_holds(const batch *b, place a, double steps)
{
    const double rate = fabs(a.urgd) > b->norm ? fabs(a.urgd) : b->norm;
    return 231 + steps * rate < SKPI__EXP_FAR - 1;
}

/* The address of a place, because a copy would wait for the stores of its members. */
static inline void batch_take(batch *b, size_t i, const place *a)
{
    const size_t l = b->block.n;
    b->at[l] = i * b->p->n_years;
    b->ahead[l] = b->p->first_year - a->last_year - 1;
    skpi__urban_block_add(&b->block, skpi__urban_norm_of(b->p->rules, a->size_class), a->share, a->urgd);
    if (l + 1 == SKPI__URBAN_BLOCK) batch_flush(b);
}

static skpi_status arrays_take(skpi__rows *r, const skpi_urban_project_in *in, const skpi__urban_rules *rules)
{
    skpi_status s;
    r->n = in->n;
    if ((s = skpi__rows_array(r, "in->last_year", in->last_year)) ||
        (s = skpi__rows_array(r, "in->share", in->share)) || (s = skpi__rows_array(r, "in->urgd", in->urgd)))
        return s;
    return skpi__urban_sizes_given(r->at, "in->size_class", in->n, in->size_class, rules, 0);
}

/* Derives the plan from the rules and the axis. */
static plan plan_of(const skpi__urban_rules *rules, int32_t first_year, size_t n_years)
{
    const double far = 1e100;
    return (plan){.rules = rules,
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
    const skpi_status refused = skpi__urban_rules_take(r.at, options, &rules);
    if ((s = SKPI__STRUCT(r.at, in, 0, &given)) || (s = arrays_take(&r, &given, &rules)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) || (s = refused) ||
        (s = skpi__urban_rules_memoryless(r.at, &rules)) || (s = SKPI__STRUCT(r.at, out, 0, &o)) ||
        (s = skpi__array_size(r.at, "out->share", r.n, n_years)))
        return s;
    const plan p = plan_of(&rules, first_year, n_years);
    r.whole = rules.unusual;
    size_t n_good = 0;
    for (size_t i = 0; i < r.n; i++) {
        const place a = place_of(&given, i);
        const int good = place_plain(&p, a) && !p.rules->norm_checked && fabs(a.urgd) <= skpi__urgd.most;
        n_good += (size_t)good;
        if (good && !status) continue;
        if ((s = skpi__row(&r, i, good ? SKPI_OK : place_check(skpi__row_at(&r, i), &p, a)))) return s;
    }
    batch b;
    batch_begin(&b, &p, o.share, o.urgd);
    /* 1: none has to be looked at again; batch_holds is true of usual growth differences in all years there are */
    const int batched = n_good == r.n;
    for (size_t i = 0; i < r.n; i++) {
        const place a = place_of(&given, i);
        double *shares = o.share ? o.share + i * n_years : NULL, *urgds = o.urgd ? o.urgd + i * n_years : NULL;
        if (batched || (skpi__row_good(&r, i) && place_plain(&p, a) && batch_holds(&b, a, place_reach(&p, a)))) {
            batch_take(&b, i, &a);
        } else if (!skpi__row_good(&r, i)) {
            skpi__urban_path_no_years(n_years, shares, urgds);
        } else {
            skpi__urban_path path;
            place_begin(skpi__row_at(&r, i), &p, a, &path);
            skpi__urban_path_years(&path, (double)first_year - a.last_year, n_years, shares, urgds);
        }
    }
    batch_flush(&b);
    return skpi__rows_end(&r);
}

/* Agreement of judges in a complete table: Kendall's W with ties, mean squares, intraclass correlations. */
#include "award/jury.h"
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/association.h"
#include "numeric/decimal.h"
#include "numeric/product.h"
#include "numeric/sum.h"

typedef struct agreement_table {
    size_t n, k;     /* entries, judges */
    double *x;       /* n x k: scores */
    double mean;     /* of all scores */
    double unit;     /* a power of two; 1 unless squares would be too small for a double */
    double rounding; /* of a mean, in that unit */
    double *ranks;   /* n: sums of midranks */
    double *rank;    /* n: midranks of a judge */
    skpi__ranked *room;
} agreement_table;

static skpi_status agreement_complete(skpi__at at, const skpi__award_jury *jury)
{
    const size_t n = jury->in.n_entries, k = jury->in.n_judges;
    if (n < 2) return skpi__fail(at, SKPI_ENODATA, "scores->n_entries", (double)n, "is below 2");
    if (k < 2) return skpi__fail(at, SKPI_ENODATA, "scores->n_judges", (double)k, "is below 2");
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < k; j++) { /* the judges of an entry rise */
            const size_t r = jury->start[i] + j;
            if (r < jury->start[i + 1] && (size_t)jury->in.judge[jury->row[r]] == j) continue;
            return skpi__refuse(skpi__cell(at, i, j), SKPI_ENODATA, "scores->score",
                                "is missing: every judge must have scored every entry");
        }
    return SKPI_OK;
}

static skpi_status agreement_deviations(skpi__at at, const skpi__award_jury *jury, agreement_table *t)
{
    const size_t cells = t->n * t->k;
    t->mean = skpi__sum_of(cells, jury->in.score) / (double)cells;
    double most = 0, largest = 0;
    for (size_t c = 0; c < cells; c++) {
        t->x[c] = jury->in.score[jury->row[c]];
        const double away = t->x[c] - t->mean;
        if (!isfinite(away * away * (double)cells))
            return skpi__refuse(at, SKPI_EOVERFLOW, "scores->score",
                                "is so far spread that a mean square is beyond the range of a double");
        most = fmax(most, fabs(away));
        largest = fmax(largest, fabs(t->x[c]));
    }
    t->unit = skpi__unit_of_small(most);
    t->rounding = SKPI__DECIMAL * largest * t->unit;
    return SKPI_OK;
}

static skpi_status agreement_w(skpi__at at, agreement_table *t, const skpi_award_agreement_out *out)
{
    const double n = (double)t->n, k = (double)t->k, all = k * k * (n * n * n - n);
    double s = 0, ties = 0; /* the sum of t^3 - t */
    for (size_t j = 0; j < t->k; j++) {
        ties += skpi__midranks(t->n, t->x + j, t->k, SKPI__DECIMAL, t->room, t->rank);
        for (size_t i = 0; i < t->n; i++) t->ranks[i] += t->rank[i];
    }
    for (size_t i = 0; i < t->n; i++) {
        const double d = t->ranks[i] - k * (n + 1) / 2;
        s += d * d;
    }
    if (!(all - k * ties > 0))
        return skpi__refuse(at, SKPI_EDOM, "scores->score", "is the same for all entries at every judge");
    const double w = 12 * s / (all - k * ties), chi2 = k * (n - 1) * w;
    skpi__set(out->w, 0, w);
    skpi__set(out->w_uncorrected, 0, 12 * s / all);
    skpi__set(out->chi_square, 0, chi2);
    skpi__set(out->p, 0, gsl_cdf_chisq_Q(chi2, n - 1));
    return SKPI_OK;
}

/* A ratio, NaN and *weak if it has no denominator but for the rounding of terms of that size. */
static void agreement_ratio(double *out, double above, double below, double size, int *weak)
{
    const double ratio = fabs(below) > SKPI__DECIMAL * size ? above / below : NAN;
    *weak |= isnan(ratio);
    skpi__set(out, 0, ratio);
}

/* A difference of means, 0 if it is their rounding. */
static double agreement_difference(const agreement_table *t, double x) { return fabs(x) > t->rounding ? x : 0; }

static skpi_status agreement_squares(const agreement_table *t, const skpi_award_agreement_out *out)
{
    const double n = (double)t->n, k = (double)t->k;
    skpi__sum entries = {0, 0}, judges = {0, 0}, rest = {0, 0}, within = {0, 0};
    double *entry_mean = t->ranks; /* means of entries: the sums of ranks are not needed any more */
    int weak = 0;
    for (size_t c = 0; c < t->n * t->k; c++) t->x[c] = (t->x[c] - t->mean) * t->unit;
    for (size_t i = 0; i < t->n; i++) {
        entry_mean[i] = agreement_difference(t, skpi__sum_of(t->k, t->x + i * t->k) / k);
        skpi__sum_add(&entries, k * entry_mean[i] * entry_mean[i]);
    }
    for (size_t j = 0; j < t->k; j++) {
        skpi__sum sum = {0, 0};
        for (size_t i = 0; i < t->n; i++) skpi__sum_add(&sum, t->x[i * t->k + j]);
        const double mean = agreement_difference(t, skpi__sum_value(&sum) / n);
        skpi__sum_add(&judges, n * mean * mean);
        for (size_t i = 0; i < t->n; i++) {
            const double d = agreement_difference(t, t->x[i * t->k + j] - entry_mean[i]);
            const double left = agreement_difference(t, d - mean);
            skpi__sum_add(&within, d * d);
            skpi__sum_add(&rest, left * left);
        }
    }
    const double r = skpi__sum_value(&entries) / (n - 1), c = skpi__sum_value(&judges) / (k - 1);
    const double e = skpi__sum_value(&rest) / ((n - 1) * (k - 1)), w = skpi__sum_value(&within) / (n * (k - 1));
    skpi__set(out->entry_square, 0, r / t->unit / t->unit);
    skpi__set(out->judge_square, 0, c / t->unit / t->unit);
    skpi__set(out->residual_square, 0, e / t->unit / t->unit);
    skpi__set(out->within_square, 0, w / t->unit / t->unit);
    agreement_ratio(out->icc_one_way, r - w, r + (k - 1) * w, 0, &weak);
    agreement_ratio(out->icc_two_way, r - e, r + (k - 1) * e + k * (c - e) / n, r + k * (c + e), &weak);
    agreement_ratio(out->icc_fixed, r - e, r + (k - 1) * e, 0, &weak);
    agreement_ratio(out->icc_one_way_mean, r - w, r, 0, &weak);
    agreement_ratio(out->icc_two_way_mean, r - e, r + (c - e) / n, r + c + e, &weak);
    agreement_ratio(out->icc_fixed_mean, r - e, r, 0, &weak);
    return weak ? SKPI_WWEAKFIT : SKPI_OK;
}

static skpi_status agreement_run(skpi__at at, const skpi__award_jury *jury, const skpi_award_agreement_out *out)
{
    skpi_status s = agreement_complete(at, jury);
    if (s) return s;
    agreement_table t = {.n = jury->in.n_entries, .k = jury->in.n_judges};
    const skpi__piece pieces[] = {SKPI__PIECE(t.x, t.n, t.k), SKPI__PIECE(t.ranks, t.n, 1), SKPI__PIECE(t.rank, t.n, 1),
                                  SKPI__PIECE(t.room, t.n, SKPI__RANKED)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block)
        s = skpi__no_memory(at, "scores->n_entries", t.n);
    else if (!(s = agreement_deviations(at, jury, &t)) && !(s = agreement_w(at, &t, out)))
        s = agreement_squares(&t, out);
    free(block);
    return s;
}

skpi_status skpi_award_agreement(const skpi_award_scores *scores, skpi_award_agreement_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi__award_jury jury;
    skpi_award_agreement_out to;
    skpi_status s;
    if (!(s = skpi__award_jury_new(at, scores, &jury)) && !(s = SKPI__STRUCT(at, out, 0, &to)))
        s = agreement_run(at, &jury, &to);
    skpi__award_jury_free(&jury);
    return s;
}

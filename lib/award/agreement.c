/* Agreement of judges in a complete table: Kendall's W with ties, mean squares, intraclass correlations. */
#include "award/jury.h"
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/ranking.h"
#include "numeric/sum.h"

typedef struct agreement_table {
    size_t n, k;   /* entries, judges */
    double *x;     /* n x k: deviations from the mean of all */
    double *ranks; /* n: sums of midranks */
    skpi__ranked *room;
    double ties; /* sum of t^3 - t */
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
    const double mean = skpi__sum_of(cells, jury->in.score) / (double)cells;
    for (size_t c = 0; c < cells; c++) {
        t->x[c] = jury->in.score[jury->row[c]] - mean;
        if (!isfinite(t->x[c] * t->x[c] * (double)cells))
            return skpi__refuse(at, SKPI_EOVERFLOW, "scores->score",
                                "is so far spread that a mean square is beyond the range of a double");
    }
    return SKPI_OK;
}

/* Adds the midranks of judge j. */
static void agreement_rank(agreement_table *t, size_t j)
{
    skpi__ranking_sort(t->n, NULL, t->x + j, t->k, t->room);
    for (size_t first = 0, end; first < t->n; first = end) {
        for (end = first + 1; end < t->n && !(t->room[end].score < t->room[first].score); end++) {
        }
        const double tied = (double)(end - first);
        for (size_t i = first; i < end; i++) t->ranks[t->room[i].at] += (double)(first + 1 + end) / 2;
        t->ties += tied * tied * tied - tied;
    }
}

static skpi_status agreement_w(skpi__at at, agreement_table *t, const skpi_award_agreement_out *out)
{
    const double n = (double)t->n, k = (double)t->k, all = k * k * (n * n * n - n);
    double s = 0;
    for (size_t j = 0; j < t->k; j++) agreement_rank(t, j);
    for (size_t i = 0; i < t->n; i++) s += (t->ranks[i] - k * (n + 1) / 2) * (t->ranks[i] - k * (n + 1) / 2);
    if (!(all - k * t->ties > 0))
        return skpi__refuse(at, SKPI_EDOM, "scores->score", "is the same for all entries at every judge");
    const double w = 12 * s / (all - k * t->ties), chi2 = k * (n - 1) * w;
    skpi__set(out->w, 0, w);
    skpi__set(out->w_uncorrected, 0, 12 * s / all);
    skpi__set(out->chi_square, 0, chi2);
    skpi__set(out->p, 0, gsl_cdf_chisq_Q(chi2, n - 1));
    return SKPI_OK;
}

/* A ratio, NaN and *weak if it is 0/0. */
static void agreement_ratio(double *out, double above, double below, int *weak)
{
    const double ratio = below > 0 || below < 0 ? above / below : NAN;
    *weak |= isnan(ratio);
    skpi__set(out, 0, ratio);
}

static skpi_status agreement_squares(const agreement_table *t, const skpi_award_agreement_out *out)
{
    const double n = (double)t->n, k = (double)t->k;
    skpi__sum entries = {0, 0}, judges = {0, 0}, rest = {0, 0}, within = {0, 0};
    double *entry_mean = t->ranks; /* means of entries: the sums of ranks are not needed any more */
    int weak = 0;
    for (size_t j = 0; j < t->k; j++) {
        double sum = 0;
        for (size_t i = 0; i < t->n; i++) sum += t->x[i * t->k + j];
        skpi__sum_add(&judges, sum / n * sum);
    }
    for (size_t i = 0; i < t->n; i++) {
        entry_mean[i] = skpi__sum_of(t->k, t->x + i * t->k) / k;
        skpi__sum_add(&entries, k * entry_mean[i] * entry_mean[i]);
    }
    for (size_t j = 0; j < t->k; j++) {
        double mean = 0;
        for (size_t i = 0; i < t->n; i++) mean += t->x[i * t->k + j] / n;
        for (size_t i = 0; i < t->n; i++) {
            const double d = t->x[i * t->k + j] - entry_mean[i];
            skpi__sum_add(&within, d * d);
            skpi__sum_add(&rest, (d - mean) * (d - mean));
        }
    }
    const double r = skpi__sum_value(&entries) / (n - 1), c = skpi__sum_value(&judges) / (k - 1);
    const double e = skpi__sum_value(&rest) / ((n - 1) * (k - 1)), w = skpi__sum_value(&within) / (n * (k - 1));
    skpi__set(out->entry_square, 0, r);
    skpi__set(out->judge_square, 0, c);
    skpi__set(out->residual_square, 0, e);
    skpi__set(out->within_square, 0, w);
    agreement_ratio(out->icc_one_way, r - w, r + (k - 1) * w, &weak);
    agreement_ratio(out->icc_two_way, r - e, r + (k - 1) * e + k * (c - e) / n, &weak);
    agreement_ratio(out->icc_fixed, r - e, r + (k - 1) * e, &weak);
    agreement_ratio(out->icc_one_way_mean, r - w, r, &weak);
    agreement_ratio(out->icc_two_way_mean, r - e, r + (c - e) / n, &weak);
    agreement_ratio(out->icc_fixed_mean, r - e, r, &weak);
    return weak ? SKPI_WWEAKFIT : SKPI_OK;
}

static skpi_status agreement_run(skpi__at at, const skpi__award_jury *jury, const skpi_award_agreement_out *out)
{
    skpi_status s = agreement_complete(at, jury);
    if (s) return s;
    agreement_table t = {.n = jury->in.n_entries, .k = jury->in.n_judges};
    t.x = skpi__alloc(t.n, t.k, sizeof *t.x);
    t.ranks = skpi__alloc(t.n, 1, sizeof *t.ranks);
    t.room = skpi__alloc(t.n, SKPI__RANKED, sizeof *t.room);
    if (!t.x || !t.ranks || !t.room)
        s = skpi__no_memory(at, "scores->n_entries", t.n);
    else if (!(s = agreement_deviations(at, jury, &t)) && !(s = agreement_w(at, &t, out)))
        s = agreement_squares(&t, out);
    free(t.x);
    free(t.ranks);
    free(t.room);
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

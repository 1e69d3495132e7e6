/* Means, medians and spreads of scores, without a model. */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "award/jury.h"
#include <stdlib.h>
#include <math.h>
#include "numeric/decimal.h"
#include "numeric/select.h"
#include "numeric/product.h"
#include "numeric/sum.h"

typedef struct summary_room {
    double *x;         /* the scores of an entry */
    double *mean, *sd; /* of judges */
    double *unit;      /* of judges: by which deviations are brought near 1 */
    double *only;      /* the one score that a judge gave, but for rounding; NaN: he gave several; infinite: none */
} summary_room;

typedef struct summary_figures {
    size_t n;
    double mean, median, sd, middle, trimmed;
} summary_figures;

/* The sum of n values in order over n: NaN without values. */
static double summary_mean(size_t n, const double *x)
{
    if (n && !skpi__varies(x[0], x[n - 1])) return x[0];
    return n ? skpi__sum_of(n, x) / (double)n : NAN;
}

static double summary_sd(size_t n, const double *x, double mean)
{
    if (n > 1 && !skpi__varies(x[0], x[n - 1])) return 0;
    skpi__sum sum = {0, 0};
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fmax(most, fabs(x[i] - mean));
    const double unit = skpi__unit(most); /* no square of a deviation leaves the range of a double */
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, (x[i] - mean) * unit * ((x[i] - mean) * unit));
    return n > 1 ? sqrt(skpi__sum_value(&sum) / (double)(n - 1)) / unit : NAN;
}

static int summary_compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Means and standard deviations of judges: two passes over the rows. */
static skpi_status summary_judges(skpi__at at, const skpi__award_jury *jury, summary_room *room, skpi__sum *sum)
{
    const skpi_award_scores *in = &jury->in;
    skpi_status s;
    for (size_t j = 0; j < in->n_judges; j++) room->only[j] = INFINITY;
    for (size_t r = 0; r < in->n_scores; r++) {
        double *only = room->only + in->judge[r];
        skpi__sum_add(sum + in->judge[r], in->score[r]);
        if (isinf(*only))
            *only = in->score[r];
        else if (!skpi__same(*only, in->score[r]))
            *only = (double)NAN;
    }
    for (size_t j = 0; j < in->n_judges; j++) {
        const double mean = jury->count[j] ? skpi__sum_value(sum + j) / (double)jury->count[j] : NAN;
        room->mean[j] = isfinite(room->only[j]) ? room->only[j] : mean;
        if (jury->count[j] && (s = skpi__finite_sum(at, "scores->score", room->mean[j]))) return s;
        sum[j] = (skpi__sum){0, 0};
    }
    for (size_t r = 0; r < in->n_scores; r++) {
        double *most = room->unit + in->judge[r];
        *most = fmax(*most, fabs(in->score[r] - room->mean[in->judge[r]]));
    }
    for (size_t j = 0; j < in->n_judges; j++) room->unit[j] = skpi__unit(room->unit[j]);
    for (size_t r = 0; r < in->n_scores; r++) {
        const size_t j = (size_t)in->judge[r];
        const double d = isfinite(room->only[j]) ? 0 : (in->score[r] - room->mean[j]) * room->unit[j];
        skpi__sum_add(sum + j, d * d);
    }
    for (size_t j = 0; j < in->n_judges; j++) {
        const double count = (double)jury->count[j];
        room->sd[j] = count > 1 ? sqrt(skpi__sum_value(sum + j) / (count - 1)) / room->unit[j] : NAN;
        if (count > 1 && (s = skpi__result(skpi__element(at, j), "out->judge_sd", room->sd[j]))) return s;
    }
    return SKPI_OK;
}

static double summary_standardised(const skpi__award_jury *jury, const summary_room *room, size_t i)
{
    double sum = 0;
    size_t n = 0;
    for (size_t r = jury->start[i]; r < jury->start[i + 1]; r++) {
        const size_t row = jury->row[r], j = (size_t)jury->in.judge[row];
        if (!(room->sd[j] > 0)) continue;
        sum += (jury->in.score[row] - room->mean[j]) / room->sd[j];
        n++;
    }
    return n ? sum / (double)n : NAN;
}

static size_t summary_scores(const skpi__award_jury *jury, size_t i, double *x)
{
    const size_t n = jury->start[i + 1] - jury->start[i];
    for (size_t r = 0; r < n; r++) x[r] = jury->in.score[jury->row[jury->start[i] + r]];
    if (n) qsort(x, n, sizeof *x, summary_compare);
    return n;
}

static summary_figures summary_of(const skpi__award_jury *jury, size_t i, double trim, double *x)
{
    const size_t n = summary_scores(jury, i, x), cut = (size_t)floor(trim * (double)n * (1 + SKPI__DECIMAL));
    const double mean = summary_mean(n, x);
    return (summary_figures){.n = n,
                             .mean = mean,
                             .median = n ? x[(n - 1) / 2] / 2 + x[n / 2] / 2 : NAN,
                             .sd = summary_sd(n, x, mean),
                             .middle = n > 2 ? summary_mean(n - 2, x + 1) : NAN,
                             .trimmed = summary_mean(n - 2 * cut, x + cut)};
}

/* The means of a part may leave the range of a double although that of all does not. */
static skpi_status summary_check(skpi__at at, size_t i, const summary_figures *f)
{
    const skpi__named figures[] = {{"out->sd", f->sd}, {"out->middle", f->middle}, {"out->trimmed", f->trimmed}};
    const skpi_status s = f->n ? skpi__finite_sum(at, "scores->score", f->mean) : SKPI_OK;
    return s ? s : SKPI__RESULTS_DEFINED(skpi__element(at, i), figures);
}

static void summary_entry(const skpi__award_jury *jury, const summary_room *room, size_t i, const summary_figures *f,
                          const skpi_award_summary_out *out)
{
    skpi__set_int(out->entry_count, i, (int32_t)f->n);
    skpi__set(out->mean, i, f->mean);
    skpi__set(out->median, i, f->median);
    skpi__set(out->sd, i, f->sd);
    skpi__set(out->middle, i, f->middle);
    skpi__set(out->trimmed, i, f->trimmed);
    skpi__set(out->standardised, i, summary_standardised(jury, room, i));
    skpi__set_int(out->entry_part, i, f->n ? (int32_t)jury->part[i] : SKPI_NONE);
}

static skpi_status summary_run(skpi__at at, const skpi__award_jury *jury, const summary_room *room, skpi__sum *sum,
                               double trim, const skpi_award_summary_out *out)
{
    const skpi_award_scores *in = &jury->in;
    summary_room own = *room;
    summary_figures f;
    skpi_status s = summary_judges(at, jury, &own, sum);
    for (size_t i = 0; !s && i < in->n_entries; i++) {
        f = summary_of(jury, i, trim, own.x);
        s = summary_check(at, i, &f);
    }
    if (s) return s;
    for (size_t i = 0; i < in->n_entries; i++) {
        f = summary_of(jury, i, trim, own.x);
        summary_entry(jury, room, i, &f, out);
    }
    for (size_t j = 0; j < in->n_judges; j++) {
        skpi__set_int(out->judge_count, j, (int32_t)jury->count[j]);
        skpi__set(out->judge_mean, j, room->mean[j]);
        skpi__set(out->judge_sd, j, room->sd[j]);
        skpi__set_int(out->judge_part, j, jury->count[j] ? (int32_t)jury->part[in->n_entries + j] : SKPI_NONE);
    }
    skpi__set_int(out->n_parts, 0, (int32_t)jury->n_parts);
    return (skpi_status)skpi__award_jury_warnings(jury);
}

static skpi_status summary_options(skpi__at at, double trim, skpi_award_summary_out *out, skpi_award_summary_out *to)
{
    const skpi_status s = skpi__finite(at, "trim", trim);
    if (s) return s;
    if (trim < 0 || trim >= .5) return skpi__fail(at, SKPI_ERANGE, "trim", trim, "is not in [0,0.5)");
    return SKPI__STRUCT(at, out, 0, to);
}

skpi_status skpi_award_summary(const skpi_award_scores *scores, double trim, skpi_award_summary_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi__award_jury jury;
    skpi_award_summary_out to;
    skpi_status s = skpi__award_jury_new(at, scores, &jury);
    if (!s) s = summary_options(at, trim, out, &to);
    if (!s) {
        const size_t judges = jury.in.n_judges;
        summary_room room;
        skpi__sum *sum;
        const skpi__piece pieces[] = {SKPI__PIECE(room.x, jury.in.n_scores, 1), SKPI__PIECE(room.mean, judges, 1),
                                      SKPI__PIECE(room.sd, judges, 1),          SKPI__PIECE(room.unit, judges, 1),
                                      SKPI__PIECE(room.only, judges, 1),        SKPI__PIECE(sum, judges, 1)};
        void *const block = SKPI__ALLOC_PIECES(pieces);
        s = block ? summary_run(at, &jury, &room, sum, trim, &to)
                  : skpi__no_memory(at, "scores->n_scores", jury.in.n_scores);
        free(block);
    }
    skpi__award_jury_free(&jury);
    return s;
}

/* Quality of entries and leniency (severity, with the other sign) of judges, with standard errors.
 *
 * The error of an entry's quality is that of its mean given tracks and judges, and what they add: with effects.h's row
 * c of the entry, r (a + c' M^-1 c).  Under least squares the constant that was added to M is taken off again.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "award/fit.h"
#include <stdlib.h>
#include "numeric/cholesky.h"

static void adjust_missing(const skpi__award_jury *jury, const skpi_award_adjust_out *out)
{
    for (size_t i = 0; i < jury->in.n_entries; i++) {
        skpi__set(out->adjusted, i, NAN);
        skpi__set(out->error, i, NAN);
    }
    for (size_t j = 0; j < jury->in.n_judges; j++) {
        skpi__set(out->leniency, j, NAN);
        skpi__set(out->leniency_error, j, NAN);
    }
    for (size_t t = 0; t < jury->in.n_tracks; t++) skpi__set(out->track_mean, t, NAN);
}

/* The standard error of an entry; row: k. */
static double adjust_error(const skpi__award_fit *f, size_t i, double *row)
{
    double sum = f->e.a[i] - f->e.spare;
    skpi__award_effects_row(&f->e, i, row);
    skpi__cholesky_forward(f->e.k, f->e.m, row);
    for (size_t c = 0; c < f->e.k; c++) sum += row[c] * row[c];
    return f->p.half * sqrt(f->variance[SKPI__AWARD_RESIDUAL]) * sqrt(sum > 0 ? sum : 0);
}

static double adjust_judge_error(const skpi__award_fit *f, size_t j)
{
    const size_t c = f->e.tracks + j;
    const double form = f->e.inverse[c * (f->e.k + 1)] - f->e.spare;
    return f->p.half * sqrt(f->variance[SKPI__AWARD_RESIDUAL]) * f->e.root * sqrt(form > 0 ? form : 0);
}

/* What is left of a score of entry i: 0 if nothing is left of any. */
static double adjust_residual(const skpi__award_fit *f, size_t i, size_t r)
{
    const skpi__award_problem *p = &f->p;
    const double sd = sqrt(f->variance[SKPI__AWARD_RESIDUAL]);
    const double left = p->y[r] - f->e.u[i] - f->e.root * f->e.x[f->e.tracks + p->judge[r]];
    return sd != 0 ? left * sqrt(p->w[r]) / sd : 0;
}

/* Weights may differ by so much that nothing is left of the digits. */
static skpi_status adjust_finite(skpi__at at, const skpi__award_fit *f, const double *error)
{
    const skpi__award_problem *p = &f->p;
    const int known = f->variance[SKPI__AWARD_RESIDUAL] >= 0, unknown = !known; /* errors and residuals are then NaN */
    int good = 1;
    for (size_t c = 0; c < f->e.k; c++) good &= isfinite(f->e.x[c]);
    for (size_t j = 0; known && j < p->judges; j++) good &= isfinite(adjust_judge_error(f, j));
    for (size_t i = 0; i < p->entries; i++) {
        good &= isfinite(f->e.u[i]) & (unknown | isfinite(error[i]));
        for (size_t r = p->start[i]; known && r < p->start[i + 1]; r++) good &= isfinite(adjust_residual(f, i, r));
    }
    return good ? SKPI_OK
                : skpi__refuse(at, SKPI_EOVERFLOW, "scores->weight",
                               "differs by so much that a result is beyond the range of a double");
}

static void adjust_entries(const skpi__award_fit *f, const skpi_award_adjust_out *out, const double *error)
{
    const skpi__award_problem *p = &f->p;
    for (size_t i = 0; i < p->entries; i++) {
        skpi__set(out->adjusted, p->entry_of[i], p->centre + p->half * f->e.u[i]);
        skpi__set(out->error, p->entry_of[i], error[i]);
        for (size_t r = p->start[i]; out->residual && r < p->start[i + 1]; r++)
            out->residual[f->jury.row[f->jury.start[p->entry_of[i]] + r - p->start[i]]] = adjust_residual(f, i, r);
    }
}

static void adjust_judges(const skpi__award_fit *f, const skpi_award_adjust_out *out)
{
    const skpi__award_problem *p = &f->p;
    for (size_t j = 0; j < p->judges; j++) {
        skpi__set(out->leniency, p->judge_of[j], p->half * f->e.root * f->e.x[f->e.tracks + j]);
        skpi__set(out->leniency_error, p->judge_of[j], adjust_judge_error(f, j));
    }
}

/* A variance on the caller's scale; of residuals, that of a score of weight 1. */
static double adjust_variance(const skpi__award_fit *f, int c)
{
    return f->p.half * f->p.half * f->variance[c] / (c == SKPI__AWARD_RESIDUAL ? f->p.unit : 1);
}

static void adjust_whole(const skpi__award_fit *f, const skpi_award_adjust_out *out)
{
    const skpi__award_problem *p = &f->p;
    const double entry = f->variance[SKPI__AWARD_ENTRY], judge = f->variance[SKPI__AWARD_JUDGE];
    const double residual = f->variance[SKPI__AWARD_RESIDUAL] / p->unit;
    double mean = 0;
    for (size_t i = 0; i < p->entries; i++) mean += (f->e.fixed ? f->e.u[i] : f->e.x[p->track[i]]) / (double)p->entries;
    for (size_t t = 0; t < f->e.tracks && f->jury.in.n_tracks; t++)
        skpi__set(out->track_mean, p->track_of[t], p->centre + p->half * f->e.x[t]);
    skpi__set(out->mean, 0, p->centre + p->half * mean);
    skpi__set(out->entry_variance, 0, adjust_variance(f, SKPI__AWARD_ENTRY));
    skpi__set(out->judge_variance, 0, adjust_variance(f, SKPI__AWARD_JUDGE));
    skpi__set(out->residual_variance, 0, adjust_variance(f, SKPI__AWARD_RESIDUAL));
    skpi__set(out->reliability, 0, entry / (entry + judge + residual));
    skpi__set(out->freedom, 0, f->freedom);
}

/* Nothing is beyond the range of a double: the variances are the largest. */
static skpi_status adjust_range(skpi__at at, const skpi__award_fit *f)
{
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++)
        if (!isnan(f->variance[c]) && !isfinite(adjust_variance(f, c)))
            return skpi__refuse(at, SKPI_EOVERFLOW, "scores->score",
                                "is so far spread that a variance is beyond the range of a double");
    return SKPI_OK;
}

static skpi_status adjust_run(skpi__at at, const skpi_award_adjust_options *o, skpi__award_fit *f,
                              const skpi_award_adjust_out *out)
{
    skpi_status s;
    if ((s = skpi__award_fit_begin(at, o, f)) || (s = skpi__award_fit_run(at, o, f, NULL)) || (s = adjust_range(at, f)))
        return s;
    double *row, *error;
    const skpi__piece pieces[] = {SKPI__PIECE(row, f->e.k, 1), SKPI__PIECE(error, f->p.entries, 1)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(at, "scores->n_judges", f->p.judges);
    for (size_t i = 0; i < f->p.entries; i++) error[i] = adjust_error(f, i, row);
    if (!(s = adjust_finite(at, f, error))) {
        adjust_missing(&f->jury, out);
        adjust_entries(f, out, error);
        adjust_judges(f, out);
        adjust_whole(f, out);
    }
    free(block);
    if (s) return s;
    return (skpi_status)f->warnings;
}

skpi_status skpi_award_adjust(const skpi_award_scores *scores, const skpi_award_adjust_options *options,
                              skpi_award_adjust_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi__award_fit f = {0};
    skpi_award_adjust_options o;
    skpi_award_adjust_out to;
    skpi_status s;
    if (!(s = skpi__award_jury_new(at, scores, &f.jury)) && !(s = skpi__award_fit_options(at, 0, options, &o)) &&
        !(s = SKPI__STRUCT(at, out, 0, &to)))
        s = adjust_run(at, &o, &f, &to);
    skpi__award_fit_free(&f);
    return s;
}

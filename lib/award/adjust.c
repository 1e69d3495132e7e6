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

static void adjust_entries(const skpi__award_fit *f, const skpi_award_adjust_out *out, double *row)
{
    const skpi__award_problem *p = &f->p;
    const double sd = sqrt(f->variance[SKPI__AWARD_RESIDUAL]);
    for (size_t i = 0; i < p->entries; i++) {
        skpi__set(out->adjusted, p->entry_of[i], p->centre + p->half * f->e.u[i]);
        if (!out->error) continue;
        skpi__award_effects_row(&f->e, i, row);
        skpi__cholesky_forward(f->e.k, f->e.m, row);
        double sum = f->e.a[i] - f->e.spare;
        for (size_t c = 0; c < f->e.k; c++) sum += row[c] * row[c];
        out->error[p->entry_of[i]] = p->half * sd * sqrt(sum > 0 ? sum : 0);
    }
}

static void adjust_judges(const skpi__award_fit *f, const skpi_award_adjust_out *out)
{
    const skpi__award_problem *p = &f->p;
    const skpi__award_effects *e = &f->e;
    const double sd = sqrt(f->variance[SKPI__AWARD_RESIDUAL]);
    for (size_t j = 0; j < p->judges; j++) {
        const size_t c = e->tracks + j;
        const double form = e->inverse[c * (e->k + 1)] - e->spare;
        skpi__set(out->leniency, p->judge_of[j], p->half * e->root * e->x[c]);
        skpi__set(out->leniency_error, p->judge_of[j], p->half * sd * e->root * sqrt(form > 0 ? form : 0));
    }
}

static void adjust_rows(const skpi__award_fit *f, const skpi_award_adjust_out *out)
{
    const skpi__award_problem *p = &f->p;
    const double sd = sqrt(f->variance[SKPI__AWARD_RESIDUAL]);
    size_t k = 0;
    for (size_t i = 0; out->residual && i < p->entries; i++)
        for (size_t r = f->jury.start[p->entry_of[i]]; r < f->jury.start[p->entry_of[i] + 1]; r++, k++) {
            const double left = p->y[k] - f->e.u[i] - f->e.root * f->e.x[f->e.tracks + p->judge[k]];
            out->residual[f->jury.row[r]] = p->half > 0 || !(sd >= 0) ? left * sqrt(p->w[k]) / sd : 0;
        }
}

static void adjust_whole(const skpi__award_fit *f, const skpi_award_adjust_out *out)
{
    const skpi__award_problem *p = &f->p;
    const double *v = f->variance, scale = p->half * p->half;
    double mean = 0;
    for (size_t i = 0; i < p->entries; i++) mean += (f->e.fixed ? f->e.u[i] : f->e.x[p->track[i]]) / (double)p->entries;
    for (size_t t = 0; t < f->e.tracks && f->jury.in.n_tracks; t++)
        skpi__set(out->track_mean, p->track_of[t], p->centre + p->half * f->e.x[t]);
    skpi__set(out->mean, 0, p->centre + p->half * mean);
    skpi__set(out->entry_variance, 0, scale * v[SKPI__AWARD_ENTRY]);
    skpi__set(out->judge_variance, 0, scale * v[SKPI__AWARD_JUDGE]);
    skpi__set(out->residual_variance, 0, scale * v[SKPI__AWARD_RESIDUAL]);
    skpi__set(out->reliability, 0,
              v[SKPI__AWARD_ENTRY] / (v[SKPI__AWARD_ENTRY] + v[SKPI__AWARD_JUDGE] + v[SKPI__AWARD_RESIDUAL]));
    skpi__set(out->freedom, 0, f->freedom);
}

/* Nothing is beyond the range of a double: the variances are the largest. */
static skpi_status adjust_range(skpi__at at, const skpi__award_fit *f)
{
    const double scale = f->p.half * f->p.half;
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++)
        if (!isnan(f->variance[c]) && !isfinite(scale * f->variance[c]))
            return skpi__refuse(at, SKPI_EOVERFLOW, "scores->score",
                                "is so far spread that a variance is beyond the range of a double");
    return SKPI_OK;
}

static skpi_status adjust_run(skpi__at at, const skpi_award_adjust_options *o, skpi__award_fit *f,
                              const skpi_award_adjust_out *out)
{
    skpi_status s;
    if ((s = skpi__award_fit_run(at, o, f)) || (s = adjust_range(at, f))) return s;
    double *row = skpi__alloc(f->e.k, 1, sizeof *row);
    if (!row) return skpi__no_memory(at, "scores->n_judges", f->p.judges);
    adjust_missing(&f->jury, out);
    adjust_entries(f, out, row);
    adjust_judges(f, out);
    adjust_rows(f, out);
    adjust_whole(f, out);
    free(row);
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

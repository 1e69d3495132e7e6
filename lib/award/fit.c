/* Reads the options of a model, refuses scores that it cannot be fitted to, and fits it. */
#include "award/fit.h"
#include <math.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"

typedef struct fit_names {
    skpi__struct_names frame;
    const char *model, *zero, *variance[SKPI__AWARD_VARIANCES];
} fit_names;

static const fit_names fit_names_of[2] = {
    {{"options", "options->size", "options->flags"},
     "options->model",
     "options->zero",
     {"options->residual_variance", "options->entry_variance", "options->judge_variance"}},
    {{"model", "model->size", "model->flags"},
     "model->model",
     "model->zero",
     {"model->residual_variance", "model->entry_variance", "model->judge_variance"}}};

static void fit_held(const skpi_award_adjust_options *o, double held[SKPI__AWARD_VARIANCES])
{
    held[SKPI__AWARD_RESIDUAL] = o->residual_variance;
    held[SKPI__AWARD_ENTRY] = o->entry_variance;
    held[SKPI__AWARD_JUDGE] = o->judge_variance;
}

skpi_status skpi__award_fit_options(skpi__at at, int model, const skpi_award_adjust_options *given,
                                    skpi_award_adjust_options *o)
{
    static const int order[] = {SKPI__AWARD_ENTRY, SKPI__AWARD_JUDGE, SKPI__AWARD_RESIDUAL};
    static const int32_t models[] = {SKPI_AWARD_MODEL_MIXED, SKPI_AWARD_MODEL_LEAST_SQUARES, 0};
    const fit_names *names = fit_names_of + model;
    double held[SKPI__AWARD_VARIANCES];
    skpi_status s = skpi__struct_read(at, &names->frame, given, sizeof *o, SKPI_AWARD_ADJUST_FLAG_ACROSS_PARTS, 0, o);
    if (s) return s;
    if (!o->model) o->model = SKPI_AWARD_MODEL_MIXED;
    if ((s = skpi__choice(at, names->model, o->model, models, "a model of scores (enum skpi_award_model)")) ||
        (s = skpi__reserved(at, names->zero, o->zero)))
        return s;
    fit_held(o, held);
    for (int i = 0; i < SKPI__AWARD_VARIANCES; i++) {
        const int c = order[i];
        if ((s = skpi__quantity(at, names->variance[c], held[c]))) return s;
        if (held[c] > 0 && o->model != SKPI_AWARD_MODEL_MIXED)
            return skpi__fail(at, SKPI_EINVAL, names->variance[c], held[c],
                              "is used only by SKPI_AWARD_MODEL_MIXED: it must be 0");
    }
    if (o->model != SKPI_AWARD_MODEL_MIXED && o->flags)
        return skpi__fail(at, SKPI_EINVAL, names->model, o->model,
                          "cannot compare entries across parts (only SKPI_AWARD_MODEL_MIXED does)");
    return SKPI_OK;
}

/* Scores of which the model's variances are not known. */
static skpi_status fit_poor(skpi__at at, const skpi__award_fit *f, const double held[SKPI__AWARD_VARIANCES])
{
    const skpi__award_problem *p = &f->p;
    if (p->n <= p->tracks)
        return skpi__fail(at, SKPI_ENODATA, "scores->n_scores", (double)p->n, "is not above the %zu track means",
                          p->tracks);
    const int residual = held[SKPI__AWARD_RESIDUAL] > 0;
    if (!residual && !(held[SKPI__AWARD_ENTRY] > 0) && p->n == p->entries)
        return skpi__refuse(at, SKPI_ENODATA, "scores->entry",
                            "has no entry with two scores: entry_variance must be held, or residual_variance");
    if (!residual && !(held[SKPI__AWARD_JUDGE] > 0) && p->n == p->judges)
        return skpi__refuse(at, SKPI_ENODATA, "scores->judge",
                            "has no judge with two scores: judge_variance must be held, or residual_variance");
    return SKPI_OK;
}

static skpi_status fit_mixed(skpi__at at, const skpi_award_adjust_options *o, skpi__award_fit *f)
{
    double held[SKPI__AWARD_VARIANCES];
    fit_held(o, held);
    skpi_status s = fit_poor(at, f, held);
    if (s) return s;
    held[SKPI__AWARD_RESIDUAL] *= f->p.unit;
    /* equal scores need no scale, but variances that are held have one */
    if (!(f->p.half > 0) && held[0] + held[1] + held[2] > 0) f->p.half = 1;
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++) {
        f->variance[c] = held[c] > 0 ? held[c] / f->p.half / f->p.half : 0;
        if (!(f->variance[c] < 1e290))
            return skpi__refuse(at, SKPI_EOVERFLOW, "scores->score",
                                "is spread so little that a variance that is held is beyond the range of a double");
    }
    f->freedom = (double)(f->p.n - f->p.tracks);
    skpi__award_variances(&f->e, f->variance, &f->warnings);
    return f->e.stopped ? SKPI_ECANCELED : SKPI_OK;
}

static skpi_status fit_least_squares(skpi__at at, skpi__award_fit *f)
{
    const skpi__award_problem *p = &f->p;
    if (!skpi__award_effects_solve(&f->e, INFINITY, INFINITY))
        return f->e.stopped ? SKPI_ECANCELED
                            : skpi__refuse(at, SKPI_ESINGULAR, "scores->weight",
                                           "differs by so much that nothing can be solved");
    double weights = 0;
    for (size_t i = 0; i < p->entries; i++) weights += p->w_sum[i];
    if (f->e.residual_square < p->least * p->least * weights)
        f->e.residual_square = 0; /* nothing but rounding is left */
    f->freedom = (double)(p->n + 1 - p->entries - p->judges);
    f->variance[SKPI__AWARD_RESIDUAL] = f->freedom > 0 ? f->e.residual_square / f->freedom : NAN;
    f->variance[SKPI__AWARD_ENTRY] = f->variance[SKPI__AWARD_JUDGE] = NAN;
    if (!(f->freedom > 0)) f->warnings |= SKPI_WWEAKFIT;
    return SKPI_OK;
}

skpi_status skpi__award_fit_begin(skpi__at at, const skpi_award_adjust_options *o, skpi__award_fit *f)
{
    const int fixed = o->model == SKPI_AWARD_MODEL_LEAST_SQUARES;
    skpi_status s;
    if (f->jury.n_parts > 1 && !(o->flags & SKPI_AWARD_ADJUST_FLAG_ACROSS_PARTS))
        return skpi__refuse(at, SKPI_ESINGULAR, "scores->judge",
                            "connects the entries only in %zu parts, which cannot be compared with each other "
                            "(skpi_award_summary numbers them)",
                            f->jury.n_parts);
    f->warnings = skpi__award_jury_warnings(&f->jury);
    if ((s = skpi__award_problem_new(at, &f->jury, !fixed, &f->p))) return s;
    return skpi__award_effects_new(at, &f->p, fixed, &f->e);
}

skpi_status skpi__award_fit_run(skpi__at at, const skpi_award_adjust_options *o, skpi__award_fit *f, skpi__watch *watch)
{
    f->e.watch = watch;
    return f->e.fixed ? fit_least_squares(at, f) : fit_mixed(at, o, f);
}

void skpi__award_fit_free(skpi__award_fit *f)
{
    skpi__award_effects_free(&f->e);
    skpi__award_problem_free(&f->p);
    skpi__award_jury_free(&f->jury);
}

/* Errors that the method of the United Nations would have had (trial.h). */
#include "urban/trial.h"
#include "urban/path.h"

size_t skpi__urban_trial_origins(const skpi__urban_trial *trial, int32_t horizon)
{
    const int64_t room = (int64_t)trial->last_target - horizon - trial->first;
    return room < 0 ? 0 : (size_t)(room / trial->step) + 1;
}

/* Appends the errors of one origin to those before. */
static skpi_status trial_errors_from(skpi__at at, skpi__urban_trial *trial, int32_t year, int32_t horizon,
                                     double *error, size_t *n)
{
    const skpi__urban_record *record = trial->record;
    skpi__at past = at;
    size_t origin, target;
    skpi_status s, fit;
    if ((s = skpi__urban_record_column(at, record, "share->year", year, &origin)) ||
        (s = skpi__urban_record_column(at, record, "share->year", year + horizon, &target)) ||
        (s = fit = skpi__urban_record_norm(at, record, &trial->fit, origin, trial->room, trial->norm)) < 0)
        return s;
    past.warned = 1; /* a fast change of the past is part of the record, and no slip of the caller */
    trial->rules.norm = trial->norm;
    trial->rules.n_sizes = trial->fit.n_sizes;
    trial->rules.n_terms = 2;
    for (size_t i = 0; i < record->n; i++) {
        skpi__urban_path path;
        if (!skpi__urban_record_open(record, i, origin)) continue;
        double *const date = trial->room, *const share = trial->room + record->m;
        const skpi__urban_path_source source = {.n = skpi__urban_record_history(record, i, origin, 1, 0, date, share),
                                                .date = date,
                                                .share = share,
                                                .size_class = skpi__urban_record_size(record, i, origin),
                                                .reach = horizon};
        if ((s = skpi__urban_path_history(past, &trial->rules, &source, NULL, &path)) < 0) return s;
        error[(*n)++] = skpi__urban_clipped_logit(skpi__urban_record_share(record, i, target)) -
                        skpi__urban_clipped_logit(skpi__urban_path_at(&path, horizon, NULL));
    }
    return fit;
}

skpi_status skpi__urban_trial_errors(skpi__at at, skpi__urban_trial *trial, int32_t horizon, double *error, size_t *n)
{
    const size_t origins = skpi__urban_trial_origins(trial, horizon);
    int32_t warnings = 0;
    *n = 0;
    for (size_t k = 0; k < origins; k++) {
        const skpi_status s = trial_errors_from(at, trial, trial->first + (int32_t)k * trial->step, horizon, error, n);
        if (s < 0) return s;
        warnings |= (int32_t)s;
    }
    return (skpi_status)warnings;
}

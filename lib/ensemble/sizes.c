/* Sizes that a plan and its results share (sizes.h). */
#include "ensemble/sizes.h"
#include "core/size.h"
#include <stdlib.h>
#include <string.h>

static void *sizes_part(const void *from, size_t n, size_t element)
{
    void *to = skpi__alloc(n, 1, element);
    if (to && n) memcpy(to, from, n * element);
    return to;
}

int skpi__sizes_copy(const skpi__sizes *sizes, skpi__sizes *copy)
{
    *copy = *sizes;
    copy->prob = sizes_part(sizes->prob, sizes->n_prob, sizeof *copy->prob);
    copy->first = sizes_part(sizes->first, sizes->n_models + 1, sizeof *copy->first);
    copy->form = sizes_part(sizes->form, sizes->n_series, sizeof *copy->form);
    copy->start = sizes_part(sizes->start, sizes->n_models * sizes->n_places, sizeof *copy->start);
    copy->scaled = sizes_part(sizes->scaled, sizes->n_scaled, sizeof *copy->scaled);
    copy->line = sizes_part(sizes->line, sizes->n_scaled * sizes->n_places * 2, sizeof *copy->line);
    if (copy->prob && copy->first && copy->form && copy->start && copy->scaled && copy->line) return 1;
    skpi__sizes_free(copy);
    return 0;
}

void skpi__sizes_free(skpi__sizes *sizes)
{
    free(sizes->line);
    free(sizes->scaled);
    free(sizes->start);
    free(sizes->form);
    free(sizes->first);
    free(sizes->prob);
    *sizes = (skpi__sizes){0};
}

double skpi__sizes_start(const skpi__sizes *s, size_t series, size_t place)
{
    size_t m = 0;
    if (s->form[series] != SKPI__FORM_SUMMED) return 0;
    while (s->first[m + 1] <= series) m++;
    return s->start[m * s->n_places + place];
}

skpi_status skpi__sizes_variable(skpi__at at, const skpi__sizes *s, int32_t model, int32_t variable, size_t *series,
                                 const double **line)
{
    if (model < 0 || (size_t)model >= s->n_models)
        return skpi__fail(at, SKPI_ENOTFOUND, "model", model, "is none of the plan's %zu models", s->n_models);
    const size_t first = s->first[model], n = s->first[model + 1] - first;
    size_t scaled = 0;
    while (scaled < s->n_scaled && s->scaled[scaled].model != (size_t)model) scaled++;
    const size_t all = n + (scaled < s->n_scaled);
    if (variable < 0 || (size_t)variable >= all)
        return skpi__fail(at, SKPI_ENOTFOUND, "variable", variable, "is none of the model's %zu variables", all);
    *series = (size_t)variable < n ? first + (size_t)variable : s->scaled[scaled].series;
    *line = (size_t)variable < n ? NULL : s->line + scaled * s->n_places * 2;
    return SKPI_OK;
}

skpi_status skpi__sizes_series(skpi__at at, const skpi__sizes *s, int32_t model, int32_t variable, size_t *series)
{
    const double *line;
    const skpi_status status = skpi__sizes_variable(at, s, model, variable, series, &line);
    if (status || !line) return status;
    return skpi__fail(at, SKPI_EINVAL, "variable", variable, "is a multiple of another variable, which is needed here");
}

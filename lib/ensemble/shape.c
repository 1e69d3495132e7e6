/* Sizes that a plan and its results share (shape.h). */
#include "ensemble/shape.h"
#include "core/size.h"
#include <stdlib.h>
#include <string.h>

static void *shape_copied(const void *from, size_t n, size_t element)
{
    void *to = skpi__alloc(n, 1, element);
    if (to && n) memcpy(to, from, n * element);
    return to;
}

int skpi__shape_copy(const skpi__shape *shape, skpi__shape *copy)
{
    *copy = *shape;
    copy->prob = shape_copied(shape->prob, shape->n_prob, sizeof *copy->prob);
    copy->first = shape_copied(shape->first, shape->n_models + 1, sizeof *copy->first);
    copy->form = shape_copied(shape->form, shape->n_series, sizeof *copy->form);
    if (copy->prob && copy->first && copy->form) return 1;
    skpi__shape_free(copy);
    return 0;
}

void skpi__shape_free(skpi__shape *shape)
{
    free(shape->form);
    free(shape->first);
    free(shape->prob);
    *shape = (skpi__shape){0};
}

skpi_status skpi__shape_series(skpi__at at, const skpi__shape *s, int32_t model, int32_t variable, size_t *series)
{
    if (model < 0 || (size_t)model >= s->n_models)
        return skpi__fail(at, SKPI_ENOTFOUND, "model", model, "is none of the plan's %zu models", s->n_models);
    const size_t first = s->first[model], n = s->first[model + 1] - first;
    if (variable < 0 || (size_t)variable >= n)
        return skpi__fail(at, SKPI_ENOTFOUND, "variable", variable, "is none of the model's %zu variables", n);
    *series = first + (size_t)variable;
    return SKPI_OK;
}

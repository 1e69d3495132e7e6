/* Whether the choices of normalisation and aggregation suit a tree (tree_methods.h). */
#include "index/tree_methods.h"
#include "index/methods.h"
#include <math.h>

skpi_status skpi__index_normalise_suits(skpi__at at, const char *name, const skpi_index_tree *t, int32_t normalise)
{
    for (size_t j = 0; j < t->n_indicators; j++) {
        const size_t k = t->indicator[j];
        if (t->normalise[k]) continue;
        if (normalise == SKPI_INDEX_NORMALISE_FRACTION && t->direction[k] < 0)
            return skpi__fail(at, SKPI_EINVAL, name, normalise,
                              "is a fraction of the largest value, but less is better of \"%s\"", t->code[k]);
        const int posts = skpi__index_needs_posts(normalise) && (isnan(t->post_low[k]) || isnan(t->post_high[k]));
        if (posts || (skpi__index_needs_target(normalise) && isnan(t->target[k])))
            return skpi__refuse(at, SKPI_ENODATA, "tree", "has no %s for \"%s\", which %s needs",
                                posts ? "posts" : "target", t->code[k], skpi_constant_name(normalise));
    }
    return SKPI_OK;
}

skpi_status skpi__index_aggregate_suits(skpi__at at, const char *name, const skpi_index_tree *t, int32_t aggregate)
{
    for (size_t k = 0; k < t->n_nodes && skpi__index_is_mean(aggregate); k++)
        if (!skpi__index_is_indicator(t, k) && t->direction[k] < 0 && !t->aggregate[t->parent[k]])
            return skpi__fail(at, SKPI_EINVAL, name, aggregate,
                              "makes \"%s\" a mean, and below it \"%s\" has direction -1: only a sum deducts",
                              t->code[t->parent[k]], t->code[k]);
    return SKPI_OK;
}

int skpi__index_aggregates(const skpi_index_tree *t, int32_t aggregate, int32_t wanted)
{
    for (size_t k = 0; k < t->n_nodes; k++)
        if (!skpi__index_is_indicator(t, k) && skpi__index_own(t->aggregate, k, aggregate) == wanted) return 1;
    return 0;
}

/* The tree of indicators: checked once, copied, its nodes put into an order in which every node follows its children. */
#include "index/tree.h"
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "index/methods.h"
#include "index/tree_codes.h"
#include "numeric/decimal.h"

enum { NODES_MOST = 1 << 30 }; /* their numbers are int32_t */

static skpi_status tree_texts(skpi__at at, const char *name, size_t n, const char *const *text, int may_be_empty)
{
    skpi_status s = skpi__array(at, name, text, n, 1);
    for (size_t k = 0; !s && k < n; k++) {
        s = skpi__pointer(skpi__element(at, k), name, text[k]);
        if (!s && !may_be_empty && !text[k][0])
            s = skpi__refuse(skpi__element(at, k), SKPI_ENOTFOUND, name, "is empty: every node needs a code");
    }
    return s;
}

skpi_status skpi__index_weight_check(skpi__at at, const char *name, double weight)
{
    const skpi_status s = skpi__quantity(at, name, weight);
    if (s || weight == 0) return s;
    if (weight > SKPI__INDEX_WEIGHT_MOST)
        return skpi__fail(at, SKPI_ERANGE, name, weight, "is above %g", SKPI__INDEX_WEIGHT_MOST);
    if (weight < SKPI__INDEX_WEIGHT_LEAST)
        return skpi__fail(at, SKPI_ERANGE, name, weight, "is above 0 and below %g", SKPI__INDEX_WEIGHT_LEAST);
    return SKPI_OK;
}

static skpi_status tree_numbers(skpi__at at, const skpi_index_tree_new_in *in)
{
    static const int32_t directions[] = {-1, 1, 0};
    const struct {
        const char *name;
        const double *value;
    } free_of_kind[] = {{"in->post_low", in->post_low}, {"in->post_high", in->post_high}, {"in->target", in->target}};
    skpi_status s = SKPI_OK;
    for (size_t k = 0; k < in->n_nodes; k++) {
        const skpi__at here = skpi__element(at, k);
        if ((in->weight && (s = skpi__index_weight_check(here, "in->weight", in->weight[k]))) ||
            (in->direction && (s = skpi__choice(here, "in->direction", in->direction[k], directions,
                                                "a direction: 1, or -1 where less is better"))) ||
            (in->normalise && in->normalise[k] &&
             (s = skpi__index_normalise_check(here, "in->normalise", in->normalise[k]))) ||
            (in->aggregate && in->aggregate[k] &&
             (s = skpi__index_aggregate_check(here, "in->aggregate", in->aggregate[k]))))
            return skpi__called(here, s, in->code[k]);
        for (size_t j = 0; !s && j < sizeof free_of_kind / sizeof *free_of_kind; j++)
            if (free_of_kind[j].value && !isnan(free_of_kind[j].value[k]))
                s = skpi__finite(here, free_of_kind[j].name, free_of_kind[j].value[k]);
        if (!s && in->min_present && !isnan(in->min_present[k]))
            s = skpi__share(here, "in->min_present", in->min_present[k]);
        if (s) return skpi__called(here, s, in->code[k]);
    }
    return SKPI_OK;
}

static skpi_status tree_read(skpi__at at, const skpi_index_tree_new_in *in, skpi_index_tree_new_in *v)
{
    skpi_status s;
    if ((s = SKPI__STRUCT(at, in, 0, v)) || (s = skpi__count(at, "in->n_nodes", v->n_nodes))) return s;
    if (v->n_nodes > NODES_MOST) return skpi__no_memory(at, "in->n_nodes", v->n_nodes);
    if ((s = tree_texts(at, "in->code", v->n_nodes, v->code, 0)) ||
        (s = tree_texts(at, "in->parent", v->n_nodes, v->parent, 1)))
        return s;
    return tree_numbers(at, v);
}

/* ---- memory ---- */

void skpi_index_tree_free(skpi_index_tree *tree)
{
    if (!tree) return;
    void *const held[] = {tree->text,
                          (void *)tree->code,
                          tree->parent,
                          tree->height,
                          tree->column,
                          tree->direction,
                          tree->normalise,
                          tree->aggregate,
                          tree->weight,
                          tree->effective,
                          tree->post_low,
                          tree->post_high,
                          tree->target,
                          tree->min_present,
                          tree->first,
                          tree->child,
                          tree->indicator,
                          tree->upward,
                          tree};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) free(held[i]);
}

static int tree_allocate(skpi_index_tree *t, size_t n)
{
    int32_t **const whole[] = {&t->parent, &t->height, &t->column, &t->direction, &t->normalise, &t->aggregate};
    double **const real[] = {&t->weight, &t->effective, &t->post_low, &t->post_high, &t->target, &t->min_present};
    size_t **const size[] = {&t->first, &t->child, &t->indicator, &t->upward};
    int good = (t->code = skpi__alloc(n, 1, sizeof *t->code)) != NULL;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        good &= (*whole[i] = skpi__alloc(n, 1, sizeof **whole)) != NULL;
    for (size_t i = 0; i < sizeof real / sizeof *real; i++)
        good &= (*real[i] = skpi__alloc(n, 1, sizeof **real)) != NULL;
    for (size_t i = 0; i < sizeof size / sizeof *size; i++)
        good &= (*size[i] = skpi__alloc(n + 1, 1, sizeof **size)) != NULL;
    t->n_nodes = n;
    return good;
}

static int tree_copy_codes(skpi_index_tree *t, const char *const *code)
{
    size_t length = 0;
    for (size_t k = 0; k < t->n_nodes; k++) length += strlen(code[k]) + 1;
    char *to = t->text = skpi__alloc(length, 1, 1);
    for (size_t k = 0; to && k < t->n_nodes; k++) {
        const size_t bytes = strlen(code[k]) + 1;
        t->code[k] = memcpy(to, code[k], bytes);
        to += bytes;
    }
    return t->text != NULL;
}

static void tree_copy_numbers(skpi_index_tree *t, const skpi_index_tree_new_in *in)
{
    const double none = (double)NAN;
    for (size_t k = 0; k < t->n_nodes; k++) {
        t->weight[k] = in->weight ? in->weight[k] : 1;
        t->direction[k] = in->direction ? in->direction[k] : 1;
        t->normalise[k] = in->normalise ? in->normalise[k] : 0;
        t->aggregate[k] = in->aggregate ? in->aggregate[k] : 0;
        t->post_low[k] = in->post_low ? in->post_low[k] : none;
        t->post_high[k] = in->post_high ? in->post_high[k] : none;
        t->target[k] = in->target ? in->target[k] : none;
        t->min_present[k] = in->min_present ? in->min_present[k] : none;
    }
}

/* ---- structure ---- */

/* Lists of children, by their codes: no sum depends on the order in which the caller has his nodes.  The indicators are in
 * the order of the nodes; sorted: all nodes by code. */
static void tree_link(skpi_index_tree *t, const size_t *sorted)
{
    const size_t n = t->n_nodes;
    for (size_t k = 0; k < n; k++)
        if (t->parent[k] != SKPI_NONE) t->first[t->parent[k] + 1]++;
    for (size_t k = 0; k < n; k++) t->first[k + 1] += t->first[k];
    size_t *next = t->upward; /* free until tree_order */
    memcpy(next, t->first, n * sizeof *next);
    for (size_t i = 0; i < n; i++)
        if (t->parent[sorted[i]] != SKPI_NONE) t->child[next[t->parent[sorted[i]]]++] = sorted[i];
    for (size_t k = 0; k < n; k++) {
        const int leaf = t->first[k] == t->first[k + 1];
        t->column[k] = leaf ? (int32_t)t->n_indicators : SKPI_NONE;
        if (leaf) t->indicator[t->n_indicators++] = k;
    }
}

/* From the root down, every child behind its parent; then turned round.  Nodes of a cycle are not reached. */
static skpi_status tree_order(skpi__at at, skpi_index_tree *t)
{
    const size_t n = t->n_nodes;
    size_t reached = 0;
    for (size_t k = 0; k < n; k++) {
        t->height[k] = 0;
        if (t->parent[k] == SKPI_NONE) t->upward[reached++] = k;
    }
    for (size_t i = 0; i < reached; i++)
        for (size_t c = t->first[t->upward[i]]; c < t->first[t->upward[i] + 1]; c++) t->upward[reached++] = t->child[c];
    if (reached < n) {
        for (size_t i = 0; i < reached; i++) t->height[t->upward[i]] = 1;
        size_t lost = 0;
        while (t->height[lost]) lost++;
        for (size_t step = 0; step < n; step++) lost = (size_t)t->parent[lost]; /* from below the cycle into it */
        return skpi__refuse(skpi__element(at, lost), SKPI_EINCONSISTENT, "in->parent",
                            "of \"%s\" is \"%s\", and goes round in a cycle that never meets the root", t->code[lost],
                            t->code[t->parent[lost]]);
    }
    for (size_t i = 0; i < n / 2; i++) {
        const size_t k = t->upward[i];
        t->upward[i] = t->upward[n - 1 - i];
        t->upward[n - 1 - i] = k;
    }
    for (size_t i = 0; i < n; i++) {
        const size_t k = t->upward[i];
        if (!t->height[k]) t->height[k] = 1;
        if (t->parent[k] != SKPI_NONE && t->height[t->parent[k]] <= t->height[k])
            t->height[t->parent[k]] = t->height[k] + 1;
    }
    return SKPI_OK;
}

skpi_status skpi__index_sibling_weight(skpi__at at, const char *name, const skpi_index_tree *t, size_t k,
                                       const double *weight, double *sum)
{
    const skpi__at first = skpi__inner(at, t->child[t->first[k]]);
    *sum = 0;
    for (size_t c = t->first[k]; c < t->first[k + 1]; c++) *sum += weight[t->child[c]];
    if (*sum > 0) return SKPI_OK;
    return skpi__refuse(first, SKPI_EINCONSISTENT, name, "and those of its siblings below \"%s\" are all 0",
                        t->code[k]);
}

/* Parts of the weights of siblings, multiplied from the root down. */
static skpi_status tree_weigh(skpi__at at, skpi_index_tree *t)
{
    for (size_t i = t->n_nodes; i-- > 0;) {
        const size_t k = t->upward[i];
        double sum;
        if (t->parent[k] == SKPI_NONE) t->effective[k] = 1;
        if (skpi__index_is_indicator(t, k)) continue;
        const skpi_status s = skpi__index_sibling_weight(at, "in->weight", t, k, t->weight, &sum);
        if (s) return s;
        for (size_t c = t->first[k]; c < t->first[k + 1]; c++)
            t->effective[t->child[c]] = t->effective[k] * (t->weight[t->child[c]] / sum);
    }
    return SKPI_OK;
}

static skpi_status tree_missing(skpi__at at, const char *name, const skpi_index_tree *t, size_t k)
{
    return skpi__refuse(at, SKPI_ENODATA, name, "is missing, and the normalisation of \"%s\" needs it", t->code[k]);
}

/* What a node has that it cannot use, or needs and has not. */
static skpi_status tree_suits(skpi__at at, const skpi_index_tree *t, size_t k)
{
    const int leaf = skpi__index_is_indicator(t, k);
    const int32_t above = t->parent[k] == SKPI_NONE ? 0 : t->aggregate[t->parent[k]];
    at = skpi__element(at, k);
    if (!leaf && t->normalise[k])
        return skpi__fail(at, SKPI_EINVAL, "in->normalise", t->normalise[k],
                          "is given to \"%s\", which has children and is no indicator", t->code[k]);
    if (leaf && t->aggregate[k])
        return skpi__fail(at, SKPI_EINVAL, "in->aggregate", t->aggregate[k],
                          "is given to \"%s\", which is an indicator: it has no children", t->code[k]);
    if (t->direction[k] < 0 && t->parent[k] == SKPI_NONE && !leaf)
        return skpi__fail(at, SKPI_EINVAL, "in->direction", -1, "has no meaning at \"%s\", the root", t->code[k]);
    if (t->direction[k] < 0 && !leaf && above && skpi__index_is_mean(above))
        return skpi__fail(at, SKPI_EINVAL, "in->direction", -1,
                          "has no meaning at \"%s\", which has children: only a sum deducts, and \"%s\" is a mean",
                          t->code[k], t->code[t->parent[k]]);
    if (t->normalise[k] == SKPI_INDEX_NORMALISE_FRACTION && t->direction[k] < 0)
        return skpi__fail(at, SKPI_EINVAL, "in->normalise", t->normalise[k],
                          "is a fraction of the largest value, but less is better of \"%s\"", t->code[k]);
    if (skpi__index_needs_posts(t->normalise[k])) {
        if (isnan(t->post_low[k])) return tree_missing(at, "in->post_low", t, k);
        if (isnan(t->post_high[k])) return tree_missing(at, "in->post_high", t, k);
    }
    if (skpi__index_needs_target(t->normalise[k]) && isnan(t->target[k])) return tree_missing(at, "in->target", t, k);
    const double apart = t->post_high[k] - t->post_low[k];
    if (apart <= 0 || skpi__same(t->post_low[k], t->post_high[k]) || isinf(apart))
        return skpi__fail(at, SKPI_EINCONSISTENT, "in->post_low", t->post_low[k],
                          "of \"%s\" is not below its post_high, %g%s", t->code[k], t->post_high[k],
                          apart == (double)INFINITY ? ", by a difference that a double holds" : "");
    return SKPI_OK;
}

static skpi_status tree_build(skpi__at at, const skpi_index_tree_new_in *in, skpi_index_tree *t)
{
    skpi_status s;
    if (!tree_allocate(t, in->n_nodes) || !tree_copy_codes(t, in->code))
        return skpi__no_memory(at, "in->n_nodes", in->n_nodes);
    tree_copy_numbers(t, in);
    if ((s = skpi__index_parents(at, in, t->parent, t->indicator))) return s;
    tree_link(t, t->indicator); /* which is free until the indicators go there */
    if ((s = tree_order(at, t)) || (s = tree_weigh(at, t))) return s;
    for (size_t k = 0; k < t->n_nodes; k++)
        if ((s = tree_suits(at, t, k))) return s;
    return SKPI_OK;
}

skpi_status skpi_index_tree_new(const skpi_index_tree_new_in *in, skpi_index_tree **tree)
{
    const skpi__at at = skpi__here(__func__);
    skpi_index_tree_new_in v;
    skpi_status s;
    if ((s = tree_read(at, in, &v)) || (s = skpi__pointer(at, "tree", tree))) return s;
    skpi_index_tree *t = skpi__alloc(1, 1, sizeof *t);
    if (!t) return skpi__no_memory_for(at, "tree");
    if ((s = tree_build(at, &v, t))) {
        skpi_index_tree_free(t);
        return s;
    }
    *tree = t;
    return SKPI_OK;
}

size_t skpi_index_tree_n_nodes(const skpi_index_tree *tree) { return tree ? tree->n_nodes : 0; }
size_t skpi_index_tree_n_indicators(const skpi_index_tree *tree) { return tree ? tree->n_indicators : 0; }

skpi_status skpi_index_tree_shape(const skpi_index_tree *tree, skpi_index_tree_shape_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_index_tree_shape_out o;
    skpi_status s;
    if ((s = skpi__pointer(at, "tree", tree)) || (s = SKPI__STRUCT(at, out, 0, &o))) return s;
    for (size_t k = 0; k < tree->n_nodes; k++) {
        skpi__set_int(o.parent, k, tree->parent[k]);
        skpi__set_int(o.height, k, tree->height[k]);
        skpi__set_int(o.column, k, tree->column[k]);
        skpi__set(o.effective, k, tree->effective[k]);
    }
    return SKPI_OK;
}

/* Codes of nodes (tree_codes.h): sorted once, then every parent is looked up. */
#include "index/tree_codes.h"
#include <stdlib.h>
#include <string.h>
#include "core/size.h"

typedef struct code_entry {
    const char *code;
    size_t node;
} code_entry;

static int code_compare(const void *a, const void *b)
{
    const code_entry *x = a, *y = b;
    const int by_code = strcmp(x->code, y->code);
    return by_code ? by_code : (x->node > y->node) - (x->node < y->node);
}

static int code_sought(const void *code, const void *entry)
{
    return strcmp((const char *)code, ((const code_entry *)entry)->code);
}

static skpi_status codes_differ(skpi__at at, size_t n, const code_entry *sorted)
{
    for (size_t i = 1; i < n; i++)
        if (strcmp(sorted[i].code, sorted[i - 1].code) == 0)
            return skpi__refuse(skpi__element(at, sorted[i].node), SKPI_EDUPLICATE, "in->code",
                                "is \"%s\", as that of node %zu", sorted[i].code, sorted[i - 1].node);
    return SKPI_OK;
}

static skpi_status codes_parents(skpi__at at, const skpi_index_tree_new_in *in, const code_entry *sorted,
                                 int32_t *parent)
{
    size_t root = in->n_nodes;
    for (size_t k = 0; k < in->n_nodes; k++) {
        const skpi__at here = skpi__element(at, k);
        parent[k] = SKPI_NONE;
        if (in->parent[k][0]) {
            const code_entry *e = bsearch(in->parent[k], sorted, in->n_nodes, sizeof *sorted, code_sought);
            if (!e)
                return skpi__refuse(here, SKPI_ENOTFOUND, "in->parent", "is \"%s\", which is no node's code",
                                    in->parent[k]);
            parent[k] = (int32_t)e->node;
        } else if (root < in->n_nodes) {
            return skpi__refuse(here, SKPI_EINCONSISTENT, "in->parent",
                                "is empty, as that of node %zu: \"%s\" and \"%s\" cannot both be the root", root,
                                in->code[root], in->code[k]);
        } else {
            root = k;
        }
    }
    if (root < in->n_nodes) return SKPI_OK;
    return skpi__refuse(at, SKPI_EINCONSISTENT, "in->parent", "has no root: the parent of one node must be empty");
}

skpi_status skpi__index_parents(skpi__at at, const skpi_index_tree_new_in *in, int32_t *parent, size_t *sorted)
{
    const size_t n = in->n_nodes;
    code_entry *entry = skpi__alloc(n, 1, sizeof *entry);
    if (!entry) return skpi__no_memory(at, "in->n_nodes", n);
    for (size_t k = 0; k < n; k++) entry[k] = (code_entry){in->code[k], k};
    qsort(entry, n, sizeof *entry, code_compare);
    skpi_status s = codes_differ(at, n, entry);
    if (!s) s = codes_parents(at, in, entry, parent);
    for (size_t i = 0; i < n; i++) sorted[i] = entry[i].node;
    free(entry);
    return s;
}

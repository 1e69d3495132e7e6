/* A small tree and its data for the unit tests of indices. */
#ifndef SKPI_INDEX_TREE_TESTS_H
#define SKPI_INDEX_TREE_TESTS_H
#include "unit/unit.h"

enum { NODES = 7, INDICATORS = 4, ROOT = 6 };
static const char *const small_code[NODES] = {"a", "b", "c", "d", "left", "right", "all"};
static const char *const small_parent[NODES] = {"left", "left", "right", "right", "all", "all", ""};

static inline skpi_index_tree_new_in small_nodes(void)
{
    return (skpi_index_tree_new_in){
        .size = sizeof(skpi_index_tree_new_in), .n_nodes = NODES, .code = small_code, .parent = small_parent};
}
static inline skpi_index_tree *small_tree(const double *weight)
{
    skpi_index_tree_new_in in = small_nodes();
    skpi_index_tree *tree = NULL;
    in.weight = weight;
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    return tree;
}
static inline skpi_index_data small_data(size_t n, const double *value)
{
    return (skpi_index_data){.size = sizeof(skpi_index_data), .n_units = n, .n_indicators = INDICATORS, .value = value};
}

#endif

/* Trees of indicators: shapes, effective weights, what is refused and in which words. */
#include "unit/index_tree.h"

START_TEST(shape_of_a_tree)
{
    const double weight[NODES] = {1, 3, 1, 1, 2, 6, 5};
    skpi_index_tree *tree = small_tree(weight);
    int32_t parent[NODES], height[NODES], column[NODES];
    double effective[NODES];
    skpi_index_tree_shape_out out = {sizeof out, 0, parent, height, column, effective};
    ck_assert_uint_eq(skpi_index_tree_n_nodes(tree), NODES);
    ck_assert_uint_eq(skpi_index_tree_n_indicators(tree), INDICATORS);
    ck_assert_int_eq(skpi_index_tree_shape(tree, &out), SKPI_OK);
    const int32_t parents[NODES] = {4, 4, 5, 5, 6, 6, SKPI_NONE}, heights[NODES] = {1, 1, 1, 1, 2, 2, 3};
    const int32_t columns[NODES] = {0, 1, 2, 3, SKPI_NONE, SKPI_NONE, SKPI_NONE};
    const double parts[NODES] = {.0625, .1875, .375, .375, .25, .75, 1};
    for (size_t k = 0; k < NODES; k++) {
        ck_assert_int_eq(parent[k], parents[k]);
        ck_assert_int_eq(height[k], heights[k]);
        ck_assert_int_eq(column[k], columns[k]);
        ck_assert_double_eq(effective[k], parts[k]);
    }
    skpi_index_tree_free(tree);
    ck_assert_uint_eq(skpi_index_tree_n_nodes(NULL), 0);
    ck_assert_uint_eq(skpi_index_tree_n_indicators(NULL), 0);
}
END_TEST

/* Children before parents, parents before children, mixed: columns are in the order of the nodes. */
START_TEST(any_order_of_nodes)
{
    const char *const code[] = {"all", "x", "group", "y", "z"}, *const parent[] = {"", "group", "all", "all", "group"};
    const skpi_index_tree_new_in in = {.size = sizeof in, .n_nodes = 5, .code = code, .parent = parent};
    skpi_index_tree *tree;
    int32_t height[5], column[5];
    skpi_index_tree_shape_out out = {.size = sizeof out, .height = height, .column = column};
    ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
    ck_assert_int_eq(skpi_index_tree_shape(tree, &out), SKPI_OK);
    const int32_t heights[] = {3, 1, 2, 1, 1}, columns[] = {SKPI_NONE, 0, SKPI_NONE, 1, 2};
    for (size_t k = 0; k < 5; k++) {
        ck_assert_int_eq(height[k], heights[k]);
        ck_assert_int_eq(column[k], columns[k]);
    }
    skpi_index_tree_free(tree);
}
END_TEST

static skpi_status tree_of(const char *const *parent, size_t n)
{
    static const char *const code[] = {"a", "b", "c", "d", "e"};
    const skpi_index_tree_new_in in = {.size = sizeof in, .n_nodes = n, .code = code, .parent = parent};
    skpi_index_tree *tree = NULL;
    const skpi_status s = skpi_index_tree_new(&in, &tree);
    ck_assert(s == SKPI_OK || !tree);
    skpi_index_tree_free(tree);
    return s;
}

START_TEST(roots_and_cycles)
{
    ck_assert_int_eq(tree_of((const char *const[]){""}, 1), SKPI_OK);
    ck_fails(tree_of((const char *const[]){"b", "a"}, 2), SKPI_EINCONSISTENT, "in->parent"); /* no root */
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "no root"));
    ck_fails_at(tree_of((const char *const[]){"", ""}, 2), SKPI_EINCONSISTENT, "in->parent", 1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "\"a\" and \"b\""));
    const char *const cycles[][5] = {{"", "a", "c", "a", "a"},  /* of one node: c */
                                     {"", "a", "d", "c", "a"},  /* of two: c, d */
                                     {"", "e", "b", "c", "c"}}; /* of three: b, e, c, below which d hangs */
    for (size_t i = 0; i < 3; i++) {
        ck_fails(tree_of(cycles[i], 5), SKPI_EINCONSISTENT, "in->parent");
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), "cycle"));
    }
    ck_fails_at(tree_of((const char *const[]){"", "a", "x"}, 3), SKPI_ENOTFOUND, "in->parent", 2);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "\"x\""));
}
END_TEST

static skpi_index_tree *made;
static skpi_status small_with(skpi_index_tree_new_in in)
{
    made = NULL;
    const skpi_status s = skpi_index_tree_new(&in, &made);
    skpi_index_tree_free(made);
    return s;
}

START_TEST(nodes_that_contradict_themselves)
{
    skpi_index_tree_new_in in = small_nodes();
    const char *const twice[NODES] = {"a", "b", "c", "a", "left", "right", "all"};
    in.code = twice;
    ck_fails_at(small_with(in), SKPI_EDUPLICATE, "in->code", 3);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is \"a\", as that of node 0"));
    const char *const empty[NODES] = {"a", "", "c", "d", "left", "right", "all"};
    in.code = empty;
    ck_fails_at(small_with(in), SKPI_ENOTFOUND, "in->code", 1);
    in = small_nodes();
    const double bad[][NODES] = {{1, NAN, 1, 1, 1, 1, 1}, {1, INFINITY, 1, 1, 1, 1, 1}, {1, -1, 1, 1, 1, 1, 1},
                                 {0, 0, 1, 1, 1, 1, 1},   {1, 1.1e100, 1, 1, 1, 1, 1},  {1, 9e-101, 1, 1, 1, 1, 1}};
    const skpi_status status[] = {SKPI_ENOTFINITE,    SKPI_ENOTFINITE, SKPI_ERANGE,
                                  SKPI_EINCONSISTENT, SKPI_ERANGE,     SKPI_ERANGE};
    for (size_t i = 0; i < 6; i++) {
        in.weight = bad[i];
        ck_fails(small_with(in), status[i], "in->weight");
        ck_assert_ptr_nonnull(strstr(skpi_last_error(), i == 3 ? "\"left\"" : "(\"b\")"));
    }
    const double wide[NODES] = {1e-100, 1e-100, 1e100, 1e100, 1e-100, 1e100, 1};
    skpi_index_tree_free(small_tree(wide));
    in.weight = NULL;
    const int32_t zero[NODES] = {1, 1, 1, 0, 1, 1, 1}, two[NODES] = {1, 1, 1, 2, 1, 1, 1};
    in.direction = zero;
    ck_fails_at(small_with(in), SKPI_EINVAL, "in->direction", 3);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "(\"d\")"));
    in.direction = two;
    ck_fails_at(small_with(in), SKPI_EINVAL, "in->direction", 3);
    const int32_t root[NODES] = {1, 1, 1, 1, 1, 1, -1}, deducted[NODES] = {1, 1, 1, 1, 1, -1, 1};
    in.direction = root;
    ck_fails_at(small_with(in), SKPI_EINVAL, "in->direction", ROOT);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "= -1 has no meaning"));
    in.direction = deducted; /* nothing yet says how the root is made */
    ck_assert_int_eq(small_with(in), SKPI_OK);
    int32_t aggregate[NODES] = {0, 0, 0, 0, 0, 0, SKPI_INDEX_AGGREGATE_HARMONIC};
    in.aggregate = aggregate;
    ck_fails_at(small_with(in), SKPI_EINVAL, "in->direction", 5);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "= -1 has no meaning at \"right\""));
    aggregate[ROOT] = SKPI_INDEX_AGGREGATE_SUM;
    ck_assert_int_eq(small_with(in), SKPI_OK);
    aggregate[0] = SKPI_INDEX_AGGREGATE_SUM;
    ck_fails_at(small_with(in), SKPI_EINVAL, "in->aggregate", 0);
    in = small_nodes();
    int32_t normalise[NODES] = {0, 0, 0, 0, SKPI_INDEX_NORMALISE_RANK};
    in.normalise = normalise;
    ck_fails_at(small_with(in), SKPI_EINVAL, "in->normalise", 4);
    normalise[4] = SKPI_INDEX_AGGREGATE_SUM;
    ck_fails_at(small_with(in), SKPI_EINVAL, "in->normalise", 4);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "SKPI_INDEX_AGGREGATE_SUM"));
}
END_TEST

START_TEST(posts_and_targets)
{
    skpi_index_tree_new_in in = small_nodes();
    int32_t normalise[NODES] = {SKPI_INDEX_NORMALISE_GOALPOSTS, SKPI_INDEX_NORMALISE_CAPPED};
    double low[NODES] = {1, NAN, NAN, NAN, NAN, NAN, NAN}, high[NODES] = {5, NAN, NAN, NAN, NAN, NAN, NAN};
    double target[NODES] = {NAN, 3, NAN, NAN, NAN, NAN, NAN};
    in.normalise = normalise;
    ck_fails_at(small_with(in), SKPI_ENODATA, "in->post_low", 0);
    in.post_low = low;
    ck_fails_at(small_with(in), SKPI_ENODATA, "in->post_high", 0);
    in.post_high = high;
    ck_fails_at(small_with(in), SKPI_ENODATA, "in->target", 1);
    in.target = target;
    ck_assert_int_eq(small_with(in), SKPI_OK);
    high[0] = 1;
    ck_fails_at(small_with(in), SKPI_EINCONSISTENT, "in->post_low", 0);
    low[0] = -1.7e308, high[0] = 1.7e308;
    ck_fails_at(small_with(in), SKPI_EINCONSISTENT, "in->post_low", 0);
    low[0] = INFINITY;
    ck_fails_at(small_with(in), SKPI_ENOTFINITE, "in->post_low", 0);
    low[0] = 1, high[0] = 5;
    const double share[NODES] = {NAN, NAN, NAN, NAN, 1.5, NAN, NAN};
    in.min_present = share;
    ck_fails_at(small_with(in), SKPI_ERANGE, "in->min_present", 4);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "(percent?) (\"left\")"));
}
END_TEST

/* A long chain and many siblings: no recursion, no quadratic search. */
START_TEST(large_trees)
{
    enum { MANY = 20000 };
    char(*text)[8] = malloc(MANY * sizeof *text);
    const char **code = malloc(MANY * sizeof *code), **parent = malloc(MANY * sizeof *parent);
    for (size_t chain = 0; chain < 2; chain++) {
        for (size_t k = 0; k < MANY; k++) {
            snprintf(text[k], sizeof text[k], "n%zu", k);
            code[k] = text[k];
            parent[k] = k == 0 ? "" : chain ? text[k - 1] : text[0];
        }
        const skpi_index_tree_new_in in = {.size = sizeof in, .n_nodes = MANY, .code = code, .parent = parent};
        skpi_index_tree *tree;
        ck_assert_int_eq(skpi_index_tree_new(&in, &tree), SKPI_OK);
        ck_assert_uint_eq(skpi_index_tree_n_indicators(tree), chain ? 1 : MANY - 1);
        skpi_index_tree_free(tree);
    }
    free(text);
    free(code);
    free(parent);
}
END_TEST

UNIT_MAIN("index_tree", UNIT_CASE("shape", shape_of_a_tree, any_order_of_nodes, large_trees),
          UNIT_CASE("refused", roots_and_cycles, nodes_that_contradict_themselves, posts_and_targets))

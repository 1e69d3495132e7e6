/* Composite indices: from a table of indicators to scores and ranks.
 *
 * Units (cities, say) are rows, indicators are columns, NaN is a missing value.  A tree says which indicators make up
 * which node; its root is the index.  Ranks: 1 is the highest score, equal scores share the best place of theirs. */
#ifndef SMARTKPI_INDEX_H
#define SMARTKPI_INDEX_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- the tree ---- */

/** How an indicator, multiplied by its direction, becomes a score.  The range is score_low to score_high of the
 * options. */
enum skpi_index_normalise {
    SKPI_INDEX_NORMALISE_MINMAX = 10101,    /* the smallest value becomes the low end of the range, the largest the high
                                              * end */
    SKPI_INDEX_NORMALISE_ZSCORE = 10102,    /* mean and standard deviation (n - 1) become those of the options */
    SKPI_INDEX_NORMALISE_GOALPOSTS = 10103, /* the posts of the indicator become the ends of the range; values beyond
                                              * a post are at that end */
    SKPI_INDEX_NORMALISE_LINEAR = 10104,    /* as goalposts; values beyond a post go on along the line */
    SKPI_INDEX_NORMALISE_TARGET = 10105,    /* the smallest value becomes the low end, the target of the indicator the
                                              * high end; values beyond the target go on */
    SKPI_INDEX_NORMALISE_CAPPED = 10106,    /* as target; values beyond the target are at the high end */
    SKPI_INDEX_NORMALISE_RANK = 10107,      /* the rank from below: 1 is the worst, equal values share the lower rank */
    SKPI_INDEX_NORMALISE_PERCENTILE = 10108, /* (rank - 1)/(n - 1) of the range */
    SKPI_INDEX_NORMALISE_FRACTION = 10109,   /* the fraction of the largest value, of the range; direction 1 and no
                                              * negative value */
    SKPI_INDEX_NORMALISE_AS_IS = 10110       /* the value is a score already */
};
/** How a node is made of its children. */
enum skpi_index_aggregate {
    SKPI_INDEX_AGGREGATE_ARITHMETIC = 10201, /* weighted arithmetic mean */
    SKPI_INDEX_AGGREGATE_GEOMETRIC = 10202,  /* weighted geometric mean */
    SKPI_INDEX_AGGREGATE_HARMONIC = 10203,   /* weighted harmonic mean */
    SKPI_INDEX_AGGREGATE_POWER = 10204,      /* weighted power mean, with the exponent of the options */
    SKPI_INDEX_AGGREGATE_SUM = 10205,        /* points: weights are not divided by their sum, and a node of direction -1
                                              * is deducted */
    SKPI_INDEX_AGGREGATE_COPELAND = 10206    /* units that are outranked less units that outrank, by weight */
};

/** A tree of indicators.  Any number of threads may use it at the same time. */
typedef struct skpi_index_tree skpi_index_tree;
/** Nodes of a tree, in any order.  A node that is nobody's parent is an indicator; the indicators in this order are the
 * columns of the data. */
typedef struct skpi_index_tree_new_in {
    uint32_t size, flags;
    size_t n_nodes;            /* count of nodes; at least 1. */
    const char *const *code;   /* [n_nodes] text: name of the node. */
    const char *const *parent; /* [n_nodes] text: code of the node's parent; empty for the root. */
    const double *weight;      /* [n_nodes] quantity: weight among the children of the parent; NULL = 1. */
    const int32_t *direction;  /* [n_nodes] one of -1, 1: -1 is an indicator of which less is better, or a node that a
                                * sum deducts; NULL = 1. */
    const int32_t *normalise;  /* [n_nodes] enum skpi_index_normalise, of an indicator; 0 = as the options say; NULL =
                                * all as the options say. */
    const int32_t *aggregate;  /* [n_nodes] enum skpi_index_aggregate, of a node with children; 0 = as the options say;
                                * NULL = all as the options say. */
    const double *post_low;    /* [n_nodes] number: lower post of an indicator; NaN = missing; NULL = no posts. */
    const double *post_high;   /* [n_nodes] number: upper post; NaN = missing; NULL = no posts. */
    const double *target;      /* [n_nodes] number: target of an indicator; NaN = missing; NULL = no targets. */
    const double *min_present; /* [n_nodes] share of the children that must be present, where the node is to differ from
                                * the options; NaN = missing; NULL = all as the options say. */
} skpi_index_tree_new_in;
/** Makes a tree.
 *
 * `in`    nodes: code and parent, perhaps weight, direction, and what differs from the options; all are copied.
 * `tree`  new handle: skpi_index_tree_free ends it.
 *
 * `EINVAL`         in->normalise is given to a node with children; in->aggregate is given to a node without children;
 *                  in->normalise is FRACTION although the direction is -1; in->direction is -1 at the root, or at a node
 *                  with children below a mean.
 * `EDUPLICATE`     in->code has one twice.
 * `ENOTFOUND`      in->code is empty; in->parent is not the code of a node.
 * `ENODATA`        in->post_low or in->post_high is missing where the node needs posts; in->target is missing where the
 *                  node needs one.
 * `EINCONSISTENT`  in->parent has no root, two roots, or a cycle; in->weight is 0 at all children of a node;
 *                  in->post_low is not below in->post_high.
 * `EOVERFLOW`      in->weight adds up to more than a double holds.
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008).
 */
SKPI_CHECK skpi_status skpi_index_tree_new(const skpi_index_tree_new_in *in, skpi_index_tree **tree);
/** Frees a tree; NULL is allowed. */
SKPI_API void skpi_index_tree_free(skpi_index_tree *tree);
/** Number of nodes of a tree; 0 if it is NULL. */
SKPI_API size_t skpi_index_tree_n_nodes(const skpi_index_tree *tree);
/** Number of indicators of a tree; 0 if it is NULL. */
SKPI_API size_t skpi_index_tree_n_indicators(const skpi_index_tree *tree);

/** Shape of a tree. */
typedef struct skpi_index_tree_shape_out {
    uint32_t size, flags;
    int32_t *parent; /* [tree->n_nodes] integer: number of the parent; SKPI_NONE at the root. */
    int32_t *height; /* [tree->n_nodes] integer: 1 for an indicator, else 1 more than the highest child. */
    int32_t *column; /* [tree->n_nodes] integer: column of the indicator in the data; SKPI_NONE at other nodes. */
    double
        *effective; /* [tree->n_nodes] share of the node in the weights of the whole: the product of the weights on the
                        * way to the root, each divided by the sum over the children of its parent. */
} skpi_index_tree_shape_out;
/** Shape of a tree: parents, heights, columns and effective weights.
 *
 * `tree`  the tree.
 * `out`   the shape, node by node in the caller's order.
 */
SKPI_CHECK skpi_status skpi_index_tree_shape(const skpi_index_tree *tree, skpi_index_tree_shape_out *out);

/* ---- scores and ranks ---- */

/** How a missing value is filled in. */
enum skpi_index_impute {
    SKPI_INDEX_IMPUTE_MEAN = 10301,         /* mean of the column */
    SKPI_INDEX_IMPUTE_MEDIAN = 10302,       /* median of the column */
    SKPI_INDEX_IMPUTE_GROUP_MEAN = 10303,   /* mean of the column in the group of the unit */
    SKPI_INDEX_IMPUTE_GROUP_MEDIAN = 10304, /* median of the column in the group of the unit */
    SKPI_INDEX_IMPUTE_PARENT_MEAN = 10305 /* mean of the other indicators of the same parent that the unit has, each on
                                             * the scale from 0 (worst unit) to 1 (best unit) */
};
/** How the outliers of a column are treated. */
enum skpi_index_treat {
    SKPI_INDEX_TREAT_WINSORISE = 10401,    /* the farthest values are moved to the next ones */
    SKPI_INDEX_TREAT_WINSORISE_LOG = 10402 /* the same, and logarithms of a column that still has outliers */
};
/** What becomes of a column whose values are all the same, where its score is not defined; 0 = it is refused. */
enum skpi_index_constant {
    SKPI_INDEX_CONSTANT_MIDPOINT = 10501, /* every unit has the middle of the range, or the mean of z-scores */
    SKPI_INDEX_CONSTANT_MISSING = 10502   /* the score is missing for every unit */
};
/** What was done to a value: bits that combine. */
enum skpi_index_change_flag {
    SKPI_INDEX_CHANGE_FLAG_IMPUTED = 1, /* it was missing and is filled in */
    SKPI_INDEX_CHANGE_FLAG_LOWERED = 2, /* it was an outlier above the others */
    SKPI_INDEX_CHANGE_FLAG_RAISED = 4,  /* it was an outlier below the others */
    SKPI_INDEX_CHANGE_FLAG_LOGGED = 8   /* it is a logarithm */
};

/** Values of units. */
typedef struct skpi_index_data {
    uint32_t size, flags;
    size_t n_units, n_indicators; /* count of units, of columns; at least 1. */
    const double *value;          /* [n_units][n_indicators] number; NaN = missing. */
    const double *denominator;    /* [n_units][n_indicators] divisor of the value; NULL = 1. */
    const int32_t *group;         /* [n_units] integer: number of the unit's group, for imputation; NULL = no groups. */
    const int32_t *period;        /* [n_units] integer: ranks are counted among the units of one period, everything else
                                   * is computed over all of them; NULL = one period. */
} skpi_index_data;
/** How values become scores. */
typedef struct skpi_index_options {
    uint32_t size, flags;
    int32_t impute;               /* enum skpi_index_impute; 0 = none. */
    int32_t treat;                /* enum skpi_index_treat; 0 = none. */
    int32_t winsorise_cells;      /* index: number of moved values at which winsorising stops; 0 = 5. */
    int32_t normalise;            /* enum skpi_index_normalise; 0 = SKPI_INDEX_NORMALISE_MINMAX. */
    int32_t aggregate;            /* enum skpi_index_aggregate; 0 = SKPI_INDEX_AGGREGATE_ARITHMETIC. */
    int32_t constant;             /* enum skpi_index_constant; 0 = none. */
    double skewness;              /* quantity: a column has outliers if |skewness| is not below this; 0 = 2. */
    double kurtosis;              /* quantity: and its excess kurtosis is not below this; 0 = 3.5. */
    double score_low, score_high; /* number: ends of the range of scores; both 0 = 0 to 100. */
    double score_mean;            /* number: mean of z-scores; 0 = none. */
    double score_sd;              /* quantity: standard deviation of z-scores; 0 = 1. */
    double power;                 /* number: exponent of power means; 0 = none. */
    double floor; /* quantity: smaller children count as this under geometric, harmonic and power means; 0 = none. */
    double min_present; /* share of the children of a node that must be present; 0 = one child. */
    double round;       /* quantity: all scores are rounded to multiples of this; 0 = none. */
    double tie;         /* quantity: scores this close to the best of a group share its rank; 0 = none. */
} skpi_index_options;
/** Scores and ranks, and what was done to the values. */
typedef struct skpi_index_tree_compute_out {
    uint32_t size, flags;
    double *imputed; /* [n_units][n_indicators] number: values after denominators and imputation; NaN where missing. */
    double *treated; /* [n_units][n_indicators] number: and after the treatment of outliers; NaN where missing. */
    int32_t *change; /* [n_units][n_indicators] integer: bits of enum skpi_index_change_flag. */
    double *score;   /* [n_units][tree->n_nodes] number: score of the node; of an indicator its normalised value; NaN
                      * where missing. */
    int32_t *rank;   /* [n_units][tree->n_nodes] integer: rank of the score; SKPI_NONE where missing. */
} skpi_index_tree_compute_out;
/** Scores and ranks of units at all nodes of a tree.  In this order: denominators, imputation, treatment of outliers,
 * normalisation, aggregation, ranks.
 *
 * `tree`     the tree.
 * `data`     value of each unit and indicator, perhaps denominator, group and period.
 * `options`  how; NULL = min-max to 0 to 100, arithmetic means, nothing imputed or treated.
 * `out`      scores, ranks, and the values before normalisation.
 *
 * `WMISSING`       a score of an indicator is missing: its parent is made of the others.
 * `WADJUSTED`      options->floor raised a score.
 * `WNEGATIVE`      out->score is below 0 where a sum deducts.
 * `EINVAL`         options->normalise is FRACTION although an indicator has direction -1; options->aggregate is a mean
 *                  although a node with children has direction -1; data->group is NULL although groups impute.
 * `EDOM`           data->value is constant in a column; data->value is above the target throughout a column;
 *                  out->score is not above 0 below a geometric or harmonic mean, or is below 0 below a power mean;
 *                  options->power is 0 although a node is a power mean.
 * `ERANGE`         data->value is below 0 although FRACTION is used.
 * `EZERODIV`       data->value has no value above 0 although FRACTION is used; data->value has the target as the
 *                  smallest value of a column.
 * `ENODATA`        data->value has no value; tree has an indicator without the posts or the target that it needs.
 * `EINCONSISTENT`  data->n_indicators differs from the number of indicators of tree; options->score_low is not below
 *                  options->score_high.
 * `EOVERFLOW`      data->value or data->denominator is so far from the others that a value is beyond the range of a
 *                  double; out->score is beyond the range of a double.
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008); the treatment of outliers as in the R
 * package COINr; Copeland: smartkpi_index(7).
 */
SKPI_CHECK skpi_status skpi_index_tree_compute(const skpi_index_tree *tree, const skpi_index_data *data,
                                               const skpi_index_options *options, skpi_index_tree_compute_out *out);

/** Ranks of scores: 1 is the highest score of a column; equal scores share the best rank of theirs (1 2 2 4).
 *
 * `n`            count of units.
 * `m`            count of columns.
 * `score[n][m]`  number; NaN = missing.
 * `tie`          quantity: from the best score down, a score joins the group whose first it is within tie of; 0 = none.
 * `rank[n][m]`   integer: rank of the score in its column; SKPI_NONE where it is missing.
 */
SKPI_CHECK skpi_status skpi_index_rank(size_t n, size_t m, const double *score, double tie, int32_t *rank);

#ifdef __cplusplus
}
#endif
#endif

/* Composite indices: from a table of indicators to scores and ranks.
 *
 * Units (cities, say) are rows, indicators are columns, NaN is a missing value.  A tree says which indicators make up
 * which node; its root is the index.  Ranks: 1 is the highest score, equal scores share the best place of theirs.
 *
 * Decimal figures are doubles only nearly, and so the same figures in another unit are not the same to the last bit.
 * Scores that are computed are equal if they differ by no more than 1e-12 of the largest that is ranked with them.  What
 * is left of scores that cancel is 0 if it is less than 1e-12 of them.  A column whose values differ by rounding alone is
 * constant. */
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
 *                  in->normalise is FRACTION although the direction is -1; in->direction is -1 at the root, or at a
 *                  node with children below a mean.
 * `EDUPLICATE`     in->code holds a value twice.
 * `ENOTFOUND`      in->code is empty; in->parent is not the code of a node.
 * `ENODATA`        in->post_low or in->post_high is missing where the node needs posts; in->target is missing where
 *                  the node needs one.
 * `EINCONSISTENT`  in->parent has no root, two roots, or a cycle; in->weight is 0 at all children of a node;
 *                  in->post_low is not below in->post_high.
 * `ERANGE`         in->weight is above 0 and below 1e-100, or above 1e100.
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
    SKPI_INDEX_TREAT_WINSORISE_LOG = 10402 /* the same, and logarithms of a column that still has outliers, of MINMAX,
                                            * ZSCORE, RANK and PERCENTILE alone; else such a column is left as it is */
};
/** What becomes of a column whose values are all the same, but for rounding, where its score is not defined; 0 = it is
 * refused. */
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
 * `WUNUSUAL`       data->value has outliers in a column that stays as it is, because WINSORISE_LOG puts into
 *                  logarithms only for MINMAX, ZSCORE, RANK and PERCENTILE.
 * `EINVAL`         options->normalise is FRACTION although an indicator has direction -1; options->aggregate is a
 *                  mean although a node with children has direction -1; data->group is NULL although groups impute.
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

/** Ranks of scores: 1 is the highest score of a column; equal scores share the best rank of theirs (1 2 2 4).  Scores
 * are compared as they are, to the last bit; a tie of 1e-9 makes sums that are the same one score.
 *
 * `n`            count of units.
 * `m`            count of columns.
 * `score[n][m]`  number; NaN = missing.
 * `tie`          quantity: from the best score down, a score joins the group whose first it is within tie of; 0 =
 *                none.
 * `rank[n][m]`   integer: rank of the score in its column; SKPI_NONE where it is missing.
 */
SKPI_CHECK skpi_status skpi_index_rank(size_t n, size_t m, const double *score, double tie, int32_t *rank);

/* ---- what scores and ranks rest on ---- */

/** An assumption that is varied: a factor. */
enum skpi_index_factor {
    SKPI_INDEX_FACTOR_TREATMENT = 10601,     /* how far outliers are treated */
    SKPI_INDEX_FACTOR_NORMALISATION = 10602, /* how indicators are normalised that have no method of their own */
    SKPI_INDEX_FACTOR_WEIGHTS = 10603,       /* all weights together */
    SKPI_INDEX_FACTOR_AGGREGATION = 10604,   /* how nodes are made that have no method of their own */
    SKPI_INDEX_FACTOR_ERRORS = 10605         /* errors of the data, all together */
};
/** Which runs are made.  A run computes the index once, under one alternative of each factor. */
enum skpi_index_mode {
    SKPI_INDEX_MODE_SAMPLED = 10701,  /* n_draws runs, all factors drawn */
    SKPI_INDEX_MODE_SALTELLI = 10702, /* n_draws (2 + n_factors) runs: draws A, other draws B, then for each factor the
                                       * draws A with that factor of B; gives sensitivities, too */
    SKPI_INDEX_MODE_EXACT = 10703 /* every combination of the alternatives once, the last factor fastest: no sampling
                                       * error; without noise and errors */
};
/** Factors and their alternatives.  A factor that is not listed stays as the options and the tree have it. */
typedef struct skpi_index_tree_uncertainty_in {
    uint32_t size, flags;
    size_t n_factors;         /* count of factors; at least 1. */
    const int32_t *factor;    /* [n_factors] enum skpi_index_factor. */
    size_t n_treatments;      /* count of treatments; 0 = none. */
    const int32_t *treatment; /* [n_treatments] index: moved values at which winsorising stops, 0 none; NULL = none. */
    size_t n_normalisations;  /* count of normalisations; 0 = none. */
    const int32_t *normalisation; /* [n_normalisations] enum skpi_index_normalise; NULL = none. */
    const double *range_low;    /* [n_normalisations] number: low end of the range, of z-scores the mean; NULL = as the
                                    * options say. */
    const double *range_high;   /* [n_normalisations] number: high end of the range, of z-scores the standard
                                    * deviation; NULL = as the options say. */
    size_t n_weight_sets;       /* count of sets of weights; 0 = none. */
    const double *weight_set;   /* [n_weight_sets][tree->n_nodes] quantity: weight of each node; NULL = none. */
    const double *weight_noise; /* [tree->n_nodes] number in [0,1): every weight is multiplied by a number that is
                                    * uniform from 1 - noise to 1 + noise, new in each draw; NULL = no noise. */
    size_t n_aggregations;      /* count of aggregations; 0 = none. */
    const int32_t *aggregation; /* [n_aggregations] enum skpi_index_aggregate; NULL = none. */
    const double *error;        /* [n_units][n_indicators] quantity: standard error of the value over its denominator;
                                    * NULL = no errors. */
} skpi_index_tree_uncertainty_in;
/** How runs are made. */
typedef struct skpi_index_tree_uncertainty_options {
    uint32_t size, flags;
    uint64_t seed;    /* integer, any. */
    uint64_t n_draws; /* count of draws; at most 2147483647; 0 = 1000. */
    uint64_t n_runs;  /* count of runs, as the mode makes them: rows of choice, score and shift; 0 = 0, but then score
                             * and shift are not written. */
    uint64_t n_resamples;  /* count of resamples for the intervals of sensitivities; at most 2^31; 0 = 1000. */
    uint64_t n_prob;       /* count of quantiles; 0 = none. */
    int32_t mode;          /* enum skpi_index_mode; 0 = SKPI_INDEX_MODE_SAMPLED. */
    int32_t threads;       /* integer in [0,1024]: threads that make runs; 0 = 1. */
    int32_t top;           /* index: number of best units that count as the top; 0 = ten, or all if they are fewer. */
    int32_t zero;          /* 0. */
    const double *prob;    /* [n_prob] probability of each quantile. */
    const int32_t *choice; /* [n_runs][n_factors] index of the alternative; of noise, errors of a draw; NULL = drawn. */
    skpi_progress progress; /* function that is called with the number of parts done and of all parts; NULL = none. */
    void *user;             /* pointer that is passed to progress. */
} skpi_index_tree_uncertainty_options;
/** Ranks at the root over the runs, and what moves them.  Of Saltelli's scheme the draws A and B alone count for the
 * ranks of the units.  Shift is the mean over units of |rank - nominal rank|. */
typedef struct skpi_index_tree_uncertainty_out {
    uint32_t size, flags;
    int32_t *nominal;   /* [n_units] integer: rank as the options and the tree have it; SKPI_NONE where missing. */
    double *mean;       /* [n_units] number: mean rank; NaN where missing. */
    double *median;     /* [n_units] number: median rank; NaN where missing. */
    double *quantile;   /* [n_units][n_prob] number: quantile of the rank, linear between ranks; NaN where missing. */
    double *top;        /* [n_units] share of the runs in which the unit is among the best; NaN where missing. */
    double *above;      /* [n_units][n_units] share of the runs in which the row's unit has a higher score than the
                         * column's, equal scores half; NaN where one is missing. */
    double *frequency;  /* [n_units][n_units] share of the runs with the rank of the column; NaN where missing. */
    double *score;      /* [n_runs][n_units] number: score at the root; NaN where missing. */
    double *shift;      /* [n_runs] quantity: shift of the run; NaN where no unit has a rank. */
    double *first;      /* [n_factors] number: Sobol's first-order index of the shift; NaN of SAMPLED, if the shift
                         * never varies, and if it is NaN in a run. */
    double *total;      /* [n_factors] number: Sobol's total index of the shift; NaN as first. */
    double *first_low;  /* [n_factors] number: lower end of the 90 % interval of first; of EXACT first itself; NaN as
                         * first, and if the shift varies in no resample. */
    double *first_high; /* [n_factors] number: its upper end; NaN as first_low. */
    double *total_low;  /* [n_factors] number: lower end of the 90 % interval of total; of EXACT total itself; NaN as
                         * first_low. */
    double *total_high; /* [n_factors] number: its upper end; NaN as first_low. */
    double *unit_first; /* [n_units][n_factors] number: first-order index of the unit's own rank; NaN of SAMPLED, if the
                         * rank never moves, and if it is missing in a run. */
    double *unit_total; /* [n_units][n_factors] number: total index of the unit's own rank; NaN as unit_first. */
} skpi_index_tree_uncertainty_out;
/** The index under other assumptions: how far ranks rest on them, and on which.
 *
 * `tree`          the tree.
 * `data`          values, as for skpi_index_tree_compute.
 * `alternatives`  factors, and the alternatives of each.
 * `options`       how scores are made where no factor says otherwise; NULL = all defaults.
 * `draw`          mode, draws, seed, threads; NULL = 1000 draws of seed 0.
 * `out`           ranks, probabilities, sensitivities.
 *
 * `WMISSING`       a score of an indicator is missing in some run.
 * `WADJUSTED`      options->floor raised a score in some run.
 * `WNEGATIVE`      out->score is below 0 in some run where a sum deducts.
 * `WUNUSUAL`       data->value has outliers in a column that in some run stays as it is, because WINSORISE_LOG puts
 *                  into logarithms only for MINMAX, ZSCORE, RANK and PERCENTILE.
 * `EINVAL`         alternatives->factor has no alternatives; alternatives->treatment is NULL although
 *                  alternatives->n_treatments is given; alternatives->normalisation is NULL although
 *                  alternatives->n_normalisations is given; alternatives->weight_set is NULL although
 *                  alternatives->n_weight_sets is given; alternatives->aggregation is NULL although
 *                  alternatives->n_aggregations is given; alternatives->weight_noise is given with sets of weights,
 *                  or is varied by EXACT; alternatives->error is varied by EXACT; options->normalise is FRACTION
 *                  although an indicator has direction -1; options->aggregate is a mean although a node with children
 *                  has direction -1; alternatives->normalisation or alternatives->aggregation does not suit the tree
 *                  in the same way; data->group is NULL although groups impute; draw->n_runs is not the number of
 *                  runs; draw->choice is given to EXACT.
 * `EDUPLICATE`     alternatives->factor holds a value twice.
 * `ERANGE`         alternatives->weight_set is above 0 and below 1e-100, or above 1e100; draw->choice is not below the
 *                  number of alternatives; draw->top is above the number of units;
 *                  alternatives->range_high is below 0 although it is a standard deviation; alternatives->factor
 *                  makes more than 2^31 combinations; data->value is below 0 although FRACTION is used.
 * `EDOM`           data->value is constant in a column; data->value is above the target throughout a column;
 *                  out->score is one that a mean cannot take; options->power is 0 although a node is a power mean;
 *                  alternatives->range_high is 0 although it is a standard deviation.
 * `EZERODIV`       data->value has no value above 0 although FRACTION is used; data->value has the target as the
 *                  smallest value of a column.
 * `ENODATA`        data->value has no value; tree has an indicator without the posts or the target that it needs.
 * `EINCONSISTENT`  data->n_indicators differs from the number of indicators of tree; options->score_low is not below
 *                  options->score_high; alternatives->range_low is not below alternatives->range_high;
 *                  alternatives->weight_set has no weight above 0 below a node.
 * `EOVERFLOW`      data->value, data->denominator or alternatives->error is so far from the others that a value is
 *                  beyond the range of a double; out->score is beyond the range of a double.
 * `ECANCELED`      draw->progress asked to stop.
 * `ETHREAD`        a thread could not be started, or is not in the child of a fork.
 *
 * Source: Saisana, Saltelli and Tarantola, Journal of the Royal Statistical Society A 168 (2005) 307; Saltelli,
 * Computer Physics Communications 145 (2002) 280; Jansen, Computer Physics Communications 117 (1999) 35; Matousek,
 * Journal of Complexity 14 (1998) 527.
 */
SKPI_CHECK skpi_status skpi_index_tree_uncertainty(const skpi_index_tree *tree, const skpi_index_data *data,
                                                   const skpi_index_tree_uncertainty_in *alternatives,
                                                   const skpi_index_options *options,
                                                   const skpi_index_tree_uncertainty_options *draw,
                                                   skpi_index_tree_uncertainty_out *out);
/* ---- what a table holds ---- */

/** Figures of each column. */
typedef struct skpi_index_describe_out {
    uint32_t size, flags;
    double *low, *high;         /* [m] number: smallest and largest value; NaN without a value. */
    double *mean, *median;      /* [m] number: mean and median; NaN without a value. */
    double *sd;                 /* [m] number: standard deviation (n - 1); NaN with fewer than two values. */
    double *skewness;           /* [m] number: skewness, sample-corrected (G1); NaN with fewer than three values, and if
                                 * all are the same. */
    double *kurtosis;           /* [m] number: excess kurtosis, sample-corrected (G2); NaN with fewer than four values,
                                 * and if all are the same. */
    int32_t *present, *nonzero; /* [m] integer: count of values, of values that are not 0. */
    int32_t *distinct;          /* [m] integer: count of different values. */
    int32_t *most_same;         /* [m] integer: how often the most frequent value occurs. */
} skpi_index_describe_out;
/** Describes each column of a table.
 *
 * `n`            count of units; at least 1.
 * `m`            count of indicators.
 * `value[n][m]`  number; NaN = missing.
 * `out`          figures of each column.
 *
 * `WMISSING`   value is missing somewhere: the figures are those of the others.
 * `EOVERFLOW`  value is so far from another of its column that their difference is beyond the range of a double.
 *
 * Source: D. N. Joanes and C. A. Gill, The Statistician 47 (1998) 183.
 */
SKPI_CHECK skpi_status skpi_index_describe(size_t n, size_t m, const double *value, skpi_index_describe_out *out);

/** How the correlation of two columns is measured. */
enum skpi_index_correlation {
    SKPI_INDEX_CORRELATION_PEARSON = 10801,  /* of the values */
    SKPI_INDEX_CORRELATION_SPEARMAN = 10802, /* of the ranks; equal values share the mean of their ranks */
    SKPI_INDEX_CORRELATION_KENDALL = 10803   /* of the order of pairs of units: tau-b */
};
/** How the columns of a table hang together. */
typedef struct skpi_index_structure_out {
    uint32_t size, flags;
    double *correlation; /* [m][m] number: correlation of two columns over the units that have both; NaN where one of
                          * them is constant there. */
    int32_t *common;     /* [m][m] integer: count of units that have both. */
    double *alpha;       /* number: Cronbach's alpha of all columns; NaN if m is 1, or where none is defined. */
    double *eigenvalue;  /* [m] number: variances of the principal components, the largest first. */
    double *share;       /* [m] number: their fractions of the sum. */
    double *loading;     /* [m][m] number: component i in row i, of length 1, with a sum of at least 0. */
} skpi_index_structure_out;
/** Correlations, Cronbach's alpha and principal components of the columns of a table.  Components are those of the
 * matrix of Pearson correlations of the units that have all values.
 *
 * `n`            count of units; at least 1.
 * `m`            count of indicators; at least 1.
 * `value[n][m]`  number; NaN = missing.
 * `correlation`  enum skpi_index_correlation, of out->correlation.
 * `out`          what is wanted.
 *
 * `WMISSING`       value is missing somewhere.
 * `WWEAKFIT`       out->loading is of two components of the same variance above 0, which are not unique.
 * `EDOM`           value is constant in a column of the complete units although components are wanted.
 * `ENODATA`        value has fewer than two complete units although components are wanted.
 * `EOVERFLOW`      value is so far from another of its column that their difference is beyond the range of a double.
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), steps 4 and 6; M. G. Kendall, Biometrika
 * 33 (1945) 239 (tau-b); L. J. Cronbach, Psychometrika 16 (1951) 297.
 */
SKPI_CHECK skpi_status skpi_index_structure(size_t n, size_t m, const double *value, int32_t correlation,
                                            skpi_index_structure_out *out);

/* ---- weights ---- */

/** How weights are found in the data. */
enum skpi_index_weight {
    SKPI_INDEX_WEIGHT_ENTROPY = 10901,     /* 1 less the entropy of the shares of the units, on the directed scale from
                                            * 0 (worst unit) to 1 (best unit) */
    SKPI_INDEX_WEIGHT_ENTROPY_RAW = 10902, /* the same, of the values as they are, without directions */
    SKPI_INDEX_WEIGHT_CRITIC = 10903,    /* standard deviation times the sum of 1 less the correlations, on the directed
                                            * scale */
    SKPI_INDEX_WEIGHT_DEVIATION = 10904, /* standard deviation, on the directed scale */
    SKPI_INDEX_WEIGHT_PRINCIPAL = 10905, /* squared loadings of the first principal component */
    SKPI_INDEX_WEIGHT_BALANCED = 10906   /* of z-scores: the smallest correlation with the index, divided by the
                                            * importance, is as large as it can be */
};
/** Weights of indicators from their data: they add up to 1, and none is negative.
 *
 * `n`              count of units; at least 1.
 * `m`              count of indicators; at least 1.
 * `value[n][m]`    number.
 * `direction[m]`   one of -1, 1: -1 is an indicator of which less is better; NULL = 1.
 * `method`         enum skpi_index_weight.
 * `importance[m]`  positive: wanted proportions of the correlations with the index; NULL = 1; only for method =
 *                  BALANCED.
 * `weight[m]`      number: weights of the indicators.
 *
 * `WWEAKFIT`       value has two first components of the same variance: the weights are not unique.
 * `EDOM`           value is constant in every column; value is constant in a column (PRINCIPAL, BALANCED); value has
 *                  only columns that correlate by 1, or a single one (CRITIC); value cancels: with some weights every
 *                  unit has the same index (BALANCED).
 * `ERANGE`         value is below 0 (ENTROPY_RAW).
 * `EOVERFLOW`      value is so far from another of its column that their difference is beyond the range of a double;
 *                  value adds up to more than a double holds (ENTROPY_RAW); importance differs by more than a double
 *                  holds.
 *
 * Source: D. Diakoulaki, G. Mavrotas and L. Papayannakis, Computers & Operations Research 22 (1995) 763 (CRITIC); W.
 * Becker, M. Saisana, P. Paruolo and I. Vandecasteele, Ecological Indicators 80 (2017) 12 (balance); of the others see
 * skpi_index_weight(3).
 */
SKPI_CHECK skpi_status skpi_index_weight(size_t n, size_t m, const double *value, const int32_t *direction,
                                         int32_t method, const double *importance, double *weight);

/** Weights and consistency of each judge. */
typedef struct skpi_index_pairwise_out {
    uint32_t size, flags;
    double *weight;            /* [n][m] number: principal eigenvector, of sum 1. */
    double *geometric;         /* [n][m] number: geometric means of the rows, of sum 1. */
    double *eigenvalue;        /* [n] number: largest eigenvalue. */
    double *consistency_index; /* [n] number: (eigenvalue - m)/(m - 1); 0 for one criterion. */
    double *consistency_ratio; /* [n] number: the index divided by that of random comparisons; 0 for m up to 2, and NaN
                                * for m above 10, which have no random index. */
} skpi_index_pairwise_out;
/** Weights from comparisons of criteria in pairs: the analytic hierarchy process.
 *
 * `n`                    count of judges.
 * `m`                    count of criteria; at least 1.
 * `comparison[n][m][m]`  positive: how many times as important as criterion j the judge holds criterion i.
 * `out`                  weights and consistency.
 * `status[n]`            row status.
 *
 * `EINCONSISTENT`  comparison is not reciprocal: that of i and j times that of j and i differs from 1 by more than
 *                  1e-9.
 * `EOVERFLOW`      out->eigenvalue is beyond the range of a double.
 * `ENOTCONVERGED`  comparison has a principal eigenvector that was not found.
 *
 * Source: T. L. Saaty, The Analytic Hierarchy Process (1980), with its random indices.
 */
SKPI_CHECK skpi_status skpi_index_pairwise(size_t n, size_t m, const double *comparison, skpi_index_pairwise_out *out,
                                           int32_t *status);

/* ---- decisions ---- */

/** How alternatives are scored by several criteria. */
enum skpi_index_decide {
    SKPI_INDEX_DECIDE_TOPSIS = 30101,    /* closeness to the best values, far from the worst ones */
    SKPI_INDEX_DECIDE_VIKOR = 30102,     /* a compromise of mean and largest shortfall; the lowest score is the best */
    SKPI_INDEX_DECIDE_PROMETHEE = 30103, /* net flow of preferences: PROMETHEE II */
    SKPI_INDEX_DECIDE_COPELAND = 30104   /* alternatives that it beats by weight of criteria, less those that beat it */
};
/** How TOPSIS makes criteria comparable. */
enum skpi_index_decide_scale {
    SKPI_INDEX_DECIDE_SCALE_VECTOR = 30201, /* values divided by the length of their column */
    SKPI_INDEX_DECIDE_SCALE_MINMAX = 30202  /* the directed scale from 0 (worst value) to 1 (best value) */
};
/** Options of decisions. */
typedef struct skpi_index_decide_options {
    uint32_t size, flags;
    int32_t scale;   /* enum skpi_index_decide_scale, of TOPSIS; 0 = SKPI_INDEX_DECIDE_SCALE_VECTOR. */
    int32_t zero;    /* 0. */
    double strategy; /* share of the mean shortfall in the score of VIKOR, the rest is the largest one's; 0 = 0.5. */
    const double *indifference; /* [m] quantity: a difference up to this is no preference, for PROMETHEE; NULL = 0. */
    const double *preference;   /* [m] quantity: a difference of this or more is a full preference, linear in between;
                                 * NULL = any difference above indifference. */
} skpi_index_decide_options;
/** Scores, what they are made of, and ranks. */
typedef struct skpi_index_decide_out {
    uint32_t size, flags;
    double *score;  /* [n] number: closeness, Q, net flow, or wins less losses. */
    double *first;  /* [n] number: distance to the best (TOPSIS), S (VIKOR), leaving flow (PROMETHEE) or wins
                    * (COPELAND). */
    double *second; /* [n] number: distance to the worst, R, entering flow, or losses. */
    int32_t *rank;  /* [n] integer: 1 is the best; scores that differ by less than 1e-12 of the largest share it. */
    double *pair;   /* [n][n] number: preference of i over j (PROMETHEE), or share of the criteria by weight in which i
                     * is above j, ties half (COPELAND); NaN for the other methods. */
} skpi_index_decide_out;
/** Scores and ranks alternatives by several criteria.  Weights are divided by their sum.
 *
 * `n`             count of alternatives; at least 1.
 * `m`             count of criteria; at least 1.
 * `value[n][m]`   number; NaN = missing.
 * `weight[m]`     quantity: weight of the criterion; NULL = 1.
 * `direction[m]`  one of -1, 1: -1 is a criterion of which less is better; NULL = 1.
 * `method`        enum skpi_index_decide.
 * `options`       scale, strategy, thresholds; NULL = the usual ones.
 * `out`           scores and ranks.
 *
 * `WMISSING`       value is missing somewhere: two alternatives are compared by what both have (COPELAND).
 * `ENOTFINITE`     value is missing although the method needs all (TOPSIS, VIKOR, PROMETHEE).
 * `EZERODIV`       weight adds up to 0.
 * `EINCONSISTENT`  options->preference is below options->indifference.
 * `EOVERFLOW`      value is so far from another of its column that their difference is beyond the range of a double;
 *                  weight adds up to more than a double holds.
 *
 * Source: C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981); S. Opricovic and G.-H. Tzeng, European
 * Journal of Operational Research 156 (2004) 445; J.-P. Brans and P. Vincke, Management Science 31 (1985) 647; A. H.
 * Copeland, A reasonable social welfare function, University of Michigan (1951).
 */
SKPI_CHECK skpi_status skpi_index_decide(size_t n, size_t m, const double *value, const double *weight,
                                         const int32_t *direction, int32_t method,
                                         const skpi_index_decide_options *options, skpi_index_decide_out *out);

/** Benefit of the doubt: scores each unit with the weights that are best for it, with which no unit has more than 1.
 * Units whose values are refused take no part in the comparison.
 *
 * `n`              count of units; at least 1.
 * `m`              count of indicators; at least 1.
 * `value[n][m]`    quantity.
 * `share_low[m]`   share of the indicator in the unit's own score, at least; NULL = 0.
 * `share_high[m]`  share of the indicator in the unit's own score, at most; NULL = 1.
 * `score[n]`       number: score, from 0 to 1.
 * `weight[n][m]`   number: a set of best weights; other sets may be as good; NULL = not wanted.
 * `status[n]`      row status.
 *
 * `EINFEASIBLE`    value of a unit meets the bounds of the shares with no weights: it is 0 where a share is needed, or
 *                  too many are 0.
 * `EINCONSISTENT`  share_low is above share_high; share_low adds up to more than 1; share_high adds up to less than 1.
 * `EOVERFLOW`      weight is beyond the range of a double.
 * `ENOTCONVERGED`  value of a unit leads to a linear programme that was not solved.
 *
 * Source: L. Cherchye, W. Moesen, N. Rogge and T. Van Puyenbroeck, Social Indicators Research 82 (2007) 111.
 */
SKPI_CHECK skpi_status skpi_index_benefit(size_t n, size_t m, const double *value, const double *share_low,
                                          const double *share_high, double *score, double *weight, int32_t *status);

#ifdef __cplusplus
}
#endif
#endif

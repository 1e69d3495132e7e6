/* Scenarios of an uncertainty analysis: one alternative of each factor, and the scores that follow. */
#ifndef SKPI_INDEX_SCENARIOS_H
#define SKPI_INDEX_SCENARIOS_H
#include "index/aggregate.h"
#include "index/columns.h"
#include "index/factors.h"
#include "index/normalise.h"

/* The streams of random numbers of an index: the last model, which no ensemble reaches, and these variables. */
#define SKPI__INDEX_STREAM UINT32_MAX
enum {
    SKPI__INDEX_SCRAMBLE, /* place: dimension; words 0 to 31 scramble it, word 32 shifts it */
    SKPI__INDEX_NOISE,    /* place: node; the word of a draw */
    SKPI__INDEX_ERROR,    /* place: unit, year: column; the normal number of a draw */
    SKPI__INDEX_RESAMPLE  /* place: resample; the words of its rows */
};

/* The scores of all indicators under one treatment and one normalisation are computed once, whatever the runs. */
typedef struct skpi__index_scenarios {
    const skpi_index_tree *t;
    const skpi_index_data *d;
    const skpi_index_options *o;
    const skpi__index_factors *f;
    skpi__index_columns imputed;
    size_t n_normalisations;    /* at least 1 */
    skpi__index_node *node;     /* treatments x normalisations x indicators; NULL where the data vary in every run */
    skpi__index_bounds *bounds; /* treatments x normalisations */
    double *score, *log;        /* of these; log NULL where nothing asks for logarithms */
    size_t untreated;           /* the first column of these that keeps its outliers */
    int32_t warnings;           /* of these */
} skpi__index_scenarios;

/* The alternatives of a run: numbers in the order of the factors; of noise and errors the number of the draw. */
typedef struct skpi__index_scenario {
    uint64_t choice[SKPI__INDEX_FACTORS];
    int nominal; /* none: everything is as the options and the tree have it */
} skpi__index_scenario;

/* What one run needs at a time. */
typedef struct skpi__index_desk {
    skpi__index_room room;
    skpi__index_columns erring; /* values with errors, a column at a time */
    double *weight;             /* n_nodes */
    const double *given;        /* n_nodes: weights that are known already; NULL: those of the scenario */
    skpi__ranked *sorted;       /* SKPI__RANKED n */
    size_t untreated;           /* the first column that kept its outliers in a run */
    int32_t warnings;
} skpi__index_desk;

skpi_status skpi__index_scenarios_new(skpi__at at, skpi__index_scenarios *s);
void skpi__index_scenarios_free(skpi__index_scenarios *s);
skpi_status skpi__index_desk_new(skpi__at at, const skpi__index_scenarios *s, skpi__index_desk *desk);
void skpi__index_desk_free(skpi__index_desk *desk);
/* What a scenario has: weights of all nodes (room: n_nodes), the means, and, if it is not nominal and columns were
 * computed once, their nodes. */
const double *skpi__index_scenario_weights(const skpi__index_scenarios *s, const skpi__index_scenario *scenario,
                                           double *room);
skpi__index_means skpi__index_scenario_means(const skpi__index_scenarios *s, const skpi__index_scenario *scenario);
const skpi__index_node *skpi__index_scenario_columns(const skpi__index_scenarios *s,
                                                     const skpi__index_scenario *scenario);
/* The scores at the root, valid until the next run at this desk. */
skpi_status skpi__index_scenario_run(skpi__at at, const skpi__index_scenarios *s, const skpi__index_scenario *scenario,
                                     skpi__index_desk *desk, const double **score);

#endif

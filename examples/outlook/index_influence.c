/* What the dimensions of an index do to it: their correlations with it, and the weights that would balance these. */
#include "index_influence.h"

#include <math.h>
#include <stdlib.h>

void index_influence_compute(city_index *x)
{
    const size_t n = x->n, m = x->m, all = m + 1; /* the last column is the index */
    double *value = program_memory(n * all, sizeof *value),
           *correlation = program_memory(all * all, sizeof *correlation);
    double *weight = program_memory(m, sizeof *weight);
    int32_t *direction = program_memory(m, sizeof *direction);
    for (size_t i = 0; i < n * all; i++)
        value[i] = i % all < m ? x->value[i / all * m + i % all] : x->city[i / all].score;
    for (size_t j = 0; j < m; j++) direction[j] = x->dimension[j].direction;
    skpi_index_structure_out out = {.size = sizeof out, .correlation = correlation};
    index_tell(x, skpi_index_structure(n, all, value, SKPI_INDEX_CORRELATION_PEARSON, &out));
    /* Dimensions that cancel have no balance. */
    const int balanced = skpi_index_weight(n, m, x->value, direction, SKPI_INDEX_WEIGHT_BALANCED, NULL, weight) >= 0;
    for (size_t j = 0; j < m; j++) {
        x->dimension[j].correlation = direction[j] * correlation[j * all + m];
        x->dimension[j].balanced = balanced ? weight[j] : (double)NAN;
    }
    free(value);
    free(correlation);
    free(weight);
    free(direction);
}

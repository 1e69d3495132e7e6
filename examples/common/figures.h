/* Figures of one thing that two tables have, or of a part and its whole: both cannot be right if they are far apart.
 *
 *     const figure city = {cities, i, population, 1e3}, country = {countries, 0, urban, 1}; // thousands, persons
 *     figures_contradict(&city, &country, 0, 1);      // a part of the whole
 *     figures_contradict(&here, &there, .95, 1.05);   // the same within 5 %
 */
#ifndef EXAMPLES_FIGURES_H
#define EXAMPLES_FIGURES_H
#include "csv.h"

#include <stddef.h>

typedef struct figure {
    const csv *table;
    size_t row, column;
    double unit; /* of its table, in a unit that both figures share */
} figure;

/* Unless the first is between least and most times the second: a warning at the first, with both as they stand in their
 * files, the place of the second, and the slip that it looks like; returns 1. */
int figures_contradict(const figure *first, const figure *second, double least, double most);

#endif

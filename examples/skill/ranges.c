/* Ranges of the percentages of forecast_skill: groups are drawn again, with replacement, because the places of a group
 * share their errors. */
#include "skill.h"
#include "../common/program.h"

#include <math.h>
#include <stdlib.h>

enum { DRAWS = 2000 };
static const double tail = .025; /* on either side */

/* What a group adds to the squared errors of each method, with each place's weight. */
typedef struct range_group {
    double baseline, square[SKILL_METHODS];
} range_group;

static void range_add(range_group *group, const skill_cell *c, size_t i, const skill_question *q)
{
    const double weight = q->weighted ? c->people[i] : 1;
    range_group *g = group + c->group[i];
    for (size_t m = 0; m < c->n_methods; m++) {
        const double error = c->forecast[m * c->n + i] - c->truth[i];
        g->square[m] += weight * error * error;
    }
    g->baseline = g->square[q->baseline];
}

/* The next number below n of a fixed stream (splitmix64). */
static size_t range_draw(uint64_t *state, size_t n)
{
    uint64_t x = *state += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
    return (size_t)((double)((x ^ x >> 31) >> 11) * 0x1p-53 * (double)n);
}

/* Of numbers, and of groups by their first member, so that the order of places is of no account. */
static int range_order(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void skill_ranges(size_t n, const skill_cell *cells, const skill_question *q, size_t n_groups, double *low,
                  double *high)
{
    const size_t methods = n ? cells->n_methods : 0;
    range_group *group = program_memory(n_groups, sizeof *group);
    double *found = program_memory(SKILL_METHODS * DRAWS, sizeof *found);
    uint64_t state = 0;
    for (size_t g = 0; g < n_groups; g++) group[g] = (range_group){0, {0}};
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; cells[k].horizon == q->horizon && i < cells[k].n; i++)
            if (cells[k].last[i] >= q->least && cells[k].last[i] < q->most && !isnan(cells[k].truth[i]))
                range_add(group, &cells[k], i, q);
    qsort(group, n_groups, sizeof *group, range_order);
    for (size_t r = 0; r < DRAWS; r++) {
        double sum[SKILL_METHODS] = {0};
        for (size_t k = 0; k < n_groups; k++) {
            const range_group *g = group + range_draw(&state, n_groups);
            for (size_t m = 0; m < methods; m++) sum[m] += g->square[m];
        }
        for (size_t m = 0; m < methods; m++)
            found[m * DRAWS + r] = SKILL_POINTS * (sqrt(sum[m] / sum[q->baseline]) - 1);
    }
    for (size_t m = 0; m < SKILL_METHODS; m++) {
        double *x = found + m * DRAWS;
        low[m] = high[m] = (double)NAN;
        if (m >= methods || m == q->baseline || q->baseline >= methods || n_groups < 2) continue;
        qsort(x, DRAWS, sizeof *x, range_order);
        low[m] = x[(size_t)(tail * DRAWS)];
        high[m] = x[DRAWS - 1 - (size_t)(tail * DRAWS)];
    }
    free(found);
    free(group);
}

/* Copeland's rule (copeland.h): of two units that one wins which is above the other, by more than rounding, in the
 * children of more weight; the two weights differ only if by more than 1e-12 of that of the children that both have, so
 * that .1 + .2 and .3 tie.  Children that one of them lacks do not count, and two units that have none in common tie.
 *
 * Source: A. H. Copeland, A reasonable social welfare function, University of Michigan (1951); OECD and JRC, Handbook on
 * Constructing Composite Indicators (2008), step 7.
 */
#include "index/copeland.h"
#include <math.h>
#include "numeric/ranking.h"

#define TIE 1e-12 /* of the weight */

void skpi__index_margin_add(size_t n, size_t i, const double *x, double by, double weight, double *margin)
{
    const double own = x[i];
    for (size_t j = i + 1; j < n; j++) {
        const double apart = own - x[j];
        margin[j] += weight * ((apart > by) - (apart < -by));
    }
}

int skpi__index_margin_won(double margin, double whole) { return (margin > TIE * whole) - (margin < -TIE * whole); }

/* The weight of the children that both units have. */
static double copeland_common(const skpi_index_tree *t, size_t k, const double *weight, const skpi__index_node *node,
                              size_t i, size_t j)
{
    double common = 0;
    for (size_t a = t->first[k]; a < t->first[k + 1]; a++) {
        const size_t c = t->child[a];
        if (!isnan(node[c].score[i]) && !isnan(node[c].score[j])) common += weight[c];
    }
    return common;
}

void skpi__index_copeland(const skpi_index_tree *t, size_t k, const double *weight, double whole,
                          const skpi__index_node *node, size_t n, double *room, double *rounding, double *score)
{
    const size_t first = t->first[k];
    for (size_t i = 0; i < n; i++)
        if (score[i] == score[i]) score[i] = 0;
    for (size_t a = first; a < t->first[k + 1]; a++)
        rounding[a - first] = skpi__ranking_rounding(skpi__weighted_kernel_at(0)->largest(n, node[t->child[a]].score));
    for (size_t i = 0; i < n; i++) {
        if (score[i] != score[i]) continue;
        for (size_t j = i + 1; j < n; j++) room[j] = 0;
        for (size_t a = first; a < t->first[k + 1]; a++) {
            const size_t c = t->child[a];
            skpi__index_margin_add(n, i, node[c].score, rounding[a - first], weight[c], room);
        }
        for (size_t j = i + 1; j < n; j++) {
            if (score[j] != score[j]) continue;
            int won = skpi__index_margin_won(room[j], whole);
            if (!won && fabs(room[j]) > 0) /* seldom: rounding, or the weight of little that both have */
                won = skpi__index_margin_won(room[j], copeland_common(t, k, weight, node, i, j));
            score[i] += won;
            score[j] -= won;
        }
    }
}

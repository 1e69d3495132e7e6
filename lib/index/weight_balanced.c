/* Weights by the correlations of the columns (weight_balanced.h).
 *
 * Of z-scores with correlations R and importances t, the index z w has the covariances R w with the columns.  The weights
 * w >= 0 with the least variance w'Rw among those with t'w = 1 have (Rw)_j/t_j equal for all j with a weight, and not
 * smaller for the others; no other weights have a larger least correlation for its importance.  They are a multiple of the
 * minimum of w'Rw/2 - t'w (numeric/nonnegative_qp.h).  If R is singular several weights can be best; all have the same
 * correlations.
 *
 * The aim is that of W. Becker, M. Saisana, P. Paruolo and I. Vandecasteele, Ecological Indicators 80 (2017) 12; the
 * programme is this library's own.
 */
#include "index/weight_balanced.h"
#include "core/check.h"
#include "index/cells.h"
#include "numeric/decimal.h"
#include "numeric/eigen.h"
#include "numeric/gram.h"
#include "numeric/nonnegative_qp.h"

#define SAME 1e-12     /* of the number of components: variances that are equal */
#define VANISHED 1e-12 /* of a variance of 1: the index is constant */

/* Correlations of the directed columns. */
static skpi_status balanced_correlations(skpi__at at, const skpi__index_weigh *w)
{
    for (size_t j = 0; j < w->m; j++)
        if (!skpi__varies(w->low[j], w->high[j]))
            return skpi__refuse(skpi__column(at, j), SKPI_EDOM, "value",
                                "is constant in column %zu: it has no correlations", j);
    skpi__index_cells_direct(w->n, w->m, w->value, w->direction, w->x);
    skpi__unit_columns(w->n, w->m, w->x, w->length, w->spare);
    skpi__gram_correlations(w->n, w->m, w->x, w->gram);
    return SKPI_OK;
}

skpi_status skpi__index_weight_balanced(skpi__at at, const skpi__index_weigh *w)
{
    const skpi__qp_room room = {w->square, w->spare, w->held, w->place};
    double *const t = w->length, sum = 0, variance = 0, largest = 0;
    const skpi_status s = balanced_correlations(at, w);
    if (s) return s;
    for (size_t j = 0; j < w->m; j++) {
        t[j] = w->importance ? w->importance[j] : 1;
        largest = fmax(largest, t[j]);
    }
    for (size_t j = 0; j < w->m; j++) {
        t[j] /= largest;
        if (!(t[j] > 0))
            return skpi__fail(skpi__element(at, j), SKPI_EOVERFLOW, "importance", w->importance[j],
                              "is too far from the largest, %g", largest);
    }
    const int bounded = skpi__nonnegative_qp(w->m, w->gram, t, w->best, &room);
    for (size_t j = 0; j < w->m; j++) {
        sum += w->best[j];
        variance += t[j] * w->best[j]; /* of the index: w'Rw = t'w */
    }
    if (!bounded || !(variance > VANISHED * sum * sum))
        return skpi__refuse(at, SKPI_EDOM, "value",
                            "cancels: with some weights every unit has the same index, which has no correlations");
    return SKPI_OK;
}

skpi_status skpi__index_weight_principal(skpi__at at, const skpi__index_weigh *w)
{
    const skpi_status s = balanced_correlations(at, w);
    if (s) return s;
    skpi__eigen_symmetric(w->m, w->gram, w->length, w->square);
    for (size_t j = 0; j < w->m; j++) w->best[j] = w->square[j] * w->square[j];
    return w->m > 1 && w->length[0] - w->length[1] <= SAME * (double)w->m ? SKPI_WWEAKFIT : SKPI_OK;
}

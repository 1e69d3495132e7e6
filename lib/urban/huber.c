/* A polynomial in the share through growth differences (huber.h).
 *
 * Huber's loss is square near 0 and grows in a straight line from 1.345 scales on: areas that were defined anew do not
 * decide the fit.  It is minimised by least squares with the weights min(1, 1.345 scale/|e|), which are renewed, with
 * the scale 1.4826 median |e|, until no coefficient moves by more than 1e-15, or only by rounding.  Residuals e are not
 * centred for the scale.
 * Sources: P. J. Huber, Annals of Mathematical Statistics 35 (1964) 73; P. W. Holland and R. E. Welsch, Communications
 * in Statistics A6 (1977) 813, for the weights and 1.345, with which 95 % of the efficiency is kept if errors are
 * normal.
 */
#include "urban/huber.h"
#include "core/steps.h"
#include "numeric/least_squares.h"
#include "numeric/select.h"
#include "urban/options.h"
#include <float.h>

#define BEND 1.345     /* scales from which on the loss is linear */
#define NORMAL 1.4826  /* standard deviation over the median of |e|, if e is normal */
#define SETTLED 1e-15  /* of coefficients: growth differences a year */
#define ROUNDING 1e-10 /* a step this small that is no smaller than the one before is rounding */
enum { STEPS_MOST = 200 };

int skpi__urban_squares_fit(size_t n, size_t n_terms, const double *share, const double *urgd, const double *weight,
                            double *c)
{
    skpi__ls_sums sums = {.p = n_terms};
    for (size_t i = 0; i < n; i++) {
        double power[SKPI__LS_MOST] = {weight ? sqrt(weight[i]) : 1};
        const double right = -urgd[i] * power[0];
        for (size_t k = 1; k < n_terms; k++) power[k] = power[k - 1] * share[i];
        skpi__ls_row(&sums, right, power);
    }
    const double least = 16 * DBL_EPSILON * fabs(sums.triangle[0][0]);
    for (size_t k = n_terms; k-- > 0;) {
        if (!(fabs(sums.triangle[k][k]) > least)) return 0;
        double right = -sums.rotated[k];
        for (size_t j = k + 1; j < n_terms; j++) right -= sums.triangle[k][j] * c[j];
        c[k] = right / sums.triangle[k][k];
    }
    return 1;
}

/* The weights that the residuals of c give; 0: more than half of them are 0, and c is the fit, or one is not finite. */
static int huber_weights(size_t n, size_t n_terms, const double *share, const double *urgd, const double *c,
                         double *weight, double *room)
{
    for (size_t i = 0; i < n; i++) {
        weight[i] = fabs(urgd[i] - skpi__urban_polynomial(n_terms, c, share[i]));
        room[i] = weight[i];
        if (!isfinite(weight[i])) return 0;
    }
    const double bend = BEND * NORMAL * skpi__median(n, room);
    for (size_t i = 0; i < n; i++) weight[i] = weight[i] > bend ? bend / weight[i] : 1;
    return bend > 0;
}

skpi_status skpi__urban_huber_fit(size_t n, size_t n_terms, const double *share, const double *urgd, double *room,
                                  double *c)
{
    double next[SKPI__LS_MOST] = {0}, before = (double)INFINITY;
    if (!skpi__urban_squares_fit(n, n_terms, share, urgd, NULL, c)) return SKPI_ESINGULAR;
    for (int step = 0; step < STEPS_MOST; step++) {
        SKPI__STEP();
        double moved = 0, largest = 1;
        if (!huber_weights(n, n_terms, share, urgd, c, room, room + n)) return SKPI_OK;
        if (!skpi__urban_squares_fit(n, n_terms, share, urgd, room, next)) break;
        for (size_t k = 0; k < n_terms; k++) {
            moved = fmax(moved, fabs(next[k] - c[k]));
            largest = fmax(largest, fabs(next[k]));
            c[k] = next[k];
        }
        if (moved <= SETTLED * largest || (moved >= before && moved <= ROUNDING * largest)) return SKPI_OK;
        before = moved;
    }
    return SKPI_WNOTCONVERGED;
}

/* Projected shares of one place by any method, for projections, crossing dates and backtests.
 *
 * A path is one part, or the weighted mean of the shares of several: the mean is made of its methods, cautious is half
 * converging and half the United Nations' recursion.  A share of exactly 0 or 1 stays in all later years.
 */
#ifndef SKPI_URBAN_PATH_H
#define SKPI_URBAN_PATH_H
#include "urban/decay.h"
#include "urban/linear.h"
#include "urban/options.h"
#include "urban/scurve.h"
#include "urban/un.h"

#define SKPI__URBAN_LIMIT .1 /* of the growth difference at the start, in the converging method and the cautious one */

typedef struct skpi__urban_part {
    int32_t method;
    union {
        skpi__urban_un un;         /* UN, BOCQUIER */
        skpi__urban_decay decay;   /* CONVERGING, DAMPED, CONSTANT, PERSISTENCE */
        skpi__urban_linear linear; /* LINEAR */
        skpi__urban_scurve scurve; /* LOGISTIC, GOMPERTZ */
    } as;
} skpi__urban_part;

typedef struct skpi__urban_path {
    double share;         /* the last observation */
    double lead, at_lead; /* the last lead that was asked for, and the share at it */
    size_t n;             /* number of parts; 0: the share is 0 or 1 and stays */
    double weight[SKPI__URBAN_MEAN_MOST + 1];
    skpi__urban_part part[SKPI__URBAN_MEAN_MOST + 1]; /* one more than the methods, because CAUTIOUS has two parts */
} skpi__urban_path;

/* Applies the limits to r_0: those of the caller; without them -0.1 and 0.1 for CONVERGING and both halves of CAUTIOUS.
 * SKPI_OK or SKPI_WADJUSTED. */
skpi_status skpi__urban_limit(const skpi__urban_rules *rules, int32_t method, int cautious, double *urgd);
/* SKPI_WHORIZON if the method is CONVERGING, CAUTIOUS or a mean with one of them, and reach is beyond its horizon. */
skpi_status skpi__urban_horizon(const skpi__urban_rules *rules, double reach);
/* Begins a path up to the lead reach, and checks that it does not overflow before it.  The caller checks the arguments.
 * Statuses: SKPI_OK, SKPI_WADJUSTED (a limit acted), SKPI_EOVERFLOW (named out->urgd). */
skpi_status skpi__urban_path_begin(skpi__at at, const skpi__urban_rules *rules, double share, double urgd,
                                   int32_t size_class, double reach, skpi__urban_path *path);

/* The input of a path from a history of n >= 1 observations. */
typedef struct skpi__urban_path_source {
    size_t n;
    const double *date, *share;
    int32_t size_class;
    double reach;
} skpi__urban_path_source;
/* The number of curves that such a path fits. */
size_t skpi__urban_path_curves(const skpi__urban_rules *rules);
/* The number of a method's windows, which it writes to *window.  With cautious only the shortest counts: that of the
 * United Nations' half. */
size_t skpi__urban_path_windows(const skpi__urban_rules *rules, int32_t method, int cautious, const double **window);
/* Begins and checks the path of a history.  Further statuses: SKPI_WADJUSTED (one observation), SKPI_WWEAKFIT,
 * SKPI_WNOTCONVERGED, SKPI_ENODATA, SKPI_ESINGULAR.  Fitted curves are stored in curves unless it is NULL. */
skpi_status skpi__urban_path_history(skpi__at at, const skpi__urban_rules *rules, const skpi__urban_path_source *source,
                                     skpi__urban_scurve *curves, skpi__urban_path *path);
/* Begins once more a path that has passed the check, from the stored curves. */
void skpi__urban_path_again(const skpi__urban_rules *rules, const skpi__urban_path_source *source,
                            const skpi__urban_scurve *curves, skpi__urban_path *path);
/* The share at a lead; the growth difference there goes to *urgd unless it is NULL.  A lead must not be below the one
 * before; with urgd it must be one year above it. */
double skpi__urban_path_at(skpi__urban_path *path, double lead, double *urgd);

#endif

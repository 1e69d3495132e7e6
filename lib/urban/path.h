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
    double lead, at_lead; /* where the path was asked last, and its share there */
    size_t n;             /* parts; 0: the share is 0 or 1 and stays */
    double weight[SKPI__URBAN_MEAN_MOST + 1];
    skpi__urban_part part[SKPI__URBAN_MEAN_MOST + 1]; /* one more: cautious counts twice */
} skpi__urban_path;

/* r_0 inside its limits: the caller's; of converging and of both halves of cautious else -0.1 and 0.1.  SKPI_OK or
 * SKPI_WADJUSTED. */
skpi_status skpi__urban_limit(const skpi__urban_rules *rules, int32_t method, int cautious, double *urgd);
/* Begins a path that will be followed as far as the lead reach, and checks that it can be; arguments are the caller's
 * to check.  SKPI_OK, SKPI_WADJUSTED (a limit acted), SKPI_EOVERFLOW (named out->urgd). */
skpi_status skpi__urban_path_begin(skpi__at at, const skpi__urban_rules *rules, double share, double urgd,
                                   int32_t size_class, double reach, skpi__urban_path *path);

/* A path from a history of n >= 1 observations. */
typedef struct skpi__urban_path_source {
    size_t n;
    const double *date, *share;
    int32_t size_class;
    double reach;
} skpi__urban_path_source;
/* How many curves such a path fits. */
size_t skpi__urban_path_curves(const skpi__urban_rules *rules);
/* The windows of a method, and how many; cautious = the shortest alone, of the United Nations' half. */
size_t skpi__urban_path_windows(const skpi__urban_rules *rules, int32_t method, int cautious, const double **window);
/* Begins it and checks it.  Status also SKPI_WADJUSTED (one observation), SKPI_WWEAKFIT, SKPI_WNOTCONVERGED, SKPI_ENODATA,
 * SKPI_ESINGULAR.  curves: room for those that it fits, which are kept there; NULL = not kept. */
skpi_status skpi__urban_path_history(skpi__at at, const skpi__urban_rules *rules, const skpi__urban_path_source *source,
                                     skpi__urban_scurve *curves, skpi__urban_path *path);
/* Begins a path again that could be begun before, from the curves that were kept. */
void skpi__urban_path_again(const skpi__urban_rules *rules, const skpi__urban_path_source *source,
                            const skpi__urban_scurve *curves, skpi__urban_path *path);
/* The share at a lead, and if wanted the growth difference there.  Leads must not fall from call to call; where the
 * growth difference is wanted they rise by a year. */
double skpi__urban_path_at(skpi__urban_path *path, double lead, double *urgd);

#endif

/* First date at which a path reaches a threshold (path_crossing.h).
 *
 * For a single method the date is exact, in closed form or step by step.  For means it is bracketed between leads a
 * sixteenth of a year apart and then found by bisection; a shorter crossing is not found.
 */
#include "urban/path_crossing.h"
#include "core/steps.h"
#include "numeric/decimal.h"
#include "numeric/logistic.h"
#include "numeric/logs.h"

enum { PARTS = 16 };

static double path_crossing_share(const skpi__urban_path *from, double lead)
{
    skpi__urban_path copy = *from; /* a path can only go forward */
    return skpi__urban_path_at(&copy, lead, NULL);
}

static double path_crossing_halve(const skpi__urban_path *from, double threshold, double a, double b, int below)
{
    for (;;) {
        SKPI__STEP();
        const double middle = a + .5 * (b - a);
        if (middle <= a || middle >= b) return b;
        if ((path_crossing_share(from, middle) < threshold) == below)
            a = middle;
        else
            b = middle;
    }
}

static double path_crossing_search(skpi__urban_path *path, double threshold, int32_t most)
{
    const int below = path->share < threshold;
    for (int32_t year = 0; year < most; year++) {
        skpi__urban_path_at(path, year, NULL);
        for (int k = 1; k <= PARTS; k++) {
            const double lead = year + (double)k / PARTS, share = path_crossing_share(path, lead);
            if (share == threshold) return lead;
            if ((share < threshold) != below)
                return path_crossing_halve(path, threshold, lead - 1. / PARTS, lead, below);
        }
    }
    return (double)NAN;
}

double skpi__urban_path_crossing(skpi__urban_path *path, double threshold, int32_t most)
{
    if (skpi__same(path->share, threshold)) return 0;
    if (!path->n || threshold <= 0 || threshold >= 1) return (double)NAN;
    if (path->n > 1) return path_crossing_search(path, threshold, most);
    const int32_t method = path->part[0].method; /* no method that needs a history has come here */
    if (method != SKPI_URBAN_METHOD_UN && method != SKPI_URBAN_METHOD_BOCQUIER)
        return skpi__urban_decay_reach(&path->part[0].as.decay, skpi__logit(threshold), most);
    double logit;
    skpi__logits(1, &threshold, &logit);
    return skpi__urban_un_reach(path->part[0].as.un, logit, most);
}

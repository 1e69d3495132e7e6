/* Sums over the annual changes of four histories at once (walk_moments.h).
 *
 * A step of jump.h is far from the median of the other changes within ten years on either side, so that half of these
 * are.  Of 20 changes this is found for groups of years.  A shorter history may always have a step.
 * No lane adds in another order than one history alone would, so that all vector units give the same bits.
 */
#include "series/walk_moments.h"

typedef struct walk_moments_kernel {
    void (*moments)(size_t n, const double (*change)[SKPI__WALK_TOGETHER], const size_t *years, double limit,
                    double step, skpi__walk_moments *moments);
} walk_moments_kernel;

/* The changes from first to before end: those around any of them are from `from` to before `to`, and half of these are at
 * least so many. */
typedef struct walk_group {
    size_t first, end, from, to;
    int64_t least;
} walk_group;

static const walk_group group[] = {
    {0, 3, 0, 13, 5}, {3, 7, 0, 17, 7}, {7, 13, 0, 20, 9}, {13, 17, 3, 20, 7}, {17, 20, 7, 20, 5}};

#define SKPI__LANES_MOST 4 /* a vector of eight would cross histories */
#define SKPI__TEMPLATE "series/walk_moments_variant.h"
#include "core/variants.h"

void skpi__walk_moments_of(int32_t dispatch, size_t n, const double (*change)[SKPI__WALK_TOGETHER], const size_t *years,
                           double limit, double step, skpi__walk_moments *moments)
{
    static const walk_moments_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    variant[skpi__variant_index(dispatch)]->moments(n, change, years, limit, step, moments);
}

/* Sums over the changes of four histories for one machine: a template of walk_moments.c (core/variants.h).  The lanes
 * are histories, and each has the operations in the order of its years. */

/* Where the mask is -1, a, where it is 0, b. */
#define WALK_CHOICE(mask, a, b) \
    ((SKPI__VECTOR)(((mask) & (SKPI__WHOLE_VECTOR)(a)) | (~(mask) & (SKPI__WHOLE_VECTOR)(b))))

/* Where a change of the group may be a step. */
SKPI__TARGET static SKPI__WHOLE_VECTOR SKPI__VARIANT(steps)(const double (*change)[SKPI__WALK_TOGETHER], size_t l,
                                                            const walk_group *g, double step)
{
    SKPI__VECTOR least = SKPI__VECTOR_AT(change[g->first] + l), most = least;
    SKPI__WHOLE_VECTOR below = {0}, above = {0}; /* a comparison that holds is -1 */
    for (size_t k = g->first + 1; k < g->end; k++) {
        const SKPI__VECTOR own = SKPI__VECTOR_AT(change[k] + l);
        least = WALK_CHOICE((SKPI__WHOLE_VECTOR)(own < least), own, least);
        most = WALK_CHOICE((SKPI__WHOLE_VECTOR)(own > most), own, most);
    }
    most -= step;
    least += step;
    for (size_t k = g->from; k < g->to; k++) {
        const SKPI__VECTOR own = SKPI__VECTOR_AT(change[k] + l);
        below -= (SKPI__WHOLE_VECTOR)(own < most);
        above -= (SKPI__WHOLE_VECTOR)(own > least);
    }
    return (below >= g->least) | (above >= g->least);
}

SKPI__TARGET static void SKPI__VARIANT(moments)(size_t n, const double (*change)[SKPI__WALK_TOGETHER],
                                                const size_t *years, double limit, double step,
                                                skpi__walk_moments *moments)
{
    for (size_t l = 0; l < SKPI__WALK_TOGETHER; l += SKPI__LANES) {
        const SKPI__VECTOR zero = {0}, top = zero + limit, bottom = -top;
        SKPI__VECTOR within[SKPI__WALK_CHANGES], sum = zero, squares = zero;
        SKPI__WHOLE_VECTOR adjusted = {0}, may_break = {0};
        for (size_t w = 0; w < SKPI__WALK_WINDOWS; w++) {
            SKPI__VECTOR slope = zero;
            for (size_t k = n - years[w]; k < n; k++) slope += SKPI__VECTOR_AT(change[k] + l);
            SKPI__VECTOR_AT(moments->slope[w] + l) = slope / (double)years[w];
        }
        for (size_t k = 0; k < n; k++) {
            const SKPI__VECTOR own = SKPI__VECTOR_AT(change[k] + l);
            const SKPI__WHOLE_VECTOR low = own<bottom, high = own> top;
            within[k] = WALK_CHOICE(low, bottom, WALK_CHOICE(high, top, own));
            adjusted |= low | high;
            sum += within[k];
        }
        const SKPI__VECTOR mean = sum / (double)n;
        for (size_t k = 0; k < n; k++) squares += (within[k] - mean) * (within[k] - mean);
        SKPI__VECTOR_AT(moments->squares + l) = squares;
        if (n == SKPI__WALK_CHANGES)
            for (size_t g = 0; g < sizeof group / sizeof *group; g++)
                may_break |= SKPI__VARIANT(steps)(change, l, group + g, step);
        else
            may_break = ~may_break;
        for (size_t j = 0; j < SKPI__LANES; j++) {
            moments->adjusted[l + j] = adjusted[j];
            moments->may_break[l + j] = may_break[j];
        }
    }
}
#undef WALK_CHOICE

static const walk_moments_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(moments)};

/* Logarithms of whole vectors of quotients for one machine: a template of log_ratios.c (core/variants.h).  It leaves
 * the last quotients, which do not fill a vector, and tells whether a quotient is far from 1, or b + a overflowed. */

SKPI__TARGET static int SKPI__VARIANT(whole)(size_t n, const double *a, const double *b, double *out)
{
    SKPI__WHOLE_VECTOR far = {0}; /* a comparison that holds is -1 */
    int64_t found = 0;
    for (size_t i = 0; i + SKPI__LANES <= n; i += SKPI__LANES) {
        const SKPI__VECTOR x = SKPI__VECTOR_AT(a + i), t = SKPI__VECTOR_AT(b + i);
        const SKPI__VECTOR z = (t - x) / (t + x), y = z * z, y2 = y * y, y4 = y2 * y2;
        const SKPI__VECTOR low = (1 + y * (1. / 3)) + y2 * (1. / 5 + y * (1. / 7));
        const SKPI__VECTOR middle = (1. / 9 + y * (1. / 11)) + y2 * (1. / 13 + y * (1. / 15));
        const SKPI__VECTOR high = (1. / 17 + y * (1. / 19)) + y2 * (1. / 21);
        const SKPI__VECTOR log = 2 * z * (low + y4 * (middle + y4 * high));
        far |= ~((SKPI__WHOLE_VECTOR)(log <= FARTHEST) & (SKPI__WHOLE_VECTOR)(log >= -FARTHEST));
        far |= (SKPI__WHOLE_VECTOR)(log == 0) & (SKPI__WHOLE_VECTOR)(x != t);
        SKPI__VECTOR_AT(out + i) = log;
    }
    for (size_t l = 0; l < SKPI__LANES; l++) found |= far[l];
    return found != 0;
}

static const log_ratios_kernel SKPI__VARIANT(kernel) = {SKPI__LANES, SKPI__VARIANT(whole)};

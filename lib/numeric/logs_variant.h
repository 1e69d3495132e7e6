/* Logarithms of whole vectors for one machine: a template of logs.c (core/variants.h).  The remaining values are fewer
 * than a vector. */

/* k ln 2 + 2 artanh z */
SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(put)(const SKPI__VECTOR *k, const SKPI__VECTOR *z, double *out)
{
    const SKPI__VECTOR y = *z * *z, y2 = y * y, y4 = y2 * y2;
    const SKPI__VECTOR low = y * (1. / 3) + y2 * (1. / 5 + y * (1. / 7));
    const SKPI__VECTOR middle = (1. / 9 + y * (1. / 11)) + y2 * (1. / 13 + y * (1. / 15));
    const SKPI__VECTOR high = (1. / 17 + y * (1. / 19)) + y2 * (1. / 21);
    SKPI__VECTOR_AT(out) =
        *k * SKPI__LN2_HIGH + (2 * *z + (*k * SKPI__LN2_LOW + 2 * *z * (low + y4 * (middle + y4 * high))));
}

SKPI__TARGET static void SKPI__VARIANT(whole)(size_t n, const double *x, double *out)
{
    for (size_t i = 0; i + SKPI__LANES <= n; i += SKPI__LANES) {
        const SKPI__BITS_VECTOR bits = (SKPI__BITS_VECTOR)SKPI__VECTOR_AT(x + i) + (uint64_t)(ONE - SQRT_HALF);
        const SKPI__WHOLE_VECTOR turned = (SKPI__WHOLE_VECTOR)bits; /* what is no number may wrap around */
        const SKPI__VECTOR k = (SKPI__VECTOR)((turned >> 52) | TWO_52) - (0x1p52 + 1023);
        const SKPI__VECTOR m = (SKPI__VECTOR)((turned & FRACTION) + SQRT_HALF);
        const SKPI__VECTOR z = (m - 1) / (m + 1);
        SKPI__VARIANT(put)(&k, &z, out + i);
    }
}

SKPI__TARGET static void SKPI__VARIANT(logits)(size_t n, const double *p, double *out)
{
    for (size_t i = 0; i + SKPI__LANES <= n; i += SKPI__LANES) {
        const SKPI__VECTOR x = SKPI__VECTOR_AT(p + i), rest = 1 - x;
        const SKPI__WHOLE_VECTOR turned = (SKPI__WHOLE_VECTOR)x - (SKPI__WHOLE_VECTOR)rest + (ONE + HALF);
        const SKPI__VECTOR k = (SKPI__VECTOR)((turned >> 52) | TWO_52) - (0x1p52 + 1023);
        const SKPI__VECTOR scale = (SKPI__VECTOR)(turned & ~FRACTION), near = rest * scale;
        const SKPI__VECTOR z = ((x - near) - ((1 - rest) - x) * scale) / (x + near);
        SKPI__VARIANT(put)(&k, &z, out + i);
    }
}

static const logs_kernel SKPI__VARIANT(kernel) = {SKPI__LANES, SKPI__VARIANT(whole), SKPI__VARIANT(logits)};

/* exp and the logistic function of whole vectors for one machine: a template of exps.c (core/variants.h).  It leaves the
 * last values, which do not fill a vector. */

SKPI__TARGET static void SKPI__VARIANT(whole)(size_t n, const double *x, double *out)
{
    for (size_t i = 0; i + SKPI__LANES <= n; i += SKPI__LANES) {
        const SKPI__VECTOR v = SKPI__VECTOR_AT(x + i);
        const SKPI__VECTOR shifted = v * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;
        const SKPI__VECTOR y = (v - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;
        const SKPI__VECTOR even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);
        const SKPI__VECTOR e = (even + odd) / (even - odd);
        SKPI__VECTOR_AT(out + i) = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)e + ((SKPI__WHOLE_VECTOR)shifted << 52));
    }
}

SKPI__TARGET static void SKPI__VARIANT(logistic)(size_t n, const double *x, double *out)
{
    for (size_t i = 0; i + SKPI__LANES <= n; i += SKPI__LANES) {
        const SKPI__VECTOR v = SKPI__VECTOR_AT(x + i);
        const SKPI__VECTOR shifted = v * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;
        const SKPI__VECTOR y = (v - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;
        const SKPI__VECTOR even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);
        const SKPI__VECTOR e = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)(even + odd) + ((SKPI__WHOLE_VECTOR)shifted << 52));
        SKPI__VECTOR_AT(out + i) = e / ((even - odd) + e);
    }
}

static const exps_kernel SKPI__VARIANT(kernel) = {SKPI__LANES, SKPI__VARIANT(whole), SKPI__VARIANT(logistic)};

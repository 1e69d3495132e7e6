/* A step of a product of factors (product.h): a part of the template stream_variant.h. */

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(factors)(const skpi__product_step *s, double fading,
                                                      const double *restrict z, double *restrict h0,
                                                      double *restrict h1, double *restrict h2, double *restrict h3,
                                                      double *restrict x, int levels, double *restrict x0,
                                                      double *restrict x1, double *restrict x2, double *restrict x3)
{
    const double drift = s->drift, *const d = s->own_drift;
    const double(*const w)[SKPI__FACTORS_MOST] = s->weight, (*const g)[SKPI__FACTORS_MOST] = s->gain;
    const double *restrict z1 = z + SKPI__BLOCK, *restrict z2 = z + 2 * SKPI__BLOCK, *restrict z3 = z + 3 * SKPI__BLOCK;
    for (size_t i = 0; i < SKPI__BLOCK; i++) {
        const double a = z[i], b = z1[i], c = z2[i], e = z3[i];
        const double m0 = h0[i] + w[0][0] * a, m1 = h1[i] + (w[1][0] * a + w[1][1] * b);
        const double m2 = h2[i] + ((w[2][0] * a + w[2][1] * b) + w[2][2] * c);
        const double m3 = h3[i] + (((w[3][0] * a + w[3][1] * b) + w[3][2] * c) + w[3][3] * e);
        x[i] = x[i] + (drift + (((m0 + m1) + m2) + m3));
        if (levels) {
            x0[i] = x0[i] + (d[0] + m0);
            x1[i] = x1[i] + (d[1] + m1);
            x2[i] = x2[i] + (d[2] + m2);
            x3[i] = x3[i] + (d[3] + m3);
        }
        h0[i] = fading * h0[i] + (((g[0][0] * a + g[0][1] * b) + g[0][2] * c) + g[0][3] * e);
        h1[i] = fading * h1[i] + (((g[1][0] * a + g[1][1] * b) + g[1][2] * c) + g[1][3] * e);
        h2[i] = fading * h2[i] + (((g[2][0] * a + g[2][1] * b) + g[2][2] * c) + g[2][3] * e);
        h3[i] = fading * h3[i] + (((g[3][0] * a + g[3][1] * b) + g[3][2] * c) + g[3][3] * e);
    }
}

SKPI__TARGET static void SKPI__VARIANT(product)(const skpi__product_step *step, double fading, const double *z,
                                                double *const *h, double *x, double *const *level)
{
    double none[SKPI__FACTORS_MOST];    /* is not touched */
    const skpi__product_step s = *step; /* nothing that is written can be it */
    if (level) SKPI__VARIANT(factors)
    (&s, fading, z, h[0], h[1], h[2], h[3], x, 1, level[0], level[1], level[2], level[3]);
    else SKPI__VARIANT(factors)(&s, fading, z, h[0], h[1], h[2], h[3], x, 0, none, none + 1, none + 2, none + 3);
}

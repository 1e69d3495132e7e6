/* The inner kernel of the LU factorisation for one machine: a template of lu_kernel.c (core/variants.h).
 *
 * Full strips are computed in tiles of ROWS x 2 vectors, half strips in tiles of ROWS x 1.  Rows and columns that fill
 * no tile, below and at the right border, are computed singly. */

enum { SKPI__VARIANT(STRIP) = 2 * SKPI__LANES };

SKPI__TARGET static void SKPI__VARIANT(update_row)(size_t columns, size_t depth, const double *a, double *c,
                                                   const double *b)
{
    double t[2 * SKPI__LANES] = {0};
    memcpy(t, c, columns * sizeof *t);
    SKPI__VECTOR t0 = SKPI__VECTOR_AT(t), t1 = SKPI__VECTOR_AT(t + SKPI__LANES);
    for (size_t k = 0; k < depth; k++) {
        const double *bk = b + k * SKPI__VARIANT(STRIP);
        t0 -= a[k] * SKPI__VECTOR_AT(bk);
        t1 -= a[k] * SKPI__VECTOR_AT(bk + SKPI__LANES);
    }
    SKPI__VECTOR_AT(t) = t0;
    SKPI__VECTOR_AT(t + SKPI__LANES) = t1;
    memcpy(c, t, columns * sizeof *t);
}

SKPI__TARGET static void SKPI__VARIANT(update)(size_t rows, size_t columns, size_t depth, const double *a, double *c,
                                               size_t n, const double *b)
{
    size_t i = 0;
    for (; columns == 2 * SKPI__LANES && i + ROWS <= rows; i += ROWS) {
        const double *a0 = a + i * n, *a1 = a0 + n, *a2 = a1 + n, *a3 = a2 + n;
        double *c0 = c + i * n, *c1 = c0 + n, *c2 = c1 + n, *c3 = c2 + n;
        SKPI__VECTOR c00 = SKPI__VECTOR_AT(c0), c01 = SKPI__VECTOR_AT(c0 + SKPI__LANES);
        SKPI__VECTOR c10 = SKPI__VECTOR_AT(c1), c11 = SKPI__VECTOR_AT(c1 + SKPI__LANES);
        SKPI__VECTOR c20 = SKPI__VECTOR_AT(c2), c21 = SKPI__VECTOR_AT(c2 + SKPI__LANES);
        SKPI__VECTOR c30 = SKPI__VECTOR_AT(c3), c31 = SKPI__VECTOR_AT(c3 + SKPI__LANES);
        for (size_t k = 0; k < depth; k++) {
            const double *bk = b + k * SKPI__VARIANT(STRIP);
            const SKPI__VECTOR b0 = SKPI__VECTOR_AT(bk), b1 = SKPI__VECTOR_AT(bk + SKPI__LANES);
            c00 -= a0[k] * b0, c01 -= a0[k] * b1;
            c10 -= a1[k] * b0, c11 -= a1[k] * b1;
            c20 -= a2[k] * b0, c21 -= a2[k] * b1;
            c30 -= a3[k] * b0, c31 -= a3[k] * b1;
        }
        SKPI__VECTOR_AT(c0) = c00, SKPI__VECTOR_AT(c0 + SKPI__LANES) = c01;
        SKPI__VECTOR_AT(c1) = c10, SKPI__VECTOR_AT(c1 + SKPI__LANES) = c11;
        SKPI__VECTOR_AT(c2) = c20, SKPI__VECTOR_AT(c2 + SKPI__LANES) = c21;
        SKPI__VECTOR_AT(c3) = c30, SKPI__VECTOR_AT(c3 + SKPI__LANES) = c31;
    }
    for (; columns == SKPI__LANES && i + ROWS <= rows; i += ROWS) {
        const double *a0 = a + i * n, *a1 = a0 + n, *a2 = a1 + n, *a3 = a2 + n;
        double *c0 = c + i * n, *c1 = c0 + n, *c2 = c1 + n, *c3 = c2 + n;
        SKPI__VECTOR c00 = SKPI__VECTOR_AT(c0), c10 = SKPI__VECTOR_AT(c1);
        SKPI__VECTOR c20 = SKPI__VECTOR_AT(c2), c30 = SKPI__VECTOR_AT(c3);
        for (size_t k = 0; k < depth; k++) {
            const SKPI__VECTOR b0 = SKPI__VECTOR_AT(b + k * SKPI__VARIANT(STRIP));
            c00 -= a0[k] * b0, c10 -= a1[k] * b0, c20 -= a2[k] * b0, c30 -= a3[k] * b0;
        }
        SKPI__VECTOR_AT(c0) = c00, SKPI__VECTOR_AT(c1) = c10;
        SKPI__VECTOR_AT(c2) = c20, SKPI__VECTOR_AT(c3) = c30;
    }
    for (; i < rows; i++) SKPI__VARIANT(update_row)(columns, depth, a + i * n, c + i * n, b);
}

SKPI__TARGET static void SKPI__VARIANT(solve)(size_t depth, const double *l, size_t n, double *b)
{
    for (size_t k = 0; k + 1 < depth; k++) {
        const double *bk = b + k * SKPI__VARIANT(STRIP);
        const SKPI__VECTOR b0 = SKPI__VECTOR_AT(bk), b1 = SKPI__VECTOR_AT(bk + SKPI__LANES);
        for (size_t i = k + 1; i < depth; i++) {
            double *to = b + i * SKPI__VARIANT(STRIP);
            SKPI__VECTOR_AT(to) -= l[i * n + k] * b0;
            SKPI__VECTOR_AT(to + SKPI__LANES) -= l[i * n + k] * b1;
        }
    }
}

static const skpi__lu_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(STRIP), SKPI__VARIANT(update),
                                                      SKPI__VARIANT(solve)};

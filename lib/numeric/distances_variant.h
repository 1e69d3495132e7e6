/* Sums of differences for one machine: a template of distances.c (core/variants.h).  A row's sums for a strip are kept in
 * registers. */

enum { SKPI__VARIANT(WIDTH) = VECTORS * SKPI__LANES };

SKPI__TARGET static void SKPI__VARIANT(squares)(size_t rows, size_t depth, const double *x, size_t m,
                                                const double *strip, double *sum)
{
    for (size_t i = 0; i < rows; i++, x += m, sum += SKPI__VARIANT(WIDTH)) {
        SKPI__VECTOR s0 = SKPI__VECTOR_AT(sum), s1 = SKPI__VECTOR_AT(sum + SKPI__LANES);
        SKPI__VECTOR s2 = SKPI__VECTOR_AT(sum + 2 * SKPI__LANES), s3 = SKPI__VECTOR_AT(sum + 3 * SKPI__LANES);
        for (size_t k = 0; k < depth; k++) {
            const double *to = strip + k * SKPI__VARIANT(WIDTH);
            const SKPI__VECTOR own = x[k] - (SKPI__VECTOR){0};
            const SKPI__VECTOR d0 = own - SKPI__VECTOR_AT(to), d1 = own - SKPI__VECTOR_AT(to + SKPI__LANES);
            const SKPI__VECTOR d2 = own - SKPI__VECTOR_AT(to + 2 * SKPI__LANES);
            const SKPI__VECTOR d3 = own - SKPI__VECTOR_AT(to + 3 * SKPI__LANES);
            s0 += d0 * d0, s1 += d1 * d1, s2 += d2 * d2, s3 += d3 * d3;
        }
        SKPI__VECTOR_AT(sum) = s0, SKPI__VECTOR_AT(sum + SKPI__LANES) = s1;
        SKPI__VECTOR_AT(sum + 2 * SKPI__LANES) = s2, SKPI__VECTOR_AT(sum + 3 * SKPI__LANES) = s3;
    }
}

SKPI__TARGET static void SKPI__VARIANT(magnitudes)(size_t rows, size_t depth, const double *x, size_t m,
                                                   const double *strip, double *sum)
{
    for (size_t i = 0; i < rows; i++, x += m, sum += SKPI__VARIANT(WIDTH))
        for (size_t at = 0; at < SKPI__VARIANT(WIDTH); at += SKPI__LANES) {
            SKPI__VECTOR s = SKPI__VECTOR_AT(sum + at);
            for (size_t k = 0; k < depth; k++) {
                const SKPI__VECTOR d = x[k] - SKPI__VECTOR_AT(strip + k * SKPI__VARIANT(WIDTH) + at);
                s += (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)d & MAGNITUDE);
            }
            SKPI__VECTOR_AT(sum + at) = s;
        }
}

static const distances_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(WIDTH), SKPI__VARIANT(squares),
                                                       SKPI__VARIANT(magnitudes)};

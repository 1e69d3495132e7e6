/* Distances between all pairs of rows, in vectors.
 *
 * A strip of columns of the result belongs to a few rows of the table, which are copied column by column, so that a
 * vector holds one column of several rows.  The strip is computed from its top down to the diagonal, and written a second
 * time, transposed, in parts that the cache holds.
 */
#include "numeric/distances.h"
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { VECTORS = 4, WIDTH_MOST = 32, DEPTH = 64, HEIGHT = 32 };
#define MAGNITUDE INT64_C(0x7fffffffffffffff)

typedef struct distances_kernel {
    size_t width; /* of a strip */
    /* Adds to sum (rows x width) the differences of some columns of rows of x, which are m apart, from the strip's
     * (depth x width): their squares, or their magnitudes. */
    void (*squares)(size_t rows, size_t depth, const double *x, size_t m, const double *strip, double *sum);
    void (*magnitudes)(size_t rows, size_t depth, const double *x, size_t m, const double *strip, double *sum);
} distances_kernel;

#define SKPI__TEMPLATE "numeric/distances_variant.h"
#include "core/variants.h"

static double distances_formed(skpi__distances_form form, double scale, double sum)
{
    switch (form) {
    case SKPI__DISTANCES_ROOT: return scale * sqrt(sum);
    case SKPI__DISTANCES_HALVED: return scale * (.5 * sum);
    default: return scale * sum;
    }
}

/* The rows first .. first + rows - 1 of the strip that begins at column `at`. */
static void distances_write(size_t n, size_t width, size_t first, size_t rows, size_t at, skpi__distances_form form,
                            double scale, double *sum, double *distance)
{
    const size_t columns = at + width <= n ? width : n - at;
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++) {
            sum[i * width + j] = distances_formed(form, scale, sum[i * width + j]);
            if (at + j > first + i) distance[(first + i) * n + at + j] = sum[i * width + j];
        }
    for (size_t j = 0; j < columns; j++)
        for (size_t i = 0; i < rows && first + i < at + j; i++) distance[(at + j) * n + first + i] = sum[i * width + j];
}

void skpi__distances(size_t n, size_t m, const double *x, skpi__distances_form form, double scale, double *distance)
{
    static const distances_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    const distances_kernel *const kernel = variant[skpi__variant_index(SKPI__BEST)];
    const size_t width = kernel->width;
    double strip[DEPTH * WIDTH_MOST], sum[HEIGHT * WIDTH_MOST];
    for (size_t i = 0; i < n; i++) distance[i * n + i] = 0;
    for (size_t at = 0; at < n; at += width)
        for (size_t first = 0; first < at + width; first += HEIGHT) { /* below n, because HEIGHT is whole widths */
            const size_t rows = n - first < HEIGHT ? n - first : HEIGHT;
            memset(sum, 0, rows * width * sizeof *sum);
            for (size_t from = 0; from < m; from += DEPTH) {
                const size_t depth = m - from < DEPTH ? m - from : DEPTH;
                if (!first || m > DEPTH)
                    for (size_t j = 0; j < width; j++)
                        for (size_t k = 0; k < depth; k++)
                            strip[k * width + j] = at + j < n ? x[(at + j) * m + from + k] : 0;
                (form == SKPI__DISTANCES_SUM ? kernel->magnitudes : kernel->squares)(rows, depth, x + first * m + from,
                                                                                     m, strip, sum);
            }
            distances_write(n, width, first, rows, at, form, scale, sum, distance);
        }
}

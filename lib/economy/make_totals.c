/* Totals that were left among the rows and columns of a make table.
 *
 * A column of totals halves every ratio; a row of totals counts value added twice.  As in flow_totals.c, a published
 * total differs from the sum of its rounded cells by less than a thousandth.
 */
#include "economy/make_totals.h"
#include <math.h>
#include <stdlib.h>
#include "core/size.h"
#include "economy/flow_totals.h"

enum { TOLERANCE = 1000 };

/* n lines of m cells each; cell c of line t is element t by + c step. */
typedef struct totals_view {
    size_t n, m, by, step;
    const double *x;
} totals_view;

/* For each line: its size, and its distance from the sum of the others and from the sum of those before it.  work has
 * room for 3 n. */
static void totals_measure(totals_view v, double *work)
{
    double *size = work, *from_others = size + v.n, *from_earlier = from_others + v.n;
    for (size_t c = 0; c < v.m; c++) {
        double sum = 0, before = 0;
        for (size_t t = 0; t < v.n; t++) sum += v.x[t * v.by + c * v.step];
        for (size_t t = 0; t < v.n; t++) {
            const double z = v.x[t * v.by + c * v.step];
            size[t] += fabs(z);
            from_others[t] += fabs(sum - z - z);
            from_earlier[t] += fabs(before - z);
            before += z;
        }
    }
}

/* The number of cells of line t that are not 0.  A line with one cell can be a sum by chance. */
static size_t totals_filled(totals_view v, size_t t)
{
    size_t n = 0;
    for (size_t c = 0; c < v.m; c++) n += v.x[t * v.by + c * v.step] != 0;
    return n;
}

/* The first suspected total, n if there is none. */
static size_t totals_suspect(totals_view v, const double *beside, double *work)
{
    const double *size = work, *from_others = size + v.n, *from_earlier = from_others + v.n;
    size_t lines = 0, before = 0;
    for (size_t i = 0; i < 3 * v.n; i++) work[i] = 0;
    totals_measure(v, work);
    for (size_t t = 0; t < v.n; t++) lines += size[t] > 0;
    for (size_t t = 0; t < v.n; t++) {
        if (size[t] > 0 && totals_filled(v, t) > 1 && (!beside || skpi__is_total(v.n, beside, t)) &&
            ((lines > 2 && TOLERANCE * from_others[t] <= size[t]) ||
             (before > 1 && TOLERANCE * from_earlier[t] <= size[t])))
            return t;
        before += size[t] > 0;
    }
    return v.n;
}

skpi_status skpi__make_totals(skpi__at at, const char *name, size_t rows, size_t columns, const double *x,
                              const double *beside)
{
    double *work = skpi__alloc(rows > columns ? rows : columns, 3, sizeof *work);
    if (!work) return skpi__no_memory_for(at, name);
    const size_t row = totals_suspect((totals_view){rows, columns, columns, 1, x}, beside, work);
    const size_t column = totals_suspect((totals_view){columns, rows, 1, columns, x}, NULL, work);
    free(work);
    if (row < rows)
        return skpi__refuse(skpi__element(at, row), SKPI_EINCONSISTENT, name,
                            "is the sum of other rows in row %zu: take the total out of the table", row);
    if (column < columns)
        return skpi__refuse(skpi__column(at, column), SKPI_EINCONSISTENT, name,
                            "is the sum of other columns in column %zu: take the total out of the table", column);
    return SKPI_OK;
}

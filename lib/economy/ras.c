/* Scales a table to given totals of its rows and columns: RAS, and GRAS for tables with negative cells.
 *
 * A positive cell p becomes p r_i s_j, and a negative cell -n becomes -n/(r_i s_j).  An iteration scales all rows, then
 * all columns.  If the positive cells of a line sum to P, the negative ones to -N, and the total is u, its factor f is
 * the positive root of P f - N/f = u.  Cells are scaled in place.  If the zeros of a table make the totals impossible,
 * cells then become small instead of factors that overflow.
 *
 * Sources: Stone & Brown, A Computable Model of Economic Growth (1962); Junius & Oosterhaven, Economic Systems Research
 * 15 (2003) 87; Lenzen, Wood & Gallego, ibid. 19 (2007) 461, for the factor's form.
 */
#include <smartkpi/economy.h>
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/steps.h"
#include "core/struct.h"
#include "numeric/sum.h"

#define EQUAL 1e-10 /* fraction of the totals by which they may differ */
#define ROUNDED .01 /* the same; published totals that were rounded differ by less */

typedef struct ras_task {
    size_t rows, columns;
    const double *start, *row_total, *column_total;
    double *cell;         /* rows x columns */
    double *plus, *minus; /* columns: sums of the positive cells, and of the magnitudes of the negative ones */
    double *factor;       /* columns */
    int balanced;         /* all row totals are 0 */
    double largest;       /* largest magnitude of a row total; if they are all 0, of a column total */
} ras_task;

/* The factor of a line; 1 if no factor brings it to its total. */
static double ras_factor(double p, double n, double u)
{
    if (n == 0) return p > 0 && u >= 0 ? u / p : 1;
    if (p == 0) return u < 0 ? -n / u : u == 0 ? (double)INFINITY : 1;
    const double root = hypot(u, 2 * sqrt(p) * sqrt(n));
    const double f = u >= 0 ? (u + root) / (2 * p) : 2 * n / (root - u);
    return f > 0 ? f : 1;
}

static double ras_scaled(double cell, double f) { return cell > 0 ? cell * f : cell < 0 ? cell / f : 0; }

/* Scales all rows, and adds up their cells by columns. */
static void ras_scale_rows(const ras_task *t)
{
    for (size_t j = 0; j < t->columns; j++) t->plus[j] = t->minus[j] = 0;
    for (size_t i = 0; i < t->rows; i++) {
        double *row = t->cell + i * t->columns, p = 0, n = 0;
        for (size_t j = 0; j < t->columns; j++) row[j] > 0 ? (p += row[j]) : (n -= row[j]);
        const double f = ras_factor(p, n, t->row_total[i]);
        for (size_t j = 0; j < t->columns; j++) {
            const double x = row[j] = ras_scaled(row[j], f);
            x > 0 ? (t->plus[j] += x) : (t->minus[j] -= x);
        }
    }
}

/* Scales all columns.  Returns the largest miss of a total: of a row, or of a column that no factor brings to its
 * total.  It is a fraction of the totals; where those of the rows are 0 the cells may be the largest figures. */
static double ras_scale_columns(const ras_task *t)
{
    double worst = 0, scale = t->largest;
    for (size_t j = 0; j < t->columns; j++) {
        const double f = t->factor[j] = ras_factor(t->plus[j], t->minus[j], t->column_total[j]);
        const double made = (t->plus[j] > 0 ? t->plus[j] * f : 0) - (t->minus[j] > 0 ? t->minus[j] / f : 0);
        const double miss = fabs(made - t->column_total[j]);
        if (f == 1 && miss > worst) worst = miss;
    }
    for (size_t i = 0; i < t->rows; i++) {
        double *row = t->cell + i * t->columns;
        skpi__sum sum = {0, 0};
        for (size_t j = 0; j < t->columns; j++) {
            row[j] = ras_scaled(row[j], t->factor[j]);
            skpi__sum_add(&sum, row[j]);
            if (t->balanced && fabs(row[j]) > scale) scale = fabs(row[j]);
        }
        const double miss = fabs(skpi__sum_value(&sum) - t->row_total[i]);
        if (!(miss <= worst)) worst = isnan(miss) ? INFINITY : miss; /* which no other line hides */
    }
    return worst == 0 ? 0 : worst / scale;
}

/* Checks that a line has cells of the sign of its total. */
static skpi_status ras_line_check(skpi__at at, const char *name, const double *x, size_t n, size_t step, double total)
{
    int positive = 0, negative = 0;
    for (size_t k = 0; k < n; k++) {
        positive |= x[k * step] > 0;
        negative |= x[k * step] < 0;
    }
    if ((total > 0 && !positive) || (total < 0 && !negative))
        return skpi__fail(at, SKPI_EINFEASIBLE, name, total, "cannot be the sum of cells that %s",
                          !positive && !negative ? "are all 0"
                          : positive             ? "are not negative"
                                                 : "are not positive");
    return SKPI_OK;
}

static skpi_status ras_check(skpi__at at, const ras_task *t, int32_t scaling)
{
    skpi__sum rows = {0, 0}, columns = {0, 0}, row_size = {0, 0}, column_size = {0, 0};
    skpi_status s;
    for (size_t c = 0; c < t->rows * t->columns; c++) {
        const skpi__at cell = skpi__cell(at, c / t->columns, c % t->columns);
        if ((s = skpi__finite(cell, "start", t->start[c]))) return s;
        if (scaling == SKPI_ECONOMY_SCALING_RAS && t->start[c] < 0)
            return skpi__fail(cell, SKPI_EDOM, "start", t->start[c], "is negative: use SKPI_ECONOMY_SCALING_GRAS");
    }
    for (size_t i = 0; i < t->rows; i++) {
        if ((s = skpi__finite(skpi__element(at, i), "row_total", t->row_total[i]))) return s;
        skpi__sum_add(&rows, t->row_total[i]);
        skpi__sum_add(&row_size, fabs(t->row_total[i]));
    }
    for (size_t j = 0; j < t->columns; j++) {
        if ((s = skpi__finite(skpi__element(at, j), "column_total", t->column_total[j]))) return s;
        skpi__sum_add(&columns, t->column_total[j]);
        skpi__sum_add(&column_size, fabs(t->column_total[j]));
    }
    const double u = skpi__sum_value(&rows), v = skpi__sum_value(&columns);
    const double row_all = skpi__sum_value(&row_size), column_all = skpi__sum_value(&column_size);
    if ((s = skpi__result(at, "row_total", row_all)) || (s = skpi__result(at, "column_total", column_all))) return s;
    const double off = fabs(u - v), all = fmax(row_all, column_all);
    if (u != 0 && v != 0 && off > EQUAL * all && off <= ROUNDED * all)
        return skpi__fail(at, SKPI_EINCONSISTENT, "column_total", v,
                          "in all differs from row_total, %g in all, perhaps by rounding: multiply column_total by %g",
                          u, u / v);
    if (off > EQUAL * all)
        return skpi__fail(at, SKPI_EINCONSISTENT, "column_total", v,
                          "in all differs from row_total, %g in all: no table has both", u);
    for (size_t i = 0; i < t->rows; i++)
        if ((s = ras_line_check(skpi__element(at, i), "row_total", t->start + i * t->columns, t->columns, 1,
                                t->row_total[i])))
            return s;
    for (size_t j = 0; j < t->columns; j++)
        if ((s = ras_line_check(skpi__element(at, j), "column_total", t->start + j, t->rows, t->columns,
                                t->column_total[j])))
            return s;
    return SKPI_OK;
}

static skpi_status ras_options(skpi__at at, const skpi_economy_ras_options *options, skpi_economy_ras_options *o)
{
    static const int32_t choices[] = {SKPI_ECONOMY_SCALING_RAS, SKPI_ECONOMY_SCALING_GRAS, 0};
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, o)) ||
        (o->scaling && (s = skpi__choice(at, "options->scaling", o->scaling, choices,
                                         "a way of scaling (enum skpi_economy_scaling)"))))
        return s;
    if (o->n_iterations < 0)
        return skpi__fail(at, SKPI_ERANGE, "options->n_iterations", o->n_iterations, "is negative");
    if ((s = skpi__quantity(at, "options->tolerance", o->tolerance))) return s;
    if (!o->scaling) o->scaling = SKPI_ECONOMY_SCALING_RAS;
    if (!o->n_iterations) o->n_iterations = 1000;
    if (o->tolerance == 0) o->tolerance = 1e-12;
    return SKPI_OK;
}

skpi_status skpi_economy_ras(size_t n_rows, size_t n_columns, const double *start, const double *row_total,
                             const double *column_total, const skpi_economy_ras_options *options,
                             skpi_economy_ras_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_economy_ras_options how;
    skpi_economy_ras_out o;
    skpi_status s;
    if ((s = skpi__count(at, "n_rows", n_rows)) || (s = skpi__count(at, "n_columns", n_columns)) ||
        (s = skpi__array(at, "start", start, n_rows, n_columns)) ||
        (s = skpi__array(at, "row_total", row_total, n_rows, 1)) ||
        (s = skpi__array(at, "column_total", column_total, n_columns, 1)) || (s = ras_options(at, options, &how)) ||
        (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    ras_task t = {n_rows, n_columns, start, row_total, column_total, o.cell, NULL, NULL, NULL, 0, 0};
    if ((s = ras_check(at, &t, how.scaling))) return s;
    double *own; /* the cells, if they are not wanted */
    const skpi__piece pieces[] = {SKPI__PIECE(own, o.cell ? 0 : n_rows, n_columns), SKPI__PIECE(t.plus, n_columns, 1),
                                  SKPI__PIECE(t.minus, n_columns, 1), SKPI__PIECE(t.factor, n_columns, 1)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(at, "n_rows", n_rows);
    if (!o.cell) t.cell = own;
    for (size_t i = 0; i < n_rows; i++) t.largest = fmax(t.largest, fabs(row_total[i]));
    t.balanced = t.largest == 0;
    for (size_t j = 0; j < n_columns && t.balanced; j++) t.largest = fmax(t.largest, fabs(column_total[j]));
    memmove(t.cell, start, n_rows * n_columns * sizeof(double));
    double residual = INFINITY;
    int32_t made = 0;
    while (made < how.n_iterations && !(residual <= how.tolerance)) {
        SKPI__STEP();
        ras_scale_rows(&t);
        residual = ras_scale_columns(&t);
        made++;
        if (!isfinite(residual)) break;
    }
    free(block);
    if (!isfinite(residual))
        return skpi__refuse(at, SKPI_EOVERFLOW, "start", "has cells too far from the totals for a double");
    skpi__set(o.residual, 0, residual);
    skpi__set_int(o.n_iterations, 0, made);
    return residual <= how.tolerance ? SKPI_OK : SKPI_WNOTCONVERGED;
}

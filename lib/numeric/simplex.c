/* Linear programmes by the simplex method on a dense table (simplex.h; Dantzig, Linear Programming and Extensions, 1963).
 *
 * The table holds the basic unknowns and the value as functions of the others, and an exchange keeps its size.  The column
 * is that of the largest gain; after an exchange without gain it is the first one with any, and the row the first of those
 * that tie (Bland, Math. of Oper. Res. 2 (1977) 103), until the value grows: so no basis comes back and the search ends.
 * At the end the table holds the inverse of the basis, which removes the rounding of the exchanges from x and dual.
 */
#include "numeric/simplex.h"
#include <math.h>
#include <string.h>
#include "core/steps.h"

#define FLAT 1e-13   /* a gain that is rounding */
#define SMALL 1e-11  /* an element that is rounding: not to be divided by */
#define EQUAL 1e-13  /* of ratios that tie */
#define PROVEN 1e-10 /* of the terms of a row: what it may lack */
enum { MOST = 200 }; /* exchanges for each row and column */

typedef struct simplex {
    size_t n, m;
    double *table;        /* rows: basic unknowns, then the value; columns: the others, then the constant */
    size_t *row, *column; /* 0 .. m - 1: x; m + i: what row i leaves over */
} simplex;

static double *simplex_row(const simplex *s, size_t i) { return s->table + i * (s->m + 1); }

static void simplex_exchange(const simplex *s, size_t r, size_t c)
{
    const size_t width = s->m + 1;
    double *const pivot = simplex_row(s, r), by = 1 / pivot[c];
    for (size_t j = 0; j < width; j++)
        if (j != c) pivot[j] *= by;
    for (size_t i = 0; i <= s->n; i++) {
        double *const row = simplex_row(s, i), f = row[c];
        if (i == r) continue;
        if (f != 0)
            for (size_t j = 0; j < width; j++)
                if (j != c) row[j] -= f * pivot[j];
        row[c] = -f * by;
    }
    pivot[c] = by;
    const size_t t = s->row[r];
    s->row[r] = s->column[c];
    s->column[c] = t;
}

/* The column that enters, or m. */
static size_t simplex_enter(const simplex *s, int careful)
{
    const double *gain = simplex_row(s, s->n);
    size_t best = s->m;
    for (size_t j = 0; j < s->m; j++)
        if (gain[j] > FLAT && (best == s->m || (careful ? s->column[j] < s->column[best] : gain[j] > gain[best])))
            best = j;
    return best;
}

/* The row that leaves, or n. */
static size_t simplex_leave(const simplex *s, size_t c)
{
    size_t best = s->n;
    double least = 0;
    for (size_t i = 0; i < s->n; i++) {
        const double *row = simplex_row(s, i);
        if (!(row[c] > SMALL)) continue;
        const double ratio = fmax(0, row[s->m]) / row[c];
        const int ties = best < s->n && fabs(ratio - least) <= EQUAL * fmax(ratio, least);
        if (best == s->n || (ties ? s->row[i] < s->row[best] : ratio < least)) {
            best = i;
            least = ratio;
        }
    }
    return best;
}

/* x and dual from the basis, and their corrections: with B the rows that are met exactly and the unknowns above 0, the
 * table has the inverse of B where the unknowns' rows meet the columns of what those rows leave over. */
static void simplex_read(const simplex *s, const double *a, const double *b, const double *c, double *x, double *dual,
                         double *spare)
{
    const size_t n = s->n, m = s->m;
    double *const rest = spare, *const lack = spare + n;
    memset(x, 0, m * sizeof *x);
    memset(dual, 0, n * sizeof *dual);
    for (size_t i = 0; i < n; i++)
        if (s->row[i] < m) x[s->row[i]] = simplex_row(s, i)[m];
    for (size_t j = 0; j < m; j++)
        if (s->column[j] >= m) dual[s->column[j] - m] = -simplex_row(s, n)[j];
    for (size_t i = 0; i < n; i++) {
        rest[i] = b[i];
        for (size_t j = 0; j < m; j++) rest[i] -= a[i * m + j] * x[j];
    }
    for (size_t j = 0; j < m; j++) {
        lack[j] = c[j];
        for (size_t i = 0; i < n; i++) lack[j] -= a[i * m + j] * dual[i];
    }
    for (size_t i = 0; i < n; i++)
        if (s->row[i] < m)
            for (size_t j = 0; j < m; j++)
                if (s->column[j] >= m) {
                    const double inverse = simplex_row(s, i)[j];
                    x[s->row[i]] += inverse * rest[s->column[j] - m];
                    dual[s->column[j] - m] += inverse * lack[s->row[i]];
                }
    for (size_t j = 0; j < m; j++) x[j] = fmax(0, x[j]);
    for (size_t i = 0; i < n; i++) dual[i] = fmax(0, dual[i]);
}

/* Whether x and dual prove each other optimal: all rows and columns are met, and the values are the same. */
static int simplex_proven(size_t n, size_t m, const double *a, const double *b, const double *c, const double *x,
                          const double *dual)
{
    double value = 0, price = 0;
    for (size_t i = 0; i < n; i++) {
        double used = 0, size = b[i];
        for (size_t j = 0; j < m; j++) {
            used += a[i * m + j] * x[j];
            size += fabs(a[i * m + j]) * x[j];
        }
        if (!(used <= b[i] + PROVEN * size)) return 0;
        price += b[i] * dual[i];
    }
    for (size_t j = 0; j < m; j++) {
        double paid = 0, size = fabs(c[j]);
        for (size_t i = 0; i < n; i++) {
            paid += a[i * m + j] * dual[i];
            size += fabs(a[i * m + j]) * dual[i];
        }
        if (!(paid >= c[j] - PROVEN * size)) return 0;
        value += c[j] * x[j];
    }
    return fabs(price - value) <= PROVEN * value;
}

int skpi__simplex(size_t n, size_t m, const double *a, const double *b, const double *c, double *x, double *dual,
                  const skpi__simplex_room *room)
{
    const simplex s = {n, m, room->table, room->row, room->column};
    int careful = 0;
    for (size_t i = 0; i < n; i++) {
        memcpy(simplex_row(&s, i), a + i * m, m * sizeof *a);
        simplex_row(&s, i)[m] = b[i];
        s.row[i] = m + i;
    }
    memcpy(simplex_row(&s, n), c, m * sizeof *c);
    simplex_row(&s, n)[m] = 0;
    for (size_t j = 0; j < m; j++) s.column[j] = j;
    for (size_t step = 0; step < MOST * (n + m); step++) {
        SKPI__STEP();
        const size_t enter = simplex_enter(&s, careful);
        if (enter == m) {
            simplex_read(&s, a, b, c, x, dual, room->spare);
            return !simplex_proven(n, m, a, b, c, x, dual);
        }
        const size_t leave = simplex_leave(&s, enter);
        if (leave == n) return 1;
        const double before = simplex_row(&s, n)[m];
        simplex_exchange(&s, leave, enter);
        careful = !(before - simplex_row(&s, n)[m] > FLAT); /* it holds minus the value */
    }
    return 1;
}

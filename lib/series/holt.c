/* Holt's linear exponential smoothing.
 *
 *   level l = y_1, trend b = y_2 - y_1; from y_2 on, one step at a time:
 *   e = y - (l + b);  l' = alpha y + (1 - alpha)(l + b) = l + b + alpha e;
 *   b' = beta (l' - l) + (1 - beta) b = b + alpha beta e
 *
 * alpha and beta minimise the sum of e^2 on [0,1]^2; the first e is 0.  Steps must be equal; if they are not, only the
 * values after the last unequal step are used.  sigma^2 = SSE/(n - 2), or SSE/(n - 4) if the weights are fitted.
 * Source: C. C. Holt, International Journal of Forecasting 20 (2004) 5, reprint of ONR memorandum 52 (1957).
 */
#include "numeric/least_squares.h"
#include "series/holt.h"
#include "series/unit.h"

enum { GRID = 20 };

typedef struct series {
    size_t n;
    const double *y;
    double unit;
} series;

/* Computes the errors and their derivatives by alpha and beta, and the last level and trend. */
static void holt_smooth(const series *task, const double *x, skpi__ls_sums *sums, double *level, double *trend)
{
    const double alpha = x[0], beta = x[1], first = task->y[0] / task->unit;
    double l = first, b = task->y[1] / task->unit - first;
    double dl[2] = {0, 0}, db[2] = {0, 0};
    for (size_t i = 1; i < task->n; i++) {
        const double e = task->y[i] / task->unit - (l + b);
        double de[2];
        for (int j = 0; j < 2; j++) de[j] = -(dl[j] + db[j]);
        if (sums) skpi__ls_row(sums, e, de);
        for (int j = 0; j < 2; j++) {
            dl[j] += db[j] + alpha * de[j] + (j == 0 ? e : 0);
            db[j] += alpha * beta * de[j] + (j == 0 ? beta : alpha) * e;
        }
        l += b + alpha * e;
        b += alpha * beta * e;
    }
    *level = l;
    *trend = b;
}

static void holt_rows(const void *context, const double *x, skpi__ls_sums *sums)
{
    double level, trend;
    holt_smooth(context, x, sums, &level, &trend);
}

static double holt_sum_of_squares(const series *task, const double *x)
{
    const double first = task->y[0] / task->unit;
    double l = first, b = task->y[1] / task->unit - first, sse = 0;
    for (size_t i = 1; i < task->n; i++) {
        const double e = task->y[i] / task->unit - (l + b);
        sse += e * e;
        l += b + x[0] * e;
        b += x[0] * x[1] * e;
    }
    return sse;
}

/* Searches from every local minimum of a grid, and keeps the lowest result.  Next to alpha = 0 the sum of squares may
 * fall and rise again before the grid's first step; its slope there is linear in beta, so that the ends of beta tell. */
static skpi__ls_result holt_search(const skpi__ls *problem, const series *task)
{
    double sse[GRID + 1][GRID + 1];
    skpi__ls_result best = {.sse = INFINITY}, end;
    for (int a = 0; a <= GRID; a++)
        for (int b = 0; b <= GRID; b++)
            sse[a][b] = holt_sum_of_squares(task, (const double[]){(double)a / GRID, (double)b / GRID});
    for (int a = 0; a <= GRID; a++)
        for (int b = 0; b <= GRID; b++) {
            int lowest = a > 0 || b == 0; /* if alpha is 0, beta has no effect */
            for (int i = a ? a - 1 : 0; lowest && i <= a + 1 && i <= GRID; i++)
                for (int j = b ? b - 1 : 0; j <= b + 1 && j <= GRID; j++)
                    if (sse[i][j] < sse[a][b]) lowest = 0;
            if (!lowest) continue;
            skpi__ls_solve(problem, (const double[]){(double)a / GRID, (double)b / GRID}, &end);
            if (end.sse < best.sse) best = end;
        }
    for (int b = 0; b < 2; b++) {
        const double near[2] = {1e-3, b};
        if (!(holt_sum_of_squares(task, near) < sse[0][0])) continue;
        skpi__ls_solve(problem, near, &end);
        if (end.sse < best.sse) best = end;
    }
    if (best.x[0] == 0) best.x[1] = 0;
    return best;
}

/* The first value of the last run of equal steps. */
static size_t holt_run(size_t n, const double *t)
{
    size_t first = n - 1;
    while (first > 0 && t[first] - t[first - 1] == t[n - 1] - t[n - 2]) first--;
    return first;
}

skpi_status skpi__fit_holt(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit)
{
    const int fitted = isnan(rules->alpha);
    const size_t first = holt_run(n, t);
    if (n - first < skpi__fit_least(rules)) return SKPI_ENODATA;
    const series task = {n - first, y + first, skpi__unit_of(n - first, y + first)};
    const double lower[2] = {0, 0}, upper[2] = {1, 1}, unit = task.unit;
    const skpi__ls problem = {2, lower, upper, holt_rows, &task};
    skpi__ls_result best = {.x = {rules->alpha, rules->beta}, .converged = 1};
    double level, trend;
    if (fitted) best = holt_search(&problem, &task);
    const double sse = holt_sum_of_squares(&task, best.x);
    holt_smooth(&task, best.x, NULL, &level, &trend);
    fit->used = task.n;
    fit->freedom = (double)task.n - (fitted ? 4 : 2);
    fit->sse = sse * unit * unit;
    fit->sigma = sqrt(sse / fit->freedom) * unit;
    fit->step = t[n - 1] - t[n - 2];
    fit->at_bound =
        fitted ? (best.x[0] == 0 || best.x[0] == 1 ? 1 : 0) | (best.x[1] == 0 || best.x[1] == 1 ? 2 : 0) : 0;
    fit->parameter[0] = best.x[0];
    fit->parameter[1] = best.x[1];
    fit->parameter[2] = level * unit;
    fit->parameter[3] = trend * unit / fit->step;
    return (skpi_status)((first ? (int32_t)SKPI_WADJUSTED : 0) | (best.converged ? 0 : (int32_t)SKPI_WNOTCONVERGED));
}

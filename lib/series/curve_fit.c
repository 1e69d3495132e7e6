/* Logistic, Gompertz and Bass curves by unweighted least squares of the values.
 *
 * The search starts from the minima on a grid (curve_start.c) and keeps the lowest end; covariance s^2 (J'J)^-1,
 * s^2 = SSE/(n - fitted parameters) (Seber and Wild, Nonlinear Regression, 1989, ch. 2).
 */
#include "numeric/least_squares.h"
#include "series/curve_task.h"
#include "series/unit.h"

static const double ceiling_most = 1000, steps_most = 20, far = 1e6; /* where no bound is given */

static void rows(const void *context, const double *x, skpi__ls_sums *sums)
{
    const skpi__curve_task *task = context;
    const double parameter[SKPI__CURVE_MOST] = {x[0], x[1], x[2], 0};
    for (size_t i = 0; i < task->n; i++) {
        const double time = (task->t[i] - task->centre) / task->span;
        double gradient[SKPI__CURVE_MOST];
        skpi__curve_gradient(task->model, parameter, time, gradient);
        skpi__ls_row(sums, x[0] * gradient[0] - task->y[i] / task->unit, gradient);
    }
}

/* Units and bounds; factor and offset lead back. */
static skpi__curve_task scaled(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, double launch,
                               double factor[3], double offset[3])
{
    skpi__curve_task task = {.model = rules->model, .n = n, .t = t, .y = y, .unit = skpi__unit_of(n, y)};
    const int bass = rules->model == SKPI_SERIES_BASS;
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fmax(most, y[i] / task.unit);
    task.centre = bass ? launch : .5 * (t[0] + t[n - 1]);
    task.span = t[n - 1] > t[0] || bass ? t[n - 1] - (bass ? launch : t[0]) : 1;
    const double steps = steps_most * (double)n, widest = bass ? 0 : -steps;
    const double lower[3] = {0, widest, bass ? 0 : -far}, upper[3] = {ceiling_most * most, steps, bass ? steps : far};
    factor[0] = task.unit;
    factor[1] = 1 / task.span;
    factor[2] = bass ? 1 / task.span : task.span;
    offset[0] = offset[1] = 0;
    offset[2] = bass ? 0 : task.centre;
    for (int j = 0; j < 3; j++) {
        const double a = (rules->lower[j] - offset[j]) / factor[j], b = (rules->upper[j] - offset[j]) / factor[j];
        task.lower[j] = isfinite(a) ? a : fmin(lower[j], isfinite(b) ? b : lower[j]);
        task.upper[j] = isfinite(b) ? b : fmax(upper[j], task.lower[j]);
    }
    return task;
}

static int constant(size_t n, const double *y)
{
    for (size_t i = 1; i < n; i++)
        if (y[i] != y[0]) return 0;
    return 1;
}

static int weak(const skpi__curve_task *task, const skpi__fit *fit)
{
    const int bass = task->model == SKPI_SERIES_BASS;
    int shares = 1;
    for (size_t i = 0; i < task->n; i++) shares &= task->y[i] <= 1;
    if (fit->at_bound || (shares && fit->covariance[0][0] > 0 && fit->parameter[0] > 1)) return 1;
    for (int j = 0; j < (bass ? 3 : 2); j++)
        if (sqrt(fit->covariance[j][j]) > fabs(fit->parameter[j])) return 1;
    return 0;
}

skpi_status skpi__fit_curve(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit)
{
    const int bass = rules->model == SKPI_SERIES_BASS;
    const double launch = isnan(rules->launch) ? t[0] - 1 : rules->launch;
    double factor[3], offset[3], start[SKPI__CURVE_STARTS][3];
    if (bass && t[0] < launch) return SKPI_EDOM;
    if (bass && t[n - 1] == launch) return SKPI_ESINGULAR;
    const skpi__curve_task task = scaled(rules, n, t, y, launch, factor, offset);
    const skpi__ls problem = {3, task.lower, task.upper, rows, &task};
    size_t fitted = 0;
    for (int j = 0; j < 3; j++) fitted += task.lower[j] < task.upper[j];
    if (constant(n, y) && (task.lower[1] < task.upper[1] || task.lower[2] < task.upper[2])) return SKPI_ESINGULAR;
    skpi__ls_result best = {.sse = INFINITY}, end;
    const size_t starts = skpi__curve_starts(&task, start);
    for (size_t i = 0; i < starts; i++) {
        skpi__ls_solve(&problem, start[i], &end);
        if (end.sse < best.sse) best = end;
    }
    if (!isfinite(best.sse)) return SKPI_EOVERFLOW;
    if (best.singular) return SKPI_ESINGULAR;
    fit->freedom = (double)(n - fitted);
    const double sigma = sqrt(best.sse / fit->freedom);
    fit->sse = best.sse * task.unit * task.unit;
    fit->sigma = sigma * task.unit;
    fit->at_bound = (int32_t)best.bound;
    for (int j = 0; j < 3; j++) {
        fit->parameter[j] = best.x[j] * factor[j] + offset[j];
        for (int k = 0; k < 3; k++)
            fit->covariance[j][k] = best.inverse[j][k] * (sigma * factor[j]) * (sigma * factor[k]);
    }
    for (int j = 0; j < 3; j++) { /* exact where held */
        if (best.x[j] <= task.lower[j] && isfinite(rules->lower[j])) fit->parameter[j] = rules->lower[j];
        if (best.x[j] >= task.upper[j] && isfinite(rules->upper[j])) fit->parameter[j] = rules->upper[j];
    }
    if (bass) fit->parameter[3] = launch;
    return (skpi_status)((weak(&task, fit) ? (int32_t)SKPI_WWEAKFIT : 0) |
                         (best.converged ? 0 : (int32_t)SKPI_WNOTCONVERGED));
}

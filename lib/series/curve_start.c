/* Starts for the fit of a curve, on a grid.
 *
 * A curve is K g(x; shape).  For a given shape the best ceiling is sum(y g)/sum(g g), so that two parameters are left:
 * for the logistic and Gompertz curves the speed and the argument u in the middle of the dates, for Bass p + q and
 * ln(q/p).  The grid is uniform in them and the same for every series; bounds cut it.
 */
#include "series/curve_start.h"
#include <smartkpi/series.h>
#include <math.h>

enum { SPEEDS = 20, SPEEDS_MOST = 2 * SPEEDS + 2, SPEEDS_LEAST = 9, SHAPES = 40 };

static const double slowest = .02, ratio = 1.75, tail = 9, saturated = 14, least_odds = -7, most_odds = 16;

/* Speeds from the lower to the upper bound, which are among them; between narrow bounds in equal steps. */
static size_t start_speeds(double lower, double upper, double *speed)
{
    size_t n = 0;
    double each[SPEEDS];
    for (size_t i = 0; i < SPEEDS; i++) each[i] = slowest * pow(ratio, (double)i);
    speed[n++] = lower;
    for (size_t i = SPEEDS; i-- > 0;)
        if (-each[i] > lower && -each[i] < upper) speed[n++] = -each[i];
    for (size_t i = 0; i < SPEEDS; i++)
        if (each[i] > lower && each[i] < upper) speed[n++] = each[i];
    if (upper > lower) speed[n++] = upper;
    if (n > 1 && n < SPEEDS_LEAST) {
        n = SPEEDS_LEAST;
        for (size_t i = 0; i < n; i++) speed[i] = lower + (upper - lower) * (double)i / (SPEEDS_LEAST - 1);
        speed[n - 1] = upper;
    }
    return n;
}

/* For one speed, the arguments u in the middle of the dates, from *first in steps of *step. */
static void start_arguments(const skpi__curve_task *task, double speed, double *first, double *step)
{
    double low = -fabs(speed) / 2 - tail, high = fabs(speed) / 2 + saturated;
    if (task->model == SKPI_SERIES_MODEL_BASS) {
        low = least_odds;
        high = most_odds;
    } else if (!task->sliding) { /* u = -s m */
        const double a = -speed * task->place[0], b = -speed * task->place[1];
        const double from = fmin(a, b), to = fmax(a, b);
        low = fmin(fmax(low, from), to);
        high = fmax(fmin(high, to), from);
    }
    *first = low;
    *step = (high - low) / (SHAPES - 1);
}

/* Sums of squares for the shapes of one speed; ceiling[k] is the best ceiling. */
static void start_along(const skpi__curve_task *task, double speed, double *sse, double *ceiling)
{
    double first, step, weight[SHAPES], yg[SHAPES] = {0}, gg[SHAPES] = {0}, yy = 0;
    const double sign = task->model == SKPI_SERIES_MODEL_BASS ? 1 : -1;
    start_arguments(task, speed, &first, &step);
    for (size_t k = 0; k < SHAPES; k++) weight[k] = exp(sign * (first + (double)k * step));
    for (size_t i = 0; i < task->n; i++) {
        const double y = task->y[i] / task->unit, x = (task->t[i] - task->centre) / task->span;
        const double e = exp(-speed * x), gone = -expm1(-speed * x);
        yy += y * y;
        for (size_t k = 0; k < SHAPES; k++) {
            double g;
            if (task->model == SKPI_SERIES_MODEL_LOGISTIC)
                g = 1 / (1 + weight[k] * e);
            else if (task->model == SKPI_SERIES_MODEL_GOMPERTZ)
                g = exp(-weight[k] * e);
            else
                g = gone / (1 + weight[k] * e);
            if (!isfinite(g)) g = 0;
            yg[k] += y * g;
            gg[k] += g * g;
        }
    }
    for (size_t k = 0; k < SHAPES; k++) {
        const double best = gg[k] > 0 ? yg[k] / gg[k] : task->ceiling[1];
        ceiling[k] = fmin(fmax(best, task->ceiling[0]), task->ceiling[1]);
        sse[k] = yy - ceiling[k] * (2 * yg[k] - ceiling[k] * gg[k]);
    }
}

/* Keeps the lowest minima, the lowest first; of equal ones the earlier is first. */
static size_t start_keep(skpi__curve_start *list, size_t n, const skpi__curve_start *new)
{
    size_t at = n;
    while (at > 0 && new->sse < list[at - 1].sse) at--;
    if (at == SKPI__CURVE_STARTS) return n;
    if (n < SKPI__CURVE_STARTS) n++;
    for (size_t i = n - 1; i > at; i--) list[i] = list[i - 1];
    list[at] = *new;
    return n;
}

size_t skpi__curve_starts(const skpi__curve_task *task, skpi__curve_start start[SKPI__CURVE_STARTS])
{
    double speed[SPEEDS_MOST], sse[SPEEDS_MOST][SHAPES], ceiling[SPEEDS_MOST][SHAPES];
    const size_t n = start_speeds(task->speed[0], task->speed[1], speed);
    size_t kept = 0;
    for (size_t j = 0; j < n; j++) start_along(task, speed[j], sse[j], ceiling[j]);
    for (size_t j = 0; j < n; j++)
        for (size_t k = 0; k < SHAPES; k++) {
            int lowest = 1;
            for (size_t a = j ? j - 1 : 0; lowest && a <= j + 1 && a < n; a++)
                for (size_t b = k ? k - 1 : 0; b <= k + 1 && b < SHAPES; b++)
                    if (sse[a][b] < sse[j][k]) lowest = 0;
            if (!lowest) continue;
            double first, step;
            start_arguments(task, speed[j], &first, &step);
            const double u = first + (double)k * step;
            const skpi__curve_start one = {sse[j][k], ceiling[j][k], speed[j],
                                           task->sliding   ? u
                                           : speed[j] == 0 ? 0
                                                           : -u / speed[j]};
            kept = start_keep(start, kept, &one);
        }
    return kept;
}

/* Starts for the fit of a curve, on a grid.
 *
 * A curve is K g(x; shape).  For a given shape the best ceiling is sum(y g)/sum(g g), so that two parameters are left:
 * for the logistic and Gompertz curves the speed and the argument u in the middle of the dates, for Bass p + q and
 * ln(q/p).  The grid is uniform in them and the same for every series; bounds cut it.
 *
 * Where the steep part of a curve lies in a gap between the dates, SSE may have two minima so near each other that the
 * grid shows one.  The other one, in all records tried, has a speed up to five times slower, or a little faster.
 * Searches therefore start from the four lowest minima on the grid and from the rows beside the lowest one, three of
 * slower speeds and one of a faster speed.
 */
#include "series/curve_start.h"
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include <smartkpi/series.h>
#include <math.h>

enum { SPEEDS = 20, SPEEDS_MOST = 2 * SPEEDS + 2, SPEEDS_LEAST = 9, SHAPES = 40 };
enum { SLOWER = 3, FASTER = 1, MINIMA = SKPI__CURVE_STARTS - SLOWER - FASTER };

static const double slowest = .02, ratio = 1.75, tail = 9, saturated = 14, least_odds = -7, most_odds = 16;
static const double largest = 1e300;

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

/* g at one date for the shapes of one speed; next to 0 where its argument is lost to overflow. */
static void start_row(int32_t model, const double *weight, double e, double gone, double *g)
{
    for (size_t k = 0; k < SHAPES; k++) {
        const double x = fmin(weight[k] * e, largest); /* fmin also where it is 0 times infinity */
        g[k] = model == SKPI_SERIES_MODEL_GOMPERTZ   ? -fmin(x, SKPI__EXP_FAR)
               : model == SKPI_SERIES_MODEL_LOGISTIC ? 1 / (1 + x)
                                                     : gone / (1 + x);
    }
    if (model == SKPI_SERIES_MODEL_GOMPERTZ) skpi__exps(SHAPES, g, g);
}

/* Sums of squares for the shapes of one speed; ceiling[k] is the best ceiling. */
static void start_along(const skpi__curve_task *task, double speed, double *sse, double *ceiling)
{
    double first, step, weight[SHAPES], g[SHAPES], yg[SHAPES] = {0}, gg[SHAPES] = {0}, yy = 0;
    const double sign = task->model == SKPI_SERIES_MODEL_BASS ? 1 : -1;
    start_arguments(task, speed, &first, &step);
    for (size_t k = 0; k < SHAPES; k++) weight[k] = exp(sign * (first + (double)k * step));
    for (size_t i = 0; i < task->n; i++) {
        const double y = task->y[i] / task->unit, x = (task->t[i] - task->centre) / task->span;
        const double e = exp(-speed * x), gone = -expm1(-speed * x);
        yy += y * y;
        start_row(task->model, weight, e, gone, g);
        for (size_t k = 0; k < SHAPES; k++) {
            yg[k] += y * g[k];
            gg[k] += g[k] * g[k];
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
    if (at == MINIMA) return n;
    if (n < MINIMA) n++;
    for (size_t i = n - 1; i > at; i--) list[i] = list[i - 1];
    list[at] = *new;
    return n;
}

typedef struct start_grid {
    size_t n;
    double speed[SPEEDS_MOST], sse[SPEEDS_MOST][SHAPES], ceiling[SPEEDS_MOST][SHAPES];
} start_grid;

static skpi__curve_start start_of(const skpi__curve_task *task, const start_grid *g, size_t j, size_t k)
{
    double first, step;
    start_arguments(task, g->speed[j], &first, &step);
    const double u = first + (double)k * step;
    return (skpi__curve_start){g->sse[j][k], g->ceiling[j][k], g->speed[j],
                               task->sliding      ? u
                               : g->speed[j] == 0 ? 0
                                                  : -u / g->speed[j]};
}

static int start_is_minimum(const start_grid *g, size_t j, size_t k)
{
    for (size_t a = j ? j - 1 : 0; a <= j + 1 && a < g->n; a++)
        for (size_t b = k ? k - 1 : 0; b <= k + 1 && b < SHAPES; b++)
            if (g->sse[a][b] < g->sse[j][k]) return 0;
    return 1;
}

static size_t start_lowest_in(const start_grid *g, size_t j)
{
    size_t lowest = 0;
    for (size_t k = 1; k < SHAPES; k++)
        if (g->sse[j][k] < g->sse[j][lowest]) lowest = k;
    return lowest;
}

size_t skpi__curve_starts(const skpi__curve_task *task, skpi__curve_start start[SKPI__CURVE_STARTS])
{
    start_grid g;
    size_t kept = 0, row = 0;
    g.n = start_speeds(task->speed[0], task->speed[1], g.speed);
    for (size_t j = 0; j < g.n; j++) start_along(task, g.speed[j], g.sse[j], g.ceiling[j]);
    for (size_t j = 0; j < g.n; j++)
        for (size_t k = 0; k < SHAPES; k++)
            if (start_is_minimum(&g, j, k)) {
                const skpi__curve_start one = start_of(task, &g, j, k);
                kept = start_keep(start, kept, &one);
            }
    while (g.speed[row] != start[0].speed) row++;
    const size_t before = start[0].speed < 0 ? FASTER : SLOWER, after = SLOWER + FASTER - before;
    for (size_t j = row > before ? row - before : 0; j <= row + after && j < g.n; j++) {
        const size_t k = start_lowest_in(&g, j);
        if (!start_is_minimum(&g, j, k)) start[kept++] = start_of(task, &g, j, k);
    }
    return kept;
}

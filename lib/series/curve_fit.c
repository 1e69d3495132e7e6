/* Logistic, Gompertz and Bass curves by unweighted least squares of the values.
 *
 * The search starts from points of a grid (curve_start.c) and keeps the lowest minimum.  Without bounds a ceiling
 * is searched up to 1000 times the largest value, and a speed (Bass: p + q) up to 10 n over the years from the first value
 * (Bass: the launch) to the last; at that speed the steep part of the curve lies between two values.  The covariance is s^2 (J'J)^-1, s^2 = SSE/(n - fitted parameters);
 * a parameter at a bound counts as held (Seber and Wild, Nonlinear Regression, 1989, ch. 2).
 */
#include <string.h>
#include "core/steps.h"
#include "numeric/least_squares.h"
#include "numeric/logistic.h"
#include "series/curve_fit.h"
#include "series/curve_start.h"
#include "series/unit.h"

static const double ceiling_least = 1e-6, ceiling_most = 1000, speed_most = 10; /* used if no bounds are given */
static const double speed_least = SKPI__CURVE_SLOWEST;                          /* per span, which is at least a year */
static const double odds_least = -20, odds_most = 30;                           /* Bass: below this ln(q/p), q is 0 */

static void curve_rows(const void *context, const double *x, skpi__ls_sums *sums)
{
    const skpi__curve_task *task = context;
    const double ceiling = exp(x[0]), speed = task->speed[1] < 0 ? -exp(x[1]) : exp(x[1]);
    const double part = skpi__logistic(x[2]); /* Bass: q/(p + q) */
    for (size_t i = 0; i < task->n; i++) {
        const double time = (task->t[i] - task->centre) / task->span;
        double by[SKPI__CURVE_MOST], gradient[3]; /* by: the derivatives by the curve's own parameters */
        if (task->model == SKPI_SERIES_MODEL_BASS) {
            const double p = speed * (1 - part), q = speed * part;
            skpi__curve_gradient(task->model, (const double[]){ceiling, p, q, 0}, time, by);
            gradient[1] = p * by[1] + q * by[2];
            gradient[2] = (by[2] - by[1]) * speed * part * (1 - part);
        } else {
            const double argument = task->sliding ? x[2] + speed * time : speed * (time - x[2]);
            skpi__curve_gradient(task->model, (const double[]){ceiling, 1, 0, 0}, argument, by);
            const double by_argument = -by[2];
            gradient[1] = by_argument * (task->sliding ? speed * time : argument);
            gradient[2] = by_argument * (task->sliding ? 1 : -speed);
        }
        gradient[0] = ceiling * by[0];
        skpi__ls_row(sums, gradient[0] - task->y[i] / task->unit, gradient);
    }
}

static void curve_bounds(double bound[2], double lower, double upper, double least, double most)
{
    bound[0] = fmin(isfinite(lower) ? fmax(lower, least) : least, upper); /* upper may be NaN */
    bound[1] = isfinite(upper) ? fmax(upper, bound[0]) : fmax(most, bound[0]);
}

static skpi__curve_task curve_task_of(const skpi__fit_rules *rules, size_t n, const double *t, const double *y,
                                      double launch)
{
    skpi__curve_task task = {.model = rules->model, .n = n, .t = t, .y = y, .unit = skpi__unit_of(n, y)};
    const double *lower = rules->lower, *upper = rules->upper;
    const int bass = rules->model == SKPI_SERIES_MODEL_BASS;
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fmax(most, y[i] / task.unit);
    task.centre = bass ? launch : .5 * (t[0] + t[n - 1]);
    task.span = bass ? t[n - 1] - launch : t[n - 1] > t[0] ? t[n - 1] - t[0] : 1;
    const double quick = speed_most * (double)n, unit = task.unit, span = task.span;
    curve_bounds(task.ceiling, lower[0] / unit, upper[0] / unit, ceiling_least * most, ceiling_most * most);
    task.sliding = bass || !isfinite(lower[2]); /* bounds come in pairs */
    if (bass) {
        curve_bounds(task.speed, -(double)INFINITY, (double)INFINITY, speed_least, quick);
        curve_bounds(task.place, -(double)INFINITY, (double)INFINITY, odds_least, odds_most);
    } else {
        curve_bounds(task.speed, lower[1] * span, upper[1] * span, isfinite(lower[1]) ? -(double)INFINITY : -quick,
                     quick);
        if (task.sliding)
            curve_bounds(task.place, lower[2], upper[2], -quick - 50, quick + 50);
        else
            curve_bounds(task.place, (lower[2] - task.centre) / span, (upper[2] - task.centre) / span, -1e6, 1e6);
    }
    return task;
}

/* The search from one start, whose speed gives the sign of the speed where the bounds allow both.  If held is set, the
 * ceiling stays that of the start. */
static void curve_search(const skpi__curve_task *task, const skpi__curve_start *start, int held, skpi__ls_result *end)
{
    const int falls = task->speed[0] <= -speed_least, rises = task->speed[1] >= speed_least;
    const int falling = falls && (start->speed < 0 || !rises);
    const double slow = falling ? -task->speed[1] : task->speed[0], fast = falling ? -task->speed[0] : task->speed[1];
    const double least = log(task->ceiling[0]), most = log(task->ceiling[1]);
    const double x[3] = {fmin(fmax(log(start->ceiling), least), most), log(fmax(fabs(start->speed), speed_least)),
                         start->place};
    const double lower[3] = {held ? x[0] : least, log(fmax(slow, speed_least)), task->place[0]};
    const double upper[3] = {held ? x[0] : most, log(fmax(fast, speed_least)), task->place[1]};
    skpi__curve_task side = *task;
    side.speed[1] = falling ? -1 : 1;
    const skpi__ls problem = {3, lower, upper, curve_rows, &side};
    skpi__ls_solve(&problem, x, end);
    if (falling) end->bound |= 8;                                 /* the sign, which is not among the coordinates */
    if (held && (x[0] <= least || x[0] >= most)) end->bound |= 1; /* held: the bounds differ */
}

/* The best fit with ln K held, searched from the end of the search with another ln K. */
static skpi__ls_result curve_with_ceiling(const skpi__curve_task *task, double log_ceiling, const skpi__ls_result *from)
{
    skpi__ls_result end;
    curve_search(task,
                 &(skpi__curve_start){0, exp(log_ceiling), (from->bound & 8 ? -1 : 1) * exp(from->x[1]), from->x[2]}, 1,
                 &end);
    end.x[0] = log_ceiling;
    return end;
}

/* If the values hardly bend, the ceiling is almost free.  SSE then falls slowly along a bent valley, and the search in
 * three coordinates takes only short steps.  With the ceiling held the search is short.  This function therefore
 * follows the valley by raising and lowering the ceiling, and encloses its lowest point by golden sections. */
static void curve_profile(const skpi__curve_task *task, skpi__ls_result *best)
{
    const double end[2] = {log(task->ceiling[0]), log(task->ceiling[1])}, gold = .3819660112501051;
    if (!(end[0] < end[1])) return;
    skpi__ls_result lowest = curve_with_ceiling(task, best->x[0], best);
    double side[2] = {lowest.x[0], lowest.x[0]}; /* below and above it */
    for (int up = 0; up < 2; up++) {
        skpi__ls_result at = lowest, next;
        const double first = best->sse;
        for (double stride = .05; at.x[0] != end[up] && at.sse <= 4 * first; stride *= 1.5) {
            SKPI__STEP();
            const double to = up ? fmin(at.x[0] + stride, end[1]) : fmax(at.x[0] - stride, end[0]);
            next = curve_with_ceiling(task, to, &at);
            if (next.sse < lowest.sse) {
                lowest = next;
                side[0] = side[1] = at.x[0];
            } else if (at.x[0] == lowest.x[0])
                side[up] = to;
            at = next;
        }
    }
    double low = fmin(lowest.x[0], fmin(side[0], side[1])), high = fmax(lowest.x[0], fmax(side[0], side[1]));
    while (high - low > 1e-9) { /* two steps leave at most .7 of the length */
        SKPI__STEP();
        const int upper = high - lowest.x[0] > lowest.x[0] - low;
        const double to = lowest.x[0] + gold * (upper ? high - lowest.x[0] : low - lowest.x[0]);
        const skpi__ls_result next = curve_with_ceiling(task, to, &lowest);
        if (next.sse < lowest.sse) {
            if (upper)
                low = lowest.x[0];
            else
                high = lowest.x[0];
            lowest = next;
        } else if (upper)
            high = to;
        else
            low = to;
    }
    for (int up = 0; up < 2; up++)
        if (fabs(lowest.x[0] - end[up]) < .02) {
            const skpi__ls_result next = curve_with_ceiling(task, end[up], &lowest);
            if (next.sse <= lowest.sse * (1 + 1e-10)) lowest = next;
        }
    if (!(lowest.sse < best->sse || lowest.bound & 1)) return;
    const unsigned bound = lowest.bound;
    if (!(bound & 1)) { /* all three coordinates are searched again, for the covariance */
        skpi__ls_result whole;
        curve_search(task,
                     &(skpi__curve_start){0, exp(lowest.x[0]), (bound & 8 ? -1 : 1) * exp(lowest.x[1]), lowest.x[2]}, 0,
                     &whole);
        lowest = whole;
    }
    /* never taken: that a search from the best point ends above it by more than rounding */
    if (lowest.sse <= best->sse * (1 + 1e-10)) *best = lowest;
}

/* The curve's own parameters and their covariance, sigma^2 turn (J'J)^-1 turn'. */
static void curve_back(const skpi__curve_task *task, const skpi__ls_result *end, double sigma, skpi__fit *fit)
{
    const double ceiling = exp(end->x[0]) * task->unit, speed = (end->bound & 8 ? -1 : 1) * exp(end->x[1]) / task->span;
    const double place = end->x[2], part = place <= odds_least ? 0 : skpi__logistic(place);
    double turn[3][3] = {{ceiling, 0, 0}, {0, speed, 0}, {0, 0, 0}};
    fit->at_bound = (int32_t)(end->bound & 7);
    fit->parameter[0] = ceiling;
    fit->parameter[1] = speed;
    if (task->model == SKPI_SERIES_MODEL_BASS) {
        const double change = speed * part * (1 - part);
        fit->parameter[1] = turn[1][1] = speed * (1 - part);
        fit->parameter[2] = turn[2][1] = speed * part;
        turn[1][2] = -change;
        turn[2][2] = change;
        fit->at_bound = (int32_t)((end->bound & 1) | (end->bound & 2 ? 6 : 0)) |
                        (end->bound & 4 ? (place <= odds_least ? 4 : 2) : 0);
    } else if (task->sliding) {
        fit->parameter[2] = task->centre - place / speed;
        turn[2][1] = place / speed;
        turn[2][2] = -1 / speed;
    } else {
        fit->parameter[2] = task->centre + place * task->span;
        turn[2][2] = task->span;
    }
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++) {
            double sum = 0;
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) sum += sigma * turn[i][k] * end->inverse[k][l] * (sigma * turn[j][l]);
            fit->covariance[i][j] = sum;
        }
}

/* A parameter at a bound, or beyond it by rounding, gets exactly the bound that was given. */
static double curve_within(double value, double lower, double upper)
{
    if (value <= lower || (isfinite(lower) && value - lower <= 1e-12 * fabs(lower))) return lower;
    if (value >= upper || (isfinite(upper) && upper - value <= 1e-12 * fabs(upper))) return upper;
    return value;
}

static int curve_is_constant(size_t n, const double *y)
{
    for (size_t i = 1; i < n; i++)
        if (y[i] != y[0]) return 0;
    return 1;
}

skpi_status skpi__fit_curve(const skpi__fit_rules *rules, size_t n, const double *t, const double *y, skpi__fit *fit)
{
    const int bass = rules->model == SKPI_SERIES_MODEL_BASS;
    const double launch = isnan(rules->launch) ? t[0] - 1 : rules->launch;
    const double *lower = rules->lower, *upper = rules->upper;
    if (bass && t[0] < launch) return SKPI_EDOM;
    if (curve_is_constant(n, y) && (bass || lower[1] < upper[1] || lower[2] < upper[2])) return SKPI_ESINGULAR;
    const skpi__curve_task task = curve_task_of(rules, n, t, y, launch);
    skpi__curve_start start[SKPI__CURVE_STARTS];
    skpi__ls_result best = {.sse = (double)INFINITY}, end;
    const size_t starts = skpi__curve_starts(&task, start);
    for (size_t i = 0; i < starts; i++) {
        curve_search(&task, &start[i], 0, &end);
        if (end.sse < best.sse) best = end;
    }
    const double wide = sqrt(best.inverse[0][0] * best.sse / (double)n); /* about a standard error of ln K */
    if (isfinite(best.sse) && (!best.converged || best.bound & 7 || !(wide < .2))) curve_profile(&task, &best);
    if (!isfinite(best.sse)) return SKPI_EOVERFLOW;
    if (best.singular) return SKPI_ESINGULAR;
    const double sigma = sqrt(best.sse / (fit->freedom = (double)(n + 1 - skpi__fit_least(rules))));
    fit->sse = best.sse * task.unit * task.unit;
    fit->sigma = sigma * task.unit;
    curve_back(&task, &best, sigma, fit);
    for (int j = 0; j < 3; j++) {
        double *const p = &fit->parameter[j];
        *p = curve_within(*p, lower[j], upper[j]);
        if (lower[j] < upper[j] && (*p == lower[j] || *p == upper[j])) fit->at_bound |= 1 << j;
    }
    if (bass) fit->parameter[3] = launch;
    return best.converged ? SKPI_OK : SKPI_WNOTCONVERGED;
}

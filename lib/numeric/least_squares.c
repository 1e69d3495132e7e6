/* Nonlinear least squares with bounds; least_squares.h describes the method. */
#include "numeric/least_squares.h"
#include <math.h>
#include <string.h>
#include "core/steps.h"

enum { MOST = SKPI__LS_MOST, STEPS = 60, POLISH_STEPS = 20, ROUNDS = 2 };

static const double rank_least = 1e-11; /* least diagonal element of R, relative to the norm of its column */

/* Adds a row of (A | b) to R and Q'b by plane rotations. */
static void ls_rotate(size_t p, double triangle[MOST][MOST], double *rotated, double *row, double right)
{
    for (size_t j = 0; j < p; j++) {
        if (row[j] == 0) continue;
        const double length = hypot(triangle[j][j], row[j]), c = triangle[j][j] / length, s = row[j] / length;
        for (size_t k = j; k < p; k++) {
            const double above = triangle[j][k];
            triangle[j][k] = c * above + s * row[k];
            row[k] = c * row[k] - s * above;
        }
        const double above = rotated[j];
        rotated[j] = c * above + s * right;
        right = c * right - s * above;
    }
}

void skpi__ls_row(skpi__ls_sums *sums, double residual, const double *gradient)
{
    double row[MOST];
    for (size_t j = 0; j < sums->p; j++) {
        row[j] = gradient[j];
        skpi__sum_add(&sums->gradient[j], gradient[j] * residual);
    }
    skpi__sum_add(&sums->sse, residual * residual);
    ls_rotate(sums->p, sums->triangle, sums->rotated, row, residual);
}

/* The current point of the search. */
typedef struct point {
    double x[MOST], gradient[MOST], scale[MOST]; /* scale: norms of the columns of the Jacobian */
    double sse;
    int held[MOST];
    size_t free;
    skpi__ls_sums sums;
} point;

static double ls_clamp(const skpi__ls *problem, size_t j, double x)
{
    return fmin(fmax(x, problem->lower[j]), problem->upper[j]);
}

static void ls_evaluate(const skpi__ls *problem, point *at)
{
    memset(&at->sums, 0, sizeof at->sums);
    at->sums.p = problem->p;
    problem->rows(problem->context, at->x, &at->sums);
    at->sse = skpi__sum_value(&at->sums.sse);
    at->free = 0;
    for (size_t j = 0; j < problem->p; j++) {
        double norm = 0;
        for (size_t i = 0; i <= j; i++) norm = hypot(norm, at->sums.triangle[i][j]);
        at->scale[j] = norm;
        const double g = at->gradient[j] = skpi__sum_value(&at->sums.gradient[j]);
        at->held[j] = problem->lower[j] == problem->upper[j] || (at->x[j] <= problem->lower[j] && g >= 0) ||
                      (at->x[j] >= problem->upper[j] && g <= 0);
        at->free += !at->held[j];
    }
}

/* Writes the triangle of the free columns, after damping times their scales was added below it; index has the numbers
 * of these columns. */
static size_t ls_reduce(const point *at, size_t p, double damping, double triangle[MOST][MOST], double *rotated,
                        size_t *index)
{
    size_t free = 0;
    for (size_t j = 0; j < p; j++)
        if (!at->held[j]) index[free++] = j;
    memset(triangle, 0, sizeof(double[MOST][MOST]));
    memset(rotated, 0, sizeof(double[MOST]));
    for (size_t i = 0; i < p; i++) {
        double row[MOST];
        for (size_t j = 0; j < free; j++) row[j] = i <= index[j] ? at->sums.triangle[i][index[j]] : 0;
        ls_rotate(free, triangle, rotated, row, -at->sums.rotated[i]);
    }
    for (size_t i = 0; damping > 0 && i < free; i++) {
        double row[MOST] = {0};
        row[i] = damping * at->scale[index[i]];
        ls_rotate(free, triangle, rotated, row, 0);
    }
    return free;
}

/* Computes a damped step; returns 0 if the triangle has no inverse. */
static int ls_step(const point *at, size_t p, double damping, double *d)
{
    double triangle[MOST][MOST], rotated[MOST];
    size_t index[MOST];
    const size_t free = ls_reduce(at, p, damping, triangle, rotated, index);
    memset(d, 0, sizeof(double[MOST]));
    for (size_t i = free; i-- > 0;) {
        double rest = rotated[i];
        for (size_t k = i + 1; k < free; k++) rest -= triangle[i][k] * d[index[k]];
        if (triangle[i][i] == 0) return 0;
        d[index[i]] = rest / triangle[i][i];
        if (!isfinite(d[index[i]])) return 0;
    }
    return 1;
}

/* The largest element of a step, relative to a parameter above 1. */
static double ls_step_size(size_t p, const double *x, const double *d)
{
    double most = 0;
    for (size_t j = 0; j < p; j++) most = fmax(most, fabs(d[j]) / fmax(1, fabs(x[j])));
    return most;
}

static void ls_descend(const skpi__ls *problem, point *at)
{
    double damping = .03;
    point trial = *at; /* elements beyond p stay 0, because held is compared as a whole */
    for (int k = 0; k < STEPS && at->free; k++) {
        SKPI__STEP();
        double d[MOST], moved = INFINITY;
        if (ls_step(at, problem->p, damping, d)) {
            for (size_t j = 0; j < problem->p; j++) {
                trial.x[j] = ls_clamp(problem, j, at->x[j] + d[j]);
                d[j] = trial.x[j] - at->x[j];
            }
            moved = ls_step_size(problem->p, at->x, d);
            if (moved == 0) return;
            ls_evaluate(problem, &trial);
            if (trial.sse < at->sse) {
                *at = trial;
                damping = fmax(damping / 4, 1e-12);
                continue;
            }
        }
        if (moved < 1e-10 || damping > 1e8) return;
        damping *= 3;
    }
}

/* Second derivatives of sse/2 by the free parameters, from differences of the exact gradient. */
static void ls_curvature(const skpi__ls *problem, const point *at, const size_t *index, size_t free,
                         double hessian[MOST][MOST])
{
    for (size_t i = 0; i < free; i++) {
        const size_t k = index[i];
        const double h = 1e-5 * fmax(1, fabs(at->x[k]));
        point up = *at, down = *at;
        up.x[k] += h;
        down.x[k] -= h;
        ls_evaluate(problem, &up);
        ls_evaluate(problem, &down);
        for (size_t j = 0; j < free; j++)
            hessian[i][j] = (up.gradient[index[j]] - down.gradient[index[j]]) / (up.x[k] - down.x[k]);
    }
    for (size_t i = 0; i < free; i++)
        for (size_t j = 0; j < i; j++) hessian[i][j] = hessian[j][i] = .5 * (hessian[i][j] + hessian[j][i]);
}

/* Factors the lower triangle of a in place; returns 0 if a is not positive definite. */
static int ls_cholesky(size_t n, double a[MOST][MOST])
{
    for (size_t j = 0; j < n; j++) {
        const double whole = a[j][j];
        for (size_t k = 0; k < j; k++) a[j][j] -= a[j][k] * a[j][k];
        if (!(a[j][j] > 1e-14 * whole)) return 0;
        a[j][j] = sqrt(a[j][j]);
        for (size_t i = j + 1; i < n; i++) {
            for (size_t k = 0; k < j; k++) a[i][j] -= a[i][k] * a[j][k];
            a[i][j] /= a[j][j];
        }
    }
    return 1;
}

static void ls_newton_step(size_t n, double factor[MOST][MOST], const point *at, const size_t *index, double *d)
{
    double z[MOST];
    memset(d, 0, sizeof(double[MOST]));
    for (size_t i = 0; i < n; i++) {
        z[i] = -at->gradient[index[i]];
        for (size_t k = 0; k < i; k++) z[i] -= factor[i][k] * z[k];
        z[i] /= factor[i][i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; k++) z[i] -= factor[k][i] * z[k];
        z[i] /= factor[i][i];
        d[index[i]] = z[i];
    }
}

/* Whether the residual is orthogonal to every free column.  On a plateau, where the columns almost vanish, no point
 * nearby is better. */
static int ls_is_level(size_t p, const point *at)
{
    for (size_t j = 0; j < p; j++)
        if (!at->held[j] && fabs(at->gradient[j]) > 1e-10 * at->scale[j] * sqrt(at->sse)) return 0;
    return 1;
}

/* Takes Newton steps with one matrix as long as they shrink; returns 1 if the last step was as small as rounding. */
static int ls_polish(const skpi__ls *problem, point *at)
{
    if (!at->free) return 1;
    size_t index[MOST], free = 0;
    double hessian[MOST][MOST], d[MOST], next[MOST];
    for (size_t j = 0; j < problem->p; j++)
        if (!at->held[j]) index[free++] = j;
    ls_curvature(problem, at, index, free, hessian);
    if (!ls_cholesky(free, hessian)) return 0;
    ls_newton_step(free, hessian, at, index, d);
    for (int k = 0; k < POLISH_STEPS; k++) {
        SKPI__STEP();
        point trial = *at;
        for (size_t j = 0; j < problem->p; j++) trial.x[j] = ls_clamp(problem, j, at->x[j] + d[j]);
        ls_evaluate(problem, &trial);
        if (!(trial.sse <= at->sse * (1 + 1e-10) + 1e-300) || memcmp(trial.held, at->held, sizeof at->held) != 0) break;
        ls_newton_step(free, hessian, &trial, index, next);
        if (!(ls_step_size(problem->p, at->x, next) < .5 * ls_step_size(problem->p, at->x, d))) break;
        *at = trial;
        memcpy(d, next, sizeof d);
    }
    return ls_step_size(problem->p, at->x, d) < 1e-9;
}

static void ls_invert(const skpi__ls *problem, const point *at, skpi__ls_result *result)
{
    double triangle[MOST][MOST], rotated[MOST], inverse[MOST][MOST] = {{0}};
    size_t index[MOST];
    const size_t free = ls_reduce(at, problem->p, 0, triangle, rotated, index);
    for (size_t j = 0; j < free; j++)
        if (!(fabs(triangle[j][j]) > rank_least * at->scale[index[j]])) result->singular = 1;
    for (size_t j = 0; j < free && !result->singular; j++) /* column j of R^-1 */
        for (size_t i = j + 1; i-- > 0;) {
            double rest = i == j;
            for (size_t k = i + 1; k <= j; k++) rest -= triangle[i][k] * inverse[k][j];
            inverse[i][j] = rest / triangle[i][i];
        }
    for (size_t i = 0; i < free; i++)
        for (size_t j = 0; j < free; j++) {
            double sum = 0;
            for (size_t k = j; k < free; k++) sum += inverse[i][k] * inverse[j][k]; /* 0 if k is below i */
            result->inverse[index[i]][index[j]] = result->singular ? (double)NAN : sum;
        }
}

static int ls_search(const skpi__ls *problem, point *at)
{
    int converged = 0;
    ls_evaluate(problem, at);
    for (int k = 0; k < ROUNDS && !converged; k++) {
        ls_descend(problem, at);
        converged = ls_polish(problem, at) || ls_is_level(problem->p, at);
    }
    return converged;
}

/* Puts parameters that come ever nearer to a bound along a plateau on that bound and holds them there, if the sum of
 * squares does not rise. */
static int ls_settle(const skpi__ls *problem, point *at)
{
    double lower[MOST], upper[MOST];
    const skpi__ls narrow = {problem->p, lower, upper, problem->rows, problem->context};
    point there = *at;
    for (size_t j = 0; j < problem->p; j++) {
        const double near = 1e-3 * fmax(1, fabs(at->x[j]));
        lower[j] = problem->lower[j];
        upper[j] = problem->upper[j];
        if (at->x[j] - lower[j] < near)
            there.x[j] = upper[j] = lower[j];
        else if (upper[j] - at->x[j] < near)
            there.x[j] = lower[j] = upper[j];
    }
    const int converged = ls_search(&narrow, &there);
    if (!(there.sse <= at->sse * (1 + (converged ? 1e-9 : 0)))) return 0;
    *at = there;
    return converged;
}

void skpi__ls_solve(const skpi__ls *problem, const double *start, skpi__ls_result *result)
{
    point at = {.free = 0};
    memset(result, 0, sizeof *result);
    for (size_t j = 0; j < problem->p; j++) at.x[j] = ls_clamp(problem, j, start[j]);
    result->converged = ls_search(problem, &at) || ls_settle(problem, &at);
    memcpy(result->x, at.x, sizeof at.x);
    result->sse = at.sse;
    for (size_t j = 0; j < problem->p; j++)
        if (problem->lower[j] < problem->upper[j] && (at.x[j] <= problem->lower[j] || at.x[j] >= problem->upper[j]))
            result->bound |= 1u << j;
    ls_invert(problem, &at, result);
}

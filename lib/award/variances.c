/* Restricted maximum likelihood (Patterson and Thompson, Biometrika 58 (1971) 545): the derivative of the criterion
 *
 *   -2 l = (n - tracks) log r + log |C| + quadratic/r
 *
 * by the logarithm of a variance is its effective number of effects less the sum of their squares over it (Harville,
 * Journal of the American Statistical Association 72 (1977) 320).  A few steps set each variance to that ratio; then
 * Newton's method solves for all of them, with the second derivatives from differences of the first.  A variance that
 * falls to nothing, and whose derivative there says so, is 0.  The criterion of a small jury may have several minima, one
 * of them at the end of a variance: the search also begins from hardly any residual variance, and from the least criterion
 * without the variance of entries, of judges and of both, where that is lower.
 */
#include "award/variances.h"
#include <math.h>
#include <string.h>
#include "core/steps.h"
#include "numeric/decimal.h"

enum { EASY_STEPS = 4, MOST_STEPS = 200, MANY = 6 /* scores an effect */ };
#define NOTHING 1e-6 /* of the residual variance: below it a variance may be 0 */

/* Where the search begins: parts of the variance of all scores, of residuals, entries and judges. */
static const double parts[][SKPI__AWARD_VARIANCES] = {{.4, .4, .2}, {.002, .6, .4}, {.002, .2, .8}};

typedef struct variances_state {
    skpi__award_effects *e;
    double value[SKPI__AWARD_VARIANCES];
    double slope[SKPI__AWARD_VARIANCES]; /* of the criterion by the logarithm of each */
    double easy[SKPI__AWARD_VARIANCES];  /* squares over the effective number of effects */
    double criterion;
    int free[SKPI__AWARD_VARIANCES]; /* estimated, and not at 0 */
    double all;                      /* variance of all scores */
    double least;                    /* smallest residual variance */
    double weight;                   /* mean weight of a score */
} variances_state;

static int variances_solve(variances_state *s)
{
    skpi__award_effects *e = s->e;
    const double r = s->value[SKPI__AWARD_RESIDUAL], left = (double)(e->p->n - e->tracks);
    if (!skpi__award_effects_solve(e, s->value[SKPI__AWARD_ENTRY] / r, s->value[SKPI__AWARD_JUDGE] / r)) return 0;
    const double entries = e->entry * e->entry_trace, judges = e->judge_trace, rest = left - entries - judges;
    s->slope[SKPI__AWARD_RESIDUAL] = rest - e->residual_square / r;
    s->slope[SKPI__AWARD_ENTRY] = entries - e->entry * e->entry_square / r;
    s->slope[SKPI__AWARD_JUDGE] = judges - e->judge_square / r;
    s->easy[SKPI__AWARD_RESIDUAL] = e->residual_square / rest;
    s->easy[SKPI__AWARD_ENTRY] = e->entry * (e->entry * e->entry_square) / entries;
    s->easy[SKPI__AWARD_JUDGE] = e->judge * e->judge_square / judges;
    s->criterion = left * log(r) + e->log_det + e->quadratic / r;
    return 1;
}

static void variances_easy(variances_state *s)
{
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++)
        if (s->free[c] && s->easy[c] > 0 && isfinite(s->easy[c])) s->value[c] = s->easy[c];
    if (s->value[SKPI__AWARD_RESIDUAL] < s->least) s->value[SKPI__AWARD_RESIDUAL] = s->least;
}

/* The step of Newton's method in the logarithms; 0 if the criterion has no minimum in sight. */
static int variances_newton(const variances_state *from, double step[SKPI__AWARD_VARIANCES])
{
    const double tiny = 1e-5;
    double h[SKPI__AWARD_VARIANCES][SKPI__AWARD_VARIANCES] = {{0}}, b[SKPI__AWARD_VARIANCES];
    int at[SKPI__AWARD_VARIANCES], n = 0;
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++)
        if (from->free[c]) at[n++] = c;
    for (int i = 0; i < n; i++) {
        variances_state s = *from;
        s.value[at[i]] *= exp(tiny);
        if (!variances_solve(&s)) return 0;
        for (int j = 0; j < n; j++) h[j][i] = (s.slope[at[j]] - from->slope[at[j]]) / tiny;
    }
    for (int i = 0; i < n; i++) b[i] = -from->slope[at[i]];
    for (int i = 0; i < n; i++) { /* elimination; a positive matrix needs no exchange */
        if (!(h[i][i] > 0)) return 0;
        for (int j = i + 1; j < n; j++) {
            const double factor = h[j][i] / h[i][i];
            for (int c = i; c < n; c++) h[j][c] -= factor * h[i][c];
            b[j] -= factor * b[i];
        }
    }
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++) step[c] = 0;
    for (int i = n; i-- > 0;) {
        for (int j = i + 1; j < n; j++) b[i] -= h[i][j] * step[at[j]];
        step[at[i]] = b[i] / h[i][i];
    }
    return 1;
}

static double variances_largest(const double step[SKPI__AWARD_VARIANCES])
{
    return fmax(fabs(step[SKPI__AWARD_RESIDUAL]), fmax(fabs(step[SKPI__AWARD_ENTRY]), fabs(step[SKPI__AWARD_JUDGE])));
}

/* Moves s along the step, and less far until the criterion does not rise.  Returns 0 if it always does. */
static int variances_move(variances_state *s, const double step[SKPI__AWARD_VARIANCES])
{
    double part = variances_largest(step);
    part = part > 3 ? 3 / part : 1;
    for (int tries = 0; tries < 12; tries++, part /= 2) {
        SKPI__STEP();
        variances_state next = *s;
        for (int c = 0; c < SKPI__AWARD_VARIANCES; c++) next.value[c] *= exp(part * step[c]);
        if (next.value[SKPI__AWARD_RESIDUAL] < s->least) next.value[SKPI__AWARD_RESIDUAL] = s->least;
        if (variances_solve(&next) && next.criterion <= s->criterion + 1e-9 * (1 + fabs(s->criterion))) {
            *s = next;
            return 1;
        }
    }
    return 0;
}

/* A variance that is next to nothing becomes 0 if the criterion does not fall from there, but for rounding: by the ratio
 * to the residual variance it falls by no more than a part of the sum of the weights, and a slope is what is left of as
 * many ones as there are judges.  Returns 1 if one did. */
static int variances_end(variances_state *s)
{
    const double rounding = SKPI__DECIMAL * (double)s->e->p->judges;
    int ended = 0;
    for (int c = SKPI__AWARD_ENTRY; c <= SKPI__AWARD_JUDGE; c++) {
        const double part = s->value[c] / s->value[SKPI__AWARD_RESIDUAL] * s->weight;
        if (!s->free[c] || part > NOTHING) continue;
        if (s->slope[c] < -NOTHING * part * (double)s->e->p->n - rounding) continue;
        s->free[c] = 0;
        s->value[c] = 0;
        ended = 1;
    }
    if (s->free[SKPI__AWARD_RESIDUAL] && s->value[SKPI__AWARD_RESIDUAL] <= s->least) {
        s->free[SKPI__AWARD_RESIDUAL] = 0;
        ended = 1;
    }
    return ended;
}

static int variances_search(variances_state *s, int easy_steps)
{
    double step[SKPI__AWARD_VARIANCES];
    if (!variances_solve(s)) return 0;
    for (int i = 0; i < easy_steps; i++) {
        variances_easy(s);
        if (!variances_solve(s)) return 0;
    }
    for (int i = 0; i < MOST_STEPS; i++) {
        SKPI__STEP();
        if (variances_end(s) && !variances_solve(s)) return 0;
        if (!s->free[SKPI__AWARD_RESIDUAL] && !s->free[SKPI__AWARD_ENTRY] && !s->free[SKPI__AWARD_JUDGE]) return 1;
        variances_state before = *s;
        const int newton = variances_newton(&before, step);
        if (newton && variances_largest(step) < 1e-7) { /* the next step would be its square */
            for (int c = 0; c < SKPI__AWARD_VARIANCES; c++) s->value[c] *= exp(step[c]);
            return variances_solve(s);
        }
        if (!newton || !variances_move(s, step)) {
            variances_easy(s);
            if (!variances_solve(s)) return 0;
        }
    }
    return 0;
}

/* Whether s has a lower criterion, and not because it leaves no residuals, where the criterion may fall without end. */
static int variances_lower(const variances_state *s, const variances_state *than)
{
    return s->value[SKPI__AWARD_RESIDUAL] > s->least &&
           s->criterion < than->criterion - 1e-9 * (1 + fabs(than->criterion));
}

/* The minimum found from these parts of the variance, where it is estimated. */
static int variances_near(const variances_state *start, const double part[SKPI__AWARD_VARIANCES], variances_state *end)
{
    *end = *start;
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++)
        if (start->free[c]) end->value[c] = part[c] * start->all / (c == SKPI__AWARD_RESIDUAL ? 1 : start->weight);
    end->value[SKPI__AWARD_RESIDUAL] = fmax(end->value[SKPI__AWARD_RESIDUAL], end->least);
    return variances_search(end, EASY_STEPS);
}

/* The minimum found from the least criterion without some variances, a mask, if that is below the criterion of `than`,
 * which has one of them. */
static int variances_without(const variances_state *start, unsigned without, const variances_state *than,
                             variances_state *end)
{
    variances_state s = *start;
    int others = 0;
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++)
        if (without & 1u << c) {
            if (!start->free[c]) return 0;
            others |= than->value[c] > 0;
            s.free[c] = 0;
            s.value[c] = 0;
        }
    if (!others || !variances_near(&s, parts[0], end) || !variances_lower(end, than)) return 0;
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++)
        if (without & 1u << c) {
            end->free[c] = 1;
            end->value[c] = NOTHING / 2 * end->value[SKPI__AWARD_RESIDUAL] / end->weight;
        }
    return variances_search(end, 0);
}

/* The lowest of the minima; s has what is held and what is estimated. */
static int variances_lowest(variances_state *s)
{
    const variances_state start = *s;
    variances_state other;
    int found = variances_near(&start, parts[0], s);
    if (s->e->p->n >= MANY * (s->e->p->entries + s->e->p->judges)) return found; /* there is one minimum, as a rule */
    for (size_t k = 1; k < sizeof parts / sizeof *parts; k++)
        if (variances_near(&start, parts[k], &other) && variances_lower(&other, s)) {
            *s = other;
            found = 1;
        }
    for (unsigned without = 1; without < 4; without++)
        if (variances_without(&start, without << SKPI__AWARD_ENTRY, s, &other)) {
            *s = other;
            found = 1;
        }
    return variances_solve(s) && found; /* the effects are those of the last search */
}

/* A variance of which the scores say nothing, because there is one judge, or one entry a track. */
static void variances_unknown(variances_state *s, int c)
{
    if (s->free[c]) s->value[c] = 0;
    s->free[c] = 0;
}

void skpi__award_variances(skpi__award_effects *e, double value[SKPI__AWARD_VARIANCES], int32_t *warnings)
{
    const skpi__award_problem *p = e->p;
    variances_state s = {.e = e};
    double weights = 0, sum = 0, square = 0, held = 0;
    for (size_t r = 0; r < p->n; r++) {
        weights += p->w[r];
        sum += p->w[r] * p->y[r];
    }
    for (size_t r = 0; r < p->n; r++) square += p->w[r] * (p->y[r] - sum / weights) * (p->y[r] - sum / weights);
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++) held += value[c];
    s.all = square / (double)p->n;
    s.weight = weights / (double)p->n;
    s.least = 1e-8 * (s.all > 0 ? s.all : held);
    if (!(s.least > 0)) s.least = 1e-300;
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++) {
        s.free[c] = !(value[c] > 0);
        s.value[c] = value[c];
    }
    int estimated[SKPI__AWARD_VARIANCES];
    memcpy(estimated, s.free, sizeof estimated);
    if (p->judges < 2) variances_unknown(&s, SKPI__AWARD_JUDGE);
    if (p->entries == p->tracks) variances_unknown(&s, SKPI__AWARD_ENTRY);
    if (!variances_lowest(&s)) *warnings |= SKPI_WNOTCONVERGED;
    for (int c = 0; c < SKPI__AWARD_VARIANCES; c++) {
        if (estimated[c] && !s.free[c]) *warnings |= SKPI_WWEAKFIT;
        value[c] = s.value[c];
    }
}

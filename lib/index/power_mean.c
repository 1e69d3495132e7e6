/* The power mean (sum w x^p / W)^(1/p) of any exponent but 0 (power_mean.h). */
#include "index/power_mean.h"
#include <math.h>
#include "numeric/logistic.h"
#include "numeric/near_1.h"

#define POWER_LEAST 1e-290
#define POWER_NEAR 1e-2 /* below it a sum of powers has lost digits */
#define POWER_MOST 1e300

/* The logarithms of a child's scores, in its part of the room. */
static skpi_status power_logarithms(skpi__at at, const skpi__made *m, size_t a, double *part)
{
    const double *x, *log;
    const skpi_status s = skpi__made_scores(at, m, m->t->child[a], &x, &log);
    if (!s) skpi__made_logarithms(m->room->n, x, part);
    return s;
}

/* Powers over the largest of the unit, so that none overflows: with top = max p ln x, which is -infinite of 0,
 * exp((top + ln(sum w exp(p ln x - top)/W))/p). */
static skpi_status power_far(skpi__at at, skpi__made *m, double p, double *score, double *top)
{
    const skpi_index_tree *t = m->t;
    const size_t n = m->room->n, first = t->first[m->k];
    const double none = -(double)INFINITY;
    for (size_t i = 0; i < n; i++) top[i] = none;
    for (size_t a = first; a < t->first[m->k + 1]; a++) {
        double *part = m->room->power + (a - first) * n;
        skpi_status s;
        if (!skpi__made_uses(m, t->child[a])) continue;
        if ((s = power_logarithms(at, m, a, part))) return s;
        for (size_t i = 0; i < n; i++) {
            part[i] = part[i] == none ? none : p * part[i];
            top[i] = part[i] > top[i] ? part[i] : top[i];
        }
    }
    for (size_t a = first; a < t->first[m->k + 1]; a++) {
        double *part = m->room->power + (a - first) * n;
        if (!skpi__made_uses(m, t->child[a])) continue;
        for (size_t i = 0; i < n; i++) part[i] = part[i] <= top[i] - SKPI__EXP_FAR ? -SKPI__EXP_FAR : part[i] - top[i];
        skpi__made_exponential(n, part, part);
        skpi__made_add(m, m->weight[t->child[a]], m->weight[t->child[a]], part);
    }
    const double *const sum = skpi__made_sum(m);
    skpi__made_presence(m);
    for (size_t i = 0; i < n; i++) score[i] = sum[i] / m->room->weight[i];
    skpi__made_logarithms(n, score, score);
    for (size_t i = 0; i < n; i++)
        if (top[i] > none) score[i] = (top[i] + score[i]) / p;
    skpi__made_exponential(n, score, score);
    for (size_t i = 0; i < n; i++)
        if (top[i] == none && score[i] == score[i]) score[i] = 0; /* every child is 0 */
    return SKPI_OK;
}

/* Of a small exponent, beside the geometric mean G of what is above 0, from which both logarithms are small:
 * exp(ln G + ln(1 + sum w (exp(p (ln x - ln G)) - 1)/W)/p).  A child of 0 has -1 in the sum. */
static skpi_status power_near(skpi__at at, skpi__made *m, double p, double *score, double *mean)
{
    const skpi_index_tree *t = m->t;
    const size_t n = m->room->n, first = t->first[m->k];
    double *const whole = score;
    const double none = -(double)INFINITY;
    for (size_t i = 0; i < n; i++) mean[i] = whole[i] = 0;
    for (size_t a = first; a < t->first[m->k + 1]; a++) {
        double *part = m->room->power + (a - first) * n;
        const double weight = m->weight[t->child[a]];
        skpi_status s;
        if (!skpi__made_uses(m, t->child[a])) continue;
        if ((s = power_logarithms(at, m, a, part))) return s;
        for (size_t i = 0; i < n; i++) {
            if (!(part[i] > none)) continue;
            mean[i] += weight * part[i];
            whole[i] += weight;
        }
    }
    for (size_t i = 0; i < n; i++) mean[i] = whole[i] > 0 ? mean[i] / whole[i] : 0;
    for (size_t a = first; a < t->first[m->k + 1]; a++) {
        double *part = m->room->power + (a - first) * n;
        if (!skpi__made_uses(m, t->child[a])) continue;
        for (size_t i = 0; i < n; i++) part[i] = part[i] == none ? -1 : skpi__exp_less_1(p * (part[i] - mean[i]));
        skpi__made_add(m, m->weight[t->child[a]], m->weight[t->child[a]], part);
    }
    const double *const sum = skpi__made_sum(m);
    skpi__made_presence(m);
    for (size_t i = 0; i < n; i++) score[i] = mean[i] + skpi__log_of_1_and(sum[i] / m->room->weight[i]) / p;
    skpi__made_exponential(n, score, score);
    return SKPI_OK;
}

/* A larger exponent than POWER_MOST has the same mean, the largest score or the smallest, and a smaller one than
 * POWER_LEAST too, the geometric mean; products of these with a logarithm are numbers with all their digits. */
skpi_status skpi__index_power_mean(skpi__at at, skpi__made *m, double *score, double *room)
{
    const double size = fmax(POWER_LEAST, fmin(fabs(m->means->power), POWER_MOST));
    const double p = copysign(size, m->means->power);
    return size < POWER_NEAR ? power_near(at, m, p, score, room) : power_far(at, m, p, score, room);
}

/* A model's path between its years, and the budget method.
 *
 * With z = x - m, the harmonised path less the model, and slopes s_i = (z_{i+1} - z_i)/Dt_i: minimise sum s_i^2 with
 * z_1 = d = h - m(y0) and sum w_j z_j = R, w the weights of the trapezoid and R the change of the budget.  As z_j = d +
 * sum over i < j of Dt_i s_i, the second condition is sum a_i s_i = R - d sum w, a_i = Dt_i sum over j > i of w_j, so
 * that s_i is proportional to a_i and no system of equations has to be solved.
 * Source of the objective: M. J. Gidden et al., Environmental Modelling and Software 105 (2018) 187; the solution was
 * derived for this library.
 */
#include "carbon/harmonise_path.h"
#include <math.h>
#include "numeric/decimal.h"
#include "numeric/sum.h"

double skpi__model_at(const skpi__harmonise *h, double date)
{
    size_t j = 0;
    while (h->year[j] < date) j++;
    if (h->year[j] == date) return h->model[j];
    const double t = (date - h->year[j - 1]) / ((double)h->year[j] - h->year[j - 1]);
    const double a = h->model[j - 1], b = h->model[j];
    return skpi__rounded(a * (1 - t) + b * t, fmax(fabs(a), fabs(b)));
}

/* Number of knots from the base year on; knot 0 is the base year itself. */
static size_t harmonise_knots(const skpi__harmonise *h)
{
    const int there = h->year[h->first] == h->base_year;
    return h->m - h->first + (there ? 0 : 1);
}
static size_t harmonise_column(const skpi__harmonise *h, size_t k) { return h->m - harmonise_knots(h) + k; }
static double harmonise_date(const skpi__harmonise *h, size_t k)
{
    return k ? h->year[harmonise_column(h, k)] : h->base_year;
}
static double harmonise_model(const skpi__harmonise *h, size_t k)
{
    return k ? h->model[harmonise_column(h, k)] : h->base;
}

double skpi__model_zero(const skpi__harmonise *h)
{
    for (size_t k = 1; k < harmonise_knots(h); k++) {
        const double a = harmonise_model(h, k - 1), b = harmonise_model(h, k);
        if (b <= 0) /* the first b that is not above 0, so that a is */
            return harmonise_date(h, k - 1) + a / (a - b) * (harmonise_date(h, k) - harmonise_date(h, k - 1));
    }
    return (double)NAN;
}

double skpi__model_budget(const skpi__harmonise *h)
{
    skpi__sum sum = {0, 0};
    for (size_t k = 1; k < harmonise_knots(h); k++)
        skpi__sum_add(&sum, (harmonise_date(h, k) - harmonise_date(h, k - 1)) *
                                (harmonise_model(h, k - 1) / 2 + harmonise_model(h, k) / 2));
    return skpi__sum_value(&sum);
}

void skpi__harmonise_budget(const skpi__harmonise *h, double budget, double *out)
{
    const size_t n = harmonise_knots(h);
    const double end = harmonise_date(h, n - 1), d = h->history - h->base;
    double squares = 0, z = d;
    /* the sum of w_j over j > i is the time from the middle of interval i to the end */
    for (size_t i = 0; i + 1 < n; i++) {
        const double dt = harmonise_date(h, i + 1) - harmonise_date(h, i),
                     a = dt * (end - (harmonise_date(h, i) + harmonise_date(h, i + 1)) / 2);
        squares += a * a;
    }
    const double rest = budget - skpi__model_budget(h) - d * (end - h->base_year);
    for (size_t i = 0; i < n; i++) {
        if (i) {
            const double dt = harmonise_date(h, i) - harmonise_date(h, i - 1),
                         a = dt * (end - (harmonise_date(h, i) + harmonise_date(h, i - 1)) / 2);
            z += dt * (rest * (a / squares));
        }
        if (i || harmonise_date(h, 0) == h->year[h->first])
            out[harmonise_column(h, i)] = i ? harmonise_model(h, i) + z : h->history;
    }
}

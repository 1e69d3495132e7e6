/* Forecasts of compositions that sum to 1, with quantiles of each part.
 *
 * Each alr z_j = ln(x_j/x_k) is a line in time by least squares.  All lines are fitted to the same years, so that the
 * forecast does not depend on which part is the last one.  With a damping phi the lines are read at another date: l years
 * beyond the known ones count as phi (1 - phi^l)/(1 - phi).  For fixed weights w the error of w'z in a new year t is w'e
 * times
 *   sqrt(1 + 1/m + (t - mean t)^2/Stt),  Student's t with m - 2 degrees of freedom,
 * w'e estimated by the residuals of w'z. A part's own log-ratio is logit x_i = ln x_i - ln sum of the others; near the
 * forecast it changes with weights 1 for ln x_i and -x_j/(1 - x_i) for the others (delta method), and its quantiles are
 * turned back to shares.  With two parts this is exact: the logit line and its prediction interval.
 *
 * Sources: J. Aitchison, The Statistical Analysis of Compositional Data (1986), ch. 7 (log-ratio regression); G. A. F.
 * Seber and C. J. Wild, Nonlinear Regression (1989), ch. 5 (prediction, delta method).
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/damped.h"
#include "numeric/logistic.h"
#include "numeric/sum.h"
#include "series/composition.h"
#include "series/model.h"

/* The lines, and where their results go. */
typedef struct plan {
    size_t m, k;
    int32_t first_year;         /* of the record: dates count from it */
    double centre, width;       /* mean and sum of squares of the dates */
    const double *mean, *slope; /* k each, the last 0 */
    const double *residual;     /* m x k, 0 in the last column */
    double *level, *weight;     /* room, k each */
} plan;

/* logit of part i at the levels ln x_j, and the weights of its change. */
static double composition_logit(const plan *p, size_t i)
{
    double largest = -(double)INFINITY;
    skpi__sum others = {0, 0};
    for (size_t j = 0; j < p->k; j++)
        if (j != i) largest = fmax(largest, p->level[j]);
    for (size_t j = 0; j < p->k; j++) {
        p->weight[j] = j == i ? 0 : exp(p->level[j] - largest);
        skpi__sum_add(&others, p->weight[j]);
    }
    const double sum = skpi__sum_value(&others);
    for (size_t j = 0; j < p->k; j++) p->weight[j] = j == i ? 1 : -p->weight[j] / sum;
    return p->level[i] - largest - log(sum);
}

/* Standard deviation of a new value of what the weights give, x years from the mean date. */
static double composition_deviation(const plan *p, double x)
{
    skpi__sum sse = {0, 0};
    for (size_t t = 0; t < p->m; t++) {
        double r = 0;
        for (size_t j = 0; j < p->k; j++) r += p->weight[j] * p->residual[t * p->k + j];
        skpi__sum_add(&sse, r * r);
    }
    const double m = (double)p->m;
    return sqrt(skpi__sum_value(&sse) / (m - 2) * (1 + 1 / m + x * x / p->width));
}

/* Shares in a year, x years from the mean date, and quantiles of each. */
static void composition_year(const plan *p, double x, size_t n_prob, const double *score, double *share,
                             double *quantile)
{
    for (size_t j = 0; j < p->k; j++) p->level[j] = p->mean[j] + p->slope[j] * x;
    if (share) skpi__from_logratios(p->k, p->level, SKPI_SERIES_LOGRATIO_ALR, share);
    for (size_t i = 0; quantile && i < p->k; i++) {
        const double centre = composition_logit(p, i), wide = composition_deviation(p, x);
        for (size_t q = 0; q < n_prob; q++) quantile[i * n_prob + q] = skpi__logistic(centre + score[q] * wide);
    }
}

/* Means, slopes and residuals of the alr, into mean (k), slope (k) and residual (m x k), which are 0 before: the last of
 * each k stay so. */
static void composition_fit(const plan *p, const int32_t *year, const double *part, double *mean, double *slope,
                            double *residual)
{
    const size_t k = p->k;
    for (size_t t = 0; t < p->m; t++) {
        const double x = (double)year[t] - p->first_year - p->centre;
        double *z = residual + t * k;
        skpi__to_logratios(k, part + t * k, SKPI_SERIES_LOGRATIO_ALR, z);
        for (size_t j = 0; j + 1 < k; j++) {
            mean[j] += z[j] / (double)p->m;
            slope[j] += z[j] * x / p->width;
        }
    }
    for (size_t t = 0; t < p->m; t++) {
        const double x = (double)year[t] - p->first_year - p->centre;
        for (size_t j = 0; j < k; j++) residual[t * k + j] -= mean[j] + slope[j] * x;
    }
}

/* Student's t of each probability. */
static skpi_status composition_scores(skpi__at at, size_t m, size_t n_prob, const double *prob, double *score)
{
    const skpi__fit t = {.freedom = (double)m - 2};
    for (size_t q = 0; q < n_prob; q++) {
        score[q] = skpi__fit_score(&t, prob[q]);
        if (!isfinite(score[q]))
            return skpi__fail(skpi__element(at, q), SKPI_EOVERFLOW, "prob", prob[q],
                              "has no quantile that a double can hold");
    }
    return SKPI_OK;
}

static skpi_status composition_forecast_in(skpi__at at, const skpi_series_composition_forecast_in *in,
                                           skpi_series_composition_forecast_in *x)
{
    skpi_status s = SKPI__STRUCT(at, in, 0, x);
    if (s) return s;
    if (x->m < 2) return skpi__fail(at, SKPI_ENODATA, "in->m", (double)x->m, "years: a line needs two");
    if ((s = skpi__two_parts(at, "in->n_parts", x->n_parts)) || (s = skpi__array(at, "in->year", x->year, x->m, 1)) ||
        (s = skpi__array(at, "in->part", x->part, x->m, x->n_parts)))
        return s;
    if ((s = skpi__years(at, "in->year", x->m, x->year))) return s;
    return skpi__factor(at, "in->damping", x->damping);
}

/* The date at which the lines are read for a year. */
static double composition_date(const skpi_series_composition_forecast_in *in, double year)
{
    const double damping = in->damping > 0 ? in->damping : 1;
    const double first = in->year[0], last = in->year[in->m - 1];
    return year < first  ? first - skpi__damped(damping, first - year)
           : year > last ? last + skpi__damped(damping, year - last)
                         : year;
}

skpi_status skpi_series_composition_forecast(const skpi_series_composition_forecast_in *in, int32_t first_year,
                                             size_t n_years, size_t n_prob, const double *prob,
                                             skpi_series_composition_forecast_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_series_composition_forecast_in x;
    skpi_series_composition_forecast_out o;
    skpi_status s;
    if ((s = composition_forecast_in(at, in, &x)) || (s = skpi__axis(at, "first_year", first_year, n_years)) ||
        (s = skpi__probabilities(at, "prob", n_prob, prob)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__array_size(at, "out->share", n_years, x.n_parts)))
        return s;
    const size_t m = x.m, k = x.n_parts;
    const int32_t *year = x.year;
    const double *part = x.part;
    if ((s = skpi__array_size(at, "out->quantile", n_years, skpi__width(k, n_prob)))) return s;
    if (o.quantile && n_prob > 0 && m < 3)
        return skpi__fail(at, SKPI_ENODATA, "in->m", (double)m, "years: quantiles need three");
    plan p = {.m = m, .k = k, .first_year = year[0]};
    for (size_t j = 0; j < m; j++) {
        if ((s = skpi__parts_of(skpi__element(at, j), "in->part", k, part + j * k, 0))) return s;
        p.centre += ((double)year[j] - year[0]) / (double)m;
    }
    for (size_t j = 0; j < m; j++) p.width += pow((double)year[j] - year[0] - p.centre, 2);
    double *room = skpi__alloc(m + 4, k, sizeof *room);
    double *score = skpi__alloc(n_prob, 1, sizeof *score);
    if (!room || !score) {
        s = room ? skpi__no_memory(at, "n_prob", n_prob) : skpi__no_memory(at, "in->n_parts", k);
        goto end;
    }
    double *mean = room, *slope = room + k, *residual = room + 4 * k;
    p.mean = mean;
    p.slope = slope;
    p.level = room + 2 * k;
    p.weight = room + 3 * k;
    p.residual = residual;
    composition_fit(&p, year, part, mean, slope, residual);
    if (o.quantile && (s = composition_scores(at, m, n_prob, prob, score))) goto end;
    for (size_t j = 0; j < n_years; j++)
        composition_year(&p, composition_date(&x, (double)first_year + (double)j) - year[0] - p.centre, n_prob, score,
                         o.share ? o.share + j * k : NULL, o.quantile ? o.quantile + j * k * n_prob : NULL);
end:
    free(room);
    free(score);
    return s;
}

/* The ensemble of logit walks as it is written in C with GSL: naive, and careful.
 *
 * naive    MT19937, ziggurat; all paths in memory; every year sorted whole
 * careful  Tausworthe, ziggurat; one vector that walks in place; order statistics by selection
 * Both give the mean and the five quantiles of each year. */
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <stdlib.h>

static const double prob[5] = {.05, .25, .5, .75, .95};
void naive(size_t draws, size_t years, double share, double drift, double sigma, unsigned long seed, double *out);
void careful(size_t draws, size_t years, double share, double drift, double sigma, unsigned long seed, double *out);

void naive(size_t draws, size_t years, double share, double drift, double sigma, unsigned long seed, double *out)
{
    gsl_rng *r = gsl_rng_alloc(gsl_rng_mt19937);
    double *u = malloc(draws * years * sizeof *u);
    gsl_rng_set(r, seed);
    for (size_t d = 0; d < draws; d++) {
        double x = log(share / (1 - share));
        for (size_t k = 0; k < years; k++) {
            x += drift + gsl_ran_gaussian_ziggurat(r, sigma);
            u[k * draws + d] = 1 / (1 + exp(-x));
        }
    }
    for (size_t k = 0; k < years; k++) {
        out[k * 6] = gsl_stats_mean(u + k * draws, 1, draws);
        gsl_sort(u + k * draws, 1, draws);
        for (size_t q = 0; q < 5; q++)
            out[k * 6 + 1 + q] = gsl_stats_quantile_from_sorted_data(u + k * draws, 1, draws, prob[q]);
    }
    free(u);
    gsl_rng_free(r);
}

void careful(size_t draws, size_t years, double share, double drift, double sigma, unsigned long seed, double *out)
{
    gsl_rng *r = gsl_rng_alloc(gsl_rng_taus2);
    double *x = malloc(2 * draws * sizeof *x), *y = x + draws;
    gsl_rng_set(r, seed);
    for (size_t d = 0; d < draws; d++) x[d] = log(share / (1 - share));
    for (size_t k = 0; k < years; k++) {
        double sum = 0;
        for (size_t d = 0; d < draws; d++) {
            y[d] = x[d] += drift + gsl_ran_gaussian_ziggurat(r, sigma);
            sum += 1 / (1 + exp(-x[d]));
        }
        out[k * 6] = sum / (double)draws;
        for (size_t q = 0; q < 5; q++) { /* sorted by the logits, which have the same order */
            const double place = (double)(draws - 1) * prob[q], part = place - floor(place);
            const double low = gsl_stats_select(y, 1, draws, (size_t)place);
            const double high = part > 0 ? gsl_stats_select(y, 1, draws, (size_t)place + 1) : low;
            out[k * 6 + 1 + q] = (1 - part) / (1 + exp(-low)) + part / (1 + exp(-high));
        }
    }
    free(x);
    gsl_rng_free(r);
}

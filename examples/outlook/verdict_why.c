/* Causes: effects of the Kaya factors by LMDI, and the target path.  The target path has a constant annual cut of CO2
 * per GDP from the base year to the target year, and the actual population and GDP per head.  A part of the logarithm
 * of the cut is attributed to energy per GDP and the remaining part to CO2 per energy; this is assumed. */
#include "verdict.h"

#include <math.h>
#include <stdlib.h>

/* Cut on the target path by this year. */
static double way_cut(const verdict *v, int32_t year, double part)
{
    const double along = (double)(year - v->base_year) / (v->target_year - v->base_year);
    return -expm1(part * fmin(along, 1) * log1p(-v->cut));
}

/* Excess of the emissions of n years from the base year on over the target path, by factor, n x 4. */
static void way_gaps(const outlook *o, const kaya *k, double part, double *effect, double *total)
{
    const size_t n = k->n - k->base;
    const double *actual = k->factor + 4 * k->base;
    double *way = program_memory(4 * n, sizeof *way);
    for (size_t i = 0; i < n; i++) {
        const int32_t year = k->year[k->base + i];
        way[4 * i] = actual[4 * i];
        way[4 * i + 1] = actual[4 * i + 1];
        way[4 * i + 2] = actual[2] * (1 - way_cut(&o->verdict, year, part));
        way[4 * i + 3] = actual[3] * (1 - way_cut(&o->verdict, year, 1 - part));
    }
    skpi_carbon_lmdi_out out = {.size = sizeof out, .effect = effect, .total = total};
    kaya_tell(o, skpi_carbon_lmdi(n, 1, 4, way, actual, SKPI_CARBON_LMDI_FORM_ADDITIVE, &out, NULL));
    free(way);
}

void compute_why(outlook *o, const kaya *k)
{
    verdict *v = &o->verdict;
    const size_t n = k->n, m = n - k->base;
    double *effect = program_memory(4 * n, sizeof *effect), *total = program_memory(n, sizeof *total);
    skpi_carbon_lmdi_chain_out chain = {.size = sizeof chain, .effect = effect, .total = total};
    kaya_tell(o, skpi_carbon_lmdi_chain(n, 1, 4, k->factor, SKPI_CARBON_LMDI_FORM_ADDITIVE, &chain));
    for (size_t i = 0; i < n; i++)
        for (size_t f = 0; f <= FACTORS; f++)
            v->row[i].change[f] = i == 0 ? 0 : f == FACTORS ? total[i - 1] : effect[4 * (i - 1) + f];
    skpi_carbon_lmdi_out ends = {.size = sizeof ends, .effect = v->ends};
    kaya_tell(
        o, skpi_carbon_lmdi(1, 1, 4, k->factor, k->factor + 4 * (n - 1), SKPI_CARBON_LMDI_FORM_ADDITIVE, &ends, NULL));
    double quotient[FACTORS];
    skpi_carbon_lmdi_out so_far = {.size = sizeof so_far, .effect = quotient};
    kaya_tell(o, skpi_carbon_lmdi(1, 1, 4, k->factor + 4 * k->base, k->factor + 4 * (n - 1),
                                  SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, &so_far, NULL));
    v->part_so_far = log(quotient[2]) / log(quotient[2] * quotient[3]);
    for (size_t p = 3; p-- > 0;) { /* the assumed part last: its years are kept */
        way_gaps(o, k, v->part[p], effect, total);
        for (size_t f = 0; f < FACTORS; f++) v->gap[p][f] = effect[4 * (m - 1) + f];
        v->gap[p][FACTORS] = total[m - 1];
    }
    for (size_t i = 0; i < m; i++) {
        verdict_row *r = &v->row[k->base + i];
        for (size_t f = 0; f < FACTORS; f++) r->gap[f] = effect[4 * i + f];
        r->gap[FACTORS] = total[i];
        r->way_emission = r->emission - total[i];
        v->beyond += total[i];
    }
    free(effect);
    free(total);
}

/* The target path from the base year on: CO2 per GDP, and after the last year the CO2 that it allows. */
void compute_way(outlook *o, const kaya *k)
{
    verdict *v = &o->verdict;
    const size_t n = v->rows - k->base;
    double *date = program_memory(n, sizeof *date), *cut = program_memory(n, sizeof *cut);
    double *now = program_memory(n, sizeof *now), *target = program_memory(n, sizeof *target);
    double *emission = program_memory(n, sizeof *emission);
    for (size_t i = 0; i < n; i++) {
        date[i] = v->row[k->base + i].year;
        cut[i] = way_cut(v, v->row[k->base + i].year, 1);
        now[i] = k->emission[k->n - 1];
    }
    skpi_carbon_target_intensity_out out = {.size = sizeof out, .target = target, .emission = emission};
    goal_intensity(o, k, n, date, cut, now, &out);
    for (size_t i = 0; i < n; i++) {
        v->row[k->base + i].way_intensity = target[i];
        if (k->base + i >= k->n) v->row[k->base + i].way_emission = emission[i];
    }
    void *block[] = {date, cut, now, target, emission};
    for (size_t i = 0; i < sizeof block / sizeof *block; i++) free(block[i]);
}

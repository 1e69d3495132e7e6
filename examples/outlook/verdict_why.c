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
static void way_gaps(const verdict *v, const tables *in, const kaya *k, double part, double *effect, double *total)
{
    const size_t n = k->n - k->base;
    const double *actual = k->factor + 4 * k->base;
    double *way = program_memory(4 * n, sizeof *way);
    for (size_t i = 0; i < n; i++) {
        const int32_t year = k->year[k->base + i];
        way[4 * i] = actual[4 * i];
        way[4 * i + 1] = actual[4 * i + 1];
        way[4 * i + 2] = actual[2] * (1 - way_cut(v, year, part));
        way[4 * i + 3] = actual[3] * (1 - way_cut(v, year, 1 - part));
    }
    skpi_carbon_lmdi_out out = {.size = sizeof out, .effect = effect, .total = total};
    kaya_tell(k, in, skpi_carbon_lmdi(n, 1, 4, way, actual, SKPI_CARBON_LMDI_FORM_ADDITIVE, &out, NULL));
    free(way);
}

void why_compute(verdict *v, const tables *in, const kaya *k)
{
    const size_t n = k->n, m = n - k->base;
    double *effect = program_memory(4 * n, sizeof *effect), *total = program_memory(n, sizeof *total);
    skpi_carbon_lmdi_chain_out chain = {.size = sizeof chain, .effect = effect, .total = total};
    kaya_tell(k, in, skpi_carbon_lmdi_chain(n, 1, 4, k->factor, SKPI_CARBON_LMDI_FORM_ADDITIVE, &chain));
    for (size_t i = 0; i < n; i++)
        for (size_t f = 0; f <= FACTORS; f++)
            v->row[i].change[f] = i == 0 ? 0 : f == FACTORS ? total[i - 1] : effect[4 * (i - 1) + f];
    skpi_carbon_lmdi_out ends = {.size = sizeof ends, .effect = v->ends};
    kaya_tell(
        k, in,
        skpi_carbon_lmdi(1, 1, 4, k->factor, k->factor + 4 * (n - 1), SKPI_CARBON_LMDI_FORM_ADDITIVE, &ends, NULL));
    double quotient[FACTORS];
    skpi_carbon_lmdi_out so_far = {.size = sizeof so_far, .effect = quotient};
    kaya_tell(k, in,
              skpi_carbon_lmdi(1, 1, 4, k->factor + 4 * k->base, k->factor + 4 * (n - 1),
                               SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, &so_far, NULL));
    v->part_so_far = log(quotient[2]) / log(quotient[2] * quotient[3]);
    for (size_t p = 3; p-- > 0;) { /* the assumed part last: its years are kept */
        way_gaps(v, in, k, v->part[p], effect, total);
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
void way_compute(verdict *v, const tables *in, const kaya *k)
{
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
    goal_intensity(v, in, k, n, date, cut, now, &out);
    for (size_t i = 0; i < n; i++) {
        v->row[k->base + i].way_intensity = target[i] * v->unit.gt * 1e6;
        if (k->base + i >= k->n) v->row[k->base + i].way_emission = emission[i];
    }
    void *block[] = {date, cut, now, target, emission};
    for (size_t i = 0; i < sizeof block / sizeof *block; i++) free(block[i]);
}

/* Does the assumed division decide which factor lags? */
static const char *why_settled(const verdict *v)
{
    const int energy = v->gap[1][2] * v->gap[2][2] < 0, co2 = v->gap[1][3] * v->gap[2][3] < 0;
    return energy && co2
               ? "in this range both parts change their sign, so that these figures do not determine which factor lags"
           : energy ? "in this range the part of energy per GDP changes its sign"
           : co2    ? "in this range the part of CO2 per energy changes its sign"
                    : "in this range no part changes its sign";
}

enum { FACTOR, CHANGE, ENDS, EXCESS, LOW, HIGH, RANGE, COLUMNS };

void why_report(const verdict *v, report_section *s)
{
    static const char *const name[FACTORS + 1] = {"population", "GDP per head", "energy per GDP", "CO2 per energy",
                                                  "together"};
    report *r = s->all;
    const verdict_row *last = &v->row[v->last_year - v->first_year];
    const char *unit = v->unit.name;
    report_column *column = report_memory(r, COLUMNS, sizeof *column);
    const report_column all[COLUMNS] = {
        [FACTOR] = {.key = "factor", .title = report_words(r, "cause, %s per year", unit), .form = REPORT_TEXT},
        [CHANGE] = {.key = "change",
                    .title = report_words(r, "%d-%d", (int)v->first_year, (int)v->last_year),
                    .form = REPORT_SIGNED},
        [ENDS] = {.key = "ends_only", .title = "ends only", .form = REPORT_SIGNED, .depth = REPORT_FULL},
        [EXCESS] = {.key = "excess", .title = "over target path", .form = REPORT_SIGNED},
        [LOW] = {.key = "low"},
        [HIGH] = {.key = "high"},
        [RANGE] = {.title = "by division of the cut", .form = REPORT_RANGE, .low = LOW, .high = HIGH},
    };
    for (size_t k = 0; k < COLUMNS; k++) column[k] = all[k];
    report_sheet *t = report_sheet_add(s, REPORT_FULL, "verdict_causes", NULL, column, COLUMNS);
    for (size_t f = 0; f <= FACTORS; f++) {
        const double a = v->gap[1][f], b = v->gap[2][f];
        sheet_row(t, REPORT_ALWAYS);
        sheet_say(t, FACTOR, "%s", name[f]);
        sheet_put(t, CHANGE, last->change[f]);
        sheet_put(t, ENDS, f < FACTORS ? v->ends[f] : last->change[f]);
        sheet_put(t, EXCESS, last->gap[f]);
        if (f != 2 && f != 3) continue;
        sheet_put(t, LOW, fmin(a, b));
        sheet_put(t, HIGH, fmax(a, b));
    }
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "Causes by Kaya's factors (LMDI-I, additive), added up year by year; from the two ends alone the total "
               "is the same, but its parts differ, because the weights do not depend on the years in between.");
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "The excess is CO2 of %d less the target path of that year, which has the actual population and GDP per "
               "head. Of the cut (of its logarithm), %s %% are attributed to energy per GDP and the remaining part to "
               "CO2 per energy; this is assumed, because the goal does not divide the cut (from %d to %d it was "
               "divided %s to %s). The range is for %s to %s %%: %s. The sum does not depend on this assumption.",
               (int)v->last_year, trimmed(100 * v->part[0], 3), (int)v->base_year, (int)v->last_year,
               percent(v->part_so_far, 0), percent(1 - v->part_so_far, 0), trimmed(100 * v->part[1], 3),
               trimmed(100 * v->part[2], 3), why_settled(v));
}

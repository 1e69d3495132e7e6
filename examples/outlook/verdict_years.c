/* The verdict year by year, and its figures for the picture. */
#include "verdict.h"

#include <math.h>
#include <stdlib.h>

enum {
    PLACE,
    YEAR,
    KIND,
    EMISSION,
    UNIT,
    INTENSITY,
    CURRENCY,
    WAY_INTENSITY,
    WAY_EMISSION,
    CHANGE,
    GAP = CHANGE + FACTORS + 1,
    COLUMNS = GAP + FACTORS + 1
};
static const char *const factor_key[FACTORS + 1] = {"population", "gdp_per_head", "energy_per_gdp", "co2_per_energy",
                                                    "total"};

void verdict_years(const verdict *v, const tables *in, report_section *s)
{
    report *r = s->all;
    report_column *column = report_memory(r, COLUMNS, sizeof *column);
    const report_column first[CHANGE] = {
        [PLACE] = {.key = "place", .form = REPORT_TEXT},
        [YEAR] = {.key = "year", .title = "year", .form = REPORT_YEAR},
        [KIND] = {.key = "kind", .title = "kind", .form = REPORT_TEXT},
        [EMISSION] = {.key = "co2", .title = report_words(r, "CO2, %s", v->unit.name)},
        [UNIT] = {.key = "co2_unit", .form = REPORT_TEXT},
        [INTENSITY] = {.key = "intensity_g", .title = report_words(r, "g per %s", v->money_words), .decimals = 1},
        [CURRENCY] = {.key = "currency", .form = REPORT_TEXT},
        [WAY_INTENSITY] = {.key = "way_intensity_g", .title = "on target path", .decimals = 1},
        [WAY_EMISSION] = {.key = "way_co2", .title = report_words(r, "on target path, %s", v->unit.name)},
    };
    for (size_t k = 0; k < CHANGE; k++) column[k] = first[k];
    for (size_t k = 0; k <= FACTORS; k++) {
        column[CHANGE + k] = (report_column){.key = report_words(r, "change_%s", factor_key[k])};
        column[GAP + k] = (report_column){.key = report_words(r, "gap_%s", factor_key[k])};
    }
    report_sheet *t = report_sheet_add(s, REPORT_FULL, "verdict", NULL, column, COLUMNS);
    for (size_t i = 0; i < v->rows; i++) {
        const verdict_row *y = &v->row[i];
        sheet_row(t, REPORT_ALWAYS);
        sheet_say(t, PLACE, "%s", in->place->key);
        sheet_put(t, YEAR, y->year);
        sheet_say(t, KIND, "%s", y->observed ? "observed" : "assumed");
        sheet_put(t, EMISSION, y->emission);
        sheet_say(t, UNIT, "%s", v->unit.name);
        sheet_put(t, INTENSITY, y->intensity);
        sheet_say(t, CURRENCY, "%s", v->currency);
        sheet_put(t, WAY_INTENSITY, y->way_intensity);
        sheet_put(t, WAY_EMISSION, y->way_emission);
        for (size_t k = 0; k <= FACTORS; k++) {
            sheet_put(t, CHANGE + k, y->change[k]);
            sheet_put(t, GAP + k, y->gap[k]);
        }
    }
}

static void figures_put(report_section *s, const char *name, const track *t)
{
    const struct {
        const char *key;
        double value;
    } each[] = {{"required", t->required},   {"required_compound", t->required_compound},
                {"achieved", t->achieved},   {"achieved_compound", t->achieved_compound},
                {"ratio", t->ratio},         {"ratio_compound", t->ratio_compound},
                {"crossing", t->crossing},   {"crossing_compound", t->crossing_compound},
                {"overshoot", t->overshoot}, {"years", t->used}};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++)
        report_figure_add(s, report_words(s->all, "%s_%s", name, each[i].key), each[i].value);
    report_figure_text(s, report_words(s->all, "%s_verdict", name), track_word(t->verdict));
}

void verdict_figures(const verdict *v, report_section *s)
{
    const struct {
        const char *key;
        double value;
    } each[] = {{"first_year", v->first_year},
                {"last_year", v->last_year},
                {"peak_year", v->peak_year},
                {"peak_co2", v->peak},
                {"since", v->since},
                {"p", v->p},
                {"slope", v->slope},
                {"recent_p", v->recent_p},
                {"recent_slope", v->recent_slope},
                {"peak_before", v->peak_before ? v->peak_before : (double)NAN},
                {"window", v->window},
                {"base_year", v->base_year},
                {"target_year", v->target_year},
                {"cut", v->cut},
                {"growth", v->growth},
                {"target", v->target},
                {"done", v->done},
                {"cut_so_far", v->cut_so_far},
                {"cut_required", v->cut_required},
                {"allowed", v->allowed},
                {"flat_growth", v->flat_growth},
                {"path", v->path_then},
                {"path_growth", v->path_growth},
                {"beyond", v->beyond},
                {"part", v->part[0]},
                {"part_so_far", v->part_so_far},
                {"part_low", v->part[1]},
                {"part_high", v->part[2]}};
    report *r = s->all;
    for (size_t i = 0; i < sizeof each / sizeof *each; i++)
        report_figure_add(s, report_words(r, "verdict_%s", each[i].key), each[i].value);
    report_figure_text(s, "verdict_peak", peak_word(v->peaked));
    report_figure_text(s, "verdict_unit", v->unit.name);
    report_figure_text(s, "verdict_money", v->money_words);
    figures_put(s, "verdict_gdp", &v->by_gdp[0]);
    figures_put(s, "verdict_gdp_half", &v->by_gdp[1]);
    if (!isnan(v->path_then)) figures_put(s, "verdict_path", &v->by_path);
    for (size_t k = 0; k < FACTORS; k++) {
        report_figure_add(s, report_words(r, "verdict_ends_%s", factor_key[k]), v->ends[k]);
        report_figure_add(s, report_words(r, "verdict_gap_low_%s", factor_key[k]), v->gap[1][k]);
        report_figure_add(s, report_words(r, "verdict_gap_high_%s", factor_key[k]), v->gap[2][k]);
    }
}

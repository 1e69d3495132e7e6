/* The verdict year by year in verdict.csv, its figures in figures.csv, its classes. */
#include "verdict.h"

#include <math.h>

static const char *const factor_key[FACTORS + 1] = {"population", "gdp_per_head", "energy_per_gdp", "co2_per_energy",
                                                    "total"};

const char *peak_word(int32_t found)
{
    switch (found) {
    case SKPI_CARBON_PEAKED_VERDICT_PEAKED: return "peaked";
    case SKPI_CARBON_PEAKED_VERDICT_REBOUNDING: return "rebounding";
    case SKPI_CARBON_PEAKED_VERDICT_PLATEAU: return "on a plateau";
    default: return "not peaked";
    }
}

const char *track_word(int32_t found)
{
    switch (found) {
    case SKPI_CARBON_VERDICT_ALREADY_MET: return "already met";
    case SKPI_CARBON_VERDICT_MISSED: return "missed";
    case SKPI_CARBON_VERDICT_MOVING_AWAY: return "moving away";
    case SKPI_CARBON_VERDICT_ON_TRACK: return "on track";
    default: return "off track";
    }
}

void write_verdict(const outlook *o, const char *directory)
{
    const verdict *v = &o->verdict;
    FILE *f = program_create(directory, "verdict.csv");
    fputs("year,kind,co2_mt,intensity_g_per_usd,way_intensity_g_per_usd,way_co2_mt", f);
    for (size_t k = 0; k <= FACTORS; k++) fprintf(f, ",change_%s_mt", factor_key[k]);
    for (size_t k = 0; k <= FACTORS; k++) fprintf(f, ",gap_%s_mt", factor_key[k]);
    fputc('\n', f);
    for (size_t i = 0; i < v->rows; i++) {
        const verdict_row *r = &v->row[i];
        fprintf(f, "%d", (int)r->year);
        csv_put_text(f, 0, r->observed ? "observed" : "assumed");
        csv_put_number(f, 0, r->emission);
        csv_put_number(f, 0, r->intensity);
        csv_put_number(f, 0, r->way_intensity);
        csv_put_number(f, 0, r->way_emission);
        for (size_t k = 0; k <= FACTORS; k++) csv_put_number(f, 0, r->change[k]);
        for (size_t k = 0; k <= FACTORS; k++) csv_put_number(f, 0, r->gap[k]);
        fputc('\n', f);
    }
    program_close(f, "verdict.csv");
}

static void put_track(FILE *f, const char *name, const track *t)
{
    const struct {
        const char *key;
        double value;
    } each[] = {{"required", t->required}, {"required_compound", t->required_compound},
                {"achieved", t->achieved}, {"achieved_compound", t->achieved_compound},
                {"ratio", t->ratio},       {"ratio_compound", t->ratio_compound},
                {"crossing", t->crossing}, {"overshoot", t->overshoot},
                {"years", t->used}};
    char key[60];
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        snprintf(key, sizeof key, "%s_%s", name, each[i].key);
        put_figure(f, key, each[i].value, "");
    }
    snprintf(key, sizeof key, "%s_verdict", name);
    put_figure(f, key, NAN, track_word(t->verdict));
}

void verdict_figures(const outlook *o, FILE *f)
{
    const verdict *v = &o->verdict;
    const struct {
        const char *key;
        double value;
    } each[] = {{"first_year", v->first_year},
                {"last_year", v->last_year},
                {"peak_year", v->peak_year},
                {"peak_mt", v->peak},
                {"since", v->since},
                {"p", v->p},
                {"slope", v->slope},
                {"recent_p", v->recent_p},
                {"recent_slope", v->recent_slope},
                {"peak_before", v->peak_before},
                {"window", v->window},
                {"base_year", v->base_year},
                {"target_year", v->target_year},
                {"cut", v->cut},
                {"growth", v->growth},
                {"target", v->target},
                {"done", v->done},
                {"cut_so_far", v->cut_so_far},
                {"cut_required", v->cut_required},
                {"allowed_mt", v->allowed},
                {"flat_growth", v->flat_growth},
                {"path_gt", v->path_then},
                {"path_growth", v->path_growth},
                {"beyond_mt", v->beyond},
                {"part", v->part[0]},
                {"part_so_far", v->part_so_far},
                {"part_low", v->part[1]},
                {"part_high", v->part[2]}};
    char key[60];
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        snprintf(key, sizeof key, "verdict_%s", each[i].key);
        put_figure(f, key, each[i].value, "");
    }
    put_figure(f, "verdict_peak", NAN, peak_word(v->peaked));
    put_track(f, "verdict_gdp", &v->by_gdp[0]);
    put_track(f, "verdict_gdp_half", &v->by_gdp[1]);
    if (!isnan(v->path_then)) put_track(f, "verdict_path", &v->by_path);
    for (size_t k = 0; k < FACTORS; k++) {
        snprintf(key, sizeof key, "verdict_ends_%s", factor_key[k]);
        put_figure(f, key, v->ends[k], "");
        snprintf(key, sizeof key, "verdict_gap_low_%s", factor_key[k]);
        put_figure(f, key, v->gap[1][k], "");
        snprintf(key, sizeof key, "verdict_gap_high_%s", factor_key[k]);
        put_figure(f, key, v->gap[2][k], "");
    }
}

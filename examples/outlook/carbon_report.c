/* The CO2 path in the report. */
#include "carbon.h"

#include <math.h>
#include <stdlib.h>

enum { WAYPOINTS_SHORT = 2 }; /* columns of waypoints in the short report */
enum { PLACE, YEAR, TOTAL, CUMULATIVE, UNIT, BEST, LOW, HIGH, RANGE, KIND, COLUMNS };

/* Decimals with which the warming has two digits, and at least two decimals. */
static int warming_decimals(const carbon *c)
{
    const double best = fabs(c->best);
    const int n = best > 0 ? 1 - (int)floor(log10(best)) : 2;
    return n < 2 ? 2 : n > 9 ? 9 : n;
}

/* Decimals of totals. */
static int co2_decimals(const carbon *c) { return c->terms.e0 >= 1000 ? 0 : c->terms.e0 >= 100 ? 1 : 2; }

/* The columns of the world's remaining budgets: the first three, and one for each chance. */
enum {
    WORLD_EDITION,
    WORLD_FROM,
    WORLD_WARMING,
    WORLD_BUDGET,
    WORLD_CHANCES = 3,
    WORLD_COLUMNS = WORLD_BUDGET + WORLD_CHANCES
};

/* The remaining budgets of the world, by edition. */
static void carbon_world(report_section *s)
{
    enum { WARMINGS = 3 };
    static const struct {
        int32_t edition;
        const char *name;
    } edition[] = {{SKPI_CARBON_BUDGET_EDITION_AR6, "IPCC AR6"},
                   {SKPI_CARBON_BUDGET_EDITION_IGCC_2024, "Indicators of Global Climate Change 2024"}};
    static const double warming[WARMINGS] = {1.5, 1.7, 2.0}, chance[WORLD_CHANCES] = {0.5, 0.67, 0.83};
    static const report_column column[WORLD_COLUMNS] = {{.key = "edition", .title = "edition", .form = REPORT_TEXT},
                                                        {.key = "from_year", .title = "from", .form = REPORT_YEAR},
                                                        {.key = "warming_c", .title = "warming, C", .decimals = 1},
                                                        {.key = "chance_50_gt", .title = "50 %"},
                                                        {.key = "chance_67_gt", .title = "67 %"},
                                                        {.key = "chance_83_gt", .title = "83 %"}};
    const char *words = "";
    report_sheet *t =
        report_sheet_add(s, REPORT_FULL, "carbon_world",
                         "What is left for the world, Gt CO2, by chance of staying below", column, WORLD_COLUMNS);
    for (size_t e = 0; e < sizeof edition / sizeof *edition; e++)
        for (size_t w = 0; w < WARMINGS; w++) {
            double from = 0, budget;
            sheet_row(t, REPORT_ALWAYS);
            sheet_say(t, WORLD_EDITION, "%s", edition[e].name);
            sheet_put(t, WORLD_WARMING, warming[w]);
            for (size_t k = 0; k < WORLD_CHANCES; k++) {
                if (skpi_carbon_budget_remaining(warming[w], chance[k], edition[e].edition, &budget, &from) < 0)
                    program_fail(PROGRAM_DATA, "%s", skpi_last_error());
                sheet_put(t, WORLD_BUDGET + k, budget);
            }
            sheet_put(t, WORLD_FROM, from);
            if (!e || w == 1) continue;
            words = report_words(s->all, "%s%s%s Gt (%.1f C)", words, *words ? ", " : "",
                                 number(t->cell[(t->rows - 1) * WORLD_COLUMNS + WORLD_BUDGET].value, 0), warming[w]);
            if (w == WARMINGS - 1)
                report_say(s, REPORT_RESULT, REPORT_ALWAYS, "World from %.0f at 50 %%: %s; %s.", from, words,
                           edition[e].name);
        }
}

static void carbon_table(const carbon *c, const tables *in, report_section *s)
{
    report *r = s->all;
    const carbon_terms *o = &c->terms;
    const int digits = warming_decimals(c);
    const size_t columns = COLUMNS + c->waypoints;
    report_column *column = report_memory(r, columns, sizeof *column);
    const report_column all[COLUMNS] = {
        [PLACE] = {.key = "place", .form = REPORT_TEXT},
        [YEAR] = {.key = "year", .title = "year", .form = REPORT_YEAR},
        [TOTAL] = {.key = "co2", .title = report_words(r, "%s CO2", c->unit.name), .decimals = co2_decimals(c)},
        [CUMULATIVE] = {.key = "cumulative",
                        .title = report_words(r, "since %.0f, %s", o->t_budget, c->unit.name),
                        .decimals = 1},
        [UNIT] = {.key = "co2_unit", .form = REPORT_TEXT},
        [BEST] = {.key = "warming_c", .title = "warming, C", .decimals = digits},
        [LOW] = {.key = "low_c", .decimals = digits},
        [HIGH] = {.key = "high_c", .decimals = digits},
        [RANGE] = {.title = "likely", .form = REPORT_RANGE, .decimals = digits, .low = LOW, .high = HIGH},
        [KIND] = {.key = "kind", .title = "kind", .form = REPORT_TEXT},
    };
    for (size_t k = 0; k < COLUMNS; k++) column[k] = all[k];
    for (size_t k = 0; k < c->waypoints; k++) {
        const carbon_waypoint *w = &c->waypoint[k];
        column[COLUMNS + k] = (report_column){
            .key = report_words(r, "co2_waypoint_%zu", k + 1),
            .title = report_words(r, "-%s %% in %d", percent(w->below, REPORT_TRIMMED + 1), (int)floor(w->date)),
            .decimals = co2_decimals(c),
            .depth = k < WAYPOINTS_SHORT ? REPORT_ALWAYS : REPORT_FULL};
    }
    report_sheet *t = report_sheet_add(s, REPORT_ALWAYS, "carbon", NULL, column, columns);
    for (size_t i = 0; i < c->years; i++) {
        const carbon_year *y = &c->year[i];
        const int32_t waypoint = c->waypoints ? (int32_t)floor(c->waypoint[0].date) : 0;
        sheet_row(t, y->year == waypoint || y->year == (int32_t)o->t_net_zero || (!y->observed && y->year % 10 == 0)
                         ? REPORT_ALWAYS
                         : REPORT_FULL);
        sheet_say(t, PLACE, "%s", in->place->key);
        sheet_put(t, YEAR, y->year);
        sheet_put(t, TOTAL, y->total);
        sheet_put(t, CUMULATIVE, y->cumulative);
        sheet_say(t, UNIT, "%s", c->unit.name);
        sheet_put(t, BEST, y->best);
        sheet_put(t, LOW, y->low);
        sheet_put(t, HIGH, y->high);
        sheet_say(t, KIND, "%s", y->observed ? "observed" : "assumed");
        for (size_t k = 0; k < c->waypoints && !y->observed; k++)
            if (c->waypoint[k].total) sheet_put(t, COLUMNS + k, c->waypoint[k].total[i - c->history.n]);
    }
}

enum { SINCE_PLACE, SINCE_YEAR, SINCE_CHANGE, SINCE_SOURCE, SINCE_COLUMNS };
static const report_column since_column[SINCE_COLUMNS] = {
    [SINCE_PLACE] = {.key = "place", .form = REPORT_TEXT},
    [SINCE_YEAR] = {.key = "year", .title = "year", .form = REPORT_YEAR},
    [SINCE_CHANGE] = {.key = "change_percent",
                      .title = "change, %",
                      .form = REPORT_SIGNED,
                      .decimals = REPORT_TRIMMED + 2},
    [SINCE_SOURCE] = {.key = "source", .title = "source", .form = REPORT_TEXT},
};

/* What others say of the years after the history. */
static void carbon_since(const carbon *c, const tables *in, report_section *s)
{
    if (!c->sinces) return;
    const csv *t = in->table[CARBON_SINCE];
    const size_t years = csv_column(t, "year");
    const char *list = "";
    report_sheet *sheet =
        report_sheet_add(s, REPORT_FULL, "carbon_since", "Published of later years", since_column, SINCE_COLUMNS);
    for (size_t i = 0; i < c->sinces; i++) {
        sheet_row(sheet, REPORT_ALWAYS);
        sheet_say(sheet, SINCE_PLACE, "%s", in->place->key);
        sheet_put(sheet, SINCE_YEAR, csv_year(t, i, years));
        sheet_put(sheet, SINCE_CHANGE, in_percent(c->since[i]));
        sheet_say(sheet, SINCE_SOURCE, "%s", row_source(t, i));
        report_source_add(s, row_source(t, i));
        list = report_words(s->all, "%s%s%s %% in %d", list, *list ? ", " : "",
                            signed_number(100 * c->since[i], REPORT_TRIMMED + 2), (int)csv_year(t, i, years));
    }
    report_say(s, REPORT_RESULT, REPORT_ALWAYS, "Since, by others (not used): %s.", list);
}

static void carbon_figures(const carbon *c, report_section *s)
{
    const carbon_terms *o = &c->terms;
    const struct {
        const char *key;
        double value;
    } each[] = {{"t0", floor(o->t0)},          {"e0", o->e0},
                {"t_peak", floor(o->t_peak)},  {"e_peak", o->e_peak},
                {"plateau_years", o->plateau}, {"t_net_zero", o->t_net_zero},
                {"residual", o->residual},     {"t_budget", o->t_budget},
                {"budget", o->budget},         {"budget_low", c->low},
                {"budget_high", c->high},      {"power", c->power},
                {"warming_c", c->best},        {"warming_low_c", c->cool},
                {"warming_high_c", c->warm},   {"waypoints", (double)c->waypoints}};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) report_figure_add(s, each[i].key, each[i].value);
    report_figure_text(s, "carbon_unit", c->unit.name);
}

void carbon_report(const carbon *c, const tables *in, report_section *s)
{
    report *r = s->all;
    const carbon_terms *o = &c->terms;
    const history *h = &c->history;
    const char *unit = c->unit.name, *source = row_source(h->table, h->row[h->n - 1]);
    s->picture = "carbon";
    const int digits = warming_decimals(c);
    report_headline_add(
        s, (report_headline){.figure = report_words(r, "%.*f C", digits, c->best),
                             .what =
                                 report_words(r, "warming by %.0f from %s %s of CO2 of %s, %.0f to %.0f", o->t_net_zero,
                                              trimmed(o->budget, 3), unit, in->place->name, o->t_budget, o->t_net_zero),
                             .kind = "assumed",
                             .range = report_words(r, "%.*f to %.*f C (likely)", digits, c->cool, digits, c->warm),
                             .source = report_words(r, "IPCC AR6 response; start: %s", source)});
    const char *peak = o->t_peak > o->t0 ? report_words(r, "peak %s %s in %.0f, %g years", trimmed(o->e_peak, 3), unit,
                                                        o->t_peak, o->plateau)
                                         : "no further rise";
    const char *zero = o->residual == 0 ? "net zero" : report_words(r, "%s %s in", trimmed(o->residual, 3), unit);
    report_say(s, REPORT_RESULT, REPORT_ALWAYS, "%s %s in %d (observed). Assumed: %s; %s %.0f; %s %s from %.0f.",
               trimmed(o->e0, 2), unit, (int)o->t0, peak, zero, o->t_net_zero, trimmed(o->budget, 3), unit,
               o->t_budget);
    char *missing = history_gaps(h);
    if (*missing) report_say(s, REPORT_RESULT, REPORT_ALWAYS, "Years missing in the record: %s.", missing);
    free(missing);
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "These determine the decline, whose power is %.4f. With the same peak and dates, budgets between %.2f "
               "and %.2f %s can be met, ends excluded. The path stands at the last total in the middle of its year. "
               "Warming is caused by the CO2 of this path alone, by the transient climate response to cumulative "
               "emissions of the IPCC (0.45 C per 1000 Gt, likely 0.27 to 0.63).",
               c->power, c->low, c->high, unit);
    report_source_add(s, source);
    carbon_since(c, in, s);
    carbon_table(c, in, s);
    carbon_waypoints_report(c, in, s);
    carbon_world(s);
    report_source_add(s, row_source(in->table[CARBON], 0));
    for (size_t i = 0; i < c->waypoints; i++) report_source_add(s, row_source(in->table[CARBON_WAYPOINTS], i));
    carbon_figures(c, s);
}

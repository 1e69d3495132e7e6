/* Waypoints of the CO2 path: whether the budget can be met through them, and what the path without one would need. */
#include "carbon.h"
#include "../common/cells.h"

#include <math.h>
#include <stdlib.h>

/* The budget with which the path without a waypoint is there too; NaN where there is none. */
static double waypoint_needed(const carbon *c, double date, double target)
{
    double power, cumulative;
    skpi_carbon_path path = carbon_path(&c->terms, NULL);
    path.t_end = &date;
    if (skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_END, &target, &power, NULL) < 0) return (double)NAN;
    path = carbon_path(&c->terms, &power);
    if (skpi_carbon_path_value(&path, (int32_t)c->terms.t_net_zero, 1, NULL, &cumulative, NULL) < 0) return (double)NAN;
    return cumulative;
}

static void waypoint_compute(const carbon *c, const tables *in, carbon_waypoint *w, size_t date, size_t below)
{
    const csv *t = in->table[CARBON_WAYPOINTS];
    const double share = 1 - w->below;
    const cell cells[] = {cell_at("path->t_waypoint", t, w->row, date), cell_at("path->waypoint", t, w->row, below)};
    skpi_carbon_path path = carbon_path(&c->terms, NULL);
    path.t_waypoint = &w->date;
    path.waypoint = &share;
    cells_tell(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, &w->low, &w->high, NULL), 2, cells);
    const skpi_status s = skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &c->terms.budget, &w->power, NULL);
    w->met = s >= 0;
    w->then = (double)NAN;
    if (s < 0 && s != SKPI_EINFEASIBLE && s != SKPI_ENOTBINDING) cells_tell(s, 2, cells);
    if (!w->met) w->power = (double)NAN;
    path.power = &w->power;
    if (w->met) {
        const size_t n = c->years - c->history.n;
        w->total = program_memory(n, sizeof *w->total);
        cells_tell(skpi_carbon_path_total(&path, c->year[c->history.n].year, n, w->total, NULL), 2, cells);
        w->then = w->total[(int32_t)floor(w->date) - c->year[c->history.n].year];
    }
    w->needed = waypoint_needed(c, w->date, share * c->terms.e_peak);
}

void carbon_waypoints_compute(carbon *c, const tables *in)
{
    const csv *t = in->table[CARBON_WAYPOINTS];
    const size_t years = csv_column(t, "year"), below = csv_column(t, "below_peak");
    csv_column(t, "source");
    rows_subject(in, CARBON_WAYPOINTS);
    csv_unique(t, 2, (size_t[]){years, below});
    c->waypoints = csv_rows(t);
    c->waypoint = program_memory(c->waypoints, sizeof *c->waypoint);
    for (size_t i = 0; i < c->waypoints; i++) {
        carbon_waypoint *w = &c->waypoint[i];
        w->row = i;
        w->date = csv_year(t, i, years) + 0.5; /* the total of the year */
        w->below = csv_share(t, i, below);
        waypoint_compute(c, in, w, years, below);
    }
    c->plain_below = 1 - carbon_total(c, (int32_t)floor(c->waypoint[0].date)) / c->terms.e_peak;
}

enum { PLACE, PATH, YEAR, BELOW, TOTAL, LOW, HIGH, MET, POWER, NEEDED, UNIT, COLUMNS };

static void waypoint_say(const carbon *c, const carbon_waypoint *w, report_section *s)
{
    report *r = s->all;
    const char *unit = c->unit.name, *can = report_words(r, "%s to %s %s", number(w->low, 0), number(w->high, 0), unit),
               *plain = isnan(w->needed) ? "the plain path is never there"
                                         : report_words(r, "the plain path needs %s %s", number(w->needed, 0), unit);
    const char *first =
        report_words(r, "%s %% below the peak in %d", percent(w->below, REPORT_TRIMMED + 1), (int)floor(w->date));
    if (w->met)
        report_say(s, REPORT_RESULT, REPORT_ALWAYS, "%s: %s can be met, power %s; %s.", first, can, number(w->power, 2),
                   plain);
    else
        report_say(s, REPORT_RESULT, REPORT_ALWAYS, "%s: %s %s cannot be met, %s can; %s.", first,
                   trimmed(c->terms.budget, 3), unit, can, plain);
}

void carbon_waypoints_report(const carbon *c, const tables *in, report_section *s)
{
    if (!c->waypoints) return;
    report *r = s->all;
    const char *unit = c->unit.name;
    const int32_t year = (int32_t)floor(c->waypoint[0].date);
    report_column *column = report_memory(r, COLUMNS, sizeof *column);
    const report_column all[COLUMNS] = {
        [PLACE] = {.key = "place", .form = REPORT_TEXT},
        [PATH] = {.title = "path", .form = REPORT_TEXT},
        [YEAR] = {.key = "year", .form = REPORT_YEAR, .title = "year"},
        [BELOW] = {.key = "below_peak_percent", .title = "below peak, %", .decimals = 0},
        [TOTAL] = {.key = "co2", .title = report_words(r, "total, %s", unit), .decimals = 2},
        [LOW] = {.key = "budget_low", .decimals = 0},
        [HIGH] = {.key = "budget_high", .decimals = 0},
        [MET] = {.title = report_words(r, "can be met, %s", unit), .form = REPORT_RANGE, .low = LOW, .high = HIGH},
        [POWER] = {.key = "power", .title = "power", .decimals = 2},
        [NEEDED] = {.key = "budget_needed", .title = report_words(r, "plain path needs, %s", unit), .decimals = 0},
        [UNIT] = {.key = "co2_unit", .form = REPORT_TEXT},
    };
    for (size_t k = 0; k < COLUMNS; k++) column[k] = all[k];
    report_sheet *t = report_sheet_add(s, REPORT_FULL, "carbon_waypoints", "Waypoints", column, COLUMNS);
    for (size_t i = 0; i <= c->waypoints; i++) {
        const carbon_waypoint *w = i ? &c->waypoint[i - 1] : NULL;
        sheet_row(t, REPORT_ALWAYS);
        sheet_say(t, PLACE, "%s", in->place->key);
        sheet_say(t, PATH, "%s", w ? "waypoint" : "plain");
        sheet_put(t, YEAR, w ? floor(w->date) : year);
        sheet_put(t, BELOW, in_percent(w ? w->below : c->plain_below));
        sheet_put(t, TOTAL, w ? w->then : carbon_total(c, year));
        if (w && !w->met) sheet_say(t, TOTAL, "not met");
        sheet_put(t, LOW, w ? w->low : c->low);
        sheet_put(t, HIGH, w ? w->high : c->high);
        sheet_put(t, POWER, w ? w->power : c->power);
        sheet_put(t, NEEDED, w ? w->needed : c->terms.budget);
        sheet_say(t, UNIT, "%s", unit);
    }
    report_say(s, REPORT_RESULT, REPORT_ALWAYS,
               "Plain path: %s %% below its peak in %d; %s to %s %s can be met; power %s (1: straight).",
               percent(c->plain_below, 0), (int)year, number(c->low, 0), number(c->high, 0), unit, number(c->power, 2));
    for (size_t i = 0; i < c->waypoints; i++) waypoint_say(c, &c->waypoint[i], s);
}

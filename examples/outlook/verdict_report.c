/* The verdict in the report. */
#include "verdict.h"

#include <math.h>
#include <stdlib.h>

static const char *date_word(report *r, double year)
{
    return isnan(year) ? "-" : report_words(r, fabs(year) < 1e6 ? "%.0f" : "%.3g", year);
}

static void peak_report(const verdict *v, report_section *s)
{
    const char *unit = v->unit.name;
    report_say(s, REPORT_RESULT, REPORT_ALWAYS, "CO2 from energy: %s; the largest value of %d to %d is %s %s in %d%s.",
               peak_word(v->peaked), (int)v->first_year, (int)v->last_year, number(v->peak, 0), unit, (int)v->peak_year,
               v->since ? "" : ", the last year");
    if (v->since)
        report_say(s, REPORT_RESULT, REPORT_FULL,
                   "In the %d years since then Mann-Kendall's p is %s, Sen's slope %s %s per year, and the last value "
                   "differs from the maximum by %s %%.",
                   (int)v->since, chance_word(v->p), isnan(v->slope) ? "unknown" : signed_number(v->slope, 1), unit,
                   signed_number(100 * v->below, 1));
    report_say(s, REPORT_RESULT, REPORT_FULL,
               "A country has peaked if its maximum is at least five years old and the years since fall significantly "
               "(p < 0.05). In the last %d years Sen's slope is %s %s per year, p %s.",
               (int)v->window, signed_number(v->recent_slope, 1), unit, chance_word(v->recent_p));
    if (v->peak_before > v->last_year)
        report_say(s, REPORT_RESULT, REPORT_FULL,
                   "The goal is a peak before %d, so that the maximum may be as late as %d. The last figure is that of "
                   "%d; it does not say what comes later.",
                   (int)v->peak_before, (int)v->peak_before - 1, (int)v->last_year);
    else if (v->peak_before)
        report_say(s, REPORT_RESULT, REPORT_FULL,
                   "The goal was a peak before %d, and that year is over; the maximum was in %d.", (int)v->peak_before,
                   (int)v->peak_year);
}

enum { TRACK_NAME, REQUIRED, BY_WINDOW, BY_HALF, TRACK_COLUMNS };

static void track_row(report_sheet *t, enum report_depth depth, const char *name, const char *required, const char *a,
                      const char *b)
{
    sheet_row(t, depth);
    sheet_say(t, TRACK_NAME, "%s", name);
    sheet_say(t, REQUIRED, "%s", required);
    sheet_say(t, BY_WINDOW, "%s", a);
    sheet_say(t, BY_HALF, "%s", b);
}

static void track_report(const verdict *v, report_section *s)
{
    report *r = s->all;
    const track *a = &v->by_gdp[0], *b = &v->by_gdp[1];
    report_column *column = report_memory(r, TRACK_COLUMNS, sizeof *column);
    column[TRACK_NAME] =
        (report_column){.title = report_words(r, "CO2 per GDP, g per %s", v->money_words), .form = REPORT_TEXT};
    column[REQUIRED] = (report_column){.title = "required"};
    column[BY_WINDOW] =
        (report_column){.title = report_words(r, "%d-%d", (int)(v->last_year - a->used + 1), (int)v->last_year)};
    column[BY_HALF] =
        (report_column){.title = report_words(r, "%d-%d", (int)(v->last_year - b->used + 1), (int)v->last_year)};
    report_sheet *t = report_sheet_add(s, REPORT_ALWAYS, NULL, NULL, column, TRACK_COLUMNS);
    track_row(t, REPORT_ALWAYS, "annual cut, %", a->required > 0 ? percent(a->required_compound, 2) : "none",
              percent(a->achieved_compound, 2), percent(b->achieved_compound, 2));
    track_row(t, REPORT_ALWAYS, "goal reached at this rate", "", date_word(r, a->crossing_compound),
              date_word(r, b->crossing_compound));
    track_row(t, REPORT_FULL, "achieved/required, %", "", number(a->ratio_compound, 3), number(b->ratio_compound, 3));
    track_row(t, REPORT_FULL, "annual cut, g", number(a->required, 2), number(a->achieved, 2), number(b->achieved, 2));
    track_row(t, REPORT_FULL, "goal reached at this cut in g", "", date_word(r, a->crossing),
              date_word(r, b->crossing));
    track_row(t, REPORT_FULL, "achieved/required, g", "", number(a->ratio, 3), number(b->ratio, 3));
    track_row(t, REPORT_FULL, "overshoot until the goal, g x years", "", number(a->overshoot, 1),
              number(b->overshoot, 1));
    track_row(t, REPORT_FULL, "verdict", "", track_word(a->verdict), track_word(b->verdict));
    report_say(
        s, REPORT_METHOD, REPORT_FULL,
        "A goal is on track if at least 95 %% of the required annual cut, in per cent, is achieved. The overshoot is "
        "that of the cuts in g, measured against the straight line from the last year to the goal.");
}

static void goal_report(const verdict *v, report_section *s)
{
    const char *unit = v->unit.name;
    report_say(s, REPORT_RESULT, REPORT_ALWAYS,
               "The goal for %d is %s: CO2 per GDP %s %% below %d; in %d it was %s %% below.", (int)v->target_year,
               track_word(v->by_gdp[0].verdict), trimmed(100 * v->cut, 3), (int)v->base_year, (int)v->last_year,
               percent(v->done, 1));
    track_report(v, s);
    report_say(
        s, REPORT_RESULT, REPORT_FULL,
        "The goal is %s g per %s; in %d it was %s g. The target path has a constant annual cut from %d on. Since %d "
        "the cut was %s %% per year. From %d to %d, emissions were %s %s of CO2 %s than on the target path.",
        number(v->target, 1), v->money_words, (int)v->last_year,
        number(v->row[v->last_year - v->first_year].intensity, 1), (int)v->base_year, (int)v->base_year,
        percent(v->cut_so_far, 2), (int)v->base_year, (int)v->last_year, number(fabs(v->beyond), 0), unit,
        v->beyond < 0 ? "less" : "more");
    if (isnan(v->allowed)) return;
    report_say(s, REPORT_RESULT, REPORT_ALWAYS,
               "With GDP %s %% a year (assumed) it allows %s %s in %d; above %s %% a year CO2 may rise.",
               signed_number(100 * v->growth, REPORT_TRIMMED + 3), number(v->allowed, 0), unit, (int)v->target_year,
               signed_number(100 * v->flat_growth, 2));
    report_say(s, REPORT_RESULT, REPORT_FULL,
               "A goal for CO2 per GDP does not limit CO2, which may rise although the goal is met.");
}

static void allowance_report(const verdict *v, const tables *in, report_section *s)
{
    const csv *t = in->table[CARBON_GOALS];
    const size_t name = csv_optional(t, "name");
    for (size_t i = 0; i < v->allowances; i++) {
        const allowance *a = &v->allowance[i];
        const char *words = csv_raw(t, a->row, name);
        report_say(s, REPORT_RESULT, REPORT_ALWAYS,
                   "%s, %s %% on %d by %d: CO2 may be %s %% on %d (GDP %s %% a year assumed).",
                   *words ? words : "The next goal", signed_number(-100 * a->cut, REPORT_TRIMMED + 3),
                   (int)a->base_year, (int)a->target_year, signed_number(100 * a->change, 1), (int)a->base_year,
                   signed_number(100 * a->growth, REPORT_TRIMMED + 3));
        report_say(s, REPORT_RESULT, REPORT_FULL, "CO2 per GDP of %d is not known here: no progress is told.",
                   (int)a->base_year);
        report_source_add(s, row_source(t, a->row));
    }
}

static void path_report(const verdict *v, const carbon *path, report_section *s)
{
    const track *a = &v->by_path;
    if (isnan(v->path_then)) return;
    const char *unit = path->unit.name;
    report_say(s, REPORT_RESULT, REPORT_FULL,
               "The CO2 path (assumed; its figures are not those of this section) has %.4g %s in %d: from %.0f on %s "
               "%.3g %s per year. By the trend of the last %d years CO2 %s by %.3g %s per year; if this continues, "
               "emissions to %d are %.3g %s %s than on the straight line to that level.",
               v->path_then, unit, (int)v->target_year, floor(path->terms.t0),
               a->required < 0 ? "a rise of no more than" : "a cut of", fabs(a->required), unit, (int)a->used,
               a->achieved < 0 ? "rose" : "fell", fabs(a->achieved), unit, (int)v->target_year, fabs(a->overshoot),
               unit, a->overshoot < 0 ? "less" : "more");
    if (!(v->path_growth > 0)) return;
    report_say(s, REPORT_RESULT, REPORT_FULL,
               "If CO2 from energy changes as that path does, the goal per GDP is met only if GDP grows by %s %% per "
               "year or more.",
               percent(v->path_growth, 2));
}

void verdict_report(const verdict *v, const tables *in, const carbon *path, report_section *s)
{
    s->picture = "verdict";
    peak_report(v, s);
    goal_report(v, s);
    allowance_report(v, in, s);
    if (path) path_report(v, path, s);
    verdict_years(v, in, s);
    why_report(v, s);
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "CO2 from energy excludes cement and is therefore less than on the CO2 path; the two are not combined.");
    const csv *kaya_table = in->table[CARBON_KAYA];
    for (size_t i = 0; i < csv_rows(kaya_table); i++) report_source_add(s, row_source(kaya_table, i));
    report_source_add(s, row_source(in->table[CARBON_GOALS], 0));
    verdict_figures(v, s);
}

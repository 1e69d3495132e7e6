/* The urban share in the report. */
#include "urban.h"

#include <math.h>
#include <string.h>

enum { PLACE, YEAR, SHARE, LOW, HIGH, RANGE, RECURSION, CONVERGING, URBAN, RURAL, PEOPLE, KIND, SHOWN, NOTE, COLUMNS };
static const report_column urban_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [YEAR] = {.key = "year", .title = "year", .form = REPORT_YEAR},
    [SHARE] = {.key = "share_percent", .title = "cautious %", .decimals = 1},
    [LOW] = {.key = "low_percent", .decimals = 1},
    [HIGH] = {.key = "high_percent", .decimals = 1},
    [RANGE] = {.title = "80 % range", .form = REPORT_RANGE, .decimals = 1, .low = LOW, .high = HIGH},
    [RECURSION] = {.key = "recursion_percent", .title = "recursion", .decimals = 1},
    [CONVERGING] = {.key = "converging_percent", .title = "converging", .decimals = 1},
    [URBAN] = {.key = "urban_thousand", .title = "urban, thousand", .decimals = 0},
    [RURAL] = {.key = "rural_thousand", .title = "rural, thousand", .decimals = 0},
    [PEOPLE] = {.key = "population_kind", .form = REPORT_TEXT},
    [KIND] = {.key = "kind", .form = REPORT_TEXT}, /* of the share */
    [SHOWN] = {.title = "kind", .form = REPORT_TEXT},
    [NOTE] = {.key = "note", .title = "note", .form = REPORT_TEXT, .depth = REPORT_FULL},
};

static void urban_table(const urban *u, const tables *in, report_section *s)
{
    report_sheet *t = report_sheet_add(s, REPORT_ALWAYS, "urban", NULL, urban_column, COLUMNS);
    const int32_t end = u->year[u->years - 1].year;
    for (size_t i = 0; i < u->years; i++) {
        const urban_year *y = &u->year[i];
        sheet_row(t, y->year == u->last || (!y->observed && (y->year % 10 == 0 || y->year == end)) ? REPORT_ALWAYS
                                                                                                   : REPORT_FULL);
        sheet_say(t, PLACE, "%s", in->place->key);
        sheet_put(t, YEAR, y->year);
        sheet_put(t, SHARE, in_percent(y->share));
        sheet_put(t, LOW, in_percent(y->low));
        sheet_put(t, HIGH, in_percent(y->high));
        sheet_put(t, RECURSION, in_percent(y->recursion));
        sheet_put(t, CONVERGING, in_percent(y->converging));
        sheet_put(t, URBAN, y->urban);
        sheet_put(t, RURAL, y->rural);
        sheet_say(t, PEOPLE, "%s", y->people);
        sheet_say(t, KIND, "%s", y->observed ? "observed" : "projected");
        sheet_say(t, SHOWN, "%s",
                  !y->observed                                    ? "projected"
                  : !*y->people || !strcmp(y->people, "observed") ? "observed"
                                                                  : "share only");
        sheet_say(t, NOTE, "%s", y->beyond ? "range beyond its calibrated horizon" : "");
    }
}

/* Observed shares whose population is none that was observed. */
static void urban_people(const urban *u, report_section *s)
{
    const char *list = "", *kind = "";
    for (size_t i = 0; i < u->years; i++) {
        const urban_year *y = &u->year[i];
        if (!y->observed || !*y->people || !strcmp(y->people, "observed")) continue;
        list = report_words(s->all, "%s%s%d%s%s", list, *list ? ", " : "", (int)y->year,
                            strcmp(kind, y->people) ? " " : "", strcmp(kind, y->people) ? y->people : "");
        kind = y->people;
    }
    if (*list) report_say(s, REPORT_RESULT, REPORT_ALWAYS, "The share is observed, its population not: %s.", list);
}

enum { PUBLISHED_PLACE, PUBLISHED_REVISION, PUBLISHED_YEAR, PUBLISHED_SHARE, PUBLISHED_SOURCE, PUBLISHED_COLUMNS };
static const report_column published_column[PUBLISHED_COLUMNS] = {
    [PUBLISHED_PLACE] = {.key = "place", .form = REPORT_TEXT},
    [PUBLISHED_REVISION] = {.key = "revision", .title = "revision", .form = REPORT_TEXT},
    [PUBLISHED_YEAR] = {.key = "year", .title = "year", .form = REPORT_YEAR},
    [PUBLISHED_SHARE] = {.key = "share_percent", .title = "urban %", .decimals = REPORT_TRIMMED + 3},
    [PUBLISHED_SOURCE] = {.key = "source", .form = REPORT_TEXT},
};

/* What is published for the years of the projection, by revision. */
static void urban_published(const urban *u, const tables *in, report_section *s)
{
    const csv *t = in->table[URBAN_PUBLISHED];
    if (!table_given(in, URBAN_PUBLISHED)) return;
    const size_t revision = csv_column(t, "revision"), year = csv_column(t, "year"), share = csv_column(t, "share");
    const size_t places = csv_optional(t, "place"), key[] = {revision, year};
    const int32_t end = u->year[u->years - 1].year;
    const char *list = "";
    csv_unique(t, 2, key);
    report_sheet *sheet = report_sheet_add(s, REPORT_FULL, "urban_published", "Published projections", published_column,
                                           PUBLISHED_COLUMNS);
    for (size_t i = 0; i < csv_rows(t); i++) {
        if (!csv_missing(t, i, places)) row_subject(in, URBAN_PUBLISHED, i, places);
        sheet_row(sheet, REPORT_ALWAYS);
        sheet_say(sheet, PUBLISHED_PLACE, "%s", in->place->key);
        sheet_say(sheet, PUBLISHED_REVISION, "%s", csv_raw(t, i, revision));
        sheet_put(sheet, PUBLISHED_YEAR, csv_year(t, i, year));
        sheet_put(sheet, PUBLISHED_SHARE, in_percent(csv_share(t, i, share)));
        sheet_say(sheet, PUBLISHED_SOURCE, "%s", row_source(t, i));
        report_source_add(s, row_source(t, i));
        if (csv_year(t, i, year) == end)
            list = report_words(s->all, "%s%s%s %% (%s)", list, *list ? ", " : "", percent(csv_share(t, i, share), 1),
                                csv_raw(t, i, revision));
    }
    if (*list) report_say(s, REPORT_RESULT, REPORT_ALWAYS, "Published for %d: %s.", (int)end, list);
}

static void urban_headline(const urban *u, const tables *in, report_section *s)
{
    report *r = s->all;
    const urban_year *y = &u->year[u->years - 1];
    const char *source = row_source(u->history.table, u->history.row[u->history.n - 1]);
    report_headline_add(
        s, (report_headline){
               .figure = report_words(r, "%s %%", percent(y->share, 1)),
               .what = report_words(r,
                                    "urban share of %s in %d, %s definition, cautious method: the mean of the "
                                    "two that stand beside it below",
                                    in->place->name, (int)y->year, u->definition),
               .kind = "projected",
               .range = isnan(y->low) ? "none: the share stays at its end"
                                      : report_words(r, "%s to %s %% (80 %%)", percent(y->low, 1), percent(y->high, 1)),
               .source = report_words(r, "from %s %% in %d, %s", percent(u->last_share, 1), (int)u->last, source)});
    report_source_add(s, source);
    if (u->population.n) report_source_add(s, row_source(u->population.table, u->population.row[0]));
}

static void urban_figures(const urban *u, report_section *s)
{
    report_figure_text(s, "urban_definition", u->definition);
    report_figure_add(s, "urban_first_year", u->year[0].year);
    report_figure_add(s, "urban_last_year", u->last);
    report_figure_add(s, "urban_end_year", u->year[u->years - 1].year);
    report_figure_add(s, "urban_others", (double)u->others);
}

void urban_report(const urban *u, const tables *in, report_section *s)
{
    s->picture = "urban";
    urban_headline(u, in, s);
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "The cautious method is the mean of the recursion of the UN's revisions to 2018 and of the converging "
               "method, by which the growth of the logit moves to what is usual of all countries. Compare it with "
               "nothing of another definition.");
    if (u->weak)
        report_say(s, REPORT_RESULT, REPORT_ALWAYS,
                   "The record is short (less than four years), or faster than the method allows: its growth is taken "
                   "from other countries or limited, and the projection is weak.");
    if (strcmp(u->definition, "national"))
        report_say(
            s, REPORT_METHOD, REPORT_ALWAYS,
            "The methods and the range were made for national definitions; they have not been tested for this one.");
    report_say(s, REPORT_RESULT, REPORT_ALWAYS,
               "Recursion: the UN's method to 2018. Converging: growth moves to what is usual. Cautious: their mean.");
    urban_table(u, in, s);
    urban_people(u, s);
    urban_published(u, in, s);
    urban_others_report(u, in, s);
    urban_past_report(u, in, s);
    report_say(s, REPORT_METHOD, REPORT_ALWAYS,
               "Ranges that allow for revisions of the record held 75 to 92 %% of later values; others held 58 %% of "
               "118 countries, 88 %% where the record was not revised.");
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "The 80 %% range comes from errors of forecasts that were made from one revision of the record and "
               "compared with a later one: revisions of 2003, 2011, 2014 and 2018, none later. How well it holds "
               "depends on the next revision: such ranges held 75 to 92 %% of later values, and 51 %% of those of a "
               "revision that was left out of them. Ranges from errors within one record hold where the record is not "
               "revised: of the values of 2020 they held 58 %% of 118 countries, and 88 %% where the record was not "
               "revised. The range of a year beyond its calibrated horizon is extrapolated. Weighted by population no "
               "method is proved to be better than the recursion, and sudden accelerations are missed by all.");
    urban_figures(u, s);
}

/* Effects of an investment in the report. */
#include "investment.h"

#include <math.h>
#include <string.h>

enum {
    PLACE,
    NAME,
    YEAR,
    TABLE,
    SECTOR,
    SECTOR_NAME,
    DIGITAL_SECTOR,
    BOUGHT,
    OUTPUT,
    VALUE,
    CURRENCY,
    JOBS,
    KIND,
    SOURCE,
    COLUMNS
};
static const report_column impact_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [NAME] = {.key = "name", .form = REPORT_TEXT},
    [YEAR] = {.key = "year", .form = REPORT_YEAR},
    [TABLE] = {.key = "table", .form = REPORT_TEXT},
    [SECTOR] = {.key = "sector", .form = REPORT_TEXT},
    [SECTOR_NAME] = {.key = "sector_name", .title = "sector", .form = REPORT_TEXT},
    [DIGITAL_SECTOR] = {.key = "digital"},
    [BOUGHT] = {.key = "bought_bn", .title = "bought", .decimals = 2},
    [OUTPUT] = {.key = "output_bn", .title = "output", .decimals = 2},
    [VALUE] = {.key = "value_added_bn", .title = "value added", .decimals = 2},
    [CURRENCY] = {.key = "currency", .form = REPORT_TEXT},
    [JOBS] = {.key = "jobs_percent", .title = "% of jobs", .decimals = 1},
    [KIND] = {.key = "kind", .form = REPORT_TEXT},
    [SOURCE] = {.key = "source", .form = REPORT_TEXT},
};

static const char *bound_words(const investment *v)
{
    return !strcmp(v->bound, "at_least") ? "at least " : !strcmp(v->bound, "about") ? "about " : "";
}

static void investment_say(const tables *in, report_section *s, const investment *v)
{
    report *r = s->all;
    const char *projects = "", *gdp = "";
    if (!isnan(v->projects)) projects = report_words(r, " in %s%s projects", bound_words(v), trimmed(v->projects, 0));
    if (!isnan(v->gdp))
        gdp = report_words(r, ", %s %% of the GDP of %s bn", percent(v->bn / v->gdp, 2), trimmed(v->gdp, 3));
    report_say(s, REPORT_RESULT, REPORT_ALWAYS, "%s, %d: %s bn %s%s%s.", v->place->name, (int)v->year,
               trimmed(v->bn, 3), v->currency, projects, gdp);
    report_source_add(s, row_source(in->table[INVESTMENT], v->row));
}

static void impact_rows(const investments *all, const tables *in, report_section *s, const investment *v,
                        const io_table *t, const impact *m)
{
    const csv *sectors = in->table[IO_SECTORS];
    const char *title = report_words(s->all, "By the table of %s, bn %s (assumed)", t->name, v->currency);
    report_sheet *sheet = report_sheet_add(s, REPORT_FULL, "impact", title, impact_column, COLUMNS);
    sheet->late = 1;
    for (size_t i = 0; i < t->n; i++) {
        const size_t row = t->first + i;
        const int digital = !strcmp(csv_raw(sectors, row, all->columns.digital), "1");
        sheet_row(sheet, REPORT_ALWAYS);
        sheet_say(sheet, PLACE, "%s", v->place->key);
        sheet_say(sheet, NAME, "%s", v->place->name);
        sheet_put(sheet, YEAR, v->year);
        sheet_say(sheet, TABLE, "%s", t->name);
        sheet_say(sheet, SECTOR, "%s", csv_raw(sectors, row, all->columns.sector));
        sheet_say(sheet, SECTOR_NAME, "%s", csv_raw(sectors, row, all->columns.name));
        sheet_put(sheet, DIGITAL_SECTOR, digital);
        sheet_put(sheet, BOUGHT, m->bought[i]);
        sheet_put(sheet, OUTPUT, m->output[i]);
        sheet_put(sheet, VALUE, t->knows_value ? m->value[i] : (double)NAN);
        sheet_say(sheet, CURRENCY, "%s", v->currency);
        sheet_put(sheet, JOBS, t->knows_jobs ? 100 * m->jobs[i] / m->all_jobs : (double)NAN);
        sheet_say(sheet, KIND, "assumed");
        sheet_say(sheet, SOURCE, "%s", row_source(sectors, row));
        report_source_add(s, row_source(sectors, row));
    }
}

static void impact_say(report_section *s, enum report_depth depth, const investment *v, const io_table *t,
                       const impact *m)
{
    report *r = s->all;
    const char *value = "", *jobs = "";
    if (t->knows_value) {
        const char *gdp = isnan(v->gdp) ? "" : report_words(r, ", %s %% of the GDP", percent(m->all_value / v->gdp, 2));
        value = report_words(r, ", value added %s bn%s", number(m->all_value, 1), gdp);
    }
    if (t->knows_jobs)
        jobs =
            report_words(r, "; for every 100 jobs at the firms that sell to the projects, %s more at their suppliers",
                         number(100 * (m->all_jobs / m->direct_jobs - 1), 0));
    report_say(s, REPORT_RESULT, depth, "By the structure of %s (assumed): output %s bn%s%s.", t->name,
               number(m->all_output, 1), value, jobs);
}

static void digital_say(report_section *s, const io_table *t, const impact *m)
{
    if (t->knows_value)
        report_say(s, REPORT_RESULT, REPORT_FULL,
                   "By the structure of %s, %s %% of the value added are in digital sectors.", t->name,
                   percent(m->digital_value / m->all_value, 0));
}

/* For the picture: the investment of the first row through the first table. */
static void investment_figures(const investments *all, report_section *s)
{
    const investment *v = &all->row[0];
    const impact *m = &all->impact[0];
    report_figure_add(s, "investment_rows", (double)all->io[0].n);
    report_figure_text(s, "investment_place", v->place->name);
    report_figure_text(s, "investment_place_local", v->place->name_local);
    report_figure_add(s, "investment_year", v->year);
    report_figure_text(s, "investment_table", all->io[0].name);
    report_figure_text(s, "investment_currency", v->currency);
    report_figure_add(s, "investment_bn", v->bn);
    report_figure_add(s, "investment_gdp_bn", v->gdp);
    report_figure_add(s, "investment_output_bn", m->all_output);
    report_figure_add(s, "investment_value_bn", all->io[0].knows_value ? m->all_value : (double)NAN);
}

void investments_report(const investments *all, const tables *in, report_section *s)
{
    s->picture = "impact";
    for (size_t i = 0; i < all->rows; i++) {
        const investment *v = &all->row[i];
        investment_say(in, s, v);
        for (size_t k = 0; k < all->ios; k++)
            impact_say(s, k ? REPORT_FULL : REPORT_ALWAYS, v, &all->io[k], &all->impact[i * all->ios + k]);
        for (size_t k = 0; k < all->ios; k++) impact_rows(all, in, s, v, &all->io[k], &all->impact[i * all->ios + k]);
        for (size_t k = 0; k < all->ios; k++) digital_say(s, &all->io[k], &all->impact[i * all->ios + k]);
    }
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "No table of the city is published: tables of other economies, and what the projects buy, are assumed. "
               "Gross effects of money that is spent once at home.");
    report_say(
        s, REPORT_METHOD, REPORT_FULL,
        "These are effects in the sectors from which the projects buy and in their suppliers. The whole sum is assumed "
        "to be spent on domestic products; imported servers, land and wages of the projects' own staff would reduce "
        "the effects. Suppliers need not be in the city. Nothing is displaced, and no income is spent again. Output "
        "counts deliveries between sectors several times; only value added can be compared with GDP. Jobs are given as "
        "a ratio and not as a number, because output per person differs too much between economies.");
    investment_figures(all, s);
}

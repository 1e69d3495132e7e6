/* Urban shares of another publisher, dated by the day, beside the projection. */
#include "urban.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* "2023-12-31" on the scale of the record, whose years are the middles of years: 2023.5. */
static double other_date(const csv *t, size_t row, size_t column)
{
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    const char *text = csv_text(t, row, column);
    int y = 0, m = 0, d = 0, used = 0;
    if (sscanf(text, "%4d-%2d-%2d%n", &y, &m, &d, &used) != 3 || text[used] || used != 10 || y < 1500 || y > 2400 ||
        m < 1 || m > 12 || d < 1 || d > before[m] - before[m - 1] + (m == 2))
        csv_fail(t, row, column, "date \"%s\" is not a day: 2023-12-31 is needed", text);
    return y + (before[m - 1] + d) / 365.0 - 0.5;
}

static double logit(double p) { return log(p / (1 - p)); }

/* A member of the years at a date between two of them, on a straight line of the logit. */
static double other_between(double a, double b, double part)
{
    if (!(a > 0 && a < 1 && b > 0 && b < 1)) return a + (b - a) * part;
    return 1 / (1 + exp(-(logit(a) + (logit(b) - logit(a)) * part)));
}

static void other_compare(const urban *u, urban_other *o)
{
    o->projected = o->low = o->high = (double)NAN;
    for (size_t i = u->history.n; i < u->years; i++) {
        const urban_year *before = &u->year[i - 1], *after = &u->year[i];
        if (!(o->date > before->year && o->date <= after->year)) continue;
        const double part = o->date - before->year;
        o->projected = other_between(before->share, after->share, part);
        o->low = other_between(before->observed ? before->share : before->low, after->low, part);
        o->high = other_between(before->observed ? before->share : before->high, after->high, part);
    }
}

void urban_others_compute(urban *u, const tables *in)
{
    const csv *t = in->table[URBAN_OBSERVED];
    const size_t date = csv_column(t, "date"), share = csv_column(t, "share");
    csv_column(t, "source");
    rows_subject(in, URBAN_OBSERVED);
    u->others = csv_rows(t);
    u->other = program_memory(u->others, sizeof *u->other);
    for (size_t i = 0; i < u->others; i++) {
        urban_other *o = &u->other[i];
        o->row = i;
        o->date = other_date(t, i, date);
        o->share = csv_share(t, i, share);
        if (i && o->date <= o[-1].date) csv_fail(t, i, date, "the day does not come after that of the row before");
        other_compare(u, o);
        const size_t near = history_find(&u->history, (int32_t)floor(o->date + 0.5));
        const double record = near < u->history.n ? u->history.value[near] : o->projected;
        if (fabs(o->share - record) > 0.2)
            csv_fail(t, i, share, "%g where the record of %s has %.4g: another definition, or a slip?", o->share,
                     csv_name(u->history.table), record);
    }
}

enum { PLACE, DATE, YEAR, SHARE, PROJECTED, LOW, HIGH, RANGE, INSIDE, SOURCE, COLUMNS };
static const report_column other_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [DATE] = {.key = "date", .title = "day", .form = REPORT_TEXT},
    [YEAR] = {.key = "decimal_year", .decimals = 2},
    [SHARE] = {.key = "share_percent", .title = "published %", .decimals = 2},
    [PROJECTED] = {.key = "projected_percent", .title = "projected %", .decimals = 1},
    [LOW] = {.key = "low_percent", .decimals = 1},
    [HIGH] = {.key = "high_percent", .decimals = 1},
    [RANGE] = {.title = "80 % range", .form = REPORT_RANGE, .decimals = 1, .low = LOW, .high = HIGH},
    [INSIDE] = {.key = "inside", .title = "inside", .form = REPORT_TEXT},
    [SOURCE] = {.key = "source", .form = REPORT_TEXT},
};

/* Decimals of a percentage whose share is written with these. */
static int other_decimals(const char *share)
{
    const char *point = strchr(share, '.');
    const size_t n = point ? strspn(point + 1, "0123456789") : 0;
    return n < 2 ? 0 : n > 6 ? 4 : (int)n - 2;
}

void urban_others_report(const urban *u, const tables *in, report_section *s)
{
    if (!u->others) return;
    const csv *t = in->table[URBAN_OBSERVED];
    const size_t date = csv_column(t, "date"), share = csv_column(t, "share");
    size_t after = 0, inside = 0;
    report_sheet *sheet =
        report_sheet_add(s, REPORT_FULL, "urban_observed", "Published since, by others", other_column, COLUMNS);
    const char *list = "";
    for (size_t i = 0; i < u->others; i++) {
        const urban_other *o = &u->other[i];
        const int known = !isnan(o->projected), in_range = known && o->share >= o->low && o->share <= o->high;
        sheet_row(sheet, REPORT_ALWAYS);
        sheet_say(sheet, PLACE, "%s", in->place->key);
        sheet_say(sheet, DATE, "%s", csv_raw(t, i, date));
        sheet_put(sheet, YEAR, o->date);
        const int decimals = other_decimals(csv_raw(t, i, share));
        sheet_put_digits(sheet, SHARE, in_percent(o->share), decimals);
        sheet_put(sheet, PROJECTED, in_percent(o->projected));
        sheet_put(sheet, LOW, in_percent(o->low));
        sheet_put(sheet, HIGH, in_percent(o->high));
        sheet_say(sheet, INSIDE, "%s", !known ? "" : in_range ? "yes" : "no");
        sheet_say(sheet, SOURCE, "%s", row_source(t, i));
        report_source_add(s, row_source(t, i));
        if (!known || o->date < u->last + 1) continue;
        after++;
        inside += (size_t)in_range;
        list = report_words(s->all, "%s%s%s %% (%s)", list, *list ? ", " : "", percent(o->share, decimals),
                            csv_raw(t, i, date));
    }
    if (after)
        report_say(s, REPORT_RESULT, REPORT_ALWAYS, "Since: %s; %s the 80 %% range.", list,
                   inside == after ? "inside"
                   : inside        ? report_words(s->all, "%zu of %zu inside", inside, after)
                                   : "outside");
}

/* The digital economy in the report. */
#include "digital.h"

#include <math.h>
#include <string.h>

enum {
    PLACE,
    NAME,
    NAME_LOCAL,
    YEAR,
    LABEL,
    SCOPE,
    STATUS,
    SHARE,
    SHOWN,
    BOUND,
    LOW,
    HIGH,
    VALUE,
    GDP_BN,
    CURRENCY,
    VINTAGE,
    HOW,
    KIND,
    SOURCE,
    COLUMNS
};
static const report_column digital_column[COLUMNS] = {
    [PLACE] = {.key = "place", .form = REPORT_TEXT},
    [NAME] = {.key = "name", .title = "place", .form = REPORT_TEXT},
    [NAME_LOCAL] = {.key = "name_local", .form = REPORT_TEXT},
    [YEAR] = {.key = "year", .title = "year", .form = REPORT_YEAR},
    [LABEL] = {.key = "label", .title = "definition", .form = REPORT_TEXT},
    [SCOPE] = {.key = "scope", .title = "counts", .form = REPORT_TEXT},
    [STATUS] = {.key = "status", .form = REPORT_TEXT},
    [SHARE] = {.key = "share_percent", .title = "% of GDP", .decimals = 3},
    [SHOWN] = {.key = "shown", .form = REPORT_TEXT},
    [BOUND] = {.key = "bound", .form = REPORT_TEXT},
    [LOW] = {.key = "low_percent", .decimals = 3},
    [HIGH] = {.key = "high_percent", .decimals = 3},
    [VALUE] = {.key = "value_bn", .title = "bn", .decimals = REPORT_TRIMMED + 2},
    [GDP_BN] = {.key = "gdp_bn", .title = "GDP, bn", .decimals = REPORT_TRIMMED + 2, .depth = REPORT_FULL},
    [CURRENCY] = {.key = "currency", .form = REPORT_TEXT},
    [VINTAGE] = {.key = "gdp_vintage", .form = REPORT_TEXT},
    [HOW] = {.title = "how", .form = REPORT_TEXT},
    [KIND] = {.key = "kind", .form = REPORT_TEXT},
    [SOURCE] = {.key = "source", .form = REPORT_TEXT},
};

static const char *bound_words(const char *bound)
{
    return !strcmp(bound, "at_least") ? "at least " : !strcmp(bound, "about") ? "about " : "";
}

/* A share with no more digits than its figures bear. */
static const char *share_words(report *r, const digital_row *d)
{
    const int whole = d->share >= 0.1 ? 2 : d->share >= 0.01 ? 1 : 0;
    const int known = *d->bound ? whole < 2 : d->digits - whole, decimals = known < 0 ? 0 : known < 3 ? known : 3;
    const double unit = decimals ? 1e-3 : 1e-2; /* of a bound */
    if (isnan(digital_best_share(d))) return "-";
    if (isnan(d->share)) return report_words(r, "%s%s", bound_words(d->bound), trimmed(100 * d->published, 3));
    const double share = strcmp(d->bound, "at_least") != 0 ? d->share : floor(d->share / unit * (1 + 1e-12)) * unit;
    return report_words(r, "%s%s", bound_words(d->bound),
                        percent(share, decimals)); /* a lower bound is not rounded up */
}

/* 1: a later row of the place has the same definition, or is more than two years younger. */
static int row_superseded(const digital *all, const digital_row *d)
{
    for (size_t i = 0; i < all->rows; i++)
        if (all->row[i].place == d->place && all->row[i].year > d->year &&
            (!strcmp(all->row[i].label, d->label) || all->row[i].year > d->year + 2))
            return 1;
    return 0;
}

static void row_put(report_sheet *t, const tables *in, const digital_row *d, int mixed, enum report_depth depth)
{
    sheet_row(t, depth);
    sheet_say(t, PLACE, "%s", d->place->key);
    sheet_say(t, NAME, "%s", d->place->name);
    sheet_say(t, NAME_LOCAL, "%s", d->place->name_local);
    sheet_put(t, YEAR, d->year);
    sheet_say(t, LABEL, "%s", d->label);
    sheet_say(t, SCOPE, "%s", d->scope);
    sheet_say(t, STATUS, "%s", mixed ? "mixed vintages, do not use" : isnan(d->share) ? "published" : "computed");
    sheet_put(t, SHARE, in_percent(mixed ? d->mixed_share : digital_best_share(d)));
    if (!mixed) sheet_say(t, SHARE, "%s", share_words(t->section->all, d));
    sheet_say(t, SHOWN, "%s", mixed ? percent(d->mixed_share, 3) : share_words(t->section->all, d));
    sheet_say(t, BOUND, "%s", d->bound);
    sheet_put(t, LOW, in_percent(d->low));
    sheet_put(t, HIGH, in_percent(d->high));
    sheet_put(t, VALUE, d->value);
    if (!isnan(d->value)) sheet_say(t, VALUE, "%s %s", trimmed(d->value, 2), d->currency);
    sheet_put(t, GDP_BN, mixed ? d->mixed_gdp : d->gdp);
    sheet_say(t, CURRENCY, "%s", isnan(d->value) ? "" : d->currency);
    sheet_say(t, VINTAGE, "%s", mixed ? d->mixed_vintage : isnan(d->share) ? "" : d->vintage);
    if (mixed)
        sheet_say(t, HOW, "mixed vintages, do not use");
    else if (isnan(d->share))
        sheet_say(t, HOW, isnan(d->published) ? "no GDP" : "published");
    else
        sheet_say(t, HOW, "over %s%sGDP", d->vintage, *d->vintage ? " " : "");
    sheet_say(t, KIND, "observed");
    sheet_say(t, SOURCE, "%s", row_source(in->table[DIGITAL], d->row));
}

static void refusal_say(report_section *s, const digital_row *d, enum report_depth depth)
{
    report_say(s, REPORT_REFUSAL, depth, "Refused: %s GDP (%s bn) must not be divided into a %s figure (%s, %d).",
               d->mixed_vintage, trimmed(d->mixed_gdp, 3), d->vintage, d->place->name, (int)d->year);
}

/* 1: a row of the country's headline or of the city's. */
static int row_of(const digital_row *d, const tables *in, int city)
{
    return city ? d->place->is_city && d->place != in->place : d->place == in->place;
}

/* The figure of a headline: of the first place that has one the core before any other unless it is two years older, then
 * the latest, then a computed share. */
static const digital_row *digital_latest(const digital *all, const tables *in, int city)
{
    const digital_row *best = NULL;
    int32_t latest = 0;
    for (size_t i = 0; i < all->rows; i++) {
        const digital_row *d = &all->row[i];
        if (!row_of(d, in, city) || isnan(digital_best_share(d)) || (best && d->place != best->place)) continue;
        if (!best) best = d;
        if (d->year > latest) latest = d->year;
    }
    for (size_t i = 0; best && i < all->rows; i++) {
        const digital_row *d = &all->row[i];
        if (d->place != best->place || isnan(digital_best_share(d))) continue;
        const int core = !strcmp(d->scope, "core") && d->year + 2 >= latest,
                  before = !strcmp(best->scope, "core") && best->year + 2 >= latest;
        if (core != before          ? core
            : d->year != best->year ? d->year > best->year
                                    : isnan(best->share) || !isnan(d->share))
            best = d;
    }
    return best;
}

static void digital_headline(const digital *all, const tables *in, report_section *s, int city)
{
    report *r = s->all;
    const digital_row *d = digital_latest(all, in, city);
    if (!d) return;
    const int floor_only = !strcmp(d->bound, "at_least");
    report_headline_add(
        s, (report_headline){.figure = report_words(r, "%s %%", share_words(r, d)),
                             .what = report_words(r, "digital economy in the GDP of %s, %d, %s%s", d->place->name,
                                                  (int)d->year, d->label, isnan(d->share) ? ", as published" : ""),
                             .kind = "observed",
                             .range = floor_only      ? "a lower bound"
                                      : isnan(d->low) ? "none is published"
                                                      : "none (definitions differ)",
                             .source = row_source(in->table[DIGITAL], d->row)});
}

static void gdp_missing_say(const tables *in, report_section *s, const digital_row *d, const char *so)
{
    report_say(s, REPORT_RESULT, REPORT_ALWAYS, "%s %s%sGDP of %s, %d: %s.",
               in->table[GDP] ? "gdp.csv has no" : "Without gdp.csv there is no", d->vintage, *d->vintage ? " " : "",
               d->place->name, (int)d->year, so);
}

/* Where the figure of a headline, or a later one of the same scope, has no GDP to be divided by: that figure, or NULL. */
static const digital_row *headline_say(const digital *all, const tables *in, report_section *s, int city)
{
    const digital_row *used = digital_latest(all, in, city), *last = used;
    for (size_t i = 0; i < all->rows; i++) {
        const digital_row *d = &all->row[i];
        if (!row_of(d, in, city) || isnan(d->value) ||
            (used && (d->place != used->place || strcmp(d->scope, used->scope))))
            continue;
        if (!last || d->year > last->year) last = d;
    }
    if (!used || !last || isnan(last->value) || !isnan(last->share)) return NULL;
    gdp_missing_say(in, s, last,
                    used == last ? "the headline is the published share"
                                 : report_words(s->all, "the headline is that of %d", (int)used->year));
    return last;
}

/* 1: the row stands in the short report. */
static int row_short(const digital *all, const tables *in, const digital_row *d)
{
    return d == digital_latest(all, in, 0) || d == digital_latest(all, in, 1) || !row_superseded(all, d);
}

static void places_unknown(const digital *all, const tables *in, report_section *s)
{
    const char *list = "";
    for (size_t p = 0; p < in->places; p++) {
        int known = 0;
        for (size_t i = 0; i < all->rows; i++) known |= all->row[i].place == &in->place[p];
        if (!known) list = report_words(s->all, "%s%s%s", list, *list ? ", " : "", in->place[p].name);
    }
    if (*list) report_say(s, REPORT_RESULT, REPORT_ALWAYS, "No figure is known of %s: digital.csv has none.", list);
}

void digital_report(const digital *all, const tables *in, report_section *s)
{
    s->picture = "definitions";
    digital_headline(all, in, s, 0);
    digital_headline(all, in, s, 1);
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "Broad and core figures count different things: never subtract, rank or join them. A share is computed "
               "only with a GDP of the same vintage; where gdp.csv has none, the share is the published one. \"At "
               "least\" is a lower bound and no estimate.");
    report_sheet *t = report_sheet_add(s, REPORT_ALWAYS, "digital", NULL, digital_column, COLUMNS);
    size_t rows = 0;
    for (size_t i = 0; i < all->rows; i++) {
        const digital_row *d = &all->row[i];
        row_put(t, in, d, 0, row_short(all, in, d) ? REPORT_ALWAYS : REPORT_FULL);
        if (d->mixed_vintage) row_put(t, in, d, 1, REPORT_FULL);
        rows += d->mixed_vintage ? 2 : 1;
    }
    for (size_t i = 0; i < all->rows; i++) {
        const digital_row *d = &all->row[i];
        if (d->mixed_vintage) refusal_say(s, d, row_short(all, in, d) ? REPORT_ALWAYS : REPORT_FULL);
        report_source_add(s, row_source(in->table[DIGITAL], d->row));
        if (!isnan(d->share)) report_source_add(s, row_source(in->table[GDP], d->gdp_row));
    }
    const digital_row *const said[] = {headline_say(all, in, s, 0), headline_say(all, in, s, 1)};
    for (size_t i = 0; i < all->rows; i++) {
        const digital_row *d = &all->row[i];
        if (row_short(all, in, d) && isnan(digital_best_share(d)) && !d->mixed_vintage && d != said[0] && d != said[1])
            gdp_missing_say(in, s, d, "no share is computed");
    }
    places_unknown(all, in, s);
    report_figure_add(s, "digital_rows", (double)rows);
}

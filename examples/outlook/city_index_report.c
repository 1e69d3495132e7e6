/* The index of cities in the report. */
#include "city_index.h"
#include "index_uncertainty.h"
#include "width.h"

#include <math.h>
#include <string.h>

enum { SHORT_ROWS = 5, FIRST_CITIES = 3, NAME_WIDTH = 36 };

static const char *const assumption[INDEX_ASSUMPTIONS] = {
    [INDEX_WEIGHTS] = "weights", [INDEX_SCALE] = "scale", [INDEX_MEAN] = "mean"};

/* What moves a rank most; INDEX_ASSUMPTIONS = nothing does. */
static size_t index_mover(const double *by)
{
    size_t most = INDEX_ASSUMPTIONS;
    for (size_t f = 0; f < INDEX_ASSUMPTIONS; f++)
        if (!isnan(by[f]) && (most == INDEX_ASSUMPTIONS || by[f] > by[most])) most = f;
    return most;
}

/* Decimals of a printed index; of a computed one a tenth of a point. */
static int index_decimals(const city_index *x) { return x->printed == CSV_NONE ? 1 : (int)lround(-log10(x->step)); }

static double index_shown(const city_index *x, const index_city *c)
{
    return x->printed == CSV_NONE ? c->score : c->printed;
}

/* "Smart city index, 42 cities"; a name that is too long for a table is left out. */
static const char *index_title(const city_index *x, report *r)
{
    const char *name = text_width(index_name(x)) > NAME_WIDTH ? "city" : index_name(x);
    return report_words(r, "%s, %zu cities", name, x->n);
}

enum {
    PLACE,
    NAME,
    COUNTRY,
    OWN,
    INDEX_COLUMN,
    COMPUTED,
    RANK,
    LOW,
    MEDIAN,
    HIGH,
    RANGE,
    TOP,
    BY,
    MOVER = BY + INDEX_ASSUMPTIONS,
    COLUMNS
};

static const report_column *index_columns(const city_index *x, report *r)
{
    const int decimals = index_decimals(x);
    report_column *column = report_memory(r, COLUMNS, sizeof *column);
    const report_column all[COLUMNS] = {
        [PLACE] = {.key = "place", .form = REPORT_TEXT},
        [NAME] = {.key = "name", .title = index_title(x, r), .form = REPORT_TEXT},
        [COUNTRY] = {.key = "country", .form = REPORT_TEXT},
        [OWN] = {.key = "own"},
        [INDEX_COLUMN] = {.key = "index",
                          .title = x->printed == CSV_NONE ? "index" : "as printed",
                          .decimals = decimals},
        [COMPUTED] = {.key = "computed", .decimals = decimals},
        [RANK] = {.key = "rank", .title = "rank"},
        [LOW] = {.key = "rank_low"},
        [MEDIAN] = {.key = "rank_median"},
        [HIGH] = {.key = "rank_high"},
        [RANGE] = {.title = report_words(r, "%.0f %% range", 100 * INDEX_COVERAGE),
                   .form = REPORT_RANGE,
                   .low = LOW,
                   .high = HIGH},
        [TOP] = {.key = "top_percent",
                 .title = x->top > 1 ? report_words(r, "in the top %d, %%", (int)x->top) : "first, %"},
        [BY + INDEX_WEIGHTS] = {.key = "weights_percent", .title = "by weights, %", .depth = REPORT_FULL},
        [BY + INDEX_SCALE] = {.key = "scale_percent", .title = "by scale, %", .depth = REPORT_FULL},
        [BY + INDEX_MEAN] = {.key = "mean_percent", .title = "by mean, %", .depth = REPORT_FULL},
        [MOVER] = {.key = "moved_by", .title = "moved most by", .form = REPORT_TEXT},
    };
    memcpy(column, all, sizeof all);
    return column;
}

/* The report's own cities in every report, or the first ones where it has none. */
static void index_table(const city_index *x, report_section *s)
{
    report_sheet *t = report_sheet_add(s, REPORT_ALWAYS, "index", NULL, index_columns(x, s->all), COLUMNS);
    size_t own = 0, shown = 0;
    for (size_t i = 0; i < x->n; i++) own += x->city[i].own != 0;
    for (size_t k = 0; k < x->n; k++) {
        const index_city *c = &x->city[x->order[k]];
        const int always = (c->own || !own) && shown < SHORT_ROWS;
        const size_t mover = index_mover(c->by);
        shown += always != 0;
        sheet_row(t, always ? REPORT_ALWAYS : REPORT_FULL);
        sheet_say(t, PLACE, "%s", c->key);
        sheet_say(t, NAME, "%s", c->name);
        sheet_say(t, COUNTRY, "%s", c->country);
        sheet_put(t, OWN, c->own);
        sheet_put(t, INDEX_COLUMN, index_shown(x, c));
        sheet_put(t, COMPUTED, c->score);
        sheet_put(t, RANK, c->rank);
        sheet_put(t, LOW, c->low);
        sheet_put(t, MEDIAN, c->median);
        sheet_put(t, HIGH, c->high);
        sheet_put(t, TOP, in_percent(c->top));
        for (size_t f = 0; f < INDEX_ASSUMPTIONS; f++) sheet_put(t, BY + f, in_percent(c->by[f]));
        sheet_say(t, MOVER, "%s", mover < INDEX_ASSUMPTIONS ? assumption[mover] : "nothing");
    }
}

/* What is uncertain, and whether the printed index is the mean of its dimensions. */
static const char *index_met(const city_index *x, report *r)
{
    const char *weights = x->weights == INDEX_FOUND ? "found" : "given";
    const int decimals = index_decimals(x) + 1;
    const double tenth = x->step / 10;
    if (x->printed == CSV_NONE)
        return report_words(r, "No index is printed: %s, scores from 1 (worst city) to 100 (best).",
                            x->weights == INDEX_EQUAL ? "equal weights" : "weights as given");
    if (!x->beyond)
        return report_words(r, "The weights %s meet every printed index within %s points.", weights,
                            number(ceil(x->off / tenth - 1e-9) * tenth, decimals));
    return report_words(r,
                        "With the weights %s, %zu of %zu printed indices are not met within a printed point: that of "
                        "%s is %s, computed %s. Ranks are of the computed ones.",
                        weights, x->beyond, x->n, x->city[x->off_city].name,
                        number(x->city[x->off_city].printed, decimals - 1),
                        number(x->city[x->off_city].score, decimals));
}

/* The first cities: "A (1 to 5), B (1 to 3)". */
static const char *index_first(const city_index *x, report *r)
{
    const char *list = "";
    for (size_t k = 0; k < FIRST_CITIES; k++) {
        const index_city *c = &x->city[x->order[k]];
        list =
            report_words(r, "%s%s%s (%s to %s)", list, k ? ", " : "", c->name, number(c->low, 0), number(c->high, 0));
    }
    return list;
}

static void index_method(const city_index *x, report_section *s)
{
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "Ranks are counted anew in draws of every weight between %.0f and %.0f %% of its value, of scores %s or "
               "as z-scores (mean 10, standard deviation 2)%s. A range holds %.0f %% of the ranks that were seen; it "
               "does not hold errors of the scores, which nobody knows. A percentage \"by\" an assumption is the part "
               "of a rank's variance in which the assumption takes part, alone or with others (Sobol's total index), "
               "so that they may add up to more than 100.",
               100 * (1 - INDEX_NOISE), 100 * (1 + INDEX_NOISE),
               x->printed == CSV_NONE ? "from 1 to 100 between the worst and the best city" : "as printed",
               x->one_mean ? "" : ", and of the arithmetic or the geometric mean", 100 * INDEX_COVERAGE);
    report_say(s, REPORT_METHOD, REPORT_FULL,
               "Weights are those of the scores, balanced weights those of z-scores, none below 0 (Becker and others, "
               "Ecological Indicators 2017 (80): 12).");
    if (x->weights == INDEX_FOUND)
        report_say(s, REPORT_METHOD, REPORT_FULL,
                   "The weights are not printed with the index: they are those of least squares over the %zu cities.",
                   x->n);
}

static void index_figures(const city_index *x, report_section *s)
{
    report_figure_add(s, "index_rows", (double)x->n);
    report_figure_add(s, "index_top", x->top);
    report_figure_add(s, "index_coverage_percent", 100 * INDEX_COVERAGE);
    report_figure_add(s, "index_means", x->one_mean ? 1 : 2);
    report_figure_text(s, "index_name", index_name(x));
}

void city_index_report(const city_index *x, report_section *s)
{
    report *r = s->all;
    const size_t mover = index_mover(x->by);
    const char *uncertain = index_words(x, "uncertain");
    s->picture = "index";
    report_say(s, REPORT_RESULT, REPORT_ALWAYS, "%s%s%s%s", *uncertain ? "Uncertain: " : "", uncertain,
               *uncertain ? ". " : "", index_met(x, r));
    index_table(x, s);
    const char *most = mover < INDEX_ASSUMPTIONS ? assumption[mover] : "nothing";
    report_say(s, REPORT_RESULT, REPORT_ALWAYS, "Varied: weights by %.0f %%, scale (%s, z-scores)%s; %s move%s most.",
               100 * INDEX_NOISE, x->printed == CSV_NONE ? "1 to 100" : "points",
               x->one_mean ? "" : ", mean (arithmetic, geometric)", most, mover == INDEX_WEIGHTS ? "" : "s");
    if (x->one_mean)
        report_say(s, REPORT_RESULT, REPORT_FULL, "No geometric mean is taken: %s has %s in \"%s\".",
                   x->city[x->low_city].name, csv_raw(x->cities, x->low_city, x->dimension[x->low_dimension].column),
                   x->dimension[x->low_dimension].name);
    report_say(s, REPORT_RESULT, REPORT_FULL,
               "The first are %s. A rank moves by %s places on average. Where the ranges of two cities overlap, "
               "this index does not say which is ahead.",
               index_first(x, r), number(x->shift, 1));
    index_dimensions_report(x, s);
    index_method(x, s);
    if (x->whole != CSV_NONE) report_source_add(s, row_source(x->dimensions, x->whole));
    index_figures(x, s);
}

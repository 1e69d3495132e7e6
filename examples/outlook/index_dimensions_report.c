/* The dimensions of an index in the report: weights, what these do, and how the figures are known. */
#include "city_index.h"

#include <math.h>
#include <string.h>

/* "Mobility weighs 24.0 %, the most; its correlation with the index is 0.21, the least." */
static void index_influence(const city_index *x, report_section *s)
{
    size_t heavy = 0, low = 0, high = 0;
    for (size_t j = 1; j < x->m; j++) {
        if (x->dimension[j].weight > x->dimension[heavy].weight) heavy = j;
        if (x->dimension[j].correlation < x->dimension[low].correlation) low = j;
        if (x->dimension[j].correlation > x->dimension[high].correlation) high = j;
    }
    report_say(
        s, REPORT_RESULT, REPORT_FULL,
        "A weight is not an influence: the index goes most with %s (correlation %s), least with %s (%s)%s. Balanced "
        "weights would make the least correlation as large as it can be.",
        x->dimension[high].name, number(x->dimension[high].correlation, 2), x->dimension[low].name,
        number(x->dimension[low].correlation, 2),
        low == heavy && x->weights != INDEX_EQUAL ? ", which weighs most" : "");
}

/* How the figures are known; and what is uncertain of one dimension, unless it is that of the whole. */
static void dimensions_known(const city_index *x, report_section *s)
{
    const csv *t = x->dimensions;
    const size_t grade = csv_optional(t, "grade"), uncertain = csv_optional(t, "uncertain");
    if (*index_words(x, "grade"))
        report_say(s, REPORT_RESULT, REPORT_FULL, "How the figures are known: %s.", index_words(x, "grade"));
    for (size_t j = 0; j < x->m; j++) {
        const index_dimension *d = &x->dimension[j];
        const char *known = csv_raw(t, d->row, grade), *doubt = csv_raw(t, d->row, uncertain);
        if (*known && strcmp(known, index_words(x, "grade")))
            report_say(s, REPORT_RESULT, REPORT_FULL, "How %s is known: %s.", d->name, known);
        if (*doubt && strcmp(doubt, index_words(x, "uncertain")))
            report_say(s, REPORT_RESULT, REPORT_FULL, "Uncertain in %s: %s.", d->name, doubt);
    }
}

enum {
    DIMENSION,
    DIMENSION_NAME,
    WEIGHT,
    CORRELATION,
    BALANCED,
    DIRECTION,
    LEAST,
    MOST,
    GRADE,
    UNCERTAIN,
    SOURCE,
    WEIGHT_COLUMNS
};
static const report_column weight_column[WEIGHT_COLUMNS] = {
    [DIMENSION] = {.key = "dimension", .form = REPORT_TEXT},
    [DIMENSION_NAME] = {.key = "name", .title = "dimension", .form = REPORT_TEXT},
    [WEIGHT] = {.key = "weight_percent", .title = "weight, %", .decimals = 1},
    [CORRELATION] = {.key = "correlation", .title = "correlation with index", .decimals = 2},
    [BALANCED] = {.key = "balanced_percent", .title = "balanced weight, %", .decimals = 1},
    [DIRECTION] = {.key = "direction"},
    [LEAST] = {.key = "lowest", .title = "lowest", .decimals = REPORT_TRIMMED + 2},
    [MOST] = {.key = "highest", .title = "highest", .decimals = REPORT_TRIMMED + 2},
    [GRADE] = {.key = "grade", .form = REPORT_TEXT},         /* said in words */
    [UNCERTAIN] = {.key = "uncertain", .form = REPORT_TEXT}, /* said in words */
    [SOURCE] = {.key = "source", .title = "source", .form = REPORT_TEXT},
};

static void weights_table(const city_index *x, report_section *s)
{
    static const char *const title[] = {[INDEX_FOUND] = "Dimensions and weights, found from the printed index",
                                        [INDEX_GIVEN] = "Dimensions and weights, as given",
                                        [INDEX_EQUAL] = "Dimensions, of equal weights"};
    const csv *from = x->dimensions;
    const size_t grade = csv_optional(from, "grade"), uncertain = csv_optional(from, "uncertain");
    report_sheet *t =
        report_sheet_add(s, REPORT_FULL, "index_weights", title[x->weights], weight_column, WEIGHT_COLUMNS);
    for (size_t j = 0; j < x->m; j++) {
        const index_dimension *d = &x->dimension[j];
        double low = x->value[j], high = low;
        for (size_t i = 1; i < x->n; i++) {
            low = fmin(low, x->value[i * x->m + j]);
            high = fmax(high, x->value[i * x->m + j]);
        }
        sheet_row(t, REPORT_ALWAYS);
        sheet_say(t, DIMENSION, "%s", d->code);
        sheet_say(t, DIMENSION_NAME, "%s%s", d->name, d->direction < 0 ? " (less is better)" : "");
        sheet_put(t, WEIGHT, in_percent(d->weight / x->sum));
        sheet_put(t, CORRELATION, d->correlation);
        sheet_put(t, BALANCED, in_percent(d->balanced));
        sheet_put(t, DIRECTION, d->direction);
        sheet_put(t, LEAST, low);
        sheet_put(t, MOST, high);
        sheet_say(t, GRADE, "%s", csv_raw(from, d->row, grade));
        sheet_say(t, UNCERTAIN, "%s", csv_raw(from, d->row, uncertain));
        sheet_say(t, SOURCE, "%s", row_source(from, d->row));
        report_source_add(s, row_source(from, d->row));
    }
}

void index_dimensions_report(const city_index *x, report_section *s)
{
    index_influence(x, s);
    dimensions_known(x, s);
    weights_table(x, s);
}

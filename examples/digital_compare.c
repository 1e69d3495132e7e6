/* Shares of the digital economy by different definitions, each in the GDP of its own vintage.
 *
 * In: place,year,definition,value,gdp, and as far as known label, share (as published), vintage (of the GDP that the
 * figure belongs to), gdp_vintage, money_unit and gdp_money_unit.  Out: one row for each row, sorted by place and year: the share,
 * the smallest and the largest share of the place and year, and the status.  A row that the library refuses, for
 * example because of a GDP of another vintage, has no share.
 *
 *     cc -o digital_compare digital_compare.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/cells.h"
#include "common/csv.h"
#include "common/definitions.h"
#include "common/one_row.h"
#include "common/program.h"

#include <math.h>
#include <smartkpi.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: digital_compare FILE\n"
    "Compares shares of the digital economy in GDP by different definitions.\n"
    "\n"
    "FILE has the columns place,year,definition,value,gdp (- is standard input), and may have others of\n"
    "these:\n"
    "  definition   direct, coefficient, nbs_core, caict, satellite, adb, oecd, other, or empty (not stated)\n"
    "  label        any name\n"
    "  value, gdp   value added and GDP, both in the same unit; either may be empty\n"
    "  money_unit, gdp_money_unit  empty (not stated), one, thousand, million, 100 million, billion, trillion\n"
    "  vintage, gdp_vintage  empty (not stated), preliminary, verified, census\n"
    "  share        published fraction of GDP, which is used if value or gdp is empty\n"
    "\n"
    "Prints place,year,definition,label,vintage,share,published,low,high,kind,status, sorted by place and\n"
    "year.  low and high are the range over all definitions of the place and year; kind is computed or\n"
    "published.  A figure and a GDP of different vintages or units are refused: the status is SKPI_EDEFMIX,\n"
    "share is empty, and standard error has a message.  Broad and core figures count different things and\n"
    "must not be subtracted, ranked or joined.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

static const char *const unit_word[] = {"", "one", "thousand", "million", "100 million", "billion", "trillion"};
static const int32_t unit_code[] = {0,
                                    SKPI_BASIS_SCALE_ONE,
                                    SKPI_BASIS_SCALE_ONE + 3,
                                    SKPI_BASIS_SCALE_ONE + 6,
                                    SKPI_BASIS_SCALE_ONE + 8,
                                    SKPI_BASIS_SCALE_ONE + 9,
                                    SKPI_BASIS_SCALE_ONE + 12};
static const double one = 1;

typedef struct figure {
    const char *place, *label;
    int32_t year;
    size_t row;                 /* row of the file */
    size_t definition, vintage; /* positions in the lists of words */
    double value, gdp, published, share, low, high;
    skpi_basis mine, below;
    skpi_status status;
} figure;

/* The position of a cell's word among n words; the column may be absent. */
static size_t cell_word(const csv *t, size_t row, const char *name, size_t n, const char *const *words)
{
    const size_t column = csv_optional(t, name);
    return column == CSV_NONE ? 0 : csv_choice(t, row, column, n, words);
}

static double cell_number(const csv *t, size_t row, const char *name)
{
    const size_t column = csv_optional(t, name);
    return column == CSV_NONE ? (double)NAN : csv_number_or(t, row, column, (double)NAN);
}

static figure figure_read(const csv *t, size_t row)
{
    const size_t label = csv_optional(t, "label"), share = csv_optional(t, "share");
    figure f = {.row = row,
                .place = csv_text(t, row, csv_column(t, "place")),
                .label = label == CSV_NONE ? "" : csv_raw(t, row, label),
                .year = csv_year(t, row, csv_column(t, "year")),
                .definition = csv_choice(t, row, csv_column(t, "definition"), DEFINITIONS, definition_word),
                .vintage = cell_word(t, row, "vintage", VINTAGES, vintage_word),
                .value = cell_number(t, row, "value"),
                .gdp = cell_number(t, row, "gdp"),
                .published = csv_missing(t, row, share) ? (double)NAN : csv_share(t, row, share),
                .share = NAN,
                .low = NAN,
                .high = NAN};
    f.mine = (skpi_basis){.size = sizeof f.mine,
                          .definition = definition_code[f.definition],
                          .revision = vintage_code[f.vintage],
                          .scale = unit_code[cell_word(t, row, "money_unit", 7, unit_word)]};
    f.below = (skpi_basis){.size = sizeof f.below,
                           .revision = vintage_code[cell_word(t, row, "gdp_vintage", VINTAGES, vintage_word)],
                           .scale = unit_code[cell_word(t, row, "gdp_money_unit", 7, unit_word)]};
    return f;
}

static int figure_computed(const figure *f) { return !isnan(f->value) && !isnan(f->gdp); }

/* Checks a published share against its value and GDP; the library reports a contradiction. */
static skpi_status figure_check_published(const csv *t, const figure *f)
{
    const skpi_table above = one_row(1, &f->year, &f->value, NULL), below = one_row(1, &f->year, &f->gdp, NULL),
                     published = one_row(1, &f->year, &f->published, NULL);
    skpi_digital_share_check_out out = {.size = sizeof out};
    if (!figure_computed(f) || isnan(f->published)) return SKPI_OK;
    const skpi_status s = skpi_digital_share_check(&above, &below, &published, &out, NULL);
    const cell cells = cell_at("published->value", t, f->row, csv_column(t, "share"));
    if (s > 0) cells_tell(s, 1, &cells);
    return s > 0 ? s : SKPI_OK;
}

/* Compares the shares of one place and year.  A published share is passed as a value with a GDP of 1. */
static void figures_compare(const csv *t, figure *f, size_t n)
{
    const skpi_table **digital = program_memory(n, sizeof *digital), **gdp = program_memory(n, sizeof *gdp);
    skpi_table *above = program_memory(n, sizeof *above), *below = program_memory(n, sizeof *below);
    double *share = program_memory(n, sizeof *share), low, high;
    int32_t *status = program_memory(n, sizeof *status);
    size_t *row = program_memory(n, sizeof *row);
    skpi_digital_compare_out out = {.size = sizeof out, .share = share, .low = &low, .high = &high};
    for (size_t k = 0; k < n; k++) {
        above[k] = one_row(1, &f[k].year, figure_computed(&f[k]) ? &f[k].value : &f[k].published, &f[k].mine);
        below[k] = one_row(1, &f[k].year, figure_computed(&f[k]) ? &f[k].gdp : &one,
                           figure_computed(&f[k]) ? &f[k].below : NULL);
        row[k] = f[k].row;
        digital[k] = &above[k];
        gdp[k] = &below[k];
    }
    const cell cells[] = {
        cell_by_row("digital[i]->basis->definition", t, 0, csv_column(t, "definition"), row),
        cell_by_row("digital[i]->value", t, 0, csv_column(t, "value"), row),
        cell_by_row("gdp[i]->value", t, 0, csv_column(t, "gdp"), row),
    };
    cells_tell(skpi_digital_compare(n, digital, gdp, &out, status), 3, cells);
    for (size_t k = 0; k < n; k++) {
        f[k].status = (skpi_status)status[k];
        f[k].share = share[k];
        f[k].low = low;
        f[k].high = high;
        if (status[k] >= 0) {
            f[k].status |= figure_check_published(t, &f[k]);
            continue;
        }
        /* 1: the figure fails by itself, so the library's words are about it */
        const int alone = skpi_digital_compare(1, &digital[k], &gdp[k], &out, NULL) < 0;
        program_say("note: %s %d %s: %s", f[k].place, (int)f[k].year, definition_word[f[k].definition],
                    alone ? skpi_last_error() : "this definition is given twice");
        f[k].share = NAN;
    }
    void *const block[] = {(void *)digital, (void *)gdp, above, below, share, status, row};
    for (size_t b = 0; b < sizeof block / sizeof *block; b++) free(block[b]);
}

static void figure_print(const figure *f)
{
    csv_put_text(stdout, 1, f->place);
    printf(",%d", (int)f->year);
    csv_put_text(stdout, 0, definition_word[f->definition]);
    csv_put_text(stdout, 0, f->label);
    csv_put_text(stdout, 0, vintage_word[f->vintage]);
    csv_put_number(stdout, 0, f->share);
    csv_put_number(stdout, 0, f->published);
    csv_put_number(stdout, 0, f->low);
    csv_put_number(stdout, 0, f->high);
    csv_put_text(stdout, 0, isnan(f->share) ? "" : figure_computed(f) ? "computed" : "published");
    csv_put_text(stdout, 0, skpi_status_name(f->status));
    putchar('\n');
}

/* Returns 1 if a comes after b.  Places stand in the order of the file; a place is identified by its first row. */
static int figure_after(const csv *t, const figure *a, const figure *b)
{
    if (!strcmp(a->place, b->place)) return a->year > b->year;
    const size_t place = csv_column(t, "place");
    for (size_t i = 0; i < csv_rows(t); i++) {
        if (!strcmp(csv_raw(t, i, place), b->place)) return 1;
        if (!strcmp(csv_raw(t, i, place), a->place)) return 0;
    }
    return 0;
}

int main(int argc, char **argv)
{
    program_begin(argc, argv, help);
    char **file;
    program_operands(1, 1, &file);
    csv *t = csv_read(file[0]);
    const size_t n = csv_rows(t), need[] = {csv_column(t, "place"), csv_column(t, "year"), csv_column(t, "definition"),
                                            csv_column(t, "value"), csv_column(t, "gdp")};
    figure *f = program_memory(n, sizeof *f);
    for (size_t i = 0; i < n; i++) {
        const figure new = figure_read(t, i);
        size_t at = i;
        if (!figure_computed(&new) && isnan(new.published))
            csv_fail(t, i, need[isnan(new.value) ? 3 : 4], "neither value and gdp nor a share is given");
        for (; at && figure_after(t, &f[at - 1], &new); at--) f[at] = f[at - 1];
        f[at] = new;
    }
    for (size_t i = 0, k; i < n; i += k) {
        for (k = 1; i + k < n && !strcmp(f[i + k].place, f[i].place) && f[i + k].year == f[i].year; k++) {
        }
        figures_compare(t, f + i, k);
    }
    puts("place,year,definition,label,vintage,share,published,low,high,kind,status");
    for (size_t i = 0; i < n; i++) figure_print(&f[i]);
    free(f);
    csv_free(t);
    return program_end();
}

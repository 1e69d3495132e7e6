/* Tests whether the emissions of places rise or fall, and whether they have peaked.
 *
 * In: place,year,value in any order; a missing value is an empty cell.  Out:
 * place,n,S,varS,Z,p,sen_slope,peak_year,class, places in the order of the file: the Mann-Kendall test and Sen's slope
 * of all values of a place, the year of its largest value, and the class NOT_PEAKED, PEAKED, REBOUNDING or PLATEAU by
 * the test of the years since.  With --since-peak n to sen_slope are those of that test.  A place that the library
 * refuses has the name of the status as its class, and a warning says why; so it does where the class has no test. */
#include "common/cells.h"
#include "common/csv.h"
#include "common/names.h"
#include "common/one_row.h"

#include <smartkpi.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct place {
    const char *name;
    size_t n, room;
    int32_t *year;
    double *value;
    size_t *row; /* rows of the file */
} place;

typedef struct test {
    double s, variance, z, p, slope;
    int32_t n;
} test;

/* Inserts a value at its place among the years of the place; it is usually the last.  A year that was there before
 * fails, however it is written. */
static void place_add(const csv *t, size_t column, place *p, double value, size_t row)
{
    const int32_t year = csv_year(t, row, column);
    if (p->n == p->room) {
        int32_t *years = program_memory(p->room = 2 * p->room + 32, sizeof *years);
        double *values = program_memory(p->room, sizeof *values);
        size_t *rows = program_memory(p->room, sizeof *rows);
        for (size_t k = 0; k < p->n; k++) years[k] = p->year[k], values[k] = p->value[k], rows[k] = p->row[k];
        free(p->year), free(p->value), free(p->row);
        p->year = years, p->value = values, p->row = rows;
    }
    size_t j = p->n++;
    for (; j > 0 && p->year[j - 1] > year; j--)
        p->year[j] = p->year[j - 1], p->value[j] = p->value[j - 1], p->row[j] = p->row[j - 1];
    if (j > 0 && p->year[j - 1] == year)
        csv_fail(t, row, column, "%s \"%s\" is a duplicate of row %zu", csv_title(t, column), csv_raw(t, row, column),
                 csv_line(t, p->row[j - 1]));
    p->year[j] = year, p->value[j] = value, p->row[j] = row;
}

static const char *peaked_word(skpi_status s, int32_t verdict)
{
    if (s < 0) return skpi_status_name(s);
    return verdict == SKPI_CARBON_PEAKED_VERDICT_NOT_YET   ? "NOT_PEAKED"
           : verdict == SKPI_CARBON_PEAKED_VERDICT_PEAKED  ? "PEAKED"
           : verdict == SKPI_CARBON_PEAKED_VERDICT_PLATEAU ? "PLATEAU"
                                                           : "REBOUNDING";
}

static void put_count(int32_t n)
{
    if (n == SKPI_NONE)
        putchar(',');
    else
        printf(",%d", (int)n);
}

/* Tells what the library refuses, and a class that has no test behind it. */
static void place_tell(const csv *t, size_t column, const place *p, skpi_status s, const test *since, int32_t peak_year,
                       int32_t verdict)
{
    const char *words = cells_words();
    skpi_error e = {.size = sizeof e};
    size_t values = 0, last = 0;
    for (size_t j = 0; j < p->n; j++)
        if (!isnan(p->value[j])) values++, last = j;
    if (!values)
        csv_warn(t, p->row[0], column, "place \"%s\" has no %s: it has no class", p->name, csv_title(t, column));
    else if (s < 0) {
        if (skpi_last_error_get(&e) >= 0 && e.column >= 0) last = (size_t)e.column;
        csv_warn(t, p->row[last], column, "%s%s; place \"%s\" has no class", csv_title(t, column),
                 words + strcspn(words, " "), p->name);
    } else if (values == 1)
        csv_warn(t, p->row[last], column, "place \"%s\" has one %s, and a trend needs two: its class %s says nothing",
                 p->name, csv_title(t, column), peaked_word(s, verdict));
    else if (verdict != SKPI_CARBON_PEAKED_VERDICT_NOT_YET && isnan(since->p))
        csv_warn(t, p->row[last], column,
                 "place \"%s\" has %d value%s after its peak in %d, and a test needs three: its class %s has no test",
                 p->name, (int)since->n, since->n == 1 ? "" : "s", (int)peak_year, peaked_word(s, verdict));
}

/* Prints a place; returns 1 if it has a class. */
static int place_report(const csv *t, size_t column, const place *p, int since_peak)
{
    const skpi_table y = one_row(p->n, p->year, p->value, NULL);
    const cell cells = cell_by_column("emission->value", t, 0, column, p->row);
    const double none = (double)NAN;
    test all = {none, none, none, none, none, SKPI_NONE}, since = all;
    int32_t year = SKPI_NONE, verdict = 0;
    skpi_series_trend_out trend = {.size = sizeof trend,
                                   .s = &all.s,
                                   .variance = &all.variance,
                                   .z = &all.z,
                                   .p = &all.p,
                                   .slope = &all.slope,
                                   .used = &all.n};
    skpi_carbon_peaked_out peak = {.size = sizeof peak,
                                   .verdict = &verdict,
                                   .peak_year = &year,
                                   .used = &since.n,
                                   .s = &since.s,
                                   .variance = &since.variance,
                                   .z = &since.z,
                                   .p = &since.p,
                                   .slope = &since.slope};
    skpi_status s = skpi_series_trend(&y, &trend, NULL); /* a single value has no trend: its fields stay empty */
    s = skpi_carbon_peaked(&y, NULL, &peak, NULL);
    if (s >= 0) cells_tell(s, 1, &cells);
    place_tell(t, column, p, s, &since, year, verdict);
    const test *shown = since_peak ? &since : &all;
    csv_put_text(stdout, 1, p->name);
    put_count(shown->n);
    csv_put_number(stdout, 0, shown->s);
    csv_put_number(stdout, 0, shown->variance);
    csv_put_number(stdout, 0, shown->z);
    csv_put_number(stdout, 0, shown->p);
    csv_put_number(stdout, 0, shown->slope);
    put_count(year);
    csv_put_text(stdout, 0, peaked_word(s, verdict));
    putchar('\n');
    return s >= 0;
}

int main(int argc, char **argv)
{
    program_begin(
        argc, argv,
        "usage: carbon_trend [--since-peak] FILE\n"
        "Tests whether emissions rise or fall and whether they have peaked: Mann-Kendall test, Sen's slope, peak\n"
        "test.  FILE has the columns place,year,value; - is standard input.  Prints\n"
        "place,n,S,varS,Z,p,sen_slope,peak_year,class.  The columns n to sen_slope are for all values or, with\n"
        "--since-peak, for those after the largest value, on which the class is based.  class is NOT_PEAKED where\n"
        "the largest value is less than five years old; else PEAKED or REBOUNDING if the values since then fall or\n"
        "rise, or PLATEAU.  It is a status where there is none.  file:line:column: warning: text on standard error\n"
        "says why, and names a class of too few values.\n"
        "Exit status: 0 success, 1 bad data or no place that has a class, 2 wrong usage.\n");
    const int since_peak = program_flag("--since-peak");
    char **file;
    program_operands(1, 1, &file);
    csv *t = csv_read(file[0]);
    const size_t key[] = {csv_column(t, "place"), csv_column(t, "year")}, value = csv_column(t, "value");
    const size_t rows = csv_rows(t);
    place *places = program_memory(rows, sizeof *places);
    names *all = names_new(rows);
    for (size_t row = 0; row < rows; row++) {
        const char *name = csv_text(t, row, key[0]);
        place *p = &places[names_add(all, name)];
        p->name = name;
        place_add(t, key[1], p, csv_number_or(t, row, value, (double)NAN), row);
    }
    const size_t n = all->n;
    size_t done = 0;
    puts("place,n,S,varS,Z,p,sen_slope,peak_year,class");
    for (size_t i = 0; i < n; i++) {
        done += (size_t)place_report(t, value, &places[i], since_peak);
        free(places[i].year);
        free(places[i].value);
        free(places[i].row);
    }
    free(places);
    names_free(all);
    if (n && !done) program_say("carbon_trend: no place of %s has a class", csv_name(t));
    csv_free(t);
    const int end = program_end();
    return n && !done ? PROGRAM_DATA : end;
}

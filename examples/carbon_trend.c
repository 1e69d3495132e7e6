/* Tests whether the emissions of places rise or fall, and whether they have peaked.
 *
 * In: place,year,value in any order; a missing value is an empty cell.  Out:
 * place,n,S,varS,Z,p,sen_slope,peak_year,class, places in the order of the file: the Mann-Kendall test and Sen's slope
 * of all values of a place, the year of its largest value, and the class NOT_PEAKED, PEAKED, REBOUNDING or PLATEAU by
 * the test of the years since.  With --since-peak n to sen_slope are those of that test.  A place that the library
 * refuses has the name of the status as its class. */
#include "common/cells.h"
#include "common/csv.h"
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

static place *place_of(place *places, size_t *n, const char *name)
{
    for (size_t i = *n; i-- > 0;)
        if (!strcmp(places[i].name, name)) return &places[i];
    places[*n].name = name;
    return &places[(*n)++];
}

/* Inserts a value at its place among the years of the place; it is usually the last. */
static void place_add(place *p, int32_t year, double value, size_t row)
{
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

static void place_report(const csv *t, size_t column, const place *p, int since_peak)
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
}

int main(int argc, char **argv)
{
    program_begin(
        argc, argv,
        "usage: carbon_trend [--since-peak] FILE\n"
        "Tests whether emissions rise or fall and whether they have peaked: Mann-Kendall test, Sen's slope, peak\n"
        "test.  FILE has the columns place,year,value; - is standard input.  Prints\n"
        "place,n,S,varS,Z,p,sen_slope,peak_year,class.  The columns n to sen_slope are for all values or, with\n"
        "--since-peak, for those after the largest value, on which the class is based.\n");
    const int since_peak = program_flag("--since-peak");
    char **file;
    program_operands(1, 1, &file);
    csv *t = csv_read(file[0]);
    const size_t key[] = {csv_column(t, "place"), csv_column(t, "year")}, value = csv_column(t, "value");
    csv_unique(t, 2, key);
    place *places = program_memory(csv_rows(t), sizeof *places);
    size_t n = 0;
    for (size_t row = 0; row < csv_rows(t); row++)
        place_add(place_of(places, &n, csv_text(t, row, key[0])), csv_year(t, row, key[1]),
                  csv_number_or(t, row, value, (double)NAN), row);
    puts("place,n,S,varS,Z,p,sen_slope,peak_year,class");
    for (size_t i = 0; i < n; i++) {
        place_report(t, value, &places[i], since_peak);
        free(places[i].year);
        free(places[i].value);
        free(places[i].row);
    }
    free(places);
    csv_free(t);
    return program_end();
}

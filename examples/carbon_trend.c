/* Tests whether the emissions of places rise or fall, and whether they have peaked.
 *
 * In: place,year,value in any order; a missing value is an empty cell.  Out:
 * place,n,S,varS,Z,p,sen_slope,peak_year,class, places in the order of the file: the Mann-Kendall test and Sen's slope
 * of all values of a place, the year of its largest value, and the class NOT_PEAKED, PEAKED, REBOUNDING or PLATEAU by
 * the test of the years since.  With --since-peak n to sen_slope are those of that test.  A place that the library
 * refuses has the name of the status as its class. */
#include "common/csv.h"

#include <smartkpi.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct place {
    const char *name;
    size_t n, room;
    int32_t *year;
    double *value;
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

/* Into its place among the years before; most often behind all of them. */
static void add(place *p, int32_t year, double value)
{
    if (p->n == p->room) {
        int32_t *years = program_memory(p->room = 2 * p->room + 32, sizeof *years);
        double *values = program_memory(p->room, sizeof *values);
        if (p->n) memcpy(years, p->year, p->n * sizeof *years), memcpy(values, p->value, p->n * sizeof *values);
        free(p->year), free(p->value);
        p->year = years, p->value = values;
    }
    size_t j = p->n++;
    for (; j > 0 && p->year[j - 1] > year; j--) p->year[j] = p->year[j - 1], p->value[j] = p->value[j - 1];
    p->year[j] = year, p->value[j] = value;
}

static const char *class_of(skpi_status s, int32_t verdict)
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

static void report(const place *p, int since_peak)
{
    const skpi_table y = {.size = sizeof y, .n = 1, .m = p->n, .year = p->year, .value = p->value};
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
    skpi_status s = skpi_series_trend(&y, &trend, NULL); /* one value alone has no trend: empty fields */
    s = skpi_carbon_peaked(&y, NULL, &peak, NULL);
    const test *t = since_peak ? &since : &all;
    csv_put_text(stdout, 1, p->name);
    put_count(t->n);
    csv_put_number(stdout, 0, t->s);
    csv_put_number(stdout, 0, t->variance);
    csv_put_number(stdout, 0, t->z);
    csv_put_number(stdout, 0, t->p);
    csv_put_number(stdout, 0, t->slope);
    put_count(year);
    csv_put_text(stdout, 0, class_of(s, verdict));
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
        add(place_of(places, &n, csv_text(t, row, key[0])), csv_year(t, row, key[1]),
            csv_number_or(t, row, value, (double)NAN));
    puts("place,n,S,varS,Z,p,sen_slope,peak_year,class");
    for (size_t i = 0; i < n; i++) {
        report(&places[i], since_peak);
        free(places[i].year);
        free(places[i].value);
    }
    free(places);
    csv_free(t);
    return program_end();
}

/* City populations to the end of the UN's table of cities, from the country's urban population. */
#include "outlook.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = LAST_CITY_YEAR - BASE_YEAR };

/* Urban population BASE_YEAR .. LAST_CITY_YEAR, base first. */
static void urban_population(const outlook *o, double *urban)
{
    for (size_t i = 0; i < o->years; i++)
        if (o->year[i].year >= BASE_YEAR && o->year[i].year <= LAST_CITY_YEAR)
            urban[o->year[i].year - BASE_YEAR] = o->year[i].urban;
}

static void city_project(const outlook *o, size_t row, double base, double growth, const double *urban, double *out)
{
    const csv *t = o->table[CITIES];
    const cell cells[] = {
        cell_at("population", t, row, csv_column(t, "population_2018")),
        cell_at("growth", t, row, csv_column(t, "population_2019")),
        cell_by_row("urban", o->table[POPULATION], 0, csv_column(o->table[POPULATION], "population_thousand"), NULL)};
    out[0] = base;
    cells_tell(skpi_urban_cities_project(1, STEPS, &base, &growth, urban, out + 1, NULL), 3, cells);
}

void compute_cities(outlook *o)
{
    const csv *t = o->table[CITIES];
    size_t place_column = csv_column(t, "place"), before = csv_column(t, "population_2013");
    size_t base = csv_column(t, "population_2018"), next = csv_column(t, "population_2019");
    double urban[STEPS + 1];
    csv_unique(t, 1, &place_column);
    csv_column(t, "area");
    csv_column(t, "source");
    urban_population(o, urban);
    o->cities = csv_rows(t);
    o->city = program_memory(o->cities, sizeof *o->city);
    for (size_t i = 0; i < o->cities; i++) {
        city_row *c = &o->city[i];
        c->place = find_place(o, CITIES, i);
        if (!c->place->is_city) csv_fail(t, i, place_column, "\"%s\" is the country", c->place->key);
        double now = csv_positive(t, i, base),
               five = csv_missing(t, i, before) ? (double)NAN : csv_positive(t, i, before);
        c->own_first = !csv_missing(t, i, next);
        if (!c->own_first && isnan(five))
            csv_fail(t, i, next, "population_2019 and population_2013 are both missing: no growth to begin with");
        for (size_t k = 0; k <= STEPS; k++) c->other[k] = NAN;
        if (!isnan(five)) city_project(o, i, now, log(now / five) / 5, urban, c->other);
        if (c->own_first) {
            /* The recursion begins one year before the first step: this is the rate that makes the first step the given
             * one. */
            double first = log(csv_positive(t, i, next) / now), country = log(urban[1] / urban[0]);
            city_project(o, i, now, (25 * first - country) / 24, urban, c->population);
        } else {
            memcpy(c->population, c->other, sizeof c->population);
        }
    }
    for (int32_t y = 0; y <= STEPS && o->cities; y++) {
        double sum = 0;
        for (size_t i = 0; i < o->cities; i++) sum += o->city[i].population[y];
        if (sum > urban[y])
            csv_fail(t, CSV_WHOLE, base, "in %d the cities have %.0f thousand, the whole urban population %.0f",
                     BASE_YEAR + (int)y, sum, urban[y]);
    }
}

static const char *city_kind(int32_t year) { return year <= BASE_YEAR ? "observed" : "projected"; }

void print_cities(const outlook *o, int full)
{
    char text[600];
    printf("\nCities, thousand inhabitants\n");
    if (!o->cities) {
        paragraph("The file has no city.");
        return;
    }
    paragraph(
        "These are urban agglomerations, the built-up areas for which the United Nations publish populations, and not "
        "municipalities: the GDP or the emissions of a municipality must not be divided by them. The growth rate of "
        "each city moves within 25 years to that of the country's urban population. For 544 cities above a million the "
        "median difference from the UN's projection for 2035 is 0.18 %. The last line starts from the mean growth of "
        "the five years before instead of that of the first year; it shows a sensitivity and not a probability.");
    printf("\n  %4s", "year");
    for (size_t i = 0; i < o->cities; i++) printf("  %11s", o->city[i].place->name);
    printf("\n");
    for (int32_t y = 0; y <= STEPS; y++) {
        if (y && !shown(BASE_YEAR + y, full)) continue;
        printf("  %4d", BASE_YEAR + (int)y);
        for (size_t i = 0; i < o->cities; i++) printf("  %11s", number(o->city[i].population[y], 0));
        printf("   %s\n", city_kind(BASE_YEAR + y));
    }
    printf("  %4d", LAST_CITY_YEAR);
    for (size_t i = 0; i < o->cities; i++) printf("  %11s", number(o->city[i].other[STEPS], 0));
    printf("   projected, from mean growth of 2013-2018\n");
    for (size_t i = 0; i < o->cities; i++)
        if (!o->city[i].own_first) {
            snprintf(text, sizeof text,
                     "%s has no population of %d: its projection starts from the mean growth of 2013-2018.",
                     o->city[i].place->name, BASE_YEAR + 1);
            paragraph(text);
        }
}

void write_cities(const outlook *o, const char *directory)
{
    FILE *f = program_create(directory, "cities.csv");
    fputs("place,name,name_zh,year,population_thousand,mean_growth_thousand,kind\n", f);
    for (size_t i = 0; i < o->cities; i++)
        for (int32_t y = 0; y <= STEPS; y++) {
            const city_row *c = &o->city[i];
            csv_put_text(f, 1, c->place->key);
            csv_put_text(f, 0, c->place->name);
            csv_put_text(f, 0, c->place->name_zh);
            fprintf(f, ",%d", BASE_YEAR + (int)y);
            csv_put_number(f, 0, c->population[y]);
            csv_put_number(f, 0, c->other[y]);
            csv_put_text(f, 0, city_kind(BASE_YEAR + y));
            fputc('\n', f);
        }
    program_close(f, "cities.csv");
}

/* Projects the cities of a country, whose growth rates move to that of its urban population.
 *
 *     cc -o urban_cities urban_cities.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/cells.h"
#include "common/csv.h"
#include "common/figures.h"
#include "common/program.h"

#include <smartkpi.h>
#include <stdio.h>
#include <stdlib.h>

static const char help[] =
    "usage: urban_cities CITIES COUNTRY\n"
    "Projects cities, whose growth rates move within 25 years to that of their country's urban population.\n"
    "\n"
    "  CITIES   columns place, base_population (any unit), base_growth (of the base year: per year, continuous)\n"
    "  COUNTRY  columns year, urban_population (any unit): the base year first, then one row for each year\n"
    "  --help   print this\n"
    "\n"
    "- is standard input.  If the cities add up to more than urban_population, or one of them is more in the\n"
    "base year, standard error says so, and nothing is changed; this is meaningful only if both files have the\n"
    "same unit.  Output: place,year,population, in the unit of base_population.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

typedef struct cities { /* one row for each city */
    csv *file;
    size_t n, city, base_population, base_growth;
    double *population, *growth;
} cities;
typedef struct country { /* the base year stands first */
    csv *file;
    size_t n_years; /* years after the base year */
    size_t urban_population;
    int32_t base;
    double *urban;
} country;

static cities cities_read(const char *path)
{
    csv *t = csv_read(path);
    cities c = {.file = t,
                .n = csv_rows(t),
                .city = csv_column(t, "place"),
                .base_population = csv_column(t, "base_population"),
                .base_growth = csv_column(t, "base_growth")};
    csv_unique(t, 1, &c.city);
    c.population = program_memory(c.n, sizeof *c.population);
    c.growth = program_memory(c.n, sizeof *c.growth);
    for (size_t i = 0; i < c.n; i++) {
        csv_text(t, i, c.city);
        c.population[i] = csv_number(t, i, c.base_population);
        if (c.population[i] < 0)
            csv_fail(t, i, c.base_population, "\"%s\" is a negative population", csv_raw(t, i, c.base_population));
        c.growth[i] = csv_number(t, i, c.base_growth);
    }
    return c;
}

static country country_read(const char *path)
{
    csv *t = csv_read(path);
    const size_t year = csv_column(t, "year"), urban = csv_column(t, "urban_population"), rows = csv_rows(t);
    country c = {.file = t, .urban_population = urban, .urban = program_memory(rows, sizeof *c.urban)};
    if (rows < 2) csv_fail(t, CSV_WHOLE, year, "the base year and at least one year after it are needed");
    for (size_t i = 0; i < rows; i++) {
        if (!i)
            c.base = csv_year(t, i, year);
        else
            csv_year_next(t, i, year, c.base + (int32_t)i - 1);
        c.urban[i] = csv_positive(t, i, urban);
    }
    c.n_years = rows - 1;
    return c;
}

/* In the base year a city is a part of the urban population. */
static void cities_compare(const cities *c, const country *u)
{
    const figure all = {u->file, 0, u->urban_population, 1};
    for (size_t i = 0; i < c->n; i++) {
        const figure city = {c->file, i, c->base_population, 1};
        if (figures_contradict(&city, &all, 0, 1)) return;
    }
}

static void cities_note_excess(const cities *c, const country *u, const double *population)
{
    int32_t first;
    double *factor = program_memory(u->n_years, sizeof *factor);
    /* a sum beyond the range of a double exceeds the country too, but has no year to report */
    if (skpi_urban_cities_check(c->n, u->n_years, population, u->urban + 1, &first, factor) < 0)
        program_say("note: %s", skpi_last_error());
    else if (first != SKPI_NONE)
        program_say("note: %s: from %d on the cities add up to more than urban_population of %s (%.4g times in %d)",
                    csv_name(c->file), (int)(u->base + 1 + first), csv_name(u->file), 1 / factor[first],
                    (int)(u->base + 1 + first));
    free(factor);
}

int main(int argc, char **argv)
{
    char **file;
    program_begin(argc, argv, help);
    program_operands(2, 2, &file);
    cities c = cities_read(file[0]);
    country u = country_read(file[1]);
    double *population = program_memory(c.n, u.n_years * sizeof *population);
    const cell cells[] = {cell_by_row("population", c.file, 0, c.base_population, NULL),
                          cell_by_row("growth", c.file, 0, c.base_growth, NULL),
                          cell_by_row("city", c.file, 0, c.base_growth, NULL),
                          cell_by_row("urban", u.file, 0, u.urban_population, NULL)};
    cells_tell(skpi_urban_cities_project(c.n, u.n_years, c.population, c.growth, u.urban, population, NULL), 4, cells);
    cities_compare(&c, &u);
    cities_note_excess(&c, &u, population);
    puts("place,year,population");
    for (size_t i = 0; i < c.n; i++)
        for (size_t k = 0; k < u.n_years; k++) {
            csv_put_text(stdout, 1, csv_text(c.file, i, c.city));
            printf(",%d", (int)(u.base + 1) + (int)k);
            csv_put_number(stdout, 0, population[i * u.n_years + k]);
            putchar('\n');
        }
    free(population);
    free(c.population);
    free(c.growth);
    free(u.urban);
    csv_free(c.file);
    csv_free(u.file);
    return program_end();
}

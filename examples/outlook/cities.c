/* City populations: the growth of each city moves to that of the country's urban population. */
#include "cities.h"
#include "../common/cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CITY_HORIZON = 20, CITY_BEFORE = 5 };

typedef struct city_columns {
    size_t place, year, population, kind;
} city_columns;

/* The last observed year of a city, and its row. */
static int32_t city_base(const csv *t, const city_columns *c, const char *key, size_t *row)
{
    int32_t base = 0;
    for (size_t i = 0; i < csv_rows(t); i++)
        if (!strcmp(csv_raw(t, i, c->place), key) && !strcmp(csv_raw(t, i, c->kind), "observed") &&
            csv_year(t, i, c->year) > base) {
            base = csv_year(t, i, c->year);
            *row = i;
        }
    return base;
}

static void cities_find(cities *all, const tables *in, const city_columns *c)
{
    const csv *t = all->table;
    static const char *const kind[] = {"observed", "projected"};
    csv_unique(t, 2, (size_t[]){c->place, c->year});
    all->row = program_memory(in->places, sizeof *all->row);
    for (size_t i = 0; i < csv_rows(t); i++) {
        const place *p = row_place(in, CITIES, i, c->place);
        if (!p->is_city) csv_fail(t, i, c->place, "\"%s\" is the country", p->key);
        csv_year(t, i, c->year);
        csv_positive(t, i, c->population);
        csv_choice(t, i, c->kind, 2, kind);
    }
    for (size_t p = 0; p < in->places; p++) {
        size_t row = 0;
        const int32_t base = city_base(t, c, in->place[p].key, &row);
        if (!base) continue;
        if (all->rows && base != all->base)
            csv_fail(t, row, c->year, "the last observed year of %s is %d, that of %s is %d: one base year is needed",
                     in->place[p].name, (int)base, all->row[0].place->name, (int)all->base);
        all->base = base;
        all->row[all->rows++] = (city){.place = &in->place[p], .row = row, .base = csv_positive(t, row, c->population)};
    }
    for (size_t i = 0; i < csv_rows(t); i++) {
        size_t row = 0;
        if (!city_base(t, c, csv_raw(t, i, c->place), &row))
            csv_fail(t, i, c->kind, "no year of %s is observed", csv_raw(t, i, c->place));
    }
}

/* The country's urban population from the base year on, as far as it is known and no more than 20 years. */
static double *cities_urban(cities *all, const urban *u, const city_columns *c)
{
    const int32_t far = (all->base + CITY_HORIZON) / 5 * 5;
    double *value = program_memory((size_t)(far - all->base) + 1, sizeof *value);
    for (int32_t y = all->base; y <= far; y++) {
        value[y - all->base] = urban_thousand(u, y);
        if (isnan(value[y - all->base])) break;
        all->end = y;
    }
    if (all->end <= all->base)
        csv_fail(all->table, all->row[0].row, c->year, "%s and %s do not have the years from %d on",
                 csv_name(u->history.table), csv_name(u->population.table), (int)all->base);
    all->steps = (size_t)(all->end - all->base);
    return value;
}

/* A step of the urban population that the library finds unusual: at the population of its year, or of the next one that
 * the table has. */
static void urban_break_tell(const cities *all, const urban *u, size_t step, const double *country)
{
    const history *h = &u->population;
    const int32_t year = all->base + (int32_t)step;
    size_t i = 0;
    while (i + 1 < h->n && h->year[i] < year) i++;
    csv_warn(
        h->table, h->row[i], h->column,
        "%s %s of %d: the urban population, %.6g thousand in %d and %.6g in %d, changes by a factor %.2g, which is "
        "unusual (a new boundary, definition or count?)",
        csv_title(h->table, h->column), csv_raw(h->table, h->row[i], h->column), (int)h->year[i], country[step - 1],
        (int)year - 1, country[step], (int)year, country[step] / country[step - 1]);
}

/* A growth that no city has, by the two figures of which it is made. */
static void city_growth_tell(const cities *all, const city *c, size_t other)
{
    const csv *t = all->table;
    const size_t year = csv_column(t, "year");
    const int32_t base = csv_year(t, c->row, year), then = csv_year(t, other, year);
    const size_t first = then < base ? other : c->row, second = then < base ? c->row : other;
    const double times = csv_positive(t, second, all->population) / csv_positive(t, first, all->population);
    const double rate = expm1(log(times) / abs(base - then)), away = fmax(times, 1 / times);
    csv_warn(t, second, all->population, "%s %s: the population %s by %.3g %% a year between rows %zu and %zu%s",
             csv_title(t, all->population), csv_raw(t, second, all->population), rate < 0 ? "falls" : "rises",
             100 * fabs(rate), csv_line(t, first), csv_line(t, second),
             away > 5 && away < 20 ? ": a decimal place?" : "");
}

/* other: the row of the population from which, or to which, the city grows. */
static void city_project(const cities *all, const city *c, const urban *u, double growth, size_t other,
                         const double *country, double *out)
{
    const cell cells[] = {cell_at("population", all->table, c->row, all->population),
                          cell_at("growth", all->table, c->row, all->population),
                          cell_at("urban", u->population.table, u->population.row[0], u->population.column)};
    out[0] = c->base;
    const skpi_status status = skpi_urban_cities_project(1, all->steps, &c->base, &growth, country, out + 1, NULL);
    skpi_error e = {.size = sizeof e};
    const int unusual = status >= 0 && (status & SKPI_WUNUSUAL) && skpi_last_error_get(&e) >= 0;
    if (unusual && !strcmp(e.name, "growth"))
        city_growth_tell(all, c, other);
    else if (unusual && !strcmp(e.name, "urban") && e.row > 0 && (size_t)e.row <= all->steps)
        urban_break_tell(all, u, (size_t)e.row, country);
    else
        cells_tell(status, 3, cells);
}

static void city_compute(cities *all, city *c, const urban *u, const city_columns *k, const double *country)
{
    const csv *t = all->table;
    double next = (double)NAN, mean = (double)NAN;
    size_t before = 0, after = 0;
    for (size_t i = 0; i < csv_rows(t); i++) {
        if (strcmp(csv_raw(t, i, k->place), c->place->key)) continue;
        const int32_t year = csv_year(t, i, k->year);
        const double people = csv_positive(t, i, k->population);
        if (year == all->base + 1) {
            after = i;
            next = log(people / c->base);
        }
        if (year < all->base &&
            (!c->before || abs(all->base - CITY_BEFORE - year) < abs(all->base - CITY_BEFORE - c->before))) {
            before = i;
            c->before = year;
            mean = log(c->base / people) / (all->base - year);
        }
    }
    if (isnan(next) && isnan(mean))
        csv_fail(t, c->row, k->population, "%s has neither a year before %d nor %d: no growth to begin with",
                 c->place->name, (int)all->base, (int)all->base + 1);
    c->own_first = !isnan(next);
    c->population = program_memory(all->steps + 1, sizeof *c->population);
    c->other = program_memory(all->steps + 1, sizeof *c->other);
    for (size_t y = 0; y <= all->steps; y++) c->other[y] = (double)NAN;
    if (!isnan(mean)) city_project(all, c, u, mean, before, country, c->other);
    if (c->own_first) {
        /* The recursion begins one year before the first step: this is the rate that makes the first step the given
         * one. */
        const double whole = log(country[1] / country[0]);
        city_project(all, c, u, (25 * next - whole) / 24, after, country, c->population);
    } else {
        memcpy(c->population, c->other, (all->steps + 1) * sizeof *c->population);
    }
}

/* The figure that is most probably wrong where the cities have more people than all towns. */
static _Noreturn void cities_exceed(const cities *all, const urban *u, int32_t year, double sum, double towns)
{
    const history *h = &u->history;
    size_t at = 0;
    while (at + 1 < h->n && h->year[at + 1] <= year) at++;
    if (h->value[at] < 0.03 && sum <= 100 * towns)
        csv_fail(h->table, h->row[at], h->column,
                 "share %s makes an urban population of %.6g thousand in %d, but the cities of %s have %.6g thousand: "
                 "divided by 100 once too often?",
                 csv_raw(h->table, h->row[at], h->column), towns, (int)year, csv_name(all->table), sum);
    csv_fail(all->table, all->row[0].row, all->population,
             "in %d the cities have %.6g thousand, but the whole urban population (%s times %s) is %.6g thousand%s",
             (int)year, sum, csv_name(u->population.table), csv_name(h->table), towns,
             sum > 10 * towns ? ": a thousand?" : "");
}

void cities_compute(cities *all, const tables *in, const urban *u)
{
    const csv *t = all->table = in->table[CITIES];
    const city_columns c = {csv_column(t, "place"), csv_column(t, "year"), csv_column(t, "population_thousand"),
                            csv_column(t, "kind")};
    csv_column(t, "area");
    csv_column(t, "source");
    all->population = c.population;
    cities_find(all, in, &c);
    double *country = cities_urban(all, u, &c);
    for (size_t i = 0; i < all->rows; i++) city_compute(all, &all->row[i], u, &c, country);
    for (size_t y = 0; y <= all->steps; y++) {
        double sum = 0;
        for (size_t i = 0; i < all->rows; i++) sum += all->row[i].population[y];
        if (sum > country[y]) cities_exceed(all, u, all->base + (int32_t)y, sum, country[y]);
    }
    free(country);
}

void cities_release(cities *all)
{
    for (size_t i = 0; i < all->rows; i++) {
        free(all->row[i].population);
        free(all->row[i].other);
    }
    free(all->row);
}

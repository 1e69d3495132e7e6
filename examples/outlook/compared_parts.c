/* The cities of a report together, in one year: no more than their country. */
#include "compared.h"

#define PARTS_DOUBT 1.1 /* up to here a doubt: publishers count differently */

/* The figure of a year, the least or the greatest where there are vintages; position n: none. */
static size_t parts_find(const scale_series *a, int32_t year, int greatest)
{
    size_t found = a->n;
    for (size_t k = 0; k < a->n; k++)
        if (a->year[k] == year && (found == a->n || (a->value[k] > a->value[found]) == greatest)) found = k;
    return found;
}

static void parts_compare(const compared *all, const size_t *city, size_t country, const char *what)
{
    if (country == SCALE_ALONE) return;
    const scale_series *whole = &all->s.series[country];
    for (size_t k = 0; k < whole->n; k++) {
        const size_t at = parts_find(whole, whole->year[k], 1);
        const scale_series *most = NULL;
        size_t row = 0, cities = 0;
        double sum = 0, largest = 0;
        for (size_t p = 0; p < all->in->places; p++) {
            if (city[p] == SCALE_ALONE || city[p] == country) continue;
            const scale_series *part = &all->s.series[city[p]];
            const size_t i = parts_find(part, whole->year[k], 0);
            if (i == part->n) continue;
            sum += part->value[i];
            cities++;
            if (part->value[i] <= largest) continue;
            largest = part->value[i];
            most = part;
            row = part->row[i];
        }
        if (!most || sum <= whole->value[at]) continue;
        char text[400];
        snprintf(text, sizeof text,
                 "%s %.60s: the %s of %zu cit%s in %d is %.3g times the country's, %.60s (%.100s, row %zu)",
                 csv_title(most->table, most->column), csv_raw(most->table, row, most->column), what, cities,
                 cities > 1 ? "ies" : "y", (int)whole->year[k], sum / whole->value[at],
                 csv_raw(whole->table, whole->row[at], whole->column), csv_name(whole->table),
                 csv_line(whole->table, whole->row[at]));
        if (sum > PARTS_DOUBT * whole->value[at]) csv_fail(most->table, row, most->column, "%s", text);
        csv_warn(most->table, row, most->column, "%s", text);
        return;
    }
}

void compared_parts(const compared *all)
{
    if (!all->in->has_country) return;
    parts_compare(all, all->city_gdp, all->gdp[0], "GDP");
    parts_compare(all, all->city_co2, all->co2, "CO2");
    parts_compare(all, all->city_people, all->people, "population");
}

/* The budget per head: the part of each city's inhabitants.  This is arithmetic and not a target. */
#include "outlook.h"

#include <math.h>
#include <stdlib.h>

void compute_parts(outlook *o)
{
    const csv *t = o->table[CITIES];
    const cell cells = cell_at("population", t, CSV_WHOLE, csv_column(t, "population_2018"));
    const size_t n = o->cities + 1;
    int32_t k = (int32_t)o->t0 - BASE_YEAR;
    o->share_year = (int32_t)o->t0;
    if (k < 0 || k > LAST_CITY_YEAR - BASE_YEAR || o->budget < 0) return; /* no populations of that year */
    o->part = program_memory(n, sizeof *o->part);
    o->head = program_memory(n, sizeof *o->head);
    o->all_heads = o->total[k];
    o->head[n - 1] = o->total[k];
    for (size_t i = 0; i + 1 < n; i++) {
        o->head[i] = o->city[i].population[k];
        o->head[n - 1] -= o->head[i];
    }
    cells_tell(skpi_carbon_budget_share(n, o->head, NULL, o->budget, NULL, o->part), 1, &cells);
}

void print_parts(const outlook *o)
{
    char text[500];
    printf("\nThe budget per head\n");
    if (!o->part) {
        snprintf(text, sizeof text, "The budget is not shared, because there are no city populations of %d.",
                 (int)o->share_year);
        paragraph(text);
        return;
    }
    snprintf(text, sizeof text,
             "This is arithmetic and not a target: nobody has shared the budget in this manner. The %g Gt are shared "
             "by the projected population of %d in all of %s, %s t per head. The cities are UN agglomerations, and "
             "emissions often occur elsewhere than where people live.",
             o->budget, (int)o->share_year, o->place[0].name, number(1e6 * o->budget / o->all_heads, 1));
    paragraph(text);
    printf("\n  %-16s  %14s  %9s\n", "", "thousand heads", "Gt CO2");
    for (size_t i = 0; i <= o->cities; i++)
        printf("  %-16s  %14s  %9s   assumed\n", i < o->cities ? o->city[i].place->name : "other places",
               number(o->head[i], 0), number(o->part[i], 3));
}

void write_parts(const outlook *o, const char *directory)
{
    FILE *f = program_create(directory, "carbon_shares.csv");
    fputs("place,name,name_zh,year,population_thousand,co2_gt,t_per_head,kind\n", f);
    for (size_t i = 0; o->part && i <= o->cities; i++) {
        const place *p = i < o->cities ? o->city[i].place : &(place){"rest", "rest", "", 0};
        csv_put_text(f, 1, p->key);
        csv_put_text(f, 0, p->name);
        csv_put_text(f, 0, p->name_zh);
        fprintf(f, ",%d", (int)o->share_year);
        csv_put_number(f, 0, o->head[i]);
        csv_put_number(f, 0, o->part[i]);
        csv_put_number(f, 0, 1e6 * o->part[i] / o->head[i]);
        csv_put_text(f, 0, "assumed");
        fputc('\n', f);
    }
    program_close(f, "carbon_shares.csv");
}

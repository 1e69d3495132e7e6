/* The Kaya table: what the CO2 is made of, year by year. */
#include "verdict.h"
#include "../common/cells.h"

#include <stdlib.h>

void kaya_tell(const kaya *k, const tables *in, skpi_status s)
{
    const csv *t = in->table[CARBON_KAYA];
    const cell cells[] = {cell_at("population", t, CSV_WHOLE, k->column[0]), cell_at("gdp", t, CSV_WHOLE, k->column[1]),
                          cell_at("energy", t, CSV_WHOLE, k->column[2]),
                          cell_at("emission", t, CSV_WHOLE, k->column[3])};
    cells_tell(s, sizeof cells / sizeof *cells, cells);
}

/* GDP is kept in billions, CO2 per GDP in grams per unit of money. */
static void kaya_units(verdict *v, const tables *in, double *bn, double *gram)
{
    const csv *t = in->table[CARBON_KAYA];
    const money m = money_columns(t);
    const size_t prices = csv_optional(t, "price_year"), energy = csv_column(t, "energy_unit");
    v->unit = co2_unit_read(t);
    v->currency = money_currency(t, 0, m);
    *bn = money_bn(t, 0, m);
    *gram = v->unit.gt * 1e6; /* Gt per billion: 1e15 g over 1e9 */
    column_uniform(t, m.currency);
    column_uniform(t, m.unit);
    column_uniform(t, energy);
    const int constant = !csv_missing(t, 0, prices);
    if (constant) column_uniform(t, prices);
    snprintf(v->money_words, sizeof v->money_words, "%s%s%.20s", v->currency, constant ? " of " : "",
             constant ? csv_raw(t, 0, prices) : "");
}

kaya kaya_read(verdict *v, const tables *in)
{
    static const char *const name[] = {"population_thousand", "gdp", "energy", "co2"};
    const csv *t = in->table[CARBON_KAYA];
    const size_t n = csv_rows(t), years = csv_column(t, "year");
    kaya k = {.n = n};
    double bn, gram;
    if (n < 3) csv_fail(t, CSV_WHOLE, years, "%zu years: a trend needs three", n);
    kaya_units(v, in, &bn, &gram);
    k.intensity = program_memory(n, sizeof *k.intensity);
    k.factor = program_memory(4 * n, sizeof *k.factor);
    double **to[] = {&k.population, &k.gdp, &k.energy, &k.emission};
    for (size_t c = 0; c < 4; c++) {
        history h = history_read(in, CARBON_KAYA, name[c], HISTORY_POSITIVE, NULL);
        k.column[c] = h.column;
        for (size_t i = 1; i < n; i++) csv_year_next(t, i, years, h.year[i - 1]);
        *to[c] = h.value;
        h.value = NULL;
        if (!c) {
            k.year = h.year;
            h.year = NULL;
        }
        history_release(&h);
    }
    for (size_t i = 0; i < n; i++) {
        k.gdp[i] *= bn;
        k.intensity[i] = k.emission[i] / k.gdp[i] * gram;
    }
    kaya_tell(&k, in, skpi_carbon_kaya(n, k.population, k.gdp, k.energy, k.emission, k.factor, NULL));
    return k;
}

void kaya_release(kaya *k)
{
    void *block[] = {k->year, k->population, k->gdp, k->energy, k->emission, k->intensity, k->factor};
    for (size_t i = 0; i < sizeof block / sizeof *block; i++) free(block[i]);
}

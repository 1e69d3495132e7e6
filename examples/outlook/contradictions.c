/* Tables that contradict each other: both figures are told, and whether the factor between them is that of a unit. */
#include "contradictions.h"
#include "history.h"
#include "units.h"

#include <math.h>
#include <string.h>

/* What may have happened where a figure is so many times another. */
static const char *contradiction_guess(double ratio)
{
    const double power = log10(ratio > 1 ? ratio : 1 / ratio);
    return fabs(power - 3) < 0.5   ? ": a thousand?"
           : fabs(power - 6) < 0.5 ? ": a million?"
           : fabs(power - 9) < 0.5 ? ": a thousand million?"
           : fabs(power - 2) < 0.3 ? ": percent?"
                                   : "";
}

/* Fails where a figure is more than factor times another of the same thing, or less than its part. */
static void contradiction_pair(const csv *t, size_t row, size_t column, double value, const csv *other,
                               size_t other_row, double second, double factor, const char *what)
{
    const double ratio = value / second;
    if (ratio < factor && ratio > 1 / factor) return;
    if (other == t)
        csv_fail(t, row, column, "%s %g is %.3g times %g of the row before%s", what, value, ratio, second,
                 contradiction_guess(ratio));
    csv_fail(t, row, column, "%s %g is %.3g times %g of %s, row %zu%s", what, value, ratio, second, csv_name(other),
             csv_line(other, other_row), contradiction_guess(ratio));
}

/* A step from one year to the next given one beyond factor a year apart. */
static void contradiction_steps(const history *h, double factor, const char *what)
{
    for (size_t i = 1; i < h->n; i++)
        if (h->value[i] > 0 && h->value[i - 1] > 0)
            contradiction_pair(h->table, h->row[i], h->column, h->value[i], h->table, h->row[i - 1], h->value[i - 1],
                               pow(factor, fmin(h->year[i] - h->year[i - 1], 5)), what);
}

static void contradiction_histories(const history *a, const history *b, double unit, double factor, const char *what)
{
    for (size_t i = 0; i < a->n; i++) {
        const size_t k = history_find(b, a->year[i]);
        if (k < b->n && a->value[i] > 0 && b->value[k] > 0)
            contradiction_pair(a->table, a->row[i], a->column, a->value[i], b->table, b->row[k], b->value[k] * unit,
                               factor, what);
    }
}

static void population_tell(const tables *in)
{
    const int heads = table_given(in, POPULATION), kaya = table_given(in, CARBON_KAYA);
    history a = {.n = 0}, b = {.n = 0};
    if (heads) a = history_read(in, POPULATION, "population_thousand", HISTORY_POSITIVE, NULL);
    if (kaya) b = history_read(in, CARBON_KAYA, "population_thousand", HISTORY_POSITIVE, NULL);
    contradiction_steps(&a, 2, "population_thousand");
    contradiction_histories(&b, &a, 1, 2, "population_thousand");
    contradiction_steps(&b, 2, "population_thousand");
    history_release(&a);
    history_release(&b);
}

static void co2_tell(const tables *in)
{
    const int total = table_given(in, CARBON_HISTORY), kaya = table_given(in, CARBON_KAYA);
    history a = {.n = 0}, b = {.n = 0};
    if (total) a = history_read(in, CARBON_HISTORY, "co2", HISTORY_QUANTITY, NULL);
    if (kaya) b = history_read(in, CARBON_KAYA, "co2", HISTORY_POSITIVE, NULL);
    contradiction_steps(&a, 10, "co2");
    contradiction_steps(&b, 10, "co2");
    if (total && kaya)
        contradiction_histories(
            &b, &a, co2_unit_read(in->table[CARBON_HISTORY]).gt / co2_unit_read(in->table[CARBON_KAYA]).gt, 5, "co2");
    history_release(&a);
    history_release(&b);
    static const char *const column[] = {"gdp", "energy"};
    for (size_t k = 0; kaya && k < 2; k++) {
        b = history_read(in, CARBON_KAYA, column[k], HISTORY_POSITIVE, NULL);
        contradiction_steps(&b, 5, column[k]);
        history_release(&b);
    }
}

/* GDP of one place and year by different vintages, and of one year and the next. */
static void gdp_tell(const tables *in)
{
    const csv *t = in->table[GDP];
    if (!table_given(in, GDP)) return;
    const size_t places = csv_column(t, "place"), years = csv_column(t, "year"), value = csv_column(t, "gdp");
    const money m = money_columns(t);
    for (size_t i = 0; i < csv_rows(t); i++)
        for (size_t k = 0; k < i; k++) {
            const int32_t apart = csv_year(t, i, years) - csv_year(t, k, years);
            if (strcmp(csv_raw(t, i, places), csv_raw(t, k, places)) || apart > 5 || apart < -5 ||
                strcmp(money_currency(t, i, m), money_currency(t, k, m)))
                continue;
            const double a = csv_positive(t, i, value),
                         b = csv_positive(t, k, value) * money_bn(t, k, m) / money_bn(t, i, m);
            if (a / b > 10 || b / a > 10)
                csv_fail(t, i, value, "gdp %g is %.3g times %g of row %zu%s", a, a / b, b, csv_line(t, k),
                         contradiction_guess(a / b));
        }
}

static void cities_tell(const tables *in)
{
    if (!table_given(in, CITIES)) return;
    for (size_t p = 0; p < in->places; p++) {
        history h = history_read(in, CITIES, "population_thousand", HISTORY_POSITIVE, &in->place[p]);
        contradiction_steps(&h, 2, "population_thousand");
        history_release(&h);
    }
}

void contradictions_tell(const tables *in)
{
    population_tell(in);
    co2_tell(in);
    gdp_tell(in);
    cities_tell(in);
}

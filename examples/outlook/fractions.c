/* Fractions that no other table confirms: each against what it can be. */
#include "fractions.h"

#include <math.h>

static const struct {
    enum table table;
    const char *column;
    double least, most; /* absolute value: below the least a doubt, above the most an error */
} fraction[] = {{CARBON_SINCE, "change", 2e-4, 0.3},    {CARBON_WAYPOINTS, "below_peak", 5e-3, 1},
                {CARBON_GOALS, "cut", 0.02, 1},         {CARBON_GOALS, "gdp_growth", 1e-3, 0.3},
                {CARBON_GOALS, "energy_part", 0.02, 1}, {CARBON_GOALS, "energy_low", 0.02, 1},
                {CARBON_GOALS, "energy_high", 0.02, 1}};

static void fraction_tell(const csv *t, size_t column, double least, double most)
{
    for (size_t i = 0; i < csv_rows(t); i++) {
        if (csv_missing(t, i, column)) continue;
        const double value = most < 1 ? csv_number(t, i, column) : csv_share(t, i, column), size = fabs(value);
        if (size > most)
            csv_fail(t, i, column, "%s \"%s\" is a fraction, here %g %%: percent?", csv_title(t, column),
                     csv_raw(t, i, column), 100 * value);
        if (size > 0 && size < least)
            csv_warn(t, i, column, "%s \"%s\" is a fraction, here %.3g %%: divided by 100 once too often?",
                     csv_title(t, column), csv_raw(t, i, column), 100 * value);
    }
}

/* The part of energy stands between the ends of its range. */
static void part_tell(const tables *in)
{
    const csv *t = in->table[CARBON_GOALS];
    if (!table_given(in, CARBON_GOALS)) return;
    const size_t part = csv_column(t, "energy_part"), low = csv_column(t, "energy_low"),
                 high = csv_column(t, "energy_high");
    for (size_t i = 0; i < csv_rows(t); i++) {
        const double value = csv_number_or(t, i, part, (double)NAN);
        if (value < csv_number_or(t, i, low, value) || value > csv_number_or(t, i, high, value))
            csv_fail(t, i, part, "energy_part %s is not between energy_low %s and energy_high %s", csv_raw(t, i, part),
                     csv_raw(t, i, low), csv_raw(t, i, high));
    }
}

void fractions_tell(const tables *in)
{
    for (size_t k = 0; k < sizeof fraction / sizeof *fraction; k++)
        if (table_given(in, fraction[k].table)) {
            const csv *t = in->table[fraction[k].table];
            fraction_tell(t, csv_column(t, fraction[k].column), fraction[k].least, fraction[k].most);
        }
    part_tell(in);
}

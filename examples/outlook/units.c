/* Units of tables: money and CO2. */
#include "units.h"

#include <string.h>

money money_columns(const csv *t) { return (money){csv_column(t, "currency"), csv_column(t, "money_unit")}; }

const char *money_currency(const csv *t, size_t row, money m)
{
    const char *code = csv_text(t, row, m.currency);
    if (strlen(code) != 3 || strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
        csv_fail(t, row, m.currency, "currency \"%s\" is not a code of ISO 4217: three capital letters, CNY or EUR",
                 code);
    return code;
}

double money_bn(const csv *t, size_t row, money m)
{
    static const char *const name[] = {"", "thousand", "mn", "bn", "tn"};
    static const struct {
        const char *word, *name;
    } other[] = {{"million", "mn"},
                 {"millions", "mn"},
                 {"millones", "mn"},
                 {"Millionen", "mn"},
                 {"milliards", "bn"},
                 {"Milliarden", "bn"},
                 {"mil millones", "bn"},
                 {"Mio", "mn"},
                 {"mio", "mn"},
                 {"m", "mn"},
                 {"M", "mn"},
                 {"billion", "bn"},
                 {"billions", "bn"},
                 {"Mrd", "bn"},
                 {"mrd", "bn"},
                 {"b", "bn"},
                 {"B", "bn"},
                 {"trillion", "tn"},
                 {"trillions", "tn"},
                 {"T", "tn"},
                 {"k", "thousand"},
                 {"thousands", "thousand"}};
    static const double bn[] = {1e-9, 1e-6, 1e-3, 1, 1e3};
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (!strcmp(csv_raw(t, row, m.unit), other[i].word))
            csv_fail(
                t, row, m.unit,
                "money_unit \"%s\" is none of: empty, thousand, mn (a million), bn (1000 mn), tn (1000 bn); is \"%s\" "
                "meant?",
                other[i].word, other[i].name);
    return bn[csv_choice(t, row, m.unit, 5, name)];
}

co2_unit co2_unit_read(const csv *t)
{
    static const char *const name[] = {"t", "kt", "Mt", "Gt"};
    static const double gt[] = {1e-9, 1e-6, 1e-3, 1};
    const size_t unit = csv_column(t, "co2_unit");
    if (!csv_rows(t)) return (co2_unit){"Gt", 1};
    const size_t k = csv_choice(t, 0, unit, 4, name);
    column_uniform(t, unit);
    return (co2_unit){name[k], gt[k]};
}

void column_uniform(const csv *t, size_t column)
{
    for (size_t i = 1; i < csv_rows(t); i++)
        if (strcmp(csv_raw(t, i, column), csv_raw(t, 0, column)))
            csv_fail(t, i, column, "\"%s\" where the first row has \"%s\": one is needed in the whole table",
                     csv_raw(t, i, column), csv_raw(t, 0, column));
}

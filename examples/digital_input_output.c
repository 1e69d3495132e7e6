/* The digital economy in an input-output table: its share of GDP as whole industries, and by the framework of the Asian
 * Development Bank, as published and with the exact double count.
 *
 * Out: key,value; money of the table, shares as fractions. */
#include "common/sectors.h"

static void print_figure(const char *key, double value)
{
    csv_put_text(stdout, 1, key);
    csv_put_number(stdout, 0, value);
    putchar('\n');
}

int main(int argc, char **argv)
{
    program_begin(
        argc, argv,
        "usage: digital_input_output Z.csv SECTORS.csv\n"
        "Computes the share of the digital economy in GDP from an input-output table.  Z has the column sector and\n"
        "one column for each sector: flows from the row's sector to the column's.  SECTORS has the columns\n"
        "sector,final_demand,value_added,output,digital (0 or 1) and investment (part of final_demand that digital\n"
        "industries invest; 0 if none).  Prints\n"
        "key,value: terms in the unit of the table, shares as fractions.\n");
    char **file;
    program_operands(2, 2, &file);
    sectors *s = sectors_read(file[0], file[1], 1);
    skpi_economy_iotable *table;
    double gdp, direct, backward, forward, twice, investment, published, exact, share[3], radius;
    skpi_economy_iotable_source_check_out found = {.size = sizeof found, .spectral_radius = &radius};
    skpi_digital_adb_out out = {.size = sizeof out,
                                .gdp = &gdp,
                                .direct = &direct,
                                .backward = &backward,
                                .forward = &forward,
                                .double_count = &twice,
                                .investment = &investment,
                                .published = &published,
                                .exact = &exact,
                                .share_direct = &share[0],
                                .share_published = &share[1],
                                .share_exact = &share[2]};
    sectors_tell(s, skpi_economy_iotable_new(&s->source, &table));
    sectors_tell(s, skpi_digital_adb(table, s->digital, s->investment, &out));
    sectors_tell(s, skpi_economy_iotable_source_check(&s->source, &found));
    puts("key,value");
    print_figure("gdp", gdp);
    print_figure("direct", direct);
    print_figure("backward", backward);
    print_figure("forward", forward);
    print_figure("double_count", twice);
    print_figure("fixed_investment", investment);
    print_figure("published", published);
    print_figure("exact", exact);
    print_figure("share_direct", share[0]);
    print_figure("share_published", share[1]);
    print_figure("share_exact", share[2]);
    print_figure("spectral_radius", radius);
    skpi_economy_iotable_free(table);
    sectors_free(s);
    return program_end();
}

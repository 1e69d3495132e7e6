/* City outlook: the digital economy, the urban share and the CO2 path of a country and its cities, and a verdict on its
 * goals for CO2, from fifteen small CSV files that can be replaced by others of the same form.  Prints a report; with
 * --out also writes all figures of every year into CSV files, from which the pictures (plots/) are drawn.
 *
 *     cc -o city_outlook city_outlook.c outlook/[a-z]*.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/csv.h"
#include "common/program.h"
#include "outlook/outlook.h"

#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: city_outlook [--data DIR] [--out DIR] [--full] [--TABLE FILE ...]\n"
    "Prints the outlook of a country and its cities: digital economy, urban share, CO2 path to net zero,\n"
    "and whether its goals for CO2 are being met.\n"
    "\n"
    "  --data DIR     directory of the fifteen tables (default: examples/data)\n"
    "  --out DIR      also write digital, impact, urban, cities, carbon, carbon_shares, verdict and figures.csv\n"
    "                 into DIR, with every year\n"
    "  --full         print every year and not only every fifth\n"
    "  --places FILE, --digital FILE, --gdp FILE, --urban FILE, --urban_history FILE, --urban_published FILE,\n"
    "  --population FILE,\n"
    "  --cities FILE, --carbon FILE, --carbon_history FILE, --carbon_kaya FILE, --carbon_goals FILE,\n"
    "  --investment FILE, --io_sectors FILE, --io_flows FILE\n"
    "                 read one table from FILE (- is standard input)\n"
    "  --help         print this\n"
    "\n"
    "To see your own city, copy the data directory and edit the files; their '#' lines explain each column.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

static const char *file_option(enum table t)
{
    char option[40];
    snprintf(option, sizeof option, "--%s", table_name[t]);
    return program_option(option);
}

static csv *read_table(const char *directory, const char *file, enum table t)
{
    if (file) return csv_read(file);
    size_t room = strlen(directory) + 40;
    char *path = program_memory(room, 1);
    snprintf(path, room, "%s/%s.csv", directory, table_name[t]);
    csv *table = csv_read(path);
    free(path);
    return table;
}

static void outlook_release(outlook *o)
{
    for (size_t i = 0; i < o->digitals; i++) free(o->digital[i].refused);
    void *block[] = {o->place,      o->digital, o->year, o->city, o->total,
                     o->total_kind, o->path,    o->part, o->head, o->verdict.row};
    for (size_t i = 0; i < sizeof block / sizeof *block; i++) free(block[i]);
    release_investment(o);
    for (int t = 0; t < TABLES; t++) csv_free(o->table[t]);
}

int main(int argc, char **argv)
{
    outlook o = {.digitals = 0};
    program_begin(argc, argv, help);
    const char *data = program_option("--data"), *out = program_option("--out");
    int full = program_flag("--full");
    const char *file[TABLES];
    for (int t = 0; t < TABLES; t++) file[t] = file_option((enum table)t);
    program_operands(0, 0, NULL);
    for (int t = 0; t < TABLES; t++) o.table[t] = read_table(data ? data : "examples/data", file[t], (enum table)t);

    load_places(&o);
    compute_digital(&o);
    compute_investment(&o);
    compute_urban(&o);
    compute_cities(&o);
    compute_carbon(&o);
    compute_parts(&o);
    compute_verdict(&o);

    print_headlines(&o);
    print_digital(&o);
    print_investment_impact(&o);
    print_urban(&o, full);
    print_cities(&o, full);
    print_carbon(&o, full);
    print_parts(&o);
    print_verdict(&o, full);
    print_sources(&o);
    if (out) {
        program_make_directory(out);
        write_digital(&o, out);
        write_investment(&o, out);
        write_urban(&o, out);
        write_cities(&o, out);
        write_carbon(&o, out);
        write_parts(&o, out);
        write_verdict(&o, out);
        write_figures(&o, out);
        printf("\nYear by year, in CSV files: %s\n", out);
    }
    outlook_release(&o);
    return program_end();
}

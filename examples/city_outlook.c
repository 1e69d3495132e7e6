/* City outlook: the digital economy, the urban share and the CO2 path of a country or a city, a verdict on its goals for
 * CO2, its ranks in a city index and its peers, from small CSV files that can be replaced by others of the same form; a
 * section whose tables are missing is left out.  Prints a report; with --out also writes all figures of every year into CSV files, from which the pictures (plots/)
 * are drawn.
 *
 *     cc -o city_outlook city_outlook.c outlook/[a-z]*.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/csv.h"
#include "common/program.h"
#include "outlook/page.h"
#include "outlook/write_csv.h"
#include "outlook/write_text.h"
#include "outlook/sections.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char help_usage[] =
    "usage: city_outlook [--data DIR] [--out DIR] [--full] [--TABLE FILE ...]\n"
    "Prints the outlook of a country and its cities, or of one city: digital economy, urban share, CO2 path to net\n"
    "zero, whether the goals for CO2 are being met, how far ranks in a city index hold, and peer cities.\n"
    "\n"
    "  --data DIR     directory of the tables TABLE.csv (default: examples/data)\n"
    "  --out DIR      also write the report as a page, outlook.html, and every table with every year as CSV, into\n"
    "                 DIR; what an earlier run wrote there, and its pictures, is removed first\n"
    "  --full         print every year, methods and sources\n"
    "  --TABLE FILE   read one table from FILE (- is standard input): --places FILE, --gdp FILE, ...\n"
    "  --help         print this\n"
    "\n"
    "To see your own place, copy the data directory, delete what you do not have, and edit the rest; the '#' lines of\n"
    "the files explain each column. Only places.csv is always needed: one row is the country, or one is a city alone.\n"
    "Keep countries.csv: nothing is computed from it, but it tells figures that are in another unit.\n"
    "A city index needs two tables: index_dimensions.csv names its dimensions, index_cities.csv has a column for each\n"
    "and a row for each city; cities of places.csv, or of its country, are those of the report.\n"
    "\n"
    "Sections, the tables that each needs, and in parentheses those that it uses if they are there:\n";
static const char help_status[] =
    "\nFigures that contradict each other are refused; what is only unusual gives a warning and the report.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.\n";

static const char *file_option(enum table t)
{
    char option[40];
    snprintf(option, sizeof option, "--%s", table_name[t]);
    return program_option(option);
}

/* The path of a table, for free(). */
static char *table_path(const char *directory, const char *file, enum table t)
{
    const size_t room = file ? strlen(file) + 1 : strlen(directory) + 40;
    char *path = program_memory(room, 1);
    if (file)
        memcpy(path, file, room);
    else
        snprintf(path, room, "%s/%s", directory, table_file(t));
    return path;
}

/* A table that is given must be there; one of the directory may be missing, except the places. */
static csv *read_table(const char *directory, const char *file, enum table t)
{
    char *path = table_path(directory, file, t);
    FILE *f = t == PLACES || file ? NULL : fopen(path, "rb");
    const int missing = t != PLACES && !file && !f && errno == ENOENT;
    if (f) fclose(f);
    csv *table = missing ? NULL : csv_read(path);
    free(path);
    return table;
}

/* The report's files have the names of tables, so it must not be written among them. */
static void refuse_to_overwrite(const char *directory, const char *const *file, const char *out)
{
    for (int t = 0; t < TABLES; t++) {
        char *path = table_path(directory, file[t], (enum table)t);
        if (program_in_directory(path, out))
            program_fail(PROGRAM_USAGE,
                         "--out %s is the directory of %s: the report would replace tables, give another", out, path);
        free(path);
    }
}

int main(int argc, char **argv)
{
    outlook o = {.in = {.places = 0}};
    report r;
    int there[SECTIONS], any = 0;
    char *help = sections_help(help_usage, help_status);
    program_begin(argc, argv, help);
    const char *data = program_option("--data"), *out = program_option("--out");
    const int full = program_flag("--full");
    const char *file[TABLES];
    for (int t = 0; t < TABLES; t++) file[t] = file_option((enum table)t);
    program_operands(0, 0, NULL);
    if (!data) data = "examples/data";
    if (out) {
        refuse_to_overwrite(data, file, out);
        report_remove_files(out); /* so that a run that fails leaves no report of another one */
    }
    for (int t = 0; t < TABLES; t++) o.in.table[t] = read_table(data, file[t], (enum table)t);
    tables_misnamed(&o.in, data);
    tables_places(&o.in);
    sections_compute(&o, there);
    for (int s = 0; s < SECTIONS; s++) any |= there[s];
    if (!any) csv_fail(o.in.table[PLACES], CSV_WHOLE, 0, "no section has its tables in %s: see --help", data);
    sections_report(&o, there, &r);
    report_print(&r, full);
    if (out) {
        program_make_directory(out);
        report_write_files(&r, out);
        page_write(&r, out);
    }
    if (out) printf("As a page: %s/outlook.html. Year by year: CSV files beside it.\n", out);
    if (!full && !out) printf("Every year, methods and sources: --full. Your own place: --help.\n");
    report_release(&r);
    sections_release(&o);
    free(help);
    return program_end();
}

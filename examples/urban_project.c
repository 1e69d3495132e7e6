/* Projects urban shares, one row for each year, from the last observation of each place and the growth difference
 * before it.
 *
 *     cc -o urban_project urban_project.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/cells.h"
#include "common/csv.h"
#include "common/program.h"
#include "common/urban_methods.h"

#include <smartkpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: urban_project [--method NAME] FILE\n"
    "Projects urban shares from the last observation of each place.\n"
    "\n"
    "  FILE      columns place; size_class, large or small, which selects the world norm (large: two million\n"
    "            inhabitants or more in 2018); last_year; share, a fraction in [0,1]; urgd, the urban-rural growth\n"
    "            difference before last_year, per year (may be empty where the share is 0 or 1); end_year\n"
    "  --method  un (the default), damped, constant, persistence, converging or cautious\n"
    "  --help    print this\n"
    "\n"
    "- is standard input.  Output: place,year,share,urgd, one row for each year from last_year + 1 to\n"
    "end_year; urgd is that of the year, empty where the share is 0 or 1.\n"
    "Exit status: 0 success, 1 bad data (file:row:column: text on standard error), 2 wrong usage.  Values that\n"
    "are unusual are computed, and file:row:column: warning: text stands on standard error.\n";

/* The methods that need neither a history nor a norm or list from the caller. */
static const int32_t methods[] = {SKPI_URBAN_METHOD_UN,         SKPI_URBAN_METHOD_DAMPED,
                                  SKPI_URBAN_METHOD_CONSTANT,   SKPI_URBAN_METHOD_PERSISTENCE,
                                  SKPI_URBAN_METHOD_CONVERGING, SKPI_URBAN_METHOD_CAUTIOUS};
enum { METHODS = sizeof methods / sizeof *methods };

typedef struct columns {
    size_t place, size_class, last_year, share, urgd, end_year;
} columns;
typedef struct path {
    int32_t first_year;
    size_t n_years;
    double *share, *urgd;
} path; /* the path of one place */

static int32_t method_of(const char *name)
{
    char list[200] = "";
    if (!name) return SKPI_URBAN_METHOD_UN;
    for (size_t i = 0; i < METHODS; i++) {
        const char *known = urban_method_word(methods[i]);
        if (!strcmp(name, known)) return methods[i];
        strcat(strcat(list, i ? ", " : ""), known);
    }
    program_fail(PROGRAM_USAGE, "--method \"%s\" is none of: %s (see --help)", name, list);
}

static path path_of_row(const csv *t, size_t row, const columns *c, const skpi_urban_options *options)
{
    static const char *const sizes[] = {"large", "small"};
    csv_text(t, row, c->place);
    const int32_t size_class =
        csv_choice(t, row, c->size_class, 2, sizes) ? SKPI_URBAN_SIZE_SMALL : SKPI_URBAN_SIZE_LARGE;
    const int32_t last_year = csv_year(t, row, c->last_year);
    const double share = csv_share(t, row, c->share);
    const int absorbed = share <= 0 || share >= 1;
    const double urgd = absorbed ? csv_number_or(t, row, c->urgd, 0) : csv_number(t, row, c->urgd);
    const int32_t end_year = csv_year(t, row, c->end_year);
    if (end_year <= last_year)
        csv_fail(t, row, c->end_year, "end_year %d is not after last_year %d", (int)end_year, (int)last_year);
    path p = {.first_year = last_year + 1, .n_years = (size_t)(end_year - last_year)};
    p.share = program_memory(p.n_years, sizeof *p.share);
    p.urgd = program_memory(p.n_years, sizeof *p.urgd);
    skpi_urban_project_out out = {.size = sizeof out, .share = p.share, .urgd = p.urgd};
    const skpi_urban_project_in in = {
        .size = sizeof in, .n = 1, .last_year = &last_year, .share = &share, .urgd = &urgd, .size_class = &size_class};
    const skpi_status s = skpi_urban_project(&in, p.first_year, p.n_years, options, &out, NULL);
    const cell cells[] = {cell_at("in->urgd", t, row, c->urgd), cell_at("in->share", t, row, c->share)};
    cells_tell(s, 2, cells);
    for (int32_t bit = 1; s && bit <= s; bit *= 2)
        if (s & bit && bit != SKPI_WUNUSUAL)
            program_say("note: %s: %s: %s", csv_name(t), csv_text(t, row, c->place),
                        skpi_status_message((skpi_status)bit));
    return p;
}

int main(int argc, char **argv)
{
    char **file;
    program_begin(argc, argv, help);
    const skpi_urban_options options = {.size = sizeof options, .method = method_of(program_option("--method"))};
    program_operands(1, 1, &file);
    csv *t = csv_read(file[0]);
    const columns c = {csv_column(t, "place"), csv_column(t, "size_class"), csv_column(t, "last_year"),
                       csv_column(t, "share"), csv_column(t, "urgd"),       csv_column(t, "end_year")};
    csv_unique(t, 1, &c.place);
    path *paths = program_memory(csv_rows(t), sizeof *paths);
    /* all rows are read before the first line is printed */
    for (size_t i = 0; i < csv_rows(t); i++) paths[i] = path_of_row(t, i, &c, &options);
    puts("place,year,share,urgd");
    for (size_t i = 0; i < csv_rows(t); i++) {
        for (size_t k = 0; k < paths[i].n_years; k++) {
            csv_put_text(stdout, 1, csv_text(t, i, c.place));
            printf(",%d", (int)paths[i].first_year + (int)k);
            csv_put_number(stdout, 0, paths[i].share[k]);
            csv_put_number(stdout, 0, paths[i].urgd[k]);
            putchar('\n');
        }
        free(paths[i].share);
        free(paths[i].urgd);
    }
    free(paths);
    csv_free(t);
    return program_end();
}

/* Sources of the figures: at the end of the report, and at the foot of the pictures. */
#include "outlook.h"

#include <math.h>
#include <string.h>

/* 1: this row's source stands in no row before it. */
static int source_is_new(const csv *t, size_t row, size_t column)
{
    for (size_t i = 0; i < row; i++)
        if (!strcmp(csv_raw(t, i, column), csv_raw(t, row, column))) return 0;
    return *csv_raw(t, row, column) != '\0';
}

void print_sources(const outlook *o)
{
    heading("Sources");
    for (int k = PLACES + 1; k < TABLES; k++) {
        const csv *t = o->table[k];
        size_t column = csv_optional(t, "source");
        if (column == CSV_NONE) continue;
        printf("%s\n", csv_name(t));
        for (size_t i = 0; i < csv_rows(t); i++)
            if (source_is_new(t, i, column)) printf("    %s\n", csv_raw(t, i, column));
    }
    printf("Methods: investment, Leontief's input-output model; urban share and cities, United Nations, World "
           "Urbanization Prospects 2018; carbon path, this "
           "library; warming, IPCC AR6\n"
           "Working Group I; peak, Mann and Kendall; causes, LMDI-I by Ang. The page of each function names its "
           "source.\n");
    heading("Use your own city");
    printf("Edit these files, or give others of the same form (--help); their '#' lines explain each column:\n");
    for (int k = 0; k < TABLES; k++) printf("    %s\n", csv_name(o->table[k]));
}

void put_figure(FILE *f, const char *key, double value, const char *text)
{
    csv_put_text(f, 1, key);
    csv_put_number(f, 0, value);
    csv_put_text(f, 0, text);
    fputc('\n', f);
}

enum { FOOT_ROOM = 108, FOOT_SHORT = 84 }; /* characters: a whole line, and one that goes on "; others in ..." */

/* The distinct sources of some tables on one line for the foot of a picture; what does not fit is in the files. */
static void source_foot(const outlook *o, FILE *f, const char *key, size_t n, const enum table *t)
{
    char text[FOOT_ROOM + 60] = "Sources: ";
    size_t used = strlen(text), begun = 0, fitting = used;
    for (size_t k = 0; k < n; k++) {
        const csv *c = o->table[t[k]];
        size_t column = csv_column(c, "source");
        for (size_t i = 0; i < csv_rows(c) && used <= FOOT_ROOM; i++) {
            const char *source = csv_raw(c, i, column);
            if (!source_is_new(c, i, column) || strstr(text, source)) continue;
            if (used <= FOOT_SHORT) fitting = used;
            used += strlen(source) + (begun ? 2 : 0);
            if (used <= FOOT_ROOM)
                snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", begun++ ? "; " : "", source);
        }
    }
    for (char *comma = text; (comma = strchr(comma, ',')) != NULL;) *comma = ';'; /* gnuplot ends a text at a comma */
    if (used > FOOT_ROOM)
        snprintf(text + fitting, sizeof text - fitting, "%s in %s.csv",
                 fitting > strlen("Sources: ") ? "; others" : "those", table_name[t[0]]);
    put_figure(f, key, NAN, text);
}

/* What the pictures write that is in no row of the other files. */
void write_figures(const outlook *o, const char *directory)
{
    FILE *f = program_create(directory, "figures.csv");
    fputs("key,value,text\n", f);
    put_figure(f, "country", NAN, o->place[0].name);
    put_figure(f, "country_zh", NAN, o->place[0].name_zh);
    size_t digital_rows = o->digitals;
    for (size_t i = 0; i < o->digitals; i++) digital_rows += o->digital[i].refused != NULL;
    put_figure(f, "digital_rows", (double)digital_rows, "");
    put_figure(f, "cities", (double)o->cities, "");
    put_figure(f, "urban_definition", NAN, csv_raw(o->table[URBAN], 0, csv_column(o->table[URBAN], "definition")));
    put_figure(f, "urban_last_year", o->urban_last, "");
    put_figure(f, "urban_table_year", LAST_TABLE_YEAR, "");
    put_figure(f, "city_base_year", BASE_YEAR, "");
    put_figure(f, "city_last_year", LAST_CITY_YEAR, "");
    put_figure(f, "t0", o->t0, "");
    put_figure(f, "e0_gt", o->e0, "");
    put_figure(f, "t_peak", o->t_peak, "");
    put_figure(f, "e_peak_gt", o->e_peak, "");
    put_figure(f, "plateau_years", o->plateau, "");
    put_figure(f, "t_net_zero", o->t_net_zero, "");
    put_figure(f, "residual_gt", o->residual, "");
    put_figure(f, "budget_gt", o->budget, "");
    put_figure(f, "budget_low_gt", o->low, "");
    put_figure(f, "budget_high_gt", o->high, "");
    put_figure(f, "power", o->power, "");
    put_figure(f, "sum_gt", o->sum, "");
    put_figure(f, "warming_c", o->best, "");
    put_figure(f, "warming_low_c", o->cool, "");
    put_figure(f, "warming_high_c", o->warm, "");
    put_figure(f, "share_year", o->part ? o->share_year : (double)NAN, "");
    put_figure(f, "t_per_head", o->part ? 1e6 * o->budget / o->all_heads : (double)NAN, "");
    verdict_figures(o, f);
    investment_figures(o, f);
    source_foot(o, f, "digital_sources", 2, (enum table[]){DIGITAL, GDP});
    source_foot(o, f, "urban_sources", 4, (enum table[]){URBAN, URBAN_HISTORY, POPULATION, CITIES});
    source_foot(o, f, "carbon_sources", 2, (enum table[]){CARBON, CARBON_HISTORY});
    source_foot(o, f, "investment_sources", 2, (enum table[]){IO_SECTORS, INVESTMENT});
    source_foot(o, f, "verdict_sources", 2, (enum table[]){CARBON_KAYA, CARBON_GOALS});
    program_close(f, "figures.csv");
}

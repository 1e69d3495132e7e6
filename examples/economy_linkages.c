/* Linkages, dispersions and multipliers of the sectors of an input-output table, one row for each sector.
 *
 * Out: bl backward (columns of A, L), fl forward (rows of A, L, and Ghosh's model), power and sensitivity of dispersion
 * with their coefficients of variation, value added per output, multipliers of value added (per final demand; type I,
 * per value added of the sector itself). bl_total is also the output multiplier.  With a column jobs in SECTORS, the
 * multipliers of jobs. */
#include "common/sectors.h"

#include <stdlib.h>

enum { COLUMNS = 13, JOBS = 2 };
static const char *const name[COLUMNS + JOBS] = {"bl_direct",  "bl_total",        "power_disp",      "fl_direct_A",
                                                 "fl_total_L", "sens_disp",       "fl_direct_ghosh", "fl_total_ghosh",
                                                 "va_coef",    "va_mult_total",   "va_mult_type1",   "cv_bl",
                                                 "cv_fl",      "jobs_mult_total", "jobs_mult_type1"};

int main(int argc, char **argv)
{
    program_begin(
        argc, argv,
        "usage: economy_linkages Z.csv SECTORS.csv\n"
        "Computes linkages, dispersions and multipliers of the sectors of an input-output table.\n"
        "Z has the column sector and one column for each sector: flows from the row's sector to the column's.\n"
        "SECTORS has the columns sector,final_demand,value_added,output and, if known, jobs.\n"
        "Prints one row for each sector; a field is empty where there is no value.\n");
    char **file;
    program_operands(2, 2, &file);
    sectors *s = sectors_read(file[0], file[1], 0);
    const size_t n = s->source.n_sectors, columns = s->jobs ? COLUMNS + JOBS : COLUMNS;
    double *v[COLUMNS + JOBS] = {NULL};
    for (size_t c = 0; c < columns; c++) v[c] = program_memory(n, sizeof *v[c]);
    skpi_economy_iotable_linkages_out out = {.size = sizeof out,
                                             .backward_direct = v[0],
                                             .backward_total = v[1],
                                             .power = v[2],
                                             .forward_direct = v[3],
                                             .forward_total = v[4],
                                             .sensitivity = v[5],
                                             .ghosh_direct = v[6],
                                             .ghosh_total = v[7],
                                             .multiplier_value_added = v[9],
                                             .type1_value_added = v[10],
                                             .power_cv = v[11],
                                             .sensitivity_cv = v[12],
                                             .multiplier_jobs = v[13],
                                             .type1_jobs = v[14]};
    skpi_economy_iotable *table;
    sectors_tell(s, skpi_economy_iotable_new(&s->source, &table));
    sectors_tell(s, skpi_economy_iotable_linkages(table, &out));
    for (size_t i = 0; i < n; i++) v[8][i] = s->output[i] > 0 ? s->value_added[i] / s->output[i] : 0;
    printf("sector");
    for (size_t c = 0; c < columns; c++) csv_put_text(stdout, 0, name[c]);
    putchar('\n');
    for (size_t i = 0; i < n; i++) {
        csv_put_text(stdout, 1, s->code[i]);
        for (size_t c = 0; c < columns; c++) csv_put_number(stdout, 0, v[c][i]);
        putchar('\n');
    }
    skpi_economy_iotable_free(table);
    for (size_t c = 0; c < columns; c++) free(v[c]);
    sectors_free(s);
    return program_end();
}

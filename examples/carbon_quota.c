/* Mitigation that keeps growing emissions within a quota: the capped exponential f = f0 (1 + (r + m) t) exp(-m t) of
 * Raupach et al. 2014, for a file of cases.
 *
 * A case that the library refuses has its status and empty figures; the other cases are computed. */
#include "common/cells.h"
#include "common/csv.h"

#include <math.h>
#include <smartkpi.h>
#include <string.h>

static const char help[] =
    "usage: carbon_quota FILE\n"
    "\n"
    "FILE is a CSV file with the columns case, e0, growth, budget, horizon_years; other columns are ignored.\n"
    "  e0             emission of the base year\n"
    "  growth         its growth rate, per year\n"
    "  budget         the quota: remaining cumulative emission, in the unit of e0 times years\n"
    "  horizon_years  years over which the quota is used, at most 900, or inf\n"
    "\n"
    "Prints case,status,mitigation,years_to_peak,e_peak, one row for each row of FILE: the rate of mitigation\n"
    "per year, the years from the base year to the peak, and the emission at the peak.  If growth alone does\n"
    "not use up the quota, the status is SKPI_ENOTBINDING and the other columns are empty.\n"
    "\n"
    "  --help    print this\n"
    "\n"
    "Exit status: 0 success, 1 bad data, 2 wrong usage.\n";

int main(int argc, char **argv)
{
    /* only the years after the base year matter, so the earliest date is used: it leaves the longest horizon */
    const double base = 1500;
    char **file;
    program_begin(argc, argv, help);
    program_operands(1, 1, &file);
    csv *t = csv_read(*file);
    size_t label = csv_column(t, "case"), start = csv_column(t, "e0"), rate = csv_column(t, "growth"),
           limit = csv_column(t, "budget"), horizon = csv_column(t, "horizon_years");
    puts("case,status,mitigation,years_to_peak,e_peak");
    for (size_t i = 0; i < csv_rows(t); i++) {
        int endless = !strcmp(csv_raw(t, i, horizon), "inf");
        double f0 = csv_number(t, i, start), r = csv_number(t, i, rate), quota = csv_number(t, i, limit);
        double t_end = base + (endless ? (double)INFINITY : csv_number(t, i, horizon));
        double m = NAN, years = NAN, peak = NAN, t_peak;
        skpi_carbon_path path = {.size = sizeof path,
                                 .n = 1,
                                 .shape = SKPI_CARBON_SHAPE_CAPPED,
                                 .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                                 .t0 = &base,
                                 .e0 = &f0,
                                 .growth = &r,
                                 .t_end = &t_end};
        skpi_status s = skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &quota, &m, NULL);
        const cell cells[] = {cell_at("path->growth", t, i, rate), cell_at("path->e0", t, i, start)};
        if (s >= 0) {
            cells_tell(s, 2, cells);
            path.mitigation = &m;
            s = skpi_carbon_path_peak(&path, &t_peak, &peak, NULL);
            /* t_peak - base would have only the digits of a date, so the years are computed by the formula; there is no
             * peak if m <= 0 < r */
            if (s >= 0) years = r > 0 ? r / (m * (r + m)) : 0;
            if (isnan(peak)) years = NAN;
        } else
            m = NAN;
        csv_put_text(stdout, 1, csv_text(t, i, label));
        csv_put_text(stdout, 0, skpi_status_name(s));
        csv_put_number(stdout, 0, m);
        csv_put_number(stdout, 0, years);
        csv_put_number(stdout, 0, peak);
        putchar('\n');
    }
    csv_free(t);
    return program_end();
}

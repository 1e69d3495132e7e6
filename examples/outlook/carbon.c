/* The country's CO2 path: rise, plateau, power decline to net zero under an exact budget, and the warming it causes. */
#include "outlook.h"

#include <math.h>
#include <stdlib.h>

static void carbon_assumptions(outlook *o, size_t r)
{
    const csv *t = o->table[CARBON];
    csv_column(t, "source");
    o->t0 = csv_year(t, r, csv_column(t, "t0"));
    o->e0 = csv_positive(t, r, csv_column(t, "e0_gt"));
    o->t_peak = csv_year(t, r, csv_column(t, "t_peak"));
    o->e_peak = csv_positive(t, r, csv_column(t, "e_peak_gt"));
    o->plateau = csv_number(t, r, csv_column(t, "plateau_years"));
    o->t_net_zero = csv_year(t, r, csv_column(t, "t_net_zero"));
    o->residual = csv_number(t, r, csv_column(t, "residual_gt"));
    o->budget = csv_number(t, r, csv_column(t, "budget_gt"));
}

/* History up to t0; its last value is the start of the path. */
static size_t carbon_history(outlook *o, size_t path)
{
    const csv *t = o->table[CARBON_HISTORY];
    const size_t value = csv_column(t, "co2_gt"), n = csv_rows(t);
    country_years(o, CARBON_HISTORY);
    o->path = program_memory(n + path, sizeof *o->path);
    for (size_t i = 0; i < n; i++) {
        o->path[i] = (carbon_row){.year = country_year(o, CARBON_HISTORY, i),
                                  .emission = csv_number(t, i, value),
                                  .cumulative = NAN,
                                  .best = NAN,
                                  .low = NAN,
                                  .high = NAN,
                                  .observed = 1};
        if (o->path[i].emission < 0) csv_fail(t, i, value, "co2_gt \"%s\" is below 0", csv_raw(t, i, value));
    }
    if (!n || o->path[n - 1].year != (int32_t)o->t0 || fabs(o->path[n - 1].emission - o->e0) > 0)
        csv_fail(t, n ? n - 1 : CSV_WHOLE, value, "the last row is not the start of %s, %.17g in %g",
                 csv_name(o->table[CARBON]), o->e0, o->t0);
    return n;
}

void compute_carbon(outlook *o)
{
    static const double prob[] = {0.17, 0.83};
    const csv *t = o->table[CARBON];
    size_t r = only_row(o, CARBON);
    carbon_assumptions(o, r);
    const cell cells[] = {cell_at("path->t0", t, r, csv_column(t, "t0")),
                          cell_at("path->e0", t, r, csv_column(t, "e0_gt")),
                          cell_at("path->t_peak", t, r, csv_column(t, "t_peak")),
                          cell_at("path->e_peak", t, r, csv_column(t, "e_peak_gt")),
                          cell_at("path->plateau", t, r, csv_column(t, "plateau_years")),
                          cell_at("path->t_net_zero", t, r, csv_column(t, "t_net_zero")),
                          cell_at("path->residual", t, r, csv_column(t, "residual_gt")),
                          cell_at("target", t, r, csv_column(t, "budget_gt"))};
    const size_t n_cells = sizeof cells / sizeof *cells;
    skpi_carbon_path path = {.size = sizeof path,
                             .n = 1,
                             .shape = SKPI_CARBON_SHAPE_PEAK,
                             .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                             .t0 = &o->t0,
                             .e0 = &o->e0,
                             .residual = &o->residual,
                             .t_peak = &o->t_peak,
                             .e_peak = &o->e_peak,
                             .plateau = &o->plateau,
                             .t_net_zero = &o->t_net_zero};
    cells_tell(skpi_carbon_path_range(&path, SKPI_CARBON_TARGET_BUDGET, &o->low, &o->high, NULL), n_cells, cells);
    cells_tell(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &o->budget, &o->power, NULL), n_cells, cells);
    path.power = &o->power;

    int32_t first = (int32_t)o->t0, last = (int32_t)o->t_net_zero;
    size_t n = (size_t)(last - first + 1), old = carbon_history(o, n - 1);
    double *emission = program_memory(n, sizeof *emission), *cumulative = program_memory(n, sizeof *cumulative);
    double *best = program_memory(n, sizeof *best), *range = program_memory(2 * n, sizeof *range);
    cells_tell(skpi_carbon_path_value(&path, first, n, emission, cumulative, NULL), n_cells, cells);
    cells_tell(skpi_carbon_warming(n, 2, cumulative, prob, best, range), n_cells, cells);
    for (size_t i = 0; i < n; i++) {
        o->path[old - 1 + i] = (carbon_row){first + (int32_t)i, emission[i],      cumulative[i], best[i],
                                            range[2 * i],       range[2 * i + 1], i == 0};
        if (i) o->sum += emission[i];
    }
    o->paths = old + n - 1;
    o->best = best[n - 1];
    o->cool = range[2 * n - 2];
    o->warm = range[2 * n - 1];
    free(emission);
    free(cumulative);
    free(best);
    free(range);
}

void print_carbon(const outlook *o, int full)
{
    char text[700];
    heading("3. Carbon: the path to net zero under a budget");
    snprintf(text, sizeof text,
             "%s starts from the observed %.6f Gt of CO2 in %.0f. All later values are assumptions: a peak of %g Gt in "
             "%.0f, a plateau of %g years, net zero (%g Gt) in %.0f, and a budget of %g Gt. These determine the "
             "decline, whose power is p = %.12f. With the same peak and dates, budgets between %.7f and %.7f Gt can be "
             "met, ends excluded.",
             o->place[0].name, o->e0, o->t0, o->e_peak, o->t_peak, o->plateau, o->residual, o->t_net_zero, o->budget,
             o->power, o->low, o->high);
    paragraph(text);
    snprintf(text, sizeof text,
             "The budget of %g Gt is the integral of the path from %.1f to %.1f; the sum of the annual values of %.0f "
             "to %.0f is %.3f Gt. Warming is caused by the CO2 of this path alone, by the transient climate response "
             "to cumulative emissions of the IPCC (0.45 C per 1000 Gt, likely 0.27 to 0.63); the range is the likely "
             "one, 17 to 83 %%.",
             o->budget, o->t0, o->t_net_zero, o->t0 + 1, o->t_net_zero, o->sum);
    paragraph(text);
    printf("\n  %4s  %10s  %12s   %-26s  %s\n", "year", "Gt CO2", "since t0, Gt", "warming, C (likely range)", "kind");
    for (size_t i = 0; i < o->paths; i++) {
        const carbon_row *y = &o->path[i];
        char range[60] = "-";
        if (!shown(y->year, full) && y->year != (int32_t)o->t0 && y->year != (int32_t)o->t_peak &&
            y->year != (int32_t)o->t_net_zero)
            continue;
        if (!isnan(y->best)) snprintf(range, sizeof range, "%.3f (%.3f to %.3f)", y->best, y->low, y->high);
        printf("  %4d  %10s  %12s   %-26s  %s\n", (int)y->year, number(y->emission, 3), number(y->cumulative, 3), range,
               y->observed ? "observed" : "assumed");
    }
}

void write_carbon(const outlook *o, const char *directory)
{
    FILE *f = program_create(directory, "carbon.csv");
    fputs("place,year,co2_gt,cumulative_gt,warming_c,low_c,high_c,kind\n", f);
    for (size_t i = 0; i < o->paths; i++) {
        const carbon_row *y = &o->path[i];
        csv_put_text(f, 1, o->place[0].key);
        fprintf(f, ",%d", (int)y->year);
        const double value[] = {y->emission, y->cumulative, y->best, y->low, y->high};
        for (size_t k = 0; k < 5; k++) csv_put_number(f, 0, value[k]);
        csv_put_text(f, 0, y->observed ? "observed" : "assumed");
        fputc('\n', f);
    }
    program_close(f, "carbon.csv");
}

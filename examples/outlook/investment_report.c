/* Effects of an investment, in the report and in impact.csv. */
#include "outlook.h"

#include <math.h>
#include <string.h>

static const char *investment_bound(const investment *v)
{
    return !strcmp(v->bound, "at_least") ? "at least " : !strcmp(v->bound, "about") ? "about " : "";
}

static void print_investment(const outlook *o, const investment *v)
{
    const csv *t = o->table[INVESTMENT];
    printf("\n%s, %d: %s bn yuan", v->place->name, (int)v->year, trimmed(v->bn, 3));
    if (!isnan(v->projects))
        printf(" in %s%s projects, %s%s mn each", investment_bound(v), trimmed(v->projects, 0),
               !strcmp(v->bound, "at_least") ? "at most " : investment_bound(v), number(1e3 * v->bn / v->projects, 0));
    if (isnan(v->gdp))
        printf("; no GDP of that year is in the file");
    else
        printf(", %s %% of the GDP of %s bn", percent(v->bn / v->gdp, 2), trimmed(v->gdp, 3));
    printf("  observed\n    %s\n", csv_raw(t, v->row, csv_column(t, "source")));
}

static const char *impact_money(double value) { return number(value, 2); }

/* A row of the table; value NaN: value added is not known. */
static void impact_row(const char *name, const char *mark, const char *bought, double output, double value)
{
    printf("    %-38s %s %8s %8s", name, mark, bought, impact_money(output));
    if (isnan(value))
        putchar('\n');
    else
        printf(" %12s\n", impact_money(value));
}

static void print_impact(const outlook *o, const investment *v, const io_table *t, const impact *m)
{
    const csv *s = o->table[IO_SECTORS];
    printf("\n  by the table of %s, %zu sectors, bn yuan%38s\n", t->name, t->n, "assumed");
    printf("    %-40s %8s %8s%s\n", "sector", "bought", "output", t->knows_value ? "  value added" : "");
    for (size_t i = 0; i < t->n; i++) {
        const size_t row = t->first + i;
        const int digital = !strcmp(csv_raw(s, row, csv_column(s, "digital")), "1");
        impact_row(csv_raw(s, row, csv_column(s, "name")), digital ? "*" : " ",
                   m->bought[i] > 0 ? impact_money(m->bought[i]) : "", m->output[i],
                   t->knows_value ? m->value[i] : (double)NAN);
    }
    impact_row("total", " ", impact_money(v->bn), m->all_output, t->knows_value ? m->all_value : (double)NAN);
    if (t->knows_value) {
        printf("    Value added %s of each yuan", number(m->all_value / v->bn, 3));
        if (!isnan(v->gdp)) printf(", %s %% of the GDP", percent(m->all_value / v->gdp, 2));
        printf("; %s %% of it in digital sectors (*).\n", percent(m->digital_value / m->all_value, 1));
    }
    if (t->knows_jobs)
        printf("    Jobs: for every 100 at the firms that sell to the projects, %s more at their suppliers.\n",
               number(100 * (m->all_jobs / m->direct_jobs - 1), 0));
}

void print_investment_impact(const outlook *o)
{
    if (!o->investments) return;
    printf("\nInvestment in digital projects\n");
    paragraph("Effects of the investment in the sectors from which the projects buy, and in their suppliers: L y. No "
              "input-output table of the city is published; tables of other economies are used for its structure, "
              "which is a strong assumption. What the projects buy is assumed too. The whole sum is assumed to be "
              "spent on domestic products; imported servers, land and wages of the projects' own staff would reduce "
              "the effects. Suppliers need not be in the city. These are gross effects of a sum that is spent once: "
              "nothing is displaced, and no income is spent again. Output counts deliveries between sectors several "
              "times; only value added can be compared with GDP.");
    for (size_t i = 0; i < o->investments; i++) {
        print_investment(o, &o->investment[i]);
        for (size_t k = 0; k < o->ios; k++) print_impact(o, &o->investment[i], &o->io[k], &o->impact[i * o->ios + k]);
    }
    printf("\n  Jobs are given as a ratio and not as a number, because output per person differs too much between "
           "economies.\n");
}

void write_investment(const outlook *o, const char *directory)
{
    const csv *s = o->table[IO_SECTORS];
    FILE *f = program_create(directory, "impact.csv");
    fputs("place,name,year,table,sector,sector_name,digital,bought_bn_yuan,output_bn_yuan,value_added_bn_yuan,jobs_"
          "percent,"
          "kind,source\n",
          f);
    for (size_t i = 0; i < o->investments; i++)
        for (size_t k = 0; k < o->ios; k++) {
            const investment *v = &o->investment[i];
            const io_table *t = &o->io[k];
            const impact *m = &o->impact[i * o->ios + k];
            for (size_t j = 0; j < t->n; j++) {
                const size_t row = t->first + j;
                csv_put_text(f, 1, v->place->key);
                csv_put_text(f, 0, v->place->name);
                fprintf(f, ",%d", (int)v->year);
                csv_put_text(f, 0, t->name);
                csv_put_text(f, 0, csv_raw(s, row, csv_column(s, "sector")));
                csv_put_text(f, 0, csv_raw(s, row, csv_column(s, "name")));
                csv_put_text(f, 0, csv_raw(s, row, csv_column(s, "digital")));
                csv_put_number(f, 0, m->bought[j]);
                csv_put_number(f, 0, m->output[j]);
                csv_put_number(f, 0, t->knows_value ? m->value[j] : (double)NAN);
                csv_put_number(f, 0, t->knows_jobs ? 100 * m->jobs[j] / m->all_jobs : (double)NAN);
                csv_put_text(f, 0, "assumed");
                csv_put_text(f, 0, csv_raw(s, row, csv_column(s, "source")));
                fputc('\n', f);
            }
        }
    program_close(f, "impact.csv");
}

/* For the picture: the investment of the first row through the first table. */
void investment_figures(const outlook *o, FILE *f)
{
    const int any = o->investments && o->ios;
    put_figure(f, "investment_rows", any ? (double)o->io[0].n : 0, "");
    if (!any) return;
    const investment *v = &o->investment[0];
    const impact *m = &o->impact[0];
    put_figure(f, "investment_place", NAN, v->place->name);
    put_figure(f, "investment_place_zh", NAN, v->place->name_zh);
    put_figure(f, "investment_year", v->year, "");
    put_figure(f, "investment_table", NAN, o->io[0].name);
    put_figure(f, "investment_bn", v->bn, "");
    put_figure(f, "investment_gdp_bn", v->gdp, "");
    put_figure(f, "investment_output_bn", m->all_output, "");
    put_figure(f, "investment_value_bn", o->io[0].knows_value ? m->all_value : (double)NAN, "");
}

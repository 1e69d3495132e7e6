/* The digital economy in the report and in digital.csv. */
#include "outlook.h"

#include <math.h>
#include <string.h>

static double digital_best_share(const digital_row *d) { return isnan(d->share) ? d->published : d->share; }

static const char *digital_bound(const digital_row *d)
{
    return !strcmp(d->bound, "at_least") ? "at least " : !strcmp(d->bound, "about") ? "about " : "";
}

static void digital_print(const outlook *o, const digital_row *d)
{
    const csv *t = o->table[DIGITAL];
    char share[40], over[90] = "as published; the file has no GDP of its vintage";
    /* three digits only where the figure bears them */
    snprintf(share, sizeof share, "%s%s %%", digital_bound(d),
             isnan(d->share) ? trimmed(100 * d->published, 3) : percent(d->share, *d->bound ? 1 : 3));
    if (!isnan(d->share))
        snprintf(over, sizeof over, "over GDP of %s bn, %s", trimmed(d->gdp, 3),
                 *d->vintage ? d->vintage : "vintage not stated");
    printf("  %-36s %-9s %17s  %9s  %10s  observed, %s\n", d->label, d->scope, share,
           isnan(d->published) ? "-" : trimmed(100 * d->published, 3), trimmed(d->value, 1), over);
    if (!strcmp(d->bound, "at_least"))
        printf("      a lower bound, not an estimate: %s\n", csv_raw(t, d->row, csv_column(t, "source")));
    if (!isnan(d->share) && !*d->vintage)
        printf("      GDP: %s\n", csv_raw(o->table[GDP], d->gdp_row, csv_column(o->table[GDP], "source")));
    if (!d->refused) return;
    printf("      over the %s GDP of %s bn: refused, SKPI_EDEFMIX\n        %s\n", d->mixed_vintage,
           trimmed(d->mixed_gdp, 3), d->refused);
    printf("        %s %%  mixed vintages, do not use\n", percent(d->mixed_share, 3));
}

void print_digital(const outlook *o)
{
    heading("1. Digital economy: share of GDP");
    paragraph("Broad and core figures count different things under one name. They must not be subtracted, ranked or "
              "joined into one series. A share is computed only with a GDP of the same vintage; if gdp.csv has none, "
              "the share is the published one.");
    for (size_t i = 0; i < o->digitals; i++) {
        const digital_row *d = &o->digital[i];
        if (!i || d->place != d[-1].place || d->year != d[-1].year) {
            printf("\n%s, %d\n", d->place->name, (int)d->year);
            printf("  %-36s %-9s %17s  %9s  %10s\n", "definition", "scope", "share of GDP", "published", "bn yuan");
        }
        digital_print(o, d);
        if ((i + 1 == o->digitals || d->place != d[1].place || d->year != d[1].year) && !isnan(d->low))
            printf("  by definition: %s to %s %%\n", trimmed(100 * d->low, 3), trimmed(100 * d->high, 3));
    }
    printf("\nThe file has no figure for:");
    int none = 0;
    for (size_t p = 0; p < o->places; p++) {
        int known = 0;
        for (size_t i = 0; i < o->digitals; i++) known |= o->digital[i].place == &o->place[p];
        if (!known) printf("%s %s", none++ ? "," : "", o->place[p].name);
    }
    printf("%s.\n", none ? "" : "  no place; each has a figure");
}

void write_digital(const outlook *o, const char *directory)
{
    const csv *t = o->table[DIGITAL];
    FILE *f = program_create(directory, "digital.csv");
    fputs("place,name,name_zh,year,label,scope,status,share_percent,bound,low_percent,high_percent,value_bn_yuan,gdp_"
          "bn_yuan,gdp_vintage,kind,source\n",
          f);
    for (size_t i = 0; i < o->digitals; i++) {
        const digital_row *d = &o->digital[i];
        for (int mixed = 0; mixed <= (d->refused != NULL); mixed++) {
            const char *text[] = {d->place->key, d->place->name, d->place->name_zh};
            for (int k = 0; k < 3; k++) csv_put_text(f, !k, text[k]);
            fprintf(f, ",%d", (int)d->year);
            csv_put_text(f, 0, d->label);
            csv_put_text(f, 0, d->scope);
            csv_put_text(f, 0, mixed ? "mixed vintages, do not use" : isnan(d->share) ? "published" : "computed");
            csv_put_number(f, 0, 100 * (mixed ? d->mixed_share : digital_best_share(d)));
            csv_put_text(f, 0, d->bound);
            csv_put_number(f, 0, 100 * d->low);
            csv_put_number(f, 0, 100 * d->high);
            csv_put_number(f, 0, d->value);
            csv_put_number(f, 0, mixed ? d->mixed_gdp : d->gdp);
            csv_put_text(f, 0, mixed ? d->mixed_vintage : isnan(d->share) ? "" : d->vintage);
            csv_put_text(f, 0, "observed");
            csv_put_text(f, 0, csv_raw(t, d->row, csv_column(t, "source")));
            fputc('\n', f);
        }
    }
    program_close(f, "digital.csv");
}

/* The digital economy: quotients of figures and GDP, by the library. */
#include "digital.h"
#include "units.h"
#include "../common/cells.h"
#include "../common/definitions.h"
#include "../common/one_row.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const scope_word[] = {"broad", "middle", "core", "unstated"};
static const char *const bound_word[] = {"", "at_least", "about"};

typedef struct digital_columns { /* of digital.csv and gdp.csv */
    size_t place, year, definition, label, scope, value, share, vintage, bound;
    money money;
    const csv *gdp; /* NULL: no such table */
    size_t gdp_place, gdp_year, gdp_vintage, gdp_value;
    money gdp_money;
} digital_columns;

static digital_columns digital_columns_find(const tables *in)
{
    const csv *t = in->table[DIGITAL], *g = in->table[GDP];
    digital_columns c = {.place = csv_column(t, "place"),
                         .year = csv_column(t, "year"),
                         .definition = csv_column(t, "definition"),
                         .label = csv_column(t, "label"),
                         .scope = csv_column(t, "scope"),
                         .value = csv_optional(t, "value"),
                         .share = csv_optional(t, "share"),
                         .vintage = csv_optional(t, "vintage"),
                         .bound = csv_optional(t, "bound"),
                         .money = money_columns(t),
                         .gdp = g};
    csv_column(t, "source");
    csv_unique(t, 3, (size_t[]){c.place, c.year, c.label});
    if (!g) return c;
    c.gdp_place = csv_column(g, "place");
    c.gdp_year = csv_column(g, "year");
    c.gdp_vintage = csv_optional(g, "vintage");
    c.gdp_value = csv_column(g, "gdp");
    c.gdp_money = money_columns(g);
    csv_column(g, "source");
    csv_unique(g, c.gdp_vintage == CSV_NONE ? 2 : 3, (size_t[]){c.gdp_place, c.gdp_year, c.gdp_vintage});
    for (size_t i = 0; i < csv_rows(g); i++) { /* also the rows that no figure uses */
        row_place(in, GDP, i, c.gdp_place);
        csv_year(g, i, c.gdp_year);
        csv_choice(g, i, c.gdp_vintage, VINTAGES, vintage_word);
        csv_positive(g, i, c.gdp_value);
        money_currency(g, i, c.gdp_money);
        money_bn(g, i, c.gdp_money);
    }
    return c;
}

/* Billions at current prices; the currencies are compared by their codes. */
static skpi_basis digital_basis(int32_t definition, int32_t revision)
{
    return (skpi_basis){.size = sizeof(skpi_basis),
                        .definition = definition,
                        .revision = revision,
                        .prices = SKPI_BASIS_PRICES_CURRENT,
                        .scale = SKPI_BASIS_SCALE_ONE + 9};
}

static void digital_read(const tables *in, const digital_columns *c, size_t i, digital_row *d, skpi_basis *basis)
{
    const csv *t = in->table[DIGITAL];
    *d = (digital_row){.row = i,
                       .place = row_place(in, DIGITAL, i, c->place),
                       .year = csv_year(t, i, c->year),
                       .label = csv_text(t, i, c->label),
                       .vintage = csv_raw(t, i, c->vintage),
                       .scope = scope_word[csv_choice(t, i, c->scope, 4, scope_word)],
                       .bound = bound_word[csv_choice(t, i, c->bound, 3, bound_word)],
                       .currency = csv_raw(t, i, c->money.currency),
                       .value = (double)NAN,
                       .published = csv_missing(t, i, c->share) ? (double)NAN : csv_share(t, i, c->share),
                       .gdp = (double)NAN,
                       .share = (double)NAN,
                       .mixed_gdp = (double)NAN,
                       .mixed_share = (double)NAN,
                       .low = (double)NAN,
                       .high = (double)NAN};
    if (!csv_missing(t, i, c->value)) {
        d->currency = money_currency(t, i, c->money);
        d->value = csv_positive(t, i, c->value) * money_bn(t, i, c->money);
    }
    if (isnan(d->value) && isnan(d->published)) csv_fail(t, i, c->value, "neither value nor share is given");
    *basis = digital_basis(definition_code[csv_choice(t, i, c->definition, DEFINITIONS, definition_word)],
                           vintage_code[csv_choice(t, i, c->vintage, VINTAGES, vintage_word)]);
}

/* Significant digits of a number as it is written; zeros before the point count. */
static int digital_digits(const char *text)
{
    int n = 0;
    for (; *text && *text != 'e' && *text != 'E'; text++)
        if ((*text >= '1' && *text <= '9') || (*text == '0' && n)) n++;
    return n;
}

/* Quotients by every GDP of the same place and year.  A GDP of another vintage is offered to the library, which refuses;
 * what the quotient would be is then shown by withholding the vintage, so that nobody takes it for a result. */
static void digital_divide(const tables *in, const digital_columns *c, digital_row *d, const skpi_basis *basis)
{
    const csv *g = c->gdp;
    skpi_table value = one_row(1, &d->year, &d->value, basis);
    for (size_t i = 0; g && i < csv_rows(g) && !isnan(d->value); i++) {
        if (row_place(in, GDP, i, c->gdp_place) != d->place || csv_year(g, i, c->gdp_year) != d->year) continue;
        const size_t v = csv_choice(g, i, c->gdp_vintage, VINTAGES, vintage_word);
        if (!!vintage_code[v] != !!basis->revision) continue; /* one of the two is unstated: nothing to be said */
        if (strcmp(money_currency(g, i, c->gdp_money), d->currency))
            csv_fail(in->table[DIGITAL], d->row, c->money.currency,
                     "the digital economy is in %s, the GDP of the same place and year in %s (%s, row %zu)",
                     d->currency, csv_raw(g, i, c->gdp_money.currency), csv_name(g), csv_line(g, i));
        const double gdp = csv_positive(g, i, c->gdp_value) * money_bn(g, i, c->gdp_money);
        double share;
        skpi_basis below = digital_basis(0, vintage_code[v]);
        skpi_table by = one_row(1, &d->year, &gdp, &below);
        skpi_status s = skpi_digital_share(&value, &by, &share, NULL, NULL);
        if (s == SKPI_EDEFMIX) {
            if (d->mixed_vintage) continue; /* one is enough to be shown */
            d->mixed_vintage = vintage_word[v];
            d->mixed_gdp = gdp;
            by.basis = NULL;
            s = skpi_digital_share(&value, &by, &d->mixed_share, NULL, NULL);
        } else if (s >= 0) {
            d->gdp = gdp;
            d->gdp_row = i;
            d->share = share;
            const int above = digital_digits(csv_raw(in->table[DIGITAL], d->row, c->value)),
                      under = digital_digits(csv_raw(g, i, c->gdp_value));
            d->digits = above < under ? above : under;
        }
        const cell cells[] = {cell_at("digital->value", in->table[DIGITAL], d->row, c->value),
                              cell_at("gdp->value", g, i, c->gdp_value)};
        cells_tell(s, 2, cells);
    }
}

/* A published share beside a value and the GDP of its vintage: the library says where they contradict each other. */
static void digital_check_published(const tables *in, const digital_columns *c, const digital_row *d)
{
    const skpi_table value = one_row(1, &d->year, &d->value, NULL), gdp = one_row(1, &d->year, &d->gdp, NULL),
                     published = one_row(1, &d->year, &d->published, NULL);
    skpi_digital_share_check_out out = {.size = sizeof out};
    if (isnan(d->share) || isnan(d->published)) return;
    if (d->share > 3 * d->published || d->published > 3 * d->share)
        csv_fail(in->table[DIGITAL], d->row, c->value,
                 "%g bn over a GDP of %g bn is %.3g %%, but the published share is %.3g %%: a thousand?", d->value,
                 d->gdp, 100 * d->share, 100 * d->published);
    if (*d->bound) return;
    const skpi_status s = skpi_digital_share_check(&value, &gdp, &published, &out, NULL);
    const cell cells = cell_at("published->value", in->table[DIGITAL], d->row, c->share);
    if (s > 0) cells_tell(s, 1, &cells);
}

/* The smallest and the largest definition of one place and year; a published share stands for a quotient by a GDP of 1.
 */
static void digital_span(const tables *in, const digital_columns *c, digital_row *row, size_t n,
                         const skpi_basis *basis)
{
    static const double one = 1;
    const skpi_table **value = program_memory(n, sizeof *value), **gdp = program_memory(n, sizeof *gdp);
    skpi_table *above = program_memory(n, sizeof *above), *below = program_memory(n, sizeof *below);
    size_t *rows = program_memory(n, sizeof *rows);
    double low, high;
    skpi_digital_compare_out out = {.size = sizeof out, .low = &low, .high = &high};
    for (size_t k = 0; k < n; k++) {
        const digital_row *d = &row[k];
        above[k] = one_row(1, &d->year, isnan(d->share) ? &d->published : &d->value, &basis[k]);
        below[k] = one_row(1, &d->year, isnan(d->share) ? &one : &d->gdp, NULL);
        rows[k] = d->row;
        value[k] = &above[k];
        gdp[k] = &below[k];
    }
    const cell cells = cell_by_row("digital[i]->basis->definition", in->table[DIGITAL], 0, c->definition, rows);
    cells_tell(skpi_digital_compare(n, value, gdp, &out, NULL), 1, &cells);
    for (size_t k = 0; k < n; k++) {
        row[k].low = low;
        row[k].high = high;
    }
    void *block[] = {value, gdp, above, below, rows};
    for (size_t k = 0; k < sizeof block / sizeof *block; k++) free(block[k]);
}

static int digital_after(const digital_row *a, const digital_row *b)
{
    return a->place > b->place || (a->place == b->place && a->year > b->year);
}

void digital_compute(digital *all, const tables *in)
{
    const digital_columns c = digital_columns_find(in);
    all->rows = csv_rows(in->table[DIGITAL]);
    all->row = program_memory(all->rows, sizeof *all->row);
    skpi_basis *basis = program_memory(all->rows, sizeof *basis);
    for (size_t i = 0; i < all->rows; i++) { /* kept by place and year, then in the order of the file */
        digital_row d;
        skpi_basis b;
        size_t at = i;
        digital_read(in, &c, i, &d, &b);
        digital_divide(in, &c, &d, &b);
        digital_check_published(in, &c, &d);
        for (; at && digital_after(&all->row[at - 1], &d); at--) {
            all->row[at] = all->row[at - 1];
            basis[at] = basis[at - 1];
        }
        all->row[at] = d;
        basis[at] = b;
    }
    for (size_t i = 0, n; i < all->rows; i += n) {
        for (n = 1; i + n < all->rows && !digital_after(&all->row[i + n], &all->row[i]); n++) {
        }
        if (n > 1) digital_span(in, &c, &all->row[i], n, &basis[i]);
    }
    free(basis);
}

void digital_release(digital *d) { free(d->row); }

double digital_best_share(const digital_row *d) { return isnan(d->share) ? d->published : d->share; }

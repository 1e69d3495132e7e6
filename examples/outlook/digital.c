/* The digital economy: each published figure, its share in the GDP of its own vintage, and the shares that the library
 * refuses. */
#include "outlook.h"
#include "../common/definitions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const scope_word[] = {"broad", "middle", "core", "unstated"};
static const char *const bound_word[] = {"", "at_least", "about"};

/* Billion yuan at current prices; the Chinese currency is number 156 of ISO 4217. */
static skpi_basis digital_basis(int32_t definition, int32_t revision)
{
    return (skpi_basis){.size = sizeof(skpi_basis),
                        .definition = definition,
                        .revision = revision,
                        .prices = SKPI_BASIS_PRICES_CURRENT,
                        .currency = 156,
                        .scale = SKPI_BASIS_SCALE_ONE + 9};
}

static void digital_read(const outlook *o, size_t i, digital_row *d, skpi_basis *basis)
{
    const csv *t = o->table[DIGITAL];
    size_t definition = csv_column(t, "definition"), vintage = csv_column(t, "vintage"), share = csv_column(t, "share");
    size_t value = csv_column(t, "value_bn_yuan");
    *d = (digital_row){.row = i,
                       .place = find_place(o, DIGITAL, i),
                       .year = csv_year(t, i, csv_column(t, "year")),
                       .label = csv_text(t, i, csv_column(t, "label")),
                       .vintage = csv_raw(t, i, vintage),
                       .gdp = NAN,
                       .share = NAN,
                       .mixed_gdp = NAN,
                       .mixed_share = NAN,
                       .low = NAN,
                       .high = NAN};
    d->scope = scope_word[csv_choice(t, i, csv_column(t, "scope"), 4, scope_word)];
    d->bound = bound_word[csv_choice(t, i, csv_column(t, "bound"), 3, bound_word)];
    d->value = csv_missing(t, i, value) ? (double)NAN : csv_positive(t, i, value);
    d->published = csv_missing(t, i, share) ? (double)NAN : csv_share(t, i, share);
    if (isnan(d->value) && isnan(d->published)) csv_fail(t, i, value, "neither value_bn_yuan nor share is given");
    *basis = digital_basis(definition_code[csv_choice(t, i, definition, DEFINITIONS, definition_word)],
                           vintage_code[csv_choice(t, i, vintage, VINTAGES, vintage_word)]);
}

/* Quotients by every GDP of the same place and year.  A GDP of another vintage is offered to the library, which
 * refuses; what the quotient would be is then shown by withholding the vintage, so that nobody takes it for a result.
 */
static void digital_divide(const outlook *o, digital_row *d, const skpi_basis *basis)
{
    const csv *t = o->table[GDP], *mine = o->table[DIGITAL];
    const size_t value = csv_column(mine, "value_bn_yuan"), below_column = csv_column(t, "gdp_bn_yuan");
    skpi_table digital = one_row(1, &d->year, &d->value, basis);
    for (size_t i = 0; i < csv_rows(t) && !isnan(d->value); i++) {
        size_t vintage = csv_column(t, "vintage");
        double gdp = csv_positive(t, i, below_column), share;
        if (find_place(o, GDP, i) != d->place || csv_year(t, i, csv_column(t, "year")) != d->year) continue;
        size_t v = csv_choice(t, i, vintage, VINTAGES, vintage_word);
        if (!!vintage_code[v] != !!basis->revision) continue; /* one of the two is unstated: nothing to be said */
        skpi_basis below = digital_basis(0, vintage_code[v]);
        skpi_table by = one_row(1, &d->year, &gdp, &below);
        skpi_status s = skpi_digital_share(&digital, &by, &share, NULL, NULL);
        if (s == SKPI_EDEFMIX) {
            if (d->refused) continue; /* one is enough to be shown */
            d->refused = strcpy(program_memory(strlen(skpi_last_error()) + 1, 1), skpi_last_error());
            d->mixed_vintage = vintage_word[v];
            d->mixed_gdp = gdp;
            by.basis = NULL;
            s = skpi_digital_share(&digital, &by, &d->mixed_share, NULL, NULL);
        } else if (s >= 0) {
            d->gdp = gdp;
            d->gdp_row = i;
            d->share = share;
        }
        const cell cells[] = {cell_at("digital->value", mine, d->row, value),
                              cell_at("gdp->value", t, i, below_column)};
        cells_tell(s, 2, cells);
    }
}

/* A published share beside a value and the GDP of its vintage: the library says where they contradict each other. */
static void digital_check_published(const outlook *o, const digital_row *d)
{
    const csv *t = o->table[DIGITAL];
    const skpi_table value = one_row(1, &d->year, &d->value, NULL), gdp = one_row(1, &d->year, &d->gdp, NULL),
                     published = one_row(1, &d->year, &d->published, NULL);
    skpi_digital_share_check_out out = {.size = sizeof out};
    if (isnan(d->share) || isnan(d->published) || *d->bound) return;
    const skpi_status s = skpi_digital_share_check(&value, &gdp, &published, &out, NULL);
    const cell cells = cell_at("published->value", t, d->row, csv_column(t, "share"));
    if (s > 0) cells_tell(s, 1, &cells);
}

/* The smallest and the largest definition of one place and year; a published share stands for a quotient by a GDP of 1.
 */
static void digital_range(outlook *o, size_t first, size_t n, const skpi_basis *basis)
{
    static const double one = 1;
    const csv *t = o->table[DIGITAL];
    const skpi_table **digital = program_memory(n, sizeof *digital), **gdp = program_memory(n, sizeof *gdp);
    skpi_table *above = program_memory(n, sizeof *above), *below = program_memory(n, sizeof *below);
    size_t *row = program_memory(n, sizeof *row);
    double low, high;
    skpi_digital_compare_out out = {.size = sizeof out, .low = &low, .high = &high};
    for (size_t k = 0; k < n; k++) {
        const digital_row *d = &o->digital[first + k];
        above[k] = one_row(1, &d->year, isnan(d->share) ? &d->published : &d->value, &basis[first + k]);
        below[k] = one_row(1, &d->year, isnan(d->share) ? &one : &d->gdp, NULL);
        row[k] = d->row;
        digital[k] = &above[k];
        gdp[k] = &below[k];
    }
    const cell cells = cell_by_row("digital[i]->basis->definition", t, 0, csv_column(t, "definition"), row);
    cells_tell(skpi_digital_compare(n, digital, gdp, &out, NULL), 1, &cells);
    for (size_t k = 0; k < n; k++) {
        o->digital[first + k].low = low;
        o->digital[first + k].high = high;
    }
    free(digital);
    free(gdp);
    free(above);
    free(below);
    free(row);
}

void compute_digital(outlook *o)
{
    const csv *t = o->table[DIGITAL], *g = o->table[GDP];
    size_t key[] = {csv_column(t, "place"), csv_column(t, "year"), csv_column(t, "label")};
    size_t gdp_key[] = {csv_column(g, "place"), csv_column(g, "year"), csv_column(g, "vintage")};
    csv_unique(t, 3, key);
    csv_unique(g, 3, gdp_key);
    csv_column(t, "source");
    csv_column(g, "source");
    o->digitals = csv_rows(t);
    o->digital = program_memory(o->digitals, sizeof *o->digital);
    skpi_basis *basis = program_memory(o->digitals, sizeof *basis);
    for (size_t i = 0; i < csv_rows(g); i++) { /* also the rows that no figure uses */
        find_place(o, GDP, i);
        csv_year(g, i, gdp_key[1]);
        csv_choice(g, i, gdp_key[2], VINTAGES, vintage_word);
        csv_positive(g, i, csv_column(g, "gdp_bn_yuan"));
    }
    for (size_t i = 0; i < o->digitals; i++) { /* kept by place and year, then in the order of the file */
        digital_row d;
        skpi_basis b;
        size_t at = i;
        digital_read(o, i, &d, &b);
        digital_divide(o, &d, &b);
        digital_check_published(o, &d);
        for (; at && (o->digital[at - 1].place > d.place ||
                      (o->digital[at - 1].place == d.place && o->digital[at - 1].year > d.year));
             at--) {
            o->digital[at] = o->digital[at - 1];
            basis[at] = basis[at - 1];
        }
        o->digital[at] = d;
        basis[at] = b;
    }
    for (size_t i = 0, n; i < o->digitals; i += n) {
        for (n = 1; i + n < o->digitals && o->digital[i + n].place == o->digital[i].place &&
                    o->digital[i + n].year == o->digital[i].year;
             n++) {
        }
        if (n > 1) digital_range(o, i, n, basis);
    }
    free(basis);
}

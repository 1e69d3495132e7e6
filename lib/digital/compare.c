/* Shares by several definitions.
 *
 * One country and year differ by a factor of five between definitions (China 2018: 34.8, 32.6, 17.2 and 7.1 % of GDP):
 * they are computed side by side, each with the GDP of its own vintage, and must not be subtracted, ranked or joined.
 * The same holds for two vintages of one definition (China 2023, core: 9.855 and 10.119 %).
 */
#include <smartkpi/digital.h>
#include "core/basis.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/share.h"

/* Names of the i-th tables.  The row of a failure is i, so that an error says "digital[2]->value". */
static const skpi__table_names digital_names = {"digital",           "digital[i]->size", "digital[i]->flags",
                                                "digital[i]->n",     "digital[i]->m",    "digital[i]->year",
                                                "digital[i]->value", "digital[i]->basis"};
static const skpi__table_names gdp_names = {"gdp",       "gdp[i]->size", "gdp[i]->flags", "gdp[i]->n",
                                            "gdp[i]->m", "gdp[i]->year", "gdp[i]->value", "gdp[i]->basis"};
static const skpi__table_names first_names = {"digital",           "digital[0]->size", "digital[0]->flags",
                                              "digital[0]->n",     "digital[0]->m",    "digital[0]->year",
                                              "digital[0]->value", "digital[0]->basis"};

/* Checks the tables.  A failure here fails the whole call, because the shape of the outputs depends on the tables. */
static skpi_status compare_frame(skpi__at at, const skpi_table *digital, const skpi_table *gdp, const skpi_table *first,
                                 skpi_table *d, skpi_table *g)
{
    skpi_status s;
    if ((s = skpi__table(at, &digital_names, digital, d)) || (s = skpi__table(at, &gdp_names, gdp, g)) ||
        (first && (s = skpi__same_axes(at, &first_names, first, &digital_names, d))))
        return s;
    return skpi__same_axes(at, &digital_names, d, &gdp_names, g);
}

static skpi_status compare_pairs(skpi__at at, const skpi_table *d, const skpi_table *g, skpi_basis *joined)
{
    static const int32_t choices[] = {
        SKPI_DIGITAL_DEFINITION_DIRECT, SKPI_DIGITAL_DEFINITION_COEFFICIENT, SKPI_DIGITAL_DEFINITION_NBS_CORE,
        SKPI_DIGITAL_DEFINITION_CAICT,  SKPI_DIGITAL_DEFINITION_SATELLITE,   SKPI_DIGITAL_DEFINITION_ADB,
        SKPI_DIGITAL_DEFINITION_OECD,   SKPI_DIGITAL_DEFINITION_OTHER,       0};
    int32_t warnings = 0;
    skpi_status s = skpi__join(at, "digital[i]->basis", d->basis, "gdp[i]->basis", g->basis, joined);
    if (s) return s;
    if (joined->definition && (s = skpi__choice(at, "digital[i]->basis->definition", joined->definition, choices,
                                                "a definition of the digital economy (enum skpi_digital_definition)")))
        return s;
    for (size_t c = 0; c < d->n * d->m; c++) {
        if ((s = skpi__digital_pair(skpi__column(at, c), "digital[i]->value", d->value[c], "gdp[i]->value",
                                    g->value[c])) < 0)
            return s;
        warnings |= s;
    }
    return (skpi_status)warnings;
}

typedef struct compare_call {
    const skpi_table *const *digital, *const *gdp;
    size_t cells;
    skpi_digital_compare_out out;
    double *room; /* 2 m */
} compare_call;

typedef struct compare_tables {
    skpi_table digital, gdp;
    skpi_basis joined;
} compare_tables;

/* Reads the tables of definition i, which were checked before. */
static void compare_read(skpi__at at, const compare_call *c, size_t i, compare_tables *t)
{
    (void)compare_frame(at, c->digital[i], c->gdp[i], NULL, &t->digital, &t->gdp);
}

static int compare_same(const skpi_basis *a, const skpi_basis *b)
{
    return a->definition == b->definition && a->classification == b->classification && a->vintage == b->vintage &&
           a->revision == b->revision;
}

/* Refuses definition i if it stands before i with the same vintage and revision.  One that was refused for its own
 * figures does not count.  Definitions 0 and OTHER are not compared, because two figures with these may differ in their
 * definition. */
static skpi_status compare_twice(skpi__at at, size_t i, const compare_call *c, const skpi_basis *mine)
{
    if (mine->definition == 0 || mine->definition == SKPI_DIGITAL_DEFINITION_OTHER) return SKPI_OK;
    skpi__at silent = at;
    silent.quiet = 1;
    for (size_t h = 0; h < i; h++) {
        compare_tables t;
        compare_read(silent, c, h, &t);
        if (skpi__join(silent, "digital", t.digital.basis, "gdp", t.gdp.basis, &t.joined)) continue;
        if (compare_same(&t.joined, mine) && compare_pairs(silent, &t.digital, &t.gdp, &t.joined) >= 0)
            return skpi__fail(at, SKPI_EDUPLICATE, "digital[i]->basis->definition", (double)mine->definition,
                              "(%s) is the definition of digital[%zu] too, in the same vintage and revision",
                              skpi_constant_name(mine->definition), h);
    }
    return SKPI_OK;
}

/* The first break in a row of the tables of one definition. */
static skpi_status compare_break(skpi__at at, const compare_call *c, const compare_tables *t)
{
    skpi_status s = SKPI_OK;
    for (size_t k = 0; k < t->digital.n && !s; k++)
        s = skpi__digital_break(at, "digital[i]->value", &t->digital, "gdp[i]->value", &t->gdp, k, c->room);
    return s;
}

static skpi_status compare_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const compare_call *c = call;
    compare_tables *t = kept;
    compare_read(at, c, i, t);
    const skpi_status s = compare_pairs(at, &t->digital, &t->gdp, &t->joined);
    if (s < 0) return s;
    const skpi_status twice = compare_twice(at, i, c, &t->joined);
    return twice ? twice : (skpi_status)(s | compare_break(at, c, t));
}

/* Sets the extremes to NaN at the first definition; later ones update them. */
static void compare_extremes(const compare_call *c, size_t i)
{
    if (i) return;
    skpi__set_nan(c->out.low, c->cells);
    skpi__set_nan(c->out.high, c->cells);
}

static skpi_status compare_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const compare_call *c = call;
    const compare_tables *t = kept;
    double *low = c->out.low, *high = c->out.high;
    (void)at;
    compare_extremes(c, i);
    skpi__set_int(c->out.definition, i, t->joined.definition);
    for (size_t k = 0; k < c->cells; k++) {
        const double share = skpi__digital_quotient(t->digital.value[k], t->gdp.value[k]);
        skpi__set(c->out.share, i * c->cells + k, share);
        if (low && !(low[k] <= share) && !isnan(share)) low[k] = share;
        if (high && !(high[k] >= share) && !isnan(share)) high[k] = share;
    }
    return SKPI_OK;
}

static void compare_fail(const void *call, size_t i)
{
    const compare_call *c = call;
    compare_extremes(c, i);
    skpi__set_int(c->out.definition, i, SKPI_NONE);
    skpi__set_nan_row(c->out.share, i, c->cells);
}

skpi_status skpi_digital_compare(size_t n_definitions, const skpi_table *const *digital, const skpi_table *const *gdp,
                                 skpi_digital_compare_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(compare_tables), compare_check, compare_compute, compare_fail};
    skpi__rows r = skpi__rows_begin(__func__, n_definitions, status);
    compare_call c = {.digital = digital, .gdp = gdp};
    skpi_table first, d, g;
    skpi_status s;
    r.count = "n_definitions";
    if ((s = skpi__count(r.at, "n_definitions", n_definitions)) || (s = skpi__rows_array(&r, "digital", digital)) ||
        (s = skpi__rows_array(&r, "gdp", gdp)))
        return s;
    for (size_t i = 0; i < n_definitions; i++)
        if ((s = compare_frame(skpi__element(r.at, i), digital[i], gdp[i], i ? &first : NULL, i ? &d : &first, &g)))
            return s;
    c.cells = first.n * first.m;
    if ((s = SKPI__STRUCT(r.at, out, 0, &c.out)) || (s = skpi__array_size(r.at, "out->share", n_definitions, c.cells)))
        return s;
    c.room = skpi__alloc(first.m, 2, sizeof *c.room);
    if (!c.room) return skpi__no_memory_for(r.at, "digital");
    s = skpi__rows_run(&r, &steps, &c);
    free(c.room);
    return s;
}

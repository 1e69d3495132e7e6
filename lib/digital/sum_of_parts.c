/* A total from its parts, and its difference from the published total.
 *
 * Each part and the total are rounded by half a unit of their last digit: with k parts the sum may differ from the
 * total by (k + 1)/2 units and no more.  The core industries of China's digital economy have four parts, categories 01
 * to 04 of the classification of 2021; category 05, gained efficiency, is not one of them.  The broad definition has
 * two, digital industrialisation and industrial digitalisation.
 *
 * Sources: National Bureau of Statistics of China, Statistical Classification of the Digital Economy and Its Core
 * Industries (2021), release of 31 December 2024; China Academy of Information and Communications Technology, reports
 * on the development of China's digital economy.
 */
#include <smartkpi/digital.h>
#include <float.h>
#include "core/basis.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/sum_of_parts.h"
#include "economy/total_among.h"
#include "numeric/sum.h"

/* Names of the i-th part; an error says "part[2]->value". */
static const skpi__table_names part_names = {"part",       "part[i]->size", "part[i]->flags", "part[i]->n",
                                             "part[i]->m", "part[i]->year", "part[i]->value", "part[i]->basis"};
static const skpi__table_names first_names = {"part",       "part[0]->size", "part[0]->flags", "part[0]->n",
                                              "part[0]->m", "part[0]->year", "part[0]->value", "part[0]->basis"};

/* The value of part i in cell c.  A table's struct is valid here, and it is never shorter than its member value. */
static double parts_value(const skpi__parts *p, size_t i, size_t c)
{
    return p->part ? p->part[i]->value[c] : p->figure[i];
}

double skpi__parts_total(const skpi__parts *p, size_t c, double *slack)
{
    skpi__sum sum = {0, 0};
    *slack = 0;
    for (size_t i = 0; i < p->n_parts; i++) {
        const double v = parts_value(p, i, c);
        skpi__sum_add(&sum, v);
        *slack += fabs(v) * (2 * DBL_EPSILON);
    }
    return skpi__sum_value(&sum);
}

skpi_status skpi__parts_check(skpi__at at, const skpi__parts *p, size_t c)
{
    int missing = 0;
    double slack;
    skpi_status s;
    for (size_t i = 0; i < p->n_parts; i++) {
        const double v = parts_value(p, i, c);
        missing |= isnan(v);
        const skpi__at here = p->part ? skpi__cell(at, i, c) : skpi__element(at, i);
        if (!isnan(v) && (s = skpi__quantity(here, p->name, v))) return s;
    }
    if (p->stated && !isnan(p->stated[c]) && (s = skpi__quantity(at, "stated->value", p->stated[c]))) return s;
    if (missing) return SKPI_WMISSING;
    const double total = skpi__parts_total(p, c, &slack);
    if ((s = skpi__result(at, p->name_total, total))) return s;
    if (!p->stated) return SKPI_OK;
    if (isnan(p->stated[c])) return SKPI_WMISSING;
    const double room = (double)(p->n_parts + 1) / 2 * p->digit;
    if (fabs(total - p->stated[c]) > room * (1 + 1e-9) + slack)
        return skpi__fail(at, SKPI_EINCONSISTENT, "stated->value", p->stated[c],
                          "is not the sum of its parts, %g: rounding alone makes %g at most", total, room);
    return SKPI_OK;
}

typedef struct parts_row {
    const skpi__parts *parts;
    size_t first;
} parts_row;

static double parts_row_value(const void *row, size_t i, size_t cell)
{
    const parts_row *r = row;
    return parts_value(r->parts, i, r->first + cell);
}

skpi_status skpi__parts_unusual(skpi__at at, const skpi__parts *p, size_t first, size_t m)
{
    size_t j;
    if (p->stated) return SKPI_OK;
    const size_t t = skpi__total_among(p->n_parts, m, parts_row_value, &(parts_row){p, first}, &j);
    if (t == p->n_parts) return SKPI_OK;
    return skpi__warn(p->part ? skpi__cell(at, t, first + j) : skpi__element(at, t), p->name,
                      parts_value(p, t, first + j), "is the sum of all other parts (a total among the parts?)");
}

/* Checks the structs of all tables, and that their meanings agree. */
static skpi_status parts_frames(skpi__at at, size_t n_parts, const skpi_table *const *part, const skpi_table *stated,
                                skpi_table *first, skpi_table *whole, skpi_basis *joined)
{
    skpi_table t;
    skpi_status s;
    for (size_t i = 0; i < n_parts; i++) {
        const skpi__at here = skpi__element(at, i);
        if ((s = skpi__table(here, &part_names, part[i], i ? &t : first)) ||
            (i && (s = skpi__same_axes(here, &first_names, first, &part_names, &t))) ||
            (s = skpi__join(here, "an earlier part", i ? joined : NULL, "part[i]->basis", (i ? &t : first)->basis,
                            joined)))
            return s;
    }
    if (!stated) return SKPI_OK;
    if ((s = SKPI__TABLE(at, stated, whole)) ||
        (s = skpi__same_axes(at, &first_names, first, SKPI__TABLE_NAMES(stated), whole)))
        return s;
    return skpi__join(at, "part->basis", joined, "stated->basis", whole->basis, joined);
}

typedef struct parts_call {
    skpi__parts parts;
    size_t cells, m;
    skpi_digital_sum_of_parts_out out;
} parts_call;

static skpi_status parts_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const parts_call *c = call;
    int32_t warnings = 0;
    (void)kept;
    for (size_t j = 0; j < c->m; j++) {
        const skpi_status s = skpi__parts_check(skpi__column(at, j), &c->parts, i * c->m + j);
        if (s < 0) return s;
        warnings |= s;
    }
    return (skpi_status)(warnings | skpi__parts_unusual(at, &c->parts, i * c->m, c->m));
}

static skpi_status parts_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const parts_call *c = call;
    const skpi__parts *p = &c->parts;
    double slack;
    (void)at, (void)kept;
    for (size_t cell = i * c->m; cell < (i + 1) * c->m; cell++) {
        const double total = skpi__parts_total(p, cell, &slack);
        skpi__set(c->out.total, cell, total);
        skpi__set(c->out.difference, cell, p->stated ? total - p->stated[cell] : (double)NAN);
        for (size_t k = 0; c->out.mix && k < p->n_parts; k++)
            c->out.mix[k * c->cells + cell] = parts_value(p, k, cell) / total;
    }
    return SKPI_OK;
}

static void parts_fail(const void *call, size_t i)
{
    const parts_call *c = call;
    skpi__set_nan_row(c->out.total, i, c->m);
    skpi__set_nan_row(c->out.difference, i, c->m);
    for (size_t k = 0; c->out.mix && k < c->parts.n_parts; k++) skpi__set_nan_row(c->out.mix + k * c->cells, i, c->m);
}

skpi_status skpi_digital_sum_of_parts(size_t n_parts, const skpi_table *const *part, const skpi_table *stated,
                                      double digit, skpi_digital_sum_of_parts_out *out, int32_t *status)
{
    static const skpi__struct_names basis_names = {"out->basis", "out->basis->size", "out->basis->flags"};
    static const skpi__rows_steps steps = {0, parts_check, parts_compute, parts_fail};
    const skpi__at at = skpi__here(__func__);
    skpi_digital_sum_of_parts_out o;
    skpi_basis joined, given;
    skpi_table first, whole;
    skpi_status s;
    if ((s = skpi__count(at, "n_parts", n_parts)) || (s = skpi__array(at, "part", part, n_parts, 1)) ||
        (s = parts_frames(at, n_parts, part, stated, &first, &whole, &joined)) ||
        (s = skpi__quantity(at, "digit", digit)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__array_size(at, "out->mix", n_parts, first.n * first.m)) ||
        (s = skpi__struct_read(at, &basis_names, o.basis, sizeof given, SKPI_BASIS_FLAG_LINKED, 0, &given)))
        return s;
    const parts_call c = {.parts = {.n_parts = n_parts,
                                    .part = part,
                                    .stated = stated ? whole.value : NULL,
                                    .digit = digit,
                                    .name = "part[i]->value",
                                    .name_total = "out->total"},
                          .cells = first.n * first.m,
                          .m = first.m,
                          .out = o};
    skpi__rows r = skpi__rows_begin(__func__, first.n, status);
    if ((s = skpi__rows_run(&r, &steps, &c)) < 0) return s;
    if (o.basis) SKPI__STRUCT_WRITE(o.basis, &joined);
    return s;
}

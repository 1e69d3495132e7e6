/* Two series of different meaning joined by a factor from their common years; the result is marked as linked.
 *
 *   factor = newer/older in the first (last) year that both know, or the quotient of their sums over all such years
 *   value  = newer where it is known, else factor x older
 *
 * The factor keeps the growth rates of the older series.  For shares that a change of definition moved as a whole, a
 * difference may be added instead; growth rates are then not kept.
 * Source: System of National Accounts 2008, ch. 15, for linking by an overlap.
 */
#include <smartkpi/digital.h>
#include "core/basis.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/share.h"
#include "numeric/sum.h"

typedef struct splice_link {
    double factor, low, high;
    double size; /* largest magnitude of the values that a difference is of; 0 of a quotient */
    int32_t overlap;
} splice_link;

typedef struct splice_series {
    size_t m;
    const double *value0, *value1; /* the older and the newer values */
    int32_t method;
    int shares;
} splice_series;

typedef struct splice_call {
    skpi_table table0, table1;
    skpi_digital_splice_options o;
    skpi_digital_splice_out out;
} splice_call;

static splice_series splice_row(const splice_call *c, size_t i)
{
    const size_t m = c->table0.m;
    return (splice_series){m, c->table0.value + i * m, c->table1.value + i * m, c->o.method,
                           (c->o.flags & SKPI_DIGITAL_SPLICE_FLAG_SHARES) != 0};
}

static int splice_both(const splice_series *x, size_t j) { return !isnan(x->value0[j]) && !isnan(x->value1[j]); }

/* The factor from older to newer in a year.  The older value must not be 0, because it is the divisor. */
static skpi_status splice_quotient(skpi__at at, double newer, double older, double *factor)
{
    if (older == 0)
        return skpi__fail(at, SKPI_EZERODIV, "table0->value", older, "is the divisor of table1->value = %g", newer);
    *factor = newer / older;
    if (!(*factor > 0))
        return skpi__fail(at, SKPI_EDOM, "table1->value", newer, "over table0->value = %g is not a factor above 0",
                          older);
    const skpi_status s = skpi__result(at, "out->factor", *factor);
    return s ? s : skpi__result_normal(at, "out->factor", *factor);
}

static skpi_status splice_factor(skpi__at at, const splice_series *x, splice_link *l)
{
    skpi__sum older = {0, 0}, newer = {0, 0};
    double size = 0, newer_size = 0;
    size_t first = x->m, last = x->m;
    int undefined = 0; /* 1: a common year has no quotient, because its older value is 0 */
    *l = (splice_link){NAN, NAN, NAN, 0, 0};
    for (size_t j = 0; j < x->m; j++) {
        if (!splice_both(x, j)) continue;
        if (first == x->m) first = j;
        last = j;
        l->overlap++;
        skpi__sum_add(&older, x->value0[j]);
        skpi__sum_add(&newer, x->value1[j]);
        size += fabs(x->value0[j]);
        newer_size += fabs(x->value1[j]);
        if (x->value0[j] == 0) {
            undefined = 1;
            continue;
        }
        const double q = x->value1[j] / x->value0[j];
        const skpi_status s = skpi__result(skpi__column(at, j), q > 0 ? "out->high" : "out->low", q);
        if (s) return s;
        if (!(l->low <= q)) l->low = q;
        if (!(l->high >= q)) l->high = q;
    }
    if (undefined) l->low = l->high = (double)NAN;
    if (first == x->m)
        return skpi__refuse(at, SKPI_ENODATA, "table1->value",
                            "has no year in common with table0->value: nothing links them");
    if (x->method == SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE) {
        l->factor = skpi__less(x->value1[first], x->value0[first]);
        l->size = fmax(fabs(x->value1[first]), fabs(x->value0[first]));
        return skpi__result(skpi__column(at, first), "out->factor", l->factor);
    }
    if (x->method == SKPI_DIGITAL_SPLICE_METHOD_SUMS)
        return splice_quotient(at, skpi__rounded(skpi__sum_value(&newer), newer_size),
                               skpi__rounded(skpi__sum_value(&older), size), &l->factor);
    const size_t j = x->method == SKPI_DIGITAL_SPLICE_METHOD_LAST ? last : first;
    return splice_quotient(skpi__column(at, j), x->value1[j], x->value0[j], &l->factor);
}

static double splice_value(const splice_series *x, const splice_link *l, size_t j)
{
    if (!isnan(x->value1[j])) return x->value1[j];
    const int moved = x->method == SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE;
    const double v =
        moved ? skpi__rounded(x->value0[j] + l->factor, fmax(l->size, fabs(x->value0[j]))) : x->value0[j] * l->factor;
    return x->shares ? skpi__digital_fraction(v, 0) : v;
}

static skpi_status splice_known(skpi__at at, const char *name, double value, int shares)
{
    return isnan(value) ? SKPI_OK : shares ? skpi__share(at, name, value) : skpi__finite(at, name, value);
}

static skpi_status splice_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const splice_series x = splice_row(call, i);
    splice_link *l = kept;
    int32_t warnings = 0;
    skpi_status s;
    for (size_t j = 0; j < x.m; j++)
        if ((s = splice_known(skpi__column(at, j), "table0->value", x.value0[j], x.shares))) return s;
    for (size_t j = 0; j < x.m; j++)
        if ((s = splice_known(skpi__column(at, j), "table1->value", x.value1[j], x.shares))) return s;
    if ((s = splice_factor(at, &x, l))) return s;
    for (size_t j = 0; j < x.m; j++) {
        const double v = splice_value(&x, l, j);
        if (isnan(v)) {
            warnings = SKPI_WMISSING;
            continue;
        }
        if ((s = skpi__result(skpi__column(at, j), "out->value", v))) return s;
        if (x.shares && (v < 0 || v > 1))
            return skpi__fail(skpi__column(at, j), SKPI_ERANGE, "table0->value", x.value0[j],
                              "becomes %g when it is linked: that is not a fraction in [0,1]", v);
    }
    return (skpi_status)warnings;
}

static void splice_write_link(const skpi_digital_splice_out *out, size_t i, const splice_link *l)
{
    skpi__set(out->factor, i, l->factor);
    skpi__set(out->low, i, l->low);
    skpi__set(out->high, i, l->high);
    skpi__set_int(out->overlap, i, l->overlap);
}

static skpi_status splice_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const splice_call *c = call;
    const splice_series x = splice_row(c, i);
    (void)at;
    for (size_t j = 0; j < x.m; j++) {
        skpi__set_int(c->out.linked, i * x.m + j, isnan(x.value1[j]) && !isnan(x.value0[j]));
        skpi__set(c->out.value, i * x.m + j, splice_value(&x, kept, j));
    }
    splice_write_link(&c->out, i, kept);
    return SKPI_OK;
}

static void splice_fail(const void *call, size_t i)
{
    static const splice_link none = {NAN, NAN, NAN, 0, SKPI_NONE};
    const splice_call *c = call;
    for (size_t j = i * c->table0.m; j < (i + 1) * c->table0.m; j++) skpi__set_int(c->out.linked, j, SKPI_NONE);
    skpi__set_nan_row(c->out.value, i, c->table0.m);
    splice_write_link(&c->out, i, &none);
}

/* Refuses a difference of figures in different units. */
static skpi_status splice_unit_check(skpi__at at, const skpi_basis *older, const skpi_basis *newer)
{
    const skpi_basis a = {.size = sizeof a,
                          .prices = older->prices,
                          .currency = older->currency,
                          .scale = older->scale,
                          .gwp = older->gwp};
    const skpi_basis b = {.size = sizeof b,
                          .prices = newer->prices,
                          .currency = newer->currency,
                          .scale = newer->scale,
                          .gwp = newer->gwp};
    skpi_basis joined;
    return skpi__join(at, "table0->basis", &a, "table1->basis", &b, &joined);
}

static skpi_status splice_options(skpi__at at, const skpi_digital_splice_options *options,
                                  skpi_digital_splice_options *o)
{
    static const int32_t methods[] = {SKPI_DIGITAL_SPLICE_METHOD_FIRST, SKPI_DIGITAL_SPLICE_METHOD_LAST,
                                      SKPI_DIGITAL_SPLICE_METHOD_SUMS, SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE, 0};
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, SKPI_DIGITAL_SPLICE_FLAG_SHARES, o)) ||
        (o->method && (s = skpi__choice(at, "options->method", o->method, methods,
                                        "a way of linking (enum skpi_digital_splice_method)"))))
        return s;
    if (!o->method) o->method = SKPI_DIGITAL_SPLICE_METHOD_FIRST;
    return skpi__reserved(at, "options->zero", o->zero);
}

skpi_status skpi_digital_splice(const skpi_table *table0, const skpi_table *table1,
                                const skpi_digital_splice_options *options, skpi_digital_splice_out *out,
                                int32_t *status)
{
    static const skpi__struct_names basis_names = {"out->basis", "out->basis->size", "out->basis->flags"};
    static const skpi__rows_steps steps = {sizeof(splice_link), splice_check, splice_compute, splice_fail};
    const skpi__at at = skpi__here(__func__);
    splice_call c;
    skpi_table *const a = &c.table0, *const b = &c.table1;
    skpi_basis before, after, given;
    skpi_status s;
    if ((s = SKPI__TABLE(at, table0, a)) || (s = SKPI__TABLE(at, table1, b)) ||
        (s = skpi__same_axes(at, SKPI__TABLE_NAMES(table0), a, SKPI__TABLE_NAMES(table1), b)) ||
        (s = splice_options(at, options, &c.o)))
        return s;
    before = skpi__basis_of(a->basis);
    after = skpi__basis_of(b->basis);
    if ((c.o.method == SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE && (s = splice_unit_check(at, &before, &after))) ||
        (s = SKPI__STRUCT(at, out, 0, &c.out)) ||
        (s = skpi__struct_read(at, &basis_names, c.out.basis, sizeof given, SKPI_BASIS_FLAG_LINKED, 0, &given)))
        return s;
    skpi__rows r = skpi__rows_begin(__func__, a->n, status);
    r.count = "table0->n";
    if ((s = skpi__rows_run(&r, &steps, &c)) < 0) return s;
    after.flags |= SKPI_BASIS_FLAG_LINKED;
    if (c.out.basis) SKPI__STRUCT_WRITE(c.out.basis, &after);
    return s;
}

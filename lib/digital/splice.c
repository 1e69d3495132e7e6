/* Two series of unlike meaning joined by a linking factor: what makes the joining honest, and says so.
 *
 *   factor = newer/older in the first (last) year that both know, or the quotient of their sums over all such years
 *   value  = newer where it is known, else factor x older
 *
 * Growth of the older series is kept by the factor.  A difference may be added instead, for shares that a change of
 * definition moved as a whole; growth is not kept then.
 * Source: System of National Accounts 2008, ch. 15, for linking by an overlap.
 */
#include <smartkpi/digital.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/sum.h"

typedef struct link {
    double factor, low, high;
    int32_t overlap;
} link;

typedef struct series {
    size_t m;
    const double *older, *newer;
    int32_t method;
    int shares;
} series;

static int both(const series *x, size_t j) { return !isnan(x->older[j]) && !isnan(x->newer[j]); }

/* Newer over older in the year; what stands below it must not be 0. */
static skpi_status quotient(skpi__at at, double newer, double older, double *factor)
{
    if (older == 0)
        return skpi__fail(at, SKPI_EZERODIV, "older->value", older, "is what newer->value = %g is divided by", newer);
    *factor = newer / older;
    if (!(*factor > 0))
        return skpi__fail(at, SKPI_EDOM, "newer->value", newer, "over older->value = %g is no factor above 0", older);
    return skpi__result(at, "out->factor", *factor);
}

static skpi_status find(skpi__at at, const series *x, link *l)
{
    skpi__sum older = {0, 0}, newer = {0, 0};
    size_t first = x->m, last = x->m;
    *l = (link){NAN, NAN, NAN, 0};
    for (size_t j = 0; j < x->m; j++) {
        if (!both(x, j)) continue;
        if (first == x->m) first = j;
        last = j;
        l->overlap++;
        skpi__sum_add(&older, x->older[j]);
        skpi__sum_add(&newer, x->newer[j]);
        if (x->older[j] == 0) continue;
        const double q = x->newer[j] / x->older[j];
        if (!(l->low <= q)) l->low = q;
        if (!(l->high >= q)) l->high = q;
    }
    if (first == x->m)
        return skpi__refuse(at, SKPI_ENODATA, "newer->value", "has no year with older->value: nothing links them");
    if (x->method == SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE) {
        l->factor = x->newer[first] - x->older[first];
        return skpi__result(skpi__column(at, first), "out->factor", l->factor);
    }
    if (x->method == SKPI_DIGITAL_SPLICE_METHOD_SUMS)
        return quotient(at, skpi__sum_value(&newer), skpi__sum_value(&older), &l->factor);
    const size_t j = x->method == SKPI_DIGITAL_SPLICE_METHOD_LAST ? last : first;
    return quotient(skpi__column(at, j), x->newer[j], x->older[j], &l->factor);
}

static double spliced(const series *x, const link *l, size_t j)
{
    if (!isnan(x->newer[j])) return x->newer[j];
    return x->method == SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE ? x->older[j] + l->factor : x->older[j] * l->factor;
}

static skpi_status known(skpi__at at, const char *name, double value, int shares)
{
    return isnan(value) ? SKPI_OK : shares ? skpi__share(at, name, value) : skpi__finite(at, name, value);
}

static skpi_status check(skpi__at at, const series *x, link *l)
{
    int32_t warnings = 0;
    skpi_status s;
    for (size_t j = 0; j < x->m; j++)
        if ((s = known(skpi__column(at, j), "older->value", x->older[j], x->shares))) return s;
    for (size_t j = 0; j < x->m; j++)
        if ((s = known(skpi__column(at, j), "newer->value", x->newer[j], x->shares))) return s;
    if ((s = find(at, x, l))) return s;
    for (size_t j = 0; j < x->m; j++) {
        const double v = spliced(x, l, j);
        if (isnan(v)) {
            warnings = SKPI_WMISSING;
            continue;
        }
        if ((s = skpi__result(skpi__column(at, j), "out->value", v))) return s;
        if (x->shares && (v < 0 || v > 1))
            return skpi__fail(skpi__column(at, j), SKPI_ERANGE, "older->value", x->older[j],
                              "becomes %g when it is linked: no fraction in [0,1]", v);
    }
    return (skpi_status)warnings;
}

/* Only figures of one unit have a difference. */
static skpi_status one_unit(skpi__at at, const skpi_basis *older, const skpi_basis *newer)
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
    return skpi__join(at, "older->basis", &a, "newer->basis", &b, &joined);
}

static skpi_status settings(skpi__at at, const skpi_digital_splice_options *options, skpi_digital_splice_options *o)
{
    static const int32_t methods[] = {SKPI_DIGITAL_SPLICE_METHOD_FIRST, SKPI_DIGITAL_SPLICE_METHOD_LAST,
                                      SKPI_DIGITAL_SPLICE_METHOD_SUMS, SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE, 0};
    skpi_status s;
    if ((s = SKPI__TAKE(at, options, SKPI_DIGITAL_SPLICE_FLAG_SHARES, o)) ||
        (o->method && (s = skpi__choice(at, "options->method", o->method, methods,
                                        "a way of linking (enum skpi_digital_splice_method)"))))
        return s;
    if (!o->method) o->method = SKPI_DIGITAL_SPLICE_METHOD_FIRST;
    return skpi__hole(at, "options->zero", o->zero);
}

/* A series under an older meaning linked to one under a newer.
 *
 * Given:    older, newer   the two series, n places x m years on the same axes; NaN = missing.  Their bases may differ
 *           options        method; the flag SKPI_DIGITAL_SPLICE_FLAG_SHARES if the figures are fractions; NULL: FIRST, no
 *                          flag
 * Returned: out->value     newer where it is known, else older linked, also in gaps (n x m; may be the values of either
 *                          table); NaN where both are missing
 *           out->linked    1 where it is older linked, else 0 (n x m)
 *           out->factor    newer over older by the method; of SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE newer less older (n)
 *           out->low, high range of newer over older in the years that both know (n each); NaN where older is 0 in all
 *           out->overlap   years that both know (n)
 *           out->basis     that of newer, with the flag SKPI_BASIS_FLAG_LINKED; NULL: not wanted
 *           status         each place's own status (n), or NULL: the first bad place fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WMISSING (a year is missing in both), SKPI_EINVAL (null; no such method),
 *           SKPI_ESTRUCT, SKPI_ENOMEM (sizes), SKPI_ENODATA (n or m is 0; no year that both know), SKPI_ENOTSORTED,
 *           SKPI_EDUPLICATE (years), SKPI_EINCONSISTENT (axes differ), SKPI_EDEFMIX (a difference of figures of unlike
 *           units), SKPI_ENOTFINITE (infinite), SKPI_ERANGE (a share, given or linked, outside [0,1]; a year outside the
 *           window), SKPI_EZERODIV (older is 0 where the factor is taken), SKPI_EDOM (a factor that is not above 0),
 *           SKPI_EOVERFLOW
 * Source:   System of National Accounts 2008, ch. 15
 */
skpi_status skpi_digital_splice(const skpi_table *older, const skpi_table *newer,
                                const skpi_digital_splice_options *options, skpi_digital_splice_out *out,
                                int32_t *status)
{
    static const skpi__struct_names basis_names = {"out->basis", "out->basis->size", "out->basis->flags"};
    const skpi__at at = skpi__here(__func__);
    skpi_digital_splice_options how;
    skpi_digital_splice_out o;
    skpi_basis before, after, given;
    skpi_table a, b;
    link l;
    skpi_status s;
    if ((s = SKPI__TABLE(at, older, &a)) || (s = SKPI__TABLE(at, newer, &b)) ||
        (s = skpi__same_axes(at, SKPI__TABLE_NAMES(older), &a, SKPI__TABLE_NAMES(newer), &b)) ||
        (s = skpi__join(at, "older->basis", a.basis, "older->basis", NULL, &before)) ||
        (s = skpi__join(at, "newer->basis", b.basis, "newer->basis", NULL, &after)) ||
        (s = settings(at, options, &how)) ||
        (how.method == SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE && (s = one_unit(at, &before, &after))) ||
        (s = SKPI__NEED(at, out, 0, &o)) ||
        (s = skpi__take(at, &basis_names, o.basis, sizeof given, SKPI_BASIS_FLAG_LINKED, 0, &given)))
        return s;
    skpi__rows r = skpi__rows_begin(__func__, a.n, status);
    series x = {a.m, NULL, NULL, how.method, (how.flags & SKPI_DIGITAL_SPLICE_FLAG_SHARES) != 0};
    for (size_t i = 0; i < a.n; i++) {
        x.older = a.value + i * a.m, x.newer = b.value + i * a.m;
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &x, &l)))) return s;
    }
    for (size_t i = 0; i < a.n; i++) {
        const int good = skpi__row_good(&r, i);
        l = (link){NAN, NAN, NAN, SKPI_NONE};
        x.older = a.value + i * a.m, x.newer = b.value + i * a.m;
        if (good) (void)find(r.at, &x, &l); /* it was good above */
        for (size_t j = 0; j < a.m; j++) {
            const int linked = isnan(x.newer[j]) && !isnan(x.older[j]);
            if (o.linked) o.linked[i * a.m + j] = good ? linked : SKPI_NONE;
            skpi__put(o.value, i * a.m + j, good ? spliced(&x, &l, j) : (double)NAN);
        }
        skpi__put(o.factor, i, l.factor);
        skpi__put(o.low, i, l.low);
        skpi__put(o.high, i, l.high);
        if (o.overlap) o.overlap[i] = l.overlap;
    }
    after.flags |= SKPI_BASIS_FLAG_LINKED;
    if (o.basis) SKPI__GIVE(o.basis, &after);
    return skpi__rows_end(&r);
}

/* Totals of a city's greenhouse gas inventory by the Global Protocol for Community-Scale inventories (GPC).
 *
 *   CO2e = sum over rows of amount x GWP of the gas
 *   BASIC        scopes 1 and 2 of I and II without I.4.4, and III.x.1, III.x.2
 *   BASIC+       BASIC and scope 3 of I and II, IV, V
 *   territorial  all of scope 1, I.4.4 and III.x.3 too
 *   other        scope 3 that neither total has
 *   biogenic     CO2(b), reported beside the totals and in none of them
 * Source: Greenhouse Gas Protocol, Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1 (2021).
 */
#include <smartkpi/carbon.h>
#include <string.h>
#include "carbon/gwp.h"
#include "carbon/reference.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/sum.h"

enum { BASIC = 1, BASIC_PLUS = 2, TERRITORIAL = 4, OTHER = 8 };

/* The totals that a row counts in.  They follow from its scope; the last number of a waste sub-sector tells whose waste
 * it is. */
static unsigned inventory_totals(skpi__reference r, int32_t scope)
{
    const int energy = r.sector <= 2, grid = r.last == 4; /* only I.4.4 */
    unsigned totals = scope == 1 ? TERRITORIAL : 0;
    if ((energy && scope <= 2 && !grid) || (r.sector == 3 && r.last <= 2))
        totals |= BASIC | BASIC_PLUS;
    else if ((energy && scope == 3) || r.sector == 4 || r.sector == 5)
        totals |= BASIC_PLUS;
    else if (scope == 3)
        totals |= OTHER;
    return totals;
}

static int32_t inventory_key(const skpi_carbon_inventory_total_in *v, size_t i)
{
    return v->key ? v->key[i] : SKPI_CARBON_KEY_VALUE;
}

static int inventory_biogenic(const char *gas) { return gas && skpi__same_gas(gas, "CO2(b)"); }

/* The potential of row i's gas: the caller's own value, or that of the set. */
static skpi_status inventory_gwp(skpi__at at, const skpi_carbon_inventory_total_in *v, size_t i, int32_t gwp,
                                 double *potential, int *own)
{
    for (size_t k = 0; v->gas[i] && k < v->n_own; k++)
        if (skpi__same_gas(v->gas[i], v->own_gas[k])) {
            *potential = v->own_gwp[k];
            *own = 1;
            return SKPI_OK;
        }
    *potential = 1;
    return inventory_biogenic(v->gas[i]) ? SKPI_OK : skpi__carbon_gwp(at, "in->gas", v->gas[i], gwp, potential);
}

/* Reads row i: its place in the inventory, and its CO2e, which is NaN if the row has a notation key instead. */
static skpi_status inventory_row(skpi__at at, const skpi_carbon_inventory_total_in *v, size_t i, int32_t gwp,
                                 skpi__reference *r, double *co2e, int *own)
{
    static const int32_t scopes[] = {1, 2, 3, 0};
    static const int32_t keys[] = {SKPI_CARBON_KEY_NOT_OCCURRING, SKPI_CARBON_KEY_NOT_ESTIMATED,
                                   SKPI_CARBON_KEY_INCLUDED, SKPI_CARBON_KEY_CONFIDENTIAL, 0};
    const int32_t key = inventory_key(v, i);
    double potential;
    skpi_status s;
    at = skpi__element(at, i);
    *co2e = (double)NAN;
    if ((s = skpi__reference_read(at, "in->reference", v->reference[i], r))) return s;
    if (key == SKPI_CARBON_KEY_VALUE &&
        ((s = inventory_gwp(at, v, i, gwp, &potential, own)) || (s = skpi__finite(at, "in->amount", v->amount[i]))))
        return s;
    if ((s = skpi__choice(at, "in->scope", v->scope[i], scopes, "a scope: 1, 2 or 3"))) return s;
    if (v->scope[i] != skpi__reference_scope(*r))
        return skpi__fail(at, SKPI_EINCONSISTENT, "in->scope", v->scope[i], "is not that of %s, which is %d",
                          v->reference[i], (int)skpi__reference_scope(*r));
    if (key == SKPI_CARBON_KEY_VALUE) return skpi__result(at, "in->amount", *co2e = v->amount[i] * potential);
    return skpi__choice(at, "in->key", key, keys, "a notation key (enum skpi_carbon_key)");
}

typedef struct inventory_sums {
    skpi__sum basic, basic_plus, territorial, other, scope[3], biogenic;
    int32_t ne, ie;
    int own; /* 1: a potential given by the caller was used */
} inventory_sums;

static skpi_status inventory_add_up(skpi__at at, const skpi_carbon_inventory_total_in *v, int32_t gwp,
                                    inventory_sums *t)
{
    memset(t, 0, sizeof *t);
    for (size_t i = 0; i < v->n; i++) {
        skpi__reference r;
        double x;
        skpi_status s = inventory_row(at, v, i, gwp, &r, &x, &t->own);
        if (s) return s;
        t->ne += inventory_key(v, i) == SKPI_CARBON_KEY_NOT_ESTIMATED;
        t->ie += inventory_key(v, i) == SKPI_CARBON_KEY_INCLUDED;
        if (isnan(x)) continue;
        if (inventory_biogenic(v->gas[i])) {
            skpi__sum_add(&t->biogenic, x);
            continue;
        }
        const unsigned in = inventory_totals(r, v->scope[i]);
        skpi__sum_add(&t->scope[v->scope[i] - 1], x);
        if (in & BASIC) skpi__sum_add(&t->basic, x);
        if (in & BASIC_PLUS) skpi__sum_add(&t->basic_plus, x);
        if (in & TERRITORIAL) skpi__sum_add(&t->territorial, x);
        if (in & OTHER) skpi__sum_add(&t->other, x);
    }
    const skpi__sum *const all[] = {&t->basic,    &t->basic_plus, &t->territorial, &t->other,
                                    &t->scope[0], &t->scope[1],   &t->scope[2],    &t->biogenic};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        const skpi_status s = skpi__result(at, "in->amount", skpi__sum_value(all[k]));
        if (s) return s;
    }
    return SKPI_OK;
}

/* A reference that was read before, without a failure. */
static skpi__reference inventory_reference(skpi__at at, const char *text)
{
    skpi__reference r = {0, 0, 0};
    (void)skpi__reference_read(at, "in->reference", text, &r);
    return r;
}

/* The fraction of the required sub-sectors that have a number or NO; NaN if none is required. */
static skpi_status inventory_completeness(skpi__at at, const skpi_carbon_inventory_total_in *v, double *share)
{
    size_t found = 0;
    skpi_status s;
    *share = (double)NAN;
    for (size_t j = 0; j < v->n_required; j++) {
        skpi__reference want;
        if ((s = skpi__reference_read(skpi__element(at, j), "in->required", v->required[j], &want))) return s;
        for (size_t k = 0; k < j; k++)
            if (skpi__reference_same(want, inventory_reference(at, v->required[k])))
                return skpi__refuse(skpi__element(at, j), SKPI_EDUPLICATE, "in->required", "is given twice");
        int has = 0;
        for (size_t i = 0; i < v->n && !has; i++)
            has = (inventory_key(v, i) == SKPI_CARBON_KEY_VALUE ||
                   inventory_key(v, i) == SKPI_CARBON_KEY_NOT_OCCURRING) &&
                  skpi__reference_same(want, inventory_reference(at, v->reference[i]));
        found += has != 0;
    }
    if (v->n_required) *share = (double)found / (double)v->n_required;
    return SKPI_OK;
}

/* Checks the potentials given by the caller. */
static skpi_status inventory_own(skpi__at at, const skpi_carbon_inventory_total_in *v)
{
    skpi_status s;
    if (!v->n_own && (v->own_gas || v->own_gwp))
        return skpi__refuse(at, SKPI_EINVAL, "in->n_own", "is 0 although %s is given",
                            v->own_gas ? "in->own_gas" : "in->own_gwp");
    if ((s = skpi__array(at, "in->own_gas", v->own_gas, v->n_own, 1)) ||
        (s = skpi__array(at, "in->own_gwp", v->own_gwp, v->n_own, 1)))
        return s;
    for (size_t k = 0; k < v->n_own; k++) {
        const skpi__at here = skpi__element(at, k);
        if ((s = skpi__pointer(here, "in->own_gas", v->own_gas[k])) ||
            (s = skpi__positive(here, "in->own_gwp", v->own_gwp[k])))
            return s;
        for (size_t j = 0; j < k; j++)
            if (skpi__same_gas(v->own_gas[j], v->own_gas[k]))
                return skpi__refuse(here, SKPI_EDUPLICATE, "in->own_gas", "= \"%s\" is given twice", v->own_gas[k]);
    }
    return SKPI_OK;
}

skpi_status skpi_carbon_inventory_total(const skpi_carbon_inventory_total_in *in, int32_t gwp,
                                        skpi_carbon_inventory_total_out *out)
{
    static const skpi__struct_names basis_names = {"out->basis", "out->basis->size", "out->basis->flags"};
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_inventory_total_in v;
    skpi_carbon_inventory_total_out o;
    skpi_basis basis;
    double complete;
    inventory_sums t;
    skpi_status s;
    if ((s = SKPI__STRUCT(at, in, 0, &v)) || (s = skpi__count(at, "in->n", v.n)) ||
        (s = skpi__array(at, "in->reference", v.reference, v.n, 1)) ||
        (s = skpi__array(at, "in->gas", v.gas, v.n, 1)) || (s = skpi__array(at, "in->amount", v.amount, v.n, 1)) ||
        (s = skpi__array(at, "in->scope", v.scope, v.n, 1)) ||
        (s = skpi__array(at, "in->required", v.required, v.n_required, 1)) || (s = inventory_own(at, &v)) ||
        (s = skpi__carbon_gwp_set(at, gwp)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__struct_read(at, &basis_names, o.basis, sizeof basis, SKPI_BASIS_FLAG_LINKED, 0, &basis)) ||
        (s = inventory_add_up(at, &v, gwp, &t)) || (s = inventory_completeness(at, &v, &complete)))
        return s;
    skpi__set(o.basic, 0, skpi__sum_value(&t.basic));
    skpi__set(o.basic_plus, 0, skpi__sum_value(&t.basic_plus));
    skpi__set(o.territorial, 0, skpi__sum_value(&t.territorial));
    skpi__set(o.other, 0, skpi__sum_value(&t.other));
    skpi__set(o.biogenic, 0, skpi__sum_value(&t.biogenic));
    for (size_t k = 0; k < 3; k++) skpi__set(o.scope, k, skpi__sum_value(&t.scope[k]));
    skpi__set(o.completeness, 0, complete);
    skpi__set_int(o.ne, 0, t.ne);
    skpi__set_int(o.ie, 0, t.ie);
    for (size_t i = 0; o.row && i < v.n; i++) {
        skpi__reference r;
        double x = (double)NAN;
        (void)inventory_row(at, &v, i, gwp, &r, &x, &t.own); /* cannot fail: it was checked above */
        o.row[i] = x;
    }
    if (o.basis) {
        basis = (skpi_basis){.size = sizeof basis, .gwp = t.own ? 0 : gwp};
        SKPI__STRUCT_WRITE(o.basis, &basis);
    }
    return SKPI_OK;
}

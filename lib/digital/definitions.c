/* One place and year by every definition of the digital economy that its figures allow.
 *
 * From the same economy the definitions take different things: whole industries (direct), parts of industries by
 * coefficients or by what they make (satellite account), suppliers too (ADB), a list of activities (NBS core, OECD), or
 * what digital technology adds everywhere (CAICT).  Each is computed as its own function does; the GDP below the
 * satellite account and the input-output share is that of their tables, and shows how far these are from the other.
 */
#include <smartkpi/digital.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/coefficient.h"
#include "economy/iotable.h"
#include "digital/parts.h"
#include "economy/quotient.h"
#include "digital/satellite.h"
#include "numeric/sum.h"

#define SAME_SIZE 2 /* GDP of a table and the given one differ by prices and imports, never by this factor */

typedef struct found {
    int32_t definition; /* SKPI_NONE: not given */
    double value, gdp, share, error;
} found;

typedef struct answer {
    found row[SKPI_DIGITAL_DEFINITIONS];
    double published, share_published;
} answer;

static void put(answer *a, int32_t definition, double value, double gdp, double share, double error)
{
    a->row[definition - SKPI_DIGITAL_DEFINITION_DIRECT] = (found){definition, value, gdp, share, error};
}

static skpi_status over_gdp(skpi__at at, const char *name, double value, double gdp, int32_t definition, answer *a)
{
    const skpi_status s = skpi__digital_pair(at, name, value, "inputs->gdp", gdp);
    if (s == SKPI_OK) put(a, definition, value, gdp, skpi__digital_quotient(value, gdp), NAN);
    return s;
}

static skpi_status direct(skpi__at at, const skpi_digital_definitions_in *in, answer *a)
{
    skpi__sum sum = {0, 0};
    skpi_status s;
    for (size_t i = 0; i < in->sectors; i++) {
        const skpi__at here = skpi__element(at, i);
        if ((s = skpi__finite(here, "inputs->value_added", in->value_added[i]))) return s;
        if (in->digital[i] != 0 && in->digital[i] != 1)
            return skpi__fail(here, SKPI_EINVAL, "inputs->digital", in->digital[i], "is neither 0 nor 1");
        if (in->digital[i]) skpi__sum_add(&sum, in->value_added[i]);
    }
    const double value = skpi__sum_value(&sum);
    if ((s = skpi__result(at, "out->value", value))) return s;
    return over_gdp(at, "inputs->value_added", value, in->gdp, SKPI_DIGITAL_DEFINITION_DIRECT, a);
}

static skpi_status coefficient(skpi__at at, const skpi_digital_definitions_in *in, answer *a)
{
    static const skpi__coefficient_names names = {"inputs->value_added", "inputs->weight",
                                                  "inputs->coefficient", "inputs->coefficient_error",
                                                  "inputs->correlation", "inputs->gdp"};
    const skpi__coefficient_place p = {in->sectors,           in->value_added, in->weight, in->coefficient,
                                       in->coefficient_error, in->correlation, in->gdp,    &names};
    const skpi_status s = skpi__coefficient_check(at, &p, 0);
    if (s) return s;
    const skpi__coefficient_estimate e = skpi__coefficient_compute(&p, 0);
    put(a, SKPI_DIGITAL_DEFINITION_COEFFICIENT, e.share * in->gdp, in->gdp, e.share, e.error);
    return SKPI_OK;
}

/* The sectors: whole by flags, in part by coefficients. */
static skpi_status sectors(skpi__at at, const skpi_digital_definitions_in *in, answer *a)
{
    const int parts = in->coefficient || in->coefficient_error || in->weight;
    skpi_status s;
    if (!in->sectors && !in->value_added && !in->digital && !parts) return SKPI_OK;
    if ((s = skpi__some(at, "inputs->sectors", in->sectors)) ||
        (s = skpi__array(at, "inputs->value_added", in->value_added, in->sectors, 1)))
        return s;
    if (!in->digital && !parts)
        return skpi__refuse(at, SKPI_EINVAL, "inputs->digital", "is NULL, and so is inputs->coefficient");
    if ((parts && (s = skpi__array(at, "inputs->coefficient", in->coefficient, in->sectors, 1))) ||
        (in->digital && (s = direct(at, in, a))))
        return s;
    return parts ? coefficient(at, in, a) : SKPI_OK;
}

static skpi_status satellite(skpi__at at, const skpi_digital_definitions_in *in, answer *a)
{
    const skpi__account account = {in->industries,
                                   in->commodities,
                                   in->make,
                                   in->commodity_share,
                                   in->industry_value_added,
                                   "inputs->make",
                                   "inputs->commodity_share",
                                   "inputs->industry_value_added",
                                   "out->value"};
    double total, gdp;
    skpi_status s;
    if (!in->industries && !in->commodities && !in->make && !in->commodity_share && !in->industry_value_added)
        return SKPI_OK;
    if ((s = skpi__some(at, "inputs->industries", in->industries)) ||
        (s = skpi__some(at, "inputs->commodities", in->commodities)) ||
        (s = skpi__array(at, "inputs->make", in->make, in->industries, in->commodities)) ||
        (s = skpi__array(at, "inputs->commodity_share", in->commodity_share, in->commodities, 1)) ||
        (s = skpi__array(at, "inputs->industry_value_added", in->industry_value_added, in->industries, 1)) ||
        (s = skpi__satellite(at, &account, &total, &gdp)))
        return s;
    put(a, SKPI_DIGITAL_DEFINITION_SATELLITE, total, gdp, total / gdp, NAN);
    return SKPI_OK;
}

static skpi_status input_output(skpi__at at, const skpi_digital_definitions_in *in, int published, answer *a)
{
    skpi__iotable_terms e;
    skpi_status s;
    if (!in->table && !in->table_digital) return SKPI_OK;
    if (!in->table) return skpi__refuse(at, SKPI_EINVAL, "inputs->table", "is NULL");
    if ((s = skpi__array(at, "inputs->table_digital", in->table_digital, in->table->n, 1)) ||
        (s = skpi__iotable_terms_of(at, in->table, "inputs->table", in->table_digital, "inputs->table_digital",
                                    published, &e)))
        return s;
    put(a, SKPI_DIGITAL_DEFINITION_ADB, e.exact, e.gdp, e.exact / e.gdp, NAN);
    a->published = e.published;
    a->share_published = e.published / e.gdp;
    return SKPI_OK;
}

static skpi_status sum(skpi__at at, const char *name_count, size_t k, const char *name, const double *part, double gdp,
                       int32_t definition, answer *a)
{
    const skpi__parts p = {.k = k, .figure = part, .name = name, .name_total = "out->value"};
    double slack;
    skpi_status s;
    if (!k && !part) return SKPI_OK;
    if ((s = skpi__some(at, name_count, k)) || (s = skpi__array(at, name, part, k, 1))) return s;
    for (size_t i = 0; i < k; i++)
        if ((s = skpi__finite(skpi__element(at, i), name, part[i]))) return s;
    if ((s = skpi__parts_check(at, &p, 0))) return s;
    return over_gdp(at, name, skpi__parts_total(&p, 0, &slack), gdp, definition, a);
}

/* A table in another unit has a GDP of another size. */
static skpi_status same_size(skpi__at at, const char *name, double gdp, const found *f)
{
    if (gdp == 0 || f->definition == SKPI_NONE || (f->gdp <= SAME_SIZE * gdp && gdp <= SAME_SIZE * f->gdp))
        return SKPI_OK;
    return skpi__fail(at, SKPI_EINCONSISTENT, "inputs->gdp", gdp, "is far from the value added in %s, %g (units?)",
                      name, f->gdp);
}

static skpi_status all(skpi__at at, const skpi_digital_definitions_in *in, int published, answer *a)
{
    static const skpi__struct_names basis_names = {"inputs->basis", "inputs->basis->size", "inputs->basis->flags"};
    skpi_basis basis;
    skpi_status s;
    const int needed = in->sectors || in->value_added || in->core_parts || in->core || in->broad_parts || in->broad ||
                       in->oecd_parts || in->oecd;
    if (((needed || in->gdp != 0) && (s = skpi__divisor(at, "inputs->gdp", in->gdp))) ||
        (s = skpi__correlation(at, "inputs->correlation", in->correlation)) ||
        (s = skpi__take(at, &basis_names, in->basis, sizeof basis, SKPI_BASIS_FLAG_LINKED, 0, &basis)))
        return s;
    if (basis.definition)
        return skpi__fail(at, SKPI_EINVAL, "inputs->basis->definition", basis.definition,
                          "is that of all figures: 0, the definitions differ here");
    if ((s = sectors(at, in, a)) || (s = satellite(at, in, a)) || (s = input_output(at, in, published, a)) ||
        (s = sum(at, "inputs->core_parts", in->core_parts, "inputs->core", in->core, in->gdp,
                 SKPI_DIGITAL_DEFINITION_NBS_CORE, a)) ||
        (s = sum(at, "inputs->broad_parts", in->broad_parts, "inputs->broad", in->broad, in->gdp,
                 SKPI_DIGITAL_DEFINITION_CAICT, a)) ||
        (s = sum(at, "inputs->oecd_parts", in->oecd_parts, "inputs->oecd", in->oecd, in->gdp,
                 SKPI_DIGITAL_DEFINITION_OECD, a)) ||
        (s = same_size(at, "inputs->industry_value_added", in->gdp,
                       a->row + (SKPI_DIGITAL_DEFINITION_SATELLITE - SKPI_DIGITAL_DEFINITION_DIRECT))))
        return s;
    return same_size(at, "inputs->table", in->gdp,
                     a->row + (SKPI_DIGITAL_DEFINITION_ADB - SKPI_DIGITAL_DEFINITION_DIRECT));
}

static void give(const answer *a, int32_t count, const skpi_digital_definitions_out *o)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < SKPI_DIGITAL_DEFINITIONS; i++) {
        const found *f = a->row + i;
        if (o->definition) o->definition[i] = f->definition;
        skpi__put(o->value, i, f->value);
        skpi__put(o->gdp, i, f->gdp);
        skpi__put(o->share, i, f->share);
        skpi__put(o->error, i, f->error);
        low = fmin(low, f->share);
        high = fmax(high, f->share);
    }
    skpi__put(o->published, 0, a->published);
    skpi__put(o->share_published, 0, a->share_published);
    skpi__put(o->low, 0, low);
    skpi__put(o->high, 0, high);
    if (o->count) *o->count = count;
}

/* The digital economy of one place and year by every definition that the inputs allow.
 *
 * Given:    inputs           money of one unit and meaning
 *             gdp            above 0; may be 0 if only tables are given
 *             basis          what the money means; its definition is 0; NULL: unstated
 *             DIRECT         sectors, value_added, digital (flags)
 *             COEFFICIENT    sectors, value_added, coefficient, and weight, coefficient_error (NULL: 1, 0), correlation
 *             SATELLITE      industries, commodities, make, commodity_share, industry_value_added
 *             ADB            table, table_digital (a flag for each of its sectors)
 *             NBS_CORE, CAICT, OECD  core, broad, oecd: value added of the parts, not negative
 *                            A definition of whose own inputs none is given is absent; an incomplete one is an error
 * Returned: out              SKPI_DIGITAL_DEFINITIONS values each, in the order of the enum: definition (SKPI_NONE:
 *                            absent), value (money), gdp (inputs->gdp; for SATELLITE and ADB the value added of their
 *                            tables), share, error (of COEFFICIENT alone); NaN = absent.
 *                            1 value each: published, share_published (ADB), low, high (of the shares), count, basis.
 *                            The outputs must not overlap the inputs.  Without published and share_published ADB
 *                            costs one solve
 * Status:   SKPI_OK, SKPI_EINVAL (null; a flag that is neither 0 nor 1; basis->definition), SKPI_ESTRUCT, SKPI_ENODATA
 *           (no definition is given; a size is 0), SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE (a part larger than the
 *           whole, not a fraction, negative), SKPI_EDOM (an error too large for a fraction, an impossible correlation),
 *           SKPI_EZERODIV (no GDP), SKPI_EINCONSISTENT (value added of a table is less than half of gdp or more than
 *           twice; a total among the rows or columns of make; a table that does not add up), SKPI_EOVERFLOW
 * Source:   those of skpi_digital_share, _coefficient, _total, _satellite and _iotable_share
 */
skpi_status skpi_digital_definitions(const skpi_digital_definitions_in *inputs, skpi_digital_definitions_out *out)
{
    static const skpi__struct_names basis_names = {"out->basis", "out->basis->size", "out->basis->flags"};
    const skpi__at at = skpi__here(__func__);
    const found none = {SKPI_NONE, NAN, NAN, NAN, NAN};
    skpi_digital_definitions_in in;
    skpi_digital_definitions_out o;
    skpi_basis given, stated;
    answer a = {.published = NAN, .share_published = NAN};
    int32_t count = 0;
    skpi_status s;
    if ((s = SKPI__NEED(at, inputs, 0, &in)) || (s = SKPI__NEED(at, out, 0, &o)) ||
        (s = skpi__take(at, &basis_names, o.basis, sizeof given, SKPI_BASIS_FLAG_LINKED, 0, &given)))
        return s;
    for (size_t i = 0; i < SKPI_DIGITAL_DEFINITIONS; i++) a.row[i] = none;
    if ((s = all(at, &in, o.published || o.share_published, &a))) return s;
    for (size_t i = 0; i < SKPI_DIGITAL_DEFINITIONS; i++) count += a.row[i].definition != SKPI_NONE;
    if (!count) return skpi__refuse(at, SKPI_ENODATA, "inputs", "has the figures of no definition");
    if (o.basis && !(s = skpi__join(at, "inputs->basis", in.basis, "inputs->basis", NULL, &stated)))
        SKPI__GIVE(o.basis, &stated);
    give(&a, count, &o);
    return SKPI_OK;
}

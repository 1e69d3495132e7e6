/* One place and year by each definition of the digital economy that its figures allow.
 *
 * The definitions count different parts of the same economy: whole industries (direct), parts of industries by
 * coefficients or by digital commodities (satellite account), suppliers too (ADB), a list of activities (NBS core,
 * OECD), or the contribution of digital technology everywhere (CAICT).  Each is computed as by its own function.  The
 * satellite account and the input-output share have the GDP of their own tables as denominator; its difference from the
 * given GDP shows how far the tables are from it.
 */
#include <smartkpi/digital.h>
#include "core/basis.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/adb.h"
#include "digital/coefficient_place.h"
#include "digital/satellite.h"
#include "digital/share.h"
#include "digital/sum_of_parts.h"
#include "economy/iotable.h"
#include "economy/total_among.h"
#include "numeric/sum.h"

#define SAME_SIZE 2 /* GDP of a table and the given GDP differ by prices and imports, but not by this factor */

typedef struct definitions_figure {
    int32_t definition;
    double value, gdp, share, error;
} definitions_figure;

/* number of definitions for which a figure can be given, from definitions_direct() to definitions_parts() below */
enum { MOST = 7 };
typedef struct definitions_answer {
    definitions_figure row[MOST]; /* rows in the order of the definitions' numbers */
    size_t count;
    double published, share_published;
} definitions_answer;

static void definitions_add(definitions_answer *a, int32_t definition, double value, double gdp, double share,
                            double error)
{
    size_t i = a->count++;
    for (; i && a->row[i - 1].definition > definition; i--) a->row[i] = a->row[i - 1];
    a->row[i] = (definitions_figure){definition, value, gdp, share, error};
}

static skpi_status definitions_add_quotient(skpi__at at, const char *name, double value, double gdp, int32_t definition,
                                            definitions_answer *a)
{
    const skpi_status s = skpi__digital_pair(at, name, value, "in->gdp", gdp);
    if (s == SKPI_OK) definitions_add(a, definition, value, gdp, skpi__digital_quotient(value, gdp), NAN);
    return s;
}

static skpi_status definitions_direct(skpi__at at, const skpi_digital_definitions_in *in, definitions_answer *a)
{
    skpi__sum sum = {0, 0};
    double size = 0;
    skpi_status s;
    for (size_t i = 0; i < in->n_sectors; i++) {
        const skpi__at here = skpi__element(at, i);
        if ((s = skpi__finite(here, "in->value_added", in->value_added[i])) ||
            (s = skpi__flag(here, "in->digital", in->digital[i])))
            return s;
        if (!in->digital[i]) continue;
        skpi__sum_add(&sum, in->value_added[i]);
        size += fabs(in->value_added[i]);
    }
    double value = skpi__rounded(skpi__sum_value(&sum), size);
    if ((s = skpi__result(at, "out->value", value))) return s;
    if (value > in->gdp && skpi__reaches(in->gdp, value, fmin(size, DBL_MAX))) value = in->gdp; /* parts that are all */
    return definitions_add_quotient(at, "in->value_added", value, in->gdp, SKPI_DIGITAL_DEFINITION_DIRECT, a);
}

static const skpi__coefficient_names coefficient_names = {"in->value_added",       "in->weight",      "in->coefficient",
                                                          "in->coefficient_error", "in->correlation", "in->gdp"};

static skpi__coefficient_place definitions_place(const skpi_digital_definitions_in *in)
{
    return (skpi__coefficient_place){in->n_sectors,         in->value_added, in->weight, in->coefficient,
                                     in->coefficient_error, in->correlation, in->gdp,    &coefficient_names};
}

static skpi_status definitions_coefficient(skpi__at at, const skpi_digital_definitions_in *in, definitions_answer *a)
{
    const skpi__coefficient_place p = definitions_place(in);
    skpi__coefficient_estimate e;
    const skpi_status s = skpi__coefficient_check(at, &p, 0, &e);
    if (s) return s;
    definitions_add(a, SKPI_DIGITAL_DEFINITION_COEFFICIENT, e.share * in->gdp, in->gdp, e.share, e.error);
    return SKPI_OK;
}

/* Reads the sectors: digital ones as a whole by flags, or in part by coefficients. */
static skpi_status definitions_sectors(skpi__at at, const skpi_digital_definitions_in *in, definitions_answer *a)
{
    const int parts = in->coefficient || in->coefficient_error || in->weight;
    skpi_status s;
    if (!in->n_sectors && !in->value_added && !in->digital && !parts) return SKPI_OK;
    if ((s = skpi__count(at, "in->n_sectors", in->n_sectors)) ||
        (s = skpi__array(at, "in->value_added", in->value_added, in->n_sectors, 1)))
        return s;
    if (!in->digital && !parts)
        return skpi__refuse(at, SKPI_EINVAL, "in->digital", "is NULL, and so is in->coefficient");
    if ((parts && (s = skpi__array(at, "in->coefficient", in->coefficient, in->n_sectors, 1))) ||
        (in->digital && (s = definitions_direct(at, in, a))))
        return s;
    return parts ? definitions_coefficient(at, in, a) : SKPI_OK;
}

static skpi_status definitions_satellite(skpi__at at, const skpi_digital_definitions_in *in, definitions_answer *a)
{
    const skpi__account account = {in->n_industries,      in->n_commodities,          in->make,
                                   in->commodity_share,   in->industry_value_added,   "in->make",
                                   "in->commodity_share", "in->industry_value_added", "out->value"};
    double total, gdp;
    skpi_status s;
    if (!in->n_industries && !in->n_commodities && !in->make && !in->commodity_share && !in->industry_value_added)
        return SKPI_OK;
    if ((s = skpi__count(at, "in->n_industries", in->n_industries)) ||
        (s = skpi__count(at, "in->n_commodities", in->n_commodities)) ||
        (s = skpi__array(at, "in->make", in->make, in->n_industries, in->n_commodities)) ||
        (s = skpi__array(at, "in->commodity_share", in->commodity_share, in->n_commodities, 1)) ||
        (s = skpi__array(at, "in->industry_value_added", in->industry_value_added, in->n_industries, 1)) ||
        (s = skpi__satellite(at, &account, &total, &gdp)))
        return s;
    definitions_add(a, SKPI_DIGITAL_DEFINITION_SATELLITE, total, gdp, total / gdp, NAN);
    return SKPI_OK;
}

static skpi_status definitions_adb(skpi__at at, const skpi_digital_definitions_in *in, int published,
                                   definitions_answer *a)
{
    static const skpi__adb_names names = {"in->table", "in->table_digital", "in->table_investment"};
    skpi__adb_terms e;
    skpi_status s;
    if (!in->table && !in->table_digital && !in->table_investment) return SKPI_OK;
    if ((s = skpi__pointer(at, "in->table", in->table)) ||
        (s = skpi__adb_check(at, in->table, in->table_digital, in->table_investment, &names)) ||
        (s = skpi__adb(at, in->table, in->table_digital, in->table_investment, &names, published, &e)))
        return s;
    definitions_add(a, SKPI_DIGITAL_DEFINITION_ADB, e.exact, e.gdp, e.exact / e.gdp, NAN);
    a->published = e.published;
    a->share_published = e.published / e.gdp;
    return SKPI_OK;
}

static skpi_status definitions_parts(skpi__at at, const char *name_count, size_t n_parts, const char *name,
                                     const double *part, double gdp, int32_t definition, definitions_answer *a)
{
    const skpi__parts p = {.n_parts = n_parts, .figure = part, .name = name, .name_total = "out->value"};
    double slack;
    skpi_status s;
    if (!n_parts && !part) return SKPI_OK;
    if ((s = skpi__count(at, name_count, n_parts)) || (s = skpi__array(at, name, part, n_parts, 1))) return s;
    for (size_t i = 0; i < n_parts; i++)
        if ((s = skpi__finite(skpi__element(at, i), name, part[i]))) return s;
    if ((s = skpi__parts_check(at, &p, 0))) return s;
    return definitions_add_quotient(at, name, skpi__parts_total(&p, 0, &slack), gdp, definition, a);
}

/* Refuses a table whose GDP differs so much from in->gdp that its unit must be another. */
static skpi_status definitions_same_size(skpi__at at, const char *name, double gdp, const definitions_answer *a,
                                         int32_t definition)
{
    for (size_t i = 0; i < a->count && gdp != 0; i++) {
        const definitions_figure *f = a->row + i;
        if (f->definition == definition && !(f->gdp <= SAME_SIZE * gdp && gdp <= SAME_SIZE * f->gdp))
            return skpi__fail(at, SKPI_EINCONSISTENT, "in->gdp", gdp, "is far from the value added in %s, %g (units?)",
                              name, f->gdp);
    }
    return SKPI_OK;
}

/* Checks the members that belong to no single definition. */
static skpi_status definitions_common(skpi__at at, const skpi_digital_definitions_in *in, skpi_basis *stated)
{
    static const skpi__struct_names basis_names = {"in->basis", "in->basis->size", "in->basis->flags"};
    skpi_basis basis;
    skpi_status s;
    const int needed = in->n_sectors || in->value_added || in->n_core_parts || in->core_part || in->n_broad_parts ||
                       in->broad_part || in->n_oecd_parts || in->oecd_part;
    if (((needed || in->gdp != 0) && (s = skpi__divisor(at, "in->gdp", in->gdp))) ||
        (s = skpi__correlation(at, "in->correlation", in->correlation)) ||
        (s = skpi__basis_take(at, &basis_names, in->basis, 0, &basis)))
        return s;
    if (basis.definition)
        return skpi__fail(at, SKPI_EINVAL, "in->basis->definition", basis.definition,
                          "must be 0: the figures have different definitions");
    *stated = skpi__basis_of(in->basis);
    if (in->zero) return skpi__fail(at, SKPI_ESTRUCT, "in->zero", (double)in->zero, "must be 0");
    return SKPI_OK;
}

static skpi_status definitions_all(skpi__at at, const skpi_digital_definitions_in *in, int published,
                                   definitions_answer *a)
{
    skpi_status s;
    if ((s = definitions_sectors(at, in, a)) || (s = definitions_satellite(at, in, a)) ||
        (s = definitions_adb(at, in, published, a)) ||
        (s = definitions_parts(at, "in->n_core_parts", in->n_core_parts, "in->core_part", in->core_part, in->gdp,
                               SKPI_DIGITAL_DEFINITION_NBS_CORE, a)) ||
        (s = definitions_parts(at, "in->n_broad_parts", in->n_broad_parts, "in->broad_part", in->broad_part, in->gdp,
                               SKPI_DIGITAL_DEFINITION_CAICT, a)) ||
        (s = definitions_parts(at, "in->n_oecd_parts", in->n_oecd_parts, "in->oecd_part", in->oecd_part, in->gdp,
                               SKPI_DIGITAL_DEFINITION_OECD, a)) ||
        (s = definitions_same_size(at, "in->industry_value_added", in->gdp, a, SKPI_DIGITAL_DEFINITION_SATELLITE)))
        return s;
    return definitions_same_size(at, "in->table", in->gdp, a, SKPI_DIGITAL_DEFINITION_ADB);
}

static double definitions_digital(const void *given, size_t i, size_t cell)
{
    (void)cell;
    const skpi_digital_definitions_in *in = given;
    return in->digital[i] ? in->value_added[i] : 0;
}

/* Warns of a total among the figures of one definition. */
static int32_t definitions_totals(skpi__at at, const skpi_digital_definitions_in *in)
{
    const skpi__parts lists[] = {{.n_parts = in->n_core_parts, .figure = in->core_part, .name = "in->core_part"},
                                 {.n_parts = in->n_broad_parts, .figure = in->broad_part, .name = "in->broad_part"},
                                 {.n_parts = in->n_oecd_parts, .figure = in->oecd_part, .name = "in->oecd_part"}};
    const size_t t = in->digital ? skpi__total_among(in->n_sectors, 1, definitions_digital, in, NULL) : in->n_sectors;
    int32_t warnings = 0;
    if (t < in->n_sectors)
        warnings = skpi__warn(skpi__element(at, t), "in->value_added", in->value_added[t],
                              "is the sum of all other digital sectors (a total among the sectors?)");
    at.warned |= warnings;
    if (in->coefficient) {
        const skpi__coefficient_place p = definitions_place(in);
        warnings |= skpi__coefficient_unusual(at, &p);
    }
    at.warned |= warnings;
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        warnings |= skpi__parts_unusual(at, lists + k, 0, lists[k].n_parts > 0), at.warned |= warnings;
    return warnings;
}

static skpi_status definitions_room(skpi__at at, const definitions_answer *a, const skpi_digital_definitions_out *o)
{
    if (a->count <= o->n_definitions || !(o->definition || o->value || o->gdp || o->share || o->error)) return SKPI_OK;
    return skpi__fail(at, SKPI_EBUFFER, "out->n_definitions", (double)o->n_definitions,
                      "is too little room for the %zu definitions that were computed", a->count);
}

static void definitions_write(const definitions_answer *a, const skpi_digital_definitions_out *o)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < a->count; i++) {
        const definitions_figure *f = a->row + i;
        skpi__set_int(o->definition, i, f->definition);
        skpi__set(o->value, i, f->value);
        skpi__set(o->gdp, i, f->gdp);
        skpi__set(o->share, i, f->share);
        skpi__set(o->error, i, f->error);
        low = fmin(low, f->share);
        high = fmax(high, f->share);
    }
    skpi__set(o->published, 0, a->published);
    skpi__set(o->share_published, 0, a->share_published);
    skpi__set(o->low, 0, low);
    skpi__set(o->high, 0, high);
    skpi__set_int(o->count, 0, (int32_t)a->count);
}

/* The ADB share costs one solve unless published or share_published is wanted. */
skpi_status skpi_digital_definitions(const skpi_digital_definitions_in *in, skpi_digital_definitions_out *out)
{
    static const skpi__struct_names basis_names = {"out->basis", "out->basis->size", "out->basis->flags"};
    const skpi__at at = skpi__here(__func__);
    skpi_digital_definitions_in given;
    skpi_digital_definitions_out o;
    skpi_basis written, stated;
    definitions_answer a = {.published = NAN, .share_published = NAN};
    skpi_status s;
    if ((s = SKPI__STRUCT(at, in, 0, &given)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__struct_read(at, &basis_names, o.basis, sizeof written, SKPI_BASIS_FLAG_LINKED, 0, &written)) ||
        (s = definitions_common(at, &given, &stated)) ||
        (s = definitions_all(at, &given, o.published || o.share_published, &a)))
        return s;
    if (!a.count) return skpi__refuse(at, SKPI_ENODATA, "in", "has the figures of no definition");
    if ((s = definitions_room(at, &a, &o))) return s;
    if (o.basis) SKPI__STRUCT_WRITE(o.basis, &stated);
    definitions_write(&a, &o);
    skpi__at last = at;
    const skpi_status warned = (skpi_status)definitions_totals(at, &given);
    last.warned = warned != SKPI_OK;
    return given.table ? skpi__iotable_warned(last, "in->table", given.table, warned) : warned;
}

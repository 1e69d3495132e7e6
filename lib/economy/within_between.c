/* Splits the change of a share in the whole economy into parts within industries and between them.
 *
 * s = sum w_i d_i, w_i = va_i/sum va the weight of industry i, d_i the share (of its digital part, say) inside it:
 *   midpoint    within = mean(w) dd, between = mean(d) dw
 *   base year   within = w0 dd, between = d0 dw, interaction = dw dd
 * Source: the identity itself; its two forms: L. Foster, J. Haltiwanger and C. J. Krizan, in New Developments in
 * Productivity Analysis (NBER, 2001), 303; Z. Griliches and H. Regev, Journal of Econometrics 65 (1995) 175.
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/sum.h"

typedef struct split_call {
    skpi_economy_within_between_in in;
    int32_t form;
    skpi_economy_within_between_out out;
} split_call;

typedef struct split_place { /* n_sectors each */
    const double *va0, *va1, *d0, *d1;
    double total0, total1;
} split_place;

typedef struct split_parts {
    double change, within, between, interaction;
} split_parts;

static split_place split_place_of(const skpi_economy_within_between_in *in, size_t i)
{
    const size_t at = i * in->n_sectors;
    const double *va0 = in->value_added0 + at, *va1 = in->value_added1 + at;
    return (split_place){va0,
                         va1,
                         in->share0 + at,
                         in->share1 + at,
                         skpi__sum_rounded(in->n_sectors, va0, 1),
                         skpi__sum_rounded(in->n_sectors, va1, 1)};
}

static split_parts split_of(const split_place *p, size_t s, int32_t form)
{
    const double w0 = p->va0[s] / p->total0, w1 = p->va1[s] / p->total1, d0 = p->d0[s], d1 = p->d1[s];
    const double dw = w1 - w0, dd = d1 - d0, change = w1 * d1 - w0 * d0;
    if (form == SKPI_ECONOMY_SPLIT_BASE_YEAR) return (split_parts){change, w0 * dd, d0 * dw, dw * dd};
    return (split_parts){change, (w0 + w1) / 2 * dd, (d0 + d1) / 2 * dw, 0};
}

static skpi_status split_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const split_call *c = call;
    const size_t n_sectors = c->in.n_sectors;
    split_place *p = kept;
    skpi_status s;
    *p = split_place_of(&c->in, i);
    for (size_t k = 0; k < n_sectors; k++) {
        const skpi__at cell = skpi__column(at, k);
        if ((s = skpi__finite(cell, "in->value_added0", p->va0[k])) ||
            (s = skpi__finite(cell, "in->value_added1", p->va1[k])) ||
            (s = skpi__share(cell, "in->share0", p->d0[k])) || (s = skpi__share(cell, "in->share1", p->d1[k])))
            return s;
    }
    const struct {
        const char *name;
        double total;
    } whole[] = {{"in->value_added0", p->total0}, {"in->value_added1", p->total1}};
    for (size_t k = 0; k < 2; k++) {
        if ((s = skpi__result(at, whole[k].name, whole[k].total))) return s;
        if (!(whole[k].total > 0))
            return skpi__fail(at, whole[k].total < 0 ? SKPI_ERANGE : SKPI_EZERODIV, whole[k].name, whole[k].total,
                              "in all must be above 0");
    }
    return SKPI_OK;
}

static skpi_status split_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const split_call *c = call;
    (void)at;
    for (size_t k = 0, cell = i * c->in.n_sectors; k < c->in.n_sectors; k++, cell++) {
        const split_parts v = split_of(kept, k, c->form);
        skpi__set(c->out.change, cell, v.change);
        skpi__set(c->out.within, cell, v.within);
        skpi__set(c->out.between, cell, v.between);
        skpi__set(c->out.interaction, cell, v.interaction);
    }
    return SKPI_OK;
}

static void split_fail(const void *call, size_t i)
{
    const split_call *c = call;
    skpi__set_nan_row(c->out.change, i, c->in.n_sectors);
    skpi__set_nan_row(c->out.within, i, c->in.n_sectors);
    skpi__set_nan_row(c->out.between, i, c->in.n_sectors);
    skpi__set_nan_row(c->out.interaction, i, c->in.n_sectors);
}

static skpi_status split_read(skpi__rows *r, const skpi_economy_within_between_in *in,
                              skpi_economy_within_between_in *given)
{
    skpi_status s = SKPI__STRUCT(r->at, in, 0, given);
    if (s) return s;
    r->n = given->n;
    if ((s = skpi__count(r->at, "in->n_sectors", given->n_sectors)) ||
        (s = skpi__rows_matrix(r, "in->value_added0", given->value_added0, given->n_sectors)) ||
        (s = skpi__rows_matrix(r, "in->value_added1", given->value_added1, given->n_sectors)) ||
        (s = skpi__rows_matrix(r, "in->share0", given->share0, given->n_sectors)))
        return s;
    return skpi__rows_matrix(r, "in->share1", given->share1, given->n_sectors);
}

skpi_status skpi_economy_within_between(const skpi_economy_within_between_in *in, int32_t form,
                                        skpi_economy_within_between_out *out, int32_t *status)
{
    static const int32_t forms[] = {SKPI_ECONOMY_SPLIT_MIDPOINT, SKPI_ECONOMY_SPLIT_BASE_YEAR, 0};
    static const skpi__rows_steps steps = {sizeof(split_place), split_check, split_compute, split_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    split_call c = {.form = form};
    skpi_status s;
    r.count = "in->n";
    if ((s = split_read(&r, in, &c.in)) ||
        (s = skpi__choice(r.at, "form", form, forms, "a form of the split (enum skpi_economy_split)")) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}

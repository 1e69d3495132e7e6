/* The norm of a record at an origin (record_norm.h).
 *
 * By default there is one norm for all areas: least squares through the small ones alone gave -0.0145 + 0.0569 p in
 * 2008, which rises steeply with the share (skpi_urban_norm_fit(3)).
 */
#include "urban/record_norm.h"
#include "core/check.h"
#include "core/rows.h"
#include "numeric/logistic.h"
#include "urban/loss.h"

#define NORM_YEARS 10   /* length in years of the period over which the growth differences of a norm are measured */
#define NORM_CLIP 0.005 /* areas with a share nearer than this to 0 or 1 are not used for the norm */
enum { NORM_TERMS = 2 };

skpi_status skpi__urban_norm_rules_take(skpi__at at, int32_t loss, int32_t n_sizes, skpi__urban_norm_rules *rules)
{
    rules->n_sizes = n_sizes == SKPI__URBAN_SIZES_MOST ? SKPI__URBAN_SIZES_MOST : 1;
    const skpi_status s = skpi__urban_loss_take(at, loss, &rules->loss);
    if (s || n_sizes == 0 || n_sizes == (int32_t)rules->n_sizes) return s;
    return skpi__fail(at, SKPI_EINVAL, "options->n_sizes", n_sizes, "is not 1 or %d", SKPI__URBAN_SIZES_MOST);
}

static int record_in_norm(double p) { return p > NORM_CLIP && p < 1 - NORM_CLIP; }

/* Fits h = c_0 + c_1 p for one size class, 0: for all areas. */
static skpi_status record_line(skpi__at at, const skpi__urban_record *record, const skpi__urban_norm_rules *rules,
                               size_t origin, size_t before, int32_t size_class, double *room, double *c)
{
    const char *const name = size_class == SKPI_URBAN_SIZE_LARGE   ? "large areas"
                             : size_class == SKPI_URBAN_SIZE_SMALL ? "small areas"
                                                                   : "areas";
    double *const share = room, *const urgd = room + record->n;
    size_t used = 0, open = 0;
    for (size_t i = 0; i < record->n; i++) {
        if (skpi__urban_record_gap(record, i)) continue;
        if (size_class && skpi__urban_record_size(record, i, origin) != size_class) continue;
        const double from = skpi__urban_record_share(record, i, before),
                     to = skpi__urban_record_share(record, i, origin);
        open += (size_t)skpi__urban_record_open(record, i, origin);
        if (!record_in_norm(from) || !record_in_norm(to)) continue;
        share[used] = from;
        urgd[used++] = (skpi__logit(to) - skpi__logit(from)) / NORM_YEARS;
    }
    c[0] = c[1] = 0;
    if (!open) return SKPI_OK;
    if (used < NORM_TERMS)
        return skpi__fail(at, SKPI_ENODATA, "share->n", (double)record->n,
                          "areas are too few: the norm of %s in %d needs two with shares in (0.005, 0.995)", name,
                          (int)record->year[origin]);
    const skpi_status s = skpi__urban_loss_fit(rules->loss, used, NORM_TERMS, share, urgd, room + 2 * record->n, c);
    if (s != SKPI_ESINGULAR) return s;
    return skpi__refuse(at, s, "share->value", "of %d is the same in all %s and does not determine a norm",
                        (int)record->year[before], name);
}

skpi_status skpi__urban_record_norm(skpi__at at, const skpi__urban_record *record, const skpi__urban_norm_rules *rules,
                                    size_t origin, double *room, double norm[4])
{
    static const int32_t sizes[SKPI__URBAN_SIZES_MOST] = {SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL};
    int32_t warnings = 0;
    size_t before;
    skpi_status s = skpi__urban_record_column(at, record, "share->year", record->year[origin] - NORM_YEARS, &before);
    for (size_t k = 0; s >= 0 && k < rules->n_sizes; k++) {
        s = record_line(at, record, rules, origin, before, rules->n_sizes > 1 ? sizes[k] : 0, room,
                        norm + NORM_TERMS * k);
        warnings |= (int32_t)s;
    }
    return s < 0 ? s : (skpi_status)warnings;
}

/* The record of areas (record.h). */
#include "urban/record.h"
#include "core/basis.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/logistic.h"

#define CLIP 0.0005
#define LARGE 2e6

static double record_clip(double p) { return p < CLIP ? CLIP : p > 1 - CLIP ? 1 - CLIP : p; }

double skpi__urban_clipped_logit(double share) { return skpi__logit(record_clip(share)); }

/* Checks the meanings of both tables.  A share has no unit and a population has no definition of urban; all other
 * members must agree. */
static skpi_status record_basis(skpi__at at, const skpi_basis *share, const skpi_basis *population, int32_t *scale)
{
    skpi_basis a = skpi__basis_of(share), b = skpi__basis_of(population), joined;
    *scale = b.scale;
    a.scale = b.scale = 0;
    return skpi__join(at, "share->basis", share ? &a : NULL, "population->basis", population ? &b : NULL, &joined);
}

skpi_status skpi__urban_record_take(skpi__at at, const skpi_table *share, const skpi_table *population,
                                    skpi__urban_record *record)
{
    skpi_table p, people;
    int32_t scale;
    skpi_status s;
    if ((s = SKPI__TABLE(at, share, &p)) || (s = SKPI__TABLE(at, population, &people)) ||
        (s = skpi__same_axes(at, SKPI__TABLE_NAMES(share), &p, SKPI__TABLE_NAMES(population), &people)) ||
        (s = record_basis(at, p.basis, people.basis, &scale)))
        return s;
    *record = (skpi__urban_record){p.n, p.m, p.year, p.value, people.value, LARGE, scale != 0, NULL};
    if (scale) record->large = LARGE / pow(10, (double)scale - SKPI_BASIS_SCALE_ONE);
    return SKPI_OK;
}

static int record_find(const skpi__urban_record *record, int32_t year, size_t *column)
{
    for (size_t j = 0; j < record->m; j++)
        if (record->year[j] == year) {
            *column = j;
            return 1;
        }
    return 0;
}

skpi_status skpi__urban_record_column(skpi__at at, const skpi__urban_record *record, const char *name, int32_t year,
                                      size_t *column)
{
    if (record_find(record, year, column)) return SKPI_OK;
    return skpi__fail(at, SKPI_ENODATA, name, year, "is needed, but is not a year of share (%d..%d)",
                      (int)record->year[0], (int)record->year[record->m - 1]);
}

skpi_status skpi__urban_record_check(skpi__at at, const skpi__urban_record *record, size_t columns, unsigned char *gaps)
{
    int missing = 0;
    skpi_status s;
    for (size_t i = 0; i < record->n; i++)
        for (size_t j = 0; j < columns; j++) {
            const double p = record->share[i * record->m + j];
            if (isnan(p))
                missing = gaps[i] = 1;
            else if ((s = skpi__share(skpi__cell(at, i, j), "share->value", p)))
                return s;
        }
    for (size_t i = 0; i < record->n; i++)
        for (size_t j = 0; j < columns; j++) {
            const double people = record->population[i * record->m + j];
            if (isnan(people))
                missing = gaps[i] = 1;
            else if ((s = skpi__quantity(skpi__cell(at, i, j), "population->value", people)))
                return s;
        }
    return missing ? SKPI_WMISSING : SKPI_OK;
}

int32_t skpi__urban_record_size(const skpi__urban_record *record, size_t i, size_t column)
{
    return record->population[i * record->m + column] >= record->large ? SKPI_URBAN_SIZE_LARGE : SKPI_URBAN_SIZE_SMALL;
}

skpi_status skpi__urban_record_unusual(skpi__at at, const skpi__urban_record *record, size_t column)
{
    double most = 0;
    for (size_t i = 0; i < record->n; i++) most = fmax(most, record->population[i * record->m + column]);
    if (record->stated || most >= LARGE) return SKPI_OK;
    return skpi__warn(at, "population->value", most, "is the largest population: no area has two million (thousands?)");
}

size_t skpi__urban_record_history(const skpi__urban_record *record, size_t i, size_t origin, int clipped, int32_t every,
                                  double *date, double *share)
{
    size_t n = 0;
    for (size_t j = 0; j <= origin; j++) {
        const double p = skpi__urban_record_share(record, i, j);
        if (every && (record->year[origin] - record->year[j]) % every) continue;
        date[n] = record->year[j];
        share[n++] = clipped ? record_clip(p) : p;
    }
    return n;
}

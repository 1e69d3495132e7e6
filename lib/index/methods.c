/* The choices of normalisation and aggregation (methods.h). */
#include "index/methods.h"
#include "core/check.h"

skpi_status skpi__index_normalise_check(skpi__at at, const char *name, int32_t value)
{
    static const int32_t choices[] = {SKPI_INDEX_NORMALISE_MINMAX,
                                      SKPI_INDEX_NORMALISE_ZSCORE,
                                      SKPI_INDEX_NORMALISE_GOALPOSTS,
                                      SKPI_INDEX_NORMALISE_LINEAR,
                                      SKPI_INDEX_NORMALISE_TARGET,
                                      SKPI_INDEX_NORMALISE_CAPPED,
                                      SKPI_INDEX_NORMALISE_RANK,
                                      SKPI_INDEX_NORMALISE_PERCENTILE,
                                      SKPI_INDEX_NORMALISE_FRACTION,
                                      SKPI_INDEX_NORMALISE_AS_IS,
                                      0};
    return skpi__choice(at, name, value, choices, "a normalisation (enum skpi_index_normalise)");
}

skpi_status skpi__index_aggregate_check(skpi__at at, const char *name, int32_t value)
{
    static const int32_t choices[] = {SKPI_INDEX_AGGREGATE_ARITHMETIC,
                                      SKPI_INDEX_AGGREGATE_GEOMETRIC,
                                      SKPI_INDEX_AGGREGATE_HARMONIC,
                                      SKPI_INDEX_AGGREGATE_POWER,
                                      SKPI_INDEX_AGGREGATE_SUM,
                                      SKPI_INDEX_AGGREGATE_COPELAND,
                                      0};
    return skpi__choice(at, name, value, choices, "an aggregation (enum skpi_index_aggregate)");
}

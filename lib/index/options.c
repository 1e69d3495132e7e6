/* Options of scores and ranks (options.h). */
#include "index/options.h"
#include "core/check.h"
#include "core/struct.h"
#include "index/methods.h"
#include "index/tree_methods.h"
#include "numeric/decimal.h"

enum { USUAL_CELLS = 5, USUAL_HIGH = 100 };
#define USUAL_SKEWNESS 2
#define USUAL_KURTOSIS 3.5

static skpi_status options_choices(skpi__at at, const skpi_index_options *o)
{
    static const int32_t imputes[] = {SKPI_INDEX_IMPUTE_MEAN,        SKPI_INDEX_IMPUTE_MEDIAN,
                                      SKPI_INDEX_IMPUTE_GROUP_MEAN,  SKPI_INDEX_IMPUTE_GROUP_MEDIAN,
                                      SKPI_INDEX_IMPUTE_PARENT_MEAN, 0};
    static const int32_t treats[] = {SKPI_INDEX_TREAT_WINSORISE, SKPI_INDEX_TREAT_WINSORISE_LOG, 0};
    static const int32_t constants[] = {SKPI_INDEX_CONSTANT_MIDPOINT, SKPI_INDEX_CONSTANT_MISSING, 0};
    skpi_status s;
    if ((o->impute &&
         (s = skpi__choice(at, "options->impute", o->impute, imputes, "an imputation (enum skpi_index_impute)"))) ||
        (o->treat && (s = skpi__choice(at, "options->treat", o->treat, treats, "a treatment (enum skpi_index_treat)"))))
        return s;
    if (o->winsorise_cells < 0)
        return skpi__fail(at, SKPI_ERANGE, "options->winsorise_cells", o->winsorise_cells, "is negative");
    if ((s = skpi__index_normalise_check(at, "options->normalise", o->normalise)) ||
        (s = skpi__index_aggregate_check(at, "options->aggregate", o->aggregate)))
        return s;
    return o->constant ? skpi__choice(at, "options->constant", o->constant, constants,
                                      "a policy for constant columns (enum skpi_index_constant)")
                       : SKPI_OK;
}

static skpi_status options_numbers(skpi__at at, const skpi_index_options *o)
{
    skpi_status s;
    if ((s = skpi__quantity(at, "options->skewness", o->skewness)) ||
        (s = skpi__quantity(at, "options->kurtosis", o->kurtosis)) ||
        (s = skpi__finite(at, "options->score_low", o->score_low)) ||
        (s = skpi__finite(at, "options->score_high", o->score_high)))
        return s;
    if (!skpi__varies(o->score_low, o->score_high) || !isfinite(o->score_high - o->score_low))
        return skpi__fail(at, SKPI_EINCONSISTENT, "options->score_low", o->score_low, "is not below score_high, %g%s",
                          o->score_high,
                          skpi__varies(o->score_low, o->score_high) ? ", by a difference that a double holds" : "");
    if ((s = skpi__finite(at, "options->score_mean", o->score_mean)) ||
        (s = skpi__quantity(at, "options->score_sd", o->score_sd)) ||
        (s = skpi__finite(at, "options->power", o->power)) || (s = skpi__quantity(at, "options->floor", o->floor)) ||
        (s = skpi__share(at, "options->min_present", o->min_present)) ||
        (s = skpi__quantity(at, "options->round", o->round)))
        return s;
    return skpi__quantity(at, "options->tie", o->tie);
}

skpi_status skpi__index_options_read(skpi__at at, const skpi_index_options *options, const skpi_index_tree *t,
                                     const skpi_index_data *d, skpi_index_options *o)
{
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, 0, o);
    if (s) return s;
    if (!o->normalise) o->normalise = SKPI_INDEX_NORMALISE_MINMAX;
    if (!o->aggregate) o->aggregate = SKPI_INDEX_AGGREGATE_ARITHMETIC;
    if (!o->winsorise_cells) o->winsorise_cells = USUAL_CELLS;
    if (o->skewness == 0) o->skewness = USUAL_SKEWNESS;
    if (o->kurtosis == 0) o->kurtosis = USUAL_KURTOSIS;
    if (o->score_low == 0 && o->score_high == 0) o->score_high = USUAL_HIGH;
    if (o->score_sd == 0) o->score_sd = 1;
    if ((s = options_choices(at, o)) || (s = options_numbers(at, o)) ||
        (s = skpi__index_normalise_suits(at, "options->normalise", t, o->normalise)) ||
        (s = skpi__index_aggregate_suits(at, "options->aggregate", t, o->aggregate)))
        return s;
    if (!d->group && (o->impute == SKPI_INDEX_IMPUTE_GROUP_MEAN || o->impute == SKPI_INDEX_IMPUTE_GROUP_MEDIAN))
        return skpi__refuse(at, SKPI_EINVAL, "data->group", "is NULL although groups impute");
    if (o->power == 0 && skpi__index_aggregates(t, o->aggregate, SKPI_INDEX_AGGREGATE_POWER))
        return skpi__fail(at, SKPI_EDOM, "options->power", 0, "is the exponent of a power mean and must not be 0");
    return SKPI_OK;
}

/* Options of decisions (decide_options.h). */
#include "index/decide_options.h"
#include "core/check.h"
#include "core/struct.h"

static skpi_status options_thresholds(skpi__at at, const skpi_index_decide_options *o, size_t m)
{
    skpi_status s;
    for (size_t j = 0; j < m; j++) {
        const skpi__at here = skpi__element(at, j);
        const double none = o->indifference ? o->indifference[j] : 0;
        if ((s = skpi__quantity(here, "options->indifference", none)) ||
            (o->preference && (s = skpi__quantity(here, "options->preference", o->preference[j]))))
            return s;
        if (o->preference && o->preference[j] < none)
            return skpi__fail(here, SKPI_EINCONSISTENT, "options->preference", o->preference[j],
                              "is below options->indifference = %g", none);
    }
    return SKPI_OK;
}

skpi_status skpi__index_decide_options_read(skpi__at at, const skpi_index_decide_options *options, size_t m,
                                            skpi_index_decide_options *o)
{
    static const int32_t scales[] = {SKPI_INDEX_DECIDE_SCALE_VECTOR, SKPI_INDEX_DECIDE_SCALE_MINMAX, 0};
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, 0, o);
    if (s) return s;
    if (!o->scale) o->scale = SKPI_INDEX_DECIDE_SCALE_VECTOR;
    if (o->strategy == 0) o->strategy = .5;
    if ((s = skpi__choice(at, "options->scale", o->scale, scales, "a scale (enum skpi_index_decide_scale)")) ||
        (s = skpi__reserved(at, "options->zero", o->zero)) || (s = skpi__share(at, "options->strategy", o->strategy)))
        return s;
    return options_thresholds(at, o, m);
}

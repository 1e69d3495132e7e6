/* Options of sampling (sampling.h). */
#include "sampling.h"
#include "program.h"

#include <stdlib.h>
#include <string.h>

enum { ANCHORS = 8, USUAL_ANCHORS = 2, DIMENSIONS = 1111 }; /* the library's: at most, without --anchors, in all */

static void anchors_read(const char *text, skpi_ensemble_plan_options *plan)
{
    static int32_t year[ANCHORS];
    const char *at = text;
    for (;;) {
        char *end;
        const long value = *at >= '0' && *at <= '9' ? strtol(at, &end, 10) : 0;
        if (value < 1500 || value > 2400)
            program_fail(PROGRAM_USAGE, "--anchors \"%s\" is not a list of years with commas (see --help)", text);
        if (plan->n_anchors == ANCHORS)
            program_fail(PROGRAM_USAGE, "--anchors \"%s\" has more than %d years", text, ANCHORS);
        year[plan->n_anchors++] = (int32_t)value;
        if (!*end) break;
        at = *end == ',' ? end + 1 : ""; /* anything else is no year */
    }
    plan->anchor = year;
}

void sampling_read(skpi_ensemble_plan_options *plan)
{
    static const program_word known[] = {{"plain", SKPI_ENSEMBLE_SAMPLING_PLAIN},
                                         {"antithetic", SKPI_ENSEMBLE_SAMPLING_ANTITHETIC},
                                         {"sobol", SKPI_ENSEMBLE_SAMPLING_SOBOL}};
    const char *name = program_option("--sampling"), *anchors = program_option("--anchors");
    plan->sampling =
        name ? program_word_value("--sampling", name, strlen(name), 3, known) : SKPI_ENSEMBLE_SAMPLING_PLAIN;
    if (anchors && plan->sampling != SKPI_ENSEMBLE_SAMPLING_SOBOL)
        program_fail(PROGRAM_USAGE, "--anchors needs --sampling sobol");
    if (anchors) anchors_read(anchors, plan);
}

size_t sampling_places(const skpi_ensemble_plan_options *plan, size_t n_shocks)
{
    if (plan->sampling != SKPI_ENSEMBLE_SAMPLING_SOBOL) return SIZE_MAX;
    const size_t places = DIMENSIONS / (n_shocks * (plan->n_anchors ? (size_t)plan->n_anchors : USUAL_ANCHORS));
    return places ? places : 1;
}

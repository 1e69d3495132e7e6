/* The models of ensembles (fan_model.h): columns, variables and shocks of each, and the call that adds it to a plan. */
#include "fan_model.h"

#include <stddef.h>

/* ---- the urban share ---- */

enum { URBAN_SHARE, URBAN_DRIFT, URBAN_SIGMA, URBAN_GROWTH, URBAN_DRIFT_SIGMA, URBAN_PARAMETERS };
static const fan_parameter urban_parameter[URBAN_PARAMETERS] = {
    {"share", "in->share", FAN_OPEN_SHARE, FAN_ONE, 1},
    {"drift", "in->drift", FAN_NUMBER, FAN_ONE, 1},
    {"sigma", "in->sigma", FAN_DEVIATION, FAN_ONE, 1},
    {"growth", "in->growth", FAN_NUMBER, FAN_ONE, 0},
    {"drift_sigma", "in->drift_sigma", FAN_DEVIATION, FAN_ONE, 0},
};

static void urban_variables(fan_model *m)
{
    fan_model_variable(m, "share", 0);
    fan_model_shock(m, 0);
}

static skpi_status urban_add(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n, int32_t *index)
{
    const skpi_urban_ensemble_add_in in = {.size = sizeof in,
                                           .share = fan_values(m, URBAN_SHARE, first),
                                           .drift = fan_values(m, URBAN_DRIFT, first),
                                           .sigma = fan_values(m, URBAN_SIGMA, first),
                                           .growth = fan_values(m, URBAN_GROWTH, first),
                                           .drift_sigma = fan_values(m, URBAN_DRIFT_SIGMA, first)};
    (void)n;
    return skpi_urban_ensemble_add(plan, &in, index);
}

/* The histories of n places as a table of the library. */
static skpi_table past_table(const fan_model *m, size_t first, size_t n)
{
    return (skpi_table){
        .size = sizeof(skpi_table), .n = n, .m = m->m, .year = m->year, .value = m->past + first * m->m};
}

static skpi_status urban_add_history(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n,
                                     int32_t *index)
{
    const skpi_table share = past_table(m, first, n);
    return skpi_urban_ensemble_add_history(plan, &share, index);
}

const fan_kind fan_urban = {.name = "urban",
                            .n_parameters = URBAN_PARAMETERS,
                            .parameter = urban_parameter,
                            .history = "share",
                            .argument = "share->value",
                            .variables = urban_variables,
                            .add = urban_add,
                            .add_history = urban_add_history};

/* ---- emissions ---- */

enum {
    CARBON_EMISSION,
    CARBON_DRIFT,
    CARBON_SIGMA,
    CARBON_GROWTH,
    CARBON_DRIFT_SIGMA,
    CARBON_CUMULATIVE,
    CARBON_WARMING,
    CARBON_TCRE,
    CARBON_PARAMETERS
};
static const fan_parameter carbon_parameter[CARBON_PARAMETERS] = {
    {"emission", "in->emission", FAN_POSITIVE, FAN_ONE, 1},
    {"drift", "in->drift", FAN_NUMBER, FAN_ONE, 0},
    {"sigma", "in->sigma", FAN_DEVIATION, FAN_ONE, 1},
    {"growth", "in->growth", FAN_NUMBER, FAN_ONE, 0},
    {"drift_sigma", "in->drift_sigma", FAN_DEVIATION, FAN_ONE, 0},
    {"cumulative", "in->cumulative", FAN_NUMBER, FAN_ONE, 0},
    {"warming", "in->warming", FAN_NUMBER, FAN_ONE, 0},
    {"tcre", "in->tcre", FAN_POSITIVE, FAN_ONE, 0},
};

static void carbon_variables(fan_model *m)
{
    fan_model_variable(m, "emission", 0);
    fan_model_variable(m, "cumulative", 0);
    if (!m->m && m->value[CARBON_TCRE]) fan_model_variable(m, "warming", 0);
    fan_model_shock(m, 0);
}

static const double *path_of(const fan_model *m, size_t first)
{
    return m->path ? m->path + first * m->path_years : NULL;
}

static skpi_status carbon_add(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n, int32_t *index)
{
    const skpi_carbon_ensemble_add_in in = {.size = sizeof in,
                                            .emission = fan_values(m, CARBON_EMISSION, first),
                                            .drift = fan_values(m, CARBON_DRIFT, first),
                                            .growth = fan_values(m, CARBON_GROWTH, first),
                                            .sigma = fan_values(m, CARBON_SIGMA, first),
                                            .drift_sigma = fan_values(m, CARBON_DRIFT_SIGMA, first),
                                            .path = path_of(m, first),
                                            .cumulative = fan_values(m, CARBON_CUMULATIVE, first),
                                            .warming = fan_values(m, CARBON_WARMING, first),
                                            .tcre = fan_values(m, CARBON_TCRE, first)};
    (void)n;
    return skpi_carbon_ensemble_add(plan, &in, index);
}

static skpi_status carbon_add_history(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n,
                                      int32_t *index)
{
    const skpi_table emission = past_table(m, first, n);
    const skpi_carbon_ensemble_add_history_options options = {.size = sizeof options, .path = path_of(m, first)};
    return skpi_carbon_ensemble_add_history(plan, &emission, &options, index);
}

const fan_kind fan_carbon = {.name = "carbon",
                             .n_parameters = CARBON_PARAMETERS,
                             .parameter = carbon_parameter,
                             .history = "emission",
                             .other = "co2",
                             .argument = "emission->value",
                             .variables = carbon_variables,
                             .add = carbon_add,
                             .add_history = carbon_add_history};

/* ---- emissions as a product of factors ---- */

static const fan_parameter kaya_parameter[CARBON_PARAMETERS] = {
    {"factor", "in->factor", FAN_POSITIVE, FAN_EACH, 1},
    {"drift", "in->drift", FAN_NUMBER, FAN_EACH, 0},
    {"sigma", "in->sigma", FAN_DEVIATION, FAN_EACH, 1},
    {"growth", "in->growth", FAN_NUMBER, FAN_EACH, 0},
    {"drift_sigma", "in->drift_sigma", FAN_DEVIATION, FAN_EACH, 0},
    {"cumulative", "in->cumulative", FAN_NUMBER, FAN_ONE, 0},
    {"warming", "in->warming", FAN_NUMBER, FAN_ONE, 0},
    {"tcre", "in->tcre", FAN_POSITIVE, FAN_ONE, 0},
};

static void kaya_variables(fan_model *m)
{
    fan_model_variable(m, "emission", 0);
    fan_model_variable(m, "cumulative", 0);
    for (size_t k = 0; k < m->n_wide; k++) {
        fan_model_shock(m, m->n_variables);
        fan_model_variable(m, "factor", k + 1);
    }
    if (m->value[CARBON_TCRE]) fan_model_variable(m, "warming", 0);
}

static skpi_status kaya_add(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n, int32_t *index)
{
    const skpi_carbon_ensemble_add_kaya_in in = {.size = sizeof in,
                                                 .flags = SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_FACTORS,
                                                 .n_factors = m->n_wide,
                                                 .factor = fan_values(m, CARBON_EMISSION, first),
                                                 .drift = fan_values(m, CARBON_DRIFT, first),
                                                 .growth = fan_values(m, CARBON_GROWTH, first),
                                                 .sigma = fan_values(m, CARBON_SIGMA, first),
                                                 .drift_sigma = fan_values(m, CARBON_DRIFT_SIGMA, first),
                                                 .cumulative = fan_values(m, CARBON_CUMULATIVE, first),
                                                 .warming = fan_values(m, CARBON_WARMING, first),
                                                 .tcre = fan_values(m, CARBON_TCRE, first)};
    (void)n;
    return skpi_carbon_ensemble_add_kaya(plan, &in, index);
}

const fan_kind fan_kaya = {.name = "kaya",
                           .n_parameters = CARBON_PARAMETERS,
                           .parameter = kaya_parameter,
                           .least = 1,
                           .most = FAN_WIDE,
                           .variables = kaya_variables,
                           .add = kaya_add};

/* ---- the digital economy ---- */

enum {
    DIGITAL_PART,
    DIGITAL_DRIFT,
    DIGITAL_SIGMA,
    DIGITAL_GROWTH,
    DIGITAL_DRIFT_SIGMA,
    DIGITAL_CORRELATION,
    DIGITAL_PARAMETERS
};
static const fan_parameter digital_parameter[DIGITAL_PARAMETERS] = {
    {"part", "in->part", FAN_POSITIVE, FAN_EACH, 1},
    {"drift", "in->drift", FAN_NUMBER, FAN_BUT_LAST, 0},
    {"sigma", "in->sigma", FAN_DEVIATION, FAN_BUT_LAST, 1},
    {"growth", "in->growth", FAN_NUMBER, FAN_BUT_LAST, 0},
    {"drift_sigma", "in->drift_sigma", FAN_DEVIATION, FAN_BUT_LAST, 0},
    {"correlation", "in->correlation", FAN_CORRELATION, FAN_ONE, 0},
};
enum { DIGITAL_PARTS = 3 };

static void digital_variables(fan_model *m)
{
    for (size_t k = 0; k < m->n_wide; k++) {
        fan_model_variable(m, "part", k + 1);
        if (k + 1 < m->n_wide) fan_model_shock(m, k);
    }
}

static skpi_status digital_add(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n, int32_t *index)
{
    const skpi_digital_ensemble_add_in in = {.size = sizeof in,
                                             .n_parts = m->n_wide,
                                             .part = fan_values(m, DIGITAL_PART, first),
                                             .drift = fan_values(m, DIGITAL_DRIFT, first),
                                             .growth = fan_values(m, DIGITAL_GROWTH, first),
                                             .sigma = fan_values(m, DIGITAL_SIGMA, first),
                                             .drift_sigma = fan_values(m, DIGITAL_DRIFT_SIGMA, first),
                                             .correlation = fan_values(m, DIGITAL_CORRELATION, first)};
    (void)n;
    return skpi_digital_ensemble_add(plan, &in, index);
}

static skpi_status digital_add_history(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n,
                                       int32_t *index)
{
    const skpi_digital_ensemble_add_history_in in = {.size = sizeof in,
                                                     .m = m->m,
                                                     .n_parts = m->n_wide,
                                                     .year = m->year,
                                                     .part = m->past + first * m->m * m->n_wide};
    (void)n;
    return skpi_digital_ensemble_add_history(plan, &in, index);
}

const fan_kind fan_digital = {.name = "digital",
                              .n_parameters = DIGITAL_PARAMETERS,
                              .parameter = digital_parameter,
                              .least = DIGITAL_PARTS,
                              .most = DIGITAL_PARTS,
                              .history = "part",
                              .argument = "in->part",
                              .variables = digital_variables,
                              .add = digital_add,
                              .add_history = digital_add_history};

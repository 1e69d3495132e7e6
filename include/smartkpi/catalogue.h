/* Indicators that programmes share: points by the part of a target that is reached, checks, units. */
#ifndef SMARTKPI_CATALOGUE_H
#define SMARTKPI_CATALOGUE_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/** Points and scores. */
typedef struct skpi_catalogue_score_out {
    uint32_t size, flags;
    double *
        reached; /* [n][m] quantity: part of the target that is reached, infinite for a value of 0 of which less is better; NaN where a figure is missing. */
    int32_t *points;  /* [n][m] integer: 1 to 4; SKPI_NONE where a figure is missing. */
    double *score;    /* [n] number from 25 to 100: points in percent of the most; NaN where there are none. */
    int32_t *counted; /* [n] integer: count of indicators with points. */
} skpi_catalogue_score_out;
/** Points of cities by the part of the target that they reach: 1 below 33 %, 2 below 66 %, 3 below 95 %, and 4 from there
 * on.  The part is value/target, or target/value where less is better.
 *
 * `n`             count of cities.
 * `m`             count of indicators.
 * `value[n][m]`   quantity; NaN = missing.
 * `target[m]`     positive; NaN = missing.
 * `direction[m]`  one of -1, 1: -1 is an indicator of which less is better; NULL = 1.
 * `out`           points and scores.
 * `status[n]`     row status.
 *
 * `WMISSING`   value is missing somewhere.
 * `EOVERFLOW`  value is so far from the target that their ratio is beyond the range of a double.
 *
 * Source: United for Smart Sustainable Cities (U4SSC), factsheets of cities; that limits belong to the higher class is
 * this library's own.
 */
SKPI_CHECK skpi_status skpi_catalogue_score(size_t n, size_t m, const double *value, const double *target,
                                            const int32_t *direction, skpi_catalogue_score_out *out, int32_t *status);

/** What must hold between figures of one city. */
enum skpi_catalogue_rule {
    SKPI_CATALOGUE_RULE_WHOLE = 13101, /* parts of a whole add up to 1, to within 0.02 */
    SKPI_CATALOGUE_RULE_NESTED = 13102 /* each is at most the one before it, as levels of waste-water treatment */
};
/** Checks figures of cities that belong together.
 *
 * `n`                  count of cities.
 * `n_parts`            count of figures; at least 1.
 * `part[n][n_parts]`   share.
 * `rule`               enum skpi_catalogue_rule.
 * `status[n]`          row status.
 *
 * `EINCONSISTENT`  part breaks the rule.
 *
 * Source: ITU and U4SSC, verification manual of the key performance indicators (2022).
 */
SKPI_CHECK skpi_status skpi_catalogue_check(size_t n, size_t n_parts, const double *part, int32_t rule,
                                            int32_t *status);

/** Gas in the air. */
enum skpi_catalogue_gas {
    SKPI_CATALOGUE_GAS_NO2 = 13201, /* nitrogen dioxide */
    SKPI_CATALOGUE_GAS_SO2 = 13202, /* sulphur dioxide */
    SKPI_CATALOGUE_GAS_O3 = 13203   /* ozone */
};
/** Concentrations of a gas in micrograms per cubic metre, from parts per million.
 *
 * `n`                 count of values.
 * `ppm[n]`            quantity: parts per million.
 * `gas`               enum skpi_catalogue_gas.
 * `concentration[n]`  quantity: micrograms per cubic metre; may be ppm.
 * `status[n]`         row status.
 *
 * `EOVERFLOW`  concentration is beyond the range of a double.
 *
 * Source: ITU and U4SSC, verification manual of the key performance indicators (2022).
 */
SKPI_CHECK skpi_status skpi_catalogue_concentration(size_t n, const double *ppm, int32_t gas, double *concentration,
                                                    int32_t *status);

#ifdef __cplusplus
}
#endif
#endif

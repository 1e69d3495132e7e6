/* Names of the urban module's choices. */
#include <smartkpi/urban.h>

/* Short name of a method of projection.
 *
 * Given:    method  enum skpi_urban_method
 * Returned: "un"; NULL if there is no such method (0, the default of an option, has no name of its own)
 */
const char *skpi_urban_method_name(int32_t method)
{
    static const char *const names[] = {
        [SKPI_URBAN_METHOD_UN] = "un",
        [SKPI_URBAN_METHOD_DAMPED] = "damped",
        [SKPI_URBAN_METHOD_CONSTANT] = "constant",
        [SKPI_URBAN_METHOD_LINEAR] = "linear",
        [SKPI_URBAN_METHOD_PERSISTENCE] = "persistence",
        [SKPI_URBAN_METHOD_LOGISTIC] = "logistic",
        [SKPI_URBAN_METHOD_GOMPERTZ] = "gompertz",
        [SKPI_URBAN_METHOD_BOCQUIER] = "bocquier",
        [SKPI_URBAN_METHOD_MEAN] = "mean",
        [SKPI_URBAN_METHOD_CONVERGING] = "converging",
        [SKPI_URBAN_METHOD_CAUTIOUS] = "cautious",
    };
    return method > 0 && method < (int32_t)(sizeof names / sizeof *names) ? names[method] : NULL;
}

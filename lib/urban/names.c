/* Names of the urban module's choices. */
#include <smartkpi/urban.h>

/* Short name of a method of projection.
 *
 * Given:    method  enum skpi_urban_method
 * Returned: "un"; NULL if there is no such method (0, the default of an option, has no name of its own)
 */
const char *skpi_urban_method_name(int32_t method)
{
    switch (method) {
    case SKPI_URBAN_UN:
        return "un";
    default:
        return NULL;
    }
}

/* The definitions of the digital economy by name. */
#include <smartkpi/digital.h>
#include <stddef.h>

/* Given:    definition   enum skpi_digital_definition
 * Returned: its name in English, a static string; NULL for any other number
 */
const char *skpi_digital_definition_name(int32_t definition)
{
    switch (definition) {
    case SKPI_DIGITAL_DEFINITION_DIRECT: return "direct";
    case SKPI_DIGITAL_DEFINITION_COEFFICIENT: return "coefficient";
    case SKPI_DIGITAL_DEFINITION_NBS_CORE: return "NBS core";
    case SKPI_DIGITAL_DEFINITION_CAICT: return "CAICT broad";
    case SKPI_DIGITAL_DEFINITION_SATELLITE: return "satellite account";
    case SKPI_DIGITAL_DEFINITION_ADB: return "ADB input-output core";
    case SKPI_DIGITAL_DEFINITION_OECD: return "OECD digital supply-use";
    case SKPI_DIGITAL_DEFINITION_OTHER: return "other, stated by its source";
    default: return NULL;
    }
}

/* The version of the library in use. */
#include <smartkpi/base.h>
#include <smartkpi/version.h>

const char *skpi_version(void) { return SKPI_VERSION; }
uint32_t skpi_version_number(void) { return SKPI_VERSION_NUMBER; }

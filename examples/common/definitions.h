/* Definitions of the digital economy and vintages of GDP, as tables name them: "" is not stated. */
#ifndef EXAMPLES_DEFINITIONS_H
#define EXAMPLES_DEFINITIONS_H
#include <smartkpi.h>

enum { DEFINITIONS = 9, VINTAGES = 4 };
static const char *const definition_word[DEFINITIONS] = {"",          "direct", "coefficient", "nbs_core", "caict",
                                                         "satellite", "adb",    "oecd",        "other"};
static const int32_t definition_code[] = {0,
                                          SKPI_DIGITAL_DEFINITION_DIRECT,
                                          SKPI_DIGITAL_DEFINITION_COEFFICIENT,
                                          SKPI_DIGITAL_DEFINITION_NBS_CORE,
                                          SKPI_DIGITAL_DEFINITION_CAICT,
                                          SKPI_DIGITAL_DEFINITION_SATELLITE,
                                          SKPI_DIGITAL_DEFINITION_ADB,
                                          SKPI_DIGITAL_DEFINITION_OECD,
                                          SKPI_DIGITAL_DEFINITION_OTHER};
static const char *const vintage_word[VINTAGES] = {"", "preliminary", "verified", "census"};
static const int32_t vintage_code[] = {0, SKPI_BASIS_REVISION_PRELIMINARY, SKPI_BASIS_REVISION_VERIFIED,
                                       SKPI_BASIS_REVISION_CENSUS};

#endif

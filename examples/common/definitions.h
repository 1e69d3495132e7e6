/* Definitions of the digital economy and vintages of GDP, as tables name them: "" is not stated. */
#ifndef EXAMPLES_DEFINITIONS_H
#define EXAMPLES_DEFINITIONS_H
#include <smartkpi.h>

enum { DEFINITIONS = 9, VINTAGES = 4 };
static const char *const definition_word[DEFINITIONS] = {"",          "direct", "coefficient", "nbs_core", "caict",
                                                         "satellite", "adb",    "oecd",        "other"};
static const int32_t definition_code[] = {0,
                                          SKPI_DIGITAL_DIRECT,
                                          SKPI_DIGITAL_COEFFICIENT,
                                          SKPI_DIGITAL_NBS_CORE,
                                          SKPI_DIGITAL_CAICT,
                                          SKPI_DIGITAL_SATELLITE,
                                          SKPI_DIGITAL_ADB,
                                          SKPI_DIGITAL_OECD,
                                          SKPI_DIGITAL_OTHER};
static const char *const vintage_word[VINTAGES] = {"", "preliminary", "verified", "census"};
static const int32_t vintage_code[] = {0, SKPI_BASIS_PRELIMINARY, SKPI_BASIS_VERIFIED, SKPI_BASIS_CENSUS};

#endif

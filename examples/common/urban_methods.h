/* Methods of urban projection as the programs read and print them. */
#ifndef EXAMPLES_URBAN_METHODS_H
#define EXAMPLES_URBAN_METHODS_H
#include <smartkpi.h>
#include <stddef.h>

/* The word for a method, such as "un"; NULL if there is no such method. */
static inline const char *urban_method_word(int32_t method)
{
    static const struct {
        int32_t method;
        const char *word;
    } known[] = {{SKPI_URBAN_METHOD_UN, "un"},
                 {SKPI_URBAN_METHOD_DAMPED, "damped"},
                 {SKPI_URBAN_METHOD_CONSTANT, "constant"},
                 {SKPI_URBAN_METHOD_LINEAR, "linear"},
                 {SKPI_URBAN_METHOD_PERSISTENCE, "persistence"},
                 {SKPI_URBAN_METHOD_LOGISTIC, "logistic"},
                 {SKPI_URBAN_METHOD_GOMPERTZ, "gompertz"},
                 {SKPI_URBAN_METHOD_BOCQUIER, "bocquier"},
                 {SKPI_URBAN_METHOD_MEAN, "mean"},
                 {SKPI_URBAN_METHOD_CONVERGING, "converging"},
                 {SKPI_URBAN_METHOD_CAUTIOUS, "cautious"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].method == method) return known[i].word;
    return NULL;
}

#endif

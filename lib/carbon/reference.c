/* Reading a reference: a Roman sector and one or two numbers.
 *
 * I stationary energy, II transport, III waste, IV industrial processes and product use, V agriculture, forestry and
 * other land use, VI other scope 3.  I, II and III have a third level, whose digit tells the scope.
 */
#include "carbon/reference.h"
#include "core/check.h"
#include <string.h>

/* A number of one or two digits from 1 on, 0 if there is none. */
static int32_t reference_number(const char **text)
{
    int32_t value = 0;
    for (int digits = 0; digits < 2 && **text >= '0' && **text <= '9'; digits++) value = 10 * value + *(*text)++ - '0';
    return value;
}

skpi_status skpi__reference_read(skpi__at at, const char *name, const char *text, skpi__reference *reference)
{
    static const char *const sectors[] = {"I.", "II.", "III.", "IV.", "V.", "VI."};
    skpi__reference found = {0, 0, 0};
    const skpi_status s = skpi__pointer(at, name, text);
    if (s) return s;
    for (int32_t k = 0; k < 6; k++)
        if (!strncmp(text, sectors[k], strlen(sectors[k]))) {
            found.sector = k + 1;
            text += strlen(sectors[k]);
            found.part = reference_number(&text);
            break;
        }
    int good = found.part > 0;
    if (good && *text == '.') {
        text++;
        good = (found.last = reference_number(&text)) > 0;
    }
    if (!good || *text || (found.sector <= 3 && !found.last))
        return skpi__refuse(at, SKPI_ENOTFOUND, name, "is no sub-sector like I.1.1, III.4.2 or IV.1");
    *reference = found;
    return SKPI_OK;
}

/* Reading a reference: a Roman sector and one or two numbers.
 *
 * I stationary energy, II transport, III waste, IV industrial processes and product use, V agriculture, forestry and
 * other land use, VI other scope 3. I, II and III have a third level; its digit is the scope.
 */
#include "carbon/reference.h"
#include "core/check.h"
#include <string.h>

/* Reads a number of one or two digits that is at least 1; 0 if there is none. */
static int32_t reference_number(const char **text)
{
    int32_t value = 0;
    for (int digits = 0; digits < 2 && **text >= '0' && **text <= '9'; digits++) value = 10 * value + *(*text)++ - '0';
    return value;
}

/* Whether the protocol has this sub-sector. */
static int reference_known(skpi__reference r)
{
    /* numbers of parts, and of last numbers, in each sector */
    static const int32_t parts[] = {8, 5, 4, 2, 3, 1}, lasts[] = {3, 3, 3, 0, 0, 0};
    const int grid = r.sector == 1 && r.part == 4; /* sub-sector I.4 also has I.4.4, energy that is sold to the grid */
    if (r.part < 1 || r.part > parts[r.sector - 1]) return 0;
    return lasts[r.sector - 1] ? r.last >= 1 && r.last <= lasts[r.sector - 1] + grid : r.last == 0;
}

int32_t skpi__reference_scope(skpi__reference r)
{
    /* scopes: own waste treated inside, own waste treated outside, waste of others treated inside */
    static const int32_t waste[] = {1, 3, 1};
    switch (r.sector) {
    case 1:
    case 2: return r.last == 4 ? 1 : r.last;
    case 3: return waste[r.last - 1];
    case 6: return 3;
    default: return 1;
    }
}

skpi_status skpi__reference_read(skpi__at at, const char *name, const char *text, skpi__reference *reference)
{
    static const char *const sectors[] = {"I.", "II.", "III.", "IV.", "V.", "VI."};
    skpi__reference found = {0, 0, 0};
    skpi_status s = skpi__pointer(at, name, text);
    if (s) return s;
    const char *rest = text;
    for (int32_t k = 0; k < 6; k++)
        if (!strncmp(text, sectors[k], strlen(sectors[k]))) {
            found.sector = k + 1;
            rest += strlen(sectors[k]);
            found.part = reference_number(&rest);
            break;
        }
    if (found.part > 0 && *rest == '.') {
        rest++;
        found.last = reference_number(&rest);
        if (!found.last) found.part = 0; /* a point without a number behind it */
    }
    if (*rest || !found.sector || !reference_known(found))
        return skpi__refuse(
            at, SKPI_ENOTFOUND, name,
            "= \"%s\" is not a sub-sector of the GPC: I.1.1 to I.8.3 and I.4.4, II.1.1 to II.5.3, III.1.1 to "
            "III.4.3, IV.1, IV.2, V.1 to V.3, VI.1",
            text);
    *reference = found;
    return SKPI_OK;
}

/* Constants and struct sizes by name.  Bindings use them to check their mirrors against the library in use.
 *
 * The tables are made from the headers (constants_table.c); they are sorted by strcmp.
 */
#include "core/check.h"
#include "core/constants.h"
#include "core/error.h"
#include <string.h>

/* The row of a sorted table with this name, NULL if there is none.  The name is the first member of both kinds of
 * row. */
static const void *constants_find(const char *name, const void *table, size_t n, size_t stride)
{
    const char *at = table;
    while (n) {
        const char *middle = at + n / 2 * stride, *here;
        memcpy(&here, middle, sizeof here);
        int order = strcmp(name, here);
        if (!order) return middle;
        if (order > 0) {
            at = middle + stride;
            n -= n / 2 + 1;
        } else {
            n /= 2;
        }
    }
    return NULL;
}

size_t skpi_struct_size(const char *name)
{
    const skpi__struct_row *row = name ? constants_find(name, skpi__structs, skpi__n_structs, sizeof *row) : NULL;
    return row ? row->size : 0;
}

skpi_status skpi_constant(const char *name, int64_t *value)
{
    skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "name", name))) return s;
    if ((s = skpi__pointer(at, "value", value))) return s;
    const skpi__constant_row *row = constants_find(name, skpi__constants, skpi__n_constants, sizeof *row);
    if (!row) return skpi__refuse(at, SKPI_ENOTFOUND, "name", "\"%s\" is no public constant", name);
    *value = row->value;
    return SKPI_OK;
}

const skpi__constant_row *skpi__constant_of(int32_t value)
{
    for (size_t i = 0; value >= SKPI__CHOICE_MIN && i < skpi__n_constants; i++)
        if (skpi__constants[i].value == value) return &skpi__constants[i];
    return NULL;
}

const char *skpi_constant_name(int32_t value)
{
    const skpi__constant_row *row = skpi__constant_of(value);
    return row ? row->name : NULL;
}

/* Structs that grow; struct.h has the rules. */
#include "core/struct.h"
#include "core/check.h"
#include <string.h>

enum { SIZE_LEAST = 8, SIZE_MOST = 4096 };

skpi_status skpi__struct_read(skpi__at at, const skpi__struct_names *names, const void *given, size_t known,
                              uint32_t known_flags, int needed, void *copy)
{
    memset(copy, 0, known);
    if (!given) return needed ? skpi__pointer(at, names->self, given) : SKPI_OK;
    uint32_t head[2]; /* size, flags */
    memcpy(head, given, sizeof head[0]);
    if (head[0] < SIZE_LEAST || head[0] > SIZE_MOST)
        return skpi__fail(at, SKPI_ESTRUCT, names->size, head[0], "is not the size of a struct (%d..%d)", SIZE_LEAST,
                          SIZE_MOST);
    memcpy(head, given, sizeof head);
    if (head[1] & ~known_flags)
        return skpi__fail(at, SKPI_ESTRUCT, names->flags, head[1], "has a flag that this library does not know");
    const unsigned char *bytes = given;
    for (size_t i = known; i < head[0]; i++)
        if (bytes[i])
            return skpi__fail(at, SKPI_ESTRUCT, names->size, head[0],
                              "has a member that this library (%zu bytes) does not know and that is not 0", known);
    memcpy(copy, given, head[0] < known ? head[0] : known);
    head[0] = (uint32_t)known; /* the copy has this library's size, whatever size the caller's struct has */
    memcpy(copy, head, sizeof head[0]);
    return SKPI_OK;
}

void skpi__struct_write(void *given, const void *own, size_t known)
{
    uint32_t size;
    memcpy(&size, given, sizeof size);
    memcpy(given, own, size < known ? size : known);
    memcpy(given, &size, sizeof size);
}

skpi_status skpi__reserved(skpi__at at, const char *name, int32_t value)
{
    return value ? skpi__fail(at, SKPI_ESTRUCT, name, (double)value, "must be 0") : SKPI_OK;
}

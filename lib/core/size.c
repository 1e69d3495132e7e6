/* Memory of a checked size. */
#include "core/size.h"
#include <stdlib.h>

void *skpi__alloc(size_t n, size_t m, size_t element)
{
    size_t cells, bytes;
    if (!skpi__mul(n, m, &cells) || !skpi__mul(cells, element, &bytes)) return NULL;
    return calloc(bytes ? bytes : 1, 1);
}

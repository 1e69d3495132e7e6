/* Groups of a hierarchy (cut.h): after the first n - g joins, g groups are left. */
#include "peers/cut.h"
#include <stdlib.h>
#include "core/size.h"

int skpi__peers_cut(size_t n, const int32_t *first, const int32_t *second, size_t n_cuts, const int32_t *cut,
                    int32_t *cluster)
{
    int32_t *const up = skpi__alloc(n, 4, sizeof *up);
    if (!up) return 0;
    int32_t *const name = up + 2 * n; /* 2 n - 1 of each */
    for (size_t j = 0; j < n_cuts; j++) {
        const size_t joins = n - (size_t)cut[j];
        int32_t next = 0;
        for (size_t i = 0; i < 2 * n; i++) {
            up[i] = (int32_t)i;
            name[i] = -1;
        }
        for (size_t i = 0; i < joins; i++) up[first[i]] = up[second[i]] = (int32_t)(n + i);
        for (size_t i = n + joins; i-- > 0;) up[i] = up[up[i]]; /* what is above was made later, and knows its top */
        for (size_t i = 0; i < n; i++) {
            int32_t *const own = name + up[i];
            if (*own < 0) *own = next++;
            cluster[i * n_cuts + j] = *own;
        }
    }
    free(up);
    return 1;
}

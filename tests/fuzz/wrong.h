/* The contracts of wrong.c: what its functions should do. */
#ifndef SMARTKPI_WRONG_H
#define SMARTKPI_WRONG_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/** Twice each share.
 *
 * `n`          count of shares.
 * `share[n]`   share.
 * `twice[n]`   number: twice of it.
 * `status[n]`  row status.
 */
SKPI_CHECK skpi_status skpi_wrong_nothing(size_t n, const double *share, double *twice, int32_t *status);

/** How to add. */
enum skpi_wrong_method {
    SKPI_WRONG_METHOD_PLAIN = 9990, /* as it is */
    SKPI_WRONG_METHOD_AGAIN = 9991  /* the same */
};
/** What is added. */
typedef struct skpi_wrong_options {
    uint32_t size, flags;
    int32_t method;            /* enum skpi_wrong_method; 0 = SKPI_WRONG_METHOD_PLAIN. */
    int32_t zero;              /* 0. */
    size_t n_norm;             /* count of columns. */
    const double *norm;        /* [2][n_norm] number. */
    double urgd_min, urgd_max; /* number. */
} skpi_wrong_options;
/** Adds.
 *
 * `options`  method and numbers; NULL = all defaults.
 * `sum`      number.
 */
SKPI_CHECK skpi_status skpi_wrong_struct_nothing(const skpi_wrong_options *options, double *sum);

#ifdef __cplusplus
}
#endif
#endif

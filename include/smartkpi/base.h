/* libsmartkpi: statuses, error text, versions, structs that grow, the basis of a figure.
 *
 * Rules that hold for every header:
 *   order      counts or tables, inputs, axis, options, outputs, row status
 *   batch      n places; arrays have n values; tables are n rows x m columns, row-major; one place is n = 1
 *   rows       int32_t *status (n values) may be NULL.  NULL: the first bad row fails the call.
 *              Given: status[i] is the row's own skpi_status, a failed row is NaN / SKPI_NONE, and the call
 *              returns SKPI_WROWS.
 *   zero       every member of an options struct that is 0 or NULL has its default; no init call is needed
 *   outputs    a struct of pointers; NULL means not wanted
 *   structs    .size = sizeof the struct, .flags = 0 unless the page names a flag
 */
#ifndef SMARTKPI_BASE_H
#define SMARTKPI_BASE_H
#include <stddef.h>
#include <stdint.h>

#if defined(SKPI_BUILD) && defined(__GNUC__)
#define SKPI_API __attribute__((visibility("default")))
#else
#define SKPI_API
#endif
#if defined(__GNUC__)
#define SKPI_CHECK SKPI_API __attribute__((warn_unused_result)) /* of what can fail */
#else
#define SKPI_CHECK SKPI_API
#endif
#ifdef __cplusplus
extern "C" {
#endif

typedef enum skpi_status {
    SKPI_OK = 0,
    /* positive: values were produced; bits, they combine by | */
    SKPI_WROWS = 1,         /* some rows failed: see the row status */
    SKPI_WHORIZON = 2,      /* beyond the calibrated horizon */
    SKPI_WWEAKFIT = 4,      /* ceiling at its bound, or standard error above the estimate */
    SKPI_WNOTCONVERGED = 8, /* best iterate returned */
    SKPI_WMISSING = 16,     /* missing values skipped */
    SKPI_WADJUSTED = 32,    /* a documented limit acted */
    SKPI_WNEGATIVE = 64,    /* a value is below 0 that means nothing there */
    /* usage */
    SKPI_EINVAL = -1,  /* NULL, or a value that is none of the choices */
    SKPI_ESTRUCT = -2, /* size, flags or unknown tail of a struct */
    SKPI_ESTATE = -3,  /* a handle not in the state that the call needs */
    SKPI_EBUFFER = -4, /* room too small */
    /* data */
    SKPI_EDOM = -20,          /* each value is allowed, the formula is undefined there */
    SKPI_ERANGE = -21,        /* outside the interval of its kind */
    SKPI_ENOTFINITE = -22,    /* NaN or infinite */
    SKPI_EZERODIV = -23,      /* a denominator is zero */
    SKPI_ENOTSORTED = -24,    /* dates or years not increasing */
    SKPI_EDUPLICATE = -25,    /* a year or name given twice */
    SKPI_ENODATA = -26,       /* too few values */
    SKPI_EDEFMIX = -27,       /* figures of different meaning */
    SKPI_ENOTFOUND = -28,     /* no such name, or no such event */
    SKPI_EINCONSISTENT = -29, /* inputs contradict each other */
    /* numerics */
    SKPI_EOVERFLOW = -40,
    SKPI_ENOTCONVERGED = -41,
    SKPI_ESINGULAR = -42,
    SKPI_EINFEASIBLE = -43,
    SKPI_ENOTPRODUCTIVE = -44,
    SKPI_ENOTBINDING = -45,
    /* environment */
    SKPI_ENOMEM = -60,
    SKPI_ECANCELED = -61,
    SKPI_ECORRUPT = -62,
    SKPI_ETHREAD = -63,
    SKPI_STATUS_WIDTH_ = INT32_MIN /* not a status: fixes the width of the enum */
} skpi_status;

enum skpi_none { SKPI_NONE = INT32_MIN }; /* "there is none" in an int32_t output (no such year) */

/* Name ("SKPI_EDOM") and one sentence of a status; of several warnings, those of the lowest bit.
 * Static strings, never NULL; an unknown number is "SKPI_UNKNOWN". */
SKPI_API const char *skpi_status_name(int32_t status);
SKPI_API const char *skpi_status_message(int32_t status);
/* This thread's last failure in words, "" if there was none.  Valid until the thread's next failure. */
SKPI_API const char *skpi_last_error(void);

typedef struct skpi_error { /* the same failure for programs */
    uint32_t size, flags;
    int32_t status, zero;        /* zero: 0 */
    int64_t row, column;         /* -1 = none */
    double value;                /* NaN = none */
    const char *function, *name; /* name: the argument, "options->damping" for a member; static strings */
} skpi_error;
/* Status: SKPI_OK, SKPI_EINVAL (NULL), SKPI_ESTRUCT. */
SKPI_CHECK skpi_status skpi_last_error_get(skpi_error *error);

SKPI_API const char *skpi_version(void);     /* "0.1.0" */
SKPI_API uint32_t skpi_version_number(void); /* major << 16 | minor << 8 | patch */
/* Size of a public struct in this library, 0 = no such struct: lets a binding check its mirror. */
SKPI_API size_t skpi_struct_size(const char *name);
/* Value of a public constant by name.  Status: SKPI_OK, SKPI_EINVAL (NULL), SKPI_ENOTFOUND. */
SKPI_CHECK skpi_status skpi_constant(const char *name, int64_t *value);
/* Name of a choice by its number, which no other choice has: "SKPI_SERIES_MODEL_LOGISTIC"; NULL if no choice has it. */
SKPI_API const char *skpi_constant_name(int32_t value);

/* Progress of long work: called in the calling thread; a return other than 0 stops it with SKPI_ECANCELED. */
typedef int32_t (*skpi_progress)(uint64_t done, uint64_t total, void *user);

enum skpi_basis_revision {
    SKPI_BASIS_REVISION_PRELIMINARY = 3101,
    SKPI_BASIS_REVISION_VERIFIED = 3102,
    SKPI_BASIS_REVISION_CENSUS = 3103
};
enum skpi_basis_prices { SKPI_BASIS_PRICES_CURRENT = 3201 }; /* else the base year of constant prices */
enum skpi_basis_scale { SKPI_BASIS_SCALE_ONE = 1000 };       /* power of ten of the unit + 1000: thousands are 1003 */

/* What a figure means.  0 = unstated.  Two stated members that differ are SKPI_EDEFMIX. */
enum skpi_basis_flag { SKPI_BASIS_FLAG_LINKED = 1 }; /* part of the series had another meaning: linked by a factor */
typedef struct skpi_basis {
    uint32_t size, flags;   /* flags: SKPI_BASIS_FLAG_LINKED or 0 */
    int32_t definition;     /* SKPI_DIGITAL_DEFINITION_NBS_CORE, SKPI_URBAN_DEFINITION_NATIONAL ... */
    int32_t classification; /* the caller's number of the classification's edition, its year for example */
    int32_t vintage;        /* year of release */
    int32_t revision;       /* SKPI_BASIS_REVISION_PRELIMINARY ... */
    int32_t prices;         /* SKPI_BASIS_PRICES_CURRENT, or the base year of constant prices */
    int32_t currency;       /* ISO 4217 number */
    int32_t scale;          /* power of ten of the unit + 1000 */
    int32_t gwp;            /* set of warming potentials */
} skpi_basis;

/* One quantity: n places x m years.  The library copies nothing and frees nothing. */
typedef struct skpi_table {
    uint32_t size, flags;
    size_t n, m;
    const int32_t *year;     /* m, increasing */
    const double *value;     /* n x m, row-major; NaN = missing where the page says so */
    const skpi_basis *basis; /* NULL = unstated */
} skpi_table;

/* What a figure made of two others means: stated members must agree, unstated ones are taken from the other.
 * Status: SKPI_OK, SKPI_EINVAL (NULL), SKPI_ESTRUCT, SKPI_EDEFMIX. */
SKPI_CHECK skpi_status skpi_basis_join(const skpi_basis *a, const skpi_basis *b, skpi_basis *joined);
/* In words: "SKPI_DIGITAL_DEFINITION_NBS_CORE; vintage 2024; after census; current prices; currency 156; unit 10^9".
 * Status: SKPI_OK, SKPI_EINVAL (NULL), SKPI_ESTRUCT, SKPI_EBUFFER (room below what is needed; 512 is enough). */
SKPI_CHECK skpi_status skpi_basis_text(const skpi_basis *basis, char *text, size_t room);

#ifdef __cplusplus
}
#endif
#endif

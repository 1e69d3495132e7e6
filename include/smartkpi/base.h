/* libsmartkpi: statuses, error text, versions, structs that grow, the basis of a figure.
 *
 * How to read the comment of a function
 *   `share[n][n_years]`     an argument: n rows of n_years values, row-major; without brackets one value
 *   share, date, ...        the first words are its kind: what is allowed.  The rest says what it is
 *   NULL = x, 0 = x         may be left out, and then means x; an output that is NULL is not wanted
 *   NaN = missing           else NaN is refused; infinite values are, unless "infinite = x" stands there
 *   may be x                an output may be the array x; without this no output overlaps an input
 *   unusual above x         above x the call warns (WUNUSUAL, "percent?") and computes; so below x, beyond x (above x or
 *                           below -x)
 *   only for m = A, B       NULL (or 0) unless the choice m is A or B, and needed there unless "NULL = x" stands there
 *   `EDOM`  x is ...        a status besides those of the kinds, and when; the error names the argument x
 *
 * Kinds, what they refuse, and how
 *   number                  NaN and infinities (ENOTFINITE, as in all that follow)
 *   number in (0,1]         all outside (ERANGE); [ and ] are allowed ends, ( and ) are not
 *   share                   outside [0,1] (ERANGE)
 *   open share              a share of 0 or 1, which have no logit (EDOM)
 *   probability             outside (0,1) (ERANGE)
 *   growth                  a rate per year beyond 0.5 (ERANGE); beyond 0.1 it warns (WUNUSUAL), as a per cent does
 *   URGD                    an urban-rural growth difference per year beyond 0.5 that would move its share by more than
 *                           0.05 a year (ERANGE); beyond 0.1 it warns
 *   decline, interest       per year; a decline above 0.5, interest beyond 0.3 warn; interest beyond 5 is ERANGE
 *   quantity                below 0 (ERANGE)
 *   positive                a quantity of 0 (EDOM)
 *   divisor                 a quantity of 0 (EZERODIV)
 *   date, year              outside 1500 to 2400 (ERANGE); a date is a decimal year: 2030.5 is the middle of 2030
 *   years, horizons         years (numbers of years from 1 on) that do not increase (ENOTSORTED, EDUPLICATE)
 *   axis                    first_year .. first_year + n_years - 1 outside 1500 to 2400 (ERANGE)
 *   count                   more than memory holds (ENOMEM); "at least k": fewer (ENODATA)
 *   integer, index          an index below 0 (ERANGE); "at most k": above (ERANGE)
 *   enum x, one of 1, 2     any other number (EINVAL)
 *   text                    NULL (EINVAL)
 *   table of k              an empty table, years that do not increase, values that are not k (by their kind)
 *   row status              nothing: n values or NULL.  NULL: the first bad row fails the call.  Given: each row has
 *                           its own skpi_status, a failed one is NaN or SKPI_NONE, the call returns SKPI_WROWS
 *
 * A NULL array that is not empty is EINVAL, and so is a count of 0 whose array is given, where 0 means something else.
 * A struct of unknown size, flags or tail is ESTRUCT.  EXPERIMENTAL before a summary: the function may still change.
 *
 * Order of arguments: counts or tables, inputs, axis, options, outputs, row status.  n are rows, m the years of a
 * table; one place is n = 1.  Every struct begins with its size (`{ .size = sizeof o }`; in C++ `T o{}; o.size = sizeof o;`)
 * and flags; every member of options that is 0 or NULL has its default; an output of an out struct that is NULL is not
 * wanted.
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

/** How a call ended: 0, warnings (above 0, bits that combine by |), or one failure (below 0). */
typedef enum skpi_status {
    SKPI_OK = 0,
    /* warnings: values were produced */
    SKPI_WROWS = 1,         /* some rows failed: see the row status */
    SKPI_WHORIZON = 2,      /* beyond the horizon for which the method was calibrated */
    SKPI_WWEAKFIT = 4,      /* a fitted parameter is at its bound, or less certain than its own size */
    SKPI_WNOTCONVERGED = 8, /* the best iterate was returned */
    SKPI_WMISSING = 16,     /* missing values were skipped */
    SKPI_WADJUSTED = 32,    /* a documented limit acted */
    SKPI_WNEGATIVE = 64,    /* a value is below 0 that means nothing there */
    SKPI_WUNUSUAL = 128,    /* a value is so far from what its kind usually is that its unit should be looked at */
    /* usage */
    SKPI_EINVAL = -1,  /* NULL, or a number that is none of the choices */
    SKPI_ESTRUCT = -2, /* size, flags or unknown tail of a struct */
    SKPI_ESTATE = -3,  /* a handle is not in the state that the call needs */
    SKPI_EBUFFER = -4, /* room too small */
    /* data */
    SKPI_EDOM = -20,          /* each value is allowed, the formula is undefined there */
    SKPI_ERANGE = -21,        /* outside the interval of its kind */
    SKPI_ENOTFINITE = -22,    /* NaN or infinite */
    SKPI_EZERODIV = -23,      /* a denominator is 0 */
    SKPI_ENOTSORTED = -24,    /* dates or years that do not increase */
    SKPI_EDUPLICATE = -25,    /* a year or name given twice */
    SKPI_ENODATA = -26,       /* too few values */
    SKPI_EDEFMIX = -27,       /* figures of different meaning */
    SKPI_ENOTFOUND = -28,     /* no such name, or no such event */
    SKPI_EINCONSISTENT = -29, /* inputs contradict each other */
    /* numerics */
    SKPI_EOVERFLOW = -40,      /* a result is beyond the range of a double */
    SKPI_ENOTCONVERGED = -41,  /* an iteration did not end */
    SKPI_ESINGULAR = -42,      /* the equations have no unique solution */
    SKPI_EINFEASIBLE = -43,    /* the target is below all that can be met */
    SKPI_ENOTPRODUCTIVE = -44, /* an economy that uses up more than it makes */
    SKPI_ENOTBINDING = -45,    /* the target is above all that can be met */
    /* environment */
    SKPI_ENOMEM = -60,             /* not enough memory */
    SKPI_ECANCELED = -61,          /* the progress function asked to stop */
    SKPI_ECORRUPT = -62,           /* bytes that are damaged, or of something else */
    SKPI_ETHREAD = -63,            /* a thread could not be started */
    SKPI_STATUS_WIDTH_ = INT32_MIN /* not a status: fixes the width of the enum */
} skpi_status;

/** "There is none" in an int32_t output (no such year). */
enum skpi_none {
    SKPI_NONE = INT32_MIN /* no value */
};

/** Name of a status, "SKPI_EDOM"; of several warnings, that of the lowest bit; static text, never NULL.
 *
 * `status`  integer: what a function returned.
 */
SKPI_API const char *skpi_status_name(int32_t status);
/** What a status means, in one sentence; static text, never NULL.
 *
 * `status`  integer: what a function returned.
 */
SKPI_API const char *skpi_status_message(int32_t status);
/** This thread's last failure, or what a call found unusual (SKPI_WUNUSUAL), in words; "" if there was none; valid until
 * the thread's next failure or unusual value. */
SKPI_API const char *skpi_last_error(void);

/** This thread's last failure, for programs. */
typedef struct skpi_error {
    uint32_t size, flags;
    int32_t status;              /* integer: skpi_status; 0 = this thread has seen no failure. */
    int32_t zero;                /* 0. */
    int64_t row, column;         /* integer: where in the argument, from 0 on; -1 where there is none. */
    double value;                /* number that was refused; NaN where there is none. */
    const char *function, *name; /* text, static: function and argument, "options->damping" for a member. */
} skpi_error;

/** Writes this thread's last failure, in a form for programs, into error; set its size first.
 *
 * `error`  status 0 and empty names if there was no failure.
 */
SKPI_CHECK skpi_status skpi_last_error_get(skpi_error *error);

/** Version of the library in use, "0.2.0"; static text, never NULL. */
SKPI_API const char *skpi_version(void);
/** Version of the library in use as a number: major << 16 | minor << 8 | patch. */
SKPI_API uint32_t skpi_version_number(void);
/** Size of a public struct in the library in use, by which a binding checks its mirror; 0 = there is no such struct.
 *
 * `name`  text: the struct's name in C, "skpi_table".
 */
SKPI_API size_t skpi_struct_size(const char *name);
/** Value of a public constant.
 *
 * `name`   text: the constant's name in C, "SKPI_EDOM".
 * `value`  integer: what the constant is in the library in use.
 *
 * `ENOTFOUND`  name is not known.
 */
SKPI_CHECK skpi_status skpi_constant(const char *name, int64_t *value);
/** Name of a choice, "SKPI_SERIES_MODEL_LOGISTIC"; static text; NULL if no choice has the number.  No two choices of the
 * library have one number; statuses and flags are no choices.
 *
 * `value`  integer: a choice's number.
 */
SKPI_API const char *skpi_constant_name(int32_t value);

/** Progress of long work, called in the calling thread; a result other than 0 stops it with SKPI_ECANCELED. */
typedef int32_t (*skpi_progress)(uint64_t done, uint64_t total, void *user);

/** How final a figure is. */
enum skpi_basis_revision {
    SKPI_BASIS_REVISION_PRELIMINARY = 3101, /* first release */
    SKPI_BASIS_REVISION_VERIFIED = 3102,    /* revised by the yearbook */
    SKPI_BASIS_REVISION_CENSUS = 3103       /* revised after an economic census */
};
/** In which prices money is told. */
enum skpi_basis_prices {
    SKPI_BASIS_PRICES_CURRENT = 3201 /* in those of its own year */
};
/** From where powers of ten are counted. */
enum skpi_basis_scale {
    SKPI_BASIS_SCALE_ONE = 1000 /* single units; thousands are 1003 */
};
/** Flags of a basis. */
enum skpi_basis_flag {
    SKPI_BASIS_FLAG_LINKED = 1 /* part of the series had another meaning and was linked by a factor */
};
/** What a figure means.  0 = unstated; two stated members that differ are SKPI_EDEFMIX, one that is no such constant is
 * SKPI_EINVAL. */
typedef struct skpi_basis {
    uint32_t size, flags;   /* flags: enum skpi_basis_flag. */
    int32_t definition;     /* integer: a constant of an enum skpi_..._definition. */
    int32_t classification; /* integer: the caller's number of the classification's edition, its year for example. */
    int32_t vintage;        /* integer: year of release. */
    int32_t revision;       /* enum skpi_basis_revision; 0 = unstated. */
    int32_t prices;         /* integer: SKPI_BASIS_PRICES_CURRENT, or the base year of constant prices. */
    int32_t currency;       /* integer: ISO 4217 number. */
    int32_t scale;          /* integer: power of ten of the unit + SKPI_BASIS_SCALE_ONE. */
    int32_t gwp;            /* enum skpi_carbon_gwp; 0 = unstated. */
} skpi_basis;

/** One quantity: n places x m years.  The library copies nothing and frees nothing. */
typedef struct skpi_table {
    uint32_t size, flags;
    size_t n, m;             /* count of places, of years; at least 1. */
    const int32_t *year;     /* [m] years, in any distance. */
    const double *value;     /* [n][m] number, or what the function says. */
    const skpi_basis *basis; /* NULL = unstated. */
} skpi_table;

/** What a figure made of two others means: what either states; linked if one of them is.
 *
 * `a`       meaning of the first figure.
 * `b`       meaning of the second.
 * `joined`  meaning of both; a and b may be written over.
 *
 * `EDEFMIX`  b and a state different things.
 */
SKPI_CHECK skpi_status skpi_basis_join(const skpi_basis *a, const skpi_basis *b, skpi_basis *joined);
/** A meaning in words: "SKPI_DIGITAL_DEFINITION_NBS_CORE; vintage 2024; after census; current prices; currency 156;
 * unit 10^9"; "unstated" if it states nothing.
 *
 * `basis`       the meaning.
 * `text[room]`  text that is written.
 * `room`        room in bytes; 512 are enough.
 *
 * `EBUFFER`  room is below what is needed.
 */
SKPI_CHECK skpi_status skpi_basis_text(const skpi_basis *basis, char *text, size_t room);

#ifdef __cplusplus
}
#endif
#endif

/* libsmartkpi: statuses, error text, versions, structs that grow, the basis of a figure.
 *
 * How to read the comment of a function
 *   `share[n][n_years]`     an argument: n rows of n_years values, row-major; without brackets it is one value
 *   share, date, ...        the first words of an entry are its kind, which says what is allowed; the others say what
 *                           the argument is
 *   NULL = x, 0 = x         the argument may be NULL or 0, and then means x; an output that is NULL is not wanted
 *   NaN = missing           NaN is allowed and means a missing value; without this clause NaN is refused
 *   infinite = x            infinite values are allowed and mean x; without this clause they are refused
 *   may be x                an output may be the array x; without this clause no output may overlap an input
 *   unusual above x         above x the call computes and warns (WUNUSUAL, "percent?"); in the same manner "below x",
 *                           and "beyond x" for above x or below -x
 *   only for m = A, B       unless the choice m is A or B the argument must be NULL (or 0); with A or B it is needed,
 *                           unless "NULL = x" stands there
 *   `EDOM`  x is ...        a status that the kinds do not give, and its condition; the error names the argument x
 *
 * Kinds, what they refuse, and with which status
 *   number                  NaN and infinities (ENOTFINITE, as in all that follow)
 *   number in (0,1]         all outside (ERANGE); [ and ] are allowed ends, ( and ) are not
 *   share                   outside [0,1] (ERANGE)
 *   open share              a share of 0 or 1, which have no logit (EDOM)
 *   probability             outside (0,1) (ERANGE)
 *   growth                  a rate per year beyond 0.5 (ERANGE); beyond 0.1, where it may be in percent, it warns
 *                           (WUNUSUAL)
 *   URGD                    an urban-rural growth difference per year beyond 0.5 that would move its share by more than
 *                           0.05 a year (ERANGE); beyond 0.1 it warns
 *   decline, interest       a rate per year; interest beyond 5 (ERANGE); a decline above 0.5 and interest beyond 0.3
 *                           warn
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
 *   table of k              an empty table, years that do not increase, values that are not k (with the statuses of k)
 *   row status              nothing.  It is NULL or has n values.  With NULL the first bad row fails the call.
 *                           Otherwise each row has its own skpi_status, the outputs of a failed row are NaN or
 *                           SKPI_NONE, and the call returns SKPI_WROWS
 *
 * A NULL array whose count is not 0 is EINVAL.  Where a count of 0 stands for a default, a count of 0 beside an array
 * that is given is EINVAL too.  A struct of unknown size, flags or tail is ESTRUCT.  EXPERIMENTAL before a summary
 * means that the function may still change before 1.0.0.
 *
 * Arguments stand in this order: counts or tables, inputs, axis, options, outputs, row status.  n is the number of
 * rows, m the number of years of a table; a single place is n = 1.  Every struct begins with size and flags; set size
 * first (`{ .size = sizeof o }`; in C++ `T o{}; o.size = sizeof o;`).  Every member of options that is 0 or NULL has
 * its default.  A member of an out struct that is NULL is an output that is not wanted.
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
    SKPI_WROWS = 1,         /* some rows failed: their row statuses say which */
    SKPI_WHORIZON = 2,      /* a result lies beyond the horizon for which the method was calibrated */
    SKPI_WWEAKFIT = 4,      /* a fit does not determine its parameters, or the width of its interval */
    SKPI_WNOTCONVERGED = 8, /* an iteration reached its limit: the best iterate was returned */
    SKPI_WMISSING = 16,     /* missing values were skipped */
    SKPI_WADJUSTED = 32,    /* a documented limit changed a value */
    SKPI_WNEGATIVE = 64,    /* a value came out below 0, where it has no meaning */
    SKPI_WUNUSUAL = 128,    /* a value is so unusual for its kind that its unit should be checked */
    /* usage */
    SKPI_EINVAL = -1,  /* a pointer is NULL, or a number is none of the choices */
    SKPI_ESTRUCT = -2, /* a struct has an unknown size, flag or tail */
    SKPI_ESTATE = -3,  /* a handle is not in the state that the call needs */
    SKPI_EBUFFER = -4, /* the caller's buffer is too small */
    /* data */
    SKPI_EDOM = -20,          /* each value is allowed, but the formula is undefined there */
    SKPI_ERANGE = -21,        /* a value lies outside the interval of its kind */
    SKPI_ENOTFINITE = -22,    /* a value is NaN or infinite */
    SKPI_EZERODIV = -23,      /* a denominator is 0 */
    SKPI_ENOTSORTED = -24,    /* dates or years do not increase */
    SKPI_EDUPLICATE = -25,    /* a year or name is given twice */
    SKPI_ENODATA = -26,       /* there are too few values */
    SKPI_EDEFMIX = -27,       /* figures of different meaning would be combined */
    SKPI_ENOTFOUND = -28,     /* there is no such name, or no such event */
    SKPI_EINCONSISTENT = -29, /* inputs contradict each other */
    /* numerics */
    SKPI_EOVERFLOW = -40,      /* a result is beyond the range of a double */
    SKPI_ENOTCONVERGED = -41,  /* an iteration did not converge, and nothing is returned */
    SKPI_ESINGULAR = -42,      /* the equations have no unique solution */
    SKPI_EINFEASIBLE = -43,    /* no solution meets the target */
    SKPI_ENOTPRODUCTIVE = -44, /* an economy uses up more than it makes */
    SKPI_ENOTBINDING = -45,    /* the target is above all that can be met: it does not bind */
    /* environment */
    SKPI_ENOMEM = -60,             /* there is not enough memory */
    SKPI_ECANCELED = -61,          /* the progress function asked to stop */
    SKPI_ECORRUPT = -62,           /* the bytes are damaged, or hold something else */
    SKPI_ETHREAD = -63,            /* a thread could not be started, or is not in the child of a fork */
    SKPI_STATUS_WIDTH_ = INT32_MIN /* not a status: fixes the width of the enum */
} skpi_status;

/** What an int32_t output holds where there is no value, such as no such year. */
enum skpi_none {
    SKPI_NONE = INT32_MIN /* no value */
};

/** Name of a status, such as "SKPI_EDOM", as static text; never NULL.  Of several warnings it names the one with the
 * lowest bit.
 *
 * `status`  integer: what a function returned.
 */
SKPI_API const char *skpi_status_name(int32_t status);
/** Meaning of a status in one sentence, as static text; never NULL.
 *
 * `status`  integer: what a function returned.
 */
SKPI_API const char *skpi_status_message(int32_t status);
/** Words for this thread's last failure, or for the last value that a call found unusual (SKPI_WUNUSUAL); "" if there
 * was none.  They are valid until the thread's next failure or unusual value. */
SKPI_API const char *skpi_last_error(void);

/** This thread's last failure, in a form for programs. */
typedef struct skpi_error {
    uint32_t size, flags;
    int32_t status;              /* integer: skpi_status; 0 = this thread has seen no failure. */
    int32_t zero;                /* 0. */
    int64_t row, column;         /* integer: position in the argument, counted from 0; -1 where there is none. */
    double value;                /* number that was refused; NaN where there is none. */
    const char *function, *name; /* text, static: names of the function and the argument; a member is
                                  * "options->damping". */
} skpi_error;

/** Writes this thread's last failure, in a form for programs, into error; set its size first.
 *
 * `error`  the failure; its status is 0 and its names are empty if there was none.
 */
SKPI_CHECK skpi_status skpi_last_error_get(skpi_error *error);

/** Version of the library in use, such as "0.2.0", as static text; never NULL. */
SKPI_API const char *skpi_version(void);
/** Version of the library in use as a number: major << 16 | minor << 8 | patch. */
SKPI_API uint32_t skpi_version_number(void);
/** Size of a public struct in the library in use, with which a binding checks its mirror; 0 if there is no such struct.
 *
 * `name`  text: the struct's name in C, such as "skpi_table".
 */
SKPI_API size_t skpi_struct_size(const char *name);
/** Value of a public constant.
 *
 * `name`   text: the constant's name in C, such as "SKPI_EDOM".
 * `value`  integer: its value in the library in use.
 *
 * `ENOTFOUND`  name is not known.
 */
SKPI_CHECK skpi_status skpi_constant(const char *name, int64_t *value);
/** Name of a choice, such as "SKPI_SERIES_MODEL_LOGISTIC", as static text; NULL if no choice has the number.  No two
 * choices of the library have the same number.  Statuses and flags are not choices.
 *
 * `value`  integer: a choice's number.
 */
SKPI_API const char *skpi_constant_name(int32_t value);

/** Reports the progress of long work, in the calling thread; if it returns anything but 0, the work stops with
 * SKPI_ECANCELED.  It must return, and neither throw nor jump out: other threads may be at work. */
typedef int32_t (*skpi_progress)(uint64_t done, uint64_t total, void *user);

/** How final a figure is. */
enum skpi_basis_revision {
    SKPI_BASIS_REVISION_PRELIMINARY = 3101, /* first release */
    SKPI_BASIS_REVISION_VERIFIED = 3102,    /* revised by the yearbook */
    SKPI_BASIS_REVISION_CENSUS = 3103       /* revised after an economic census */
};
/** Prices that amounts of money are in. */
enum skpi_basis_prices {
    SKPI_BASIS_PRICES_CURRENT = 3201 /* prices of the figure's own year */
};
/** Number from which powers of ten are counted. */
enum skpi_basis_scale {
    SKPI_BASIS_SCALE_ONE = 1000 /* single units; thousands are 1003 */
};
/** Flags of a basis. */
enum skpi_basis_flag {
    SKPI_BASIS_FLAG_LINKED = 1 /* part of the series had another meaning and was linked by a factor */
};
/** What a figure means.  A member of 0 is unstated.  Functions of two figures refuse members that both state and that
 * differ (SKPI_EDEFMIX), and a member that is none of its constants (SKPI_EINVAL). */
typedef struct skpi_basis {
    uint32_t size, flags;   /* flags: enum skpi_basis_flag. */
    int32_t definition;     /* integer: a constant of an enum skpi_..._definition. */
    int32_t classification; /* integer: edition of the classification, as the caller numbers it, for example by its
                             * year. */
    int32_t vintage;        /* integer: year of release. */
    int32_t revision;       /* enum skpi_basis_revision; 0 = unstated. */
    int32_t prices;         /* integer: SKPI_BASIS_PRICES_CURRENT, or the base year of constant prices. */
    int32_t currency;       /* integer: ISO 4217 number. */
    int32_t scale;          /* integer: power of ten of the unit + SKPI_BASIS_SCALE_ONE. */
    int32_t gwp;            /* enum skpi_carbon_gwp; 0 = unstated. */
} skpi_basis;

/** One quantity for n places and m years.  The library neither copies nor frees its arrays. */
typedef struct skpi_table {
    uint32_t size, flags;
    size_t n, m;             /* count of places, of years; at least 1. */
    const int32_t *year;     /* [m] years, evenly spaced or not. */
    const double *value;     /* [n][m] number, or the kind that the function states. */
    const skpi_basis *basis; /* NULL = unstated. */
} skpi_table;

/** Meaning of a figure that is made of two others: it states what either of them states, and is linked if one of them
 * is.
 *
 * `a`       meaning of the first figure.
 * `b`       meaning of the second.
 * `joined`  meaning of the new figure; it may be a or b.
 *
 * `EDEFMIX`  b and a state different things.
 */
SKPI_CHECK skpi_status skpi_basis_join(const skpi_basis *a, const skpi_basis *b, skpi_basis *joined);
/** Writes a meaning in words, such as "SKPI_DIGITAL_DEFINITION_NBS_CORE; vintage 2024; after census; current prices;
 * currency 156; unit 10^9", or "unstated" if it states nothing.
 *
 * `basis`       the meaning.
 * `text[room]`  text: the words, ended by a zero byte.
 * `room`        room in bytes of text; 512 are enough.
 *
 * `EBUFFER`  room is below what is needed.
 */
SKPI_CHECK skpi_status skpi_basis_text(const skpi_basis *basis, char *text, size_t room);

#ifdef __cplusplus
}
#endif
#endif

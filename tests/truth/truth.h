/* Closed formulas of the library beside the same formulas in __float128, which has 113 bits.
 *
 * A truth draws an input by the functions below, calls the library, computes the formula of the paper in quad, and
 * compares by truth_is.  Nothing of a truth is of the library: neither code nor a helper; only constants of the public
 * headers are.
 *
 * An error is |result - truth| in units of 2^-52 of the largest term of the formula.  The largest term, and not the
 * result, because a difference of nearly equal terms cannot be better than its terms; a formula without differences
 * has its result as the largest term, and its error is relative.  In an exponent the term is the exponent, exp(x) being
 * known to |x| units at best.  Below 2.2e-308 a unit is the least number above 0.
 */
#ifndef SKPI_TRUTH_H
#define SKPI_TRUTH_H
#include <float.h>
#include <math.h>
#include <quadmath.h>
#include <smartkpi.h>
#include <stdbool.h>

typedef __float128 quad;

/* How far inputs go: as cities and countries have them; 1e-30 to 1e30 and shares within 1e-9 of 0 and 1; all normal
 * numbers, 2.3e-308 to 1.8e308, and shares as near to 0 and 1. */
typedef enum truth_regime { TRUTH_REALISTIC, TRUTH_WIDE, TRUTH_EXTREME } truth_regime;
enum { TRUTH_REGIMES = 3, TRUTH_DRAWN = 4096, TRUTH_ROOM = 16384 };

/* One input: what was drawn for it, and how far the result was off. */
typedef struct truth {
    truth_regime regime;
    bool
        exact; /* a number drawn now is not another one but for its rounding: it may be a copy of the last, and no near one */
    uint64_t state;
    double centre, spread; /* powers of ten of the quantities of this input */
    double last;           /* the last quantity */
    size_t n_drawn, n_used;
    const char *name[TRUTH_DRAWN];
    double drawn[TRUTH_DRAWN];
    double room[TRUTH_ROOM];
    bool computed;
    skpi_status status;
    double worst; /* units */
    const char *what;
    double got, want;
} truth;

/* Numbers, by kind.  The name is that of the argument. */
double truth_quantity(truth *t, const char *name);                            /* above 0 */
double truth_number(truth *t, const char *name);                              /* of any sign, or 0 */
double truth_share(truth *t, const char *name);                               /* between 0 and 1 */
double truth_closed_share(truth *t, const char *name);                        /* also 0 and 1 */
double truth_probability(truth *t, const char *name);                         /* between 0 and 1 */
double truth_growth(truth *t, const char *name);                              /* -0.5 to 0.5 */
double truth_date(truth *t, const char *name);                                /* 1500 to 2400 */
double truth_between(truth *t, const char *name, double low, double high);    /* low and high included */
int32_t truth_integer(truth *t, const char *name, int32_t low, int32_t high); /* low and high included */
size_t truth_count(truth *t, const char *name, size_t low, size_t high);      /* low and high included */
double *truth_many(truth *t, size_t n, double (*draw)(truth *, const char *), const char *name); /* n of a kind */
double *truth_room(truth *t, size_t n);   /* n places for results, all NaN */
int32_t *truth_years(truth *t, size_t n); /* n years that increase */

/* Whether the call gave results.  Statuses of data and numerics are refusals; any other failure is a fault. */
bool truth_given(truth *t, skpi_status status);
/* Compares a result.  term is the largest term, if it is not the result. */
void truth_is(truth *t, const char *what, double got, quad want, quad term);
/* Compares with logistic(x) and with exp(x), where the terms of x are up to size. */
void truth_is_share(truth *t, const char *what, double got, quad x, quad size);
void truth_is_exp(truth *t, const char *what, double got, quad x, quad size);
/* Compares whole numbers. */
void truth_same(truth *t, const char *what, int64_t got, int64_t want);

/* Whether two numbers differ, and by no more than their rounding. */
bool truth_alike(double a, double b);
/* Textbook functions in quad. */
quad truth_logit(quad p);
quad truth_logistic(quad x);
quad truth_normal(quad z);          /* distribution function */
quad truth_normal_quantile(quad p); /* by Newton's method */
quad truth_larger(quad a, quad b);
quad truth_within(quad x, quad low, quad high);
quad truth_median(quad *x, size_t n); /* sorts x */
/* S, its variance, z and p of Mann and Kendall, and Sen's slope, of up to 9 years; steep is the largest term of a slope. */
typedef struct truth_trend {
    quad s, variance, z, p, slope, steep;
} truth_trend;
quad truth_apart(size_t n, const double *value, size_t from, size_t to);
truth_trend truth_trend_of(size_t n, const int32_t *year, const double *value);

typedef struct truth_formula {
    const char *function;
    void (*compare)(truth *t);
    double bound[TRUTH_REGIMES]; /* units */
} truth_formula;
#define TRUTH(function, realistic, wide, extreme)                         \
    {                                                                     \
        "skpi_" #function, truth_##function, { realistic, wide, extreme } \
    }
extern const truth_formula truth_urban[], truth_carbon[], truth_carbon_paths[], truth_economy[], truth_economy_tables[],
    truth_series[], truth_index[], truth_digital[];

#endif

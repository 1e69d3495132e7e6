/* Options of the urban module, read and checked once, in the form that the computation needs. */
#ifndef SKPI_URBAN_OPTIONS_H
#define SKPI_URBAN_OPTIONS_H
#include "core/error.h"
#include "core/struct.h"
#include <smartkpi/urban.h>

enum {
    SKPI__URBAN_SIZES_MOST = 2, /* size classes of a norm */
    SKPI__URBAN_MEAN_MOST = 10  /* methods that a mean can have: all but itself */
};

typedef struct skpi__urban_rules {
    int32_t method;
    int fallback;   /* one observation alone is enough */
    size_t n_sizes; /* 1: one norm for all size classes; 2: one for large places, one for small ones */
    size_t n_terms; /* coefficients of each, at least 1 */
    const double *norm;
    int limited; /* the URGD at the start has limits */
    double urgd_min, urgd_max;
    double damping, converge_to, converge_by;
    double ceiling;   /* 0 = fitted */
    size_t n_windows; /* 0 = by the method */
    const double *window;
    size_t n_mean; /* 0: the method is no mean */
    const int32_t *mean_method;
    double mean_weight[SKPI__URBAN_MEAN_MOST]; /* sum 1 */
    int norm_checked;                          /* the method uses a norm of the caller's own */
    int32_t unusual;                           /* SKPI_WUNUSUAL if an option is */
} skpi__urban_rules;

/* What the members are called in an error. */
typedef struct skpi__urban_option_names {
    skpi__struct_names frame;
    const char *method, *zero, *n_sizes, *n_terms, *norm, *urgd_min, *urgd_max, *damping, *converge_to, *converge_by;
    const char *ceiling, *n_windows, *window, *n_mean, *mean_method, *mean_weight;
} skpi__urban_option_names;
extern const skpi__urban_option_names skpi__urban_options_names; /* "options->method" */
extern const skpi__urban_option_names skpi__urban_project_names; /* "options->project->method" */

/* Reads and checks options; NULL is all defaults.  Refuses what the contract of skpi_urban_options says.  A call reads
 * them first, because the size classes depend on them, and returns their failure after those of the arguments that
 * stand before options: the words are those of the later failure. */
skpi_status skpi__urban_rules_read(skpi__at at, const skpi__urban_option_names *names,
                                   const skpi_urban_options *options, skpi__urban_rules *rules);
static inline skpi_status skpi__urban_rules_take(skpi__at at, const skpi_urban_options *options,
                                                 skpi__urban_rules *rules)
{
    const skpi_status s = skpi__urban_rules_read(at, &skpi__urban_options_names, options, rules);
    if (s) rules->n_sizes = 0; /* what was refused asks for no size classes */
    return s;
}
/* The growth difference of a place with that share, after the limits: SKPI_OK, ENOTFINITE, ERANGE; and whether it, or
 * the norm at that share, is unusual. */
skpi_status skpi__urban_urgd_check(skpi__at at, const skpi__urban_rules *rules, const char *name, double urgd,
                                   double share);
skpi_status skpi__urban_urgd_unusual(skpi__at at, const skpi__urban_rules *rules, const char *name, double urgd,
                                     double share);
/* A norm of the caller's own at a share: beyond 0.5 a year ERANGE. */
skpi_status skpi__urban_norm_check(skpi__at at, const skpi__urban_rules *rules, int32_t size_class, double share);
skpi_status skpi__urban_norm_unusual(skpi__at at, const skpi__urban_rules *rules, int32_t size_class, double share);
/* One of enum skpi_urban_method, else EINVAL. */
skpi_status skpi__urban_method_check(skpi__at at, const char *name, int32_t method);
/* Whether the rules' method is this one, or a mean that has it. */
int skpi__urban_rules_use(const skpi__urban_rules *rules, int32_t method);
/* EINVAL if the method, or one of the mean's, needs a history. */
skpi_status skpi__urban_rules_memoryless(skpi__at at, const skpi__urban_rules *rules);

/* The array of n size classes: EINVAL if it is NULL although a norm of two sizes is used by the rules' method, or by
 * the fallback of histories. */
skpi_status skpi__urban_sizes_given(skpi__at at, const char *name, size_t n, const int32_t *size_class,
                                    const skpi__urban_rules *rules, int history);
/* One of enum skpi_urban_size, else EINVAL. */
skpi_status skpi__urban_size_check(skpi__at at, const char *name, int32_t size_class);
/* Size class i of an array that may be NULL: then the only one. */
static inline int32_t skpi__urban_size_at(const int32_t *size_class, size_t i)
{
    return size_class ? size_class[i] : (int32_t)SKPI_URBAN_SIZE_LARGE;
}

/* Coefficients of the norm of a size class, found without a branch: classes come in any order. */
static inline const double *skpi__urban_norm_of(const skpi__urban_rules *rules, int32_t size_class)
{
    const size_t k = (size_t)((rules->n_sizes > 1) & (size_class == SKPI_URBAN_SIZE_SMALL));
    return rules->norm + k * rules->n_terms;
}
/* h(p) = sum of c_k p^k of n terms, per year. */
static inline double skpi__urban_polynomial(size_t n_terms, const double *c, double p)
{
    double h = c[n_terms - 1];
    for (size_t k = n_terms - 1; k-- > 0;) h = h * p + c[k];
    return h;
}
static inline double skpi__urban_h(const skpi__urban_rules *rules, int32_t size_class, double p)
{
    return skpi__urban_polynomial(rules->n_terms, skpi__urban_norm_of(rules, size_class), p);
}

#endif

/* Options of the urban module, read and checked once, in the form that the computation needs. */
#ifndef SKPI_URBAN_OPTIONS_H
#define SKPI_URBAN_OPTIONS_H
#include "core/error.h"
#include "core/struct.h"
#include <smartkpi/urban.h>

enum {
    SKPI__URBAN_SIZES_MOST = 2, /* the most size classes of a norm */
    SKPI__URBAN_MEAN_MOST = 10  /* the most methods of a mean: all methods except the mean itself */
};

typedef struct skpi__urban_rules {
    int32_t method;
    int fallback;   /* 1: a place with a single observation uses the norm */
    size_t n_sizes; /* 1: one norm for all size classes; 2: one for large places, one for small ones */
    size_t n_terms; /* number of coefficients of each norm, at least 1 */
    const double *norm;
    int limited; /* 1: the growth difference at the start has limits */
    double urgd_min, urgd_max;
    double damping, converge_to, converge_by;
    double ceiling;   /* 0: fitted */
    size_t n_windows; /* 0: the method's own windows */
    const double *window;
    size_t n_mean; /* 0: the method is not a mean */
    const int32_t *mean_method;
    double mean_weight[SKPI__URBAN_MEAN_MOST]; /* weights with the sum 1 */
    int norm_checked;                          /* 1: the method uses a norm given by the caller */
    int32_t unusual;                           /* SKPI_WUNUSUAL if an option is unusual, else 0 */
} skpi__urban_rules;

/* The members' names in errors. */
typedef struct skpi__urban_option_names {
    skpi__struct_names frame;
    const char *method, *zero, *n_sizes, *n_terms, *norm, *urgd_min, *urgd_max, *damping, *converge_to, *converge_by;
    const char *ceiling, *n_windows, *window, *n_mean, *mean_method, *mean_weight;
} skpi__urban_option_names;
extern const skpi__urban_option_names skpi__urban_options_names; /* "options->method" */
extern const skpi__urban_option_names skpi__urban_project_names; /* "options->project->method" */

/* Reads and checks options; NULL means all defaults.  Refuses what the contract of skpi_urban_options excludes.  A
 * caller calls this first, because the number of size classes depends on the options, but it returns this failure only
 * after the arguments that stand before options have passed.  A later failure then also replaces the words. */
skpi_status skpi__urban_rules_read(skpi__at at, const skpi__urban_option_names *names,
                                   const skpi_urban_options *options, skpi__urban_rules *rules);
static inline skpi_status skpi__urban_rules_take(skpi__at at, const skpi_urban_options *options,
                                                 skpi__urban_rules *rules)
{
    const skpi_status s = skpi__urban_rules_read(at, &skpi__urban_options_names, options, rules);
    if (s) rules->n_sizes = 0; /* after a refusal no size classes are required */
    return s;
}
/* Checks the growth difference of a place with that share, after the limits (SKPI_OK, ENOTFINITE, ERANGE), and tells
 * whether it, or the norm at that share, is unusual. */
skpi_status skpi__urban_urgd_check(skpi__at at, const skpi__urban_rules *rules, const char *name, double urgd,
                                   double share);
skpi_status skpi__urban_urgd_unusual(skpi__at at, const skpi__urban_rules *rules, const char *name, double urgd,
                                     double share);
/* Checks a norm given by the caller at a share: ERANGE beyond 0.5 a year. */
skpi_status skpi__urban_norm_check(skpi__at at, const skpi__urban_rules *rules, int32_t size_class, double share);
skpi_status skpi__urban_norm_unusual(skpi__at at, const skpi__urban_rules *rules, int32_t size_class, double share);
/* EINVAL unless method is one of enum skpi_urban_method. */
skpi_status skpi__urban_method_check(skpi__at at, const char *name, int32_t method);
/* Whether the rules' method is this one, or is a mean that contains it. */
int skpi__urban_rules_use(const skpi__urban_rules *rules, int32_t method);
/* EINVAL if the method, or one of the mean's methods, needs a history. */
skpi_status skpi__urban_rules_memoryless(skpi__at at, const skpi__urban_rules *rules);

/* Checks the array of n size classes: EINVAL if it is NULL although the rules' method, or the fallback of histories,
 * uses a norm with two size classes. */
skpi_status skpi__urban_sizes_given(skpi__at at, const char *name, size_t n, const int32_t *size_class,
                                    const skpi__urban_rules *rules, int history);
/* EINVAL unless size_class is one of enum skpi_urban_size. */
skpi_status skpi__urban_size_check(skpi__at at, const char *name, int32_t size_class);
/* Size class i of the array; LARGE if the array is NULL, because then there is only one norm. */
static inline int32_t skpi__urban_size_at(const int32_t *size_class, size_t i)
{
    return size_class ? size_class[i] : (int32_t)SKPI_URBAN_SIZE_LARGE;
}

/* Coefficients of the norm of a size class.  The position is computed without a branch, because classes come in any
 * order and a branch could not be predicted. */
static inline const double *skpi__urban_norm_of(const skpi__urban_rules *rules, int32_t size_class)
{
    const size_t k = (size_t)((rules->n_sizes > 1) & (size_class == SKPI_URBAN_SIZE_SMALL));
    return rules->norm + k * rules->n_terms;
}
/* The polynomial h(p) = sum of c_k p^k with n terms, per year. */
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

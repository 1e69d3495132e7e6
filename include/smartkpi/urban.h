/* Urbanisation.  Shares are fractions, rates per year, continuous. */
#ifndef SMARTKPI_URBAN_H
#define SMARTKPI_URBAN_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

enum skpi_urban_definition { SKPI_URBAN_NATIONAL = 101, SKPI_URBAN_DEGURBA = 102 };
/* World norm of areas with at least two million inhabitants in the revision's base year, and of smaller ones. */
enum skpi_urban_law { SKPI_URBAN_LARGE = 1, SKPI_URBAN_SMALL = 2 };
enum skpi_urban_method { SKPI_URBAN_UN = 1 };

typedef struct skpi_urban_options {
    uint32_t size, flags;
    int32_t method, zero;      /* method: 0 = SKPI_URBAN_UN; zero: 0 */
    size_t n_norm;             /* coefficients per law; 0 = the world norm of 2018 */
    const double *norm;        /* 2 x n_norm, large law first: h(p) = sum c_k p^k, per year */
    double urgd_min, urgd_max; /* limits on the base URGD, per year; both 0 = none */
} skpi_urban_options;

/* Urban-rural growth difference between two observations, per year. */
SKPI_API skpi_status skpi_urban_urgd(size_t n, const double *t1, const double *share1, const double *t2,
                                     const double *share2, double *urgd, int32_t *status);
/* Hypothetical growth difference of the world norm at a share, per year. */
SKPI_API skpi_status skpi_urban_norm(size_t n, const double *share, const int32_t *law,
                                     const skpi_urban_options *options, double *urgd, int32_t *status);

/* Projection from parameters; common axis first_year .. first_year + n_years - 1, after each row's last_year. */
typedef struct skpi_urban_project_out {
    uint32_t size, flags;
    double *share, *urgd; /* n x n_years each */
} skpi_urban_project_out;
SKPI_API skpi_status skpi_urban_project(size_t n, const int32_t *last_year, const double *share, const double *urgd,
                                        const int32_t *law, int32_t first_year, size_t n_years,
                                        const skpi_urban_options *options, skpi_urban_project_out *out,
                                        int32_t *status);
/* Urban and rural population from shares and totals, n x m each; urban or rural may be NULL. */
SKPI_API skpi_status skpi_urban_population(size_t n, size_t m, const double *share, const double *total,
                                           double *urban, double *rural);
/* Quantiles of the forecast from a table of logit errors by horizon. */
SKPI_API skpi_status skpi_urban_interval(size_t n, size_t n_years, const int32_t *last_year, int32_t first_year,
                                         const double *share /* n x n_years */, size_t n_h, const int32_t *horizon,
                                         const double *table /* n_h x n_prob; NULL: the shipped table */,
                                         size_t n_prob, const double *prob, double *out /* n x n_years x n_prob */,
                                         int32_t *status);
/* Cities of one country from its urban population (n_years + 1 values, base first). */
SKPI_API skpi_status skpi_urban_cities(size_t n, const double *population, const double *growth, size_t n_years,
                                       const double *urban, double *out /* n x n_years */, int32_t *status);
SKPI_API const char *skpi_urban_method_name(int32_t method); /* "un"; NULL = no such method */

#ifdef __cplusplus
}
#endif
#endif

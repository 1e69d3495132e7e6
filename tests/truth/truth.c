/* Compares closed formulas with __float128 (truth.h): draws inputs, keeps the worst error of each formula and regime,
 * and fails where one is above its bound.
 *
 * usage: truth [--inputs N] [--seed N] [--bounds] [function...]
 *   --inputs  inputs of each function and regime, 1000 by default
 *   --seed    another sequence of inputs
 *   --bounds  prints functions and bounds, and compares nothing
 */
#include "truth/truth.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const truth_formula *const truth_modules[] = {truth_urban,          truth_carbon,  truth_carbon_paths,
                                                     truth_economy_tables, truth_economy, truth_digital,
                                                     truth_series,         truth_index};
static const char *const truth_regime_name[] = {"realistic", "wide", "extreme"};

/* ---- numbers */

static uint64_t truth_bits(truth *t) /* splitmix64 */
{
    uint64_t z = t->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}
static double truth_uniform(truth *t, double low, double high)
{
    const double u = (double)(truth_bits(t) >> 11) * 0x1p-53;
    return low + (high - low) * u;
}
static bool truth_chance(truth *t, unsigned of) { return truth_bits(t) % of == 0; }
static double truth_drew(truth *t, const char *name, double value)
{
    if (t->n_drawn < TRUTH_DRAWN) {
        t->name[t->n_drawn] = name;
        t->drawn[t->n_drawn++] = value;
    }
    return value;
}

/* A positive number of this input's size; in the wide and extreme regimes one in 16 is the last one, or next to it. */
static double truth_size(truth *t)
{
    static const double ends[] = {DBL_MAX, DBL_MIN, 1};
    if (t->regime == TRUTH_REALISTIC) return pow(10, truth_uniform(t, 0, 6));
    if (t->last > 0 && truth_chance(t, 16))
        return fmin(t->last * (1 + 0x1p-52 * (double)(t->exact ? 0 : truth_bits(t) % 4)), DBL_MAX);
    if (t->regime == TRUTH_EXTREME && truth_chance(t, 64)) return ends[truth_bits(t) % 3];
    const double limit = t->regime == TRUTH_WIDE ? 30 : 307.6;
    return t->last = pow(10, truth_uniform(t, fmax(t->centre - t->spread, -limit), fmin(t->centre + t->spread, limit)));
}
double truth_quantity(truth *t, const char *name) { return truth_drew(t, name, truth_size(t)); }
double truth_number(truth *t, const char *name)
{
    if (t->regime != TRUTH_REALISTIC && truth_chance(t, 32)) return truth_drew(t, name, 0);
    const double size = truth_size(t);
    return truth_drew(t, name, truth_chance(t, 2) ? -size : size);
}
static double truth_fraction(truth *t)
{
    if (t->regime == TRUTH_REALISTIC) return truth_uniform(t, 0.01, 0.99);
    if (truth_chance(t, 4)) return truth_uniform(t, 0.01, 0.99);
    const double least = pow(10, t->regime == TRUTH_WIDE ? truth_uniform(t, -9, 0) : truth_uniform(t, -307, 0));
    if (truth_chance(t, 2)) return fmin(least, 1 - 0x1p-53);
    return 1 - fmax(t->regime == TRUTH_WIDE ? least : pow(2, truth_uniform(t, -53, 0)), 0x1p-53);
}
double truth_share(truth *t, const char *name)
{
    double p = truth_fraction(t);
    if (p <= 0 || p >= 1) p = 0.5;
    return truth_drew(t, name, p);
}
double truth_probability(truth *t, const char *name) { return truth_share(t, name); }
double truth_closed_share(truth *t, const char *name)
{
    if (t->regime != TRUTH_REALISTIC && truth_chance(t, 16)) return truth_drew(t, name, truth_chance(t, 2) ? 0 : 1);
    return truth_share(t, name);
}
bool truth_alike(double a, double b) { return a != b && fabs(a - b) <= 0x1p-49 * fmax(fabs(a), fabs(b)); }
double truth_between(truth *t, const char *name, double low, double high)
{
    double x = truth_uniform(t, low, high);
    if (t->regime == TRUTH_EXTREME && truth_chance(t, 4)) {
        const double part = pow(10, truth_uniform(t, -300, 0));
        x = truth_chance(t, 2) ? low + (high - low) * part : high - (high - low) * part;
        if (low <= 0 && high >= 0 && truth_chance(t, 2)) x = (truth_chance(t, 2) ? high : low) * part;
    }
    return truth_drew(t, name, fmin(fmax(x, low), high));
}
double truth_growth(truth *t, const char *name)
{
    const double limit = t->regime == TRUTH_REALISTIC ? 0.1 : 0.5;
    return truth_between(t, name, -limit, limit);
}
double truth_date(truth *t, const char *name)
{
    return t->regime == TRUTH_REALISTIC ? truth_between(t, name, 1950, 2100) : truth_between(t, name, 1500, 2400);
}
int32_t truth_integer(truth *t, const char *name, int32_t low, int32_t high)
{
    const int32_t x = low + (int32_t)(truth_bits(t) % (uint64_t)(high - low + 1));
    truth_drew(t, name, x);
    return x;
}
size_t truth_count(truth *t, const char *name, size_t low, size_t high)
{
    return (size_t)truth_integer(t, name, (int32_t)low, (int32_t)high);
}
double *truth_room(truth *t, size_t n)
{
    if (n > TRUTH_ROOM - t->n_used) {
        fputs("an input needs more room than TRUTH_ROOM\n", stderr);
        exit(2);
    }
    double *found = t->room + t->n_used;
    t->n_used += n;
    for (size_t i = 0; i < n; i++) found[i] = (double)NAN;
    return found;
}
double *truth_many(truth *t, size_t n, double (*draw)(truth *, const char *), const char *name)
{
    double *found = truth_room(t, n);
    for (size_t i = 0; i < n; i++) found[i] = draw(t, name);
    return found;
}
int32_t *truth_years(truth *t, size_t n)
{
    int32_t *year = (int32_t *)truth_room(t, n);
    for (size_t i = 0; i < n; i++)
        year[i] = i ? year[i - 1] + truth_integer(t, "step", 1, t->regime == TRUTH_REALISTIC ? 5 : 10)
                    : truth_integer(t, "first year", t->regime == TRUTH_REALISTIC ? 1960 : 1500, 2020);
    return year;
}

/* ---- comparison */

bool truth_given(truth *t, skpi_status status)
{
    t->status = status;
    if (status < 0) return false;
    return t->computed = true;
}
void truth_is(truth *t, const char *what, double got, quad want, quad term)
{
    const quad size = truth_larger(truth_larger(fabsq(want), fabsq(term)), (quad)DBL_MIN);
    double error = (double)(fabsq(got - want) / (size * (quad)DBL_EPSILON));
    if (isnanq(want))
        error = isnan(got) ? 0 : HUGE_VAL;
    else if (isinfq(want))
        error = got == (double)want ? 0 : HUGE_VAL;
    else if (!isfinite(got) || !(error >= 0))
        error = HUGE_VAL;
    if (error < t->worst || (error == 0 && t->what)) return;
    t->worst = error;
    t->what = what;
    t->got = got;
    t->want = (double)want;
}
void truth_is_share(truth *t, const char *what, double got, quad x, quad size)
{
    const quad p = truth_logistic(x);
    truth_is(t, what, got, p, p + p * (1 - p) * truth_larger(fabsq(x), size));
}
void truth_is_exp(truth *t, const char *what, double got, quad x, quad size)
{
    truth_is(t, what, got, expq(x), expq(x) * (1 + truth_larger(fabsq(x), size)));
}
void truth_same(truth *t, const char *what, int64_t got, int64_t want)
{
    truth_is(t, what, (double)got, got == want ? (quad)got : (quad)want + 1e300Q, 0);
}

/* ---- textbook */

quad truth_larger(quad a, quad b) { return a > b ? a : b; }
quad truth_within(quad x, quad low, quad high) { return x < low ? low : x > high ? high : x; }
quad truth_median(quad *x, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t j = i; j > 0 && x[j] < x[j - 1]; j--) {
            const quad swap = x[j];
            x[j] = x[j - 1];
            x[j - 1] = swap;
        }
    return n % 2 ? x[n / 2] : (x[n / 2 - 1] + x[n / 2]) / 2;
}
/* The difference of two values of a row; 0 if it is no more than the rounding of the largest. */
quad truth_apart(size_t n, const double *value, size_t from, size_t to)
{
    double most = 0;
    for (size_t i = 0; i < n; i++) most = fmax(most, fabs(value[i]));
    return fabs(value[to] - value[from]) <= 0x1p-49 * most ? 0 : (quad)value[to] - value[from];
}
truth_trend truth_trend_of(size_t n, const int32_t *year, const double *value)
{
    truth_trend x = {0, 0, 0, 0, 0, 0};
    quad slope[36], ties = 0;
    size_t pairs = 0;
    for (size_t i = 0; i < n; i++) {
        quad same = 0; /* of a group of k there are k, k - 1 ... 1 from each on: k (k - 1)(2 k + 5) is the sum below */
        for (size_t j = i; j < n; j++) same += truth_apart(n, value, i, j) == 0;
        ties += 6 * (same - 1) * (same + 1);
        for (size_t j = i + 1; j < n; j++) {
            const quad apart = truth_apart(n, value, i, j);
            x.s += (apart > 0) - (apart < 0);
            slope[pairs++] = apart / (year[j] - year[i]);
            x.steep = truth_larger(x.steep, truth_larger(fabsq(value[i]), fabsq(value[j])) / (year[j] - year[i]));
        }
    }
    x.variance = ((quad)n * (n - 1) * (2 * n + 5) - ties) / 18;
    x.z = x.s > 0 ? (x.s - 1) / sqrtq(x.variance) : x.s < 0 ? (x.s + 1) / sqrtq(x.variance) : 0;
    x.p = erfcq(fabsq(x.z) / sqrtq(2));
    x.slope = truth_median(slope, pairs);
    return x;
}
quad truth_logit(quad p) { return logq(p / (1 - p)); }
quad truth_logistic(quad x) { return 1 / (1 + expq(-x)); }
quad truth_normal(quad z) { return erfcq(-z / sqrtq(2)) / 2; }
quad truth_normal_quantile(quad p)
{
    if (p > 0.5Q) return -truth_normal_quantile(1 - p);
    quad z = -sqrtq(-2 * logq(p)); /* below the quantile: from there the steps on ln(distribution) rise to it */
    for (int i = 0; i < 60; i++) {
        const quad f = truth_normal(z), step = (logq(p) - logq(f)) * f / (expq(-z * z / 2) / sqrtq(2 * M_PIq));
        z += step;
        if (fabsq(step) <= 1e-31Q * (1 + fabsq(z))) break;
    }
    return z;
}

/* ---- the program */

static uint64_t truth_hash(const char *text, uint64_t h)
{
    for (; *text; text++) h = (h ^ (uint8_t)*text) * UINT64_C(0x100000001b3);
    return h;
}

static void truth_begin(truth *t, const truth_formula *f, truth_regime regime, uint64_t seed, uint64_t input)
{
    t->regime = regime;
    t->state = truth_hash(f->function, UINT64_C(0xcbf29ce484222325) + seed) +
               (input << 2 | (uint64_t)regime) * UINT64_C(0x632be59bd9b4e019);
    truth_bits(t);
    const double limit = regime == TRUTH_WIDE ? 28 : 306;
    t->centre = truth_uniform(t, -limit, limit);
    t->spread = truth_chance(t, 4) ? 2 * limit : truth_chance(t, 3) ? 15 : 2;
    t->last = 0;
    t->n_drawn = t->n_used = 0;
    t->computed = false;
    t->status = SKPI_OK;
    t->worst = 0;
    t->what = NULL;
}

static void truth_print(const truth *t, const truth_formula *f)
{
    printf("  %s, %s: %s is %a (%.17g) instead of %a (%.17g), %.3g units off\n", f->function,
           truth_regime_name[t->regime], t->what ? t->what : "-", t->got, t->got, t->want, t->want, t->worst);
    if (t->status) printf("  %s: %s\n", skpi_status_name(t->status), skpi_last_error());
    for (size_t i = 0; i < t->n_drawn; i++) printf("    %s = %a\n", t->name[i], t->drawn[i]);
}

/* A failure that is no refusal, or any failure where inputs are realistic, is a fault. */
static bool truth_wrong(const truth *t, const truth_formula *f)
{
    if (t->status < 0) return t->regime == TRUTH_REALISTIC || t->status > SKPI_EDOM || t->status < SKPI_ENOTBINDING;
    return !(t->worst <= f->bound[t->regime]);
}

static int truth_compare(truth *t, truth *worst, const truth_formula *f, uint64_t inputs, uint64_t seed)
{
    int faults = 0;
    char line[256];
    int at = snprintf(line, sizeof line, "%s:", f->function);
    for (int r = 0; r < TRUTH_REGIMES; r++) {
        uint64_t computed = 0;
        int shown = 0;
        worst->worst = -1;
        for (uint64_t i = 0; i < inputs; i++) {
            truth_begin(t, f, (truth_regime)r, seed, i);
            f->compare(t);
            computed += t->computed;
            if (t->computed && t->worst > worst->worst) *worst = *t;
            if (!truth_wrong(t, f)) continue;
            if (shown++ < 2) truth_print(t, f);
        }
        if (computed * 10 < inputs) {
            printf("  %s, %s: of %llu inputs only %llu are computed\n", f->function, truth_regime_name[r],
                   (unsigned long long)inputs, (unsigned long long)computed);
            shown++;
        }
        faults += shown;
        at += snprintf(line + at, sizeof line - (size_t)at, " %s %.3g of %g (%.0f %%)%s", truth_regime_name[r],
                       worst->worst, f->bound[r], 100 * (double)computed / (double)inputs,
                       r + 1 < TRUTH_REGIMES ? "," : "");
    }
    printf("%s %s\n", faults ? "FAIL" : "ok", line);
    fflush(stdout);
    return faults != 0;
}

int main(int argc, char **argv)
{
    static truth now, worst;
    uint64_t inputs = 1000, seed = 0;
    bool bounds = false;
    int first = 1, faults = 0, compared = 0;
    for (; first < argc && argv[first][0] == '-'; first++) {
        if (strcmp(argv[first], "--bounds") == 0)
            bounds = true;
        else if (strcmp(argv[first], "--inputs") == 0 && first + 1 < argc)
            inputs = strtoull(argv[++first], NULL, 10);
        else if (strcmp(argv[first], "--seed") == 0 && first + 1 < argc)
            seed = strtoull(argv[++first], NULL, 10);
        else {
            fputs("usage: truth [--inputs N] [--seed N] [--bounds] [function...]\n", stderr);
            return 2;
        }
    }
    for (size_t m = 0; m < sizeof truth_modules / sizeof *truth_modules; m++) {
        for (const truth_formula *f = truth_modules[m]; f->function; f++) {
            bool wanted = first == argc;
            for (int i = first; i < argc; i++) wanted |= strcmp(argv[i], f->function) == 0;
            if (!wanted) continue;
            compared++;
            if (bounds)
                printf("%s %g %g %g\n", f->function, f->bound[0], f->bound[1], f->bound[2]);
            else
                faults += truth_compare(&now, &worst, f, inputs, seed);
        }
    }
    if (!compared) {
        fputs("there is no such function\n", stderr);
        return 2;
    }
    return faults != 0;
}

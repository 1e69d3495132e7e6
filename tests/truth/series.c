/* Closed formulas of series beside __float128 (truth.h). */
#include "truth/truth.h"

/* A value on a scale, and back. */
static quad truth_scaled(int32_t scale, quad x)
{
    return scale == SKPI_SERIES_SCALE_LOG ? logq(x) : scale == SKPI_SERIES_SCALE_LOGIT ? truth_logit(x) : x;
}
static double truth_scale_value(truth *t, int32_t scale, const char *name)
{
    return scale == SKPI_SERIES_SCALE_LOG     ? truth_quantity(t, name)
           : scale == SKPI_SERIES_SCALE_LOGIT ? truth_share(t, name)
                                              : truth_number(t, name);
}
static void truth_series_interpolate(truth *t)
{
    const int32_t scale = truth_integer(t, "scale", SKPI_SERIES_SCALE_LINEAR, SKPI_SERIES_SCALE_LOGIT);
    const size_t n = truth_count(t, "n_known", 2, 6);
    double *date = truth_room(t, n), *value = truth_room(t, n), got;
    date[0] = truth_between(t, "date", 1900, 1980);
    for (size_t i = 1; i < n; i++) date[i] = date[i - 1] + 0.01 + truth_between(t, "step", 0, 20);
    for (size_t i = 0; i < n; i++) value[i] = truth_scale_value(t, scale, "value");
    const double at = truth_between(t, "at", date[0], date[n - 1]);
    if (!truth_given(t, skpi_series_interpolate(1, n, date, value, &at, scale, &got, NULL))) return;
    size_t k = 0;
    while (k + 2 < n && date[k + 1] <= at) k++;
    const quad x0 = truth_scaled(scale, value[k]), x1 = truth_scaled(scale, value[k + 1]);
    const quad w = ((quad)at - date[k]) / ((quad)date[k + 1] - date[k]), x = (1 - w) * x0 + w * x1;
    const quad size = truth_larger(fabsq(x0), fabsq(x1));
    if (scale == SKPI_SERIES_SCALE_LINEAR)
        truth_is(t, "value", got, x, truth_larger((1 - w) * fabsq(x0), w * fabsq(x1)));
    if (scale == SKPI_SERIES_SCALE_LOG) truth_is_exp(t, "value", got, x, size);
    if (scale == SKPI_SERIES_SCALE_LOGIT) truth_is_share(t, "value", got, x, size);
}
static void truth_series_crossing(truth *t)
{
    const int32_t scale = truth_integer(t, "scale", SKPI_SERIES_SCALE_LINEAR, SKPI_SERIES_SCALE_LOGIT);
    const size_t m = truth_count(t, "m", 2, 6);
    const int32_t *year = truth_years(t, m);
    double *value = truth_room(t, m), got;
    for (size_t i = 0; i < m; i++) value[i] = truth_scale_value(t, scale, "value");
    const double threshold = truth_scale_value(t, scale, "threshold");
    double most = fabs(threshold);
    for (size_t i = 0; i < m; i++) most = fmax(most, fabs(value[i]));
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = value};
    if (!truth_given(t, skpi_series_crossing(&table, threshold, scale, &got, NULL))) return;
    quad want = nanq(""), term = 0;
    const quad x = truth_scaled(scale, threshold);
    for (size_t i = 0; i < m && isnanq(want); i++) {
        const quad x1 = truth_scaled(scale, value[i]), x0 = i ? truth_scaled(scale, value[i - 1]) : x1;
        /* a value that is the threshold but for rounding reaches it: its own on a scale of rates, else that of the row */
        const double size = scale == SKPI_SERIES_SCALE_LOG ? fmax(value[i], threshold) : most;
        const double apart = fabs(value[i] - threshold);
        if (apart > 0x1p-50 * size && apart < 0x1p-48 * size) return; /* the last bit decides */
        if (apart <= 0x1p-49 * size) want = year[i];
        if (i && isnanq(want) && (x0 < x) != (x1 < x)) {
            want = year[i - 1] + (x - x0) / (x1 - x0) * (year[i] - year[i - 1]);
            /* on a scale, x - x0 is known to the rounding of x */
            if (scale != SKPI_SERIES_SCALE_LINEAR)
                term = year[i] + truth_larger(fabsq(x), fabsq(x0)) / fabsq(x1 - x0) * (year[i] - year[i - 1]);
        }
    }
    truth_is(t, "date", got, want, term);
}
static void truth_series_growth(truth *t)
{
    const int32_t *year = truth_years(t, 2);
    const double *value = truth_many(t, 2, truth_quantity, "value");
    const skpi_table table = {.size = sizeof table, .n = 1, .m = 2, .year = year, .value = value};
    double rate, points;
    if (!truth_given(t, skpi_series_growth(&table, &rate, &points, NULL))) return;
    const quad h = year[1] - year[0];
    truth_is(t, "rate", rate, logq((quad)value[1] / value[0]) / h, 0);
    truth_is(t, "points", points, ((quad)value[1] - value[0]) / h, 0);
}

/* Mann and Kendall, Sen. */
static void truth_series_trend(truth *t)
{
    const size_t m = truth_count(t, "m", 3, 9);
    const int32_t *year = truth_years(t, m);
    const double *value = truth_many(t, m, truth_number, "value");
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = value};
    double got[6];
    skpi_series_trend_out out = {.size = sizeof out,
                                 .s = &got[0],
                                 .variance = &got[1],
                                 .z = &got[2],
                                 .p = &got[3],
                                 .slope = &got[4],
                                 .intercept = &got[5]};
    if (!truth_given(t, skpi_series_trend(&table, &out, NULL))) return;
    const truth_trend x = truth_trend_of(m, year, value);
    quad at[9], large = 0;
    for (size_t i = 0; i < m; i++) {
        at[i] = value[i] - x.slope * (year[i] - year[0]);
        large = truth_larger(large, fabsq(value[i]));
    }
    const quad want[] = {x.s, x.variance, x.z, x.p, x.slope, truth_median(at, m)};
    for (size_t k = 0; k < 6; k++)
        truth_is(t, "trend", got[k], want[k],
                 k == 3   ? x.p * (1 + x.z * x.z)
                 : k == 4 ? x.steep
                 : k == 5 ? large + x.steep * (year[m - 1] - year[0])
                          : 0);
}

/* Least squares of a straight line: of values, or of logits. */
static void truth_line(size_t m, const int32_t *year, const quad *y, quad *a, quad *b)
{
    quad mean = 0, middle = 0, sxy = 0, sxx = 0;
    for (size_t i = 0; i < m; i++) {
        mean += y[i] / m;
        middle += (quad)(year[i] - year[0]) / m;
    }
    for (size_t i = 0; i < m; i++) {
        const quad x = year[i] - year[0] - middle;
        sxy += x * (y[i] - mean);
        sxx += x * x;
    }
    *b = sxy / sxx;
    *a = mean - *b * middle;
}
static skpi_series_fit_options truth_fit_options(bool logit)
{
    return (skpi_series_fit_options){.size = sizeof(skpi_series_fit_options),
                                     .model = logit ? SKPI_SERIES_MODEL_LOGIT_LINE : SKPI_SERIES_MODEL_LINE};
}
static void truth_series_fit(truth *t)
{
    const size_t m = truth_count(t, "m", 3, 8);
    const bool logit = truth_count(t, "logit", 0, 1);
    const int32_t *year = truth_years(t, m);
    const double *value = truth_many(t, m, logit ? truth_share : truth_number, "value");
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = value};
    const skpi_series_fit_options o = truth_fit_options(logit);
    double parameter[4], sse;
    skpi_series_fit_out out = {.size = sizeof out, .n_parameters = 4, .parameter = parameter, .sse = &sse};
    if (!truth_given(t, skpi_series_fit(&table, &o, &out, NULL))) return;
    quad y[8] = {0}, a, b, square = 0, size = 0;
    for (size_t i = 0; i < m; i++) {
        y[i] = logit ? truth_logit(value[i]) : (quad)value[i];
        size = truth_larger(size, fabsq(y[i]));
    }
    truth_line(m, year, y, &a, &b);
    for (size_t i = 0; i < m; i++)
        square += (y[i] - a - b * (year[i] - year[0])) * (y[i] - a - b * (year[i] - year[0]));
    /* the line is read at its own t0, which is a parameter too */
    truth_is(t, "level", parameter[0], a + b * ((quad)parameter[2] - year[0]),
             size + fabsq(b) * fabsq((quad)parameter[2] - year[0]));
    truth_is(t, "slope", parameter[1], b, size / (year[m - 1] - year[0]));
    truth_is(t, "sse", sse, square, size * size);
}
static void truth_series_forecast(truth *t)
{
    const size_t m = truth_count(t, "m", 3, 8);
    const bool logit = truth_count(t, "logit", 0, 1);
    const int32_t *year = truth_years(t, m), later = truth_integer(t, "years later", 1, 40);
    const double *value = truth_many(t, m, logit ? truth_share : truth_number, "value");
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = value};
    const skpi_series_fit_options o = truth_fit_options(logit);
    double mean;
    skpi_series_forecast_out out = {.size = sizeof out, .mean = &mean};
    if (!truth_given(t, skpi_series_forecast(&table, year[m - 1] + later, 1, 0, NULL, &o, &out, NULL))) return;
    quad y[8] = {0}, a, b, size = 0;
    for (size_t i = 0; i < m; i++) {
        y[i] = logit ? truth_logit(value[i]) : (quad)value[i];
        size = truth_larger(size, fabsq(y[i]));
    }
    truth_line(m, year, y, &a, &b);
    const quad x = year[m - 1] + later - year[0], reach = size * (1 + x / (year[m - 1] - year[0]));
    if (logit)
        truth_is_share(t, "mean", mean, a + b * x, reach);
    else
        truth_is(t, "mean", mean, a + b * x, reach);
}

/* The fan of emissions, and of digital shares, in its closed form (skpi_series_fan(3)): its median. */
static void truth_series_fan(truth *t)
{
    const bool carbon = truth_count(t, "carbon", 0, 1);
    const size_t m = 21, windows[] = {5, 10, 20};
    double value[21], median;
    int32_t year[21];
    quad x[21], slope = 0, size = 0;
    for (size_t i = 0; i < m; i++) {
        year[i] = 2000 + (int32_t)i;
        value[i] = carbon ? truth_between(t, "value", 80, 120) : truth_between(t, "value", 0.2, 0.3);
        x[i] = carbon ? logq(value[i]) : truth_logit(value[i]);
        size = truth_larger(size, fabsq(x[i]));
    }
    const int32_t h = truth_integer(t, "horizon", 1, 40);
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = value};
    const skpi_series_fan_options o = {.size = sizeof o,
                                       .form = carbon ? SKPI_SERIES_FAN_FORM_CARBON : SKPI_SERIES_FAN_FORM_DIGITAL};
    skpi_series_fan_out out = {.size = sizeof out, .median = &median};
    if (!truth_given(t, skpi_series_fan(&table, 2020 + h, 1, 0, NULL, &o, &out, NULL))) return;
    for (size_t k = 0; k < 3; k++) slope += (x[20] - x[20 - windows[k]]) / windows[k] / 3;
    slope = truth_within(slope, -0.1Q, 0.15Q);
    const quad g = carbon ? 0.004Q : 0, v = (carbon ? 0.45Q : 1) * (slope - g);
    const quad at = x[20] + g * h + 0.9Q * v * (1 - powq(0.9Q, h)) / 0.1Q;
    if (carbon)
        truth_is_exp(t, "median", median, at, size);
    else
        truth_is_share(t, "median", median, at, size);
}

static void truth_series_curve_value(truth *t)
{
    const int32_t model = truth_integer(t, "model", SKPI_SERIES_MODEL_LINE, SKPI_SERIES_MODEL_BASS);
    const int32_t year = truth_integer(t, "year", 1900, 2200);
    const double k = truth_quantity(t, "K"), mid = truth_between(t, "m", 1950, 2100),
                 s = truth_between(t, "s", -0.5, 0.5);
    const double a = truth_between(t, "a", -10, 10), p = truth_between(t, "p", 1e-4, 0.1),
                 q = truth_between(t, "q", 1e-4, 0.9);
    double value;
    const double of[7][4] = {{k, s * k, mid, 0}, {a, s, mid, k}, {k, s, mid, 0}, {k, s, mid, 0}, {k, p, q, mid}};
    if (!truth_given(t,
                     skpi_series_curve_value(1, 4, of[model - SKPI_SERIES_MODEL_LINE], model, year, 1, &value, NULL)))
        return;
    const quad years = year - (quad)mid, x = s * years, slope = (quad)of[0][1];
    if (model == SKPI_SERIES_MODEL_LINE)
        truth_is(t, "line", value, k + slope * years, truth_larger(k, fabsq(slope * years)));
    if (model == SKPI_SERIES_MODEL_LOGIT_LINE) {
        const quad l = truth_logistic(a + x);
        truth_is(t, "logit line", value, k * l, k * l * (1 + (1 - l) * (fabsq(a) + fabsq(x))));
    }
    if (model == SKPI_SERIES_MODEL_LOGISTIC) {
        const quad l = truth_logistic(x);
        truth_is(t, "logistic", value, k * l, k * l * (1 + (1 - l) * fabsq(x)));
    }
    if (model == SKPI_SERIES_MODEL_GOMPERTZ)
        truth_is(t, "gompertz", value, k * expq(-expq(-x)), k * expq(-expq(-x)) * (1 + expq(-x) * (1 + fabsq(x))));
    if (model == SKPI_SERIES_MODEL_BASS) {
        const quad r = ((quad)p + q) * years, e = expq(-r);
        truth_is(t, "bass", value, year < mid ? 0 : k * -expm1q(-r) / (1 + e * ((quad)q / p)), 0);
    }
}

static void truth_series_closure(truth *t)
{
    const size_t n = truth_count(t, "n_parts", 2, 6);
    const double *part = truth_many(t, n, truth_quantity, "part");
    double *share = truth_room(t, n);
    if (!truth_given(t, skpi_series_closure(1, n, part, share, NULL))) return;
    quad sum = 0;
    for (size_t i = 0; i < n; i++) sum += part[i];
    for (size_t i = 0; i < n; i++) truth_is(t, "share", share[i], part[i] / sum, 0);
}
static void truth_series_to_logratios(truth *t)
{
    const size_t n = truth_count(t, "n_parts", 2, 6);
    const double *part = truth_many(t, n, truth_quantity, "part");
    const int32_t form = truth_integer(t, "form", SKPI_SERIES_LOGRATIO_ALR, SKPI_SERIES_LOGRATIO_ILR);
    double *got = truth_room(t, n - 1);
    if (!truth_given(t, skpi_series_to_logratios(1, n, part, form, got, NULL))) return;
    quad logs = 0, size = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        const quad k = i + 1, mean = (logs += logq(part[i])) / k, next = logq(part[i + 1]), last = logq(part[n - 1]);
        size += fabsq(logq(part[i]));
        if (form == SKPI_SERIES_LOGRATIO_ALR)
            truth_is(t, "alr", got[i], logq(part[i]) - last, truth_larger(fabsq(logq(part[i])), fabsq(last)));
        else
            truth_is(t, "ilr", got[i], sqrtq(k / (k + 1)) * (mean - next), size / k + fabsq(next));
    }
}
static void truth_series_from_logratios(truth *t)
{
    const size_t n = truth_count(t, "n_parts", 2, 6);
    const double limit = t->regime == TRUTH_REALISTIC ? 5 : t->regime == TRUTH_WIDE ? 100 : 1e6;
    const int32_t form = truth_integer(t, "form", SKPI_SERIES_LOGRATIO_ALR, SKPI_SERIES_LOGRATIO_ILR);
    double *ratio = truth_room(t, n - 1), *share = truth_room(t, n);
    for (size_t i = 0; i + 1 < n; i++) ratio[i] = truth_between(t, "logratio", -limit, limit);
    if (!truth_given(t, skpi_series_from_logratios(1, n, ratio, form, share, NULL))) return;
    quad x[6] = {0}, sum = 0, size = 1, most = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        const quad k = i + 1, z = ratio[i];
        size += fabsq(z);
        if (form == SKPI_SERIES_LOGRATIO_ALR) x[i] = z;
        /* ilr: the mean of the first k logarithms is z sqrt((k + 1)/k) above the next one */
        for (size_t j = 0; form == SKPI_SERIES_LOGRATIO_ILR && j <= i; j++) x[j] += z / sqrtq(k * (k + 1));
        if (form == SKPI_SERIES_LOGRATIO_ILR) x[i + 1] -= z * sqrtq(k / (k + 1));
    }
    for (size_t i = 0; i < n; i++) most = truth_larger(most, x[i]);
    for (size_t i = 0; i < n; i++) sum += expq(x[i] - most);
    for (size_t i = 0; i < n; i++)
        truth_is(t, "share", share[i], expq(x[i] - most) / sum, expq(x[i] - most) / sum * size);
}
static void truth_series_composition_forecast(truth *t)
{
    const size_t m = truth_count(t, "m", 2, 6), n = truth_count(t, "n_parts", 2, 4);
    const int32_t *year = truth_years(t, m), later = truth_integer(t, "years later", 1, 30);
    const double *part = truth_many(t, m * n, truth_quantity, "part");
    const skpi_series_composition_forecast_in in = {
        .size = sizeof in, .m = m, .n_parts = n, .year = year, .part = part};
    double share[4];
    skpi_series_composition_forecast_out out = {.size = sizeof out, .share = share};
    if (!truth_given(t, skpi_series_composition_forecast(&in, year[m - 1] + later, 1, 0, NULL, &out))) return;
    quad x[4], sum = 0, size = 1, most = -1e4000Q;
    const quad reach = year[m - 1] + later - year[0];
    for (size_t k = 0; k < n; k++) {
        quad y[6] = {0}, a, b;
        for (size_t i = 0; i < m; i++) {
            y[i] = logq((quad)part[i * n + k] / part[i * n + n - 1]);
            size = truth_larger(size, truth_larger(fabsq(logq(part[i * n + k])), fabsq(logq(part[i * n + n - 1]))));
        }
        truth_line(m, year, y, &a, &b);
        most = truth_larger(most, x[k] = a + b * reach);
    }
    for (size_t k = 0; k < n; k++) sum += expq(x[k] - most);
    size *= 1 + reach / (year[m - 1] - year[0]);
    for (size_t k = 0; k < n; k++)
        truth_is(t, "share", share[k], expq(x[k] - most) / sum, expq(x[k] - most) / sum * size);
}

static void truth_series_score(truth *t)
{
    const size_t n = truth_count(t, "n", 1, 8);
    const double *f = truth_many(t, n, truth_number, "forecast"), *y = truth_many(t, n, truth_number, "truth");
    double *low = truth_many(t, n, truth_number, "low"), *high = truth_many(t, n, truth_number, "high");
    const double coverage = truth_between(t, "coverage", 0.1, 0.99);
    for (size_t i = 0; i < n; i++)
        if (low[i] > high[i]) {
            const double swap = low[i];
            low[i] = high[i];
            high[i] = swap;
        }
    double got[5];
    skpi_series_score_out out = {.size = sizeof out,
                                 .rmse = &got[0],
                                 .mae = &got[1],
                                 .bias = &got[2],
                                 .median = &got[3],
                                 .interval_score = &got[4]};
    if (!truth_given(t, skpi_series_score(1, n, f, low, high, y, coverage, &out))) return;
    quad square = 0, sum = 0, bias = 0, size = 0, score = 0, wide = 0, error[8];
    for (size_t i = 0; i < n; i++) {
        const quad e = (quad)f[i] - y[i], out_of = truth_larger((quad)low[i] - y[i], (quad)y[i] - high[i]);
        const quad one = (quad)high[i] - low[i] + 2 / (1 - (quad)coverage) * truth_larger(out_of, 0);
        error[i] = fabsq(e);
        square += e * e / n;
        sum += error[i] / n;
        bias += e / n;
        size = truth_larger(size, error[i]);
        score += one / n;
        wide = truth_larger(wide, one / (1 - (quad)coverage)); /* 1 - coverage is rounded */
    }
    truth_is(t, "rmse", got[0], sqrtq(square), 0);
    truth_is(t, "mae", got[1], sum, 0);
    truth_is(t, "bias", got[2], bias, size);
    truth_is(t, "median", got[3], truth_median(error, n), 0);
    truth_is(t, "interval_score", got[4], score, wide);
}

/* Gneiting and Raftery (2007): of a normal, of draws, and of quantiles. */
static void truth_series_crps(truth *t)
{
    const double y = truth_number(t, "truth"), mean = truth_number(t, "mean"), sd = truth_quantity(t, "deviation");
    const size_t n = truth_count(t, "n_draws", 1, 6);
    const double *draw = truth_many(t, n, truth_number, "draw");
    const double prob[] = {0.1, 0.5, 0.9}, base = truth_number(t, "quantile");
    const double quantile[] = {base, base, base};
    const skpi_series_crps_in in = {.size = sizeof in,
                                    .n_methods = 1,
                                    .n = 1,
                                    .truth = &y,
                                    .n_prob = 3,
                                    .prob = prob,
                                    .quantile = quantile,
                                    .mean = &mean,
                                    .deviation = &sd,
                                    .n_draws = n,
                                    .draw = draw};
    double normal, drawn, of_quantiles;
    skpi_series_crps_out out = {
        .size = sizeof out, .normal_crps = &normal, .draw_crps = &drawn, .quantile_crps = &of_quantiles};
    if (!truth_given(t, skpi_series_crps(&in, &out))) return;
    const quad z = ((quad)y - mean) / sd, d = sd, away = fabsq(z);
    /* z (2 Phi - 1) + 2 phi - 1/sqrt pi, of |z| and with the other tail */
    const quad one = away - 2 * away * truth_normal(-away) + 2 * expq(-z * z / 2) / sqrtq(2 * M_PIq) - 1 / sqrtq(M_PIq);
    truth_is(t, "normal_crps", normal, d * one, d * (1 + away));
    quad off = 0, apart = 0;
    for (size_t i = 0; i < n; i++) {
        off += fabsq((quad)draw[i] - y) / n;
        for (size_t j = 0; j < n; j++) apart += fabsq((quad)draw[i] - draw[j]) / n / n;
    }
    truth_is(t, "draw_crps", drawn, off - apart / 2, off);
    const quad e = (quad)y - base;
    const quad cell = (quad)prob[0] * 0.3Q + (quad)prob[1] * 0.4Q + (quad)prob[2] * 0.3Q;
    truth_is(t, "quantile_crps", of_quantiles, 2 * (e > 0 ? e * cell : -e * (1 - cell)), 0);
}

const truth_formula truth_series[] = {
    TRUTH(series_interpolate, 2, 2, 4),
    TRUTH(series_crossing, 1, 1, 1),
    TRUTH(series_growth, 2, 4, 4),
    TRUTH(series_trend, 2, 2, 2),
    TRUTH(series_fit, 8, 4, 4),
    TRUTH(series_forecast, 4, 4, 4),
    TRUTH(series_fan, 4, 4, 4),
    TRUTH(series_curve_value, 4, 4, 4),
    TRUTH(series_closure, 4, 4, 4),
    TRUTH(series_to_logratios, 4, 16, 32),
    TRUTH(series_from_logratios, 2, 2, 2),
    TRUTH(series_composition_forecast, 4, 8, 8),
    TRUTH(series_score, 4, 4, 4),
    TRUTH(series_crps, 4, 4, 4),
    {0},
};

/* Whether the CO2 of each city has peaked.  Municipal figures: never beside built-up areas. */
#ifndef OUTLOOK_CITY_PEAKS_H
#define OUTLOOK_CITY_PEAKS_H
#include "report.h"
#include "history.h"
#include "units.h"

typedef struct city_peak {
    const place *place;
    history history;
    int32_t verdict, peak_year, since;
    double peak, change, p;
} city_peak;

typedef struct city_peaks {
    city_peak *row;
    size_t rows;
    co2_unit unit;
    int doubted; /* years are missing of which the table has no rows */
} city_peaks;

void city_peaks_compute(city_peaks *c, const tables *in);
void city_peaks_report(const city_peaks *c, report_section *s);
void city_peaks_release(city_peaks *c);

#endif

/* The sections of the outlook: which tables each needs and uses, how it is computed and described. */
#ifndef OUTLOOK_SECTIONS_H
#define OUTLOOK_SECTIONS_H
#include "city_index.h"
#include "city_peaks.h"
#include "contradictions.h"
#include "digital.h"
#include "investment.h"
#include "peers.h"
#include "sharing.h"
#include "verdict.h"

enum section {
    SECTION_DIGITAL,
    SECTION_INVESTMENT,
    SECTION_URBAN,
    SECTION_CITIES,
    SECTION_CARBON,
    SECTION_SHARING,
    SECTION_CITY_PEAKS,
    SECTION_VERDICT,
    SECTION_INDEX,
    SECTION_PEERS,
    SECTIONS
};

typedef struct outlook {
    tables in;
    unproved unproved;
    digital digital;
    investments investments;
    urban urban;
    cities cities;
    carbon carbon;
    sharing sharing;
    city_peaks city_peaks;
    verdict verdict;
    city_index city_index;
    peers peers;
} outlook;

/* The help text: between two others, which tables each section needs and may use.  For free(). */
char *sections_help(const char *begin, const char *end);
/* Computes every section whose tables are there; ends the program where a table is wrong. */
void sections_compute(outlook *o, int *there);
/* The sentence for a section that is not there. */
void sections_report(const outlook *o, const int *there, report *r);
void sections_release(outlook *o);

#endif

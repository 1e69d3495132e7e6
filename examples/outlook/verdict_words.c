/* Words of the verdict. */
#include "verdict.h"

#include <math.h>

const char *peak_word(int32_t found)
{
    switch (found) {
    case SKPI_CARBON_PEAKED_VERDICT_PEAKED: return "peaked";
    case SKPI_CARBON_PEAKED_VERDICT_REBOUNDING: return "rebounding";
    case SKPI_CARBON_PEAKED_VERDICT_PLATEAU: return "on a plateau";
    default: return "not peaked";
    }
}

const char *track_word(int32_t found)
{
    switch (found) {
    case SKPI_CARBON_VERDICT_ALREADY_MET: return "already met";
    case SKPI_CARBON_VERDICT_MISSED: return "missed";
    case SKPI_CARBON_VERDICT_MOVING_AWAY: return "moving away";
    case SKPI_CARBON_VERDICT_ON_TRACK: return "on track";
    default: return "off track";
    }
}

const char *chance_word(double p)
{
    static char ring[4][40];
    static size_t next;
    if (isnan(p)) return "unknown";
    char *out = ring[next = (next + 1) % 4];
    snprintf(out, sizeof ring[0], p < 0.0001 ? "< 0.0001" : "%.4f", p);
    return out;
}

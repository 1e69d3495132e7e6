/* Global warming potentials by gas: kg of CO2 equivalent per kg, over 100 and 20 years.
 *
 * A value of 0 means that none is compiled here, whether the report has one or not.  Methane in AR6 is that of unstated
 * origin; the potentials of fossil and other methane differ by the CO2 that methane becomes (AR5 WG1, table 8.A.1; AR6
 * WG1, table 7.15).  SF6 in AR6 is that of the final table, with a lifetime of about 1,000 years; the authors' file, with
 * 3,200 years, has 25,200 and, over 20 years, 18,300.
 * Sources: IPCC AR4 WG1 (2007), table 2.14; AR5 WG1 (2013), table 8.A.1, without climate-carbon feedback (20 years:
 * methane and nitrous oxide); AR6 WG1 (2021), table 7.SM.7.  All values over 100 years and those of AR6 were compared with
 * openclimatedata/globalwarmingpotentials 0.13.1, those of AR6 over 100 years with Greenhouse Gas Protocol, IPCC Global
 * Warming Potential Values (August 2024), and those of AR4 with the list of the US Environmental Protection Agency
 * (LCIAformatter, doi:10.23719/1529821).
 */
#include <smartkpi/carbon.h>
#include "carbon/gwp.h"
#include "core/check.h"
#include "core/steps.h"

enum { SETS = 6 };

/* The potentials in the order of enum skpi_carbon_gwp: AR4, AR5, AR6 over 100 years, then the same over 20. */
static const struct gas {
    const char *name;
    double gwp[SETS];
} gases[] = {
    {"CO2", {1, 1, 1, 1, 1, 1}},
    {"CH4", {25, 28, 27.9, 72, 84, 81.2}},
    {"CH4 fossil", {0, 30, 29.8, 0, 0, 82.5}},
    {"CH4 non-fossil", {0, 28, 27, 0, 0, 79.7}},
    {"N2O", {298, 265, 273, 289, 264, 273}},
    {"CFC-11", {4750, 4660, 6230, 6730, 0, 8320}},
    {"CFC-12", {10900, 10200, 12500, 11000, 0, 12700}},
    {"CFC-13", {14400, 13900, 16200, 10800, 0, 12400}},
    {"CFC-113", {6130, 5820, 6520, 6540, 0, 6860}},
    {"CFC-114", {10000, 8590, 9430, 8040, 0, 8260}},
    {"CFC-115", {7370, 7670, 9600, 5310, 0, 7410}},
    {"Halon-1301", {7140, 6290, 7200, 8480, 0, 8320}},
    {"Halon-1211", {1890, 1750, 1930, 4750, 0, 4920}},
    {"Halon-2402", {1640, 1470, 2170, 3680, 0, 4070}},
    {"Halon-1202", {0, 0, 216, 0, 0, 775}},
    {"CCl4", {1400, 1730, 2200, 2700, 0, 3810}},
    {"CH3Br", {5, 2, 2.43, 17, 0, 8.74}},
    {"CH3CCl3", {146, 160, 161, 506, 0, 567}},
    {"HCFC-21", {0, 148, 160, 0, 0, 575}},
    {"HCFC-22", {1810, 1760, 1960, 5160, 0, 5690}},
    {"HCFC-123", {77, 79, 90.4, 273, 0, 325}},
    {"HCFC-124", {609, 527, 597, 2070, 0, 2070}},
    {"HCFC-141b", {725, 782, 860, 2250, 0, 2710}},
    {"HCFC-142b", {2310, 1980, 2300, 5490, 0, 5510}},
    {"HCFC-225ca", {122, 127, 137, 429, 0, 491}},
    {"HCFC-225cb", {595, 525, 568, 2030, 0, 1960}},
    {"HFC-23", {14800, 12400, 14600, 12000, 0, 12400}},
    {"HFC-32", {675, 677, 771, 2330, 0, 2690}},
    {"HFC-41", {0, 116, 135, 0, 0, 485}},
    {"HFC-125", {3500, 3170, 3740, 6350, 0, 6740}},
    {"HFC-134", {0, 1120, 1260, 0, 0, 3900}},
    {"HFC-134a", {1430, 1300, 1530, 3830, 0, 4140}},
    {"HFC-143", {0, 328, 364, 0, 0, 1300}},
    {"HFC-143a", {4470, 4800, 5810, 5890, 0, 7840}},
    {"HFC-152", {0, 16, 21.5, 0, 0, 77.6}},
    {"HFC-152a", {124, 138, 164, 437, 0, 591}},
    {"HFC-161", {0, 4, 4.84, 0, 0, 17.4}},
    {"HFC-227ea", {3220, 3350, 3600, 5310, 0, 5850}},
    {"HFC-236cb", {0, 1210, 1350, 0, 0, 3750}},
    {"HFC-236ea", {0, 1330, 1500, 0, 0, 4420}},
    {"HFC-236fa", {9810, 8060, 8690, 8100, 0, 7450}},
    {"HFC-245ca", {0, 716, 787, 0, 0, 2680}},
    {"HFC-245fa", {1030, 858, 962, 3380, 0, 3170}},
    {"HFC-365mfc", {794, 804, 914, 2520, 0, 2920}},
    {"HFC-43-10mee", {1640, 1650, 1600, 4140, 0, 3960}},
    {"SO2F2", {0, 4090, 4630, 0, 0, 7510}},
    {"SF6", {22800, 23500, 24300, 16300, 0, 18200}},
    {"NF3", {17200, 16100, 17400, 12300, 0, 13400}},
    {"CF4", {7390, 6630, 7380, 5210, 0, 5300}},
    {"C2F6", {12200, 11100, 12400, 8630, 0, 8940}},
    {"C3F8", {8830, 8900, 9290, 6310, 0, 6770}},
    {"c-C4F8", {10300, 9540, 10200, 7310, 0, 7400}},
    {"C4F10", {8860, 9200, 10000, 6330, 0, 7300}},
    {"C5F12", {9160, 8550, 9220, 6510, 0, 6680}},
    {"C6F14", {9300, 7910, 8620, 6600, 0, 6260}},
    {"C7F16", {0, 7820, 8410, 0, 0, 6120}},
    {"C8F18", {0, 7620, 8260, 0, 0, 6010}},
    {"C10F18", {0, 7190, 7480, 0, 0, 5480}},
    {"SF5CF3", {17700, 17400, 18500, 13200, 0, 13900}},
    {"c-C3F6", {0, 9200, 0, 0, 0, 0}},
    {"HFE-125", {14900, 12400, 14300, 13800, 0, 13500}},
    {"HFE-134", {6320, 5560, 6630, 12200, 0, 12700}},
    {"HFE-143a", {756, 523, 616, 2630, 0, 2170}},
    {"HCFE-235da2", {350, 491, 539, 1230, 0, 1930}},
    {"HFE-245cb2", {708, 654, 747, 2440, 0, 2630}},
    {"HFE-245fa2", {659, 812, 878, 2280, 0, 3060}},
    {"HFE-347mcc3", {575, 530, 576, 1980, 0, 2020}},
    {"HFE-347pcf2", {580, 889, 980, 1900, 0, 3370}},
    {"HFE-356pcc3", {110, 413, 277, 386, 0, 995}},
    {"HFE-569sf2", {59, 57, 60.7, 207, 0, 219}},
    {"HFE-43-10pccc124", {1870, 2820, 3220, 6320, 0, 8720}},
    {"HFE-236ca12", {2800, 5350, 6060, 8000, 0, 11700}},
    {"HFE-338pcc13", {1500, 2910, 3320, 5100, 0, 9180}},
    {"HFE-227ea", {0, 6450, 7520, 0, 0, 9800}},
    {"HFE-236ea2", {0, 1790, 2590, 0, 0, 7020}},
    {"HFE-236fa", {0, 979, 1100, 0, 0, 3670}},
    {"HFE-245fa1", {0, 828, 934, 0, 0, 3170}},
    {"HFE-263fb2", {0, 1, 2.06, 0, 0, 7.43}},
    {"HFE-329mcc2", {0, 3070, 3770, 0, 0, 7550}},
    {"HFE-338mcf2", {0, 929, 1040, 0, 0, 3460}},
    {"HFE-347mcf2", {0, 854, 963, 0, 0, 3270}},
    {"HFE-356mec3", {0, 387, 264, 0, 0, 949}},
    {"HFE-356pcf2", {0, 719, 831, 0, 0, 2870}},
    {"HFE-356pcf3", {0, 446, 484, 0, 0, 1730}},
    {"HFE-365mcf3", {0, 0, 1.6, 0, 0, 5.77}},
    {"HFE-374pc2", {0, 627, 12.5, 0, 0, 45}},
    {"PFPMIE", {10300, 9710, 10300, 7620, 0, 7750}},
    {"CHCl3", {0, 16, 20.6, 0, 0, 74.2}},
    {"CH2Cl2", {8.7, 9, 11.2, 31, 0, 40.2}},
    {"CH3Cl", {13, 12, 5.54, 45, 0, 19.9}},
    {"Halon-1201", {0, 376, 380, 0, 0, 1340}},
};
enum { GASES = sizeof gases / sizeof *gases };

/* The next letter or digit of a name, in lower case.  Hyphens, spaces and brackets are skipped, because they are only
 * spelling. */
static int gwp_next_letter(const char **text)
{
    for (; **text; ++*text) {
        const char c = **text;
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            ++*text;
            return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
        }
        if (c != '-' && c != ' ' && c != '(' && c != ')') return -1; /* no gas has this character in its name */
    }
    return 0;
}

int skpi__same_gas(const char *a, const char *b)
{
    for (;;) {
        SKPI__STEP();
        const int x = gwp_next_letter(&a), y = gwp_next_letter(&b);
        if (x != y || x < 0) return 0;
        if (x == 0) return 1;
    }
}

skpi_status skpi__carbon_gwp_set(skpi__at at, int32_t gwp)
{
    static const int32_t sets[] = {SKPI_CARBON_GWP_AR4_100,
                                   SKPI_CARBON_GWP_AR5_100,
                                   SKPI_CARBON_GWP_AR6_100,
                                   SKPI_CARBON_GWP_AR4_20,
                                   SKPI_CARBON_GWP_AR5_20,
                                   SKPI_CARBON_GWP_AR6_20,
                                   0};
    return skpi__choice(at, "gwp", gwp, sets, "a set of warming potentials (enum skpi_carbon_gwp)");
}

skpi_status skpi__carbon_gwp(skpi__at at, const char *name, const char *gas, int32_t gwp, double *value)
{
    const skpi_status s = skpi__pointer(at, name, gas);
    if (s) return s;
    for (size_t i = 0; i < GASES; i++)
        if (skpi__same_gas(gases[i].name, gas)) {
            *value = gases[i].gwp[gwp - SKPI_CARBON_GWP_AR4_100];
            if (*value > 0) return SKPI_OK;
            return skpi__refuse(at, SKPI_ENOTFOUND, name,
                                "= \"%s\" has no warming potential compiled here for this set", gas);
        }
    return skpi__refuse(at, SKPI_ENOTFOUND, name, "= \"%s\" is not a gas of this library (skpi_carbon_gas lists them)",
                        gas);
}

skpi_status skpi_carbon_gas_gwp(const char *gas, int32_t gwp, double *value)
{
    const skpi__at at = skpi__here(__func__);
    double found;
    skpi_status s;
    if ((s = skpi__pointer(at, "gas", gas)) || (s = skpi__carbon_gwp_set(at, gwp)) ||
        (s = skpi__pointer(at, "value", value)) || (s = skpi__carbon_gwp(at, "gas", gas, gwp, &found)))
        return s;
    *value = found;
    return SKPI_OK;
}

const char *skpi_carbon_gas(size_t i) { return i < GASES ? gases[i].name : NULL; }

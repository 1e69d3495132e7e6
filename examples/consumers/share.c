/* The urban share of China in 2030, from its last observation in World Urbanization Prospects 2018. */
#include <smartkpi.h>
#include <stdio.h>

int main(void)
{
    const int32_t last_year = 2017, size_class = SKPI_URBAN_SIZE_LARGE;
    const double share = 0.57960, urgd = 0.0501189;
    double projected;
    const skpi_urban_project_in in = {
        .size = sizeof in, .n = 1, .last_year = &last_year, .share = &share, .urgd = &urgd, .size_class = &size_class};
    skpi_urban_project_out out = {.size = sizeof out, .share = &projected};
    if (skpi_urban_project(&in, 2030, 1, NULL, &out, NULL) < 0) {
        fprintf(stderr, "%s\n", skpi_last_error());
        return 1;
    }
    printf("%.2f %%\n", 100 * projected);
    return 0;
}

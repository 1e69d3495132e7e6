/* Width of the intervals of the converging and the cautious method. */
#ifndef SKPI_URBAN_CONVERGING_WIDTH_H
#define SKPI_URBAN_CONVERGING_WIDTH_H
double skpi__urban_converging_shape(double last, double urgd, double lead);
#endif

/* Quantiles of Student's t. */
#ifndef SKPI_SERIES_STUDENT_H
#define SKPI_SERIES_STUDENT_H

/* The quantile of a probability in (0,1); NAN if freedom is. */
double skpi__student_quantile(double probability, double freedom);

#endif

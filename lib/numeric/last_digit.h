/* The last digit of a decimal figure. */
#ifndef SKPI_NUMERIC_LAST_DIGIT_H
#define SKPI_NUMERIC_LAST_DIGIT_H

/* The unit of the last decimal digit of v > 0. */
double skpi__last_digit(double v);

#endif

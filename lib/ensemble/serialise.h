/* The head of a serialised accumulator. */
#ifndef SKPI_ENSEMBLE_SERIALISE_H
#define SKPI_ENSEMBLE_SERIALISE_H

#define SKPI__MARK 0x31534e45494b5053u /* "SPKIENS1" */
enum { SKPI__FORMAT = 1, SKPI__HEAD = 5 };

#endif

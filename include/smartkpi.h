/* libsmartkpi: the one header that programs include. */
#ifndef SMARTKPI_H
#define SMARTKPI_H
#include <smartkpi/version.h>
#include <smartkpi/base.h>
#include <smartkpi/series.h>
#include <smartkpi/ensemble.h>
#include <smartkpi/economy.h>
#include <smartkpi/urban.h>
#include <smartkpi/carbon.h>
#include <smartkpi/digital.h>
#include <smartkpi/index.h>
#include <smartkpi/peers.h>
#include <smartkpi/award.h>
#include <smartkpi/catalogue.h>
#endif

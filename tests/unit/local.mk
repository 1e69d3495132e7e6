# One Check program a family, its source beside it, linked to the library's own objects: private functions included.
LDADD = lib/libskpi.la $(GSL_LIBS) $(CHECK_LIBS)
EXTRA_DIST += %D%/carbon_path.h
EXTRA_DIST += %D%/economy_table.h
EXTRA_DIST += %D%/ensemble_plan.h
EXTRA_DIST += %D%/unit.h
EXTRA_DIST += %D%/urban_calls.h
# What also runs under clang, the sanitizers and valgrind.
skpi_unit_tests =
if HAVE_CHECK
skpi_unit_tests += %D%/blocks
skpi_unit_tests += %D%/carbon
skpi_unit_tests += %D%/carbon_budget_date
skpi_unit_tests += %D%/carbon_budget_share
skpi_unit_tests += %D%/carbon_cost
skpi_unit_tests += %D%/carbon_harmonise
skpi_unit_tests += %D%/carbon_inventory
skpi_unit_tests += %D%/carbon_lmdi
skpi_unit_tests += %D%/carbon_net_zero
skpi_unit_tests += %D%/carbon_property
skpi_unit_tests += %D%/carbon_shapes
skpi_unit_tests += %D%/carbon_shapes_property
skpi_unit_tests += %D%/carbon_target
skpi_unit_tests += %D%/carbon_verdict_probability
skpi_unit_tests += %D%/carbon_verdicts
skpi_unit_tests += %D%/carbon_warming
skpi_unit_tests += %D%/concurrency
skpi_unit_tests += %D%/core
skpi_unit_tests += %D%/digital
skpi_unit_tests += %D%/digital_change
skpi_unit_tests += %D%/digital_definitions
skpi_unit_tests += %D%/digital_satellite
skpi_unit_tests += %D%/digital_sum_of_parts
skpi_unit_tests += %D%/economy_capital
skpi_unit_tests += %D%/economy_change
skpi_unit_tests += %D%/economy_city
skpi_unit_tests += %D%/economy_linkages
skpi_unit_tests += %D%/economy_prices
skpi_unit_tests += %D%/economy_source
skpi_unit_tests += %D%/economy_supply
skpi_unit_tests += %D%/economy_table
skpi_unit_tests += %D%/ensemble
skpi_unit_tests += %D%/ensemble_draw
skpi_unit_tests += %D%/ensemble_shards
skpi_unit_tests += %D%/least_squares
skpi_unit_tests += %D%/logistic
skpi_unit_tests += %D%/numeric
skpi_unit_tests += %D%/random
skpi_unit_tests += %D%/series
skpi_unit_tests += %D%/series_backtest
skpi_unit_tests += %D%/series_fit
skpi_unit_tests += %D%/series_forecast
skpi_unit_tests += %D%/series_parts
skpi_unit_tests += %D%/urban
skpi_unit_tests += %D%/urban_cities
skpi_unit_tests += %D%/urban_error_quantile
skpi_unit_tests += %D%/urban_forecast_errors
skpi_unit_tests += %D%/urban_harmonise
skpi_unit_tests += %D%/urban_history
skpi_unit_tests += %D%/urban_last_observation
skpi_unit_tests += %D%/urban_methods
skpi_unit_tests += %D%/urban_places
skpi_unit_tests += %D%/urban_population_quantile
skpi_unit_tests += %D%/words
check_PROGRAMS += $(skpi_unit_tests)
TESTS += $(skpi_unit_tests)
else
# Without Check every test would be green because none was run.
check-local:
	@echo 'make check needs Check (https://libcheck.github.io/check): install it and configure again' >&2; exit 1
endif
# the Python package; ensemble_bits: the same bits from every compiler
TESTS += %D%/ensemble_bits.sh
TESTS += %D%/python_base.py
TESTS += %D%/python_carbon.py
TESTS += %D%/python_carbon_verdicts.py
TESTS += %D%/python_digital.py
TESTS += %D%/python_digital_parts.py
TESTS += %D%/python_economy_capital.py
TESTS += %D%/python_economy_tables.py
TESTS += %D%/python_ensemble.py
TESTS += %D%/python_series.py
TESTS += %D%/python_stream.py
TESTS += %D%/python_urban.py
EXTRA_DIST += %D%/ensemble_bits.c
EXTRA_DIST += %D%/ensemble_bits.sh
EXTRA_DIST += %D%/python_base.py
EXTRA_DIST += %D%/python_carbon.py
EXTRA_DIST += %D%/python_carbon_verdicts.py
EXTRA_DIST += %D%/python_digital.py
EXTRA_DIST += %D%/python_digital_parts.py
EXTRA_DIST += %D%/python_economy_capital.py
EXTRA_DIST += %D%/python_economy_tables.py
EXTRA_DIST += %D%/python_ensemble.py
EXTRA_DIST += %D%/python_series.py
EXTRA_DIST += %D%/python_stream.py
EXTRA_DIST += %D%/python_unit.py
EXTRA_DIST += %D%/python_urban.py

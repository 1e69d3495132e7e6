# Example programs: on the installed interface only, linked with the shared library and their own common part.
noinst_LTLIBRARIES += %D%/common/libcommon.la
%C%_common_libcommon_la_SOURCES = %D%/common/program.c %D%/common/program.h %D%/common/csv.c %D%/common/csv.h \
  %D%/common/csv_parse.c %D%/common/csv_parse.h
%C%_common_libcommon_la_SOURCES += %D%/common/sectors.c %D%/common/sectors.h %D%/common/definitions.h
%C%_common_libcommon_la_SOURCES += %D%/common/urban_methods.h
%C%_common_libcommon_la_SOURCES += %D%/common/cells.c %D%/common/cells.h %D%/common/one_row.h
%C%_common_libcommon_la_SOURCES += %D%/common/figures.c %D%/common/figures.h
skpi_example_ldadd = %D%/common/libcommon.la lib/libsmartkpi.la

noinst_PROGRAMS += %D%/city_outlook
%C%_city_outlook_SOURCES = %D%/city_outlook.c %D%/outlook/outlook.h %D%/outlook/load.c %D%/outlook/report_text.c \
  %D%/outlook/headlines.c %D%/outlook/digital.c %D%/outlook/digital_report.c %D%/outlook/investment.c %D%/outlook/investment_report.c %D%/outlook/urban.c \
  %D%/outlook/cities.c %D%/outlook/carbon.c %D%/outlook/parts.c %D%/outlook/sources.c \
  %D%/outlook/verdict.c %D%/outlook/verdict.h %D%/outlook/verdict_why.c %D%/outlook/verdict_report.c \
  %D%/outlook/verdict_files.c
%C%_city_outlook_LDADD = $(skpi_example_ldadd) -lm
EXTRA_DIST += %D%/data/places.csv %D%/data/digital.csv %D%/data/gdp.csv %D%/data/urban.csv %D%/data/urban_history.csv %D%/data/urban_published.csv \
  %D%/data/population.csv %D%/data/cities.csv %D%/data/carbon.csv %D%/data/carbon_history.csv %D%/data/carbon_kaya.csv %D%/data/carbon_goals.csv \
  %D%/data/investment.csv %D%/data/io_sectors.csv %D%/data/io_flows.csv \
  %D%/run.sh %D%/packages.sh %D%/plots/draw.sh %D%/plots/common.gp %D%/plots/look.gp %D%/plots/skill.gp %D%/plots/urban.gp %D%/plots/carbon.gp \
  %D%/plots/definitions.gp %D%/plots/impact.gp %D%/plots/verdict.gp

noinst_PROGRAMS += %D%/carbon_harmonise
%C%_carbon_harmonise_SOURCES = %D%/carbon_harmonise.c
%C%_carbon_harmonise_LDADD = $(skpi_example_ldadd)
noinst_PROGRAMS += %D%/carbon_lmdi
%C%_carbon_lmdi_SOURCES = %D%/carbon_lmdi.c
%C%_carbon_lmdi_LDADD = $(skpi_example_ldadd)
noinst_PROGRAMS += %D%/carbon_trend
%C%_carbon_trend_SOURCES = %D%/carbon_trend.c
%C%_carbon_trend_LDADD = $(skpi_example_ldadd)
noinst_PROGRAMS += %D%/digital_input_output %D%/economy_linkages
%C%_digital_input_output_SOURCES = %D%/digital_input_output.c
%C%_digital_input_output_LDADD = $(skpi_example_ldadd)
%C%_economy_linkages_SOURCES = %D%/economy_linkages.c
%C%_economy_linkages_LDADD = $(skpi_example_ldadd)
noinst_PROGRAMS += %D%/urban_backtest
%C%_urban_backtest_SOURCES = %D%/urban_backtest.c
%C%_urban_backtest_LDADD = $(skpi_example_ldadd) -lm

noinst_PROGRAMS += %D%/urban_cities %D%/urban_project
%C%_urban_cities_SOURCES = %D%/urban_cities.c
%C%_urban_cities_LDADD = $(skpi_example_ldadd) -lm
%C%_urban_project_SOURCES = %D%/urban_project.c
%C%_urban_project_LDADD = $(skpi_example_ldadd) -lm
noinst_PROGRAMS += %D%/carbon_path %D%/carbon_quota
%C%_carbon_path_SOURCES = %D%/carbon_path.c
%C%_carbon_path_LDADD = $(skpi_example_ldadd) -lm
%C%_carbon_quota_SOURCES = %D%/carbon_quota.c
%C%_carbon_quota_LDADD = $(skpi_example_ldadd) -lm
noinst_PROGRAMS += %D%/digital_compare %D%/digital_forecast
%C%_digital_compare_SOURCES = %D%/digital_compare.c
%C%_digital_compare_LDADD = $(skpi_example_ldadd) -lm
%C%_digital_forecast_SOURCES = %D%/digital_forecast.c
%C%_digital_forecast_LDADD = $(skpi_example_ldadd) -lm

noinst_PROGRAMS += %D%/forecast_skill
%C%_forecast_skill_SOURCES = %D%/forecast_skill.c %D%/skill/skill.h %D%/skill/panel.c %D%/skill/origin.c \
  %D%/skill/scores.c
%C%_forecast_skill_LDADD = $(skpi_example_ldadd) -lm
noinst_PROGRAMS += %D%/ensemble_fan
%C%_ensemble_fan_SOURCES = %D%/ensemble_fan.c
%C%_ensemble_fan_LDADD = $(skpi_example_ldadd)

include examples/sqlite/local.mk
include examples/python/local.mk

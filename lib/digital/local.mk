lib_libskpi_la_SOURCES += %D%/definition.c %D%/quotient.h %D%/share.c %D%/compare.c %D%/coefficient.c %D%/iotable.h \
  %D%/iotable_source.c %D%/iotable.c %D%/iotable_solve.c %D%/iotable_share.c %D%/iotable_check.c
lib_libskpi_la_SOURCES += %D%/efficiency.h %D%/efficiency.c %D%/age_efficiency.c %D%/capital.c
lib_libskpi_la_SOURCES += %D%/iotable_impact.c %D%/iotable_linkages.c %D%/iotable_matrix.c
lib_libskpi_la_SOURCES += %D%/user_cost.c %D%/chain_index.c %D%/double_deflation.c %D%/change.c %D%/shift_share.c
lib_libskpi_la_SOURCES += %D%/within_between.c
lib_libskpi_la_SOURCES += %D%/make.c %D%/make.h %D%/satellite.c %D%/regional.c %D%/ras.c %D%/supply_use.c
lib_libskpi_la_SOURCES += %D%/total.c %D%/parts.h %D%/satellite.h %D%/definitions.c %D%/oecd.c %D%/nbs_class.c %D%/splice.c
lib_libskpi_la_SOURCES += %D%/coefficient.h %D%/coefficient_quantile.c

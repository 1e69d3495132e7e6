lib_libskpi_la_SOURCES += %D%/kaya.c %D%/lmdi.c %D%/lmdi_row.c %D%/lmdi_row.h
lib_libskpi_la_SOURCES += %D%/gwp.c %D%/gwp.h %D%/inventory.c %D%/reference.c %D%/reference.h
lib_libskpi_la_SOURCES += %D%/target.c %D%/sda.c %D%/converge.c %D%/gwp_star.c %D%/remaining.c
lib_libskpi_la_SOURCES += %D%/path.c %D%/path.h %D%/members.c %D%/solve.c %D%/landmark.c
lib_libskpi_la_SOURCES += %D%/linear.c %D%/exponential.c %D%/logistic.c %D%/capped.c %D%/peak.c %D%/hermite.c %D%/cubic.h
lib_libskpi_la_SOURCES += %D%/milestones.c %D%/net_zero.c
lib_libskpi_la_SOURCES += %D%/share.c %D%/warming.c
lib_libskpi_la_SOURCES += %D%/harmonise.c %D%/harmonise.h %D%/harmonise_path.c

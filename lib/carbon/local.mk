lib_libskpi_la_SOURCES += %D%/path.c %D%/path.h %D%/peak.c %D%/share.c %D%/warming.c
lib_libskpi_la_SOURCES += %D%/kaya.c %D%/lmdi.c %D%/lmdi_row.c %D%/lmdi_row.h
lib_libskpi_la_SOURCES += %D%/gwp.c %D%/gwp.h %D%/inventory.c %D%/reference.c %D%/reference.h
lib_libskpi_la_SOURCES += %D%/target.c %D%/sda.c %D%/converge.c %D%/gwp_star.c %D%/remaining.c

lib_libskpi_la_SOURCES += %D%/options.c %D%/options.h %D%/urgd.c %D%/norm.c %D%/un.c %D%/un.h %D%/project.c \
	%D%/population.c %D%/interval.c %D%/cities.c %D%/names.c

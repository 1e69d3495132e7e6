lib_libskpi_la_SOURCES += %D%/options.c %D%/options.h %D%/urgd.c %D%/norm.c %D%/un.c %D%/un.h %D%/un_block.c \
	%D%/un_block.h %D%/project.c %D%/population.c %D%/interval.c %D%/cities.c %D%/names.c
# methods, from parameters and from histories
lib_libskpi_la_SOURCES += %D%/decay.c %D%/decay.h %D%/linear.h %D%/scurve.c %D%/scurve.h %D%/window.c %D%/window.h \
	%D%/path.c %D%/path.h %D%/reach.c %D%/fill.h %D%/history.c %D%/history.h %D%/project_history.c \
	%D%/crossing.c %D%/slope.c %D%/law.c %D%/base.c %D%/norm_fit.c
# intervals and the record of the past
lib_libskpi_la_SOURCES += %D%/interval.h %D%/interval_converging.c %D%/walk.c %D%/evidence.c %D%/evidence.h \
	%D%/interval_fit.c %D%/backtest.c %D%/backtest.h %D%/backtest_forecast.c
# places together
lib_libskpi_la_SOURCES += %D%/people.h %D%/aggregate.c %D%/city_sum.c %D%/doubling.c %D%/northam.c %D%/three_way.c %D%/two_region.c
# the model of an ensemble
lib_libskpi_la_SOURCES += %D%/ensemble.c

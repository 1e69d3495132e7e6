# make bench: figures beside peers, never a test.  BENCHFLAGS=--quick for a first look.
skpi_benches = %D%/urban.py %D%/urban_evidence.py %D%/carbon.py %D%/economy.py %D%/series.py %D%/ensemble.py %D%/ensemble_places.py \
  %D%/index.py %D%/index_tables.py %D%/award.py %D%/peers.py
EXTRA_DIST += %D%/pairs.py $(skpi_benches) %D%/ensemble_peer.c
.PHONY: bench
bench: all
	@printf 'figure\tours\tpeer\tratio\tgoal\n'
	@for b in $(skpi_benches); do \
	  $(AM_TESTS_ENVIRONMENT) $(PYTHON3) $(srcdir)/$$b $(BENCHFLAGS) || exit 1; done

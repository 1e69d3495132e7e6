\echo Use "CREATE EXTENSION smartkpi" to load this file. \quit

-- All functions depend on their arguments alone, so the planner may call them in parallel workers and in indexes.
-- A NULL argument gives no rows.

CREATE FUNCTION skpi_version() RETURNS text
AS 'MODULE_PATHNAME', 'skpi_version_sql' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION skpi_un_project(last_year integer, share double precision, urgd double precision, size_class text,
    first_year integer, n_years integer, OUT year integer, OUT projected double precision, OUT growth double precision)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'skpi_un_project_sql' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 40;
COMMENT ON FUNCTION skpi_un_project IS
'urban share by the method of the United Nations; size_class is large (two million people or more in 2018) or small';

CREATE FUNCTION skpi_urban_fan(place_id bigint, share double precision, drift double precision,
    sigma double precision, first_year integer, n_years integer, draws bigint DEFAULT 10000, seed bigint DEFAULT 0,
    mode text DEFAULT 'exact', OUT year integer, OUT mean double precision, OUT q05 double precision,
    OUT q25 double precision, OUT q50 double precision, OUT q75 double precision, OUT q95 double precision)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'skpi_urban_fan_sql' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 40;
COMMENT ON FUNCTION skpi_urban_fan IS
'mean and quantiles of an urban share whose logit follows a random walk; place_id selects the draws';

CREATE FUNCTION skpi_budget_path(t0 double precision, e0 double precision, t_peak double precision,
    e_peak double precision, plateau double precision, t_net_zero double precision, residual double precision,
    budget double precision, first_year integer, n_years integer, OUT year integer, OUT emission double precision,
    OUT cumulative double precision)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'skpi_budget_path_sql' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 40;
COMMENT ON FUNCTION skpi_budget_path IS
'emissions from a peak to net zero that add up to a budget from t0; cumulative is their integral from t0';

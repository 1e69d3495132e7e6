#!/usr/bin/env python3
"""examples/postgresql: built by PGXS, in a server of its own on loopback; parallel plans, the bits of one process, cancel,
errors as SQLSTATE with detail, and a server that lives on.

The server is a copy of the installed one in a temporary folder, whose programs find their folders relative to
themselves, so that nothing is written into the system.  It does not run as root: root becomes the user postgres.
"""
import getpass
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import checks
from checks import check

PLACES, YEARS = 25000, 40  # a million rows
FAN, DRAWS = 60, 3000
PARALLEL = {"min_parallel_table_scan_size": 0, "parallel_setup_cost": 0, "parallel_tuple_cost": 0, "jit": "off",
            "max_parallel_workers_per_gather": 2, "max_worker_processes": 4, "fsync": "off"}
PROJECT = "skpi_un_project(2017, share, urgd, CASE id % 2 WHEN 0 THEN 'large' ELSE 'small' END, 2018, 40)"


def skipped(why):
    print(f"SKIP postgresql: {why}")
    sys.exit(77)


def server_found():
    """The folder of an installed server that can build extensions."""
    for pg_config in sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_config"), reverse=True):
        pgxs = subprocess.run([pg_config, "--pgxs"], capture_output=True, text=True).stdout.strip()
        headers = subprocess.run([pg_config, "--includedir-server"], capture_output=True, text=True).stdout.strip()
        if Path(pgxs).exists() and Path(headers, "postgres.h").exists() and (pg_config.parent / "initdb").exists():
            return pg_config.parents[1]
    skipped("no server with headers (Debian: postgresql-15 postgresql-server-dev-15)")


def user_found():
    """Who runs the server."""
    if os.getuid():
        return getpass.getuser()
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        skipped("root may not run a server, and there is no user postgres")


class Server:
    def __init__(self, folder):
        self.folder, self.data, self.user = Path(folder), Path(folder) / "data", user_found()
        installed = server_found()
        self.version = installed.name
        self.home = self.folder / "usr/lib/postgresql" / self.version
        self.bin = self.home / "bin"
        shutil.copytree(installed, self.home, ignore=shutil.ignore_patterns("bitcode", "pgxs", "llvmjit*"))
        share = Path("usr/share/postgresql") / self.version
        shutil.copytree(Path("/") / share, self.folder / share)
        self.build(installed)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]

    def build(self, installed):
        source = self.folder / "source"
        shutil.copytree(checks.SRC / "examples/postgresql", source)
        library = checks.BUILD / "lib/.libs"
        header = subprocess.run(["readelf", "-d", library / "libsmartkpi.so"], capture_output=True, text=True).stdout
        soname = re.search(r"SONAME.*\[(.*)\]", header).group(1)
        shutil.copy(library / "libsmartkpi.so", self.home / "lib" / soname)
        made = subprocess.run(
            ["make", "-s", "-C", source, "install", f"DESTDIR={self.folder}", "with_llvm=no", "COPT=-Werror",
             f"PG_CONFIG={installed / 'bin/pg_config'}",
             f"SMARTKPI_CFLAGS=-I{checks.SRC / 'include'} -I{checks.BUILD / 'include'}",
             f"SMARTKPI_LIBS=-L{library} -lsmartkpi -Wl,-rpath,'$$ORIGIN'"], capture_output=True, text=True,
            env={k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")})
        check("it is built by PGXS without a warning", made.returncode == 0 and not made.stderr, made.stderr[-600:])

    def run(self, program, *arguments, **more):
        other = {} if os.getuid() else {"user": self.user, "group": pwd.getpwnam(self.user).pw_gid, "extra_groups": []}
        return subprocess.run([self.bin / program, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder,
                              **other, **more)

    def start(self):
        self.data.mkdir()
        for path in (self.folder, self.data):
            shutil.chown(path, self.user)
        made = self.run("initdb", "-D", self.data, "-A", "trust", "-U", "tester", "-E", "UTF8", "--locale=C", "--no-sync")
        check("the copy of the server makes its data", made.returncode == 0, made.stderr)
        options = " ".join(f"-c {k}={v}" for k, v in PARALLEL.items())
        begun = self.run("pg_ctl", "-D", self.data, "-w", "-t", 60, "-l", self.data / "log", "-o",
                         f"-h 127.0.0.1 -p {self.port} -k '' {options}", "start", stdin=subprocess.DEVNULL)
        check("it starts on loopback", begun.returncode == 0, begun.stdout + begun.stderr)
        return begun.returncode == 0

    def stop(self):
        if self.data.exists():
            self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def psql(self, *arguments):
        return [str(self.bin / "psql"), "-X", "-q", "-A", "-t", "-h", "127.0.0.1", "-p", str(self.port), "-U", "tester",
                "-d", "postgres", *arguments]

    def sql(self, *statements):
        """What statements of one session print, on both streams."""
        text = "\\set VERBOSITY verbose\n" + ";\n".join(statements) + ";\n"
        return subprocess.run(self.psql(), input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout


def place(i):
    return (i + 1) / 25002, (i * 7919 % 71 - 21) / 1000


def rows(text):
    return [[int(x[0]), int(x[1]), *map(float, x[2:])] for x in (line.split("\t") for line in text.splitlines())]


def plain(x):
    return x.tolist() if hasattr(x, "tolist") else x


def test_project(server):
    from smartkpi import urban
    query = f"SELECT id, year, projected, growth FROM place, {PROJECT}"
    plan = server.sql(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {query}")
    check("the plan is parallel", "Gather" in plan and "Parallel Seq Scan on place" in plan
          and re.search(r"Workers Launched: [12]", plan), plan)
    found = rows(server.sql(f"COPY ({query} ORDER BY id, year) TO STDOUT"))
    share, urgd = zip(*map(place, range(PLACES)))
    one = urban.project(last_year=[2017] * PLACES, share=share, urgd=urgd, first_year=2018, n_years=YEARS,
                        size_class=[("large", "small")[i % 2] for i in range(PLACES)])
    expected = [[i, 2018 + k, p, r] for i, (ps, rs) in enumerate(zip(plain(one.share), plain(one.urgd)))
                for k, (p, r) in enumerate(zip(ps, rs))]
    check("a million rows", len(found) == PLACES * YEARS, len(found))
    check("they are those of one process to the bit", found == expected)
    # World Urbanization Prospects 2018, China, last observation 2017: 70.626 % in 2030, 80.028 % in 2050
    china = server.sql("SELECT year, round(100 * projected::numeric, 2) FROM skpi_un_project(2017, 0.5796, 0.0501189, 'large',"
                       " 2018, 33) WHERE year IN (2030, 2050)")
    check("China 2030 and 2050", china.split() == ["2030|70.63", "2050|80.03"], china)
    check("NULL gives no rows", server.sql("SELECT count(*) FROM skpi_un_project(2017, NULL, 0.05, 'large', 2018, 3)").strip() == "0")
    check("a share of 1 has no growth", server.sql("SELECT projected, growth IS NULL FROM"
                                                  " skpi_un_project(2017, 1, 0.05, 'large', 2018, 1)").strip() == "1|t")


def test_fan(server):
    import smartkpi
    from smartkpi import ensemble, urban
    prob = [.05, .25, .5, .75, .95]
    for mode in ("exact", "stream"):
        query = ("SELECT id, year, mean, q05, q25, q50, q75, q95 FROM place, skpi_urban_fan(id, share, urgd / 5, .01 + share / 50,"
                 f" 2021, 6, {DRAWS}, 42, '{mode}') WHERE id < {FAN}")
        plan = server.sql(f"EXPLAIN (COSTS OFF) {query}")
        check(f"{mode}: the plan is parallel", "Gather" in plan and "Parallel Seq Scan on place" in plan, plan)
        found = rows(server.sql(f"COPY ({query} ORDER BY id, year) TO STDOUT"))
        share, urgd = zip(*map(place, range(FAN)))
        one = ensemble.Plan(2021, 6, n_draws=DRAWS, seed=42, n_places=FAN, prob=prob,
                            mode=getattr(smartkpi, f"SKPI_ENSEMBLE_MODE_{mode.upper()}"))
        model = urban.ensemble_add(one, share, [r / 5 for r in urgd], [.01 + p / 50 for p in share])
        result = ensemble.Result(one)
        result.run(one)
        mean, quantile = plain(result.mean(model, 0)), plain(result.quantile(model, 0, prob))
        expected = [[i, 2021 + k, mean[i][k], *quantile[i][k]] for i in range(FAN) for k in range(6)]
        check(f"{mode}: means and quantiles are those of one process to the bit", found == expected, (found[:1], expected[:1]))


def test_budget(server):
    # 260 Gt from 2023.0: the path that the library's pages have
    china = "2023, 11.902503, 2028, 12.2, 2, 2060, 0, 260"
    query = f"SELECT year, round(emission::numeric, 9), round(cumulative::numeric, 9) FROM skpi_budget_path({china}, 2029, 32)"
    found = server.sql(f"{query} WHERE year IN (2029, 2060)").split()
    check("a path has its peak and its budget", len(found) == 2 and found[0].startswith("2029|12.2") and found[1].split("|")[1:] in
          (["0.000000000", "260.000000000"], ["0", "260"]), found)
    check("NULL gives no rows", server.sql("SELECT count(*) FROM skpi_budget_path(2023, 11.9, 2028, 12.2, NULL, 2060, 0, 260, 2029, 9)")
          .strip() == "0")


def test_cancel(server):
    endless = "SELECT count(*) FROM skpi_urban_fan(1, 0.5, 0.01, 0.02, 2021, 40, 17179869184, 0, 'stream')"
    with subprocess.Popen(server.psql("-c", "SELECT pg_backend_pid()", "-c", endless, "-c",
                                      "SELECT 'alive', pg_backend_pid()"), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as session:
        backend = session.stdout.readline().strip()
        for _ in range(600):
            time.sleep(.1)
            if "t" in server.sql(f"SELECT state = 'active' AND query LIKE '%17179869184%' FROM pg_stat_activity WHERE pid = {backend}"):
                break
        time.sleep(.3)
        # the server itself measures, so that the start of psql does not count
        waited = server.sql(f"""DO $$ DECLARE begin_at timestamptz := clock_timestamp(); BEGIN
            PERFORM pg_cancel_backend({backend});
            FOR i IN 1..6000 LOOP
                PERFORM pg_stat_clear_snapshot();
                EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = {backend} AND state = 'active'
                                      AND query LIKE '%17179869184%');
                PERFORM pg_sleep(.002);
            END LOOP;
            RAISE NOTICE 'waited % s', extract(epoch FROM clock_timestamp() - begin_at);
            END $$""")
        try:
            rest, words = session.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            session.kill()
            rest, words = session.communicate()
    seconds = re.search(r"waited ([\d.]+) s", waited)
    print(f"# canceled after {seconds.group(1) if seconds else '?'} s")
    check("pg_cancel_backend stops draws", "canceling statement due to user request" in words and seconds, (words, waited))
    check("the backend lives on", rest.split() == [f"alive|{backend}"], rest)


def bad_calls():
    """Statements that must be refused, each with the word that the message must have."""
    good = ["2017", ".58", ".05", "'large'", "2018", "33"]
    for at, word, values in ((1, "share", "41.5 -0.1 1.5 'NaN' 'Infinity' '-Infinity'"),
                             (2, "urgd", "'NaN' 'Infinity' 1e300 5"),
                             (0, "last_year", "1400 2500 -5 2147483647 -2147483648 2018 2030"),
                             (3, "size_class", "'huge' '' 'Large' '1'"),
                             (4, "first_year", "1400 2500 2147483647 -1"),
                             (5, "n_years", "0 -1 901 2147483647"), (5, "first_year", "500")):
        for value in values.split():
            yield f"SELECT * FROM skpi_un_project({', '.join([*good[:at], value, *good[at + 1:]])})", word
    good = ["1", ".5", ".01", ".02", "2021", "40", "1000", "0", "'stream'"]
    for at, word, values in ((0, "place_id", "-1 4294967296"), (1, "share", "0 1 41.5 'NaN' -1"),
                             (2, "drift", "'NaN' 'Infinity' 1e308"), (3, "sigma", "-1 'NaN' 'Infinity' 1e308"),
                             (4, "first_year", "1400 2500"), (5, "n_years", "0 -1 901"),
                             (6, "draws", "0 -1 17179869185"), (7, "seed", "-1"), (8, "mode", "'fast' ''")):
        for value in values.split():
            yield f"SELECT * FROM skpi_urban_fan({', '.join([*good[:at], value, *good[at + 1:]])})", word
    yield "SELECT * FROM skpi_urban_fan(1, .5, .01, .02, 2021, 40, 100000000, 0, 'exact')", "draws"
    good = ["2023", "11.9", "2028", "12.2", "2", "2060", "0", "260", "2029", "9"]
    for at, word, values in ((0, "t0", "1400 'NaN'"), (1, "e0", "-1 'Infinity'"), (7, "target", "50 1000 'NaN'"),
                             (8, "first_year", "1400 2022"), (9, "n_years", "0 901")):
        for value in values.split():
            yield f"SELECT * FROM skpi_budget_path({', '.join([*good[:at], value, *good[at + 1:]])})", word


def test_errors(server):
    calls = list(bad_calls())
    statements = [s for call, _ in calls for s in (call, "SELECT 'alive', pg_backend_pid()")]
    said = re.split(r"^alive\|", server.sql("SELECT 'alive', pg_backend_pid()", *statements), flags=re.M)[1:]
    backends = {part.split("\n")[0] for part in said}
    check(f"{len(calls)} bad calls, at least fifty", len(calls) >= 50 and len(said) == len(calls) + 1, len(said))
    check("one backend is alive after each of them", len(backends) == 1, backends)
    for (call, word), part in zip(calls, said):
        refusal = re.search(r"ERROR: +(22023|22003): (.*)\n", part)
        own = "DETAIL:  SKPI_E" in part
        check(f"refused: {call}", refusal and word in refusal.group(2) and (own or word in ("size_class", "n_years", "draws", "mode", "place_id", "seed")), part)
    unusual = server.sql("SELECT count(*) FROM skpi_un_project(2017, .5, .2, 'large', 2018, 1)")
    check("a warning is a warning", "WARNING:  01000: " in unusual and "urgd" in unusual and unusual.split()[-1] == "1", unusual)


def main():
    checks.unsanitized("postgresql")
    server_found(), user_found()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server is stopped then too
    with tempfile.TemporaryDirectory(prefix="smartkpi-postgresql-") as folder:
        server = Server(folder)
        try:
            if checks.failed == 0 and server.start():
                server.sql("CREATE EXTENSION smartkpi", "CREATE TABLE place(id integer, share float8, urgd float8)",
                           f"INSERT INTO place SELECT i, (i + 1) / 25002::float8, (i * 7919 % 71 - 21) / 1000::float8"
                           f" FROM generate_series(0, {PLACES - 1}) i", "ANALYZE place")
                for test in (test_project, test_fan, test_budget, test_cancel, test_errors):
                    test(server)
        finally:
            server.stop()
    checks.end()


if __name__ == "__main__":
    sys.exit(main())

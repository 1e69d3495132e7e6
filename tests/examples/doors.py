#!/usr/bin/env python3
"""The same three questions by every way to call the library that is installed: C, C++, Python, the examples on the command
line, SQLite, PostgreSQL and R.  The answers are the same to the bit, and the programs of README.md print the same figures.

A share: the urban share of China in 2030 and 2050 by the method of the United Nations.  A budget: the emission in 2035 on
the path to net zero that emits 260 Gt.  A fan: three quantiles of an urban share in 2030, of 10000 draws.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import checks
from checks import BUILD, SRC, check
from r_package import copied

sys.path.insert(0, str(SRC / "tests/pages"))
from recipes import environment  # noqa: E402

FIGURES = ("share 2030", "share 2050", "emission 2035", "q05", "q50", "q95")
# China 2018 in World Urbanization Prospects; the path of the page skpi_carbon_path_solve
SHARE = (2017, 0.57960, 0.0501189)
BUDGET = (2023, 11.902503, 2028, 12.2, 2, 2060, 0, 260)
FAN = (0.57960, 0.0501189, 0.02, 2018, 13)
PROB = (0.05, 0.5, 0.95)

C = """#include <smartkpi.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    const int32_t last_year = 2017, size_class = SKPI_URBAN_SIZE_LARGE;
    const double share = 0.57960, urgd = 0.0501189, sigma = 0.02, prob[3] = {0.05, 0.5, 0.95};
    double path[33], x[8] = {2023, 11.902503, 2028, 12.2, 2, 2060, 0, 260}, power, emission, quantile[13][3];
    skpi_urban_project_in in;
    skpi_urban_project_out out;
    skpi_carbon_path p;
    skpi_ensemble_plan_options options;
    skpi_urban_ensemble_add_in add;
    skpi_ensemble_plan *plan = NULL;
    skpi_ensemble_result *result = NULL;
    int32_t model = 0;
    memset(&in, 0, sizeof in), memset(&out, 0, sizeof out), memset(&p, 0, sizeof p);
    memset(&options, 0, sizeof options), memset(&add, 0, sizeof add);
    in.size = sizeof in, in.n = 1, in.last_year = &last_year, in.share = &share, in.urgd = &urgd;
    in.size_class = &size_class;
    out.size = sizeof out, out.share = path;
    p.size = sizeof p, p.n = 1, p.shape = SKPI_CARBON_SHAPE_PEAK, p.convention = SKPI_CARBON_CONVENTION_INTEGRAL;
    p.t0 = x, p.e0 = x + 1, p.t_peak = x + 2, p.e_peak = x + 3, p.plateau = x + 4, p.t_net_zero = x + 5;
    p.residual = x + 6;
    options.size = sizeof options, options.n_draws = 10000, options.seed = 1, options.n_prob = 3, options.prob = prob;
    add.size = sizeof add, add.share = &share, add.drift = &urgd, add.sigma = &sigma;
    if (skpi_urban_project(&in, 2018, 33, NULL, &out, NULL) < 0) return puts(skpi_last_error()), 1;
    if (skpi_carbon_path_solve(&p, SKPI_CARBON_TARGET_BUDGET, x + 7, &power, NULL) < 0) return puts(skpi_last_error()), 1;
    p.power = &power;
    if (skpi_carbon_path_value(&p, 2035, 1, &emission, NULL, NULL) < 0) return puts(skpi_last_error()), 1;
    if (skpi_ensemble_plan_new(2018, 13, &options, &plan) < 0 || skpi_urban_ensemble_add(plan, &add, &model) < 0 ||
        skpi_ensemble_result_new(plan, &result) < 0 || skpi_ensemble_result_run(result, plan, NULL) < 0 ||
        skpi_ensemble_result_quantile(result, model, 0, 3, prob, quantile[0]) < 0)
        return puts(skpi_last_error()), 1;
    printf("%.17g %.17g %.17g %.17g %.17g %.17g\\n", path[12], path[32], emission, quantile[12][0], quantile[12][1],
           quantile[12][2]);
    skpi_ensemble_result_free(result);
    skpi_ensemble_plan_free(plan);
    return 0;
}
"""

R = """library(smartkpi)
share <- urban_project(2017, 0.57960, 0.0501189, 2018, 33, size_class = "large")$share[c("2030", "2050"), 1]
path <- carbon_path("peak", t0 = 2023, e0 = 11.902503, t_peak = 2028, e_peak = 12.2, plateau = 2, t_net_zero = 2060)
path$power <- carbon_path_solve(path, "budget", 260)
fan <- urban_fan(0.57960, 0.0501189, 0.02, 2018, 13, seed = 1, prob = c(0.05, 0.5, 0.95))
cat(sprintf("%.17g", c(share, carbon_path_value(path, 2035, 1)$emission, fan$quantile[, "2030", 1])))
"""

SQLITE = """.load ./smartkpi_sqlite
SELECT printf('%!.17g %!.17g', skpi_un_share(2017, 0.57960, 0.0501189, 1, 2030), skpi_un_share(2017, 0.57960, 0.0501189, 1, 2050)),
    printf('%!.17g', skpi_path_emission(2023, 11.902503, 2028, 12.2, 2, 2060, 0,
        skpi_power_for_budget(2023, 11.902503, 2028, 12.2, 2, 2060, 0, 260), 2035));
SELECT printf('%!.17g', skpi_urban_quantile(2017, 0.57960, 0.0501189, 0.02, 2030, p.value, 10000, 1))
FROM json_each('[0.05, 0.5, 0.95]') p;
"""

POSTGRESQL = """SELECT projected FROM skpi_un_project(2017, 0.57960, 0.0501189, 'large', 2018, 33) WHERE year IN (2030, 2050);
SELECT emission FROM skpi_budget_path(2023, 11.902503, 2028, 12.2, 2, 2060, 0, 260, 2035, 1);
SELECT q05, q50, q95 FROM skpi_urban_fan(0, 0.57960, 0.0501189, 0.02, 2018, 13, draws => 10000, seed => 1) WHERE year = 2030;
"""


def numbers(text):
    return [float(x) for x in re.split(r"[\s|]+", text.strip())]


def run(command, folder, env, text=None):
    """What a command prints; None, with a failed check, if it fails."""
    done = subprocess.run([str(c) for c in command], cwd=folder, env=env, input=text, capture_output=True, text=True)
    check(Path(str(command[0])).name + " runs", done.returncode == 0, (done.stdout + done.stderr)[-600:])
    return done.stdout if done.returncode == 0 else None


def flags_of(env):
    """What a compiler needs to find the library."""
    asked = ["pkg-config", "--cflags", "--libs", "smartkpi"]
    return subprocess.run(asked, env=env, capture_output=True, text=True).stdout.split()


def by_python(folder, env):
    from smartkpi import carbon, ensemble, urban
    last_year, share, urgd = SHARE
    path = urban.project(last_year, share, urgd, 2018, 33, size_class="large").share
    t0, e0, t_peak, e_peak, plateau, t_net_zero, residual, budget = BUDGET
    way = carbon.Path(shape="peak", convention="integral", t0=t0, e0=e0, t_peak=t_peak, e_peak=e_peak, plateau=plateau,
                      t_net_zero=t_net_zero, residual=residual)
    way = way.replace(power=carbon.path_solve(way, "budget", budget))
    plan = ensemble.Plan(*FAN[3:], n_draws=10000, seed=1, prob=PROB)
    model = urban.ensemble_add(plan, *FAN[:3])
    result = ensemble.Result(plan)
    result.run(plan)
    quantile = result.quantile(model, 0, PROB)
    found = [path[12], path[32], carbon.path_value(way, 2035, 1).emission[0], *quantile[0][12]]
    return [float(x) for x in found]


def compiled(kind):
    def ask(folder, env):
        source = folder / f"doors.{'c' if kind == 'cc' else 'cpp'}"
        source.write_text(C, encoding="utf-8")
        compiler = os.environ.get("CC", "cc").split() if kind == "cc" else ["c++", "-std=c++11"]
        flags = flags_of(env)
        made = run([*compiler, "-Wall", "-Wextra", "-Werror", source, *flags, "-o", folder / "doors"], folder, env)
        said = None if made is None else run([folder / "doors"], folder, env)
        return said and numbers(said)
    return ask


def by_commands(folder, env):
    """The example programs print the shortest digits that read back."""
    def table(program, *arguments, text):
        lines = run([BUILD / "examples" / program, *arguments], folder, env, text)
        return [line.split(",") for line in (lines or "").splitlines()]
    share = {r[1]: r[2] for r in table("urban_project", "-", text="place,size_class,last_year,share,urgd,end_year\n"
                                       "China,large,2017,0.57960,0.0501189,2050\n")}
    path = {r[1]: r[2] for r in table("carbon_path", "--series", "-", text="case,t0,e0,t_peak,e_peak,plateau_years,t_net_zero,residual,budget\n"
                                      "China," + ",".join(map(str, BUDGET)) + "\n")}
    fan = {r[1]: (r[3], r[5], r[7]) for r in table("ensemble_fan", "urban", "-", "--seed", "1", text=
           "place,share,drift,sigma,last_year,end_year\nChina,0.57960,0.0501189,0.02,2017,2030\n")}
    return [float(x) for x in (share["2030"], share["2050"], path["2035"], *fan["2030"])]


def by_sqlite(folder, env):
    flags = flags_of(env)
    made = run(["cc", "-shared", "-fPIC", SRC / "examples/sqlite/smartkpi_sqlite.c", "-o", folder / "smartkpi_sqlite.so", *flags], folder, env)
    said = None if made is None else run(["sqlite3", "-batch", ":memory:"], folder, env, SQLITE)
    return said and numbers(said)


def by_r(folder, env):
    (folder / "library").mkdir()
    env["R_LIBS"] = str(folder / "library")
    if run(["R", "CMD", "INSTALL", f"--library={folder / 'library'}", copied(folder)], folder, env) is None:
        return None
    (folder / "doors.R").write_text(R, encoding="utf-8")
    said = run(["Rscript", "doors.R"], folder, env)
    return said and numbers(said)


def by_postgresql(folder, env):
    import postgresql
    server = postgresql.Server(folder / "server")
    printed = programs()["sql"][1][0]
    try:
        if not server.start():
            return None
        said = server.sql(printed.rstrip(";"))
        check("README's statements for PostgreSQL", "ERROR" not in said and len(said.splitlines()) == 33 + 38 + 13, said)
        return numbers(server.sql(*POSTGRESQL.strip().rstrip(";").split(";\n")))
    finally:
        server.stop()


def lacking_postgresql():
    import postgresql
    try:
        postgresql.server_found(), postgresql.user_found()
    except SystemExit:
        return "a server with headers"
    return ""


def lacking(*programs):
    return lambda: " ".join(p for p in programs if not (Path(p).exists() if "/" in p else shutil.which(p)))


DOORS = (("C", lacking("cc"), compiled("cc")), ("C++", lacking("c++"), compiled("c++")),
         ("the command line", lambda: "" if (BUILD / "examples/ensemble_fan").exists() else "the examples", by_commands),
         ("SQLite", lacking("sqlite3", "/usr/include/sqlite3ext.h"), by_sqlite),
         ("PostgreSQL", lacking_postgresql, by_postgresql), ("R", lacking("R"), by_r))


def programs():
    """README's programs by language, each with the output that stands below it, or None."""
    blocks = re.findall(r"^```(\w*)\n(.*?)\n```$", (SRC / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    found = {}
    for (language, text), (kind, output) in zip(blocks, [*blocks[1:], ("", "")]):
        found.setdefault(language, []).append((text, output if kind == "text" else None))
    return found


def readme(env, folder, found):
    """README's programs in SQL and R print what stands below them; those in C and Python are tried by readme.py.  They
    print the same words."""
    printed = {language: found[language][0] for language in ("c", "python", "sql", "r") if language in found}
    check("README has C, Python, SQL and R", len(printed) == 4, list(printed))
    for language, command, there in (("sql", ["sqlite3", "-batch", ":memory:"], "smartkpi_sqlite.so"),
                                     ("r", ["R", "--no-echo", "--no-save"], "library/smartkpi")):
        if language in printed and (folder / there).exists():
            said = run(command, folder, env, printed[language][0] + "\n")
            check(f"README's program in {language}", said == f"{printed[language][1]}\n", said)
    words = {language: (output or "").splitlines() for language, (_, output) in printed.items()}
    for language, lines in words.items():
        check(f"README: {language} prints what Python prints", lines and set(lines) <= set(words.get("python", [])), lines)


def main():
    checks.unsanitized("doors")
    for reason, bad in (("pkg-config is not installed", not shutil.which("pkg-config")),
                        ("there is no shared library", not (BUILD / "lib/.libs/libsmartkpi.so").exists())):
        if bad:
            print(f"SKIP doors: {reason}")
            sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="smartkpi-doors-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # a server that is run by another user is in it
        env = environment(folder)
        expected = by_python(folder, env)
        print("#", *map(repr, expected))
        check("the share is that of the published table", abs(expected[0] - 0.70626) < 1e-4 and abs(expected[1] - 0.80028) < 1e-4)
        for door, lacks, ask in DOORS:
            if lacks():
                print(f"skip {door}: {lacks()} is not installed")
                continue
            found = ask(folder, env)
            check(f"{door}: the same digits", found == expected, dict(zip(FIGURES, zip(found or [], expected))))
        readme(env, folder, programs())
    checks.end()


if __name__ == "__main__":
    main()

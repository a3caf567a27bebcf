// The benchmark's work in DuckDB, with the exact type of every column given.
//   node duckdb.mjs PLAN.json RESPONSES.jsonl ROWS.csv THREADS > cohort.csv
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The package stands where it was installed, not beside this file.
const { DuckDBInstance } = createRequire(`${process.env.DUCKDB_MODULES}/`)("@duckdb/node-api");

const [planFile, input, output, threads] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, "utf8"));
const labels = process.env.BENCH_VALUES === "labels";
const name = (id) => `"${id}"`;
const word = (text) => `'${text.replaceAll("'", "''")}'`;
const dimensions = plan.dimensions.map((dimension) => dimension.id);
const practices = plan.dimensions.flatMap((dimension) => dimension.practices);

const answers = practices.map(({ id }) => `${name(id)} ${labels ? "VARCHAR" : "TINYINT"}`).join(", ");
const level = ({ id }) => {
  const cell = `answers.${name(id)}`;
  if (!labels) return `${cell}::BIGINT AS ${name(id)}`;
  const cases = plan.levels.map(({ title }, place) => `WHEN ${word(title)} THEN ${place}`).join(" ");
  return `(CASE ${cell} ${cases} END)::BIGINT AS ${name(id)}`;
};
const sum = (terms) => terms.join(" + ");
const isKnown = ({ id }) => `(${name(id)} IS NOT NULL)::BIGINT`;
const dimension = ({ id, practices }) => {
  const known = sum(practices.map(isKnown));
  const cells = practices.map((p) => name(p.id)).join(", ");
  return [
    `(${known}) * ${plan.withhold[1]} >= ${practices.length * plan.withhold[0]} AS ${name(`${id}_shown`)}`,
    `((${known}) = ${practices.length} AND least(${cells}) = greatest(${cells}))::BIGINT AS ${name(`${id}_flat`)}`,
    `${sum(practices.map((p) => `coalesce(${name(p.id)} * ${p.weight}, 0)`))} AS ${name(`${id}_sum`)}`,
    `${sum(practices.map((p) => `CASE WHEN ${name(p.id)} IS NULL THEN 0 ELSE ${p.weight} END`))} AS ${name(`${id}_weight`)}`,
  ].join(", ");
};
const product = (ids) => ids.map((id) => name(`${id}_weight`)).join(" * ");
const numerator = sum(dimensions.map((id) => `${name(`${id}_sum`)} * ${product(dimensions.filter((other) => other !== id))}`));
const shown = dimensions.map((id) => name(`${id}_shown`)).join(" AND ");
const halfUp = (over, under) => `(2000 * (${over}) + ${under}) // (2 * (${under}))`;
const atLevel = plan.levels.map((_, place) => sum(practices.map(({ id }) => `coalesce(${name(id)} = ${place}, false)::BIGINT`)));
const { share, questions, dimensions: whole } = plan.straight_lining;
const straightLining = `known >= ${questions} AND most * ${share[1]} >= known * ${share[0]}
    OR ${sum(dimensions.map((id) => name(`${id}_flat`)))} >= ${whole}`;
const thousandths = (id) => `format('{}.{:03d}', ${name(id)} // 1000, ${name(id)} % 1000)`;
const columns = ["overall", ...dimensions];
const who = "id, organisation, role, finished";
const cells = practices.map(({ id }) => name(id)).join(", ");

const connection = await (await DuckDBInstance.create(":memory:", { threads })).connect();
await connection.run(`CREATE TEMP TABLE points AS
  WITH levels AS (
    SELECT ${who}, ${practices.map(level).join(", ")}
    FROM read_json(${word(input)}, format = 'newline_delimited',
                   columns = {id: 'VARCHAR', organisation: 'VARCHAR', role: 'VARCHAR', finished: 'BOOLEAN', answers: 'STRUCT(${answers})'})),
  sums AS (SELECT ${who}, ${cells}, ${sum(practices.map(isKnown))} AS known, greatest(${atLevel.join(", ")}) AS most,
             ${plan.dimensions.map(dimension).join(", ")} FROM levels),
  whole AS (SELECT *, (${numerator})::BIGINT AS numerator, (${product(dimensions)} * ${dimensions.length})::BIGINT AS denominator FROM sums)
  SELECT ${who}, ${cells}, known, ${straightLining} AS straight_lining,
    ${dimensions.map((id) => `CASE WHEN ${name(`${id}_shown`)} THEN ${halfUp(name(`${id}_sum`), name(`${id}_weight`))} END AS ${name(id)}`).join(", ")},
    CASE WHEN ${shown} THEN ${halfUp("numerator", "denominator")} END AS overall
  FROM whole`);
const yes = (cell) => `CASE WHEN ${cell} THEN 'yes' ELSE 'no' END`;
await connection.run(`COPY (SELECT id, organisation, role, ${yes("finished")} AS complete, known AS practices_known,
    ${practices.length} AS practices_in_scope, ${yes("straight_lining")} AS straight_lining,
    ${columns.map((id) => `${thousandths(id)} AS ${name(id)}`).join(", ")} FROM points)
  TO ${word(output)} (FORMAT csv, HEADER, QUOTE '"')`);

// What is known of all: a practice has its level in every response, in thousandths like the others.
const scores = [...columns.map((id) => [id, name(id)]), ...practices.map(({ id }) => [id, `1000 * ${name(id)}`])];
const asked = scores.map(([, cell]) => `count(${cell}), quantile_disc(${cell}, [0.1, 0.5, 0.9])`).join(", ");
const [row] = (await connection.runAndReadAll(`SELECT ${asked} FROM points`)).getRows();
const text = (value) => `${BigInt(value) / 1000n}.${String(BigInt(value) % 1000n).padStart(3, "0")}`;
console.log("score,responses,p10,p50,p90");
scores.forEach(([id], at) => console.log([id, row[2 * at], ...row[2 * at + 1].items.map(text)].join(",")));

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
const dimension = ({ id, practices }) => {
  const known = sum(practices.map((p) => `(${name(p.id)} IS NOT NULL)::BIGINT`));
  return [
    `(${known}) * ${plan.withhold[1]} >= ${practices.length * plan.withhold[0]} AS ${name(`${id}_shown`)}`,
    `${sum(practices.map((p) => `coalesce(${name(p.id)} * ${p.weight}, 0)`))} AS ${name(`${id}_sum`)}`,
    `${sum(practices.map((p) => `CASE WHEN ${name(p.id)} IS NULL THEN 0 ELSE ${p.weight} END`))} AS ${name(`${id}_weight`)}`,
  ].join(", ");
};
const product = (ids) => ids.map((id) => name(`${id}_weight`)).join(" * ");
const numerator = sum(dimensions.map((id) => `${name(`${id}_sum`)} * ${product(dimensions.filter((other) => other !== id))}`));
const shown = dimensions.map((id) => name(`${id}_shown`)).join(" AND ");
const halfUp = (over, under) => `(2000 * (${over}) + ${under}) // (2 * (${under}))`;
const gate = practices.filter((p) => p.core).map((p) => `coalesce(${name(p.id)}, 0) <= ${plan.core.at_most}`).join(" OR ");
const edges = plan.edges.map(([over, under]) => `(numerator * ${under} >= denominator * ${over})::BIGINT`);
const thousandths = (id) => `format('{}.{:03d}', ${name(id)} // 1000, ${name(id)} % 1000)`;
const columns = [...dimensions, "overall"];

const connection = await (await DuckDBInstance.create(":memory:", { threads })).connect();
await connection.run(`CREATE TEMP TABLE points AS
  WITH levels AS (
    SELECT id, organisation, role, ${practices.map(level).join(", ")}
    FROM read_json(${word(input)}, format = 'newline_delimited',
                   columns = {id: 'VARCHAR', organisation: 'VARCHAR', role: 'VARCHAR', answers: 'STRUCT(${answers})'})),
  sums AS (SELECT id, organisation, role, (${gate}) AS gate, ${plan.dimensions.map(dimension).join(", ")} FROM levels),
  whole AS (SELECT *, (${numerator})::BIGINT AS numerator, (${product(dimensions)} * ${dimensions.length})::BIGINT AS denominator FROM sums)
  SELECT id, organisation, role,
    ${dimensions.map((id) => `CASE WHEN ${name(`${id}_shown`)} THEN ${halfUp(name(`${id}_sum`), name(`${id}_weight`))} END AS ${name(id)}`).join(", ")},
    CASE WHEN ${shown} THEN ${halfUp("numerator", "denominator")} END AS overall,
    CASE WHEN ${shown} THEN least(${sum(edges)}, CASE WHEN gate THEN ${plan.core.cap} ELSE ${plan.bands.length} END) END AS place
  FROM whole`);
await connection.run(`COPY (SELECT id, organisation, role, ${columns.map((id) => `${thousandths(id)} AS ${name(id)}`).join(", ")},
    list_extract([${plan.bands.map(word).join(", ")}], (place + 1)::BIGINT) AS band FROM points)
  TO ${word(output)} (FORMAT csv, HEADER, QUOTE '"')`);
console.log("score,responses,p10,p50,p90");
for (const id of columns) {
  const reader = await connection.runAndReadAll(`SELECT count(${name(id)}), quantile_disc(${name(id)}, [0.1, 0.5, 0.9]) FROM points`);
  const [count, { items }] = reader.getRows()[0];
  const text = (value) => `${BigInt(value) / 1000n}.${String(BigInt(value) % 1000n).padStart(3, "0")}`;
  console.log([id, count, ...items.map(text)].join(","));
}

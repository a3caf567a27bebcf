// The pages that the tests look at, made by the program itself, once, when they are first asked for: the shipped cases,
// and cases nobody would wish for.
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { emptyAssessment, largeAssessment, largeFramework, onePerson } from "./cases.mjs";

const source = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = join(process.env.PACKAGES, "pages", basename(process.argv[1] ?? "pages"));
mkdirSync(folder, { recursive: true });

const run = promisify(execFile);
async function waymark(...args) {
  return (await run(process.env.WAYMARK, args, { encoding: "utf8", cwd: source, maxBuffer: 1 << 26 })).stdout;
}

// A page with gates that are not met, which is said by the exit status too.
export async function gated(name, input, ...args) {
  const path = join(folder, name + ".html");
  const status = await waymark("report", input, "-f", "html", "-o", path, ...args).then(() => 0, (error) => error.code);
  return { path, status };
}

export function written(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

// Renders to a file and returns its path.
export async function rendered(name, input, ...args) {
  const path = join(folder, name + ".html");
  await waymark("report", input, "-f", "html", "-o", path, ...args);
  return path;
}

// The pages of a group and of a comparison, which have no notes and no framework of their own to name.
export async function others(name, command, inputs, ...args) {
  const path = join(folder, name + ".html");
  await waymark(command, ...inputs, "-f", "html", "-o", path, ...args);
  return path;
}

export const size = async (path) => readFileSync(await path).length;

export const heating = "examples/home-heating/assessment.yaml";
const later = "examples/home-heating/after-18-months.yaml";
const group = join(source, "examples/cohort");
export const organisations = readdirSync(group).filter((name) => name.endsWith(".yaml")).sort().map((name) => join(group, name));
const school = "examples/school-readiness/assessment.yaml";
const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export const scorecard = async (input = heating) => JSON.parse(await waymark("report", input, "-f", "json", "--with-notes"));
export const twice = () => Promise.all([scorecard(heating), scorecard(later)]);

const recipes = {
  heating: () => rendered("heating", heating),
  school: () => rendered("school", school),
  notes: () => rendered("notes", heating, "--with-notes", "--accent", "#ffd400", "--logo", written("logo.png", Buffer.from(picture, "base64"))),
  hospital: () => rendered("hospital", "examples/school-readiness/hospital.yaml"),
  large: () => rendered("large", written("large-assessment.yaml", largeAssessment()), "--framework", written("large.yaml", largeFramework())),
  empty: () => rendered("empty", written("empty.yaml", emptyAssessment())),
  one: () => rendered("one", written("one.yaml", onePerson())),
  cohort: () => others("cohort", "score", organisations),
  rows: () => others("rows", "score", organisations, "--with-rows"),
  compare: () => others("compare", "compare", [heating, later]),
  series: () => others("series", "compare", [heating, heating, later]),
};
export const names = Object.keys(recipes);

// Each a promise of a path.
const made = {};
export const pages = new Proxy(made, { get: (_, name) => (made[name] ??= recipes[name]()) });

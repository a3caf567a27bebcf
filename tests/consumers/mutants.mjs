// Whatever a JSON Schema refuses, waymark refuses: sound files of each kind, changed in one place, in every kind of place.
//
//     node tests/consumers/mutants.mjs WAYMARK NODE_MODULES SOURCE_FOLDER [KIND …]
//
// The mutants are made by rule: another type, another word or number, an unknown key, a key gone, a list or mapping
// emptied. Each kind of place gets one wrong value in four of a list, in turn; with WAYMARK_ALL_MUTANTS=1 all of them. The schema is judged by Ajv, which shares no code with the validator of tests/schemas/check.py.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const [waymark, modules, source] = process.argv.slice(2).map((word) => path.resolve(word));
const require = createRequire(path.join(modules, "index.js"));
const Ajv = require("ajv/dist/2020.js").default;
const { parse } = require("yaml");
const only = process.argv.slice(5);
const everyValue = process.env.WAYMARK_ALL_MUTANTS === "1";
const failures = [];
let checks = 0;

const WRONG = ["", "No such thing!", "-5", "x".repeat(100), -1, 1e13, 0.123456, true, [], {}, ["colour"], [["colour"]],
               { colour: "red" }, [{ colour: "red" }]];

function run(folder, ...words) {
    const outcome = spawnSync(waymark, words, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 30 });
    if (outcome.error || ![0, 1, 2].includes(outcome.status)) {
        throw new Error(`waymark ${words[0]} failed: ${outcome.error ?? outcome.stderr.slice(-2000)}`);
    }
    return outcome;
}

function filesBelow(folder) {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const place = path.join(folder, entry.name);
        return entry.isDirectory() ? filesBelow(place) : [place];
    });
}

// Sound documents of a kind with the folder of their neighbours, the smallest first: a place is tried in the first that
// has one like it.
function sources(kind) {
    const found = ["frameworks", "examples", "src/cli/starters", "tests/examples", "tests/exports"]
        .flatMap((folder) => filesBelow(path.join(source, folder)))
        .filter((file) => file.endsWith(".yaml"));
    const of = (wanted) => found.filter((file) => readFileSync(file, "utf8").match(/^waymark: ([a-z]+)\/1$/m)?.[1] === wanted)
        .sort((a, b) => statSync(a).size - statSync(b).size);
    if (kind !== "scorecard") {
        return of(kind).map((file) => [path.dirname(file), parse(readFileSync(file, "utf8"))]);
    }
    return of("assessment").map((file) => {
        const card = run(path.dirname(file), "report", file, "-f", "json", "--with-notes");
        return [path.dirname(file), JSON.parse(card.stdout)];
    });
}

function wordsOf(schema, words = new Set()) {
    if (Array.isArray(schema)) schema.forEach((one) => wordsOf(one, words));
    if (schema === null || typeof schema !== "object" || Array.isArray(schema)) return words;
    Object.keys(schema.properties ?? {}).forEach((key) => words.add(key));
    Object.values(schema).forEach((one) => wordsOf(one, words));
    return words;
}

// Every place with a pattern that is the same for all like it: items of a list, and names that people choose, are alike.
function* places(value, words, at = [], pattern = "") {
    yield [at, `${pattern} ${Array.isArray(value) ? "list" : typeof value}`, value];
    if (Array.isArray(value)) {
        for (const [i, one] of value.entries()) yield* places(one, words, [...at, i], `${pattern}/0`);
    } else if (value !== null && typeof value === "object") {
        for (const [key, one] of Object.entries(value)) {
            yield* places(one, words, [...at, key], `${pattern}/${words.has(key) ? key : "*"}`);
        }
    }
}

function changed(document, at, value) {
    if (at.length === 0) return value;
    const twin = Array.isArray(document) ? [...document] : { ...document };
    twin[at[0]] = changed(document[at[0]], at.slice(1), value);
    return twin;
}

// Tests stand each for themselves, so that the others need not be read again for every mutant.
function slim(kind, document, at) {
    if (kind !== "test" || !Array.isArray(document.tests)) return [document, at];
    const kept = at[0] === "tests" && at.length > 1 ? at[1] : 0;
    return [{ ...document, tests: [document.tests[kept]] }, at.length > 1 && at[0] === "tests" ? ["tests", 0, ...at.slice(2)] : at];
}

// `sparing`: of large documents, which take long to read, a third of what small ones get.
function* mutants(document, at, value, turn, sparing) {
    const skips = (i, every) => !everyValue && (i + turn) % every !== 0;
    for (const [i, wrong] of WRONG.entries()) {
        if (skips(i, sparing ? 12 : 4)) continue;
        if (at.length > 0 && JSON.stringify(wrong) !== JSON.stringify(value)) {
            yield [`${JSON.stringify(wrong).slice(0, 40)} in place of ${JSON.stringify(value).slice(0, 40)}`,
                   changed(document, at, wrong)];
        }
    }
    if (value === null || typeof value !== "object" || Array.isArray(value)) return;
    yield ["an unknown key", changed(document, at, { ...value, colour: "red" })];
    yield ["an ill-formed key", changed(document, at, { ...value, "No Name": "red" })];
    for (const [i, key] of Object.keys(value).entries()) {
        if (skips(i, sparing ? 3 : 1)) continue;
        const { [key]: gone, ...rest } = value;
        yield [`no '${key}'`, changed(document, at, rest)];
    }
}

// Those that waymark has an error about; many in one run, as starting it takes longer than reading a file.
function refused(kind, folder, names) {
    const wrong = new Set();
    for (let start = 0; start < names.length; start += 200) {
        const part = names.slice(start, start + 200);
        if (kind === "scorecard") {
            const said = run(folder, "score", ...part).stderr;
            for (const found of said.matchAll(/^(mutant-[0-9]+\.json)[^\n]*error\[/gm)) wrong.add(found[1]);
        } else {
            const found = JSON.parse(run(folder, "check", ...part, "-f", "json").stdout).diagnostics;
            for (const one of found) if (one.severity === "error") wrong.add(one.file);
        }
    }
    return wrong;
}

function check(kind) {
    const schema = JSON.parse(readFileSync(path.join(source, `docs/schemas/${kind}-1.json`), "utf8"));
    const valid = new Ajv({ strict: false, allErrors: false }).compile(schema);
    const words = wordsOf(schema);
    const seen = new Set();
    let count = 0;
    for (const [neighbours, document] of sources(kind)) {
        if (!valid(document)) failures.push(`Ajv refuses a sound ${kind}: ${JSON.stringify(valid.errors)}`);
        const folder = mkdtempSync(path.join(os.tmpdir(), "waymark-mutants-"));
        const tried = new Map();
        const sparing = JSON.stringify(document).length > 20000;
        try {
            cpSync(neighbours, folder, { recursive: true });
            for (const [at, pattern, value] of places(document, words)) {
                if (seen.has(pattern)) continue;
                seen.add(pattern);
                const [base, place] = slim(kind, document, at);
                for (const [what, twin] of mutants(base, place, value, seen.size, sparing && base === document)) {
                    if (valid(twin)) continue;
                    const name = `mutant-${tried.size}.json`;
                    writeFileSync(path.join(folder, name), JSON.stringify(twin));
                    tried.set(name, `/${at.join("/")}: ${what}`);
                }
            }
            const wrong = refused(kind, folder, [...tried.keys()]);
            for (const [name, what] of tried) {
                if (!wrong.has(name)) failures.push(`the schema refuses a ${kind} that waymark accepts: ${what}`);
            }
        } finally {
            rmSync(folder, { recursive: true });
        }
        count += tried.size;
    }
    if (count < 100) failures.push(`only ${count} mutants of the kind ${kind} were tried`);
    console.log(`${kind}: ${count} mutants that the schema refuses`);
    checks += count;
}

for (const kind of only.length > 0 ? only : ["assessment", "framework", "map", "scorecard", "test"]) check(kind);
failures.forEach((words) => console.log(words));
console.log(`${checks} checks, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);

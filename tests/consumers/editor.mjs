// Drives the real YAML language server as an editor does: completion at a few places, a finding on a wrong key.
//
//     node tests/consumers/editor.mjs NODE_MODULES SOURCE_FOLDER
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, source] = process.argv.slice(2).map((word) => path.resolve(word));
const server = spawn(process.execPath, [path.join(modules, "yaml-language-server/bin/yaml-language-server"), "--stdio"]);
const waiting = new Map();
const diagnostics = new Map();
let received = Buffer.alloc(0);
let failures = 0;
let checks = 0;

function expect(holds, words) {
    checks += 1;
    if (!holds) {
        failures += 1;
        console.log(words);
    }
}

function send(message) {
    const text = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    server.stdin.write(`Content-Length: ${text.length}\r\n\r\n`);
    server.stdin.write(text);
}

let last = 0;
function request(method, params) {
    last += 1;
    const id = last;
    send({ id, method, params });
    return new Promise((resolve) => waiting.set(id, resolve));
}

function configuration() {
    const schema = (kind) => pathToFileURL(path.join(source, `docs/schemas/${kind}-1.json`)).href;
    return {
        yaml: {
            completion: true,
            validate: true,
            hover: true,
            schemaStore: { enable: false },
            schemas: {
                [schema("test")]: "*.test.yaml",
                [schema("framework")]: "framework.yaml",
                [schema("assessment")]: "assessment.yaml",
            },
        },
    };
}

function receive(message) {
    if (message.method === "workspace/configuration") {
        const all = configuration();
        send({ id: message.id, result: message.params.items.map((item) => all[item.section] ?? null) });
    } else if (message.method === "textDocument/publishDiagnostics") {
        diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method && message.id !== undefined) {
        send({ id: message.id, result: null });
    } else if (waiting.has(message.id)) {
        waiting.get(message.id)(message.result);
        waiting.delete(message.id);
    }
}

server.stdout.on("data", (piece) => {
    received = Buffer.concat([received, piece]);
    for (;;) {
        const head = received.indexOf("\r\n\r\n");
        if (head < 0) return;
        const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, head).toString())[1]);
        if (received.length < head + 4 + length) return;
        const text = received.subarray(head + 4, head + 4 + length).toString();
        received = received.subarray(head + 4 + length);
        receive(JSON.parse(text));
    }
});

// Opens `text`, in which `|` marks the cursor, and returns what the server offers there and finds in it.
let opened = 0;
async function look(name, text) {
    opened += 1;
    const uri = pathToFileURL(path.join(source, "build", `opened-${opened}`, name)).href;
    const cursor = text.indexOf("|");
    const before = text.slice(0, cursor).split("\n");
    const found = new Promise((resolve) => diagnostics.set(uri, resolve));
    send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri, languageId: "yaml", version: 1, text: text.replace("|", "") } },
    });
    const place = { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1).length } };
    const problems = await found;
    const completion = await request("textDocument/completion", place);
    const hover = await request("textDocument/hover", place);
    return {
        offered: (completion?.items ?? completion ?? []).map((item) => item.label),
        hover: JSON.stringify(hover?.contents ?? ""),
        found: problems.map((one) => `${one.range.start.line + 1}: ${one.message}`),
    };
}

function offers(seen, words, where) {
    for (const word of words) expect(seen.offered.includes(word), `${where}: '${word}' is not among ${seen.offered}`);
}

async function run() {
    await request("initialize", {
        processId: process.pid,
        rootUri: pathToFileURL(source).href,
        capabilities: { workspace: { configuration: true }, textDocument: { completion: {}, hover: {} } },
    });
    send({ method: "initialized", params: {} });
    send({ method: "workspace/didChangeConfiguration", params: { settings: configuration() } });

    const starter = readFileSync(path.join(source, "src/cli/starters/framework.yaml"), "utf8");
    let seen = await look("framework.yaml", starter.replace("\ndimensions:", "\n|\ndimensions:"));
    offers(seen, ["verdict", "facts", "outcomes", "profiles"], "between the parts of a framework");
    expect(seen.found.length === 0, `a sound framework: ${seen.found}`);
    seen = await look("framework.yaml", starter.replace("    kind: washing", "    kind: |"));
    offers(seen, ["washing", "real"], "the kind of a flag");
    seen = await look("framework.yaml", starter.replace("gap: {of: overall", "|gap: {of: overall"));
    offers(seen, ["count", "share", "evidenced"], "a condition");
    seen = await look("framework.yaml", starter.replace("licence:", "licen|se:"));
    expect(seen.found.length === 1 && /license/.test(seen.found[0]) && seen.found[0].startsWith("8: "), `a wrong key: ${seen.found}`);
    seen = await look("framework.yaml", starter.replace("core: true", "co|re: true"));
    expect(/strength elsewhere cannot make up/.test(seen.hover), `what hovers over 'core': ${seen.hover}`);

    const test = readFileSync(path.join(source, "src/cli/starters/test.yaml"), "utf8");
    seen = await look("a.test.yaml", test.replace("{words-outrun-evidence: raised}", "{words-outrun-evidence: |}"));
    offers(seen, ["raised", "clear", "cannot-tell", "too-early"], "what is expected of a flag");
    seen = await look("a.test.yaml", test.replace("    expect:\n", "    |\n    expect:\n"));
    offers(seen, ["parameters", "uses", "facts", "previous"], "a test");

    const worked = readFileSync(path.join(source, "tests/examples/worked/assessment.yaml"), "utf8");
    seen = await look("assessment.yaml", `${worked}|`);
    offers(seen, ["targets", "publish"], "the end of an assessment");
    expect(seen.found.length === 0, `a sound assessment: ${seen.found}`);
}

const late = setTimeout(() => {
    console.log("the language server does not answer");
    server.kill();
    process.exit(1);
}, 120000);
await run();
clearTimeout(late);
server.kill();
console.log(`${checks} checks, ${failures} failed`);
process.exit(failures > 0 ? 1 : 0);

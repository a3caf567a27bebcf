// Whatever stands in a file, the page shows it as text: nothing runs, nothing is fetched, and the page keeps its shape.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { open, visited } from "./browser.mjs";
import { numbers } from "./cases.mjs";
import { names, organisations, others, pages, rendered, scorecard, twice, written } from "./pages.mjs";
import { test } from "./suite.mjs";

// Keys of a scorecard whose texts reach a page; ids and words of fixed lists are refused by the reader if they are strange.
const textual = new Set(["title", "organisation", "says", "saw", "why", "action", "what", "columns", "step", "because", "from",
  "anchor", "ask", "level", "evidenced_level", "notes", "reasons", "evidence", "name", "unit", "reading_title", "family_title",
  "aim", "pace_note", "course", "definition", "publisher", "doubt", "gaming", "shows", "row_title", "text", "core_hold", "settle_most",
  "unsafe_title", "unsafe_says", "caveats", "ladder_says", "method", "about", "licence", "band_title", "strongest_evidence",
  "role_gap_high", "role_gap_low", "note", "code", "url", "would_tell"]);

function filled(value, text, key = "") {
  if (Array.isArray(value)) return value.map((each) => filled(each, text, key));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, text, name)]));
  }
  return typeof value === "string" && textual.has(key) ? text(value, key) : value;
}

const payloads = [
  "<script>document.title='run';alert(1)</script>",
  "\"><img src=x onerror=\"document.title='run'\">",
  "'><svg onload=document.title='run'><script>alert(1)</script></svg>",
  "</title></style></textarea></script><script>alert(1)</script>",
  "</style><style>@import url(http://127.0.0.1:9/x);*{background:url(http://127.0.0.1:9/y)}</style>",
  "javascript:alert(1)//",
  "data:text/html,<script>alert(1)</script>",
  "<!--><script>alert(1)</script-->",
  "]]><foreignObject><iframe srcdoc='<script>parent.document.title=1</script>'>",
  "\u202Ereversed\u202C \u2066x\u2069 \u200F",
  "a\u0000b\u0001c\u001B[31m\u007F\u0085",
  "\" onmouseover=\"alert(1)\" style=\"position:fixed;inset:0\" x=\"",
  "}*{display:none}@page{size:1px}\\\"\\",
  "&lt;script&gt;&#x3c;script&#x3e;&amp;amp;",
  "<base href=http://127.0.0.1:9/><link rel=stylesheet href=//127.0.0.1:9/z><meta http-equiv=refresh content='0;url=http://127.0.0.1:9'>",
  "<details open ontoggle=alert(1)><a href=javascript:alert(1) autofocus onfocus=alert(1)>",
  "`${alert(1)}` {{constructor.constructor('alert(1)')()}}",
  "x".repeat(1000),
  "\uFFFE\uFFFF\u{1F469}\u200D\u{1F52C} e\u0301\u0302\u0303",
];

const look = (page) => page.evaluate(() => {
  const all = [...document.querySelectorAll("*")];
  return {
    dangers: {
      elements: document.querySelectorAll("script, iframe, object, embed, link, base, form, input, foreignObject, template, audio, video, animate, set, use, image").length,
      handlers: all.filter((e) => [...e.attributes].some((a) => /^on|^style$|^srcdoc$|^formaction$|^xlink/.test(a.name))).length,
      addresses: all.filter((e) => e.hasAttribute("href") && !/^(https?:\/\/|#)/i.test(e.getAttribute("href"))).length,
      sources: all.filter((e) => e.hasAttribute("src") && !/^data:image\/(png|jpeg);base64,/.test(e.getAttribute("src"))).length,
      styles: document.querySelectorAll("style").length,
      refreshes: document.querySelectorAll("meta[http-equiv=refresh]").length,
    },
    // Elements and the names of their attributes, in order; texts and values left out, and the direction of a text, which depends on
    // its letters.
    shape: all.map((e) => `${e.tagName}[${[...e.attributes].map((a) => a.name).filter((name) => name !== "dir").sort().join(" ")}]${e.parentElement?.tagName}`).join("\n"),
    rules: document.styleSheets[0].cssRules.length,
    title: document.title,
    heading: document.querySelector("h1").textContent,
  };
});

async function check(path) {
  const opened = await open(path);
  const seen = await harmless(opened);
  await opened.close();
  return seen;
}

async function harmless({ page, log }) {
  await page.mouse.move(300, 300);
  await page.keyboard.press("Tab");
  const seen = await look(page);
  assert.deepEqual(seen.dangers, { elements: 0, handlers: 0, addresses: 0, sources: 0, styles: 1, refreshes: 0 });
  assert.deepEqual(log, { requests: [], dialogs: [], errors: [] });
  assert.notEqual(seen.title, "run");
  return seen;
}

const base = await scorecard();
const page = (name, card) => rendered(name, written(name + ".json", JSON.stringify(card)), "--with-notes");

test("the shipped pages run nothing and fetch nothing", async () => {
  for (const name of names) await harmless(await visited(name, pages[name]));
});

test("hostile texts in every place of a scorecard run nothing and fetch nothing", async () => {
  const plain = await check(page("plain", base));
  for (const [i, payload] of payloads.entries()) {
    const seen = await check(page(`hostile-${i}`, filled(base, () => payload)));
    assert.equal(seen.rules, plain.rules, "the style sheet keeps its rules");
  }
});

// All cards of a comparison have the same name, as they are one organisation's; what tells them apart is left alone.
const hostileFiles = (name, cards, text) => cards.map((card, i) =>
  written(`${name}-${i}.json`, JSON.stringify({ ...filled(card, text), organisation: text(card.organisation) })));

test("hostile names in a comparison and in a group run nothing and fetch nothing", async () => {
  const both = await twice();
  const group = await Promise.all(organisations.slice(0, 6).map((input) => scorecard(input)));
  for (const [i, payload] of payloads.entries()) {
    await check(others(`hostile-compare-${i}`, "compare", hostileFiles("compare", both, () => payload)));
    await check(others(`hostile-group-${i}`, "score", hostileFiles("group", group, () => payload), "--with-rows"));
  }
});

test("one hostile text after the other through all places", async () => {
  let next = 0;
  const { heading } = await check(page("hostile-mixed", filled(base, () => payloads[next++ % payloads.length])));
  assert.ok(heading.length > 0);
});

test("a text is shown letter for letter", async () => {
  const text = "<b>&amp;\"'`</b> {*} \\ ${x} é漢ש";
  const { heading, title } = await check(page("letters", { ...base, organisation: text }));
  assert.equal(heading, text);
  assert.ok(title.startsWith(text));
});

test("an address that is no web address is shown as text", async () => {
  const path = await page("addresses", filled(base, (text, key) => (key === "url" ? "javascript:alert(1)" : text)));
  const written = readFileSync(path, "utf8");
  assert.ok(!/href="javascript/i.test(written));
  assert.ok(written.includes("javascript:alert(1)"));
  await check(path);
});

// The property: no text changes the shape of the page. Random texts, made of what ends contexts, against a plain one.
test("no text leaves its place whatever it is made of", async () => {
  const pieces = ["<", ">", "&", "\"", "'", "`", "/", "\\", "=", "-->", "<!--", "]]>", "</", "</td>", "</svg>", "</title>", "<p>", "&lt;", "&#60;", "{", "}",
    ";", ":", "(", ")", "*/", "/*", "@", "#", "%", "\u0000", "\u000B", "\u000C", "\u00A0", "\u2028", "\u2029", "\u202E", "\uFEFF", "é", "漢", "ש", "\u{1F600}",
    "script", "style", "onload", "href", "url", "a", "b", "0", " "];
  const random = numbers(20261129);
  const with_text = (text) => filled(base, (was, key) => (key === "url" ? was : text));
  const plain = await check(page("property-plain", with_text("a plain text of no interest")));
  for (let round = 0; round < 12; ++round) {
    let text = "begin of a text ";
    for (let i = 0; i < 40; ++i) text += pieces[random(pieces.length)];
    text += " end";
    const odd = await check(page("property", with_text(text)));
    assert.equal(odd.shape, plain.shape, JSON.stringify(text));
    assert.equal(odd.rules, plain.rules);
  }
});

// Whether everybody can read the pages: rules of accessibility, keyboard, validity of the HTML.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { open, require, visited } from "./browser.mjs";
import { names, pages } from "./pages.mjs";
import { test } from "./suite.mjs";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The page's policy forbids scripts, axe's too.
async function opened(path) {
  const { page, close: done } = await open(path, { bypassCSP: true });
  await page.evaluate(axe);
  const judged = (only) => page.evaluate((runOnly) => axe.run(document, { runOnly, resultTypes: ["violations"] }), only);
  return { page, done, judged };
}

const violations = (result) => result.violations.map((each) =>
  `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);

// In the dark only colours are other than in the light.
const ofColours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
for (const name of names) {
  test(`axe finds nothing in ${name} in light and dark mode`, async () => {
    const { page, done, judged } = await opened(pages[name]);
    const light = await judged(rules);
    assert.deepEqual(violations(light), []);
    assert.ok(light.passes.length > 15);
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await judged(ofColours);
    assert.deepEqual(violations(dark), []);
    assert.ok(dark.passes.some((each) => each.id === "color-contrast"));
    await done();
  });
}

test("axe finds what is planted in light and dark mode", async () => {
  const { page, done, judged } = await opened(pages.empty);
  for (const [colorScheme, faint] of [["light", "#ddd"], ["dark", "#333"]]) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate((color) => { document.querySelector(".quiet").style.color = color; }, faint);
    assert.deepEqual((await judged(ofColours)).violations.map((each) => each.id), ["color-contrast"]);
  }
  await done();
});

for (const name of ["heating", "one", "compare", "rows"]) test(`the keyboard reaches everything in ${name} in the order of the page`, async () => {
  const { page, close: done } = await open(pages[name]);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  const box = await page.locator(".skip").boundingBox();
  assert.ok(box.x >= 0 && box.y >= 0, "the skip link is seen when it has the focus");
  await page.keyboard.press("Enter");
  assert.ok(page.url().endsWith("#main"));
  // What is folded away is not reached.
  const total = await page.evaluate(() => [...document.querySelectorAll("a[href], summary, [tabindex='0']")]
    .filter((e) => e.tagName === "SUMMARY" || !e.closest("details")).length);
  let last = -1;
  let seen = 0;
  for (let i = 0; i < total + 5; ++i) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const active = document.activeElement;
      if (active === document.body) return -1;
      return getComputedStyle(active).outlineStyle === "none" ? -2 : [...document.querySelectorAll("*")].indexOf(active);
    });
    if (at === -1) break;
    assert.notEqual(at, -2, "what has the focus shows it");
    assert.ok(at > last);
    last = at;
    ++seen;
  }
  // All but the skip link, which is behind.
  assert.equal(seen, total - 1);
  await done();
});

test("folded tables open and close with a key", async () => {
  const { page, close: done } = await open(pages.heating);
  const details = page.locator("details").first();
  await details.locator("summary").focus();
  assert.equal(await details.locator("table").isVisible(), false);
  await page.keyboard.press("Enter");
  assert.equal(await details.locator("table").isVisible(), true);
  await page.keyboard.press("Space");
  assert.equal(await details.locator("table").isVisible(), false);
  await done();
});

test("every chart has words and every link on the page leads somewhere", async () => {
  for (const name of names) {
    const { page } = await visited(name, pages[name]);
    const found = await page.evaluate(() => ({
      silent: [...document.querySelectorAll("svg")].filter((svg) => svg.getAttribute("aria-hidden") !== "true" &&
        !(svg.getAttribute("role") === "img" && svg.querySelector(":scope > title")?.textContent.length > 3)).length,
      dead: [...document.querySelectorAll("a[href^='#']")].filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map((a) => a.hash),
      doubled: [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i),
      bare: [...document.querySelectorAll("table")].filter((table) => !table.caption).length,
    }));
    assert.deepEqual(found, { silent: 0, dead: [], doubled: [], bare: 0 }, name);
  }
});

test("html-validate finds nothing", async () => {
  const { HtmlValidate } = require("html-validate");
  const validator = new HtmlValidate({
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      "long-title": "off",             // names are as long as they are
      "no-trailing-whitespace": "off", // texts are as they were
      "prefer-native-element": "off",  // a frame that scrolls has no element of its own
    },
  });
  for (const name of names) {
    const report = await validator.validateString(readFileSync(await pages[name], "utf8"), name);
    const found = report.results.flatMap((result) => result.messages.map((m) => `${name}:${m.line}:${m.column} ${m.ruleId} ${m.message}`));
    assert.deepEqual(found.slice(0, 10), []);
  }
});

test("tidy finds nothing", async () => {
  for (const name of names) {
    const run = spawnSync("tidy", ["-quiet", "-errors", "--mute", "PROPRIETARY_ATTRIBUTE,MISSING_SUMMARY", "--show-info", "no", await pages[name]], { encoding: "utf8" });
    assert.equal(run.stderr.split("\n").slice(0, 5).join("\n").trim(), "", name);
    assert.equal(run.status, 0, name);
  }
});

// How the pages look: at several widths, in the dark, on paper, without scripts, with large text, on a narrow phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { open } from "./browser.mjs";
import { largeAssessment, largeFramework } from "./cases.mjs";
import { gated, heating, names, pages, rendered, size, written } from "./pages.mjs";
import { alike, compare, compareDocumented, difference, pdfPages, pdfPicture, pdfTexts, shrunk } from "./pictures.mjs";
import { test } from "./suite.mjs";

async function picture(path, options, fullPage = false) {
  const { page, close: done } = await open(path, options);
  const bytes = await page.screenshot({ fullPage, animations: "disabled" });
  await done();
  return bytes;
}

// A part of a page, at most as high as asked.
async function part(path, id, most = 4000) {
  const { page, close: done } = await open(path, { height: 4000 });
  const box = await page.locator("#" + id).boundingBox();
  const bytes = await page.screenshot({ fullPage: true, clip: { ...box, height: Math.min(box.height, most) } });
  await done();
  return bytes;
}

function judged(name, found, bytes) {
  if (!alike(found)) written(name + "-now.png", bytes);
  assert.ok(alike(found), `${name} looks different: ${JSON.stringify(found)}`);
}
const same = (name, bytes, block) => judged(name, compare(name, bytes, block), bytes);
const documented = (name, bytes) => judged(name, compareDocumented(name, bytes), bytes);

test("the first screens look as they are documented", async () => {
  documented("home-heating", await picture(pages.heating));
  documented("school-readiness", await picture(pages.school));
  documented("phone", await picture(pages.heating, { width: 390, height: 844 }));
});

test("claims and evidence and roles look as they are documented", async () => {
  documented("profile", await part(pages.heating, "profile"));
  documented("roles", await part(pages.heating, "roles", 1000));
});

test("the first screen of a tablet looks as it did", async () => {
  same("first-820", await picture(pages.heating, { width: 820, height: 1180 }), 6);
});

test("practices and outcomes look as they did", async () => {
  for (const id of ["practices", "outcomes"]) same(id, await part(pages.heating, id), 8);
});

test("a comparison and a group look as they are documented", async () => {
  for (const name of ["compare", "cohort"]) {
    documented(name, await picture(pages[name], { height: 1200 }));
    same(name + "-phone", await picture(pages[name], { width: 390, height: 844 }), 6);
  }
});

test("the edges look as they did", async () => {
  for (const name of ["large", "empty", "one"]) same(name, await picture(pages[name], { height: 1600 }), 8);
});

test("dark mode looks as it did and is dark", async () => {
  const bytes = await picture(pages.heating, { colorScheme: "dark" });
  same("first-dark", bytes, 6);
  const corner = shrunk(bytes, 6).data;
  assert.ok(corner[0] < 48 && corner[1] < 48 && corner[2] < 48);
});

test("gates are seen on the first screen", async () => {
  const { path, status } = await gated("gates", heating, "--min", "implementing>=2", "--min", "overall.claimed>=2", "--max-flags", "high.raised=0");
  assert.equal(status, 1);
  const { page, close: done } = await open(path);
  const lines = page.locator("#reading li", { hasText: /^Gate / });
  assert.deepEqual((await lines.allInnerTexts()).map((line) => /is (not )?met/.exec(line)[0]), ["is not met", "is met", "is not met"]);
  for (const line of await lines.all()) {
    const box = await line.boundingBox();
    assert.ok(box.y + box.height < 900, `${box.y}`);
  }
  await done();
});

test("a picture that differs is told from one that does not", async () => {
  const light = shrunk(await picture(pages.heating), 6);
  const other = shrunk(await picture(pages.school), 6);
  const dark = shrunk(await picture(pages.heating, { colorScheme: "dark" }), 6);
  assert.ok(alike(difference(light, light)));
  assert.ok(!alike(difference(light, other)));
  assert.ok(!alike(difference(light, dark)));
});

test("without scripts the pages are the same to the pixel", async () => {
  for (const name of ["school", "compare", "cohort"]) {
    const enabled = await picture(pages[name], {}, true);
    const disabled = await picture(pages[name], { javaScriptEnabled: false }, true);
    assert.ok(enabled.equals(disabled), name);
  }
});

// What reaches beyond the page, other than what scrolls in a frame of its own.
const overflowing = (page) => page.evaluate(() => {
  const found = [];
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > room) found.push(`page ${document.documentElement.scrollWidth}`);
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("svg, .scroll, .skip, .unseen, thead")) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 1 && (box.right > room + 1 || box.left < -1)) found.push(element.tagName + "." + element.className);
  }
  return found.slice(0, 10);
});

test("nothing runs over at 320 pixels", async () => {
  for (const name of names) {
    const { page, close: done } = await open(pages[name], { width: 320, height: 640 });
    assert.deepEqual(await overflowing(page), [], name);
    await done();
  }
});

test("text at twice its size is neither cut nor lost", async () => {
  for (const name of ["heating", "large", "empty", "compare", "rows"]) {
    const { page, close: done } = await open(pages[name], { width: 1280, height: 1024 });
    const before = await page.evaluate(() => document.body.innerText.length);
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    assert.deepEqual(await overflowing(page), [], name);
    const after = await page.evaluate(() => ({
      letters: document.body.innerText.length,
      cell: parseFloat(getComputedStyle(document.querySelector("td")).fontSize),
      cut: [...document.querySelectorAll("p, dd, dt, li, td, th, h1, h2, h3, h4, summary")]
        .filter((e) => !e.closest(".unseen, .skip, thead") && getComputedStyle(e).overflow !== "visible" && e.scrollHeight > e.clientHeight + 1)
        .map((e) => e.outerHTML.slice(0, 80)),
    }));
    assert.deepEqual(after.cut, []);
    assert.ok(after.cell >= 28, `figures grow with the rest: ${after.cell}`);
    assert.ok(after.letters >= before * 0.95, `${after.letters} of ${before} letters are left`);
    await done();
  }
});

async function print(name, options) {
  const { page, close: done } = await open(pages[name], options);
  const path = written(name + ".pdf", await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await done();
  return path;
}

test("on paper pages are numbered and addresses written out and folded tables open", async () => {
  const path = await print("heating", { colorScheme: "dark" });
  const count = pdfPages(path);
  assert.ok(count >= 10 && count <= 30, `${count} pages`);
  const texts = pdfTexts(path);
  texts.forEach((text, i) => {
    assert.match(text, new RegExp(`\\b${i + 1} / ${count}\\b`));
    assert.match(text, /Aldermoor Combined Authority \(invented\), 2026-11-20/);
  });
  const all = texts.join("\n");
  assert.match(all, /https:\/\/medium\.com/);
  assert.match(all, /Readings of Share of homes/);
  assert.match(texts[0], /What to do on Monday/);
  // No sign is cut: its title and its sources stand on the same page.
  for (const text of texts) {
    const titles = (text.match(/^.{0,4}(High|Medium) W\d\d /gm) ?? []).length;
    assert.equal((text.match(/^ *Sources?\b/gm) ?? []).length, titles);
  }
  const charts = texts.findIndex((text) => /C1 +Find and back/.test(text)) + 1;
  documented("paper", pdfPicture(path, 1));
  same("print-charts", pdfPicture(path, charts), 4);
});

test("the pages of a comparison and a group are numbered on paper and no row is cut", async () => {
  for (const [name, foot] of [["compare", /Aldermoor Combined Authority/], ["rows", /14 organisations, read together/]]) {
    const path = await print(name);
    const texts = pdfTexts(path);
    assert.equal(texts.length, pdfPages(path));
    texts.forEach((text, i) => {
      assert.match(text, new RegExp(`\\b${i + 1} ?/ ${texts.length}\\b`), name);
      assert.match(text, foot);
    });
    same(`print-${name}`, pdfPicture(path, 1), 4);
  }
});

test("no row of a table or chart is cut by a page", async () => {
  const texts = pdfTexts(await print("large"));
  let rows = 0;
  texts.forEach((text, i) => {
    // In the tables of practices the code stands in the first line of a row and the spread in its middle.
    const codes = (text.match(/^ *[A-H]\d{1,2}\s/gm) ?? []).length;
    const spreads = (text.match(/\d–\d \(\d–\d\)/g) ?? []).length;
    rows += spreads;
    assert.ok(spreads <= codes, `page ${i + 1}: ${spreads} spreads, ${codes} codes`);
  });
  assert.equal(rows, 80);
});

test("every page stays below 300 kB", async () => {
  for (const name of names) {
    const bytes = await size(pages[name]);
    assert.ok(bytes < 300_000, `${name}: ${bytes}`);
  }
});

// Each of forty people says something of their own about a third of eighty practices.
test("a page with everybody's notes stays below 300 kB and grows by little more than what they wrote", async () => {
  const assessment = written("large-notes.yaml", largeAssessment());
  const page = await rendered("large-notes", assessment, "--framework", written("large-notes-framework.yaml", largeFramework()), "--with-notes");
  const texts = readFileSync(page, "utf8").match(/<dd[^>]*>[^<]*/g).map((text) => text.replace(/^<dd[^>]*>/, ""));
  assert.ok(texts.length > 900, `${texts.length} texts`);
  const wrote = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const more = await size(page) - await size(pages.large);
  assert.ok(await size(page) < 300_000, `${await size(page)}`);
  assert.ok(more > wrote && more < wrote + 20 * texts.length + 200 * 80, `${more} more for ${wrote}`);
});

// The colours of the charts in numbers: contrast with the paper, and how far apart they stay for eyes that see fewer
// colours. Deficiencies are simulated with the matrices of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
// "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009), severity 1.0, which
// apply to linear RGB.
import assert from "node:assert/strict";
import { open } from "./browser.mjs";
import { pages } from "./pages.mjs";
import { test } from "./suite.mjs";

const matrices = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const linear = (hex) => [1, 3, 5].map((at) => {
  const c = parseInt(hex.slice(at, at + 2), 16) / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a, b) => {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const seen = (rgb, matrix) => matrix.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])));

// CIE 1976 L*a*b*, white D65.
function lab(rgb) {
  const xyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    .map((row) => row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]);
  const [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883]
    .map((t) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const apart = (a, b, matrix) => {
  const [p, q] = [a, b].map((hex) => lab(seen(linear(hex), matrix)));
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};

async function colours(colorScheme) {
  const { page, close: done } = await open(pages.empty, { colorScheme });
  const names = ["paper", "wash", "ink", "quiet", "claimed", "evidenced", "gap", "high", "medium", "low", "good", "heat-ink", "heat-light",
    ...Array.from({ length: 9 }, (_, i) => `heat-${i}`)];
  const found = await page.evaluate((all) => Object.fromEntries(all.map((name) =>
    [name, getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim()])), names);
  await done();
  return found;
}

test("the formulas agree with published values", () => {
  // WebAIM's contrast checker: #767676 on white is 4.54.
  assert.ok(Math.abs(contrast("#767676", "#ffffff") - 4.54) < 0.005);
  // Pure red is L* 53.24, a* 80.09, b* 67.20.
  const red = lab(linear("#ff0000"));
  [53.24, 80.09, 67.2].forEach((value, i) => assert.ok(Math.abs(red[i] - value) < 0.02));
  // Grey stays grey, whatever the eye.
  for (const matrix of Object.values(matrices)) assert.ok(apart("#808080", "#808080", matrix) === 0);
  assert.ok(apart("#ff0000", "#808000", matrices.protanopia) < apart("#ff0000", "#808000", matrices.normal) / 2);
});

for (const scheme of ["light", "dark"]) {
  test(`text and marks have the contrast that WCAG asks for in ${scheme} mode`, async () => {
    const c = await colours(scheme);
    for (const name of ["ink", "quiet", "high", "medium", "low", "good", "claimed", "evidenced"]) {
      assert.ok(contrast(c[name], c.paper) >= 4.5, `${name} on paper: ${contrast(c[name], c.paper)}`);
    }
    for (const name of ["ink", "quiet"]) assert.ok(contrast(c[name], c.wash) >= 4.5, `${name} on wash`);
    // A disc and a ring are seen on the band between them as well.
    for (const name of ["claimed", "evidenced"]) assert.ok(contrast(c[name], c.gap) >= 3, `${name} on the gap: ${contrast(c[name], c.gap)}`);
    for (let i = 0; i < 9; ++i) {
      const text = c[i < 5 ? "heat-ink" : "heat-light"];
      assert.ok(contrast(text, c[`heat-${i}`]) >= 4.5, `figures on heat-${i}: ${contrast(text, c[`heat-${i}`])}`);
    }
  });

  for (const [eye, matrix] of Object.entries(matrices)) {
    test(`claims stay apart from evidence and shades from each other for ${eye} vision in ${scheme} mode`, async () => {
      const c = await colours(scheme);
      assert.ok(apart(c.claimed, c.evidenced, matrix) > 25, `claimed, evidenced: ${apart(c.claimed, c.evidenced, matrix)}`);
      // Shades of heat rise or fall in lightness from each to the next: no step is told by hue alone.
      const lightness = Array.from({ length: 9 }, (_, i) => lab(seen(linear(c[`heat-${i}`]), matrix))[0]);
      const way = Math.sign(lightness[8] - lightness[0]);
      for (let i = 1; i < 9; ++i) assert.ok((lightness[i] - lightness[i - 1]) * way > 2, `heat-${i}: ${lightness}`);
    });
  }
}

// Pictures compared as a person would from across the room: averaged over blocks, so that the rasterising of letters does
// not matter and a moved, missing or recoloured part does.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { require } from "./browser.mjs";

const { PNG } = require("pngjs");
const here = dirname(fileURLToPath(import.meta.url));
const references = join(here, "pictures");
const documents = join(here, "../../docs/report-page");
const update = process.env.WAYMARK_UPDATE_PICTURES === "1";

export function shrunk(bytes, block) {
  const large = PNG.sync.read(bytes);
  const small = new PNG({ width: Math.ceil(large.width / block), height: Math.ceil(large.height / block) });
  for (let y = 0; y < small.height; ++y) {
    for (let x = 0; x < small.width; ++x) {
      const sum = [0, 0, 0];
      let count = 0;
      for (let dy = y * block; dy < Math.min((y + 1) * block, large.height); ++dy) {
        for (let dx = x * block; dx < Math.min((x + 1) * block, large.width); ++dx, ++count) {
          for (let c = 0; c < 3; ++c) sum[c] += large.data[(dy * large.width + dx) * 4 + c];
        }
      }
      const at = (y * small.width + x) * 4;
      // Sixteen shades keep the files small; the tolerance is far wider than half a shade.
      for (let c = 0; c < 3; ++c) small.data[at + c] = Math.min(255, Math.round(sum[c] / count / 16) * 16);
      small.data[at + 3] = 255;
    }
  }
  return small;
}

// The share of blocks that differ by more than a seventh of the way from black to white, and by how much all do.
export function difference(a, b) {
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > Math.max(2, 0.01 * a.height)) {
    return { share: 1, mean: 255, why: `${a.width}x${a.height} against ${b.width}x${b.height}` };
  }
  let far = 0;
  let sum = 0;
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      let most = 0;
      for (let c = 0; c < 3; ++c) {
        most = Math.max(most, Math.abs(a.data[(y * a.width + x) * 4 + c] - b.data[(y * b.width + x) * 4 + c]));
      }
      far += most > 36 ? 1 : 0;
      sum += most;
    }
  }
  return { share: far / (width * height), mean: sum / (width * height), why: "" };
}

export const alike = ({ share, mean }) => share < 0.03 && mean < 6;

const missing = (path) => ({ share: 1, mean: 255, why: `there is no ${path}; WAYMARK_UPDATE_PICTURES=1 writes it` });

function write(folder, path, picture) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, filterType: 0 }));
  return { share: 0, mean: 0, why: "" };
}

// Against the committed picture, which is as small as it is compared.
export function compare(name, bytes, block) {
  const path = join(references, name + ".png");
  const now = shrunk(bytes, block);
  if (update) return write(references, path, now);
  return existsSync(path) ? difference(PNG.sync.read(readFileSync(path)), now) : missing(path);
}

// Against the picture in the documentation, which is as large as it is shown.
export function compareDocumented(name, bytes) {
  const path = join(documents, name + ".png");
  if (update) {
    mkdirSync(documents, { recursive: true });
    // ImageMagick's, as it knows palettes: a third of the size.
    writeFileSync(path, execFileSync("convert", ["png:-", "-strip", "+dither", "-colors", "128", "PNG8:-"], { input: bytes, maxBuffer: 1 << 26 }));
    return { share: 0, mean: 0, why: "" };
  }
  return existsSync(path) ? difference(shrunk(readFileSync(path), 6), shrunk(bytes, 6)) : missing(path);
}

export const pdfPages = (pdf) => Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }))[1]);
export const pdfPicture = (pdf, number) =>
  execFileSync("pdftoppm", ["-r", "60", "-f", String(number), "-l", String(number), "-png", pdf], { maxBuffer: 1 << 26 });
export const pdfTexts = (pdf) =>
  execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }).split("\f").slice(0, -1);

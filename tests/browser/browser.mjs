// Debian's Chromium, kept from everything but the page it is shown.
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const require = createRequire(join(process.env.PACKAGES, "packages.js"));
const { chromium } = require("playwright-core");

let started;
export function browser() {
  started ??= chromium.launch({
    env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL("fonts.conf", import.meta.url)) },
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--font-render-hinting=none", "--hide-scrollbars"],
  });
  return started;
}
export const close = async () => (await started)?.close();

// Opens a page, made or being made, and records whatever it asks for and whatever it tries to do.
export async function open(wanted, { width = 1440, height = 900, ...options } = {}) {
  const context = await (await browser()).newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(await wanted).href;
  const log = { requests: [], dialogs: [], errors: [] };
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url === address) return route.continue();
    log.requests.push(url);
    return route.abort();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith("data:image/") && !log.requests.includes(url)) log.requests.push(url);
  });
  page.on("dialog", (dialog) => { log.dialogs.push(dialog.message()); dialog.dismiss(); });
  page.on("pageerror", (error) => log.errors.push(String(error)));
  page.on("console", (message) => log.errors.push(message.text()));
  await page.goto(address);
  return { page, log, close: () => context.close() };
}

// One of the pages, opened once for all tests that only look at it.
const visits = {};
export const visited = (name, path) => (visits[name] ??= open(path));

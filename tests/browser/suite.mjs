// All tests in one process, several at a time, with one browser and each page made once.
import { after, describe, it } from "node:test";
import { close } from "./browser.mjs";

const collected = [];
export const test = (name, body) => collected.push([name, body]);

export function run() {
  describe("pages", { concurrency: 3 }, () => {
    for (const [name, body] of collected) it(name, body);
  });
  after(close);
}

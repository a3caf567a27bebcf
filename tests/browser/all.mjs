// The long ones first, so that none is left alone at the end.
await import("./access.test.mjs");
await import("./hostile.test.mjs");
await import("./looks.test.mjs");
await import("./colours.test.mjs");
(await import("./suite.mjs")).run();

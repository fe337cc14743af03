import { expect, test } from "vitest";
import { comesFromUs } from "#shared/http/origin.ts";

const site = "https://opptak.example";

test.for([
  ["our own page", { "sec-fetch-site": "same-origin", origin: site }, true],
  ["another site's page", { "sec-fetch-site": "cross-site", origin: "https://felle.example" }, false],
  ["a sister site's page", { "sec-fetch-site": "same-site", origin: "https://sister.opptak.example" }, false],
  ["an older browser on our page", { origin: site }, true],
  ["an older browser elsewhere", { origin: "https://felle.example" }, false],
  ["a page without an origin", { origin: "null" }, false],
  ["a program", {}, true],
] as const)("a change asked for by %s comes from us: %s", ([, headers, ours]) => {
  expect(comesFromUs({ headers: { ...headers } }, site)).toBe(ours);
});

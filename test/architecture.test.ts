import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** Which folders each part may import from. Read it as a map of the product. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "shared/domain/": ["shared/domain/"],
  "shared/form/": ["shared/form/", "shared/calls/", "shared/domain/"],
  "shared/calls/": ["shared/calls/", "shared/form/", "shared/domain/"],
  "shared/records/": ["shared/records/", "shared/calls/", "shared/form/", "shared/domain/"],
  "shared/files/": ["shared/files/", "shared/domain/"],
  "shared/register/": ["shared/register/", "shared/domain/"],
  "shared/signing/": ["shared/signing/", "shared/domain/"],
  "shared/mail/": ["shared/mail/", "shared/calls/", "shared/form/", "shared/domain/"],
  "shared/spreadsheets/": ["shared/spreadsheets/"],
  "shared/exports/": [
    "shared/exports/",
    "shared/documents/",
    "shared/pdf/",
    "shared/files/",
    "shared/records/",
    "shared/spreadsheets/",
    "shared/form/",
    "shared/calls/",
    "shared/domain/",
  ],
  "shared/pdf/": ["shared/pdf/", "shared/form/", "shared/domain/"],
  "shared/documents/": [
    "shared/documents/",
    "shared/pdf/",
    "shared/signing/",
    "shared/form/",
    "shared/calls/",
    "shared/domain/",
    "web/",
  ],
  "shared/http/": ["shared/http/", "shared/calls/", "shared/form/", "shared/domain/"],
  "web/": ["web/", "shared/calls/", "shared/form/", "shared/domain/"],
  "functions/": ["functions/", "web/", "shared/"],
  // Deadlines of the calls, the site's files and the fonts to deploy.
  "infra/": ["infra/", "shared/calls/", "shared/domain/", "shared/pdf/font-files.ts", "web/build-site.ts"],
  "local/": ["local/"],
  // What is run by hand, over all records.
  "operator/": [
    "operator/",
    "shared/exports/",
    "shared/files/",
    "shared/records/",
    "shared/signing/",
    "shared/calls/",
    "shared/form/",
    "shared/domain/",
  ],
};

const imported = /^(?:import|export)\s(?:[^"';]*?\sfrom\s)?["']([^"']+)["']/gm;
const files = globSync("{shared,functions,web,infra,local,operator}/**/*.{ts,tsx}");
const textOf = (file: string) => readFileSync(file, "utf8");

const namesIn = (file: string) => [...textOf(file).matchAll(imported)].map(([, name = ""]) => name);
const isOurs = (name: string) => /^[.#]/.test(name);

const importsOf = (file: string): string[] =>
  namesIn(file)
    .filter(isOurs)
    .map((name) => (name.startsWith("#") ? name.slice(1) : join(dirname(file), name)));

test("this test sees the code it guards", () => {
  expect(files.length).toBeGreaterThan(150);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(400);
});

test.for(files)("%s imports only what its part may", (file) => {
  const allowed = Object.entries(mayImport).find(([folder]) => file.startsWith(folder))?.[1] ?? [];
  expect(importsOf(file).filter((to) => !allowed.some((folder) => to.startsWith(folder)))).toEqual([]);
});

describe("a function", () => {
  const folderOf = (file: string) => file.split("/").slice(0, 2).join("/");
  test.for(files.filter((file) => /^functions\/[^/]+\//.test(file)))("never imports another: %s", (file) => {
    const strangers = importsOf(file).filter(
      (to) => to.startsWith("functions/") && folderOf(to) !== folderOf(file),
    );
    expect(strangers.filter((to) => to !== "functions/page-function.ts")).toEqual([]);
  });
});

const packagesOf = (file: string) => namesIn(file).filter((name) => !isOurs(name));

test.for(files.filter((file) => file.startsWith("shared/domain/")))(
  "%s knows no service and does no I/O",
  (file) => {
    const known = ["zod", "node:crypto", ...(file.endsWith("/time.ts") ? ["temporal-polyfill"] : [])];
    expect(packagesOf(file).filter((name) => !known.includes(name))).toEqual([]);
  },
);

test("time is never asked for in what runs on AWS: it comes with the event", () => {
  const asks = /Date\.now\(|new Date\(\)|Temporal\.Now|performance\.now\(/;
  // A command that is run at a time of its own has no event to be told it by.
  const isTold = (file: string) => !file.startsWith("web/script/") && file !== "operator/recount.ts";
  const server = files.filter((file) => /^(functions|shared|web|operator)\//.test(file) && isTold(file));
  expect(server.filter((file) => asks.test(textOf(file)))).toEqual([]);
});

test("the environment is read where a function is composed, and nowhere else", () => {
  const readers = files.filter(
    (file) => /^(functions|shared|web)\//.test(file) && textOf(file).includes("process.env"),
  );
  expect(readers.filter((file) => !/^functions\/([^/]+\/index|page-function)\.ts$/.test(file))).toEqual([]);
});

import { readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Folders whose tests keep records in a database of their own. */
const needsDynamoDb = ["records", "functions", "operator"];

const folders = readdirSync("test", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "support")
  .map((entry) => entry.name);

/** What must not depend on where the machine stands: the zones furthest apart, one with another summer time, one with none, and our own. */
const zones = ["Europe/Oslo", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"];
const tellsTime = "test/{domain,calls,mail}/**/*.test.ts";

/** The whole system and a browser want the machine for themselves: after all else, and one file at a time. */
const alone = (name: string) =>
  name === "e2e" ? { maxWorkers: 1, sequence: { groupOrder: 1 } } : { sequence: { groupOrder: 0 } };

const project = (name: string, include: string, zone = "UTC") => ({
  extends: true as const,
  test: {
    name,
    ...alone(name),
    // A machine in another zone often has another language too.
    env: { TZ: zone, LC_ALL: zone === "UTC" ? "C.UTF-8" : "ar_EG.UTF-8" },
    include: [include],
    // A busy machine is no fault, and neither is a property that tries much.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for is promised in the end, not within a second: a busy machine is no fault.
    expect: { poll: { timeout: 15_000 } },
    globalSetup: needsDynamoDb.includes(name) ? ["test/support/dynamodb-setup.ts"] : [],
  },
});

export default defineConfig({
  test: {
    restoreMocks: true,
    unstubEnvs: true,
    // Most tests wait for a database, a process or a browser, and not for a core.
    maxWorkers: "100%",
    setupFiles: ["test/support/silence.ts", "test/support/equality.ts"],
    // Every folder under test/ is a project, so that no test can be left out by forgetting to name it.
    projects: [
      project("architecture", "test/*.test.ts"),
      ...folders.map((folder) => project(folder, `test/${folder}/**/*.test.{ts,tsx}`)),
      ...zones.map((zone) => project(zone, tellsTime, zone)),
    ],
  },
});

import { readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Folders whose tests meet real parts: a database, processes, a browser. */
const meetsRealParts = ["records", "functions", "local", "e2e", "faults"];
const needsDynamoDb = ["records", "functions"];

const folders = readdirSync("test", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "support")
  .map((entry) => entry.name);

const project = (name: string, include: string) => ({
  extends: true as const,
  test: {
    name,
    include: [include],
    testTimeout: meetsRealParts.includes(name) ? 30_000 : 20_000,
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
    setupFiles: ["test/support/silence.ts"],
    // Every folder under test/ is a project, so that no test can be left out by forgetting to name it.
    projects: [
      project("architecture", "test/*.test.ts"),
      ...folders.map((folder) => project(folder, `test/${folder}/**/*.test.{ts,tsx}`)),
    ],
  },
});

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { addressOf, listen } from "../../local/listening.ts";
import { readOptions } from "../../local/options.ts";
import { addressWhenReady, familyOf, idOf, run, stateOf } from "../support/npm-start.ts";
import { temporaryFolder } from "./hand-made.ts";
import { smallService } from "./small-service.ts";

const assembly = mkdtempSync(path.join(tmpdir(), "opptak-"));
beforeAll(() => void smallService(assembly));
afterAll(() => rmSync(assembly, { recursive: true }));

/** Starts the small service on any free port; gives its address when it is ready. */
const runSmall = async (...options: readonly string[]) => {
  const running = run(["--port", "0", "--assembly", assembly, ...options]);
  return { ...running, url: await addressWhenReady(running) };
};

describe("npm start", { timeout: 60_000 }, () => {
  test("says in one line that it is ready, and where", async () => {
    const { printed, url } = await runSmall("--memory");
    expect((await fetch(url)).status).toBe(200);
    await vi.waitFor(() => expect(printed.out).toContain(`${url}/local\n`));
    expect(printed.out.match(/^ready /gm)).toHaveLength(1);
    expect(printed.err).toBe("");
  });

  test.runIf(process.platform === "linux").each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "leaves no process behind after %s",
    async (signal) => {
      const { child, ended, url } = await runSmall("--memory");
      await fetch(url);
      const family = familyOf(idOf(child));
      // DynamoDB Local with its leash, and an environment of a function.
      expect(family.length).toBeGreaterThanOrEqual(3);
      child.kill(signal);
      expect(await ended).toBe(signal === "SIGKILL" ? null : 0);
      await vi.waitFor(() => expect(family.filter((id) => stateOf(id).runs)).toEqual([]), {
        timeout: 10_000,
      });
    },
  );

  test("refuses a folder that another uses", async () => {
    const data = temporaryFolder();
    const { child } = await runSmall("--data", data);
    const second = run(["--port", "0", "--assembly", assembly, "--data", data]);
    expect(await second.ended).toBe(1);
    expect(second.printed.err).toBe(
      `The folder ${data} is in use by another runtime (process ${child.pid}).\n`,
    );
  });

  test("says in one sentence that its port is in use", async () => {
    const server = createServer();
    await listen(server);
    onTestFinished(() => void server.close());
    const { port } = new URL(`http://${addressOf(server)}`);
    const { ended, printed } = run(["--port", port, "--memory", "--assembly", assembly]);
    expect(await ended).toBe(1);
    expect(printed.err).toBe(
      `Port ${port} is in use: stop what listens there, or choose another with --port.\n`,
    );
  });

  test("says in one sentence that Java is missing", async () => {
    const environment = { JAVA_HOME: "/nowhere" };
    const { ended, printed } = run(["--port", "0", "--memory", "--assembly", assembly], environment);
    expect(await ended).toBe(1);
    expect(printed.err).toMatch(/^Java is missing: DynamoDB Local needs Java 17 or newer .*\n$/);
  });

  test("says in one sentence what it does not know of a template", async () => {
    const broken = smallService(temporaryFolder(), { Odd: { Type: "AWS::Odd::Thing" } });
    const { ended, printed } = run(["--port", "0", "--memory", "--assembly", broken]);
    expect(await ended).toBe(1);
    expect(printed.err).toMatch(/^.*AWS::Odd::Thing.*\n$/);
  });

  test("tells its options when asked", async () => {
    const { ended, printed } = run(["--help"]);
    expect(await ended).toBe(0);
    for (const option of ["--port", "--data", "--memory", "--now", "--demo"])
      expect(printed.out).toContain(option);
  });
});

describe("the command line", () => {
  test("has defaults", () => {
    expect(readOptions([])).toMatchObject({
      port: 4000,
      dataDir: ".opptak",
      now: "2024-04-15T09:00",
      demo: false,
    });
    expect(readOptions(["--memory"])).toMatchObject({ dataDir: undefined });
  });

  test.each([["--port", "web"], ["--port", "65536"], ["--now", "tomorrow"], ["--nwo", "real"], ["stray"]])(
    "is refused with %s %s",
    (...parameters) => {
      expect(() => readOptions(parameters)).toThrow();
    },
  );
});

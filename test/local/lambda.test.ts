import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as z from "zod";
import type { FunctionDefinition } from "../../local/function-definitions.ts";
import { type AsyncFailure, type LambdaOptions, startLambda } from "../../local/lambda.ts";
import { credentialsOf } from "../../local/permissions.ts";
import { functionOf } from "./hand-made.ts";

/** Lambda with one function made of the given module; its log is kept line by line. */
const lambdaWith = (
  code: string,
  definition: Partial<FunctionDefinition> = {},
  options: Partial<LambdaOptions> = {},
) => {
  const lines: string[] = [];
  const lambda = startLambda([functionOf(code, definition)], {
    log: (name, line) => lines.push(`${name} | ${line}`),
    ...options,
  });
  onTestFinished(() => lambda.stop());
  return { ...lambda, lines, ask: (event: unknown) => lambda.invoke("tried", event) };
};

const Running = z.object({ pid: z.number(), state: z.string() });

const parse = ({ payload }: { readonly payload: string }) => JSON.parse(payload);

/** State of a process as Linux keeps it: T is stopped, Z has ended but was not yet buried; empty when it is gone. */
const stateOf = (pid: number): string => {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) ? (readFileSync(file, "utf8").split(") ")[1]?.[0] ?? "") : "";
};

const isRunning = (pid: number): boolean => !["", "Z"].includes(stateOf(pid));

describe("an invocation", () => {
  test("gives the handler the event and Lambda's context, and hands back its answer", async () => {
    const { ask } = lambdaWith(`export const handler = async (event, context) => ({
      heard: event.word,
      name: context.functionName,
      arn: context.invokedFunctionArn,
      id: context.awsRequestId,
      left: context.getRemainingTimeInMillis(),
    });`);
    const invocation = await ask({ word: "hei ✓" });
    const answer = parse(invocation);
    expect(invocation.functionError).toBeUndefined();
    expect(invocation.cold).toBe(true);
    expect(answer).toMatchObject({
      heard: "hei ✓",
      name: "tried",
      arn: "arn:aws:lambda:eu-north-1:000000000000:function:tried",
      id: invocation.requestId,
    });
    expect(answer.left).toBeLessThanOrEqual(10_000);
    expect(answer.left).toBeGreaterThan(0);
  });

  test("finds the function by its ARN too, and no other function", async () => {
    const { invoke } = lambdaWith("export const handler = async () => 1;");
    const byArn = await invoke("arn:aws:lambda:eu-north-1:000000000000:function:tried", {});
    expect(byArn.payload).toBe("1");
    await expect(invoke("nobody", {})).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  test("is warm the second time, in the same process", async () => {
    const { ask } = lambdaWith("let n = 0; export const handler = async () => [process.pid, ++n];");
    const [first, second] = [await ask({}), await ask({})];
    expect(second.cold).toBe(false);
    expect(parse(second)).toEqual([parse(first)[0], 2]);
  });

  test("shares its process with no other while it lasts", async () => {
    const { ask } = lambdaWith(`import { setTimeout } from "node:timers/promises";
      export const handler = async () => { await setTimeout(100); return process.pid; };`);
    const answers = await Promise.all([ask({}), ask({}), ask({})]);
    expect(new Set(answers.map(parse)).size).toBe(3);
  });

  test("waits for its turn when there are as many environments as there may be", async () => {
    const code = "let n = 0; export const handler = async () => ++n;";
    const { ask, environments } = lambdaWith(code, {}, { maxEnvironments: 1 });
    const answers = await Promise.all([ask({}), ask({}), ask({}), ask({})]);
    expect(answers.map(parse)).toEqual([1, 2, 3, 4]);
    expect(environments()).toHaveLength(1);
  });

  test("keeps to the concurrency that the template reserves", async () => {
    const { ask, environments } = lambdaWith("export const handler = async () => 1;", {
      reservedConcurrency: 2,
    });
    await Promise.all([ask({}), ask({}), ask({}), ask({})]);
    expect(environments()).toHaveLength(2);
    const off = lambdaWith("export const handler = async () => 1;", { reservedConcurrency: 0 });
    await expect(off.ask({})).rejects.toThrow("no reserved concurrency");
  });

  test("is refused when the event is larger than Lambda takes", async () => {
    const { ask } = lambdaWith("export const handler = async (event) => event.length;");
    expect(parse(await ask("a".repeat(6_291_454)))).toBe(6_291_454);
    await expect(ask("a".repeat(6_291_455))).rejects.toMatchObject({ name: "RequestTooLargeException" });
  });

  test("fails when the answer is larger than Lambda takes", async () => {
    const { ask } = lambdaWith('export const handler = async (n) => "a".repeat(n);');
    expect((await ask(6_291_554)).functionError).toBeUndefined();
    const tooLarge = await ask(6_291_555);
    expect(tooLarge.functionError).toBe("Unhandled");
    expect(parse(tooLarge).errorType).toBe("Function.ResponseSizeTooLarge");
  });
});

describe("an environment", () => {
  test("holds the function's and Lambda's variables, and nothing of this machine's", async () => {
    vi.stubEnv("SECRET_OF_THE_HOST", "x");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { ask } = lambdaWith(
      "export const handler = async () => process.env;",
      { environment: { TABLE_NAME: "records" }, logFormat: "JSON" },
      { environment: { AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1" } },
    );
    const variables = parse(await ask({}));
    const { accessKeyId, secretAccessKey } = credentialsOf("Tried");
    expect(variables).toMatchObject({
      TABLE_NAME: "records",
      AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1",
      AWS_REGION: "eu-north-1",
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_LAMBDA_FUNCTION_NAME: "tried",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128",
      AWS_LAMBDA_LOG_FORMAT: "JSON",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    });
    const foreign = Object.keys(variables).filter(
      (name) => !/^(_?AWS_|_HANDLER|LAMBDA_|_X_AMZN_)/.test(name),
    );
    expect(foreign.sort()).toEqual(["LANG", "PATH", "TABLE_NAME", "TZ"]);
  });

  test("is frozen between calls: what was left running goes on with the next", async () => {
    const { ask, environments } = lambdaWith(`let ticks = 0;
      export const handler = async (event) => {
        if (event.start) { const timer = setInterval(() => ticks++, 1); timer.unref(); return process.pid; }
        return ticks;
      };`);
    const pid = parse(await ask({ start: true }));
    await expect.poll(() => environments().map(({ state }) => state)).toEqual(["idle"]);
    await expect.poll(() => stateOf(pid)).toBe("T");
    expect(parse(await ask({}))).toBeLessThan(50);
  });

  test("is ended when it has not been used for long", async () => {
    const { ask, environments } = lambdaWith(
      "export const handler = async () => process.pid;",
      {},
      {
        idleMilliseconds: 20,
      },
    );
    const pid = parse(await ask({}));
    await expect.poll(() => environments()).toEqual([]);
    expect(isRunning(pid)).toBe(false);
    expect((await ask({})).cold).toBe(true);
  });

  test("gets no more work when its time is over, even while it is ending", async () => {
    const { ask, environments } = lambdaWith(
      "export const handler = async () => 1;",
      {},
      { idleMilliseconds: 1 },
    );
    const isThere = () => environments().some(({ state }) => state !== "gone");
    for (let round = 0; round < 5; round++) {
      expect((await ask({})).functionError).toBeUndefined();
      while (isThere()) await new Promise(setImmediate);
    }
  });

  test("is gone, frozen or working, when Lambda stops", async () => {
    const { ask, stop, environments } = lambdaWith(
      "export const handler = (event) => event.hang ? new Promise(() => setInterval(() => {}, 1e6)) : process.pid;",
    );
    const pid = parse(await ask({}));
    const hanging = ask({ hang: true });
    await expect.poll(() => environments().map(({ state }) => state)).toEqual(["busy"]);
    await stop();
    expect(isRunning(pid)).toBe(false);
    expect(parse(await hanging)).toMatchObject({ errorType: "Runtime.ExitError" });
    await expect(ask({})).rejects.toThrow("the local runtime has stopped");
  });

  test("does not outlive the runtime, frozen or working, even when that is killed", async () => {
    const hang = "new Promise(() => setInterval(() => {}, 1e6))";
    const definition = functionOf(`export const handler = (event) => event.hang ? ${hang} : process.pid;`);
    const main = path.join(definition.code, "main.mjs");
    const module = new URL("../../local/lambda.ts", import.meta.url).href;
    writeFileSync(
      main,
      `import { startLambda } from ${JSON.stringify(module)};
      const lambda = startLambda([${JSON.stringify(definition)}], { log: () => {} });
      await Promise.all([lambda.invoke("tried", {}), lambda.invoke("tried", {})]);
      void lambda.invoke("tried", { hang: true });
      setInterval(() => console.log(JSON.stringify(lambda.environments())), 10);`,
    );
    const runtime = spawn(process.execPath, [main], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void runtime.kill("SIGKILL"));
    let said = "";
    runtime.stdout.on("data", (part) => {
      said += part;
    });
    const running = () => z.array(Running).parse(JSON.parse(said.trim().split("\n").at(-1) || "[]"));
    await expect
      .poll(
        () =>
          running()
            .map(({ state }) => state)
            .sort(),
        { timeout: 5000 },
      )
      .toEqual(["busy", "idle"]);
    runtime.kill("SIGKILL");
    await expect.poll(() => running().some(({ pid }) => isRunning(pid))).toBe(false);
  });
});

describe("a function that fails", () => {
  const faults = `export const handler = async (event) => {
    if (event === "throw") throw new TypeError("boom");
    if (event === "hang") await new Promise(() => setInterval(() => {}, 1e6));
    if (event === "spin") for (;;);
    if (event === "exit") process.exit(7);
    if (event === "reject") { Promise.reject(new Error("later")); await new Promise((r) => setTimeout(r, 1e6)); }
    if (event === "fill") { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); }
    return "well";
  };`;

  test.each([
    ["throw", { errorType: "TypeError", errorMessage: "boom" }],
    [
      "hang",
      { errorType: "Sandbox.Timedout", errorMessage: expect.stringContaining("timed out after 1.00 s") },
    ],
    ["spin", { errorType: "Sandbox.Timedout" }],
    ["exit", { errorType: "Runtime.ExitError", errorMessage: expect.stringContaining("exit status 7") }],
    ["reject", { errorType: "Runtime.ExitError", errorMessage: expect.stringContaining("exit status 1") }],
    ["fill", { errorType: "Runtime.ExitError", errorMessage: expect.stringContaining("SIGABRT") }],
  ])("by %s says how, and the next call goes well", async (how, error) => {
    const { ask } = lambdaWith(faults, { timeoutSeconds: how === "fill" ? 30 : 1 });
    await ask("well");
    const failed = await ask(how);
    expect(failed.functionError).toBe("Unhandled");
    expect(parse(failed)).toMatchObject(error);
    expect(parse(await ask("well"))).toBe("well");
  });

  test.each([
    ["its handler is missing", "export const other = 1;", "Runtime.HandlerNotFound"],
    ["it throws while it loads", 'throw new RangeError("at load");', "RangeError"],
    ["it is not JavaScript", "export const = ;", "Runtime.UserCodeSyntaxError"],
    ["it exits while it loads", "process.exit(3);", "Runtime.ExitError"],
    [
      "its handler wants a callback",
      "export const handler = (e, c, done) => done(null, 1);",
      "Runtime.CallbackHandlerDeprecated",
    ],
  ])("because %s says so", async (_, code, errorType) => {
    const failed = await lambdaWith(code).ask({});
    expect(failed.functionError).toBe("Unhandled");
    expect(parse(failed).errorType).toBe(errorType);
  });

  test("lets those who wait behind it have their turn", async () => {
    const { ask } = lambdaWith(faults, {}, { maxEnvironments: 1 });
    const [exited, well] = await Promise.all([ask("exit"), ask("well")]);
    expect(exited.functionError).toBe("Unhandled");
    expect(parse(well)).toBe("well");
  });
});

describe("a function's output", () => {
  test("is handed on line by line under the function's name, the last line too when it exits", async () => {
    const { ask, lines } = lambdaWith(`export const handler = async () => {
      process.stdout.write("one\\ntw"); process.stdout.write("o\\n"); process.stderr.write("last"); process.exit(1);
    };`);
    await ask({});
    expect(lines).toEqual(expect.arrayContaining(["tried | one", "tried | two", "tried | last"]));
    expect(lines).toHaveLength(3);
  });

  test("is JSON of the level that the template says", async () => {
    const code = 'export const handler = async () => { console.debug("not said"); console.info("said"); };';
    const { ask, lines } = lambdaWith(code, {
      logFormat: "JSON",
    });
    await ask({});
    await expect.poll(() => lines.length).toBe(1);
    expect(JSON.parse(lines[0]?.slice("tried | ".length) ?? "")).toMatchObject({
      level: "INFO",
      message: "said",
    });
  });
});

describe("an asynchronous invocation", () => {
  const flaky = `import { existsSync, writeFileSync, readFileSync } from "node:fs";
    const file = process.env.LAMBDA_TASK_ROOT + "/tries";
    export const handler = async ({ failures }) => {
      const tries = existsSync(file) ? Number(readFileSync(file, "utf8")) + 1 : 1;
      writeFileSync(file, String(tries));
      if (tries <= failures) throw new Error("try " + tries);
      return tries;
    };`;
  const impatient = () => {
    const failures: AsyncFailure[] = [];
    const options = {
      retryAfterMilliseconds: () => 0,
      onAsyncFailure: (failure: AsyncFailure) => failures.push(failure),
    };
    return { ...lambdaWith(flaky, {}, options), failures };
  };

  test("is tried three times before it is given up", async () => {
    const { invokeAsync, failures } = impatient();
    expect(parse(await invokeAsync("tried", { failures: 2 }))).toBe(3);
    expect(failures).toEqual([]);
  });

  test("that is given up is told of, once", async () => {
    const { invokeAsync, failures } = impatient();
    await invokeAsync("tried", { failures: 3 });
    expect(failures).toMatchObject([
      { functionName: "tried", event: { failures: 3 }, attempts: 3, last: { functionError: "Unhandled" } },
    ]);
    expect(failures[0] && parse(failures[0].last)).toMatchObject({ errorMessage: "try 3" });
  });
});

describe("AWS's runtime client", () => {
  test("is missed clearly when it was not started through the preload", async () => {
    const { ask, lines } = lambdaWith("export const handler = async () => 1;", {}, { nodeArguments: [] });
    await expect(ask({})).rejects.toThrow(
      /tried: aws-lambda-ric did not start through local\/ric-preload\.mjs/,
    );
    expect(lines.join("\n")).toContain("rapid-client.node");
  });
});

import { type Answer, errorAnswer, payloadAnswer } from "./answer.ts";
import type { FunctionDefinition } from "./function-definitions.ts";
import type { LastWill } from "./last-will.ts";
import { openRuntimeApi, type RuntimeApi } from "./runtime-api.ts";
import { type RuntimeProcess, startRuntimeProcess } from "./runtime-process.ts";

/** `finishing`: it has answered, and will soon ask for more, or end. */
export type EnvironmentState = "starting" | "idle" | "busy" | "finishing" | "gone";

export interface EnvironmentOptions {
  readonly variables: Readonly<Record<string, string>>;
  readonly idleMilliseconds: number;
  readonly log: (line: string) => void;
  readonly lastWill: LastWill;
  /** Frozen, and free for the next invocation. */
  readonly onIdle: (environment: ExecutionEnvironment) => void;
  readonly onGone: (environment: ExecutionEnvironment) => void;
  readonly nodeArguments?: readonly string[];
}

interface Job extends PromiseWithResolvers<Answer> {
  readonly requestId: string;
  readonly event: string;
}

const initSeconds = 10;

/**
 * One execution environment: a process of its own that works on one invocation at a time, is frozen between them,
 * and is gone for good after a time-out, an exit or a crash.
 */
export class ExecutionEnvironment {
  state: EnvironmentState = "starting";
  readonly #definition: FunctionDefinition;
  readonly #options: EnvironmentOptions;
  readonly #ended = Promise.withResolvers<void>();
  #api: RuntimeApi | undefined;
  #process: RuntimeProcess | undefined;
  #job: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #preloaded = false;
  #asking = false;

  constructor(definition: FunctionDefinition, options: EnvironmentOptions) {
    this.#definition = definition;
    this.#options = options;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  async start(): Promise<void> {
    this.#api = await openRuntimeApi({
      asked: () => this.#hearAsked(),
      answered: (requestId, payload) => this.#settle(requestId, payloadAnswer(payload)),
      failed: (requestId, payload) => this.#settle(requestId, { payload, functionError: "Unhandled" }),
      initFailed: (payload) => this.#settle(this.#job?.requestId, { payload, functionError: "Unhandled" }),
    });
    if (this.state === "gone") return this.#hearEnded("ended before it started");
    this.#process = startRuntimeProcess(this.#definition, {
      runtimeApi: this.#api.address,
      variables: this.#options.variables,
      log: this.#options.log,
      lastWill: this.#options.lastWill,
      onPreloaded: () => this.#hearPreloaded(),
      onEnded: (how) => this.#hearEnded(how),
      ...(this.#options.nodeArguments && { nodeArguments: this.#options.nodeArguments }),
    });
  }

  /** Runs one invocation. Rejects only when AWS's runtime client itself did not come up as it should. */
  run(requestId: string, event: string): Promise<Answer> {
    const job: Job = { requestId, event, ...Promise.withResolvers<Answer>() };
    this.#job = job;
    if (this.state === "idle") this.#give(job);
    else if (this.state === "starting") this.#allow(initSeconds + this.#definition.timeoutSeconds);
    else this.#settle(requestId, errorAnswer("Runtime.ExitError", "the environment had ended"));
    return job.promise;
  }

  /** Ends the process; resolves when it is gone. */
  end(): Promise<void> {
    this.state = "gone";
    this.#process?.kill();
    return this.#ended.promise;
  }

  #hearPreloaded(): void {
    this.#preloaded = true;
    if (this.#asking) this.#hearAsked();
  }

  /** The client wants work, which also says that it is done with what it had. */
  #hearAsked(): void {
    this.#asking = true;
    if (!this.#preloaded || this.state === "gone") return;
    if (this.#job) this.#give(this.#job);
    else this.#freeze();
  }

  #freeze(): void {
    this.state = "idle";
    this.#process?.freeze();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.end(), this.#options.idleMilliseconds);
    this.#timer.unref();
    this.#options.onIdle(this);
  }

  #give({ requestId, event }: Job): void {
    const { arn, timeoutSeconds } = this.#definition;
    this.state = "busy";
    this.#asking = false;
    this.#allow(timeoutSeconds);
    this.#process?.thaw();
    const deadline = Date.now() + timeoutSeconds * 1000;
    this.#api?.offer({ requestId, functionArn: arn, event, deadline });
  }

  #allow(seconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#timeOut(), seconds * 1000);
  }

  /** Also meets a client that answered and then never asked again. */
  #timeOut(): void {
    const requestId = this.#job?.requestId;
    const words = `Task timed out after ${this.#definition.timeoutSeconds.toFixed(2)} seconds`;
    if (this.#preloaded && requestId !== undefined) {
      this.#options.log(`${new Date().toISOString()} ${requestId} ${words}`);
      this.#settle(requestId, errorAnswer("Sandbox.Timedout", `RequestId: ${requestId} Error: ${words}`));
    }
    void this.end();
  }

  #settle(requestId: string | undefined, answer: Answer): void {
    if (!this.#job || this.#job.requestId !== requestId) return;
    if (this.state === "busy") this.state = "finishing";
    this.#job.resolve(answer);
    this.#job = undefined;
  }

  #hearEnded(how: string): void {
    this.state = "gone";
    clearTimeout(this.#timer);
    this.#api?.close();
    if (!this.#preloaded) this.#blamePreload(how);
    const requestId = this.#job?.requestId;
    this.#settle(
      requestId,
      errorAnswer("Runtime.ExitError", `RequestId: ${requestId} Error: Runtime exited with error: ${how}`),
    );
    this.#options.onGone(this);
    this.#ended.resolve();
  }

  #blamePreload(how: string): void {
    const { name } = this.#definition;
    const words = `${name}: aws-lambda-ric did not start through local/ric-preload.mjs, made for 4.0.2 (${how})`;
    this.#job?.reject(new Error(words));
    this.#job = undefined;
  }
}

import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import { type EnvironmentPool, openPool } from "./environment-pool.ts";
import type { EnvironmentState } from "./execution-environment.ts";
import type { FunctionDefinition } from "./function-definitions.ts";
import { type LastWill, openLastWill } from "./last-will.ts";
import { credentialsOf } from "./permissions.ts";

/** One invocation and what became of it. */
export interface Invocation extends Answer {
  readonly requestId: string;
  /** Whether a new environment was made for it. */
  readonly cold: boolean;
}

/** An asynchronous invocation that was given up. */
export interface AsyncFailure {
  readonly functionArn: string;
  readonly functionName: string;
  readonly event: unknown;
  readonly attempts: number;
  readonly last: Invocation;
}

export interface LambdaOptions {
  /** Variables for every function besides its own: where AWS's services are. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly log: (functionName: string, line: string) => void;
  readonly onAsyncFailure?: (failure: AsyncFailure) => void;
  /** How long to wait after an asynchronous attempt, the first being 1. AWS waits one and two minutes; here, seconds. */
  readonly retryAfterMilliseconds?: (attempt: number) => number;
  /** How many environments one function may have at a time; those beyond wait for their turn. */
  readonly maxEnvironments?: number;
  /** How long a frozen environment is kept. */
  readonly idleMilliseconds?: number;
  readonly nodeArguments?: readonly string[];
}

export interface Lambda {
  /** Rejects when there is no such function, the event is too large, or the runtime itself is broken. */
  readonly invoke: (nameOrArn: string, event: unknown) => Promise<Invocation>;
  /** Tries three times; resolves with the last try, when it worked or was given up. */
  readonly invokeAsync: (nameOrArn: string, event: unknown) => Promise<Invocation>;
  readonly environments: () => readonly RunningEnvironment[];
  /** Ends every process. */
  readonly stop: () => Promise<void>;
}

interface RunningEnvironment {
  readonly functionName: string;
  readonly pid: number;
  readonly state: EnvironmentState;
}

const maxEventBytes = 6_291_456;
const maxAttempts = 3;

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

const eventText = (event: unknown): string => {
  const text = JSON.stringify(event ?? null);
  if (Buffer.byteLength(text) <= maxEventBytes) return text;
  const message = `Request must be smaller than ${maxEventBytes} bytes for the InvokeFunction operation`;
  throw named("RequestTooLargeException", message);
};

const variablesOf = ({ id, region, environment }: FunctionDefinition): Record<string, string> => {
  const { accessKeyId, secretAccessKey } = credentialsOf(id);
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...environment,
  };
};

const poolFor = (
  definition: FunctionDefinition,
  options: LambdaOptions,
  lastWill: LastWill,
): EnvironmentPool =>
  openPool(definition, {
    lastWill,
    variables: { ...options.environment, ...variablesOf(definition) },
    log: (line) => options.log(definition.name, line),
    maxEnvironments: options.maxEnvironments ?? 10,
    idleMilliseconds: options.idleMilliseconds ?? 300_000,
    ...(options.nodeArguments && { nodeArguments: options.nodeArguments }),
  });

/** Lambda for the given functions: each invocation runs in a process that no other shares while it lasts. */
export const startLambda = (functions: readonly FunctionDefinition[], options: LambdaOptions): Lambda => {
  const { retryAfterMilliseconds = (attempt) => attempt * 1000 } = options;
  const stopping = new AbortController();
  const lastWill = openLastWill();
  const pools = functions.map((definition) => poolFor(definition, options, lastWill));

  const find = (nameOrArn: string): EnvironmentPool => {
    const pool = pools.find(({ definition: { name, arn } }) => nameOrArn === name || nameOrArn === arn);
    if (!pool) throw named("ResourceNotFoundException", `Function not found: ${nameOrArn}`);
    return pool;
  };

  const invoke = async (nameOrArn: string, event: unknown): Promise<Invocation> => {
    const pool = find(nameOrArn);
    const text = eventText(event);
    const { environment, cold } = await pool.take();
    const requestId = randomUUID();
    const [answer] = await Promise.all([environment.run(requestId, text), cold && environment.start()]);
    return { ...answer, requestId, cold };
  };

  const invokeAsync = async (nameOrArn: string, event: unknown): Promise<Invocation> => {
    for (let attempt = 1; attempt < maxAttempts; attempt++) {
      const invocation = await invoke(nameOrArn, event);
      if (invocation.functionError === undefined) return invocation;
      await wait(retryAfterMilliseconds(attempt), undefined, { signal: stopping.signal });
    }
    const last = await invoke(nameOrArn, event);
    const { arn: functionArn, name: functionName } = find(nameOrArn).definition;
    if (last.functionError !== undefined)
      options.onAsyncFailure?.({ functionArn, functionName, event, attempts: maxAttempts, last });
    return last;
  };

  return {
    invoke,
    invokeAsync,
    environments: () =>
      pools.flatMap(({ definition, environments }) =>
        environments().map(({ pid, state }) => ({ functionName: definition.name, pid, state })),
      ),
    stop: async () => {
      stopping.abort();
      await Promise.all(pools.map((pool) => pool.stop()));
      lastWill.close();
    },
  };
};

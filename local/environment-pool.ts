import { type EnvironmentOptions, ExecutionEnvironment } from "./execution-environment.ts";
import type { FunctionDefinition } from "./function-definitions.ts";

/** An environment handed to one invocation, and whether it must be started first. */
interface Taken {
  readonly environment: ExecutionEnvironment;
  readonly cold: boolean;
}

export type PoolOptions = Omit<EnvironmentOptions, "onIdle" | "onGone"> & {
  readonly maxEnvironments: number;
};

/** The execution environments of one function. */
export interface EnvironmentPool {
  readonly definition: FunctionDefinition;
  /** A free environment, a new one, or, when there are as many as there may be, the next that is free. */
  readonly take: () => Promise<Taken>;
  readonly environments: () => readonly ExecutionEnvironment[];
  readonly stop: () => Promise<void>;
}

export const openPool = (definition: FunctionDefinition, options: PoolOptions): EnvironmentPool => {
  const all = new Set<ExecutionEnvironment>();
  const free: ExecutionEnvironment[] = [];
  const turns: PromiseWithResolvers<Taken>[] = [];
  const limit = Math.min(options.maxEnvironments, definition.reservedConcurrency ?? options.maxEnvironments);
  let stopped = false;

  const add = (): ExecutionEnvironment => {
    const environment = new ExecutionEnvironment(definition, {
      ...options,
      onIdle: (idle) => {
        free.push(idle);
        serve();
      },
      onGone: (gone) => {
        all.delete(gone);
        if (free.includes(gone)) free.splice(free.indexOf(gone), 1);
        serve();
      },
    });
    all.add(environment);
    return environment;
  };

  /** One that is ending of age is not to be given work, although it is not gone yet. */
  const takeIdle = (): ExecutionEnvironment | undefined => {
    for (let idle = free.pop(); idle; idle = free.pop()) if (idle.state === "idle") return idle;
    return undefined;
  };

  const soonFree = (): number => [...all].filter(({ state }) => state === "finishing").length;

  /** Gives the invocation that has waited longest its turn, when there is room for it. */
  const serve = (): void => {
    if (stopped || turns.length === 0) return;
    const idle = takeIdle();
    if (idle) turns.shift()?.resolve({ environment: idle, cold: false });
    else if (all.size < limit && turns.length > soonFree())
      turns.shift()?.resolve({ environment: add(), cold: true });
  };

  return {
    definition,
    take: () => {
      const turn = Promise.withResolvers<Taken>();
      if (stopped) turn.reject(new Error("the local runtime has stopped"));
      else if (limit === 0)
        turn.reject(new Error(`${definition.name} is switched off: no reserved concurrency`));
      else turns.push(turn);
      serve();
      return turn.promise;
    },
    environments: () => [...all],
    stop: async () => {
      stopped = true;
      for (const turn of turns.splice(0)) turn.reject(new Error("the local runtime has stopped"));
      await Promise.all([...all].map((environment) => environment.end()));
    },
  };
};

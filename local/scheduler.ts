import { randomUUID } from "node:crypto";
import type { Clock } from "./clock.ts";
import { type Due, dueOnTheWay } from "./due-on-the-way.ts";
import type { Permissions } from "./permissions.ts";
import type { Queues } from "./queues.ts";
import type { Schedule } from "./schedules.ts";
import type { Template } from "./template.ts";

export interface SchedulerOptions {
  readonly schedules: readonly Schedule[];
  readonly clock: Clock;
  /** Calls the target, and resolves when that is over. */
  readonly fire: (due: Due<Schedule>) => Promise<void>;
  /** Resolves when nothing that was begun is still under way. */
  readonly settled: () => Promise<void>;
  readonly log: (line: string) => void;
}

export interface Scheduler {
  /**
   * Moves the clock. On the way forward what falls due is fired in order, each at its own time, and each is over
   * before the next; the way back fires nothing. The clock then stands, until a request comes or, when `held`,
   * until it is moved.
   */
  readonly travel: (to: number, options?: { readonly held?: boolean }) => Promise<void>;
  readonly stop: () => void;
}

const longestTimer = 2 ** 31 - 1;

/** Time as the scheduler puts it into an input: whole seconds, UTC. */
const inSeconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, "Z");

/** What a schedule's function is called with. */
const inputOf = ({ schedule, at }: Due<Schedule>, { account, region }: Template): unknown => {
  const id = randomUUID();
  const time = inSeconds(at);
  const values: Readonly<Record<string, string>> = {
    "schedule-arn": schedule.arn,
    "scheduled-time": time,
    "execution-id": id,
    "attempt-number": "1",
  };
  if (schedule.input !== undefined)
    return JSON.parse(
      schedule.input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name) => values[name] ?? whole),
    );
  return {
    version: "0",
    id,
    "detail-type": "Scheduled Event",
    source: "aws.scheduler",
    account,
    time,
    region,
    resources: [schedule.arn],
    detail: "{}",
  };
};

export interface TargetOptions {
  readonly template: Template;
  readonly permissions: Permissions;
  readonly queues: Queues;
  readonly invokeAsync: (functionArn: string, event: unknown) => Promise<unknown>;
  readonly log: (line: string) => void;
}

/**
 * Calls the function of a schedule, as EventBridge Scheduler does: asynchronously, so that Lambda itself tries
 * again when the function fails. Without the permission to call, the call goes to the schedule's dead letters.
 */
export const callTarget = (options: TargetOptions) => async (due: Due<Schedule>) => {
  const { name, role, functionArn, deadLetters } = due.schedule;
  const input = inputOf(due, options.template);
  options.log(`schedule ${name} (${inSeconds(due.at)})`);
  if (options.permissions.roleMay(role, "lambda:InvokeFunction", functionArn)) {
    await options.invokeAsync(functionArn, input);
    return;
  }
  options.log(`schedule ${name}: its role may not invoke ${functionArn}`);
  if (deadLetters !== undefined) options.queues.put(deadLetters, input);
};

/** Fires schedules on the runtime's clock. */
export const startScheduler = (options: SchedulerOptions): Scheduler => {
  const { schedules, clock, settled, log } = options;
  let firedUpTo = clock.now();
  let timer: NodeJS.Timeout | undefined;
  let travelling = false;
  let journeys = Promise.resolve();

  const fire = (due: Due<Schedule>): Promise<void> =>
    options
      .fire(due)
      .catch((error: unknown) =>
        log(`schedule ${due.schedule.name}: ${error instanceof Error ? error.message : error}`),
      );

  const fireWhatIsDue = (): void => {
    const now = clock.now();
    const due = dueOnTheWay(schedules, firedUpTo, now);
    firedUpTo = now;
    for (const one of due) void fire(one);
    arm();
  };

  const arm = (): void => {
    clearTimeout(timer);
    if (travelling || clock.pace().kind === "stands") return;
    const next = Math.min(...schedules.map(({ expression }) => expression.next(firedUpTo) ?? Infinity));
    if (next === Infinity) return;
    timer = setTimeout(fireWhatIsDue, Math.min(Math.max(0, next - clock.now()), longestTimer)).unref();
  };

  const journey = async (to: number, held: boolean): Promise<void> => {
    travelling = true;
    clearTimeout(timer);
    await settled();
    for (const due of dueOnTheWay(schedules, firedUpTo, to)) {
      clock.move(due.at, { held: true });
      await fire(due);
      await settled();
    }
    firedUpTo = to;
    travelling = false;
    clock.move(to, { held });
  };

  const travel: Scheduler["travel"] = (to, { held = false } = {}) => {
    journeys = journeys.then(() => journey(to, held));
    return journeys;
  };

  clock.onChange(arm);
  arm();
  return { travel, stop: () => clearTimeout(timer) };
};

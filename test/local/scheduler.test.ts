import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as z from "zod";
import { makeClock } from "../../local/clock.ts";
import { dueOnTheWay, mostRunsOnTheWay } from "../../local/due-on-the-way.ts";
import type { Permissions } from "../../local/permissions.ts";
import { openQueues } from "../../local/queues.ts";
import { callTarget, startScheduler } from "../../local/scheduler.ts";
import { type Schedule, schedulesIn } from "../../local/schedules.ts";
import { templateOf } from "./hand-made.ts";

const april = Date.parse("2024-04-15T07:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;
const functionArn = "arn:aws:lambda:eu-north-1:000000000000:function:tidy";

const scheduledInput = '{"at":"<aws.scheduler.scheduled-time>","by":"<aws.scheduler.schedule-arn>"}';

const scheduleOf = (name: string, ScheduleExpression: string, rest: object = {}) => ({
  Type: "AWS::Scheduler::Schedule",
  Properties: {
    Name: name,
    ScheduleExpression,
    ScheduleExpressionTimezone: "Europe/Oslo",
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: {
      Arn: functionArn,
      RoleArn: "arn:aws:iam::000000000000:role/calls",
      Input: scheduledInput,
    },
    ...rest,
  },
});

const schedules = (expressions: Readonly<Record<string, string>>): readonly Schedule[] => {
  const entries = Object.entries(expressions).map(([name, text]) => [name, scheduleOf(name, text)]);
  return schedulesIn(templateOf({ Resources: Object.fromEntries(entries) }), april);
};

/** A scheduler whose calls are written down with the time that the clock showed. */
const start = (expressions: Readonly<Record<string, string>>, now = april) => {
  const clock = makeClock(now);
  const fired: string[] = [];
  const scheduler = startScheduler({
    schedules: schedules(expressions),
    clock,
    fire: async ({ schedule, at }) => {
      expect(clock.now()).toBeGreaterThanOrEqual(at);
      fired.push(`${schedule.name} ${new Date(at).toISOString().slice(0, 19)}`);
    },
    settled: async () => {
      fired.push("settled");
    },
    log: () => {},
  });
  onTestFinished(scheduler.stop);
  return { clock, scheduler, fired };
};

const deadlines = { webinar: "at(2024-04-30T00:01:00)", call: "at(2024-06-21T16:01:00)" };

describe("travel", () => {
  test("fires what falls due on the way in order, each at its own time, and each is over before the next", async () => {
    const { clock, scheduler, fired } = start({ ...deadlines, monthly: "cron(0 12 1 * ? *)" });
    await scheduler.travel(Date.parse("2024-07-01T00:00:00Z"));
    expect(fired).toEqual([
      "settled",
      ...["webinar 2024-04-29T22:01:00", "settled"],
      ...["monthly 2024-05-01T10:00:00", "settled"],
      ...["monthly 2024-06-01T10:00:00", "settled"],
      ...["call 2024-06-21T14:01:00", "settled"],
    ]);
    expect(clock.now()).toBe(Date.parse("2024-07-01T00:00:00Z"));
  });

  test("fires what is due at the very end, and not again on the way on", async () => {
    const { scheduler, fired } = start({ call: deadlines.call });
    const due = Date.parse("2024-06-21T14:01:00Z");
    await scheduler.travel(due - 1);
    expect(fired).not.toContain("call 2024-06-21T14:01:00");
    await scheduler.travel(due);
    await scheduler.travel(due + day);
    expect(fired.filter((one) => one !== "settled")).toEqual(["call 2024-06-21T14:01:00"]);
  });

  test("back fires nothing, and what was due is due again on the way forward", async () => {
    const { scheduler, fired } = start(deadlines);
    await scheduler.travel(april + 30 * day);
    fired.length = 0;
    await scheduler.travel(april);
    expect(fired).toEqual(["settled"]);
    await scheduler.travel(april + 30 * day);
    expect(fired).toContain("webinar 2024-04-29T22:01:00");
  });

  test("runs what repeats every time it is due on a short way", async () => {
    const { scheduler, fired } = start({ minutely: "rate(1 minute)" });
    await scheduler.travel(april + 30 * minute);
    expect(fired.filter((one) => one.startsWith("minutely"))).toHaveLength(30);
  });

  test("on a long way runs what repeats right after each one-time schedule and when it is last due", async () => {
    const { scheduler, fired } = start({
      ...deadlines,
      minutely: "rate(1 minute)",
      hourly: "cron(0 * * * ? *)",
    });
    await scheduler.travel(Date.parse("2024-06-21T20:30:00Z"));
    expect(fired.filter((one) => one !== "settled")).toEqual([
      "webinar 2024-04-29T22:01:00",
      "minutely 2024-04-29T22:02:00",
      "hourly 2024-04-29T23:00:00",
      "call 2024-06-21T14:01:00",
      "minutely 2024-06-21T14:02:00",
      "hourly 2024-06-21T15:00:00",
      "hourly 2024-06-21T20:00:00",
      "minutely 2024-06-21T20:30:00",
    ]);
  });

  test("goes on when a call fails", async () => {
    const clock = makeClock(april);
    const calls: string[] = [];
    const scheduler = startScheduler({
      schedules: schedules(deadlines),
      clock,
      fire: async ({ schedule }) => {
        calls.push(schedule.name);
        throw new Error("no");
      },
      settled: async () => {},
      log: () => {},
    });
    onTestFinished(scheduler.stop);
    await scheduler.travel(april + 100 * day);
    expect(calls).toEqual(["webinar", "call"]);
    expect(clock.now()).toBe(april + 100 * day);
  });

  test("to several places at once goes to one after the other", async () => {
    const { clock, scheduler, fired } = start(deadlines);
    await Promise.all([scheduler.travel(april + 30 * day), scheduler.travel(april + 100 * day)]);
    expect(fired.filter((one) => one !== "settled")).toEqual([
      "webinar 2024-04-29T22:01:00",
      "call 2024-06-21T14:01:00",
    ]);
    expect(clock.now()).toBe(april + 100 * day);
  });
});

test("a clock that runs fires what falls due, and one that stands does not", async () => {
  const due = Date.parse("2024-06-21T14:01:00Z");
  const { clock, scheduler, fired } = start({ call: deadlines.call }, due - 50);
  await scheduler.travel(due - 20);
  expect(fired).not.toContain("call 2024-06-21T14:01:00");
  clock.stamp();
  await vi.waitFor(() => expect(fired).toContain("call 2024-06-21T14:01:00"));
});

test("a way of just as many runs as are allowed is not thinned out", () => {
  const [every] = schedules({ every: "rate(1 minute)" });
  if (!every) throw new Error("no schedule");
  expect(dueOnTheWay([every], april, april + mostRunsOnTheWay * minute)).toHaveLength(mostRunsOnTheWay);
  expect(dueOnTheWay([every], april, april + (mostRunsOnTheWay + 1) * minute)).toHaveLength(1);
});

describe("a schedule of the template", () => {
  const permissions = (allowed: boolean): Permissions => ({
    refusal: () => undefined,
    mayCall: () => true,
    roleMay: (role, action, resource) =>
      allowed && role.endsWith("/calls") && action === "lambda:InvokeFunction" && resource === functionArn,
    knows: () => true,
    secretOf: () => undefined,
  });
  const queue = "arn:aws:sqs:eu-north-1:000000000000:unstarted";
  const target = { Arn: functionArn, RoleArn: "arn:aws:iam::000000000000:role/calls" };
  const resources = {
    Unstarted: { Type: "AWS::SQS::Queue", Properties: { QueueName: "unstarted" } },
    Call: scheduleOf("call", deadlines.call, {
      GroupName: "deadlines",
      Target: { ...target, Input: scheduledInput, DeadLetterConfig: { Arn: queue } },
    }),
  };

  const call = async (allowed: boolean) => {
    const read = templateOf({ Resources: resources });
    const queues = openQueues(read, undefined);
    const calls: unknown[] = [];
    const invokeAsync = async (...args: unknown[]) => calls.push(args);
    const fire = callTarget({
      template: read,
      permissions: permissions(allowed),
      queues,
      invokeAsync,
      log: () => {},
    });
    for (const schedule of schedulesIn(read, april))
      await fire({ schedule, at: Date.parse("2024-06-21T14:01:00Z") });
    return { calls, dead: queues.content()[0]?.messages };
  };

  const input = {
    at: "2024-06-21T14:01:00Z",
    by: "arn:aws:scheduler:eu-north-1:000000000000:schedule/deadlines/call",
  };

  test("calls its function with the scheduled time in its input", async () => {
    expect(await call(true)).toEqual({ calls: [[functionArn, input]], dead: [] });
  });

  test("whose role may not call goes to its dead letters", async () => {
    expect(await call(false)).toEqual({ calls: [], dead: [input] });
  });

  test("that is switched off is not there", () => {
    const Resources = { Off: scheduleOf("off", "rate(1 minute)", { State: "DISABLED" }) };
    expect(schedulesIn(templateOf({ Resources }), april)).toEqual([]);
  });

  test("without an input tells its function what AWS would", async () => {
    const Resources = {
      Call: scheduleOf("call", deadlines.call, { GroupName: "deadlines", Target: target }),
    };
    const read = templateOf({ Resources });
    const told = z.looseObject({ time: z.string(), source: z.string(), resources: z.array(z.string()) });
    const calls: unknown[] = [];
    const fire = callTarget({
      template: read,
      permissions: permissions(true),
      queues: openQueues(read, undefined),
      invokeAsync: async (_, event) => calls.push(event),
      log: () => {},
    });
    for (const schedule of schedulesIn(read, april)) await fire({ schedule, at: april });
    expect(told.parse(calls[0])).toMatchObject({
      time: "2024-04-15T07:00:00Z",
      source: "aws.scheduler",
      resources: [input.by],
    });
  });

  test.each([
    ["an unknown expression", { ScheduleExpression: "sometimes" }],
    ["a target that is no function", { Target: { Arn: "arn:aws:sqs:eu-north-1:1:q", RoleArn: "r" } }],
    ["a start date", { StartDate: "2024-01-01T00:00:00Z" }],
  ])("with %s is refused", (_, rest) => {
    const Resources = { Odd: scheduleOf("odd", "rate(1 minute)", rest) };
    expect(() => schedulesIn(templateOf({ Resources }), april)).toThrow();
  });
});

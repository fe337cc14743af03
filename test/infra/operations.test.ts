import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { aStack, functionNames } from "./a-stack.ts";
import { allOf } from "./reading.ts";

const template = aStack();

const Alarm = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()).length(1),
  TreatMissingData: z.enum(["notBreaching", "breaching"]),
});
const alarms = allOf(template, "AWS::CloudWatch::Alarm").map(({ properties }) => Alarm.parse(properties));

test("somebody is told when a function fails", () => {
  const told = alarms.map(({ AlarmDescription }) => AlarmDescription).join("\n");
  for (const name of functionNames) expect(told).toContain(`The function ${name} failed.`);
});

test("somebody is told when mail, files, lists or schedules stop, wait or are given up", () => {
  const counted = Map.groupBy(alarms, ({ AlarmDescription }) => AlarmDescription.split("#")[1]);
  expect(Object.fromEntries([...counted].map(([anchor, all]) => [anchor, all.length]))).toEqual({
    "a-function-fails": functionNames.length,
    "functions-are-throttled": 1,
    "a-schedule-has-stopped": 2,
    "messages-are-late": 2,
    "messages-were-given-up": 2,
    "files-are-late": 2,
    "lists-are-late": 1,
    "people-meet-error-pages": 1,
    "something-was-given-up": 7,
    "mail-bounces-or-is-complained-of": 2,
  });
});

test("silence rings the alarms of what must happen, and only those", () => {
  for (const { AlarmDescription, TreatMissingData } of alarms)
    expect(TreatMissingData).toBe(
      AlarmDescription.includes("a-schedule-has-stopped") ? "breaching" : "notBreaching",
    );
});

test("every alarm ends in a heading of the runbook", () => {
  const runbook = path.join(import.meta.dirname, "../../docs/runbook.md");
  const text = existsSync(runbook) ? readFileSync(runbook, "utf8") : "";
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title.toLowerCase().replaceAll(" ", "-"),
  );
  for (const { AlarmDescription } of alarms) {
    const [, file, anchor] = /What to do: (\S+)#(\S+)$/.exec(AlarmDescription) ?? [];
    expect(file).toBe("docs/runbook.md");
    expect(headings).toContain(anchor);
  }
});

test("alarms go to the stage's address", () => {
  const [subscription] = allOf(template, "AWS::SNS::Subscription");
  expect(subscription?.properties).toMatchObject({ Protocol: "email", Endpoint: "drift@opptak.example" });
});

test("mail's good name is watched from long before SES would", () => {
  const thresholds = allOf(template, "AWS::CloudWatch::Alarm").flatMap(({ properties }) => {
    const { MetricName, Threshold } = properties;
    return `${MetricName}`.startsWith("Reputation.") ? [[MetricName, Threshold]] : [];
  });
  expect(Object.fromEntries(thresholds)).toEqual({
    "Reputation.BounceRate": 0.02,
    "Reputation.ComplaintRate": 0.0005,
  });
});

test("what the sender's log says of mail given up and of the oldest owed is counted", () => {
  const filters = allOf(template, "AWS::Logs::MetricFilter").map(({ properties }) => [
    properties["FilterPattern"],
    properties["MetricTransformations"],
  ]);
  expect(filters).toMatchObject([
    ['{ $.code = "message.given-up" }', [{ MetricValue: "1" }]],
    ['{ $.code = "message.unreadable" }', [{ MetricValue: "1" }]],
    ['{ $.code = "messages.waiting" }', [{ MetricValue: "$.oldestSeconds" }]],
  ]);
});

import { Duration, RemovalPolicy, Stack, TimeZone } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import * as scheduler from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import type { CallDefinition } from "#shared/calls/index.ts";
import { DeadLetters } from "./dead-letters.ts";

type Call = CallDefinition["call"];
type Deadline = Call["webinar"]["signUpDeadline"];

/** The first minute, on the zone's own clock, that begins after a deadline. The quarter-hourly run covers one that the clock skips in spring. */
const minuteAfter = (deadline: Deadline): Date => {
  const last = deadline.kind === "moment" ? deadline.localTime : `${deadline.date}T24:00:00`;
  return new Date(Date.parse(`${last}Z`) + 60_000);
};

const deadlinesOf = ({ levels, webinar }: Call): readonly Deadline[] => [
  ...Object.values(levels).map(({ deadline }) => deadline),
  webinar.signUpDeadline,
];

/** Runs functions at given times. They get the time they were meant for as `at`, however late they start. */
export class Schedules extends Construct {
  readonly deadLetters: DeadLetters;
  private readonly group: scheduler.ScheduleGroup;
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.group = new scheduler.ScheduleGroup(this, "Group", { removalPolicy: RemovalPolicy.DESTROY });
    this.deadLetters = new DeadLetters(this, "Unstarted");
    this.role = new iam.Role(this, "Role", {
      assumedBy: new iam.ServicePrincipal("scheduler.amazonaws.com", {
        conditions: {
          StringEquals: {
            "aws:SourceAccount": Stack.of(this).account,
            "aws:SourceArn": this.group.scheduleGroupArn,
          },
        },
      }),
    });
    this.deadLetters.allowPutting(this.role);
  }

  /** One minute after each deadline of a call, each distinct time once. */
  afterDeadlines(call: Call, fn: LambdaFunction): void {
    const times = new Map(
      deadlinesOf(call).map((deadline) => {
        const at = minuteAfter(deadline);
        return [`${at.toISOString().slice(0, 19)} ${deadline.timeZone}`, { at, timeZone: deadline.timeZone }];
      }),
    );
    for (const [id, { at, timeZone }] of times)
      this.run(`${call.id} ${id}`, scheduler.ScheduleExpression.at(at, TimeZone.of(timeZone)), fn);
  }

  /** A minute past each quarter, so that what ends on the clock's quarters is followed up a minute later. */
  everyQuarterOfAnHour(fn: LambdaFunction): void {
    this.run("quarter-hourly", scheduler.ScheduleExpression.cron({ minute: "1/15" }), fn);
  }

  everyMinute(fn: LambdaFunction): void {
    this.run("minutely", scheduler.ScheduleExpression.rate(Duration.minutes(1)), fn);
  }

  private run(id: string, schedule: scheduler.ScheduleExpression, fn: LambdaFunction): void {
    this.allowInvoking(fn);
    new scheduler.Schedule(this, id, {
      schedule,
      scheduleGroup: this.group,
      target: {
        bind: () => ({
          arn: fn.functionArn,
          role: this.role,
          input: scheduler.ScheduleTargetInput.fromObject({ at: scheduler.ContextAttribute.scheduledTime }),
          retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 10 },
          deadLetterConfig: { arn: this.deadLetters.queue.queueArn },
        }),
      },
    });
  }

  private allowInvoking(fn: LambdaFunction): void {
    this.role.addToPolicy(
      new iam.PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [fn.functionArn] }),
    );
  }
}

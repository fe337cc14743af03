import { Duration, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import * as sns from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { DeadLetters } from "./dead-letters.ts";

const { Stats, ComparisonOperator, TreatMissingData } = cloudwatch;

interface Alarm {
  /** What is wrong, in a sentence. */
  readonly says: string;
  /** The heading in docs/runbook.md that says what to do. */
  readonly runbook: string;
  readonly metric: cloudwatch.Metric | cloudwatch.MathExpression;
  /** @default 1 */
  readonly threshold?: number;
  /** Rings when there is too little rather than too much. */
  readonly tooLittle?: true;
}

/** Who is told when something is wrong. Each alarm ends in the page that says what to do. */
export class Operations extends Construct {
  private readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, alarmEmail: string) {
    super(scope, id);
    this.topic = new sns.Topic(this, "Alarms", { enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(alarmEmail));
  }

  watchFunctions(functions: readonly LambdaFunction[]): void {
    for (const fn of functions)
      this.alarm(`${fn.node.id}-errors`, {
        says: `The function ${fn.node.id} failed.`,
        runbook: "a-function-fails",
        metric: fn.metricErrors({ period: Duration.minutes(5) }),
      });
    this.alarm("throttles", {
      says: "Functions are wanted more often at once than the account allows.",
      runbook: "functions-are-throttled",
      // Of the whole account, as its limit is.
      metric: LambdaFunction.metricAllThrottles({ period: Duration.minutes(5) }),
    });
  }

  /** A function that a schedule starts at least once in each period. */
  watchPulse(fn: LambdaFunction, period: Duration): void {
    this.alarm(`${fn.node.id}-pulse`, {
      says: `The function ${fn.node.id} has not been started for a while.`,
      runbook: "a-schedule-has-stopped",
      metric: fn.metricInvocations({ period }),
      tooLittle: true,
    });
  }

  watchStreamReader(fn: LambdaFunction, runbook: string): void {
    this.alarm(`${fn.node.id}-stream-age`, {
      says: `New records wait more than five minutes to be read by ${fn.node.id}.`,
      runbook,
      metric: fn.metric("IteratorAge", { statistic: Stats.MAXIMUM, period: Duration.minutes(5) }),
      threshold: Duration.minutes(5).toMilliseconds(),
    });
  }

  watchScans(failed: cloudwatch.Metric): void {
    this.alarm("failed-scans", {
      says: "Files could not be scanned.",
      runbook: "files-are-late",
      metric: failed,
    });
  }

  watchApi(api: HttpApi): void {
    this.alarm("server-errors", {
      says: "People meet error pages.",
      runbook: "people-meet-error-pages",
      metric: api.metricServerError({ statistic: Stats.SUM, period: Duration.minutes(5) }),
      threshold: 5,
    });
  }

  watchDeadLetters(id: string, { queue }: DeadLetters): void {
    this.alarm(`${id}-dead-letters`, {
      says: "Something was given up after several tries.",
      runbook: "something-was-given-up",
      metric: queue.metricApproximateNumberOfMessagesVisible(),
    });
  }

  /** What the sender's own log tells: mail that was given up or cannot be read, and how long the oldest has waited. */
  watchMessages(log: logs.ILogGroup): void {
    const counted = (id: string, code: string, metricValue: string, statistic: string) =>
      new logs.MetricFilter(this, id, {
        logGroup: log,
        filterPattern: logs.FilterPattern.stringValue("$.code", "=", code),
        metricNamespace: "Opptak",
        metricName: `${Stack.of(this).stackName}-${id}`,
        metricValue,
      }).metric({ statistic, period: Duration.minutes(5) });
    this.alarm("failed-messages", {
      says: "A message was given up after a day of trying.",
      runbook: "messages-were-given-up",
      metric: counted("messages-given-up", "message.given-up", "1", Stats.SUM),
    });
    this.alarm("unreadable-messages", {
      says: "A message that is owed cannot be read.",
      runbook: "messages-were-given-up",
      metric: counted("messages-unreadable", "message.unreadable", "1", Stats.SUM),
    });
    this.alarm("old-messages", {
      says: "A message has been owed for a quarter of an hour.",
      runbook: "messages-are-late",
      metric: counted("oldest-message", "messages.waiting", "$.oldestSeconds", Stats.MAXIMUM),
      threshold: Duration.minutes(15).toSeconds(),
    });
  }

  /** SES reviews an account at 5 % bounces or 0.1 % complaints; these ring well before that. */
  watchMailReputation(): void {
    this.alarm("bounces", {
      says: "Too much mail bounces.",
      runbook: "mail-bounces-or-is-complained-of",
      metric: reputation("BounceRate"),
      threshold: 0.02,
    });
    this.alarm("complaints", {
      says: "Too much mail is complained of.",
      runbook: "mail-bounces-or-is-complained-of",
      metric: reputation("ComplaintRate"),
      threshold: 0.0005,
    });
  }

  private alarm(id: string, { says, runbook, metric, threshold = 1, tooLittle }: Alarm): void {
    const alarm = metric.createAlarm(this, id, {
      alarmDescription: `${says} What to do: docs/runbook.md#${runbook}`,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: tooLittle
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: tooLittle ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}

const reputation = (name: "BounceRate" | "ComplaintRate"): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: "AWS/SES",
    metricName: `Reputation.${name}`,
    statistic: Stats.AVERAGE,
    period: Duration.hours(1),
  });

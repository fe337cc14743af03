import { Duration } from "aws-cdk-lib";
import { type EventPattern, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as InvokeFunction } from "aws-cdk-lib/aws-events-targets";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";

export interface ToldOf {
  readonly id: string;
  readonly description: string;
  readonly pattern: EventPattern;
}

/** Tells a function of events on the account's bus, and keeps aside what it fails with three times. */
export const tellOf = (
  scope: Construct,
  { id, description, pattern }: ToldOf,
  fn: LambdaFunction,
): DeadLetters => {
  const deadLetters = new DeadLetters(scope, "Unheard");
  const again = { maxEventAge: Duration.hours(6), retryAttempts: 2 };
  new Rule(scope, id, {
    description,
    eventPattern: pattern,
    targets: [new InvokeFunction(fn, { ...again, deadLetterQueue: deadLetters.queue })],
  });
  deadLetters.allowPutting(fn);
  fn.configureAsyncInvoke({
    ...again,
    onFailure: { bind: () => ({ destination: deadLetters.queue.queueArn }) },
  });
  return deadLetters;
};

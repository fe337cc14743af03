import { Duration, Validations } from "aws-cdk-lib";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import { Grant } from "aws-cdk-lib/aws-iam";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** A queue of what could not be handled, kept for two weeks. An alarm watches it; it is empty when all is well. */
export class DeadLetters extends Construct {
  readonly queue: sqs.Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new sqs.Queue(this, "Queue", {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "This queue is itself where dead letters go; people read it.",
    });
  }

  allowPutting(who: IGrantable): void {
    Grant.addToPrincipal({
      grantee: who,
      actions: ["sqs:SendMessage"],
      resourceArns: [this.queue.queueArn],
    });
  }
}

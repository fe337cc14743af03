import { RemovalPolicy, Validations } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as iam from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";

const text = (name: string) => ({ name, type: dynamodb.AttributeType.STRING });

const indexes = {
  byOwner: ["ownerKey", "ownerSort"],
  byCall: ["callKey", "callSort"],
  byDue: ["dueKey", "dueSort"],
} as const;

export interface Use {
  /** What is done to items by their keys; `Query` here is of the table itself. */
  readonly items: readonly (
    | "GetItem"
    | "BatchGetItem"
    | "Query"
    | "PutItem"
    | "UpdateItem"
    | "DeleteItem"
    | "BatchWriteItem"
    | "ConditionCheckItem"
  )[];
  /** The indexes that are queried. */
  readonly indexes?: readonly (keyof typeof indexes)[];
}

/** Items of these kinds that come to be or are changed, or that are no more. Lambda takes five of these for one function. */
export interface Change {
  readonly eventNames: readonly ("INSERT" | "MODIFY")[] | readonly ["REMOVE"];
  readonly items: readonly string[];
}

const filterOf = ({ eventNames, items }: Change) =>
  lambda.FilterCriteria.filter({
    eventName: lambda.FilterRule.or(...eventNames),
    dynamodb: {
      [eventNames[0] === "REMOVE" ? "OldImage" : "NewImage"]: {
        item: { S: lambda.FilterRule.or(...items) },
      },
    },
  });

/** Where everything is kept. */
export class RecordsTable extends Construct {
  private readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new dynamodb.Table(this, "Table", {
      partitionKey: text("pk"),
      sortKey: text("sk"),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: "ttl",
      encryption: dynamodb.TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, [partitionKey, sortKey]] of Object.entries(indexes)) {
      const keys = { partitionKey: text(partitionKey), sortKey: text(sortKey) };
      this.table.addGlobalSecondaryIndex({
        indexName,
        ...keys,
        projectionType: dynamodb.ProjectionType.ALL,
      });
    }
  }

  /** Gives a function the table's name and the right to just this use of it. */
  allow(fn: lambda.Function, { items, indexes: queried = [] }: Use): void {
    fn.addEnvironment("TABLE_NAME", this.table.tableName);
    allow(
      fn,
      items.map((item) => `dynamodb:${item}`),
      [this.table.tableArn],
    );
    if (queried.length === 0) return;
    allow(
      fn,
      ["dynamodb:Query"],
      queried.map((index) => `${this.table.tableArn}/index/${index}`),
    );
  }

  /** Hands changes to a function, in order, and what it fails with three times to the dead letters. */
  feed(name: string, changes: readonly Change[], fn: lambda.Function): DeadLetters {
    const deadLetters = new DeadLetters(this, `Unread-${name}`);
    deadLetters.allowPutting(fn);
    this.allowReadingStream(fn);
    fn.addEventSourceMapping(`New-${name}`, {
      eventSourceArn: this.table.tableStreamArn ?? "",
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      filters: changes.map(filterOf),
      batchSize: 10,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 3,
      onFailure: { bind: () => ({ destination: deadLetters.queue.queueArn }) },
    });
    return deadLetters;
  }

  private allowReadingStream(fn: lambda.Function): void {
    const reading = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];
    allow(fn, reading, [this.table.tableStreamArn ?? ""]);
    allow(fn, ["dynamodb:ListStreams"], ["*"]);
    if (!fn.role) return;
    Validations.of(fn.role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason:
        "Lambda asks for dynamodb:ListStreams, which IAM cannot narrow to one table. It shows names only.",
    });
  }
}

const allow = (fn: lambda.Function, actions: readonly string[], resources: readonly string[]): void =>
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...resources] }));

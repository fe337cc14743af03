import { Duration } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";

export interface IntakeFunctionProps {
  /** The folder of its bundle. */
  readonly bundle: string;
  readonly logRetentionDays: number;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
}

/** The one way to make a function: `functions/<name>/index.ts`, with a role and a log of its own and no rights but to write there. */
export class IntakeFunction extends lambda.Function {
  constructor(scope: Construct, name: string, props: IntakeFunctionProps) {
    const logGroup = new logs.LogGroup(scope, `${name}-log`, { retention: props.logRetentionDays });
    const role = new iam.Role(scope, `${name}-role`, {
      assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
    });
    super(scope, name, {
      description: `functions/${name}`,
      code: lambda.Code.fromAsset(props.bundle),
      handler: "index.handler",
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { NODE_OPTIONS: "--enable-source-maps" },
      loggingFormat: lambda.LoggingFormat.JSON,
      logGroup,
      role,
    });
    logGroup.grantWrite(this);
  }
}

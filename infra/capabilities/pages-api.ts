import { Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/** One line for each request: no address, no query and no path, which could say who asked and about whom. */
const accessLogLine = {
  requestId: "$context.requestId",
  time: "$context.requestTimeEpoch",
  route: "$context.routeKey",
  status: "$context.status",
  length: "$context.responseLength",
  milliseconds: "$context.responseLatency",
  functionMilliseconds: "$context.integrationLatency",
  error: "$context.integrationErrorMessage",
};

const isMethod = (text: string): text is apigateway.HttpMethod =>
  Object.values<string>(apigateway.HttpMethod).includes(text);

/** `GET /staff` or `$default` as API Gateway's key. */
const routeKey = (route: string): apigateway.HttpRouteKey => {
  if (route === "$default") return apigateway.HttpRouteKey.DEFAULT;
  const [method = "", path = ""] = route.split(" ");
  if (!isMethod(method)) throw new Error(`The route "${route}" has no method.`);
  return apigateway.HttpRouteKey.with(path, method);
};

/** What lets a request through before a function sees it, and the scopes of which its token must have one. */
export type Guard = Required<Pick<apigateway.HttpRouteProps, "authorizer" | "authorizationScopes">>;

/** What answers requests: each route goes to its function, which finds out for itself which person asks. */
export class PagesApi extends Construct {
  readonly api: apigateway.HttpApi;

  constructor(scope: Construct, id: string, logRetentionDays: number) {
    super(scope, id);
    this.api = new apigateway.HttpApi(this, "Api", {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
    });
    const logGroup = new LogGroup(this, "AccessLog", { retention: logRetentionDays });
    new apigateway.HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      // Far above a deadline's rush, and far below what a flood could cost.
      throttle: { rateLimit: 300, burstLimit: 600 },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLogLine)),
      },
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "Anyone may ask for a page. Functions check the session themselves, since a page refuses with a page. What case systems fetch has an authoriser.",
    });
  }

  get domainName(): string {
    return `${this.api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`;
  }

  /** Each route goes to the function; one with a guard only for whom that lets through. */
  serve(fn: LambdaFunction, routes: ReadonlyMap<string, Guard | undefined>): void {
    const integration = new HttpLambdaIntegration(fn.node.id, fn, { scopePermissionToRoute: false });
    for (const [route, guard] of routes) {
      const key = routeKey(route);
      new apigateway.HttpRoute(this, route, { httpApi: this.api, routeKey: key, integration, ...guard });
    }
  }
}

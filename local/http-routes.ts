import * as z from "zod";
import { bySpecificity, type RoutePattern, readRouteKey } from "./route-match.ts";
import type { Resource, Template } from "./template.ts";

export interface Route extends RoutePattern {
  readonly functionArn: string;
  readonly limitMilliseconds: number;
}

/** The one HTTP API of the template. */
export interface ApiDefinition {
  readonly id: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** Most specific first. */
  readonly routes: readonly Route[];
}

const Api = z.object({
  ProtocolType: z.literal("HTTP"),
  CorsConfiguration: z.undefined("answering other origins is not known here").optional(),
});
const Stage = z.object({
  StageName: z.literal("$default"),
  StageVariables: z.record(z.string(), z.string()).default({}),
});
const Integration = z.object({
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string().regex(/^arn:[^/]+:lambda:/),
  PayloadFormatVersion: z.literal("2.0"),
  TimeoutInMillis: z.coerce.number().default(30_000),
});
const RouteProperties = z.object({
  RouteKey: z.string(),
  Target: z.string().startsWith("integrations/"),
  AuthorizationType: z.literal("NONE").optional(),
});

const read = <Schema extends z.ZodType>(schema: Schema, { id, properties }: Resource): z.infer<Schema> => {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new Error(`the local runtime cannot serve ${id}: ${z.prettifyError(parsed.error)}`);
};

/** Reads the template's HTTP API. What is not done here (authorizers, CORS) is an error; throttling is left out. */
export const apiIn = (template: Template): ApiDefinition => {
  const [api, another] = template.resources("AWS::ApiGatewayV2::Api");
  if (!api || another) throw new Error("the local runtime serves one HTTP API, no fewer and no more");
  read(Api, api);
  const integrations = new Map(
    template
      .resources("AWS::ApiGatewayV2::Integration")
      .map((resource) => [`integrations/${template.ref(resource.id)}`, read(Integration, resource)]),
  );
  const routes = template.resources("AWS::ApiGatewayV2::Route").map((resource): Route => {
    const { RouteKey, Target } = read(RouteProperties, resource);
    const integration = integrations.get(Target);
    if (!integration) throw new Error(`the route ${RouteKey} leads to no integration of the template`);
    const { IntegrationUri, TimeoutInMillis } = integration;
    return { ...readRouteKey(RouteKey), functionArn: IntegrationUri, limitMilliseconds: TimeoutInMillis };
  });
  const stages = template.resources("AWS::ApiGatewayV2::Stage").map((resource) => read(Stage, resource));
  return {
    id: template.name(api.id),
    stageVariables: stages[0]?.StageVariables ?? {},
    routes: bySpecificity(routes),
  };
};

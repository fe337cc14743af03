import * as z from "zod";
import type { AuthorizerDefinition, Wanted } from "./jwt-authorizer.ts";
import { bySpecificity, type RoutePattern, readRouteKey } from "./route-match.ts";
import type { Resource, Template } from "./template.ts";

export interface Route extends RoutePattern {
  readonly functionArn: string;
  readonly limitMilliseconds: number;
  /** What must be in a token, where one is asked for. */
  readonly wanted?: Wanted;
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
const Authorizer = z.object({
  AuthorizerType: z.literal("JWT"),
  IdentitySource: z.tuple([z.literal("$request.header.Authorization")]),
  JwtConfiguration: z.object({ Audience: z.array(z.string()).min(1), Issuer: z.url() }),
});
const target = { RouteKey: z.string(), Target: z.string().startsWith("integrations/") };
const RouteProperties = z.union([
  z.object({ ...target, AuthorizationType: z.literal("NONE").default("NONE") }),
  z.object({
    ...target,
    AuthorizationType: z.literal("JWT"),
    AuthorizerId: z.string(),
    AuthorizationScopes: z.array(z.string()).default([]),
  }),
]);
type RouteProperties = z.infer<typeof RouteProperties>;

const read = <Schema extends z.ZodType>(schema: Schema, { id, properties }: Resource): z.infer<Schema> => {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new Error(`the local runtime cannot serve ${id}: ${z.prettifyError(parsed.error)}`);
};

const authorizersIn = (template: Template): ReadonlyMap<string, AuthorizerDefinition> =>
  new Map(
    template.resources("AWS::ApiGatewayV2::Authorizer").map((resource) => {
      const { Issuer, Audience } = read(Authorizer, resource).JwtConfiguration;
      return [template.ref(resource.id), { issuer: Issuer, audience: Audience }];
    }),
  );

const wantedBy = (
  route: RouteProperties,
  authorizers: ReadonlyMap<string, AuthorizerDefinition>,
): Pick<Route, "wanted"> => {
  if (route.AuthorizationType === "NONE") return {};
  const authorizer = authorizers.get(route.AuthorizerId);
  if (!authorizer) throw new Error(`the route ${route.RouteKey} has no authorizer of the template`);
  return { wanted: { authorizer, scopes: route.AuthorizationScopes } };
};

/** Reads the template's HTTP API. What is not done here (other authorizers than for tokens, CORS) is an error; throttling is left out. */
export const apiIn = (template: Template): ApiDefinition => {
  const [api, another] = template.resources("AWS::ApiGatewayV2::Api");
  if (!api || another) throw new Error("the local runtime serves one HTTP API, no fewer and no more");
  read(Api, api);
  const integrations = new Map(
    template
      .resources("AWS::ApiGatewayV2::Integration")
      .map((resource) => [`integrations/${template.ref(resource.id)}`, read(Integration, resource)]),
  );
  const authorizers = authorizersIn(template);
  const routes = template.resources("AWS::ApiGatewayV2::Route").map((resource): Route => {
    const properties = read(RouteProperties, resource);
    const { RouteKey, Target } = properties;
    const integration = integrations.get(Target);
    if (!integration) throw new Error(`the route ${RouteKey} leads to no integration of the template`);
    const { IntegrationUri, TimeoutInMillis } = integration;
    return {
      ...readRouteKey(RouteKey),
      functionArn: IntegrationUri,
      limitMilliseconds: TimeoutInMillis,
      ...wantedBy(properties, authorizers),
    };
  });
  const stages = template.resources("AWS::ApiGatewayV2::Stage").map((resource) => read(Stage, resource));
  return {
    id: template.name(api.id),
    stageVariables: stages[0]?.StageVariables ?? {},
    routes: bySpecificity(routes),
  };
};

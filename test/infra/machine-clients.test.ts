import { expect, test } from "vitest";
import * as z from "zod";
import { pageFunctions } from "../../infra/page-functions.ts";
import { aStack } from "./a-stack.ts";
import { allOf, functionsOf, written } from "./reading.ts";

const ours = aStack();

const Route = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.string(),
  AuthorizerId: z.optional(z.object({ Ref: z.string() })),
  AuthorizationScopes: z.optional(z.array(z.string())),
});
const routesOf = (template: typeof ours) =>
  allOf(template, "AWS::ApiGatewayV2::Route").map(({ properties }) => Route.parse(properties));
const [authorizer, another] = allOf(ours, "AWS::ApiGatewayV2::Authorizer");

test("what is for case systems takes a token with its scope, and nothing else does", () => {
  const { machineRoutes } = pageFunctions["machine-door"];
  const guarded = routesOf(ours).filter(({ AuthorizationType }) => AuthorizationType !== "NONE");
  expect(guarded).toHaveLength(2);
  for (const { RouteKey, ...guard } of guarded)
    expect([RouteKey, guard]).toEqual([
      RouteKey,
      {
        AuthorizationType: "JWT",
        AuthorizerId: { Ref: authorizer?.id },
        AuthorizationScopes: [
          `opptak/${Object.entries(machineRoutes).find(([key]) => key === RouteKey)?.[1]}`,
        ],
      },
    ]);
});

test("a token is of our own pool and of the client that case systems have", () => {
  expect(another).toBeUndefined();
  const { Audience, Issuer } = z
    .object({ Audience: z.array(z.unknown()), Issuer: z.unknown() })
    .parse(authorizer?.properties["JwtConfiguration"]);
  expect(authorizer?.properties).toMatchObject({
    AuthorizerType: "JWT",
    IdentitySource: ["$request.header.Authorization"],
  });
  expect([Audience.map(written), written(Issuer)]).toEqual([
    ["SignInPeopleCaseSystem"],
    "SignInPeople.ProviderURL",
  ]);
});

test("the client has a secret that Cognito makes, nobody signs in by it, and it gets what the door gives", () => {
  const client = allOf(ours, "AWS::Cognito::UserPoolClient").find(({ id }) =>
    /CaseSystem/.test(id),
  )?.properties;
  expect(client).toMatchObject({
    GenerateSecret: true,
    AllowedOAuthFlows: ["client_credentials"],
    ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    AccessTokenValidity: 60,
  });
  expect(z.array(z.unknown()).parse(client?.["AllowedOAuthScopes"]).map(written)).toEqual([
    "SignInPeopleDoor/applications:read",
    "SignInPeopleDoor/registrations:read",
  ]);
  expect(client).not.toHaveProperty("CallbackURLs");
  const [server] = allOf(ours, "AWS::Cognito::UserPoolResourceServer");
  expect(server?.properties["Identifier"]).toBe("opptak");
});

test("whoever deploys is told which client it is and where tokens are had, and never the secret", () => {
  const outputs = ours.findOutputs("*");
  expect(written(outputs["CaseSystemClientId"]?.["Value"])).toBe("SignInPeopleCaseSystem");
  expect(written(outputs["TokenAddress"]?.["Value"])).toMatch(/\/oauth2\/token$/);
  expect(JSON.stringify(ours.toJSON())).not.toContain("ClientSecret");
});

test("where another issuer vouches for people there is no door, and no open one", () => {
  const theirs = aStack({
    issuer: {
      kind: "oidc",
      issuer: "https://ansattporten.example",
      clientId: "opptak",
      groupsClaim: "roles",
    },
  });
  expect(functionsOf(theirs).has("machine-door")).toBe(false);
  expect(routesOf(theirs).filter(({ RouteKey }) => RouteKey.includes("/api/"))).toEqual([]);
});

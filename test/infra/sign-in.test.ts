import { expect, test } from "vitest";
import { Role } from "#shared/domain/person.ts";
import { aStack } from "./a-stack.ts";
import { allOf, functionNamed, written } from "./reading.ts";

const ours = aStack();
const verified = aStack({ senderVerified: true });
const theirs = aStack({
  issuer: {
    kind: "oidc",
    issuer: "https://ansattporten.example",
    clientId: "opptak",
    groupsClaim: "roles",
  },
});

const only = (type: string) => {
  const [found, another] = allOf(ours, type);
  expect(another).toBeUndefined();
  return found?.properties;
};

test("people sign in with a code sent by e-mail", () => {
  expect(only("AWS::Cognito::UserPool")).toMatchObject({
    UserPoolTier: "ESSENTIALS",
    UsernameAttributes: ["email"],
    AutoVerifiedAttributes: ["email"],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: expect.arrayContaining(["EMAIL_OTP"]) } },
    DeletionProtection: "ACTIVE",
  });
});

test("there is a group for each role of the staff", () => {
  const names = allOf(ours, "AWS::Cognito::UserPoolGroup").map(({ properties }) => properties["GroupName"]);
  expect(names).toEqual([...Role.options]);
});

test("the client is public, with the code flow alone, and comes back to the site's own addresses", () => {
  const [client] = allOf(ours, "AWS::Cognito::UserPoolClient").map(({ properties }) => properties);
  expect(client).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["openid", "email", "profile"],
    PreventUserExistenceErrors: "ENABLED",
  });
  expect(written(client?.["CallbackURLs"])).toContain("/auth/callback");
  expect(written(client?.["LogoutURLs"])).toContain("/auth/signed-out");
});

test("the login pages are managed, and have a style, without which they show nothing", () => {
  expect(only("AWS::Cognito::UserPoolDomain")).toMatchObject({
    Domain: "opptak-demo",
    ManagedLoginVersion: 2,
  });
  expect(only("AWS::Cognito::ManagedLoginBranding")).toMatchObject({ UseCognitoProvidedValues: true });
});

test("codes go through our own sender as soon as the stage says that it is verified", () => {
  expect(only("AWS::Cognito::UserPool")).not.toHaveProperty("EmailConfiguration");
  const [pool] = allOf(verified, "AWS::Cognito::UserPool");
  expect(pool?.properties["EmailConfiguration"]).toMatchObject({
    EmailSendingAccount: "DEVELOPER",
    From: "Opptak <noreply@opptak.example>",
    ReplyToEmailAddress: "hjelp@opptak.example",
  });
});

test("a stage with an issuer of its own has no user pool, and sign-in asks that issuer", () => {
  expect(allOf(theirs, "AWS::Cognito::UserPool")).toEqual([]);
  expect(functionNamed(theirs, "sign-in").environment).toMatchObject({
    OIDC_ISSUER: "https://ansattporten.example",
    OIDC_CLIENT_ID: "opptak",
    OIDC_GROUPS_CLAIM: "roles",
  });
});

import { expect, test } from "vitest";
import * as z from "zod";
import { aStack } from "./a-stack.ts";
import { allOf, written } from "./reading.ts";

const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";
const webAclArn =
  "arn:aws:wafv2:us-east-1:111122223333:global/webacl/opptak/11111111-2222-3333-4444-555555555555";

const template = aStack();
const withCertificate = aStack({ certificateArn, webAclArn });

const Behaviour = z.object({
  PathPattern: z.string().default("*"),
  TargetOriginId: z.string(),
  CachePolicyId: z.unknown().transform(written),
  OriginRequestPolicyId: z.string().optional(),
  AllowedMethods: z.array(z.string()).default(["GET", "HEAD"]),
  ViewerProtocolPolicy: z.literal("redirect-to-https"),
});
const DistributionConfig = z.object({
  DefaultCacheBehavior: Behaviour,
  CacheBehaviors: z.array(Behaviour),
  CustomErrorResponses: z.array(z.object({ ErrorCode: z.number(), ErrorCachingMinTTL: z.number() })),
  Origins: z.array(z.object({ Id: z.string(), DomainName: z.unknown().transform(written) })),
  HttpVersion: z.string(),
  Logging: z.object({ Bucket: z.unknown().transform(written) }),
});

const distribution = DistributionConfig.parse(
  allOf(template, "AWS::CloudFront::Distribution")[0]?.properties["DistributionConfig"],
);

// From AWS's list of managed policies.
const never = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const optimised = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const allButHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

/** As CloudFront reads a pattern: `*` is any text, `?` any one character, and the first pattern that fits counts. */
const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replaceAll("?", ".").replaceAll("*", ".*")}$`).test(path);
const behaviourOf = (path: string) =>
  distribution.CacheBehaviors.find(({ PathPattern }) => fits(PathPattern, path)) ??
  distribution.DefaultCacheBehavior;

const id = "5b8e4c1e-30f7-4f0b-9b57-0a8a4c6cf0d2";

test.for([
  "/nb",
  "/nn",
  "/en",
  "/nb/calls/nic-2024",
  "/en/privacy",
  "/nn/accessibility",
  "/.well-known/jwks.json",
])("%s looks the same for everybody and is kept at the edge as long as it says itself", (path) => {
  expect(behaviourOf(path)).toMatchObject({
    CachePolicyId: "FrontDoorAsThePageSays",
    AllowedMethods: ["GET", "HEAD"],
  });
});

test.for([
  "/",
  "/health",
  "/nb/my-page",
  "/nb/verify",
  "/nb/calls/nic-2024/webinar",
  "/en/calls/nic-2024/applications",
  `/nb/applications/${id}`,
  `/nn/applications/${id}/sections/applicant`,
  `/nb/applications/${id}/receipt.json`,
  `/nb/registrations/${id}`,
  "/auth/sign-in",
  "/auth/callback",
  "/staff",
  "/staff/events",
  "/staff/calls/nic-2024/applications",
  "/staff/calls/nic-2024/registrations.csv",
])("%s is never kept at the edge, and gets all that the browser sent", (path) => {
  expect(behaviourOf(path)).toMatchObject({ CachePolicyId: never, OriginRequestPolicyId: allButHost });
  expect(behaviourOf(path).AllowedMethods).toEqual(expect.arrayContaining(["GET", "POST", "PUT"]));
});

test("what is kept at the edge is told apart by path and Accept alone: cookies and queries never reach it", () => {
  const [policy] = allOf(template, "AWS::CloudFront::CachePolicy");
  expect(policy?.properties["CachePolicyConfig"]).toMatchObject({
    MinTTL: 0,
    DefaultTTL: 0,
    ParametersInCacheKeyAndForwardedToOrigin: {
      HeadersConfig: { HeaderBehavior: "whitelist", Headers: ["Accept"] },
      CookiesConfig: { CookieBehavior: "none" },
      QueryStringsConfig: { QueryStringBehavior: "none" },
    },
  });
});

test("one person's refusal is not kept and shown to another", () => {
  const kept = new Map(
    distribution.CustomErrorResponses.map((one) => [one.ErrorCode, one.ErrorCachingMinTTL]),
  );
  // Those that CloudFront keeps, by its own documentation.
  for (const status of [400, 403, 404, 405, 414, 500, 501, 502, 503, 504]) expect(kept.get(status)).toBe(0);
});

test("files come from their bucket, everything else from the API", () => {
  const hosts = new Map(distribution.Origins.map(({ Id, DomainName }) => [Id, DomainName]));
  const hostOf = (path: string) => hosts.get(behaviourOf(path).TargetOriginId);
  expect(hostOf("/assets/0123/site.css")).toBe("SiteFilesBucket.RegionalDomainName");
  expect(behaviourOf("/assets/0123/site.css").CachePolicyId).toBe(optimised);
  for (const path of ["/", "/nb", "/nb/calls/nic-2024", "/nb/calls/nic-2024/webinar", "/staff"])
    expect(hostOf(path)).toBe("PagesApi.execute-api.eu-north-1.amazonaws.com");
});

test("the front door speaks HTTP/2 and HTTP/3 and keeps a log", () => {
  expect(distribution.HttpVersion).toBe("http2and3");
  expect(distribution.Logging.Bucket).toBe("AccessLogs.RegionalDomainName");
});

test("files carry security headers and are kept for a year", () => {
  const [headers] = allOf(template, "AWS::CloudFront::ResponseHeadersPolicy");
  expect(headers?.properties["ResponseHeadersPolicyConfig"]).toMatchObject({
    SecurityHeadersConfig: {
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000 },
      ContentTypeOptions: { Override: true },
    },
  });
  const [copy] = allOf(template, "Custom::CDKBucketDeployment");
  expect(copy?.properties).toMatchObject({
    DestinationBucketKeyPrefix: "assets/0123456789abcdef",
    Prune: false,
    SystemMetadata: { "cache-control": "public, max-age=31536000, immutable" },
  });
});

test("with a certificate the site has its domain, and nothing older than TLS 1.2 is spoken", () => {
  const [own] = allOf(withCertificate, "AWS::CloudFront::Distribution");
  expect(own?.properties["DistributionConfig"]).toMatchObject({
    Aliases: ["opptak.example"],
    ViewerCertificate: {
      AcmCertificateArn: certificateArn,
      MinimumProtocolVersion: "TLSv1.2_2021",
      SslSupportMethod: "sni-only",
    },
    WebACLId: webAclArn,
  });
});

test("without one it has CloudFront's own address", () => {
  const [plain] = allOf(template, "AWS::CloudFront::Distribution");
  expect(plain?.properties["DistributionConfig"]).not.toHaveProperty("Aliases");
});

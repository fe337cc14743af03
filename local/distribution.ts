import * as z from "zod";
import type { Template } from "./template.ts";

/** Requests that the distribution sends to a bucket. */
export interface FileBehavior {
  readonly matches: (path: string) => boolean;
  readonly bucket: string;
  /** Headers that the distribution adds to each answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the distribution does with a path: the first behavior that fits; undefined when it goes to the pages. */
export type Behaviors = (path: string) => FileBehavior | undefined;

const Behavior = z.object({
  PathPattern: z.string(),
  TargetOriginId: z.string(),
  ResponseHeadersPolicyId: z.string().optional(),
});

const Distribution = z.object({
  DistributionConfig: z.object({
    CacheBehaviors: z.array(Behavior).default([]),
    Origins: z.array(z.object({ Id: z.string(), DomainName: z.string() })),
  }),
});

const HeadersPolicy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z
      .object({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.object({}).optional(),
        FrameOptions: z.object({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
      })
      .default({}),
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) })
      .default({ Items: [] }),
  }),
});

/** `*` is any text, `?` one character. */
const patternOf = (pathPattern: string): RegExp => {
  const pattern = pathPattern.startsWith("/") ? pathPattern : `/${pathPattern}`;
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`);
};

/** All but the demand for TLS, which one machine does not have. */
const headersOf = (properties: unknown): Record<string, string> => {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
    HeadersPolicy.parse(properties).ResponseHeadersPolicyConfig;
  const headers = {
    "content-security-policy": security.ContentSecurityPolicy?.ContentSecurityPolicy,
    "x-content-type-options": security.ContentTypeOptions && "nosniff",
    "x-frame-options": security.FrameOptions?.FrameOption,
    "referrer-policy": security.ReferrerPolicy?.ReferrerPolicy,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
};

/** The template's distribution, when there is one, as far as it tells files from pages. */
export const behaviorsIn = (template: Template): Behaviors => {
  const [distribution] = template.resources("AWS::CloudFront::Distribution");
  if (!distribution) return () => undefined;
  const { CacheBehaviors, Origins } = Distribution.parse(distribution.properties).DistributionConfig;
  const policies = new Map(
    template
      .resources("AWS::CloudFront::ResponseHeadersPolicy")
      .map(({ id, properties }) => [template.ref(id), headersOf(properties)]),
  );
  const bucketByDomain = new Map(
    template
      .resources("AWS::S3::Bucket")
      .flatMap(({ id }) =>
        ["DomainName", "RegionalDomainName"].map((name) => [template.attribute(id, name), template.name(id)]),
      ),
  );
  const behaviors = CacheBehaviors.map(({ PathPattern, TargetOriginId, ResponseHeadersPolicyId = "" }) => {
    const pattern = patternOf(PathPattern);
    const domain = Origins.find(({ Id }) => Id === TargetOriginId)?.DomainName ?? "";
    return {
      matches: (path: string) => pattern.test(path),
      bucket: bucketByDomain.get(domain),
      headers: policies.get(ResponseHeadersPolicyId) ?? {},
    };
  });
  return (path) => {
    const found = behaviors.find(({ matches }) => matches(path));
    return found?.bucket === undefined ? undefined : { ...found, bucket: found.bucket };
  };
};

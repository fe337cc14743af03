import { Duration, Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import type { Stage } from "../stage.ts";
import type { PrivateBucket } from "./private-bucket.ts";

export interface FrontDoorProps {
  readonly stage: Stage;
  /** Host of the pages' API. */
  readonly pagesHost: string;
  readonly siteFiles: PrivateBucket;
  readonly accessLogs: PrivateBucket;
}

/** What looks the same for everybody. What lies deeper than a call (sign-up, applications) does not. */
const publicPages = ["/??", "/??/calls/*", "/??/privacy", "/??/accessibility", "/.well-known/jwks.json"];
const notPublic = ["/??/calls/*/*"];

/** CloudFront keeps these for ten seconds whatever the origin says, unless told not to: one person's refusal would be another's. */
const errorStatuses = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

/** The one address of the service: CloudFront before the pages and the site's files. */
export class FrontDoor extends Construct {
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, { stage, pagesHost, siteFiles, accessLogs }: FrontDoorProps) {
    super(scope, id);
    const pages = new HttpOrigin(pagesHost);
    const asked = this.pagesOfThePerson(pages);
    const published = this.publishedPages(pages);
    this.distribution = new cloudfront.Distribution(this, "Distribution", {
      comment: `Opptak ${stage.name}`,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      ...this.nameOf(stage),
      ...(stage.webAclArn !== undefined && { webAclId: stage.webAclArn }),
      enableLogging: true,
      logBucket: accessLogs,
      logFilePrefix: "front-door/",
      defaultBehavior: asked,
      // The first that fits counts.
      additionalBehaviors: {
        "/assets/*": this.files(siteFiles),
        ...Object.fromEntries(notPublic.map((path) => [path, asked])),
        ...Object.fromEntries(publicPages.map((path) => [path, published])),
      },
      errorResponses: errorStatuses.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    });
    this.acknowledge(stage);
  }

  private nameOf({ certificateArn, domain }: Stage): Partial<cloudfront.DistributionProps> {
    if (certificateArn === undefined) return {};
    return {
      domainNames: [domain],
      certificate: Certificate.fromCertificateArn(this, "Certificate", certificateArn),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  private pagesOfThePerson(origin: cloudfront.IOrigin): cloudfront.BehaviorOptions {
    return {
      origin,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
  }

  /** Kept as long as the page itself says. The same address is HTML or JSON as `Accept` asks; cookies never reach it. */
  private publishedPages(origin: cloudfront.IOrigin): cloudfront.BehaviorOptions {
    const cachePolicy = new cloudfront.CachePolicy(this, "AsThePageSays", {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
      headerBehavior: cloudfront.CacheHeaderBehavior.allowList("Accept"),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
    return {
      origin,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy,
    };
  }

  /** Pages say these things of themselves; files cannot. */
  private files(bucket: PrivateBucket): cloudfront.BehaviorOptions {
    const responseHeadersPolicy = new cloudfront.ResponseHeadersPolicy(this, "FileHeaders", {
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
          override: true,
        },
      },
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
    };
  }

  private acknowledge({ certificateArn, webAclArn }: Stage): void {
    const validations = Validations.of(this.distribution);
    validations.acknowledge({
      id: "AwsSolutions-CFR1",
      reason: "Applicants travel, and partners of a cluster may sit anywhere.",
    });
    if (webAclArn === undefined)
      validations.acknowledge({
        id: "AwsSolutions-CFR2",
        reason: "The stage names no web ACL (webAclArn). The API throttles.",
      });
    if (certificateArn === undefined)
      validations.acknowledge({
        id: "AwsSolutions-CFR4",
        reason:
          "The stage names no certificate: a trial under CloudFront's own address, whose TLS is CloudFront's.",
      });
  }
}

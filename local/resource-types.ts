/**
 * How a type's resources are known to the rest of the template. Patterns hold {name} (the physical name),
 * {region}, {account} and {id} (the logical id).
 */
export interface ResourceType {
  /** "runs", or why there is nothing for this machine to do. */
  readonly here: string;
  /** The property that gives the physical name; without one the name is made of the stack's name and the id. */
  readonly named?: string;
  /** The physical name where the template gives none. Default "{stack}-{id}". */
  readonly unnamed?: string;
  /** What Ref gives. Default "{name}". */
  readonly ref?: string;
  /** What Fn::GetAtt gives, attribute by attribute. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const arn = (service: string, rest: string) => `arn:aws:${service}:{region}:{account}:${rest}`;

const table = {
  here: "runs",
  named: "TableName",
  attributes: {
    Arn: arn("dynamodb", "table/{name}"),
    StreamArn: arn("dynamodb", "table/{name}/stream/local"),
  },
};

const atTheEdge = "the distribution's behaviours are followed without the edge's own caching and headers";
const watching = "nobody is on watch over one machine";
const grantedByAws = "a permission of AWS services among themselves, which are one program here";

/** Every type of resource that a template may hold, and what becomes of it on this machine. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  "AWS::ApiGatewayV2::Api": { here: "runs", attributes: { ApiId: "{name}" } },
  "AWS::ApiGatewayV2::Authorizer": { here: "runs", attributes: { AuthorizerId: "{name}" } },
  "AWS::ApiGatewayV2::Integration": { here: "runs" },
  "AWS::ApiGatewayV2::Route": { here: "runs" },
  "AWS::ApiGatewayV2::Stage": { here: "runs", named: "StageName" },
  "AWS::CDK::Metadata": { here: "only tells AWS which constructs were used" },
  "AWS::CertificateManager::Certificate": { here: "no TLS on one machine" },
  "AWS::CloudFront::CachePolicy": { here: atTheEdge },
  "AWS::CloudFront::Distribution": {
    here: "runs",
    attributes: { Id: "{name}", Arn: "arn:aws:cloudfront::{account}:distribution/{name}" },
  },
  "AWS::CloudFront::Function": {
    here: atTheEdge,
    ref: "arn:aws:cloudfront::{account}:function/{name}",
    attributes: { FunctionARN: "arn:aws:cloudfront::{account}:function/{name}" },
  },
  "AWS::CloudFront::OriginAccessControl": {
    here: "site files are read from their folder",
    attributes: { Id: "{name}" },
  },
  "AWS::CloudFront::OriginRequestPolicy": { here: atTheEdge },
  "AWS::CloudFront::ResponseHeadersPolicy": { here: atTheEdge },
  "AWS::CloudWatch::Alarm": {
    here: watching,
    named: "AlarmName",
    attributes: { Arn: arn("cloudwatch", "alarm:{name}") },
  },
  "AWS::CloudWatch::CompositeAlarm": {
    here: watching,
    named: "AlarmName",
    attributes: { Arn: arn("cloudwatch", "alarm:{name}") },
  },
  "AWS::CloudWatch::Dashboard": { here: watching, named: "DashboardName" },
  "AWS::Cognito::UserPool": {
    here: "runs",
    unnamed: "{region}_{id}",
    attributes: { Arn: arn("cognito-idp", "userpool/{name}"), UserPoolId: "{name}" },
  },
  "AWS::Cognito::ManagedLoginBranding": { here: "the local issuer has a page of its own" },
  "AWS::Cognito::UserPoolClient": { here: "runs", unnamed: "{id}", attributes: { ClientId: "{name}" } },
  "AWS::Cognito::UserPoolDomain": { here: "the local issuer has an address of its own", named: "Domain" },
  "AWS::Cognito::UserPoolGroup": { here: "runs", named: "GroupName" },
  "AWS::Cognito::UserPoolResourceServer": {
    here: "the clients of the template say which scopes they get",
    named: "Identifier",
  },
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::DynamoDB::Table": table,
  "AWS::Events::Rule": {
    here: "runs",
    named: "Name",
    attributes: { Arn: arn("events", "rule/{name}") },
  },
  "AWS::GuardDuty::MalwareProtectionPlan": {
    here: "runs",
    attributes: {
      Arn: arn("guardduty", "malware-protection-plan/{name}"),
      MalwareProtectionPlanId: "{name}",
    },
  },
  "AWS::IAM::Policy": { here: "runs", named: "PolicyName" },
  "AWS::IAM::Role": {
    here: "runs",
    named: "RoleName",
    attributes: { Arn: "arn:aws:iam::{account}:role/{name}", RoleId: "{name}" },
  },
  "AWS::KMS::Alias": { here: "functions know keys by their ARNs", named: "AliasName" },
  "AWS::KMS::Key": {
    here: "runs",
    attributes: { Arn: arn("kms", "key/{name}"), KeyId: "{name}" },
  },
  "AWS::Lambda::EventInvokeConfig": { here: "runs" },
  "AWS::Lambda::EventSourceMapping": { here: "runs" },
  "AWS::Lambda::Function": {
    here: "runs",
    named: "FunctionName",
    attributes: { Arn: arn("lambda", "function:{name}") },
  },
  "AWS::Lambda::LayerVersion": {
    here: "only the bucket deployment has one, and files are read from where they lie",
    ref: arn("lambda", "layer:{name}:1"),
    attributes: { LayerVersionArn: arn("lambda", "layer:{name}:1") },
  },
  "AWS::Lambda::Permission": { here: grantedByAws },
  "AWS::Logs::LogGroup": {
    here: "logs go to standard output",
    named: "LogGroupName",
    attributes: { Arn: arn("logs", "log-group:{name}:*") },
  },
  "AWS::Logs::MetricFilter": { here: watching },
  "AWS::Route53::RecordSet": { here: "one machine has no name to be found by" },
  "AWS::S3::Bucket": {
    here: "runs",
    named: "BucketName",
    unnamed: "{stack}-{id}",
    attributes: {
      Arn: "arn:aws:s3:::{name}",
      DomainName: "{name}.s3.amazonaws.com",
      RegionalDomainName: "{name}.s3.{region}.amazonaws.com",
    },
  },
  "AWS::S3::BucketPolicy": { here: grantedByAws },
  "AWS::SES::ConfigurationSet": { here: "runs", named: "Name" },
  "AWS::SES::ConfigurationSetEventDestination": { here: "runs" },
  "AWS::SES::EmailIdentity": {
    here: "runs",
    named: "EmailIdentity",
    attributes: Object.fromEntries(
      [1, 2, 3].flatMap((n) => [
        [`DkimDNSTokenName${n}`, `token${n}._domainkey.{name}`],
        [`DkimDNSTokenValue${n}`, `token${n}.dkim.amazonses.com`],
      ]),
    ),
  },
  "AWS::SNS::Subscription": { here: watching },
  "AWS::SNS::Topic": {
    here: watching,
    named: "TopicName",
    ref: arn("sns", "{name}"),
    attributes: { TopicArn: arn("sns", "{name}"), TopicName: "{name}" },
  },
  "AWS::SNS::TopicPolicy": { here: grantedByAws },
  "AWS::SQS::Queue": {
    here: "runs",
    named: "QueueName",
    ref: "https://sqs.{region}.amazonaws.com/{account}/{name}",
    attributes: { Arn: arn("sqs", "{name}"), QueueName: "{name}" },
  },
  "AWS::SQS::QueuePolicy": { here: grantedByAws },
  "AWS::Scheduler::Schedule": {
    here: "runs",
    named: "Name",
    attributes: { Arn: arn("scheduler", "schedule/default/{name}") },
  },
  "AWS::Scheduler::ScheduleGroup": {
    here: "runs",
    named: "Name",
    attributes: { Arn: arn("scheduler", "schedule-group/{name}") },
  },
  "AWS::WAFv2::WebACL": {
    here: "no firewall in front of one machine",
    named: "Name",
    attributes: { Arn: arn("wafv2", "global/webacl/{name}/{id}") },
  },
  "Custom::CDKBucketDeployment": {
    here: "runs",
    attributes: { DestinationBucketArn: "arn:aws:s3:::{name}" },
  },
};

/** Puts values in for the names in a pattern. */
export const fillIn = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

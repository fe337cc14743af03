import { issuerOf } from "./addresses.ts";
import type { Clock } from "./clock.ts";
import type { DataFolder } from "./data-folder.ts";
import type { Behind } from "./front-door.ts";
import type { Happenings } from "./happenings.ts";
import { httpApi } from "./http-api.ts";
import { makeIssuer } from "./issuer.ts";
import { signingKey } from "./issuer-key.ts";
import { localPages } from "./pages/local-pages.ts";
import { people } from "./people.ts";
import { openRegister } from "./register/register.ts";
import type { Services } from "./services.ts";
import { machineClientsIn, signInClientsIn } from "./sign-in-client.ts";
import { siteFiles } from "./site-files.ts";
import { readTemplate, type Template } from "./template.ts";

/** The template, with this machine's address for what AWS would give one. */
export const readTemplateFor = (url: string, assembly: string): Template =>
  readTemplate(assembly, {
    parameters: { SiteUrl: url, RegisterUrl: `${url}/local/register` },
    localAttributes: {
      "AWS::Cognito::UserPool.ProviderURL": issuerOf(url),
      "AWS::ApiGatewayV2::Api.ApiEndpoint": url,
      "AWS::CloudFront::Distribution.DomainName": new URL(url).host,
    },
  });

export interface BehindOptions {
  readonly url: string;
  readonly template: Template;
  readonly clock: Clock;
  readonly data: DataFolder;
  /** DynamoDB Local's address. */
  readonly dynamoDb: string;
  readonly services: Services;
  readonly happenings: Happenings;
  readonly log: (line: string) => void;
}

/** Asks DynamoDB Local itself: whoever audits has no role in the template. */
const auditLineFor = ({ url, template, dynamoDb, happenings }: BehindOptions): string =>
  [
    `AWS_ENDPOINT_URL_DYNAMODB=${dynamoDb} AWS_REGION=${template.region}`,
    "AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local npm run audit -- --call nic-2024",
    ...happenings.tables.map(({ name }) => `--table ${name}`),
    `--keys ${url}/.well-known/jwks.json`,
  ].join(" ");

/** Everything that answers behind the one address. */
export const behind = (options: BehindOptions): Behind => {
  const { url, template, clock, data, services, happenings, log } = options;
  const { lambda, mailbox, outages, postman, keys, objects, queues, names } = services;
  const { schedules, travel, scans } = happenings;
  const address = issuerOf(url);
  const [clients, machines] = [signInClientsIn(template), machineClientsIn(template)];
  const key = signingKey(data.issuerKey);
  const register = openRegister();
  const functionNames = [...names.values()];
  return {
    register: register.answer,
    issuer: makeIssuer({ address, clients, machines, people, key, log }),
    localPages: localPages({
      ...{
        clock,
        travel,
        schedules,
        mailbox,
        outages,
        postman,
        keys,
        objects,
        scans,
        people,
        register,
        queues,
        functionNames,
        machines,
        auditLine: auditLineFor(options),
      },
    }),
    siteFiles: siteFiles(template),
    api: httpApi({ template, invoke: lambda.invoke, stamp: clock.stamp, log }),
  };
};

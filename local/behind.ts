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
import { signInClientsIn } from "./sign-in-client.ts";
import { siteFiles } from "./site-files.ts";
import { readTemplate, type Template } from "./template.ts";

const issuerOf = (url: string): string => `${url}/local/issuer`;

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
  readonly services: Services;
  readonly happenings: Happenings;
  readonly log: (line: string) => void;
}

/** Everything that answers behind the one address. */
export const behind = ({ url, template, clock, data, services, happenings, log }: BehindOptions): Behind => {
  const { lambda, mailbox, outages, keys, objects, queues, names } = services;
  const { schedules, travel, scans } = happenings;
  const address = issuerOf(url);
  const clients = signInClientsIn(template);
  const key = signingKey(data.issuerKey);
  const register = openRegister();
  const functionNames = [...names.values()];
  return {
    register: register.answer,
    issuer: makeIssuer({ address, clients, people, key, log }),
    localPages: localPages({
      ...{
        clock,
        travel,
        schedules,
        mailbox,
        outages,
        keys,
        objects,
        scans,
        people,
        register,
        queues,
        functionNames,
      },
    }),
    siteFiles: siteFiles(template),
    api: httpApi({ template, invoke: lambda.invoke, stamp: clock.stamp, log }),
  };
};

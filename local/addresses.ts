import type { Template } from "./template.ts";

/** The issuer of this machine. */
export const issuerOf = (url: string): string => `${url}/local/issuer`;

/** Addresses on AWS, without a path, and what stands for each here. */
export type AddressesHere = ReadonlyMap<string, string>;

/** Where a user pool gives its tokens. */
export const tokenAddresses = (template: Template, url: string): AddressesHere =>
  new Map(
    template
      .resources("AWS::Cognito::UserPoolDomain")
      .map(({ id }) => [
        `https://${template.ref(id)}.auth.${template.region}.amazoncognito.com`,
        issuerOf(url),
      ]),
  );

/** The same settings, where an address on AWS is the one that stands for it here. */
export const withAddressesHere = (
  settings: Readonly<Record<string, string>>,
  addresses: AddressesHere,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const found = [...addresses].find(([there]) => value === there || value.startsWith(`${there}/`));
      return [name, found ? found[1] + value.slice(found[0].length) : value];
    }),
  );

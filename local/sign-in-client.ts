import * as z from "zod";
import type { Resource, Template } from "./template.ts";

/** Somebody the issuer signs people in for: a user pool client of the template. */
export interface SignInClient {
  readonly id: string;
  readonly redirectUris: readonly string[];
  readonly logoutUris: readonly string[];
}

/** A program that gets tokens for itself, for these scopes. */
export interface MachineClient {
  readonly id: string;
  readonly scopes: readonly string[];
}

/** The secret of every machine client here, where anybody may be anybody. */
export const machineSecret = "only-for-this-machine";

const forPeople = z.object({
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  GenerateSecret: z.literal(false, "a client of people with a secret is not known here").optional(),
});
const forMachines = z.object({
  AllowedOAuthFlows: z.tuple([z.literal("client_credentials")]),
  AllowedOAuthScopes: z.array(z.string()),
  GenerateSecret: z.literal(true, "a machine without a secret gets no token"),
});

const read = <Schema extends z.ZodType>(schema: Schema, { id, properties }: Resource): z.infer<Schema> => {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new Error(`the user pool client ${id}: ${z.prettifyError(parsed.error)}`);
};

const isMachine = ({ properties }: Resource): boolean =>
  z.array(z.string()).safeParse(properties["AllowedOAuthFlows"]).data?.includes("client_credentials") ??
  false;

const clientsIn = (template: Template) => template.resources("AWS::Cognito::UserPoolClient");

export const signInClientsIn = (template: Template): readonly SignInClient[] =>
  clientsIn(template)
    .filter((client) => !isMachine(client))
    .map((client) => {
      const { CallbackURLs, LogoutURLs } = read(forPeople, client);
      return { id: template.ref(client.id), redirectUris: CallbackURLs, logoutUris: LogoutURLs };
    });

export const machineClientsIn = (template: Template): readonly MachineClient[] =>
  clientsIn(template)
    .filter(isMachine)
    .map((client) => ({
      id: template.ref(client.id),
      scopes: read(forMachines, client).AllowedOAuthScopes,
    }));

import { createHash } from "node:crypto";
import * as z from "zod";
import type { FunctionDefinition } from "./function-definitions.ts";
import { readPolicy, type Statement, speaksOf } from "./policy-statement.ts";
import type { Template } from "./template.ts";

type Context = Readonly<Record<string, string>>;

/** What the roles of the template allow. */
export interface Permissions {
  readonly mayCall: (accessKeyId: string, action: string, resource: string, context?: Context) => boolean;
  /** IAM's own sentence when the call is not allowed, and nothing when it is. */
  readonly refusal: (
    accessKeyId: string,
    action: string,
    resource: string,
    context?: Context,
  ) => string | undefined;
  readonly roleMay: (roleNameOrArn: string, action: string, resource: string, context?: Context) => boolean;
  /** Whether the access key belongs to a function of the template. */
  readonly knows: (accessKeyId: string) => boolean;
  /** What the function with this access key signs with. */
  readonly secretOf: (accessKeyId: string) => string | undefined;
}

const RoleProperties = z.object({
  Policies: z.array(z.object({ PolicyDocument: z.unknown() })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
  PermissionsBoundary: z.undefined("permission boundaries are not known here").optional(),
});
const PolicyProperties = z.object({ PolicyDocument: z.unknown(), Roles: z.array(z.string()).default([]) });

/** AWS's own policies that allow nothing but what this machine does without asking: to write logs. */
const managedPoliciesForLogs = ["policy/service-role/AWSLambdaBasicExecutionRole"];

/** Credentials of one function, its own, so that who calls a service is known. Letters and digits only. */
export const credentialsOf = (functionId: string) => {
  const digest = createHash("sha256").update(functionId).digest("hex").toUpperCase();
  return { accessKeyId: `LOCAL${digest.slice(0, 15)}`, secretAccessKey: digest.toLowerCase() };
};

/** The access key id in the Authorization header of a signed request; empty when there is none. */
export const accessKeyIn = (authorization: string | undefined): string =>
  /Credential=([^/,\s]+)/.exec(authorization ?? "")?.[1] ?? "";

const baseName = (nameOrArn: string): string => nameOrArn.split("/").at(-1) ?? nameOrArn;

const ensureManagedPoliciesAreKnown = (role: string, arns: readonly string[]): void => {
  const unknown = arns.find((arn) => !managedPoliciesForLogs.some((known) => arn.endsWith(`:${known}`)));
  if (unknown) throw new Error(`the role ${role} has a managed policy that is not known here: ${unknown}`);
};

/** The statements of each role by its name, from its inline policies and from those attached to it. */
const statementsByRole = (template: Template): ReadonlyMap<string, readonly Statement[]> => {
  const statements = new Map<string, readonly Statement[]>();
  const add = (role: string, document: unknown) =>
    statements.set(role, [...(statements.get(role) ?? []), ...readPolicy(role, document)]);
  for (const { id, properties } of template.resources("AWS::IAM::Role")) {
    const { Policies, ManagedPolicyArns } = RoleProperties.parse(properties);
    ensureManagedPoliciesAreKnown(id, ManagedPolicyArns);
    for (const { PolicyDocument } of Policies) add(template.name(id), PolicyDocument);
  }
  for (const { properties } of template.resources("AWS::IAM::Policy")) {
    const { PolicyDocument, Roles } = PolicyProperties.parse(properties);
    for (const role of Roles) add(role, PolicyDocument);
  }
  return statements;
};

export const permissionsIn = (template: Template, functions: readonly FunctionDefinition[]): Permissions => {
  const statements = statementsByRole(template);
  const callers = new Map(functions.map((one) => [credentialsOf(one.id).accessKeyId, one]));

  /** Why a role may not; a denial outweighs every permission. */
  const reasonAgainst = (role: string, action: string, resource: string, context: Context = {}) => {
    const question = { action, resource, context };
    const speaking = (statements.get(role) ?? []).filter((statement) => speaksOf(statement, question));
    if (speaking.some(({ Effect }) => Effect === "Deny"))
      return "with an explicit deny in an identity-based policy";
    if (speaking.length === 0) return `because no identity-based policy allows the ${action} action`;
    return undefined;
  };

  const refusal: Permissions["refusal"] = (accessKeyId, action, resource, context) => {
    const caller = callers.get(accessKeyId);
    if (!caller) return "The security token included in the request is invalid.";
    const reason = reasonAgainst(caller.role, action, resource, context);
    if (reason === undefined) return undefined;
    const user = `arn:aws:sts::${template.account}:assumed-role/${caller.role}/${caller.name}`;
    return `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
  };

  return {
    refusal,
    mayCall: (...call) => refusal(...call) === undefined,
    roleMay: (role, ...question) => reasonAgainst(baseName(role), ...question) === undefined,
    knows: (accessKeyId) => callers.has(accessKeyId),
    secretOf: (accessKeyId) => {
      const caller = callers.get(accessKeyId);
      return caller && credentialsOf(caller.id).secretAccessKey;
    },
  };
};

import type { Template } from "aws-cdk-lib/assertions";
import * as z from "zod";
import type { FunctionName } from "./a-stack.ts";

const oneOrMore = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.array(schema), schema.transform((one) => [one])]);

const Statement = z.object({
  Effect: z.literal("Allow"),
  Action: oneOrMore(z.string()),
  Resource: oneOrMore(z.unknown()),
});
type Statement = z.infer<typeof Statement>;

const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });
const Attached = Policy.extend({ Roles: z.array(z.object({ Ref: z.string() })) });
const Role = z.object({
  Policies: z.array(Policy).default([]),
  ManagedPolicyArns: z.array(z.unknown()).default([]),
});
const LambdaFunction = z.object({
  Description: z.string().optional(),
  Role: z.object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).default({ Variables: {} }),
});

/** Id and properties of each resource of a type. */
export const allOf = (template: Template, type: string) =>
  Object.entries(template.findResources(type)).map(([id, resource]) => ({
    id,
    properties: z.record(z.string(), z.unknown()).parse(resource["Properties"] ?? {}),
    resource,
  }));

/** The product's own functions by name; CDK's copier of files is not one of them. */
export const functionsOf = (template: Template) =>
  new Map(
    allOf(template, "AWS::Lambda::Function").flatMap(({ id, properties }) => {
      const { Description = "", Role: role, Environment } = LambdaFunction.parse(properties);
      if (!Description.startsWith("functions/")) return [];
      const name = Description.slice("functions/".length);
      const roleId = role["Fn::GetAtt"][0];
      return [[name, { id, roleId, environment: Environment.Variables, properties }] as const];
    }),
  );

export const functionNamed = (template: Template, name: FunctionName) => {
  const found = functionsOf(template).get(name);
  if (!found) throw new Error(`the template has no function ${name}`);
  return found;
};

/** Everything that each role may do. */
export const statementsByRole = (template: Template): ReadonlyMap<string, readonly Statement[]> => {
  const roles = allOf(template, "AWS::IAM::Role").map(({ id, properties }) => {
    const inline = Role.parse(properties).Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    return [id, inline] as const;
  });
  const statements = new Map<string, Statement[]>(roles);
  for (const { properties } of allOf(template, "AWS::IAM::Policy")) {
    const { Roles, PolicyDocument } = Attached.parse(properties);
    for (const { Ref } of Roles)
      statements.set(Ref, [...(statements.get(Ref) ?? []), ...PolicyDocument.Statement]);
  }
  return statements;
};

export const managedPolicies = (template: Template): readonly unknown[] =>
  allOf(template, "AWS::IAM::Role").flatMap(({ properties }) => Role.parse(properties).ManagedPolicyArns);

/** What a function may do, a line for each action and resource: `dynamodb:GetItem on RecordsTable.Arn`. */
export const permissionsOf = (template: Template, name: FunctionName): readonly string[] => {
  const statements = statementsByRole(template).get(functionNamed(template, name).roleId) ?? [];
  return statements
    .flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((one) => `${action} on ${written(one)}`)),
    )
    .sort();
};

const Reference = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => plain(Ref)),
  z.object({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) }).transform((get) => {
    const [id, attribute] = get["Fn::GetAtt"];
    return `${plain(id)}.${attribute}`;
  }),
]);
const Joined = z.object({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) });

/** A logical id without the hash that CDK puts at its end. */
const plain = (id: string): string => id.replace(/[0-9A-F]{8}$/, "");

/** A value with its intrinsic functions written out. */
export const written = (value: unknown): string => {
  if (typeof value === "string") return value;
  const joined = Joined.safeParse(value);
  if (joined.success) return joined.data["Fn::Join"][1].map(written).join(joined.data["Fn::Join"][0]);
  return Reference.safeParse(value).data ?? JSON.stringify(value);
};

import type { Assembly } from "./assembly.ts";
import { holds, type Lookup, noValue, resolve } from "./intrinsics.ts";
import { fillIn, type ResourceType, resourceTypes } from "./resource-types.ts";

export const account = "000000000000";

/** Values that this machine decides. */
export interface LocalValues {
  /** Of the template's parameters, as a deploy would give them; they override the defaults. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Of attributes, by "Type.Attribute" or "LogicalId.Attribute"; "….Ref" is what Ref gives. */
  readonly localAttributes?: Readonly<Record<string, string>>;
}

/** Where the template's names are looked up. */
export interface TemplateLookup extends Lookup {
  readonly name: (id: string) => string;
  readonly refToResource: (id: string) => string;
  /** Throws for a type that this machine does not know. */
  readonly typeOf: (id: string) => ResourceType;
}

const pseudoParameters = ({ stackName, region }: Assembly): Readonly<Record<string, unknown>> => ({
  "AWS::Region": region,
  "AWS::AccountId": account,
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::StackName": stackName,
  "AWS::StackId": `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/local`,
  "AWS::NoValue": noValue,
});

const parameterIn = ({ template }: Assembly, { parameters = {} }: LocalValues, id: string): string => {
  const { Type, Default } = template.Parameters[id] ?? { Type: "unknown", Default: undefined };
  const given = parameters[id];
  if (given !== undefined) return given;
  if (Default === undefined || Type.startsWith("AWS::SSM::"))
    throw new Error(`the parameter ${id} (${Type}) has no value here`);
  return String(Default);
};

export const lookupIn = (assembly: Assembly, values: LocalValues): TemplateLookup => {
  const { template, stackName, region } = assembly;
  const pseudo = pseudoParameters(assembly);
  const conditions = new Map<string, boolean>();

  const raw = (id: string) => {
    const resource = template.Resources[id];
    if (!resource) throw new Error(`the template has no resource or parameter ${id}`);
    return resource;
  };

  const typeOf = (id: string): ResourceType => {
    const { Type } = raw(id);
    const known = Object.hasOwn(resourceTypes, Type) ? resourceTypes[Type] : undefined;
    if (!known) throw new Error(`the local runtime does not know the resource type ${Type} (of ${id})`);
    return known;
  };

  const localAttribute = (id: string, attribute: string): string | undefined =>
    values.localAttributes?.[`${id}.${attribute}`] ??
    values.localAttributes?.[`${raw(id).Type}.${attribute}`];

  const name = (id: string): string => {
    const { named, unnamed = "{stack}-{id}" } = typeOf(id);
    const given = named === undefined ? undefined : raw(id).Properties[named];
    if (given !== undefined) return String(resolve(given, lookup));
    const made = fillIn(unnamed, { stack: stackName, id, region });
    return raw(id).Type === "AWS::S3::Bucket" ? made.toLowerCase() : made;
  };

  const fill = (pattern: string, id: string) => fillIn(pattern, { name: name(id), id, region, account });

  const ensureMade = (id: string): void => {
    const { Condition } = raw(id);
    if (Condition !== undefined && !condition(Condition))
      throw new Error(`${id} is referred to, but its condition ${Condition} does not hold`);
  };

  const refToResource = (id: string): string => {
    ensureMade(id);
    return localAttribute(id, "Ref") ?? fill(typeOf(id).ref ?? "{name}", id);
  };

  const ref = (id: string): unknown => {
    if (Object.hasOwn(pseudo, id)) return pseudo[id];
    if (Object.hasOwn(template.Parameters, id)) return parameterIn(assembly, values, id);
    return refToResource(id);
  };

  const attribute = (id: string, wanted: string): string => {
    ensureMade(id);
    const found = localAttribute(id, wanted);
    if (found !== undefined) return found;
    const pattern = typeOf(id).attributes?.[wanted];
    if (pattern !== undefined) return fill(pattern, id);
    throw new Error(`no value here for ${raw(id).Type}.${wanted} (of ${id})`);
  };

  const condition = (id: string): boolean => {
    if (!Object.hasOwn(template.Conditions, id)) throw new Error(`the template has no condition ${id}`);
    const known = conditions.get(id) ?? holds(template.Conditions[id], lookup);
    conditions.set(id, known);
    return known;
  };

  const mapping = (map: string, key: string, entry: string): unknown => {
    const found = template.Mappings[map]?.[key]?.[entry];
    if (found === undefined) throw new Error(`the mapping ${map} has no ${key}.${entry}`);
    return found;
  };

  const lookup: Lookup = { ref, attribute, condition, mapping };
  return { ...lookup, name, refToResource, typeOf };
};

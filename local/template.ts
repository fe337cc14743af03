import { type Assembly, openAssembly } from "./assembly.ts";
import { isRecord, resolve } from "./intrinsics.ts";
import { account, type LocalValues, lookupIn, type TemplateLookup } from "./template-lookup.ts";

/** The region of a stack that names none. */
const defaultRegion = "eu-north-1";

/** A resource of the template, its properties resolved. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A synthesised stack, every value in it resolved for this machine. */
export interface Template {
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Those of the type whose condition holds, in the template's order. */
  readonly resources: (type: string) => readonly Resource[];
  /** The physical name: what a table, a queue or a function is called here. */
  readonly name: (id: string) => string;
  /** What `Ref` gives. */
  readonly ref: (id: string) => string;
  /** What `Fn::GetAtt` gives. */
  readonly attribute: (id: string, attribute: string) => string;
  /** Where the file or folder lies that an asset's S3 key stands for. */
  readonly asset: (objectKey: string) => string;
}

export interface TemplateOptions extends LocalValues {
  /** The stack's name, needed only when the assembly holds several. */
  readonly stack?: string;
}

/** Says where in the template a fault was met. */
const within = <Value>(place: string, work: () => Value): Value => {
  try {
    return work();
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
};

const ensureParametersExist = (assembly: Assembly, given: Readonly<Record<string, string>> = {}): void => {
  const unknown = Object.keys(given).find((id) => !Object.hasOwn(assembly.template.Parameters, id));
  if (unknown) throw new Error(`the template has no parameter ${unknown}`);
};

const resolveResources = ({ template }: Assembly, lookup: TemplateLookup): readonly Resource[] =>
  Object.entries(template.Resources)
    .filter(([, { Condition }]) => Condition === undefined || lookup.condition(Condition))
    .map(([id, { Type, Properties }]) => {
      lookup.typeOf(id);
      const properties = within(`the template's ${id} (${Type})`, () => resolve(Properties, lookup));
      return { id, type: Type, properties: isRecord(properties) ? properties : {} };
    });

const resolveOutputs = ({ template }: Assembly, lookup: TemplateLookup): Record<string, string> => {
  const outputs = Object.entries(template.Outputs)
    .filter(([, { Condition }]) => Condition === undefined || lookup.condition(Condition))
    .map(([id, { Value }]) => [
      id,
      within(`the template's output ${id}`, () => String(resolve(Value, lookup))),
    ]);
  return Object.fromEntries(outputs);
};

/**
 * Reads a synthesised assembly and resolves everything in it at once, so that whatever this machine does not
 * know (a resource type, an intrinsic function, an attribute, a parameter) is one error before anything starts.
 */
export const readTemplate = (directory: string, options: TemplateOptions = {}): Template => {
  const assembly = openAssembly(directory, options.stack, defaultRegion);
  ensureParametersExist(assembly, options.parameters);
  const lookup = lookupIn(assembly, options);
  const resources = resolveResources(assembly, lookup);
  return {
    stackName: assembly.stackName,
    region: assembly.region,
    account,
    outputs: resolveOutputs(assembly, lookup),
    resources: (type) => resources.filter((resource) => resource.type === type),
    name: lookup.name,
    ref: lookup.refToResource,
    attribute: lookup.attribute,
    asset: assembly.asset,
  };
};

import type { Facts } from "#shared/domain/application.ts";
import type { Options } from "#shared/form/fields.ts";
import type { CallDefinition } from "./definition.ts";

type Answers = Readonly<Record<string, unknown>>;

const partsOf = (path: string): readonly [section: string, field: string] => {
  const [section = "", field = ""] = path.split(".");
  return [section, field];
};

/** The counties that applicants can choose from. */
export const countiesOf = ({ facts, application }: CallDefinition): Options => {
  const [section, name] = partsOf(facts.counties);
  const field = application.sections[section]?.fields[name];
  return field && "options" in field ? field.options : {};
};

/** Copies of what lists show, taken from one section's answers as they stand. */
export const factsIn = (definition: CallDefinition, key: string, answers: Answers): Partial<Facts> => {
  const { organisation, organisationNumber, cluster, counties } = definition.facts;
  const given = (path: string): unknown => {
    const [section, field] = partsOf(path);
    return section === key ? answers[field] : undefined;
  };
  const names = Object.entries({ organisation, organisationNumber, cluster }).flatMap(([name, path]) => {
    const value = given(path);
    return typeof value === "string" ? [[name, value.trim().slice(0, 400)]] : [];
  });
  const chosen = given(counties);
  const known = Object.keys(countiesOf(definition));
  return {
    ...Object.fromEntries(names),
    ...(chosen !== undefined && { counties: known.filter((county) => [chosen].flat().includes(county)) }),
  };
};

/** The same from all sections' answers. */
export const factsOf = (
  definition: CallDefinition,
  draft: Readonly<Record<string, Answers>>,
): Partial<Facts> =>
  Object.assign({}, ...Object.entries(draft).map(([key, answers]) => factsIn(definition, key, answers)));

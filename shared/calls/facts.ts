import type { Facts } from "#shared/domain/application.ts";
import type { CallDefinition } from "./definition.ts";

type Answers = Readonly<Record<string, unknown>>;

/** Copies of what lists show, taken from one section's answers as they stand. */
export const factsIn = ({ facts }: CallDefinition, key: string, answers: Answers): Partial<Facts> => {
  const { organisation, organisationNumber, cluster } = facts;
  return Object.fromEntries(
    Object.entries({ organisation, organisationNumber, cluster }).flatMap(([name, path]) => {
      const [section, field = ""] = path.split(".");
      const value = answers[field];
      return section === key && typeof value === "string" ? [[name, value.trim().slice(0, 400)]] : [];
    }),
  );
};

/** The same from all sections' answers. */
export const factsOf = (
  definition: CallDefinition,
  draft: Readonly<Record<string, Answers>>,
): Partial<Facts> =>
  Object.assign({}, ...Object.entries(draft).map(([key, answers]) => factsIn(definition, key, answers)));

import * as z from "zod";

const Options = z.record(z.string(), z.unknown());

/** A question as the service tells of it; what it does not say is left to chance. */
const Question = z.looseObject({
  kind: z.string(),
  optional: z.boolean().optional(),
  max: z.number().optional(),
  min: z.number().optional(),
  from: z.string().optional(),
  several: z.boolean().optional(),
  options: Options.optional(),
  rows: z.union([Options, z.number()]).optional(),
  columns: Options.optional(),
  get fields() {
    return Questions.optional();
  },
});
type Question = z.infer<typeof Question>;

/** The questions of one section, by their names. */
export const Questions = z.record(z.string(), Question);
export type Questions = z.infer<typeof Questions>;

/** Answers to some questions, by `section.question`; the others get what fits their kind. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** An organisation number that is right (mod 11), from the start of the series, where we know of none in use. */
const madeUpOrganisationNumber = (place: number): string => {
  const digits = String(80_000_000 + place);
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? madeUpOrganisationNumber(place + 10_000) : `${digits}${check}`;
};

const words =
  "Dette er oppdiktet tekst i en oppdiktet søknad. Den viser hvordan et svar ser ut, og sier ingenting om noen virkelig klynge.";

const table = ({ rows, columns = {} }: Question): object =>
  Object.fromEntries(
    Object.keys(typeof rows === "object" ? rows : {}).map((row) => [
      row,
      Object.fromEntries(Object.keys(columns).map((column) => [column, "100 000"])),
    ]),
  );

/** An answer that fits the question's kind. */
const answerTo = (question: Question, place: number): unknown => {
  const { kind, min, max, from, several, options = {}, fields = {} } = question;
  switch (kind) {
    case "longText":
      return words.slice(0, max);
    case "radio":
    case "select":
      return Object.keys(options)[0];
    case "checkboxes":
      return Object.keys(options).slice(0, max);
    case "email":
      return `person${place}@oppdiktet.example`;
    case "phone":
      return "22 00 00 00";
    case "url":
      return "https://oppdiktet.example/";
    case "orgNumber":
      return madeUpOrganisationNumber(place);
    case "integer":
      return String(max ?? min ?? 1);
    case "decimal":
      return String((min ?? 0) + place);
    case "money":
      return String(min ?? 10);
    case "date":
      return from ?? "2024-09-01";
    case "time":
      return "12.00";
    case "table":
      return table(question);
    case "group":
      return Array.from({ length: min ?? 1 }, (_, row) => ({
        id: `row-${row}`,
        ...answersTo(fields, place + row + 1),
      }));
    case "files":
      return [];
    case "reference":
      return several ? ["row-0"] : "row-0";
    default:
      return `Oppdiktet ${place}`.slice(0, max);
  }
};

const answersTo = (questions: Questions, place: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(questions).map(([name, question], i) => [name, answerTo(question, place + i)]),
  );

/** Made-up answers to a whole section, from the questions alone, so that a longer form gets a longer answer. */
export const madeUpAnswers = (
  section: string,
  questions: Questions,
  given: GivenAnswers,
  place: number,
): Record<string, unknown> => {
  const answers = answersTo(questions, place);
  const known = Object.keys(questions).flatMap((name) => {
    const answer = given[`${section}.${name}`];
    return answer === undefined ? [] : [[name, answer]];
  });
  return { ...answers, ...Object.fromEntries(known) };
};

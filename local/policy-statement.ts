import * as z from "zod";

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const comparisons = z.record(z.string(), oneOrMore).default({});

const Statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.strictObject({ StringEquals: comparisons, StringLike: comparisons }).optional(),
});
export type Statement = z.infer<typeof Statement>;

const PolicyDocument = z.object({
  Statement: z.union([z.array(Statement), Statement.transform((one) => [one])]),
});

/** What is asked of the policies. `context` holds the values that conditions look at, such as `ses:FromAddress`. */
export interface Question {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

/** Reads an identity policy. What is not checked here (NotAction, other conditions than texts) is an error. */
export const readPolicy = (owner: string, document: unknown): readonly Statement[] => {
  const parsed = PolicyDocument.safeParse(document);
  if (parsed.success) return parsed.data.Statement;
  const words = JSON.stringify(document);
  throw new Error(`a policy of ${owner} has what the local runtime cannot check: ${words}`, {
    cause: parsed.error,
  });
};

const wildcards = (pattern: string, flags = ""): RegExp => {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, `s${flags}`);
};

/** Whether a text fits a policy's pattern, where `*` is any text and `?` any character. */
const fits = (pattern: string, text: string): boolean => wildcards(pattern).test(text);

const valueIn = ({ context, action }: Question, key: string): string => {
  const value = context[key];
  if (value === undefined) throw new Error(`the condition key ${key} is not known here for ${action}`);
  return value;
};

const meets = ({ Condition }: Statement, question: Question): boolean => {
  const { StringEquals = {}, StringLike = {} } = Condition ?? {};
  const equals = Object.entries(StringEquals).every(([key, values]) =>
    values.includes(valueIn(question, key)),
  );
  const likes = Object.entries(StringLike).every(([key, patterns]) =>
    patterns.some((pattern) => fits(pattern, valueIn(question, key))),
  );
  return equals && likes;
};

/** Whether a statement speaks of what is asked. Actions are compared without regard to case, as IAM does. */
export const speaksOf = (statement: Statement, question: Question): boolean =>
  statement.Action.some((pattern) => wildcards(pattern, "i").test(question.action)) &&
  statement.Resource.some((pattern) => fits(pattern, question.resource)) &&
  meets(statement, question);

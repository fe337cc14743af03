import * as z from "zod";
import { accessDenied, s3Fault } from "./fault.ts";

const Range = z.tuple([z.literal("content-length-range"), z.coerce.number(), z.coerce.number()]);
const Match = z.tuple([z.enum(["eq", "starts-with"]), z.string().startsWith("$"), z.string()]);
const Exactly = z.record(z.string(), z.string());

const Policy = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(z.union([Range, Match, Exactly])),
});
type Condition = z.infer<typeof Policy>["conditions"][number];

/** Fields that no condition has to speak of. */
const free = ["policy", "x-amz-signature", "awsaccesskeyid"];

interface Posted {
  /** By their names in lower case, the bucket among them. */
  readonly fields: ReadonlyMap<string, string>;
  readonly size: number;
}

const invalid = (reason: string) => accessDenied(`Invalid according to Policy: ${reason}`);

const ensureSize = (size: number, [, least, most]: z.infer<typeof Range>): void => {
  if (size < least)
    throw s3Fault(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
  if (size > most)
    throw s3Fault(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
};

const isRange = (condition: Condition): condition is z.infer<typeof Range> =>
  Array.isArray(condition) && condition[0] === "content-length-range";

/** Every way of writing a demand on a field, as name, value and whether the beginning is enough. */
const demandsIn = (condition: Condition) => {
  if (!Array.isArray(condition))
    return Object.entries(condition).map(([name, value]) => ({
      name: name.toLowerCase(),
      value,
      begins: false,
    }));
  const [kind, name, value] = condition;
  if (kind === "content-length-range") return [];
  return [{ name: name.slice(1).toLowerCase(), value, begins: kind === "starts-with" }];
};

const ensureMet = ({ fields, size }: Posted, condition: Condition): void => {
  if (isRange(condition)) ensureSize(size, condition);
  for (const { name, value, begins } of demandsIn(condition)) {
    const given = fields.get(name) ?? "";
    if (begins ? !given.startsWith(value) : given !== value)
      throw invalid(`Policy Condition failed: ${JSON.stringify(condition)}`);
  }
};

const readPolicy = (encoded: string): z.infer<typeof Policy> => {
  try {
    return Policy.parse(JSON.parse(Buffer.from(encoded, "base64").toString()));
  } catch {
    throw s3Fault(400, "InvalidPolicyDocument", "The policy could not be read.");
  }
};

/** Refuses a form that is too late, does not meet a condition of its policy, or has a field that none speaks of. */
export const ensureKeepsPolicy = (posted: Posted, now = Date.now()): void => {
  const { expiration, conditions } = readPolicy(posted.fields.get("policy") ?? "");
  if (now > Date.parse(expiration)) throw invalid("Policy expired.");
  for (const condition of conditions) ensureMet(posted, condition);
  const spokenOf = new Set([...free, ...conditions.flatMap(demandsIn).map(({ name }) => name)]);
  const extra = [...posted.fields.keys()].find(
    (name) => !spokenOf.has(name) && !name.startsWith("x-ignore-"),
  );
  if (extra !== undefined) throw invalid(`Extra input fields: ${extra}`);
};

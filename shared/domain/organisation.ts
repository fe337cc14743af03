import * as z from "zod";
import { duration, type Instant, InstantText, isAfter } from "./time.ts";

export const OrganisationNumber = z
  .string()
  .regex(/^[89]\d{8}$/)
  .brand<"OrganisationNumber">();
export type OrganisationNumber = z.infer<typeof OrganisationNumber>;

/** What Enhetsregisteret says of a number. It has three ways of saying that an organisation is gone, and one of not saying anything. */
export const RegisterAnswer = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("found"),
    name: z.string(),
    form: z.string(),
    /** On one line. */
    address: z.string(),
    bankrupt: z.boolean(),
    windingUp: z.boolean(),
  }),
  /** Deleted on this day; the register still tells its name. */
  z.object({ state: z.literal("deleted"), name: z.string(), since: z.string() }),
  /** Removed for legal reasons: nothing of it may be kept. */
  z.object({ state: z.literal("removed") }),
  z.object({ state: z.literal("never-existed") }),
  z.object({ state: z.literal("unreachable") }),
]);
export type RegisterAnswer = z.infer<typeof RegisterAnswer>;

export const Organisation = z.object({
  number: OrganisationNumber,
  answer: RegisterAnswer,
  checkedAt: InstantText,
});
export type Organisation = z.infer<typeof Organisation>;

const freshFor = duration({ hours: 24 });

/** Whether there is no need to ask again. That nobody answered is never fresh. */
export const isFresh = ({ answer, checkedAt }: Organisation, at: Instant): boolean =>
  answer.state !== "unreachable" && isAfter(checkedAt.add(freshFor), at);

/** What somebody should look into; nothing of it stops anyone. */
export type Concern = "bankrupt" | "winding-up" | "deleted" | "removed" | "never-existed" | "unchecked";

/** Why an organisation needs a second look, if it does. One that nobody has asked about is unchecked. */
export const concernOf = (organisation: Organisation | undefined): Concern | undefined => {
  const answer = organisation?.answer ?? { state: "unreachable" };
  if (answer.state === "unreachable") return "unchecked";
  if (answer.state !== "found") return answer.state;
  if (answer.bankrupt) return "bankrupt";
  return answer.windingUp ? "winding-up" : undefined;
};

import * as z from "zod";
import { By } from "./note.ts";
import type { Text } from "./text.ts";
import { InstantText } from "./time.ts";

/** What is to be looked at in an application before it is assessed, point by point. Each call has its own. */
export type ControlPoints = Readonly<Record<string, { readonly title: Text; readonly help: Text }>>;

export const Outcome = z.enum(["not-assessed", "in-order", "missing"]);
export type Outcome = z.infer<typeof Outcome>;

export const Judged = z.object({ outcome: Outcome, remark: z.string() });
export type Judged = z.infer<typeof Judged>;

/** What came of looking at one submission. */
export const Control = z.object({
  revision: z.int().min(1),
  submission: z.int().min(1),
  points: z.record(z.string(), Judged),
  at: InstantText,
  by: By,
});
export type Control = z.infer<typeof Control>;

/** One point that is missing is enough; in order is only what is so in every point. */
export const overallOutcome = (points: ControlPoints, judged: Control["points"] = {}): Outcome => {
  const outcomes = Object.keys(points).map((point) => judged[point]?.outcome ?? "not-assessed");
  if (outcomes.includes("missing")) return "missing";
  return outcomes.length === 0 || outcomes.includes("not-assessed") ? "not-assessed" : "in-order";
};

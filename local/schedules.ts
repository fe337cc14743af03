import * as z from "zod";
import { readScheduleExpression, type ScheduleExpression } from "./schedule-expression.ts";
import type { Resource, Template } from "./template.ts";

/** A schedule of the template that is switched on. */
export interface Schedule {
  readonly name: string;
  readonly arn: string;
  readonly expression: ScheduleExpression;
  readonly functionArn: string;
  readonly role: string;
  /** What the function is called with, before the time is put in; the scheduler has a default of its own. */
  readonly input?: string;
  /** The queue for calls that the role does not allow. */
  readonly deadLetters?: string;
}

const Properties = z.object({
  GroupName: z.string().default("default"),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  StartDate: z.undefined("a start date is not known here").optional(),
  EndDate: z.undefined("an end date is not known here").optional(),
  Target: z.object({
    Arn: z.string().regex(/:lambda:[^:]*:[^:]*:function:/, "only functions can be called on a schedule here"),
    RoleArn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  }),
});

const read = (template: Template, { id, properties }: Resource, anchor: number): Schedule[] => {
  const parsed = Properties.safeParse(properties);
  if (!parsed.success)
    throw new Error(`the schedule ${id} cannot run on this machine: ${z.prettifyError(parsed.error)}`);
  const { GroupName, State, ScheduleExpression, ScheduleExpressionTimezone, Target } = parsed.data;
  if (State === "DISABLED") return [];
  const name = template.name(id);
  const schedule: Schedule = {
    name,
    arn: `arn:aws:scheduler:${template.region}:${template.account}:schedule/${GroupName}/${name}`,
    expression: readScheduleExpression(ScheduleExpression, ScheduleExpressionTimezone, anchor),
    functionArn: Target.Arn,
    role: Target.RoleArn,
    ...(Target.Input !== undefined && { input: Target.Input }),
    ...(Target.DeadLetterConfig && { deadLetters: Target.DeadLetterConfig.Arn }),
  };
  return [schedule];
};

/** The template's schedules. Rates count from `anchor`, as from the deploy on AWS. */
export const schedulesIn = (template: Template, anchor: number): readonly Schedule[] =>
  template.resources("AWS::Scheduler::Schedule").flatMap((resource) => read(template, resource, anchor));

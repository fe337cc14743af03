import * as z from "zod";
import { matchesPattern } from "./event-pattern.ts";
import type { Template } from "./template.ts";

const unknownHere = (what: string) => z.undefined(`${what} are not known here`).optional();

const Target = z.object({
  Arn: z.string().includes(":lambda:", "only functions are told of events here"),
  Input: unknownHere("inputs of a rule's own"),
  InputPath: unknownHere("paths into an event"),
  InputTransformer: unknownHere("transformed inputs"),
});

const Rule = z.object({
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  EventBusName: unknownHere("event buses of one's own"),
  Targets: z.array(Target).default([]),
});

/** An event as EventBridge carries it. */
export interface BusEvent {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  /** Whole seconds, UTC. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Which functions are to be called with an event, by the template's rules. */
export const eventRulesIn = (template: Template): ((event: BusEvent) => readonly string[]) => {
  const rules = template.resources("AWS::Events::Rule").map(({ id, properties }) => {
    const parsed = Rule.safeParse(properties);
    if (!parsed.success) throw new Error(`the rule ${id} cannot run here: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
  return (event) =>
    rules
      .filter(({ State, EventPattern }) => State === "ENABLED" && matchesPattern(EventPattern, event))
      .flatMap(({ Targets }) => Targets.map(({ Arn }) => Arn));
};

// The page where an application gets another level.
import { calls } from "#shared/calls/index.ts";
import { draft } from "./sample-records.ts";

const [definition] = calls;
if (!definition) throw new Error("There is no call to draw pages of");
const { call } = definition;
const past = { kind: "moment", localTime: "2024-05-01T16:00:00", timeZone: "Europe/Oslo" } as const;

export const changing = { definition, application: draft };

/** Impact closed before the others did. */
export const changingOneClosed = {
  application: draft,
  definition: {
    ...definition,
    call: { ...call, levels: { ...call.levels, impact: { ...call.levels.impact, deadline: past } } },
  },
};

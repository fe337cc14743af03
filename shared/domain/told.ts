import type { ApplicationState } from "./application.ts";
import { Level } from "./call.ts";
import type { Link } from "./history.ts";
import type { Instant } from "./time.ts";

/** An application as its history tells of it. Of what the history does not tell there is nothing here. */
export interface Told {
  readonly state: ApplicationState | undefined;
  readonly submissions: number;
  readonly level: Level | undefined;
  readonly owner: string | undefined;
  readonly startedAt: Instant | undefined;
  readonly submittedAt: Instant | undefined;
  readonly withdrawnAt: Instant | undefined;
  readonly changingSince: Instant | undefined;
  readonly extension: { readonly at: Instant; readonly by: string; readonly detail: string } | undefined;
  /** Who has joined, by the colleague's id. */
  readonly joined: Readonly<Record<string, string>>;
}

const nothing: Told = {
  state: undefined,
  submissions: 0,
  level: undefined,
  owner: undefined,
  startedAt: undefined,
  submittedAt: undefined,
  withdrawnAt: undefined,
  changingSince: undefined,
  extension: undefined,
  joined: {},
};

type Step = (told: Told, link: Link, level: Level | undefined) => Partial<Told>;

/** What each event changes. One that is not here changes nothing that an audit looks at. */
const steps: Readonly<Record<string, Step | undefined>> = {
  "application-started": (_, { at, who }) => ({ state: "draft", startedAt: at, owner: who }),
  "level-changed": (_, { detail }) => ({ level: Level.safeParse(detail?.split(" → ")[1]).data }),
  "application-submitted": ({ submissions }, { at }, level) => ({
    state: "submitted",
    submissions: submissions + 1,
    level,
    submittedAt: at,
    withdrawnAt: undefined,
    changingSince: undefined,
  }),
  "change-begun": (_, { at }) => ({ changingSince: at }),
  "change-ended": () => ({ changingSince: undefined }),
  "application-withdrawn": (_, { at }) => ({
    state: "withdrawn",
    withdrawnAt: at,
    changingSince: undefined,
  }),
  "application-expired": () => ({ state: "expired" }),
  "application-reopened": () => ({ state: "draft" }),
  "extension-granted": ({ state }, { at, who, detail = "" }) => ({
    state: state === "expired" ? "draft" : state,
    extension: { at, by: who, detail },
  }),
  "colleague-joined": ({ joined }, { detail, who }) => ({
    joined: { ...joined, [detail?.split(" ")[0] ?? ""]: who },
  }),
  "ownership-handed-over": ({ joined }, { detail }) => ({ owner: joined[detail ?? ""] }),
};

/** An application as its history tells of it, the first event first. `levelOf` knows at which level an event's submission was sent. */
export const told = (links: readonly Link[], levelOf: (link: Link) => Level | undefined): Told => {
  let now = nothing;
  for (const link of links) now = { ...now, ...steps[link.what]?.(now, link, levelOf(link)) };
  return now;
};

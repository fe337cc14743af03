import * as z from "zod";
import { decideLevelChange } from "#shared/domain/application.ts";
import { Level, openingOf } from "#shared/domain/call.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { Result } from "#shared/domain/result.ts";
import { type Instant, InstantText } from "#shared/domain/time.ts";
import { differenceBetween } from "#shared/form/levels.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { changeLevel } from "#shared/records/applications.ts";
import { eventBy } from "#shared/records/events.ts";
import { type OwnApplication, openApplication } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";
import { levelPage } from "#web/pages/level-page.tsx";
import { chooseLevel } from "./start.ts";

/** The application, if its level may be changed at all: by its owner, as long as it can be changed. */
const openForChange = async (asked: SignedIn, table: Table): Promise<Result<OwnApplication, Refusal>> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "decide");
  if (!opened.ok) return opened;
  const { definition, application } = opened.value;
  const decided = decideLevelChange(definition.call, application, application.level, asked.at);
  return decided.ok ? opened : decided;
};

const levelsJson = ({ definition: { call, application: form }, application }: OwnApplication, at: Instant) =>
  Level.options.map((level) => ({
    level,
    state: openingOf(call, level, at).state,
    deadline: InstantText.encode(lastInstantOf(call.levels[level].deadline)),
    ...differenceBetween(form, application.level, level),
  }));

/** The levels there are, and what would come and go with each. */
export const showLevels = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const opened = await openForChange(asked, table);
  if (!opened.ok) return opened.refusal;
  const { application, definition } = opened.value;
  return {
    page: () => levelPage(asked, { definition, application }),
    json: () => ({ level: application.level, levels: levelsJson(opened.value, asked.at) }),
  };
};

const Move = z.strictObject({ level: Level });

const attempt = async (asked: SignedIn, table: Table, level: Level): Promise<Answer | "changed"> => {
  const opened = await openForChange(asked, table);
  if (!opened.ok) return opened.refusal;
  const { application, definition } = opened.value;
  const there: Answer = {
    to: `/${asked.language}/applications/${application.id}`,
    json: { status: 200, body: { id: application.id, level } },
  };
  if (application.level === level) return there;
  const decided = decideLevelChange(definition.call, application, level, asked.at);
  if (!decided.ok) return decided.refusal;
  const event = eventBy(asked, "level-changed", `${application.level} → ${level}`);
  const outcome = await changeLevel(table, { application, level, event });
  return outcome === "kept" ? there : "changed";
};

/** Every answer stays where it is; the form of the new level decides what is asked and sent. */
export const moveToLevel = async (asked: SignedIn, table: Table): Promise<Answer> => {
  const body = Move.safeParse(asked.body);
  if (!body.success) return chooseLevel;
  return untilSettled(() => attempt(asked, table, body.data.level));
};

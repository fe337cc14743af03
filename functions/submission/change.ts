import { decideChange } from "#shared/domain/application.ts";
import { InstantText } from "#shared/domain/time.ts";
import type { SignedIn } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { untilSettled } from "#shared/http/until-settled.ts";
import { beginChange } from "#shared/records/changes.ts";
import { eventBy } from "#shared/records/events.ts";
import { openApplication } from "#shared/records/own-application.ts";
import type { Table } from "#shared/records/table.ts";

const attempt = async (asked: SignedIn, table: Table): Promise<Answer | "changed"> => {
  const opened = await openApplication(table, asked.params["id"], asked.person.id, "decide");
  if (!opened.ok) return opened.refusal;
  const { definition, application } = opened.value;
  const decided = decideChange(definition.call, application, asked.at);
  if (!decided.ok) return decided.refusal;
  const { id, state, changingSince = asked.at } = application;
  const body = { id, state, changingSince: InstantText.encode(changingSince) };
  const there: Answer = { to: `/${asked.language}/applications/${id}`, json: { status: 200, body } };
  if (application.changingSince) return there;
  const event = eventBy(asked, "change-begun", String(application.submissions));
  const outcome = await beginChange(table, { application, event, at: asked.at });
  return outcome === "begun" ? there : "changed";
};

/** Opens what was sent to be changed and sent again. It stands meanwhile; pressing twice is once. */
export const changeApplication = (asked: SignedIn, table: Table): Promise<Answer> =>
  untilSettled(() => attempt(asked, table));

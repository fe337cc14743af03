import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { shownDeletionDate } from "#shared/domain/deletion.ts";
import { showDate } from "#shared/form/values.ts";
import { Paragraph } from "./parts.tsx";
import type { View } from "./view.ts";
import { deletionWords } from "./words/deletion.ts";

/** When an application that was not sent, or was withdrawn, is deleted; of others nothing. */
export const DeletionLine = ({
  view,
  call,
  application,
  editable,
}: {
  readonly view: View;
  /** As it holds for this application. */
  readonly call: Call;
  readonly application: Application;
  /** Whether it can still be sent. */
  readonly editable: boolean;
}) => {
  const date = shownDeletionDate(call.levels[application.level].deadline, application);
  if (!date) return null;
  const words = deletionWords[view.language];
  const say = application.state === "expired" ? words.expired : editable ? words.unlessSent : words.withdrawn;
  return <Paragraph>{say(showDate(date, view.language))}</Paragraph>;
};

import { type Application, decideEditing } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { asItHoldsFor } from "#shared/domain/call-deadlines.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { onCallClock } from "./moments.ts";
import { Alert, Paragraph } from "./parts.tsx";
import type { View } from "./view.ts";
import { changingWords } from "./words/changing.ts";

interface Props {
  readonly view: Pick<View, "language" | "at">;
  readonly call: Call;
  readonly application: Application;
}

/** Which submission counts, as long as the answers may say something else than it does. Nothing when they cannot. */
export const whatStands = ({ view: { language, at }, call, application }: Props): string | undefined => {
  const { changingSince, changesUnsentAt, submittedAt } = application;
  const number = countingSubmission(application);
  if (!(changingSince || changesUnsentAt) || !number || !submittedAt) return undefined;
  const words = changingWords[language];
  const when = onCallClock(call, submittedAt, language);
  const canBeSent = decideEditing(asItHoldsFor(call, application), application, at).ok;
  return canBeSent ? words.stands(number, when) : words.unsent(number, when);
};

/** The same as a notice. */
export const WhatStands = (props: Props) => {
  const told = whatStands(props);
  return told ? (
    <Alert color="warning">
      <Paragraph>{told}</Paragraph>
    </Alert>
  ) : null;
};

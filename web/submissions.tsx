import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { type Sent, standingOf } from "#shared/domain/standing.ts";
import type { Language } from "#shared/domain/text.ts";
import { onCallClock } from "./moments.ts";
import { Tag } from "./parts.tsx";
import { standingText } from "./standing-text.ts";
import type { View } from "./view.ts";
import { changingWords } from "./words/changing.ts";

interface Props {
  readonly view: View;
  readonly call: Call;
  readonly application: Application;
}

/** Where the receipt of a submission is. The last one's address is the same for as long as it is the last. */
export const receiptAddress = (
  { language }: Pick<View, "language">,
  { id, submissions }: Application,
  number: number,
  page = "receipt",
): string => `/${language}/applications/${id}/${page}${number === submissions ? "" : `?number=${number}`}`;

const colours = { counts: "success", replaced: "neutral", withdrawn: "neutral" } as const;

export const StandingTag = ({
  application,
  number,
  language,
}: {
  readonly application: Application;
  readonly number: number;
  readonly language: Language;
}) => {
  const standing = standingOf(application, number);
  return <Tag color={colours[standing]}>{changingWords[language].standings[standing]}</Tag>;
};

export const Standing = ({ view, ...of }: Props & { readonly number: number }) => (
  <>{standingText(of, view.language)}</>
);

/** All that has been sent: when, and which of it counts. `shown` is the one that the page is about. */
export const SubmissionList = ({
  view,
  call,
  application,
  all,
  shown,
  address = (number) => receiptAddress(view, application, number),
}: Props & {
  readonly all: readonly Sent[];
  readonly shown?: number | undefined;
  /** Where each is shown; without it, its receipt. */
  readonly address?: (number: number) => string;
}) => {
  const { language } = view;
  const words = changingWords[language];
  if (all.length === 0) return null;
  return (
    <ul class="submissions" aria-label={words.submissions}>
      {all.map(({ number, receivedAt }) => (
        <li>
          <span>
            {number === shown ? (
              <strong>{words.submission(number)}</strong>
            ) : (
              <a class="ds-link" href={address(number)}>
                {words.submission(number)}
              </a>
            )}
            , {words.sent(onCallClock(call, receivedAt, language))}
          </span>{" "}
          <StandingTag application={application} number={number} language={language} />
        </li>
      ))}
    </ul>
  );
};

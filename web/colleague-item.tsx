import { type Colleague, mayDo } from "#shared/domain/colleague.ts";
import { isAfter } from "#shared/domain/time.ts";
import { Changes, Leave, nameOf } from "./colleague-changes.tsx";
import { idOf } from "./fields/around.ts";
import { onCallClock } from "./moments.ts";
import type { ColleaguesProps } from "./pages/colleagues-page.tsx";
import { Tag } from "./parts.tsx";
import type { View } from "./view.ts";
import { colleagueWords } from "./words/colleagues.ts";

interface Whole {
  readonly view: View;
  readonly props: ColleaguesProps;
}
type One = Whole & { readonly colleague: Colleague };

const colours = { joined: "success", invited: "info", over: "neutral" } as const;

/** How far an invitation has come: an open one ends by itself. */
const stateOf = (colleague: Colleague, view: View): keyof typeof colours =>
  colleague.state === "invited" && isAfter(view.at, colleague.expiresAt) ? "over" : colleague.state;

const sinceWhen = ({ view, props: { call }, colleague }: One): string => {
  const { language } = view;
  const words = colleagueWords[language];
  const say = (at: Colleague["invitedAt"]) => onCallClock(call, at, language);
  if (colleague.state === "joined") return words.since(say(colleague.joinedAt));
  const sentence = stateOf(colleague, view) === "over" ? words.expiredOn : words.invitedOn;
  return sentence(say(colleague.invitedAt), say(colleague.expiresAt));
};

const addresses = ({ view, props, colleague }: One): readonly string[] => {
  if (!mayDo(props.may, "decide") || colleague.state === "invited") return [];
  const { email } = colleague.person;
  const words = colleagueWords[view.language];
  return email === colleague.email ? [email] : [email, words.invitedAs(colleague.email)];
};

const Name = ({
  view,
  name,
  isMe,
}: {
  readonly view: View;
  readonly name: string;
  readonly isMe: boolean;
}) => (
  <strong class="name">
    {name}
    {isMe && ` (${colleagueWords[view.language].you})`}
  </strong>
);

export const OwnerItem = ({ view, props: { application, me } }: Whole) => (
  <li>
    <p class="person">
      <Name view={view} name={application.owner.name} isMe={application.owner.id === me} />
      <Tag color="accent">{colleagueWords[view.language].may.own}</Tag>
    </p>
  </li>
);

export const ColleagueItem = (one: One) => {
  const { view, props, colleague } = one;
  const words = colleagueWords[view.language];
  const state = stateOf(colleague, view);
  const isMe = colleague.state === "joined" && colleague.person.id === props.me;
  return (
    <li id={idOf(`colleagues.${colleague.id}`)} tabindex={-1}>
      <p class="person">
        <Name view={view} name={nameOf(colleague)} isMe={isMe} />
        <Tag color="neutral">{words.may[colleague.may]}</Tag>
        {state !== "joined" && <Tag color={colours[state]}>{words.states[state]}</Tag>}
      </p>
      {addresses(one).map((line) => (
        <p class="small">{line}</p>
      ))}
      <p class="small">{sinceWhen(one)}</p>
      {mayDo(props.may, "decide") && <Changes {...one} />}
      {isMe && <Leave {...one} />}
    </li>
  );
};

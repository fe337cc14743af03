// An application as a state and a few numbers: what the service should answer, and what should stand afterwards.
const minute = 60_000;

export type Place = "draft" | "expired" | "withdrawn" | "stands" | "changing";

/** `done`, or the reason of the refusal. */
export type Outcome =
  | "done"
  | "already-submitted"
  | "changed-since-review"
  | "deadline-passed"
  | "not-later"
  | "not-submitted";

/** A request to send: what was seen on the review page, under the key of that page. */
export interface Sending {
  readonly key: string;
  /** The revision of the one section that is written in. */
  readonly written: number;
}

export interface Sent extends Sending {
  readonly at: number;
  /** The deadline that held when it arrived. */
  readonly deadline: number;
}

/** Instants are in milliseconds since 1970. */
export interface Model {
  now: number;
  /** The deadline of the call, as moved. */
  closes: number;
  /** The application's own, or 0. */
  extendedTo: number;
  place: Place;
  written: number;
  readonly sent: Sent[];
}

/** A draft that is filled in, an hour before 21 June 2024 at 16.00 in Oslo. */
export const aModel = (): Model => ({
  now: Date.UTC(2024, 5, 21, 13),
  closes: Date.UTC(2024, 5, 21, 14),
  extendedTo: 0,
  place: "draft",
  written: 1,
  sent: [],
});

export const deadlineOf = ({ closes, extendedTo }: Model): number => Math.max(closes, extendedTo);

export const isSent = ({ place }: Model): boolean => place === "stands" || place === "changing";

export const countingIn = (model: Model): number | undefined =>
  isSent(model) ? model.sent.length : undefined;

/** Something that arrives now, or that arrived in time and is decided now. */
export const arrivalOf = (model: Model, isInTime: boolean): number =>
  isInTime ? Math.min(model.now, deadlineOf(model)) : model.now;

const mayWrite = (model: Model, at: number): Outcome => {
  if (model.place === "stands") return "already-submitted";
  return at > deadlineOf(model) ? "deadline-passed" : "done";
};

export const write = (model: Model): Outcome => {
  const outcome = mayWrite(model, model.now);
  if (outcome === "done") model.written += 1;
  return outcome;
};

/** Which submission a request to send is answered with, or why there is none. */
export const send = (model: Model, sending: Sending, at: number): number | Outcome => {
  const { sent, place } = model;
  const sooner = sent.findIndex(({ key }) => key === sending.key);
  if (sooner >= 0) return sooner + 1;
  if (place === "stands" && sent.at(-1)?.written === sending.written) return sent.length;
  const outcome = mayWrite(model, at);
  if (outcome !== "done") return outcome;
  if (sending.written !== model.written) return "changed-since-review";
  const isUnchanged = place === "changing" && sent.at(-1)?.written === model.written;
  if (!isUnchanged) sent.push({ ...sending, at, deadline: deadlineOf(model) });
  model.place = "stands";
  return sent.length;
};

const ofWhatIsSent = (model: Model, place: Place): Outcome => {
  if (!isSent(model)) return "not-submitted";
  if (model.now > deadlineOf(model)) return "deadline-passed";
  model.place = place;
  return "done";
};

export const change = (model: Model): Outcome => ofWhatIsSent(model, "changing");
export const withdraw = (model: Model): Outcome => ofWhatIsSent(model, "withdrawn");

export const extend = (model: Model, to: number): Outcome => {
  if (to <= deadlineOf(model) || to <= model.now) return "not-later";
  model.extendedTo = to;
  if (model.place === "expired") model.place = "draft";
  return "done";
};

export const move = (model: Model, to: number): Outcome => {
  if (to <= model.closes || to <= model.now) return "not-later";
  model.closes = to;
  return "done";
};

/** The schedule's run closes what is over, and opens what a move has given more time. */
export const tidy = (model: Model): void => {
  const { now, place } = model;
  const deadline = deadlineOf(model);
  if (place === "expired" && now <= deadline) model.place = "draft";
  if (now < deadline + minute) return;
  if (place === "draft") model.place = "expired";
  if (place === "changing") model.place = "stands";
};

/** The clock goes on by this long, or to so many milliseconds after the deadline if that is ahead. */
export const wait = (model: Model, how: { readonly by: number } | { readonly past: number }): void => {
  model.now = "by" in how ? model.now + how.by : Math.max(model.now, deadlineOf(model) + how.past);
};

// Under what a record is found in the lists that staff see, and in which order it stands there.
import * as z from "zod";
import type { Application } from "./application.ts";
import { fold, wordsIn } from "./fold.ts";
import type { Registration } from "./registration.ts";
import { type Instant, InstantText } from "./time.ts";

/** What lists are of. */
export type Listed = "application" | "registration";

/** A list, such as `state=submitted`, and where in it: entries sort by `at` as bytes. */
export const Entry = z.object({ list: z.string(), at: z.string() });
export type Entry = z.infer<typeof Entry>;

const text = (at: Instant): string => InstantText.encode(at);

/** Numbers by their size, as far as they have ten digits. */
const inOrder = (name: string): string => fold(name).replace(/\d+/g, (digits) => digits.padStart(10, "0"));

/** By when it was sent; what has not been sent by when it was begun, before all that has. */
const sentSort = ({ submittedAt, startedAt }: Application): string =>
  submittedAt ? sentAt(submittedAt) : `begun ${text(startedAt)}`;

/** Where those sent at this instant stand. */
export const sentAt = (at: Instant): string => `sent ${text(at)}`;

/** What is remarkable about an application, by which it can be chosen. */
export const flags = ["extended", "changing", "changes-unsent"] as const;

const isFlagged = {
  extended: ({ extension }) => extension !== undefined,
  changing: ({ changingSince }) => changingSince !== undefined,
  "changes-unsent": ({ changesUnsentAt }) => changesUnsentAt !== undefined,
} as const satisfies Record<(typeof flags)[number], (one: Application) => boolean>;

export const flagsOf = (one: Application) => flags.filter((flag) => isFlagged[flag](one));

/** By which a record is found: enough for every name there is. */
const mostWords = 40;

const words = (...texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap(wordsIn))].slice(0, mostWords);

export const wordsOfApplication = (one: Application): readonly string[] =>
  words(
    one.reference,
    one.organisationNumber,
    one.cluster,
    one.organisation,
    one.owner.name,
    one.owner.email,
  );

export const wordsOfRegistration = (one: Registration): readonly string[] =>
  words(one.email, one.name, one.organisationNumber, one.organisation, one.role);

const inEach = (lists: readonly string[], at: string): readonly Entry[] =>
  lists.map((list) => ({ list, at }));

/** Every entry of an application, none of them twice. */
export const entriesOfApplication = (one: Application): readonly Entry[] => {
  const { level, state, counties = [], officer, control } = one;
  return [
    ...inEach(
      [
        "all",
        `level=${level}`,
        `state=${state}`,
        `level=${level} state=${state}`,
        ...counties.map((county) => `county=${county}`),
        ...flagsOf(one).map((flag) => `flag=${flag}`),
        ...(officer ? [`officer=${officer.id}`] : []),
        ...(control ? [`control=${control}`] : []),
      ],
      sentSort(one),
    ),
    ...(["reference", "cluster", "organisation"] as const).map((list) => ({ list, at: inOrder(one[list]) })),
    ...wordsOfApplication(one).map((word) => ({ list: "word", at: word })),
  ];
};

export const entriesOfRegistration = (one: Registration): readonly Entry[] => [
  ...inEach(["all", `state=${one.state}`], text(one.registeredAt)),
  ...wordsOfRegistration(one).map((word) => ({ list: "word", at: word })),
];

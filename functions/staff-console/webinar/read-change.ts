// What staff typed, as a change of the webinar or as what is wrong with it.
import * as z from "zod";
import type { Webinar } from "#shared/domain/call.ts";
import { type Deadline, hasPassed, lastInstantOf } from "#shared/domain/deadline.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { type Text, t } from "#shared/domain/text.ts";
import { dateAt, type Instant, isAfter, onTheWall, wallClock } from "#shared/domain/time.ts";
import { SafeLink, type WebinarChange } from "#shared/domain/webinar.ts";
import { readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { type FormName, fields, webinarForms } from "./forms.ts";

interface Read {
  readonly typed: AnyRecord;
  readonly problems: readonly Problem[];
  readonly change?: WebinarChange;
}

const problem = (field: keyof typeof fields, code: string, message: Text): Problem => ({
  pointer: `/${field}`,
  code,
  label: fields[field].label,
  message,
});

const Answers = z.object({
  places: z.optional(z.int()),
  joinLink: z.optional(z.string()),
  recording: z.optional(z.string()),
});

const linkProblems = (answers: AnyRecord): readonly Problem[] =>
  (["joinLink", "recording"] as const)
    .filter((name) => name in answers && !SafeLink.safeParse(answers[name]).success)
    .map((name) =>
      problem(
        name,
        "not-https",
        t(
          "Lenken må begynne med https:// og ha høyst 500 tegn",
          "Lenkja må byrje med https:// og ha høgst 500 teikn",
          "The link must begin with https:// and have at most 500 characters",
        ),
      ),
    );

const Moved = z.object({
  date: z.string(),
  starts: z.string(),
  ends: z.string(),
  signUpDate: z.string(),
  signUpTime: z.optional(z.string()),
});

type Times = Pick<Webinar, "startsAt" | "endsAt" | "signUpDeadline">;

const timesIn = (answers: AnyRecord, timeZone: string): Times => {
  const { date, starts, ends, signUpDate, signUpTime } = Moved.parse(answers);
  const signUpDeadline: Deadline = signUpTime
    ? { kind: "moment", localTime: `${signUpDate}T${signUpTime}:00`, timeZone }
    : { kind: "wholeDay", date: signUpDate, timeZone };
  const clock = (time: string): Instant => wallClock(`${date}T${time}:00`, timeZone);
  return { startsAt: clock(starts), endsAt: clock(ends), signUpDeadline };
};

/** The same order that `decideWebinar` demands, said at the fields. */
const timeProblems = ({ startsAt, endsAt, signUpDeadline }: Times, at: Instant): readonly Problem[] => [
  ...(isAfter(startsAt, at)
    ? []
    : [
        problem(
          "date",
          "in-the-past",
          t("Tidspunktet er passert", "Tidspunktet er passert", "That time has passed"),
        ),
      ]),
  ...(isAfter(endsAt, startsAt)
    ? []
    : [
        problem(
          "ends",
          "not-after-start",
          t(
            "Webinaret må slutte etter at det begynner",
            "Webinaret må slutte etter at det byrjar",
            "The webinar must end after it begins",
          ),
        ),
      ]),
  ...(hasPassed(signUpDeadline, startsAt)
    ? []
    : [
        problem(
          "signUpDate",
          "not-before-start",
          t(
            "Påmeldingen må stenge før webinaret begynner",
            "Påmeldinga må stengje før webinaret byrjar",
            "Sign-up must close before the webinar begins",
          ),
        ),
      ]),
];

/** Only what is another time than now: moving a deadline alone is nothing that calendars hear of. */
const movedFrom = (before: Webinar, { startsAt, endsAt, signUpDeadline }: Times): WebinarChange => ({
  ...(!startsAt.equals(before.startsAt) && { startsAt }),
  ...(!endsAt.equals(before.endsAt) && { endsAt }),
  ...(!lastInstantOf(signUpDeadline).equals(lastInstantOf(before.signUpDeadline)) && { signUpDeadline }),
});

/** Only what is not so already. */
const unlike = (
  before: Webinar,
  { places, joinLink, recording }: z.infer<typeof Answers>,
): WebinarChange => ({
  ...(places !== undefined && places !== before.places && { places }),
  ...(joinLink !== undefined && joinLink !== before.joinLink && { joinLink }),
  ...(recording !== undefined && recording !== before.recording && { recording }),
});

/** What was typed in one of the forms, and the change it makes of the webinar as it is: an empty one when it says what is so already. */
export const readChange = (name: FormName, body: AnyRecord, before: Webinar, at: Instant): Read => {
  const { answers, ...read } = readSingleSection(webinarForms[name], body);
  if (!answers) return read;
  if (name === "move") {
    const times = timesIn(answers, before.timeZone);
    const problems = timeProblems(times, at);
    return problems.length > 0 ? { ...read, problems } : { ...read, change: movedFrom(before, times) };
  }
  const problems = linkProblems(answers);
  if (problems.length > 0) return { ...read, problems };
  return { ...read, change: unlike(before, Answers.parse(answers)) };
};

const two = (number: number): string => String(number).padStart(2, "0");

const typedDate = (at: Instant, zone: string): string => {
  const [year, month, day] = dateAt(at, zone).split("-").map(Number);
  return `${day}.${month}.${year}`;
};

const typedTime = (at: Instant, zone: string): string => {
  const { hour, minute } = onTheWall(at, zone);
  return `${two(hour)}.${two(minute)}`;
};

/** The forms filled in with what holds now. */
export const asTyped = (webinar: Webinar): Readonly<Record<FormName, AnyRecord>> => {
  const { startsAt, endsAt, signUpDeadline, timeZone, places, joinLink = "", recording = "" } = webinar;
  const last = lastInstantOf(signUpDeadline);
  const isDay = signUpDeadline.kind === "wholeDay";
  return {
    places: { places: places === undefined ? "" : String(places) },
    "join-link": { joinLink },
    recording: { recording },
    move: {
      date: typedDate(startsAt, timeZone),
      starts: typedTime(startsAt, timeZone),
      ends: typedTime(endsAt, timeZone),
      signUpDate: typedDate(last, signUpDeadline.timeZone),
      signUpTime: isDay ? "" : typedTime(last, signUpDeadline.timeZone),
    },
  };
};

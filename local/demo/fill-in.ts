import type { Clock } from "../clock.ts";
import type { Message } from "../mail/read-mail.ts";
import { type LocalPerson, people } from "../people.ts";
import type { Scheduler } from "../scheduler.ts";
import { type Applicant, type Level, signIn } from "./applicant.ts";
import type { GivenAnswers } from "./made-up-answers.ts";

const registrations = 40;
const languages = ["nb", "nn", "en"];
const levels = ["connect", "explore", "impact", "undecided"];

const eachYear = (amount: string) => ({ y1: amount, y2: amount, y3: amount });

/** Funding as large as the costs that are made up for every cell, a third of it applied for. */
const funding = {
  applied: eachYear("400 000"),
  fees: eachYear("800 000"),
  own: eachYear(""),
  inKind: eachYear(""),
  private: eachYear(""),
};

const names = (organisation: string, cluster: string, { name, email }: LocalPerson): GivenAnswers => ({
  "applicant.organisation": organisation,
  "applicant.contact": name,
  "applicant.email": email,
  "cluster.name": cluster,
  "applicant.earlier": "no",
  "applicant.periods": [],
  "budget.funding": funding,
  "budget.publicSupport": [],
});

const signUp = async (site: string, place: number): Promise<void> => {
  const language = languages[place % languages.length] ?? "nb";
  const response = await fetch(`${site}/${language}/calls/nic-2024/webinar`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({
      name: `Deltaker ${place}`,
      email: `deltaker${place}@oppdiktet.example`,
      organisation: `Oppdiktet virksomhet ${place % 12}`,
      role: place % 3 === 0 ? "Daglig leder" : "Prosjektleder",
      interest: levels[place % levels.length] ?? "undecided",
      language,
    }),
  });
  if (!response.ok) throw new Error(`the demo met ${response.status} at sign-up: ${await response.text()}`);
};

/** Cancels as people do: by the link in the mail that confirmed their place. */
const cancelSome = async ({ messages }: DemoOptions): Promise<void> => {
  const links = (await messages()).flatMap(({ text }) => /http\S+\/registrations\/\S+/.exec(text) ?? []);
  for (const link of links.filter((_, place) => place % 13 === 12)) {
    const response = await fetch(link, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify({ action: "cancel" }),
    });
    if (!response.ok) throw new Error(`the demo met ${response.status} at ${link}: ${await response.text()}`);
  }
};

/** A draft whose deadline passes: the clock goes there, so that it expires as any does, and comes back. */
const letOneExpire = async (
  { start, answer, deadlineOf }: Applicant,
  given: GivenAnswers,
  { clock, travel, forgetDone }: DemoOptions,
): Promise<void> => {
  const id = await start("explore");
  await answer(id, given, 2);
  const begin = clock.now();
  await travel(Date.parse(await deadlineOf(id)) + 2 * 60_000);
  await travel(begin);
  await forgetDone();
};

const apply = async (applicant: Applicant, level: Level, given: GivenAnswers): Promise<string> => {
  const id = await applicant.start(level);
  await applicant.answer(id, given);
  return id;
};

const fillInApplications = async (options: DemoOptions): Promise<void> => {
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error("the demo needs three people");
  const fjord = names("Fjordklyngen SA", "Fjordklyngen", first);
  const skog = names("Skogklyngen AS", "Skogklyngen", second);
  const hav = names("Havklynga SA", "Havklynga", third);
  await letOneExpire(await signIn(options.site, third, 100), hav, options);

  const prove = await signIn(options.site, first, 200);
  await prove.submit(await apply(prove, "connect", fjord));
  await prove.answer(await prove.start("impact"), fjord, 3);

  const eksempel = await signIn(options.site, second, 300);
  await eksempel.submit(await apply(eksempel, "explore", skog));
  await apply(eksempel, "impact", skog);

  const dome = await signIn(options.site, third, 400);
  const taken = await apply(dome, "impact", hav);
  await dome.submit(taken);
  await dome.withdraw(taken);
  await dome.start("connect");
};

export interface DemoOptions {
  readonly site: string;
  readonly clock: Clock;
  readonly travel: Scheduler["travel"];
  readonly settled: () => Promise<void>;
  readonly messages: () => Promise<readonly Message[]>;
  /** Removes the notes of what was done at the deadlines. */
  readonly forgetDone: () => Promise<void>;
}

/** When everything is open, in Oslo's time of that day. */
const demoDay = Date.parse("2024-04-15T09:00:00+02:00");

/**
 * Fills in made-up applications in every state, and registrations, all through the front door. It does so on a day when
 * all is open, and then the clock goes to where it was to be: what passes on the way happens. What expired says that it
 * did so at the deadline, which may lie ahead of the clock: the clock has been there.
 */
export const fillInDemo = async (options: DemoOptions): Promise<void> => {
  const { clock, travel } = options;
  const wanted = clock.now();
  if (wanted > demoDay) await travel(demoDay);
  await fillInApplications(options);
  for (let place = 1; place <= registrations; place += 1) await signUp(options.site, place);
  await options.settled();
  await cancelSome(options);
  await options.settled();
  // Never back: what comes next would be before what has been.
  if (wanted > clock.now()) await travel(wanted);
};

import type { Clock } from "../clock.ts";
import { people } from "../people.ts";
import type { Scheduler } from "../scheduler.ts";
import { type Applicant, signIn } from "./applicant.ts";
import type { GivenAnswers } from "./made-up-answers.ts";

const registrations = 40;
const languages = ["nb", "nn", "en"];

const names = (organisation: string, cluster: string, contact: string, email: string): GivenAnswers => ({
  "applicant.organisation": organisation,
  "applicant.contact": contact,
  "applicant.email": email,
  "cluster.name": cluster,
  "cluster.area": "Oppdiktet fylke",
  "cluster.earlier": "no",
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
      language,
    }),
  });
  if (!response.ok) throw new Error(`the demo met ${response.status} at sign-up: ${await response.text()}`);
};

/** A draft whose deadline passes: the clock goes there, so that it expires as any does, and comes back. */
const letOneExpire = async (
  { start, answer, deadlineOf }: Applicant,
  given: GivenAnswers,
  { clock, travel }: { clock: Clock; travel: Scheduler["travel"] },
): Promise<void> => {
  const id = await start("explore");
  await answer(id, given, 2);
  const begin = clock.now();
  await travel(Date.parse(await deadlineOf(id)) + 2 * 60_000);
  await travel(begin);
};

export interface DemoOptions {
  readonly site: string;
  readonly clock: Clock;
  readonly travel: Scheduler["travel"];
}

/**
 * Fills in made-up applications in every state, and registrations, all through the front door. What expired says
 * that it did so at the deadline, which may lie ahead of the clock: the clock has been there.
 */
export const fillInDemo = async ({ site, clock, travel }: DemoOptions): Promise<void> => {
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error("the demo needs three people");
  const fjord = names("Fjordklyngen SA", "Fjordklyngen", first.name, first.email);
  const skog = names("Skogklyngen AS", "Skogklyngen", second.name, second.email);
  const hav = names("Havklynga SA", "Havklynga", third.name, third.email);

  await letOneExpire(await signIn(site, third, 100), hav, { clock, travel });
  const [prove, eksempel, dome] = await Promise.all([
    signIn(site, first, 200),
    signIn(site, second, 300),
    signIn(site, third, 400),
  ]);
  const begin = async (
    applicant: Applicant,
    level: "connect" | "explore" | "impact",
    given: GivenAnswers,
  ) => {
    const id = await applicant.start(level);
    await applicant.answer(id, given);
    return id;
  };

  await prove.submit(await begin(prove, "connect", fjord));
  await eksempel.submit(await begin(eksempel, "explore", skog));
  const taken = await begin(dome, "impact", hav);
  await dome.submit(taken);
  await dome.withdraw(taken);
  await begin(eksempel, "impact", skog);
  await prove.answer(await prove.start("impact"), fjord, 3);
  await dome.start("connect");

  for (let place = 1; place <= registrations; place += 1) await signUp(site, place);
};

import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { applicants } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();

/** A part of the form that is long texts alone. */
const section = "cohesion";
const fields = 8;

/** What stands between a person and the service. */
type Weather = "fair" | "down" | "slow" | "every-third-fails";

/** What has been typed in each field of the section and must be there in the end. */
interface Expected {
  readonly words: Set<string>[];
  weather: Weather;
  signedIn: boolean;
}

interface Room {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The section's address. */
  readonly at: string;
  weather: Weather;
  requests: number;
  words: number;
}

const field = (page: Page, place: number) => page.locator("form[data-section] textarea").nth(place);
const ready = (page: Page) => page.locator("html.scripted form[data-section] textarea").first().waitFor();

/** Every request for a page or a save meets the weather; assets do not, as they would not with a cache. */
const letWeatherIn = async (room: Room) => {
  await room.context.route(/\/(applications|my-page|auth)\b/, async (route) => {
    room.requests += 1;
    const { weather } = room;
    if (weather === "down") return route.abort("connectionfailed");
    if (weather === "every-third-fails" && route.request().method() !== "GET" && room.requests % 3 === 0)
      return route.fulfill({ status: 503, body: "" });
    // A slow server is one that takes its time.
    if (weather === "slow") await setTimeout(300);
    return route.continue();
  });
};

const signIn = async (page: Page) => {
  await page.goto(`${running.system.url}/nb/my-page`);
  const who = page.getByRole("button", { name: applicants[0]?.name ?? "" });
  if (await who.isVisible()) await who.click();
  await page.waitForURL("**/nb/my-page");
};

const enter = async (): Promise<Room> => {
  const context = await running.browser.newContext();
  const page = await context.newPage();
  await signIn(page);
  await page.locator('form:has(input[name="level"][value="explore"]) button').first().click();
  await page.waitForURL(/applications\/[0-9a-f-]+$/);
  const at = `${page.url()}/sections/${section}`;
  await page.goto(at);
  await ready(page);
  const room: Room = { context, page, at, weather: "fair", requests: 0, words: 0 };
  await letWeatherIn(room);
  return room;
};

const typeWord = async (page: Page, place: number, word: string) => {
  await field(page, place).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(` ${word}`);
};

const isSaved = (page: Page) =>
  page.waitForFunction(
    () => /^(Lagret|Alt er lagret)/.test(document.querySelector(".saving-text")?.textContent ?? ""),
    undefined,
    { timeout: 90_000 },
  );

const Stored = z.object({ answers: z.record(z.string(), z.unknown()) });

/** The texts as they are stored, in the order of the page. */
const stored = async ({ context, page, at }: Room): Promise<readonly string[]> => {
  const told = await context.request.get(at, { headers: { accept: "application/json" } });
  const { answers } = Stored.parse(await told.json());
  const names = await page
    .locator("form[data-section] textarea")
    .evaluateAll((all) => all.map((one) => one.getAttribute("name") ?? ""));
  return names.map((name) => String(answers[name.replace("answers.", "")]));
};

const wordsIn = (text: string): Set<string> => new Set(text.split(/\s+/).filter(Boolean));

abstract class Happening implements fc.AsyncCommand<Expected, Room> {
  check(_expected: Readonly<Expected>): boolean {
    return true;
  }
  abstract run(expected: Expected, room: Room): Promise<void>;
  abstract toString(): string;
}

class Type extends Happening {
  readonly place: number;
  constructor(place: number) {
    super();
    this.place = place;
  }
  async run(expected: Expected, room: Room) {
    room.words += 1;
    const word = `ord${room.words}æ`;
    await typeWord(room.page, this.place, word);
    expected.words[this.place]?.add(word);
  }
  toString = () => `types in field ${this.place}`;
}

class Turn extends Happening {
  readonly weather: Weather;
  constructor(weather: Weather) {
    super();
    this.weather = weather;
  }
  async run(expected: Expected, room: Room) {
    room.weather = this.weather;
    expected.weather = this.weather;
  }
  toString = () => `the server is ${this.weather}`;
}

class Wait extends Happening {
  override check = ({ weather, signedIn }: Expected) => weather !== "down" && signedIn;
  async run(_: Expected, { page }: Room) {
    await isSaved(page);
  }
  toString = () => "waits until it is saved";
}

/** The page is thrown away and fetched again; when the server is down, as soon as it is back. */
class Reload extends Happening {
  override check = ({ signedIn }: Expected) => signedIn;
  async run(expected: Expected, room: Room) {
    const { page, at } = room;
    if (room.weather === "down") {
      await page.reload().catch(() => undefined);
      await page.waitForURL(/^chrome-error:/);
      room.weather = "fair";
      expected.weather = "fair";
    }
    await page.goto(at);
    await ready(page);
  }
  toString = () => "reloads";
}

/** Away to the overview and back, by the browser's own buttons. */
class LeaveAndReturn extends Happening {
  override check = ({ weather, signedIn }: Expected) => weather !== "down" && signedIn;
  async run(_: Expected, { page, at }: Room) {
    await page.goto(at.replace(/\/sections.*/, ""));
    await page.goBack();
    await ready(page);
  }
  toString = () => "goes to the overview and back";
}

class SessionEnds extends Happening {
  async run(expected: Expected, { context }: Room) {
    await context.clearCookies();
    expected.signedIn = false;
  }
  toString = () => "the session ends";
}

class SignInAgain extends Happening {
  override check = ({ weather, signedIn }: Expected) => weather !== "down" && !signedIn;
  async run(expected: Expected, { context, page }: Room) {
    const other = await context.newPage();
    await signIn(other);
    await other.close();
    await page.bringToFront();
    expected.signedIn = true;
  }
  toString = () => "signs in again in another window";
}

/** Somebody saves the same part in a second window; here one is told and chooses. What is not chosen is let go on purpose. */
class OtherWindow extends Happening {
  readonly place: number;
  readonly keep: "mine" | "theirs";
  constructor(place: number, keep: "mine" | "theirs") {
    super();
    this.place = place;
    this.keep = keep;
  }
  override check = ({ weather, signedIn }: Expected) => weather === "fair" && signedIn;
  async run(expected: Expected, room: Room) {
    const { page, context, at } = room;
    await isSaved(page);
    const other = await context.newPage();
    await other.goto(at);
    await ready(other);
    room.words += 2;
    const [theirs, mine] = [`ord${room.words - 1}ø`, `ord${room.words}å`];
    await typeWord(other, this.place, theirs);
    await isSaved(other);
    await other.close();
    await typeWord(page, this.place, mine);
    const button = page.locator(`.saving-conflict button[value="${this.keep}"]`);
    await button.click({ timeout: 30_000 });
    await page.locator(".saving-conflict").waitFor({ state: "hidden" });
    await isSaved(page);
    expected.words[this.place]?.add(this.keep === "mine" ? mine : theirs);
  }
  toString = () => `a second window saves field ${this.place}; keeps ${this.keep}`;
}

const places = fc.nat(fields - 1);
const happenings = fc.commands(
  [
    places.map((place) => new Type(place)),
    places.map((place) => new Type(place)),
    places.map((place) => new Type(place)),
    fc.constantFrom<Weather>("fair", "down", "slow", "every-third-fails").map((weather) => new Turn(weather)),
    fc.constant(new Wait()),
    fc.constant(new Reload()),
    fc.constant(new LeaveAndReturn()),
    fc.constant(new SessionEnds()),
    fc.constant(new SignInAgain()),
    fc
      .tuple(places, fc.constantFrom("mine" as const, "theirs" as const))
      .map(([place, keep]) => new OtherWindow(place, keep)),
  ],
  { maxCommands: 14, size: "max" },
);

/** The storm is over: whoever was signed out signs in, and the page is given the time it asks for. */
const recover = async (expected: Expected, room: Room) => {
  room.weather = "fair";
  expected.weather = "fair";
  if (!expected.signedIn) await new SignInAgain().run(expected, room);
  await room.page.goto(room.at);
  await ready(room.page);
  await isSaved(room.page);
};

const trial = (seed: number, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(happenings, async (commands) => {
      const room = await enter();
      const expected: Expected = {
        words: Array.from({ length: fields }, () => new Set<string>()),
        weather: "fair",
        signedIn: true,
      };
      await fc.asyncModelRun(() => ({ model: expected, real: room }), commands);
      await recover(expected, room);
      const texts = await stored(room);
      for (const [place, words] of expected.words.entries())
        expect([...words].filter((word) => !wordsIn(texts[place] ?? "").has(word))).toEqual([]);
      await room.context.close();
    }),
    { seed, numRuns, endOnFailure: true },
  );

test("every typed word is there in the end, whatever happens between", { timeout: 400_000 }, async () => {
  await trial(16, 8);
});

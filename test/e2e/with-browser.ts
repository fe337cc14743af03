import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { startSystem } from "./road.ts";

type System = Awaited<ReturnType<typeof startSystem>>;

/** The whole system and a browser beside it, for all the tests of a file. */
export const withBrowser = (): { readonly system: System; readonly browser: Browser } => {
  let started: readonly [System, Browser] | undefined;
  const both = () => {
    if (!started) throw new Error("The system runs while tests do");
    return started;
  };
  beforeAll(async () => {
    started = await Promise.all([startSystem(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    const [system, browser] = started ?? [];
    await browser?.close();
    await system?.stop();
  });
  return {
    get system() {
      return both()[0];
    },
    get browser() {
      return both()[1];
    },
  };
};

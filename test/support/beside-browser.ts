import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "./browser.ts";

interface Stoppable {
  readonly stop: () => Promise<void>;
}

/** Something that is started with a browser beside it, for all the tests of a file. */
export const besideBrowser = <Server extends Stoppable>(
  start: () => Promise<Server>,
  milliseconds: number,
): { readonly server: Server; readonly browser: Browser } => {
  let started: readonly [Server, Browser] | undefined;
  const both = () => {
    if (!started) throw new Error("It runs while tests do");
    return started;
  };
  beforeAll(async () => {
    started = await Promise.all([start(), openBrowser()]);
  }, milliseconds);
  afterAll(async () => {
    const [server, browser] = started ?? [];
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return both()[0];
    },
    get browser() {
      return both()[1];
    },
  };
};

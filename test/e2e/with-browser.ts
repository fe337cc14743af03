import { besideBrowser } from "../support/beside-browser.ts";
import { startSystem } from "./road.ts";

/** The whole system and a browser beside it, for all the tests of a file. */
export const withBrowser = () => {
  const running = besideBrowser(startSystem, 120_000);
  return {
    get system() {
      return running.server;
    },
    get browser() {
      return running.browser;
    },
  };
};

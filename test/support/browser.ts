import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/**
 * Chromium from npm, so that a clone needs no browser of its own. The package's own arguments are for Lambda: they hold
 * `--single-process`, with which closing one context ends the browser.
 */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

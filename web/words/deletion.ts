import type { Words } from "./words.ts";

const nb = {
  expired: (date: string) => `Utkastet slettes ${date}.`,
  withdrawn: (date: string) => `Søknaden slettes ${date}.`,
  unlessSent: (date: string) => `Sendes ikke søknaden på nytt, slettes den ${date}.`,
};

/** When what was not sent, or was withdrawn, is deleted. */
export const deletionWords: Words<typeof nb> = {
  nb,
  nn: {
    expired: (date) => `Utkastet blir sletta ${date}.`,
    withdrawn: (date) => `Søknaden blir sletta ${date}.`,
    unlessSent: (date) => `Blir ikkje søknaden send på nytt, blir han sletta ${date}.`,
  },
  en: {
    expired: (date) => `The draft will be deleted on ${date}.`,
    withdrawn: (date) => `The application will be deleted on ${date}.`,
    unlessSent: (date) => `Unless the application is sent again, it will be deleted on ${date}.`,
  },
};

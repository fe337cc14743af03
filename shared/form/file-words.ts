import type { FileFault, FileState, StoredFile } from "#shared/domain/stored-file.ts";
import type { Language } from "#shared/domain/text.ts";

interface FileWords {
  readonly states: Readonly<Record<Exclude<FileState, "refused">, string>>;
  readonly refused: (why: string) => string;
  readonly faults: Readonly<Record<FileFault, string>>;
}

const words: Readonly<Record<Language, FileWords>> = {
  nb: {
    states: {
      awaited: "Venter på opplasting",
      checking: "Kontrolleres for skadevare",
      clean: "Klar",
    },
    refused: (why) => `Kan ikke brukes: ${why}`,
    faults: {
      malware: "det er funnet skadevare i filen",
      unscanned: "filen kan ikke kontrolleres for skadevare, kanskje fordi den er beskyttet med passord",
      unreadable: "filen kan ikke leses",
      "too-large": "filen er for stor",
      "wrong-digest": "filen ble endret på veien hit",
      "not-the-type": "innholdet er ikke av en filtype vi tar imot",
    },
  },
  nn: {
    states: {
      awaited: "Ventar på opplasting",
      checking: "Blir kontrollert for skadevare",
      clean: "Klar",
    },
    refused: (why) => `Kan ikkje brukast: ${why}`,
    faults: {
      malware: "det er funne skadevare i fila",
      unscanned: "fila kan ikkje kontrollerast for skadevare, kanskje fordi ho er verna med passord",
      unreadable: "fila kan ikkje lesast",
      "too-large": "fila er for stor",
      "wrong-digest": "fila vart endra på vegen hit",
      "not-the-type": "innhaldet er ikkje av ein filtype vi tek imot",
    },
  },
  en: {
    states: {
      awaited: "Waiting to be uploaded",
      checking: "Being checked for malware",
      clean: "Ready",
    },
    refused: (why) => `Cannot be used: ${why}`,
    faults: {
      malware: "malware was found in the file",
      unscanned: "the file cannot be checked for malware, perhaps because it has a password",
      unreadable: "the file cannot be read",
      "too-large": "the file is too large",
      "wrong-digest": "the file was changed on its way here",
      "not-the-type": "the content is not of a file type we accept",
    },
  },
};

export const faultText = (why: FileFault | undefined, language: Language): string =>
  words[language].faults[why ?? "unreadable"];

/** How it stands with a file, in words. */
export const fileStateText = ({ state, why }: Pick<StoredFile, "state" | "why">, language: Language) =>
  state === "refused" ? words[language].refused(faultText(why, language)) : words[language].states[state];

import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type MadeUp, madeUp } from "./organisations.ts";

/** How the register behaves, so that one can see what the service does then. */
export const moods = ["normal", "slow", "down", "404", "410", "deleted"] as const;
export type Mood = (typeof moods)[number];

/** Milliseconds: longer than the service waits. */
const slowness = 5000;

const address = ({ lines, place, country = ["NO", "Norge"] }: MadeUp) => ({
  land: country[1],
  landkode: country[0],
  ...(place && { postnummer: place[0], poststed: place[1] }),
  ...(lines && { adresse: lines }),
  ...(country[0] === "NO" && { kommune: place?.[1] ?? "OSLO", kommunenummer: "0301" }),
});

/** A deleted organisation is told of with less, and the day. */
const reduced = ({ number, name, form }: MadeUp, deleted: string) => ({
  organisasjonsnummer: number,
  navn: name,
  organisasjonsform: { kode: form[0], beskrivelse: form[1], _links: {} },
  slettedato: deleted,
  respons_klasse: "SlettetEnhet",
  _links: {},
});

const whole = (one: MadeUp) => ({
  organisasjonsnummer: one.number,
  navn: one.name,
  organisasjonsform: { kode: one.form[0], beskrivelse: one.form[1], _links: {} },
  registreringsdatoEnhetsregisteret: "2015-02-19",
  registrertIMvaregisteret: true,
  naeringskode1: { kode: "94.110", beskrivelse: "Næringslivs- og arbeidsgiverorganisasjoner" },
  harRegistrertAntallAnsatte: false,
  ...(one.lines && { forretningsadresse: address(one) }),
  registrertIForetaksregisteret: true,
  registrertIStiftelsesregisteret: false,
  registrertIFrivillighetsregisteret: false,
  konkurs: one.trouble === "konkurs",
  underAvvikling: one.trouble === "underAvvikling",
  underTvangsavviklingEllerTvangsopplosning: one.trouble === "underTvangsavviklingEllerTvangsopplosning",
  maalform: "Bokmål",
  respons_klasse: "Enhet",
  _links: {},
});

interface Told {
  readonly status: number;
  readonly body: unknown;
}

const gone = (number: string, since: string): Told => ({
  status: 410,
  body: { organisasjonsnummer: number, slettedato: since, _links: {} },
});
const unknown: Told = { status: 404, body: undefined };

const tell = (number: string, mood: Mood): Told => {
  const one = madeUp.find((known) => known.number === number);
  if (mood === "404" || !/^\d{9}$/.test(number)) return unknown;
  if (mood === "410") return gone(number, "2024-01-31");
  if (!one) return unknown;
  if (one.removed) return gone(number, one.deleted ?? "2022-01-31");
  if (mood === "deleted" || one.deleted)
    return { status: 200, body: reduced(one, one.deleted ?? "2024-01-31") };
  return { status: 200, body: whole(one) };
};

/** A small Enhetsregisteret: the same format, made-up organisations (`…/enheter/{organisasjonsnummer}`). */
export const openRegister = () => {
  let mood: Mood = "normal";
  return {
    mood: () => mood,
    change: (next: Mood) => {
      mood = next;
    },
    answer: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      if (mood === "down") return void request.destroy();
      if (mood === "slow") await wait(slowness);
      const { status, body } = tell((request.url ?? "").split(/[/?]/).at(-1) ?? "", mood);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    },
  };
};
export type LocalRegister = ReturnType<typeof openRegister>;

/** A made-up organisation, as far as our register knows it. */
export interface MadeUp {
  readonly number: string;
  readonly name: string;
  readonly form: readonly [code: string, text: string];
  readonly lines?: readonly (string | null)[];
  readonly place?: readonly [code: string, name: string];
  readonly country?: readonly [code: string, name: string];
  readonly trouble?: "konkurs" | "underAvvikling" | "underTvangsavviklingEllerTvangsopplosning";
  /** The day it was deleted; with `removed` nothing else is told of it. */
  readonly deleted?: string;
  readonly removed?: boolean;
}

const company = ["AS", "Aksjeselskap"] as const;
const cooperative = ["SA", "Samvirkeforetak"] as const;
const association = ["FLI", "Forening/lag/innretning"] as const;

/** Made-up organisations with numbers that are right (modulo 11), from the beginning of the series, where we know of none in use. */
export const madeUp: readonly MadeUp[] = [
  {
    number: "986399445",
    name: "EKSEMPELKLYNGEN SA",
    form: cooperative,
    lines: ["Prøvegata 1"],
    place: ["5003", "BERGEN"],
  },
  {
    number: "974760673",
    name: "BEDRIFT ÉN AS",
    form: company,
    lines: ["Oppdiktet vei 2"],
    place: ["6003", "ÅLESUND"],
  },
  {
    number: "800000017",
    name: "OPPDIKTET HAVBRUK AS",
    form: company,
    lines: ["Kaia 3", null, ""],
    place: ["8006", "BODØ"],
  },
  {
    number: "800000025",
    name: "OPPDIKTET SKOGKLYNGE SA",
    form: cooperative,
    lines: ["", null],
    place: ["2406", "ELVERUM"],
  },
  { number: "800000033", name: "OPPDIKTET KONKURS AS", form: company, trouble: "konkurs" },
  { number: "800000041", name: "OPPDIKTET AVVIKLING AS", form: company, trouble: "underAvvikling" },
  {
    number: "800000092",
    name: "OPPDIKTET TVANG AS",
    form: company,
    trouble: "underTvangsavviklingEllerTvangsopplosning",
  },
  { number: "800000068", name: "OPPDIKTET SLETTET LAG", form: association, deleted: "2023-03-03" },
  { number: "800000076", name: "", form: association, deleted: "2022-01-31", removed: true },
  {
    number: "800000084",
    name: "OPPDIKTET FILIAL NUF",
    form: ["NUF", "Norskregistrert utenlandsk foretak"],
    lines: ["Påhittsgatan 4"],
    place: ["411 03", "GÖTEBORG"],
    country: ["SE", "Sverige"],
  },
];

import * as z from "zod";
import type { RegisterAnswer } from "#shared/domain/organisation.ts";

const Address = z.object({
  adresse: z.array(z.string().nullable()).nullish(),
  postnummer: z.string().nullish(),
  poststed: z.string().nullish(),
  land: z.string().nullish(),
});

/** The part we read of what the register tells of an organisation (Enhetsregisteret, version 2 of its API). */
const Entity = z.object({
  organisasjonsnummer: z.string(),
  navn: z.string().min(1),
  organisasjonsform: z.object({ kode: z.string(), beskrivelse: z.string().nullish() }).nullish(),
  forretningsadresse: Address.nullish(),
  postadresse: Address.nullish(),
  konkurs: z.boolean().nullish(),
  underAvvikling: z.boolean().nullish(),
  underTvangsavviklingEllerTvangsopplosning: z.boolean().nullish(),
  slettedato: z.string().nullish(),
});

/** Its lines may be null or empty; Norway is taken for granted. */
const onOneLine = (address: z.infer<typeof Address> | null | undefined): string => {
  if (!address) return "";
  const { adresse, postnummer, poststed, land } = address;
  const place = [postnummer, poststed].filter(Boolean).join(" ");
  return [...(adresse ?? []), place, land === "Norge" ? "" : land].filter(Boolean).join(", ");
};

/** What an answer of 200 means: a deleted organisation is told of with less, and the day. Throws when it is not what the register promises, or about another. */
export const readEntity = (body: unknown, asked: string): RegisterAnswer => {
  const entity = Entity.parse(body);
  if (entity.organisasjonsnummer !== asked)
    throw new Error("The register answered about another organisation");
  if (entity.slettedato) return { state: "deleted", name: entity.navn, since: entity.slettedato };
  return {
    state: "found",
    name: entity.navn,
    form: entity.organisasjonsform?.beskrivelse ?? entity.organisasjonsform?.kode ?? "",
    address: onOneLine(entity.forretningsadresse) || onOneLine(entity.postadresse),
    bankrupt: entity.konkurs ?? false,
    windingUp: (entity.underAvvikling || entity.underTvangsavviklingEllerTvangsopplosning) ?? false,
  };
};

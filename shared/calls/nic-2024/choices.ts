// Lists and limits the programme decides on. Its own wording and figures replace these when they are known.
import type { Level } from "#shared/domain/call.ts";
import { same, t } from "#shared/domain/text.ts";

export const effectGoals = {
  innovation: t("Mer nyskaping", "Meir nyskaping", "More innovation"),
  transition: t("Grønn omstilling", "Grøn omstilling", "Green transition"),
  growth: t("Bærekraftig, langsiktig vekst", "Berekraftig, langsiktig vekst", "Sustainable, lasting growth"),
  value: t(
    "Økt verdiskaping i bedriftene",
    "Auka verdiskaping i bedriftene",
    "More value created in the companies",
  ),
  other: t(
    "Et annet av programmets effektmål",
    "Eit anna av effektmåla til programmet",
    "Another of the programme's long-term goals",
  ),
} as const;

/** What clusters often measure; any other indicator may be typed. */
export const indicators = [
  t("Antall medlemmer", "Talet på medlemmer", "Number of members"),
  t("Andel aktive medlemmer", "Del aktive medlemmer", "Share of active members"),
  t("Nye koblinger mellom medlemmer", "Nye koplingar mellom medlemmer", "New links between members"),
  t("Møteplasser", "Møteplassar", "Meeting places"),
  t("Innovasjonsideer som blir prøvd ut", "Innovasjonsidear som blir prøvde ut", "Ideas put to the test"),
  t("Inntekter fra kontingent", "Inntekter frå kontingent", "Income from member fees"),
  t("Tjenester levert", "Tenester leverte", "Services delivered"),
  t("Bedrifter som bruker tjenestene", "Bedrifter som bruker tenestene", "Companies that use the services"),
  t("Samarbeidsprosjekter satt i gang", "Samarbeidsprosjekt sette i gang", "Joint projects started"),
  t("Utløst privat finansiering", "Utløyst privat finansiering", "Private funding released"),
  t("Kundetilfredshet", "Kundetilfredsheit", "Customer satisfaction"),
  t("Omsetning i medlemsbedriftene", "Omsetning i medlemsbedriftene", "Turnover of the member companies"),
  t("Eksport fra medlemsbedriftene", "Eksport frå medlemsbedriftene", "Exports of the member companies"),
  t("Årsverk i medlemsbedriftene", "Årsverk i medlemsbedriftene", "Full-time jobs in the member companies"),
  t("Nye produkter i markedet", "Nye produkt i marknaden", "New products on the market"),
  t("Oppstartsbedrifter", "Oppstartsbedrifter", "Start-ups"),
  t("Utslippskutt", "Utsleppskutt", "Cuts in emissions"),
  t("EU-prosjekter", "EU-prosjekt", "EU projects"),
] as const;

export const memberCategories = {
  business: t("Bedrift", "Bedrift", "Business"),
  knowledge: t("Kunnskapsmiljø", "Kunnskapsmiljø", "Research or education"),
  capital: t("Kapitalmiljø", "Kapitalmiljø", "Finance"),
  public: t("Offentlig utviklingsaktør", "Offentleg utviklingsaktør", "Public development body"),
} as const;

/** Counties as they have been since 1 January 2024 (Statistics Norway's numbers). */
export const counties = {
  c03: same("Oslo"),
  c11: same("Rogaland"),
  c15: same("Møre og Romsdal"),
  c18: same("Nordland"),
  c31: same("Østfold"),
  c32: same("Akershus"),
  c33: same("Buskerud"),
  c34: same("Innlandet"),
  c39: same("Vestfold"),
  c40: same("Telemark"),
  c42: same("Agder"),
  c46: same("Vestland"),
  c50: same("Trøndelag"),
  c55: same("Troms"),
  c56: same("Finnmark"),
  c21: same("Svalbard"),
} as const;

/** Sections of the standard for industrial classification (SN2007), in plain words. */
export const industries = {
  a: t("Jordbruk, skogbruk og fiske", "Jordbruk, skogbruk og fiske", "Agriculture, forestry and fishing"),
  b: t("Bergverk, olje og gass", "Bergverk, olje og gass", "Mining, oil and gas"),
  c: t("Industri", "Industri", "Manufacturing"),
  d: t("Strøm og varme", "Straum og varme", "Electricity and heat"),
  e: t("Vann, avløp og gjenvinning", "Vatn, avløp og gjenvinning", "Water, waste and recycling"),
  f: t("Bygg og anlegg", "Bygg og anlegg", "Construction"),
  g: t("Varehandel", "Varehandel", "Trade"),
  h: t("Transport og lagring", "Transport og lagring", "Transport and storage"),
  i: t("Reiseliv og servering", "Reiseliv og servering", "Tourism and catering"),
  j: t("Informasjon og kommunikasjon", "Informasjon og kommunikasjon", "Information and communication"),
  k: t("Bank, finans og forsikring", "Bank, finans og forsikring", "Banking, finance and insurance"),
  l: t("Eiendom", "Eigedom", "Real estate"),
  m: t(
    "Faglige og tekniske tjenester",
    "Faglege og tekniske tenester",
    "Professional and technical services",
  ),
  n: t("Forretningsmessige tjenester", "Forretningsmessige tenester", "Business services"),
  o: t("Offentlig forvaltning", "Offentleg forvaltning", "Public administration"),
  p: t("Undervisning", "Undervisning", "Education"),
  q: t("Helse og omsorg", "Helse og omsorg", "Health and care"),
  r: t("Kultur og fritid", "Kultur og fritid", "Culture and leisure"),
  s: t("Annen tjenesteyting", "Anna tenesteyting", "Other services"),
} as const;

export const earlierLevels = {
  arena: same("Arena"),
  arenaPro: same("Arena Pro"),
  nce: same("NCE"),
  gce: same("GCE"),
  mature: t("Modne klynger", "Mogne klynger", "Mature clusters"),
  nic: t("Et annet programnivå", "Eit anna programnivå", "Another level"),
} as const;

export const years = {
  y1: t("År 1", "År 1", "Year 1"),
  y2: t("År 2", "År 2", "Year 2"),
  y3: t("År 3", "År 3", "Year 3"),
} as const;
export type Year = keyof typeof years;

export const yesNo = { yes: t("Ja", "Ja", "Yes"), no: t("Nei", "Nei", "No") } as const;

/** Largest part of the eligible costs that may be applied for, and that all public support may be, in percent (GBER article 27). */
export const largestShare = 50;

/** Most kroner that may be applied for in a year. Without an amount there is no limit but the share. */
export const largestAmountPerYear: Readonly<Partial<Record<Level, number>>> = {};

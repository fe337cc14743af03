// Lists the programme decides on. Its own wording of effect goals replaces these when it is known.
import { t } from "#shared/domain/text.ts";

export const effectGoals = {
  innovation: t("Mer nyskaping", "Meir nyskaping", "More innovation"),
  transition: t("Grønn omstilling", "Grøn omstilling", "Green transition"),
  growth: t("Bærekraftig, langsiktig vekst", "Berekraftig, langsiktig vekst", "Sustainable, lasting growth"),
  value: t(
    "Økt verdiskaping i bedriftene",
    "Auka verdiskaping i bedriftene",
    "More value created in the companies",
  ),
} as const;

export const memberCategories = {
  business: t("Bedrift", "Bedrift", "Business"),
  knowledge: t("Kunnskapsmiljø", "Kunnskapsmiljø", "Research or education"),
  capital: t("Kapitalmiljø", "Kapitalmiljø", "Finance"),
  public: t("Offentlig utviklingsaktør", "Offentleg utviklingsaktør", "Public development body"),
} as const;

export const years = {
  y1: t("År 1", "År 1", "Year 1"),
  y2: t("År 2", "År 2", "Year 2"),
  y3: t("År 3", "År 3", "Year 3"),
} as const;

export const yesNo = { yes: t("Ja", "Ja", "Yes"), no: t("Nei", "Nei", "No") } as const;

/** Largest part of the costs that may be applied for, in percent (GBER article 27). */
export const largestShare = 50;

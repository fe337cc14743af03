import { t } from "#shared/domain/text.ts";
import { files, section } from "#shared/form/define.ts";

const documents = { accept: [".pdf", ".docx", ".xlsx"], maxMegabytes: 10 } as const;

export const attachments = section(t("Vedlegg", "Vedlegg", "Attachments"), {
  strategy: files(t("Strategi", "Strategi", "Strategy"), {
    ...documents,
    min: 1,
    max: 1,
    missing: t("Last opp strategien", "Last opp strategien", "Upload the strategy"),
  }),
  plan: files(
    t(
      "Plan for gjennomføring (handlingsplan)",
      "Plan for gjennomføring (handlingsplan)",
      "Implementation plan",
    ),
    {
      ...documents,
      max: 1,
      optional: true,
      hint: t(
        "Ikke nødvendig hvis planen står i samme fil som strategien",
        "Ikkje nødvendig dersom planen står i same fil som strategien",
        "Not needed if the plan is in the same file as the strategy",
      ),
    },
  ),
  letters: files(t("Intensjonserklæringer", "Intensjonserklæringar", "Letters of intent"), {
    ...documents,
    min: 1,
    max: 30,
    hint: t(
      "Fra medlemmer og partnere som vil være med. Én til tretti filer.",
      "Frå medlemmer og partnarar som vil vere med. Éi til tretti filer.",
      "From members and partners who want to take part. One to thirty files.",
    ),
    missing: t(
      "Last opp minst én intensjonserklæring",
      "Last opp minst éi intensjonserklæring",
      "Upload at least one letter of intent",
    ),
  }),
  anchoring: files(
    t("Dokumentasjon på forankring", "Dokumentasjon på forankring", "Evidence that the members agree"),
    {
      ...documents,
      min: 1,
      max: 5,
      hint: t(
        "For eksempel protokoll fra møtet der strategien ble vedtatt",
        "Til dømes protokoll frå møtet der strategien vart vedteken",
        "For example minutes of the meeting that adopted the strategy",
      ),
      missing: t(
        "Last opp minst én protokoll eller lignende",
        "Last opp minst éin protokoll eller liknande",
        "Upload at least one set of minutes or similar",
      ),
    },
  ),
  organisation: files(
    t("Organisasjonskart og vedtekter", "Organisasjonskart og vedtekter", "Organisation chart and articles"),
    { ...documents, max: 3, optional: true },
  ),
  budget: files(t("Budsjett (regneark)", "Budsjett (rekneark)", "Budget (spreadsheet)"), {
    ...documents,
    max: 1,
    optional: true,
    hint: t(
      "Tallene i skjemaet gjelder hvis de er forskjellige.",
      "Tala i skjemaet gjeld dersom dei er ulike.",
      "If they differ, the figures in the form apply.",
    ),
  }),
  results: files(t("Dokumentasjon på resultater", "Dokumentasjon på resultat", "Documentation of results"), {
    ...documents,
    min: 1,
    max: 10,
    levels: ["explore", "impact"],
    requiredFor: ["impact"],
    missing: t("Last opp minst ett dokument", "Last opp minst eitt dokument", "Upload at least one document"),
  }),
});

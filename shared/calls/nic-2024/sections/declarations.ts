import { t } from "#shared/domain/text.ts";
import { checkboxes, longText, radio, section } from "#shared/form/define.ts";
import { yesNo } from "../choices.ts";

const missing = t("Velg ja eller nei", "Vel ja eller nei", "Choose yes or no");
const tickAll = (nb: string, nn: string, en: string) => ({ missing: t(nb, nn, en) });

export const declarations = section(
  t("Statsstøtte og erklæringer", "Statsstøtte og erklæringar", "State aid and declarations"),
  {
    otherAid: radio(
      t(
        "Har dere fått eller søkt om annen offentlig støtte til de samme kostnadene?",
        "Har de fått eller søkt om anna offentleg støtte til dei same kostnadene?",
        "Have you received or applied for other public support for the same costs?",
      ),
      { options: yesNo, missing },
    ),
    otherAidWhat: longText(
      t(
        "Hvilken støtte, fra hvem og hvor mye?",
        "Kva støtte, frå kven og kor mykje?",
        "Which support, from whom and how much?",
      ),
      { max: 800, showIf: { when: "declarations.otherAid", is: ["yes"] } },
    ),
    inDifficulty: radio(
      t(
        "Er søkeren et foretak i økonomiske vanskeligheter?",
        "Er søkjaren eit føretak i økonomiske vanskar?",
        "Is the applicant an undertaking in difficulty?",
      ),
      {
        options: yesNo,
        missing,
        hint: t(
          "Slik EUs regler for statsstøtte bruker ordet: for eksempel tapt over halve egenkapitalen, eller under konkursbehandling. Et ja stanser ikke søknaden.",
          "Slik EU-reglane for statsstøtte bruker ordet: til dømes tapt over halve eigenkapitalen, eller under konkurshandsaming. Eit ja stansar ikkje søknaden.",
          "As the EU state aid rules use the word: for example more than half of the capital lost, or in insolvency proceedings. A yes does not stop the application.",
        ),
      },
    ),
    recovery: radio(
      t(
        "Har søkeren et utestående krav om å betale tilbake ulovlig støtte?",
        "Har søkjaren eit uteståande krav om å betale tilbake ulovleg støtte?",
        "Is there an outstanding order for the applicant to repay unlawful aid?",
      ),
      { options: yesNo, missing },
    ),
    started: radio(t("Er prosjektet påbegynt?", "Er prosjektet starta?", "Has the project started?"), {
      options: yesNo,
      missing,
      hint: t(
        "Støtten skal gjøre noe mulig som ellers ikke ville skjedd.",
        "Støtta skal gjere noko mogleg som elles ikkje ville skjedd.",
        "The support is to make possible what would not happen otherwise.",
      ),
    }),
    startedWhy: longText(
      t("Hva er begynt, og hvorfor?", "Kva er starta, og kvifor?", "What has started, and why?"),
      { max: 500, rows: 3, showIf: { when: "declarations.started", is: ["yes"] } },
    ),
    openAccess: checkboxes(t("Åpent for flere", "Ope for fleire", "Open to others"), {
      min: 1,
      options: {
        open: t(
          "Klyngens lokaler, fasiliteter og aktiviteter er åpne for flere på like og åpne vilkår",
          "Lokala, fasilitetane og aktivitetane til klynga er opne for fleire på like og opne vilkår",
          "The cluster's premises, facilities and activities are open to others on equal and transparent terms",
        ),
      },
      ...tickAll(
        "Kryss av for at tilbudet er åpent. Det er et vilkår for støtten",
        "Kryss av for at tilbodet er ope. Det er eit vilkår for støtta",
        "Tick that the offer is open. It is a condition of the support",
      ),
    }),
    secrets: longText(
      t(
        "Opplysninger dere mener er forretningshemmeligheter",
        "Opplysningar de meiner er forretningsløyndommar",
        "Information you regard as business secrets",
      ),
      {
        max: 1000,
        optional: true,
        hint: t(
          "Skriv hvilke deler av søknaden det gjelder, og hvorfor. Det er vi som avgjør om de kan unntas fra innsyn.",
          "Skriv kva delar av søknaden det gjeld, og kvifor. Det er vi som avgjer om dei kan takast unna innsyn.",
          "Say which parts of the application and why. We decide whether they can be exempted from public access.",
        ),
      },
    ),
    confirmed: checkboxes(t("Vi bekrefter at", "Vi stadfestar at", "We confirm that"), {
      min: 3,
      options: {
        correct: t("opplysningene er riktige", "opplysningane er rette", "the information is correct"),
        authority: t(
          "den som sender, har fullmakt til å søke på vegne av virksomheten",
          "den som sender, har fullmakt til å søkje på vegner av verksemda",
          "the sender is authorised to apply on behalf of the organisation",
        ),
        privacy: t(
          "den som sender, har lest hvordan personopplysningene behandles",
          "den som sender, har lese korleis personopplysningane blir behandla",
          "the sender has read how personal data are processed",
        ),
      },
      ...tickAll("Kryss av for alle tre", "Kryss av for alle tre", "Tick all three"),
    }),
  },
  { carried: false },
);

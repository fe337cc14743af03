import type { Call } from "#shared/domain/call.ts";
import { t } from "#shared/domain/text.ts";

export const passages: Call["passages"] = [
  {
    heading: t("Hvem kan søke", "Kven kan søkje", "Who can apply"),
    paragraphs: [
      t(
        "En klynge er virksomheter som holder til i samme område, og som henger sammen gjennom samarbeid, kunnskap og konkurranse. Den har deltakere fra næringsliv, kunnskapsmiljøer, kapitalmiljøer og offentlige utviklingsaktører, og det er bedriftene som leder an.",
        "Ei klynge er verksemder som held til i det same området, og som heng saman gjennom samarbeid, kunnskap og konkurranse. Ho har deltakarar frå næringsliv, kunnskapsmiljø, kapitalmiljø og offentlege utviklingsaktørar, og det er bedriftene som går føre.",
        "A cluster is a group of organisations in one area that are tied together by collaboration, knowledge and competition. It has members from business, research and education, finance and public development bodies, and the businesses lead.",
      ),
      t(
        "Alle i klyngen skal se seg selv som en del av den og ville gjøre noe sammen. Hvor moden klyngen er, avgjør hvilket nivå som passer. Dere kan søke rett på et høyere nivå uten å ha vært på et lavere.",
        "Alle i klynga skal sjå seg sjølve som ein del av henne og vilje gjere noko saman. Kor mogen klynga er, avgjer kva nivå som passar. De kan søkje rett på eit høgare nivå utan å ha vore på eit lågare.",
        "Everybody in the cluster should see themselves as part of it and want to act together. How mature the cluster is decides which level fits. You may apply directly to a higher level without having been at a lower one.",
      ),
    ],
  },
  {
    heading: t("Dette bør være på plass", "Dette bør vere på plass", "What should be in place"),
    paragraphs: [
      t(
        "Felles ambisjoner og tydelige arbeidsområder, medlemmer og partnere med ressurser nok til å nå dem, og muligheter for økt verdiskaping.",
        "Felles ambisjonar og tydelege arbeidsområde, medlemmer og partnarar med ressursar nok til å nå dei, og høve til auka verdiskaping.",
        "Shared ambitions and clear fields of work, members and partners with the resources to reach them, and potential to create more value.",
      ),
      t(
        "En klyngeorganisasjon med en strategi og en plan som medlemmene står bak. Planen bygger på minst ett av programmets langsiktige effektmål og har konkrete resultatmål som kan tallfestes.",
        "Ein klyngeorganisasjon med ein strategi og ein plan som medlemmene står bak. Planen byggjer på minst eitt av dei langsiktige effektmåla til programmet og har konkrete resultatmål som kan talfestast.",
        "A cluster organisation with a strategy and a plan that the members stand behind. The plan builds on at least one of the programme's long-term goals and has concrete, measurable result goals.",
      ),
      t(
        "Klyngen må kunne få i gang og legge til rette for forretninger mellom medlemmene, og etter hvert også med andre.",
        "Klynga må kunne få i gang og leggje til rette for forretningar mellom medlemmene, og etter kvart òg med andre.",
        "The cluster must be able to start and ease business between its members, and in time with others too.",
      ),
    ],
  },
];

import type { HandOver } from "./cases.ts";
import { system } from "./changes.ts";
import { date, dateTime, systemId } from "./values.ts";
import { archiveWords } from "./words.ts";
import { type Attributes, type Element, element, texts } from "./xml.ts";

const standards = "http://www.arkivverket.no/standarder";

/** The namespace of one of Arkivverket's schemas, which lies beside the file. */
export const rootOf = (schema: string, namespace = `${standards}/noark5/${schema}`): Attributes => ({
  xmlns: namespace,
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${namespace} ${schema}.xsd`,
});

export const addmlRoot = rootOf("addml", `${standards}/addml`);

export const archiveTitle = ({ call, language }: HandOver): string =>
  archiveWords[language].archive(call.programme[language]);

/** The first and the last day of what is handed over. */
export const periodOf = ({ call, at }: HandOver): readonly [from: string, to: string] => [
  date(call.opensAt, call.timeZone),
  date(at, call.timeZone),
];

export const creatorOf = ({ creator }: HandOver): Element =>
  element("arkivskaper", texts({ arkivskaperID: creator.id, arkivskaperNavn: creator.name }));

const made = ({ call, at }: HandOver): Element[] =>
  texts({
    opprettetDato: dateTime(call.opensAt, call.timeZone),
    opprettetAv: system,
    avsluttetDato: dateTime(at, call.timeZone),
    avsluttetAv: system,
  });

/** What stands of the archive (`arkiv`) before its parts. */
export const archiveElements = (over: HandOver): Element[] => [
  ...texts({
    systemID: systemId("arkiv", over.creator.id, over.call.id),
    tittel: archiveTitle(over),
    arkivstatus: "Avsluttet",
    dokumentmedium: "Elektronisk arkiv",
  }),
  ...made(over),
  creatorOf(over),
];

/** What stands of the call (`arkivdel`) before its cases. */
export const partElements = (over: HandOver): Element[] => {
  const [from, to] = periodOf(over);
  return [
    ...texts({
      systemID: systemId("arkivdel", over.creator.id, over.call.id),
      tittel: over.call.title[over.language],
      beskrivelse: over.call.summary[over.language],
      arkivdelstatus: "Avsluttet periode",
      dokumentmedium: "Elektronisk arkiv",
    }),
    ...made(over),
    ...texts({ arkivperiodeStartDato: from, arkivperiodeSluttDato: to }),
  ];
};

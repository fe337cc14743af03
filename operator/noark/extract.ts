import { addmlRoot, archiveTitle, periodOf } from "./archive.ts";
import type { HandOver } from "./cases.ts";
import { system } from "./changes.ts";
import { type Element, element } from "./xml.ts";

/** One of the XML files of the package. */
export interface Part {
  readonly name: string;
  readonly sha256: string;
  /** The schemas that lie beside it, the one of its own first. */
  readonly schemas: readonly { readonly name: string; readonly sha256: string }[];
  /** How often each element is in it. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface Counts {
  readonly cases: number;
  readonly posts: number;
  readonly documents: number;
}

const value = (text: string): Element => element("value", text);
const properties = (content: readonly Element[]): Element => element("properties", content);
const property = (name: string, content: readonly Element[], dataType?: string): Element =>
  element("property", content, { name, ...(dataType && { dataType }) });
const said = (name: string, text: string | number, dataType?: string): Element =>
  property(name, [value(String(text))], dataType);
const added = (name: string, content: readonly Element[]): Element =>
  element("additionalElement", content, { name });
const all = (content: readonly Element[]): Element => element("additionalElements", content);

const xml = property("format", [value("XML"), properties([said("version", "1.0")])]);

const file = (name: string, sha256: string): Element =>
  property("file", [
    properties([
      said("name", name),
      xml,
      property("checksum", [properties([said("algorithm", "SHA-256"), said("value", sha256)])]),
    ]),
  ]);

const schema = ({ name, sha256 }: Part["schemas"][number], i: number): Element =>
  property("schema", [
    ...(i === 0 ? [value("main")] : []),
    properties([
      file(name, sha256),
      property("type", [value("XML Schema"), properties([said("version", "1.0")])]),
    ]),
  ]);

const counted = ([name, count]: readonly [string, number]): Element =>
  property("numberOfOccurrences", [
    value(name),
    properties([said("elementPath", `//${name}`), said("value", count, "integer")]),
  ]);

const partOf = ({ name, sha256, schemas, counts }: Part): Element =>
  element(
    "dataObject",
    [
      properties([
        file(`${name}.xml`, sha256),
        ...schemas.map(schema),
        property("info", [properties(Object.entries(counts).map(counted))]),
      ]),
    ],
    { name },
  );

const about = (documents: number): Element =>
  properties([
    property("info", [
      properties([
        property("type", [value("Noark 5"), properties([said("version", "5.5")])]),
        property("additionalInfo", [
          properties([
            property("periode", [
              properties([said("inngaaendeSkille", "skarpt"), said("utgaaendeSkille", "skarpt")]),
            ]),
            said("inneholderSkjermetInformasjon", "false", "boolean"),
            said("omfatterDokumenterSomErKassert", "false", "boolean"),
            said("inneholderDokumenterSomSkalKasseres", "false", "boolean"),
            said("inneholderVirksomhetsspesifikkeMetadata", "false", "boolean"),
            said("antallDokumentfiler", documents, "integer"),
          ]),
        ]),
      ]),
    ]),
  ]);

const reference = (over: HandOver): Element => {
  const [from, to] = periodOf(over);
  const context = all([
    added("recordCreators", [all([added("recordCreator", [value(over.creator.name)])])]),
    added("systemType", [value("Fagsystem")]),
    added("systemName", [value(system)]),
    added("archive", [value(archiveTitle(over))]),
  ]);
  const period = properties([said("startDate", from), said("endDate", to)]);
  return element("reference", [
    element("context", [context]),
    element("content", [all([added("archivalPeriod", [period])])]),
  ]);
};

/** What is in the package (ADDML), after Arkivverket's pattern for Noark 5. */
export const extract = (over: HandOver, parts: readonly Part[], { documents }: Counts) => {
  const name = "Noark 5-arkivuttrekk";
  const objects = [about(documents), element("dataObjects", parts.map(partOf))];
  const content = [
    element("dataset", [
      element("description", name),
      reference(over),
      element("dataObjects", [element("dataObject", objects, { name })]),
    ]),
  ];
  return { name: "addml", attributes: { ...addmlRoot, name }, content };
};

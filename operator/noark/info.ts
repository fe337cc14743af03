import { archiveTitle, periodOf } from "./archive.ts";
import type { HandOver } from "./cases.ts";
import { system } from "./changes.ts";
import { dateTime, systemId } from "./values.ts";
import { element } from "./xml.ts";

const mets = "http://www.loc.gov/METS/";

const agent = (name: string, attributes: Readonly<Record<string, string>>) =>
  element("agent", [element("name", name)], attributes);

/** What is said of the hand-over beside the package (METS as DIAS has it): by whom, of what, and the digest of arkivuttrekk.xml, on which all others hang. */
export const info = (
  over: HandOver,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
) => {
  const [from, to] = periodOf(over);
  const at = dateTime(over.at, over.call.timeZone);
  const record = (TYPE: string, text: string) => element("altRecordID", text, { TYPE });
  const organisation = { TYPE: "ORGANIZATION" };
  const header = element(
    "metsHdr",
    [
      agent(over.creator.name, { ROLE: "ARCHIVIST", ...organisation }),
      agent(over.creator.name, { ROLE: "OTHER", OTHERROLE: "PRODUCER", ...organisation }),
      agent(system, { ROLE: "ARCHIVIST", TYPE: "OTHER", OTHERTYPE: "SOFTWARE" }),
      record("SYSTEMTYPE", "Fagsystem"),
      record("STARTDATE", from),
      record("ENDDATE", to),
    ],
    { CREATEDATE: at },
  );
  const id = "arkivuttrekk";
  const file = element(
    "file",
    [element("FLocat", undefined, { LOCTYPE: "URL", "xlink:href": `file:avleveringspakke/${id}.xml` })],
    {
      ...{ ID: id, USE: "Datafile", MIMETYPE: "text/xml", SIZE: String(bytes), CREATED: at },
      ...{ CHECKSUM: sha256, CHECKSUMTYPE: "SHA-256" },
    },
  );
  const attributes = {
    ...{ xmlns: mets, "xmlns:xlink": "http://www.w3.org/1999/xlink" },
    ...{ OBJID: `UUID:${systemId("info", over.creator.id, over.call.id, at)}`, TYPE: "SIP" },
    ...{ LABEL: archiveTitle(over), PROFILE: "http://xml.ra.se/METS/RA_METS_eARD.xml" },
  };
  const shown = element("div", [element("fptr", undefined, { FILEID: id })], { LABEL: "avleveringspakke" });
  return {
    ...{ name: "mets", attributes },
    content: [
      header,
      element("fileSec", [element("fileGrp", [file], { USE: "Datafiles" })]),
      element("structMap", [shown]),
    ],
  };
};

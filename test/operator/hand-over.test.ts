import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { instant } from "#shared/domain/time.ts";
import { keepCasework } from "#shared/records/casework.ts";
import { keepDraft } from "../functions/records.ts";
import { begin, kept } from "../support/begun.ts";
import { anEvent } from "../support/builders.ts";
import { bytesOf, filesIn, folder, inside, openBoth } from "./handing-over.ts";
import { attached, send, takeBack } from "./sending.ts";
import { all, type Read, readXml, textOf } from "./xml-reading.ts";

const nasty = 'Ærlig & <Øst> "SA" \u202e\u0007🧪';

type Both = Awaited<ReturnType<typeof openBoth>>;
let table: Both["table"];
let s3: Both["s3"];
let handOver: Both["handOver"];
beforeEach(async () => {
  ({ table, s3, handOver } = await openBoth());
});

const pdf = (words: string) => `%PDF-1.7\n${words}`;

/** Sent twice with attachments, and taken by an officer. */
const sentTwice = async (): Promise<Application> => {
  const begun = await begin(table, { organisation: nasty, organisationNumber: "912660680", level: "impact" });
  const letters = [attached(s3, "Brev & <æøå>.pdf", pdf("one")), attached(s3, "Regneark.xlsx", "PK")];
  const once = await send(table, begun, {
    at: "2024-06-20T12:00:00.001Z",
    answers: { attachments: { letters } },
  });
  const answers = {
    attachments: { letters: letters.slice(0, 1) },
    declarations: { secrets: "Avsnitt 3:\npris <100> & \u0000rabatt" },
  };
  const twice = await send(table, once, { at: "2024-06-21T13:59:59.999Z", answers });
  const event = anEvent({
    what: "case-taken",
    at: instant("2024-06-24T08:00:00Z"),
    name: "Sak S. Behandler",
  });
  await keepCasework(table, twice, { casework: { revision: 1 }, event });
  return kept(table, twice);
};

/** Sent between the two, and withdrawn. */
const sentAndWithdrawn = async (): Promise<Application> => {
  const begun = await begin(table, { organisation: "Trukket AS" });
  const sent = await send(table, begun, { at: "2024-06-20T12:00:00.002Z" });
  return takeBack(table, sent, "2024-06-21T10:00:00Z");
};

describe("a package of two applications that were sent, and a draft", () => {
  let first: Application;
  let second: Application;
  beforeEach(async () => {
    [first, second] = [await sentTwice(), await sentAndWithdrawn()];
    await keepDraft(table);
  });

  test("has the files that Noark names, each document once, and true digests of them all", async () => {
    const { code, out, complaint } = await handOver("files");
    expect([code, complaint]).toEqual([0, ""]);
    const digest = sha256(bytesOf("files", "avleveringspakke/arkivuttrekk.xml"));
    expect(out).toBe(
      `2 of 2 applications, 3 of 3 submissions, 12 of 12 files written\n${digest}  ${folder}/files/avleveringspakke/arkivuttrekk.xml\n`,
    );
    const documents = all("dokumentobjekt", inside("files", "arkivstruktur")).map((one) => {
      const file = bytesOf("files", `avleveringspakke/${textOf("referanseDokumentfil", one)}`);
      expect(textOf("sjekksum", one)).toBe(sha256(file));
      expect(textOf("filstoerrelse", one)).toBe(String(file.length));
      expect(textOf("sjekksumAlgoritme", one)).toBe("SHA-256");
      return `avleveringspakke/${textOf("referanseDokumentfil", one)}`;
    });
    const xml = ["arkivstruktur", "arkivuttrekk", "endringslogg", "loependeJournal", "offentligJournal"];
    expect(filesIn("files")).toEqual(
      [...documents, ...xml.map((name) => `avleveringspakke/${name}.xml`), "info.xml"].toSorted(),
    );
    expect(new Set(documents).size).toBe(12);
    expect(documents.slice(0, 5)).toEqual(
      ["01.pdf", "02.json", "03.json", "04.pdf", "05.xlsx"].map(
        (name) => `avleveringspakke/DOKUMENT/${first.reference}/1/${name}`,
      ),
    );
    expect(bytesOf("files", documents[3] ?? "").toString()).toBe(pdf("one"));
  });

  test("describes each of its files with its digest and what is in it", async () => {
    await handOver("described");
    const extract = inside("described", "arkivuttrekk");
    const parts = all("dataObject", extract).slice(1);
    expect(parts.map(({ attributes }) => attributes["name"])).toEqual([
      ...["arkivstruktur", "endringslogg", "loependeJournal", "offentligJournal"],
    ]);
    for (const part of parts) {
      const values = all("property", part);
      const saidOf = (name: string) =>
        textOf(
          "value",
          values.find(({ attributes }) => attributes["name"] === name),
        );
      const file = bytesOf("described", `avleveringspakke/${saidOf("name")}`);
      expect(all("value", part).map(({ text }) => text)).toContain(sha256(file));
      for (const counted of values.filter(({ attributes }) => attributes["name"] === "numberOfOccurrences")) {
        const [what = "", , count] = all("value", counted).map(({ text }) => text);
        expect([what, count]).toEqual([what, String(all(what, readXml(file.toString())).length)]);
      }
    }
    const info = readXml(bytesOf("described", "info.xml").toString());
    expect(all("file", info)[0]?.attributes["CHECKSUM"]).toBe(
      sha256(bytesOf("described", "avleveringspakke/arkivuttrekk.xml")),
    );
    const files =
      extract &&
      all("property", extract).find(({ attributes }) => attributes["name"] === "antallDokumentfiler");
    expect(files?.children[0]?.text).toBe("12");
  });

  test("has nothing empty in it, and says whatever people wrote", async () => {
    await handOver("nasty");
    const structure = inside("nasty", "arkivstruktur");
    for (const name of filesIn("nasty/avleveringspakke").filter((one) => one.endsWith(".xml"))) {
      const document = readXml(bytesOf("nasty", `avleveringspakke/${name}`).toString());
      const leaves = (read: Read): readonly Read[] =>
        read.children.length > 0 ? read.children.flatMap(leaves) : [read];
      expect(leaves(document).filter(({ text }) => text.trim() === "")).toEqual([]);
    }
    const named = nasty.replace("\u0007", "\ufffd");
    expect(textOf("partNavn", structure)).toBe(named);
    expect(all("tittel", structure).map(({ text }) => text)).toContain("Brev & <æøå>.pdf");
    expect(all("merknadstekst", structure).map(({ text }) => text)).toEqual([
      "Erstattet av innsending 2.",
      "Søkeren ber om at dette unntas fra innsyn. Det er ikke vurdert her: Avsnitt 3:\npris <100> & \ufffdrabatt",
      "Søkeren har trukket søknaden.",
    ]);
  });

  test("has each application as a case and each submission as an entry, with when it arrived", async () => {
    await handOver("cases");
    const [one, other] = all("mappe", inside("cases", "arkivstruktur"));
    const of = (read: Read | undefined, ...names: readonly string[]) =>
      names.map((name) => textOf(name, read));
    expect(
      of(one, "mappeID", "saksaar", "sakssekvensnummer", "saksdato", "saksansvarlig", "saksstatus"),
    ).toEqual([...[first.reference, "2024", "1", "2024-06-20", "Sak S. Behandler", "Avsluttet"]]);
    expect(of(other, "mappeID", "sakssekvensnummer", "saksansvarlig", "avsluttetDato")).toEqual([
      ...[second.reference, "2", "Ikke fordelt", "2024-06-21T12:00:00.000+02:00"],
    ]);
    const posts = one ? all("registrering", one) : [];
    expect(posts.map((post) => of(post, "journalsekvensnummer", "journalpostnummer", "mottattDato"))).toEqual(
      [
        ["1", "1", "2024-06-20T14:00:00.001+02:00"],
        ["3", "2", "2024-06-21T15:59:59.999+02:00"],
      ],
    );
    expect(one?.attributes).toEqual({ "xsi:type": "saksmappe" });
    const formats = posts[0]
      ? all("dokumentobjekt", posts[0]).map((file) => of(file, "format", "formatDetaljer"))
      : [];
    expect(formats.slice(3)).toEqual([
      ["fmt/276", "application/pdf"],
      ["fmt/214", "application/pdf"],
    ]);
  });

  test("has the elements in the order of Arkivverket's schema", async () => {
    await handOver("ordered");
    const structure = inside("ordered", "arkivstruktur");
    const childrenOf = (name: string) => all(name, structure)[0]?.children.map((child) => child.name);
    expect(childrenOf("mappe")).toEqual([
      ...["systemID", "mappeID", "tittel", "offentligTittel", "opprettetDato", "opprettetAv"],
      ...["avsluttetDato", "avsluttetAv", "part", "registrering", "registrering", "saksaar"],
      ...["sakssekvensnummer", "saksdato", "administrativEnhet", "saksansvarlig", "saksstatus"],
    ]);
    expect(childrenOf("registrering")).toEqual([
      ...["systemID", "opprettetDato", "opprettetAv", "arkivertDato", "arkivertAv"],
      ...Array.from({ length: 5 }, () => "dokumentbeskrivelse"),
      ...["registreringsID", "tittel", "offentligTittel", "merknad", "korrespondansepart", "journalaar"],
      ...["journalsekvensnummer", "journalpostnummer", "journalposttype", "journalstatus", "journaldato"],
      ...["dokumentetsDato", "mottattDato"],
    ]);
    expect(childrenOf("dokumentbeskrivelse")).toEqual([
      ...["systemID", "dokumenttype", "dokumentstatus", "tittel", "opprettetDato", "opprettetAv"],
      ...["tilknyttetRegistreringSom", "dokumentnummer", "tilknyttetDato", "tilknyttetAv", "dokumentobjekt"],
    ]);
    expect(childrenOf("dokumentobjekt")).toEqual([
      ...["systemID", "versjonsnummer", "variantformat", "format", "formatDetaljer", "opprettetDato"],
      ...["opprettetAv", "referanseDokumentfil", "sjekksum", "sjekksumAlgoritme", "filstoerrelse"],
    ]);
  });

  test("has Arkivverket's schemas in it when they are given", async () => {
    const schemas = path.join(folder, "schemas");
    mkdirSync(schemas, { recursive: true });
    const names = ["addml", "arkivstruktur", "endringslogg", "loependeJournal", "metadatakatalog"];
    for (const name of [...names, "offentligJournal"])
      writeFileSync(path.join(schemas, `${name}.xsd`), `<${name}/>`);
    expect((await handOver("described-by", "--schemas", schemas)).code).toBe(0);
    const [, structure] = all("dataObject", inside("described-by", "arkivuttrekk"));
    const said = structure ? all("value", structure).map(({ text }) => text) : [];
    for (const name of ["arkivstruktur", "metadatakatalog"]) {
      const file = bytesOf("described-by", `avleveringspakke/${name}.xsd`);
      expect(said).toEqual(expect.arrayContaining([`${name}.xsd`, sha256(file)]));
    }
    expect(filesIn("described-by").filter((name) => name.endsWith(".xsd"))).toHaveLength(6);
  });

  test("has journals by number, and the public one has nothing that somebody wrote but who sent", async () => {
    await handOver("journals");
    const numbers = (name: string) =>
      all("journalpost", inside("journals", name)).map((post) => textOf("registreringsID", post));
    const expected = [`${first.reference}-1`, `${second.reference}-1`, `${first.reference}-2`];
    expect([numbers("loependeJournal"), numbers("offentligJournal")]).toEqual([expected, expected]);
    const journal = inside("journals", "offentligJournal");
    const names = all("korrespondansepartNavn", journal).map(({ text }) => text);
    expect(names).toEqual([nasty, "Trukket AS", nasty].map((name) => name.replace("\u0007", "\ufffd")));
    const said = bytesOf("journals", "avleveringspakke/offentligJournal.xml").toString();
    expect(said).not.toMatch(/Testesen|Behandler|@|<tittel>/);
    const log = all("endring", inside("journals", "endringslogg"));
    const cases = all("mappe", inside("journals", "arkivstruktur")).map((one) => one.children[0]?.text);
    expect(new Set(log.map((one) => textOf("referanseArkivenhet", one)))).toEqual(new Set(cases));
  });

  test("is the same byte for byte when it is made again", async () => {
    await handOver("one");
    await handOver("other");
    expect(filesIn("other")).toEqual(filesIn("one"));
    for (const name of filesIn("one"))
      expect([name, sha256(bytesOf("other", name))]).toEqual([name, sha256(bytesOf("one", name))]);
  });
});

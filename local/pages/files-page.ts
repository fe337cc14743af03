import { html } from "hono/html";
import type { Version } from "../s3/version.ts";
import { onTheWall } from "../wall-time.ts";
import { type Markup, page } from "./layout.ts";

const stateOf = ({ isMarker, scanResult, held }: Version): string => {
  if (isMarker) return "delete marker";
  return [scanResult ?? "not scanned", ...(held ? ["locked"] : [])].join(", ");
};

const row = (version: Version): Markup =>
  html`<tr><td>${version.key}</td><td>${version.size}</td><td>${stateOf(version)}</td><td>${onTheWall(version.storedAt)}</td></tr>`;

const table = (versions: readonly Version[]): Markup =>
  html`<div class="scroll" role="region" aria-label="Versions of files" tabindex="0"><table>
<caption class="soft">Every version that is kept, newest first</caption>
<thead><tr><th scope="col">Key</th><th scope="col">Bytes</th><th scope="col">State</th><th scope="col">Stored</th></tr></thead>
<tbody>${versions.toReversed().map(row)}</tbody>
</table></div>`;

/** Stopping scans shows what the service does while GuardDuty is slow. */
const scansForm = (areWaiting: boolean): Markup =>
  html`<h2>When scans are slow</h2>
<form method="post" action="/local/scans">
<p>${areWaiting ? "Scans wait just now." : "Files are scanned as they come."} A file with the EICAR test text in it is found to be malware.</p>
<button name="wait" value="${areWaiting ? "false" : "true"}">${areWaiting ? "Let scans go on" : "Let scans wait"}</button>
</form>`;

export const filesPage = (versions: readonly Version[], areWaiting: boolean): Promise<string> =>
  page(
    "Files",
    html`${versions.length > 0 ? table(versions) : html`<p>No file has been uploaded yet.</p>`}
${scansForm(areWaiting)}`,
    "/local/files",
  );

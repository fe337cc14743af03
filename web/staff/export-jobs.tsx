import { type Call, Level } from "#shared/domain/call.ts";
import { canBeHad, doneOf, type ExportJob, goneAt, hasStopped } from "#shared/domain/export-job.ts";
import { showBytes, showNumber } from "#shared/form/values.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { exportingWords } from "../words/exporting.ts";
import { staffWords } from "../words/staff.ts";
import { Choice } from "./choice.tsx";
import { staffPath } from "./staff-frame.tsx";

interface Around {
  readonly view: View;
  readonly call: Call;
}

type One = Around & { readonly job: ExportJob };

const Progress = ({ view: { language }, job }: One) => {
  const words = exportingWords[language];
  const done = doneOf(job);
  const id = `progress-${job.id}`;
  return (
    <>
      <label for={id}>{words.progress(showNumber(done, language), showNumber(job.expected, language))}</label>{" "}
      <progress id={id} max={Math.max(1, job.expected)} value={done} />
    </>
  );
};

/** What was asked for, to be asked for once more. */
const fieldsOf = (job: ExportJob): readonly (readonly [name: string, value: string])[] =>
  job.what === "folders"
    ? [["what", job.what], ...(job.level ? [["level", job.level] as const] : [])]
    : [
        ...Object.entries(job.query),
        ...([
          ["what", job.what],
          ["kind", job.kind],
          ["csv", job.csv],
          ["lang", job.language],
        ] as const),
      ];

const Stopped = ({ view, call, job }: One) => {
  const words = exportingWords[view.language];
  return (
    <div class="ds-alert" data-color="warning">
      <Paragraph>{words.stopped(job.id)}</Paragraph>
      <form method="post" action={staffPath(view, `/calls/${call.id}/exports`)}>
        {fieldsOf(job).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="ds-button" data-variant="secondary">
          {words.again}
        </button>
      </form>
    </div>
  );
};

const Volumes = ({ view, call, job }: One) => {
  const { language } = view;
  const words = exportingWords[language];
  const gone = goneAt(job);
  if (!gone || !canBeHad(job, view.at)) return <Paragraph>{words.gone}</Paragraph>;
  const holds = job.what === "folders" ? words.holds : words.holdsRows;
  return (
    <>
      <Paragraph>{words.until(onCallClock(call, gone, language))}</Paragraph>
      <ul>
        {job.volumes.map(({ bytes, items, sha256 }, i) => (
          <li>
            <a class="ds-link" href={staffPath(view, `/calls/${call.id}/exports/${job.id}/${i + 1}`)}>
              {words.volume(i + 1, job.volumes.length)}
            </a>{" "}
            ({holds(showNumber(items, language))}, {showBytes(bytes, language)})
            <br />
            SHA-256: <code class="digest">{sha256}</code>
          </li>
        ))}
      </ul>
    </>
  );
};

const kinds = { xlsx: "XLSX", csv: "CSV", jsonl: "JSON Lines" } as const;

const nameOf = ({ view: { language }, call, job }: One): string => {
  const words = exportingWords[language];
  if (job.what !== "folders") return `${words[job.what]}, ${kinds[job.kind]}`;
  return `${words.jobs}, ${job.level ? call.levels[job.level].name[language] : staffWords[language].all}`;
};

const Job = (one: One) => {
  const { view, call, job } = one;
  const words = exportingWords[view.language];
  const isStopped = hasStopped(job, view.at);
  return (
    <li>
      <p>
        <strong>{nameOf(one)}</strong>
        <br />
        {words.startedBy(onCallClock(call, job.startedAt, view.language), job.startedBy.name)}
      </p>
      {job.finishedAt && <Volumes {...one} />}
      {isStopped && <Stopped {...one} />}
      {!job.finishedAt && !isStopped && <Progress {...one} />}
    </li>
  );
};

/** All that was sent, as ZIP files that are made in the background. */
export const FolderExport = ({ view, call }: Around) => {
  const { language } = view;
  const words = exportingWords[language];
  const levels = Object.fromEntries(Level.options.map((level) => [level, call.levels[level].name[language]]));
  return (
    <section aria-labelledby="export-folders" class="ds-card">
      <Subheading id="export-folders">{words.jobs}</Subheading>
      <Paragraph>{words.jobsLead}</Paragraph>
      <form method="post" action={staffPath(view, `/calls/${call.id}/exports`)}>
        <div class="filters">
          <Choice
            id="jobs-level"
            name="level"
            label={staffWords[language].level}
            none={staffWords[language].all}
            options={levels}
          />
        </div>
        <p class="actions">
          <button type="submit" class="ds-button">
            {words.start}
          </button>
        </p>
      </form>
    </section>
  );
};

/** What is made in the background, the last first. */
export const ExportJobs = ({ view, call, jobs }: Around & { readonly jobs: readonly ExportJob[] }) => {
  const words = exportingWords[view.language];
  const isRunning = jobs.some((job) => !job.finishedAt && !hasStopped(job, view.at));
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="export-jobs" class="ds-card">
      <Subheading id="export-jobs">{words.made}</Subheading>
      <ul class="export-jobs">
        {jobs.map((job) => (
          <Job view={view} call={call} job={job} />
        ))}
      </ul>
      {isRunning && (
        <p>
          <a class="ds-link" href={view.path}>
            {words.reload}
          </a>
        </p>
      )}
    </section>
  );
};

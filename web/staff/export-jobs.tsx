import { type Call, Level } from "#shared/domain/call.ts";
import { canBeHad, doneOf, type ExportJob, goneAt } from "#shared/domain/export-job.ts";
import { showBytes, showNumber } from "#shared/form/values.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { exportingWords } from "../words/exporting.ts";
import { staffWords } from "../words/staff.ts";
import { Choice } from "./choice.tsx";
import { staffPath } from "./staff-frame.tsx";

interface Jobs {
  readonly view: View;
  readonly call: Call;
  readonly jobs: readonly ExportJob[];
}

type One = Omit<Jobs, "jobs"> & { readonly job: ExportJob };

const Progress = ({ view: { language }, job }: One) => {
  const words = exportingWords[language];
  const [done, all] = [doneOf(job), job.applications.length];
  const id = `progress-${job.id}`;
  return (
    <>
      <label for={id}>{words.progress(showNumber(done, language), showNumber(all, language))}</label>{" "}
      <progress id={id} max={Math.max(1, all)} value={done} />
    </>
  );
};

const Volumes = ({ view, call, job }: One) => {
  const { language } = view;
  const words = exportingWords[language];
  const gone = goneAt(job);
  if (!gone || !canBeHad(job, view.at)) return <Paragraph>{words.gone}</Paragraph>;
  return (
    <>
      <Paragraph>{words.until(onCallClock(call, gone, language))}</Paragraph>
      <ul>
        {job.volumes.map(({ bytes, applications, sha256 }, i) => (
          <li>
            <a class="ds-link" href={staffPath(view, `/calls/${call.id}/exports/${job.id}/${i + 1}`)}>
              {words.volume(i + 1, job.volumes.length)}
            </a>{" "}
            ({words.holds(showNumber(applications, language))}, {showBytes(bytes, language)})
            <br />
            SHA-256: <code class="digest">{sha256}</code>
          </li>
        ))}
      </ul>
    </>
  );
};

const Job = (one: One) => {
  const { view, call, job } = one;
  const words = exportingWords[view.language];
  const level = job.level ? call.levels[job.level].name[view.language] : staffWords[view.language].all;
  return (
    <li>
      <p>
        <strong>
          {words.startedBy(onCallClock(call, job.startedAt, view.language), job.startedBy.name)}
        </strong>
        , {level}
      </p>
      {job.finishedAt ? <Volumes {...one} /> : <Progress {...one} />}
    </li>
  );
};

/** All that was sent, as ZIP files that are made in the background. */
export const ExportJobs = ({ view, call, jobs }: Jobs) => {
  const { language } = view;
  const words = exportingWords[language];
  const levels = Object.fromEntries(Level.options.map((level) => [level, call.levels[level].name[language]]));
  const isRunning = jobs.some(({ finishedAt }) => !finishedAt);
  return (
    <section aria-labelledby="export-jobs" class="ds-card">
      <Subheading id="export-jobs">{words.jobs}</Subheading>
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
      {jobs.length > 0 && (
        <ul class="export-jobs">
          {jobs.map((job) => (
            <Job view={view} call={call} job={job} />
          ))}
        </ul>
      )}
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

import type { Call } from "#shared/domain/call.ts";
import type { Note } from "#shared/domain/note.ts";
import { onCallClock } from "../moments.ts";
import { Paragraph, Subheading } from "../parts.tsx";
import type { View } from "../view.ts";
import { caseworkWords } from "../words/casework.ts";
import { inApplication } from "./application-link.tsx";
import { type Filled, StaffForm } from "./staff-form.tsx";
import { may } from "./staff-frame.tsx";

export interface NotesProps {
  readonly notes: readonly Note[];
  readonly noting: Filled & { readonly key: string };
}

/** What staff have written about an application, the last first, and room for one more. */
export const CaseNotes = ({
  view,
  call,
  of,
  notes,
  noting,
}: NotesProps & { readonly view: View; readonly call: Call; readonly of: string }) => {
  const { language } = view;
  const words = caseworkWords[language];
  return (
    <section aria-labelledby="notes">
      <Subheading id="notes">{words.notes}</Subheading>
      {notes.length === 0 && <Paragraph>{words.noNotes}</Paragraph>}
      {notes.length > 0 && (
        <ol class="notes">
          {notes.toReversed().map(({ at, by, text }) => (
            <li>
              <p class="small">
                <strong>{by.name}</strong>, {onCallClock(call, at, language)}
              </p>
              <p class="typed">{text}</p>
            </li>
          ))}
        </ol>
      )}
      {may(view, "work") && (
        <div class="no-print">
          <StaffForm
            view={view}
            filled={noting}
            to={inApplication(view, of, "/notes")}
            carries={{ key: noting.key }}
            leadsTo="notes"
            press={words.addNote}
          />
        </div>
      )}
    </section>
  );
};

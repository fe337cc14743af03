import type { Application } from "#shared/domain/application.ts";
import type { View } from "../view.ts";
import { staffListWords } from "../words/staff-list.ts";
import { applicationPath } from "./application-link.tsx";
import { staffPath } from "./staff-frame.tsx";

/** The list that an application is looked at in, by its query, and what is next to it there. */
export interface InList {
  readonly list: string;
  readonly previous?: Application | undefined;
  readonly next?: Application | undefined;
}

/** From one application to the next, and back to the list. */
export const ListSides = ({
  view,
  application: { callId },
  inList: { list, previous, next },
}: {
  readonly view: View;
  readonly application: Application;
  readonly inList: InList;
}) => {
  const words = staffListWords[view.language];
  const step = (to: Application, name: string) => (
    <a class="ds-link" href={applicationPath(view, to, list)}>
      {name}
    </a>
  );
  return (
    <nav class="pages no-print" aria-label={words.sides}>
      {previous && step(previous, words.previous(previous.reference))}
      <a class="ds-link" href={`${staffPath(view, `/calls/${callId}/applications`)}&${list}`}>
        {words.back}
      </a>
      {next && step(next, words.next(next.reference))}
    </nav>
  );
};

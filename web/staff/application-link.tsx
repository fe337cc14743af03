import type { Application } from "#shared/domain/application.ts";
import type { View } from "../view.ts";
import { staffPath } from "./staff-frame.tsx";

/** An application by its reference, as a link to all that staff may see of it. */
export const ApplicationLink = ({
  view,
  application: { id, reference },
}: {
  readonly view: View;
  readonly application: Application;
}) => (
  <a class="ds-link" href={staffPath(view, `/applications/${id}`)}>
    {reference}
  </a>
);

import type { Application } from "#shared/domain/application.ts";
import { type View, withQuery } from "../view.ts";
import { staffPath } from "./staff-frame.tsx";

/** Where all that staff may see of an application is; `list` is the query of the list it is looked at in. */
export const applicationPath = (view: View, { id }: Pick<Application, "id">, list = ""): string =>
  withQuery(staffPath(view, `/applications/${id}`), { list });

/** Where something of an application is, or is done with it, with the list that it is looked at in. */
export const inApplication = (view: View, id: string, part = ""): string => {
  const list = new URLSearchParams(view.path.split("?")[1]).get("list") ?? "";
  return withQuery(staffPath(view, `/applications/${id}${part}`), { list });
};

/** An application by its reference, as a link. */
export const ApplicationLink = ({
  view,
  application,
  list,
}: {
  readonly view: View;
  readonly application: Application;
  readonly list?: string;
}) => (
  <a class="ds-link" href={applicationPath(view, application, list)}>
    {application.reference}
  </a>
);

import type { Asked } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import type { Around } from "../page-function.ts";
import { calendarFile } from "./calendar-file.ts";
import { changeDetails, showDetails } from "./details.ts";
import { askForLink, showLinkForm } from "./link.ts";
import { changeRegistration, showRegistration } from "./registration.ts";
import { showSignUp, signUp } from "./sign-up.ts";

const webinar = "/{lang}/calls/{call}/webinar";
const registration = "/{lang}/registrations/{id}";

export const routes = ({ table, site }: Around): readonly Route[] => {
  const route = (
    method: "GET" | "POST",
    path: string,
    answer: (asked: Asked, around: typeof table) => Promise<Answer>,
  ): Route => ({ for: "anyone", method, path, answer: (asked) => answer(asked, table) });
  return [
    route("GET", webinar, showSignUp),
    route("POST", webinar, signUp),
    route("GET", `${webinar}/link`, showLinkForm),
    route("POST", `${webinar}/link`, askForLink),
    route("GET", registration, showRegistration),
    route("POST", registration, changeRegistration),
    route("GET", `${registration}/details`, showDetails),
    route("POST", `${registration}/details`, changeDetails),
    route("GET", `${registration}/webinar.ics`, (asked) => calendarFile(asked, table, site)),
  ];
};

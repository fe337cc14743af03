import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { changeRegistration, showRegistration } from "./registration.ts";
import { showSignUp, signUp } from "./sign-up.ts";

const webinar = "/{lang}/calls/{call}/webinar";
const registration = "/{lang}/registrations/{id}";

export const routes = (table: Table): readonly Route[] => [
  { for: "anyone", method: "GET", path: webinar, answer: showSignUp },
  { for: "anyone", method: "POST", path: webinar, answer: (asked) => signUp(asked, table) },
  { for: "anyone", method: "GET", path: registration, answer: (asked) => showRegistration(asked, table) },
  { for: "anyone", method: "POST", path: registration, answer: (asked) => changeRegistration(asked, table) },
];

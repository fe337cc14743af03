import type { Application } from "./application.ts";
import { type ColleagueList, joinedIn } from "./colleague.ts";
import type { PersonId } from "./person.ts";
import type { Language } from "./text.ts";

/** Somebody who may write in an application, and how to reach them. */
export interface Writer {
  readonly id: PersonId;
  readonly email: string;
  readonly language: Language;
}

/** The owner and the colleagues who may write, each in their own language. */
export const writersOf = ({ owner, language }: Application, list: ColleagueList): readonly Writer[] => [
  { id: owner.id, email: owner.email, language },
  ...joinedIn(list)
    .filter(({ may }) => may === "edit")
    .map(({ person, language: own = language }) => ({ id: person.id, email: person.email, language: own })),
];

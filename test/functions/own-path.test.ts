import { expect, test } from "vitest";
import { languageOf, ownPath } from "../../functions/sign-in/own-path.ts";

test.for([
  "/nn/my-page",
  "/staff/calls/nic-2024/applications?level=connect",
  "/nb/applications/1/review#x",
  "/auth/session?lang=nb",
])("signing in leads back to %s", (path) => expect(ownPath(path, "nb")).toBe(path));

test.for([
  undefined,
  "",
  "https://felle.example",
  "//felle.example",
  "/\\felle.example",
  "/%2f/../\\x y",
  "javascript:alert(1)",
  "/auth/sign-in?to=/",
  "/auth/session/../sign-out",
  "/auth/sessions",
  " /nb",
])("and never to %s", (path) => expect(ownPath(path, "nn")).toBe("/nn/my-page"));

test("the language is the one of the page one came from", () => {
  expect(languageOf("/en/my-page", "nb")).toBe("en");
  expect(languageOf("/staff", "nn")).toBe("nn");
});

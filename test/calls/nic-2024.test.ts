import { expect, test } from "vitest";
import type { application } from "#shared/calls/nic-2024/application-form.ts";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { webinar } from "#shared/calls/nic-2024/webinar-form.ts";
import { Level } from "#shared/domain/call.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import { SignUp } from "#shared/domain/registration.ts";
import { check } from "#shared/form/check.ts";
import { formFor } from "#shared/form/levels.ts";
import type { Answers } from "#shared/form/types.ts";

const { call } = nic2024;
const utc = (at: { readonly epochMilliseconds: number }) => new Date(at.epochMilliseconds).toISOString();

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <_Claim extends true>() => true;
type Given = Answers<typeof application>;

test("the instants are those that were announced", () => {
  expect(utc(call.opensAt)).toBe("2024-04-01T06:00:00.000Z");
  expect(utc(call.webinar.startsAt)).toBe("2024-04-30T10:00:00.000Z");
  expect(utc(call.webinar.endsAt)).toBe("2024-04-30T11:00:00.000Z");
  expect(utc(lastInstantOf(call.webinar.signUpDeadline))).toBe("2024-04-29T21:59:59.999Z");
  for (const level of Level.options)
    expect(utc(lastInstantOf(call.levels[level].deadline))).toBe("2024-06-21T14:00:00.000Z");
});

test.for([
  ["connect", ["connect"]],
  ["explore", ["explore", "services"]],
  ["impact", ["impact", "services"]],
] as const)("%s has sections of its own, and those that all have", ([level, own]) => {
  const all = Object.entries(nic2024.application.sections);
  const common = all.filter(([, section]) => section.levels === undefined).map(([key]) => key);
  const { sections } = formFor(nic2024.application, level);
  expect(new Set(Object.keys(sections))).toEqual(new Set([...common, ...own]));
});

test("the answers have types of their own", () => {
  expect(
    holds<
      Equal<Given["members"]["list"][number]["category"], "business" | "knowledge" | "capital" | "public">
    >(),
  ).toBe(true);
  expect(holds<Equal<Given["members"]["list"][number]["role"], string | undefined>>()).toBe(true);
  expect(holds<Equal<Given["declarations"]["startedWhy"], string | undefined>>()).toBe(true);
  expect(holds<Equal<Given["cluster"]["startedIn"], number | undefined>>()).toBe(true);
  expect(holds<Equal<Given["goals"]["results"][number]["target"], number>>()).toBe(true);
  expect(holds<Equal<Given["activities"]["list"][number]["goals"], string[]>>()).toBe(true);
  expect(holds<Equal<Given["budget"]["costs1"]["marketing"]["purchases"], number>>()).toBe(true);
  expect(holds<Equal<undefined extends Given["connect"] ? true : false, true>>()).toBe(true);
});

test("what the webinar's form takes is what a registration is made of, and what is needed apart", () => {
  const typed = {
    name: " Kari  Prøve ",
    email: "Kari@Eksempel.example ",
    organisation: "",
    organisationNumber: "986 399 445",
    interest: "explore",
    needs: "Teksting",
    language: "nn",
  };
  const checked = check(webinar, { signUp: typed });
  const { organisation = "", needs, ...answers } = checked.ok ? checked.answers["signUp"] : {};
  expect(needs).toBe("Teksting");
  expect(SignUp.parse({ ...answers, organisation })).toEqual({
    name: "Kari  Prøve",
    email: "kari@eksempel.example",
    organisation: "",
    organisationNumber: "986399445",
    role: "",
    interest: "explore",
    questions: "",
    language: "nn",
  });
});

test("each of what the sign-up needs is missed when it is missing", () => {
  const checked = check(webinar, {});
  expect(checked.ok || checked.problems.map(({ pointer }) => pointer)).toEqual([
    "/signUp/name",
    "/signUp/email",
    "/signUp/interest",
    "/signUp/language",
  ]);
});

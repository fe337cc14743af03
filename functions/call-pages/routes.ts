import { type Call, Level, openingOf, signUpOpeningOf } from "#shared/domain/call.ts";
import type { Moved } from "#shared/domain/call-deadlines.ts";
import { isLater } from "#shared/domain/deadline.ts";
import type { Page, Reply } from "#shared/http/reply.ts";
import type { Asked } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import { type CallInForce, callsInForce, findCallInForce } from "#shared/records/calls.ts";
import { canRead } from "#shared/records/health.ts";
import type { Table } from "#shared/records/table.ts";
import { accessibilityPage } from "#web/pages/accessibility-page.tsx";
import { callPage } from "#web/pages/call-page.tsx";
import { frontPage } from "#web/pages/front-page.tsx";
import { privacyPage } from "#web/pages/privacy-page.tsx";
import type { FindKeys } from "./known-keys.ts";
import { askForReceipt, largestShown, verifyShown } from "./verify.ts";

/** Seconds a public page may be kept by the edge and by browsers. */
const longestKept = 60;

/** No kept page may outlive an opening or a deadline it speaks of. */
const secondsUntilChange = (about: readonly Call[], asked: Asked): number => {
  const openings = about.flatMap((call) => [
    ...Level.options.map((level) => openingOf(call, level, asked.at)),
    signUpOpeningOf(call, asked.at),
  ]);
  const changes = openings.flatMap((opening) => {
    if (opening.state === "opens-later") return [opening.opensAt];
    return opening.state === "open" ? [opening.closesAt] : [];
  });
  const waits = changes.map((at) => Math.floor((at.epochMilliseconds - asked.at.epochMilliseconds) / 1000));
  return Math.min(longestKept, ...waits);
};

const shown = (asked: Asked, about: readonly Call[], page: () => Page, json: () => unknown): Reply => ({
  page,
  json,
  headers: { "cache-control": `public, max-age=${secondsUntilChange(about, asked)}` },
});

/** What moved a level's deadline, the first first. */
const movesOfLevel = (moves: readonly Moved[], level: Level) =>
  moves
    .filter(({ from, to }) => isLater(to, from[level]))
    .map(({ from, to, reason }) => ({ from: from[level], to, reason }));

const asJson = ({ call, moves }: CallInForce, asked: Asked) => ({
  id: call.id,
  title: call.title[asked.language],
  levels: Level.options.map((level) => ({
    id: level,
    name: call.levels[level].name[asked.language],
    state: openingOf(call, level, asked.at).state,
    deadline: call.levels[level].deadline,
    moved: movesOfLevel(moves, level),
  })),
  webinar: { state: signUpOpeningOf(call, asked.at).state, signUpDeadline: call.webinar.signUpDeadline },
});

const showCalls = async (asked: Asked, table: Table): Promise<Answer> => {
  const inForce = await callsInForce(table);
  const calls = inForce.map(({ call }) => call);
  return shown(
    asked,
    calls,
    () => frontPage(asked, { calls }),
    () => ({ calls: inForce.map((one) => asJson(one, asked)) }),
  );
};

const showCall = async (asked: Asked, table: Table): Promise<Answer> => {
  const found = await findCallInForce(table, asked.params["call"]);
  if (!found) return { reason: "not-found" };
  return shown(
    asked,
    [found.call],
    () => callPage(asked, found),
    () => asJson(found, asked),
  );
};

const showHealth = async (table: Table): Promise<Answer> => {
  await canRead(table);
  return { page: () => "ok", json: () => ({ status: "ok" }) };
};

const showKeys = async (findKeys: FindKeys): Promise<Answer> => {
  const keys = await findKeys();
  if (!keys) return { reason: "cannot-verify" };
  return {
    bytes: new TextEncoder().encode(JSON.stringify(keys)),
    type: "application/jwk-set+json",
    // Anybody's page may read them.
    headers: { "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" },
  };
};

export interface Around {
  readonly table: Table;
  readonly findKeys: FindKeys;
}

export const routes = ({ table, findKeys }: Around): readonly Route[] => [
  { for: "anyone", method: "GET", path: "/", answer: async (asked) => ({ to: `/${asked.language}` }) },
  { for: "anyone", method: "GET", path: "/health", answer: () => showHealth(table) },
  {
    for: "anyone",
    method: "GET",
    path: "/{lang}",
    answer: (asked) => showCalls(asked, table),
  },
  { for: "anyone", method: "GET", path: "/{lang}/calls/{call}", answer: (asked) => showCall(asked, table) },
  {
    for: "anyone",
    method: "GET",
    path: "/{lang}/privacy",
    answer: async (asked) =>
      shown(
        asked,
        [],
        () => privacyPage(asked),
        () => ({ page: "privacy" }),
      ),
  },
  {
    for: "anyone",
    method: "GET",
    path: "/{lang}/accessibility",
    answer: async (asked) =>
      shown(
        asked,
        [],
        () => accessibilityPage(asked),
        () => ({ page: "accessibility" }),
      ),
  },
  {
    for: "anyone",
    method: "GET",
    path: "/.well-known/jwks.json",
    answer: () => showKeys(findKeys),
  },
  { for: "anyone", method: "GET", path: "/{lang}/verify", answer: askForReceipt },
  {
    for: "anyone",
    method: "POST",
    path: "/{lang}/verify",
    takesFile: true,
    largest: largestShown,
    answer: (asked) => verifyShown(asked, findKeys),
  },
];

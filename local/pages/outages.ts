import { html } from "hono/html";
import * as z from "zod";
import type { Outages } from "../outages.ts";
import { Flag } from "./asked.ts";
import type { Markup } from "./layout.ts";

const words = {
  ses: {
    place: "/local/inbox",
    title: "When mail is down",
    name: "SES",
    serves: "takes everything",
    again: "Let mail through again",
  },
  kms: {
    place: "/local/keys",
    title: "When KMS is down",
    name: "KMS",
    serves: "answers everybody who may ask",
    again: "Let KMS answer again",
  },
} as const satisfies Record<keyof Outages, object>;

/** Stopping a service shows what the product does without it. */
export const outageForm = (service: keyof Outages, outages: Outages): Markup => {
  const { title, name, serves, again } = words[service];
  const isDown = outages[service];
  return html`<h2>${title}</h2>
<form method="post" action="/local/outage">
<p>${name} ${isDown ? "refuses everything" : serves} just now.</p>
<button name="${service}" value="${isDown ? "false" : "true"}">${isDown ? again : `Let ${name} refuse everything`}</button>
</form>`;
};

const Change = z.union([z.strictObject({ ses: Flag }), z.strictObject({ kms: Flag })]);

/** Reads which service is to be down or up. Undefined when it says neither. */
export const readOutage = (fields: unknown) => Change.safeParse(fields).data;

/** The page that shows whether the service is down. */
export const placeOf = (change: z.infer<typeof Change>): string =>
  "ses" in change ? words.ses.place : words.kms.place;

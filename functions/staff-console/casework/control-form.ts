import * as z from "zod";
import { type Control, type ControlPoints, Outcome } from "#shared/domain/formal-control.ts";
import { t } from "#shared/domain/text.ts";
import { radio, section, text } from "#shared/form/define.ts";
import type { Fields } from "#shared/form/fields.ts";
import type { Form } from "#shared/form/form.ts";
import { nothingTypedIn, readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { outcomeTexts } from "#web/words/casework.ts";

const longestRemark = 300;
const remarkOf = (point: string): string => `${point}Remark`;

const fieldsOf = (points: ControlPoints): Fields =>
  Object.fromEntries(
    Object.entries(points).flatMap(([point, { title, help }]) => [
      [point, radio(title, { hint: help, options: outcomeTexts })],
      [remarkOf(point), text(t("Merknad", "Merknad", "Remark"), { max: longestRemark, optional: true })],
    ]),
  );

const title = t("Formell kontroll", "Formell kontroll", "Formal control");

/** For each point what came of it, and room for a remark. */
export const controlForm = (points: ControlPoints): Form => ({
  ...{ id: "control", version: 1, title },
  sections: { control: section(title, fieldsOf(points)) },
});

/** What has been judged, as it stands in the form. */
export const typedOf = (points: ControlPoints, judged: Control["points"] = {}): AnyRecord => ({
  ...nothingTypedIn(controlForm(points)),
  ...Object.fromEntries(
    Object.keys(points).flatMap((point) => {
      const { outcome = "not-assessed", remark = "" } = judged[point] ?? {};
      return [
        [point, outcome],
        [remarkOf(point), remark],
      ];
    }),
  ),
});

/** What was typed, and what it says of each point or what is wrong with it. */
export const readControl = (points: ControlPoints, body: AnyRecord) => {
  const { answers, ...read } = readSingleSection(controlForm(points), body);
  const judged =
    answers &&
    Object.fromEntries(
      Object.keys(points).map((point) => [
        point,
        {
          outcome: Outcome.parse(answers[point]),
          remark: z.string().default("").parse(answers[remarkOf(point)]),
        },
      ]),
    );
  return { ...read, judged };
};

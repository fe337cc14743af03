import { showNumber } from "#shared/form/values.ts";
import { languageOf } from "./language.ts";

/** Shows a question when the answer it hangs on is given, and hides it when not. Its text stays and is sent all the same. */
const applyCondition = (form: HTMLFormElement, wrapper: HTMLElement): void => {
  const name = wrapper.dataset["when"];
  if (!name) return;
  const wanted = (wrapper.dataset["is"] ?? "").split(" ");
  const given = new FormData(form);
  const answers = [...given.getAll(name), ...given.getAll(`${name}[]`)].map(String);
  wrapper.hidden = !answers.some((answer) => wanted.includes(answer));
};

export const applyConditions = (form: HTMLFormElement): void => {
  for (const wrapper of form.querySelectorAll<HTMLElement>(".conditional")) applyCondition(form, wrapper);
};

const counted = (counter: HTMLElement): HTMLElement | null =>
  document.getElementById(counter.id.replace(/-counter$/, ""));

/** How many characters are left, or too many, counted as the server counts them: in code points, composed. */
const count = (counter: HTMLElement): void => {
  const field = counted(counter);
  if (!(field instanceof HTMLTextAreaElement)) return;
  const left = Number(counter.dataset["max"]) - [...field.value.normalize("NFC")].length;
  const words = (left < 0 ? counter.dataset["over"] : counter.dataset["left"]) ?? "";
  counter.textContent = words.replace("%d", showNumber(Math.abs(left), languageOf(field)));
  counter.classList.toggle("over-limit", left < 0);
};

export const countAll = (root: ParentNode): void => {
  for (const counter of root.querySelectorAll<HTMLElement>(".counter")) count(counter);
};

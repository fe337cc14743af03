import { idOf, pathOf } from "../fields/around.ts";
import { isRecord } from "./answers.ts";

interface Problem {
  readonly id: string;
  readonly label: string;
  readonly message: string;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What is wrong with the section now, as the answer to a save says; undefined when it does not. */
const problemsIn = (body: unknown, section: string): readonly Problem[] | undefined => {
  const problems = isRecord(body) ? body["problems"] : undefined;
  if (!Array.isArray(problems)) return undefined;
  return problems.filter(isRecord).map(({ pointer, label, message }) => ({
    id: idOf(pathOf(text(pointer), section)),
    label: text(label),
    message: text(message),
  }));
};

const toggleWord = (element: Element, attribute: string, word: string, there: boolean): void => {
  const others = (element.getAttribute(attribute) ?? "").split(" ").filter((one) => one && one !== word);
  const words = there ? [...others, word] : others;
  if (words.length > 0) element.setAttribute(attribute, words.join(" "));
  else element.removeAttribute(attribute);
};

/** The question with this message, made right or wrong again. */
const shownAt = (message: HTMLElement) => {
  const id = message.id.replace(/-error$/, "");
  const question = document.getElementById(id);
  const invalid = [...(message.parentElement?.querySelectorAll('[aria-invalid="true"]') ?? [])].filter(
    (input) => input === question || input.closest("fieldset") === question,
  );
  return (problem: Problem | undefined): void => {
    message.hidden = !problem;
    if (problem) message.textContent = problem.message;
    if (question) toggleWord(question, "aria-describedby", message.id, problem !== undefined);
    for (const input of invalid) toggleWord(input, "aria-invalid", "true", problem !== undefined);
  };
};

const lineOf = ({ id, label, message }: Problem): HTMLLIElement => {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.className = "ds-link";
  link.href = `#${id}`;
  link.textContent = `${label}: ${message}`;
  line.append(link);
  return line;
};

const showSummary = (
  summary: HTMLElement,
  problems: readonly Problem[],
  { words = "", title }: { readonly words: string | undefined; readonly title: string },
): void => {
  const heading = summary.querySelector("h2");
  if (heading) heading.textContent = words.replace("%d", String(problems.length));
  summary.querySelector("ul")?.replaceChildren(...problems.map(lineOf));
  summary.hidden = problems.length === 0;
  document.title = problems.length > 0 ? title : title.replace(/^[^:]+: /, "");
};

/** Follows errors that have been shown: gone when put right, back when wrong again. A question not yet spoken of is left alone. */
export const followErrors = (form: HTMLFormElement): ((body: unknown) => void) | undefined => {
  const summary = form.querySelector<HTMLElement>("#problems");
  if (!summary) return undefined;
  const { title } = document;
  const { section = "", oneProblem, problems: manyProblems } = form.dataset;
  const known = new Set([...summary.querySelectorAll("a")].map(({ hash }) => hash.slice(1)));
  const shown = [...form.querySelectorAll<HTMLElement>(".ds-validation-message")].map(
    (message) => [message.id.replace(/-error$/, ""), shownAt(message)] as const,
  );
  return (body) => {
    const problems = problemsIn(body, section)?.filter(({ id }) => known.has(id));
    if (!problems) return;
    for (const [id, put] of shown) put(problems.find((problem) => problem.id === id));
    showSummary(summary, problems, { words: problems.length === 1 ? oneProblem : manyProblems, title });
  };
};

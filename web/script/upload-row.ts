import { showBytes } from "#shared/form/values.ts";
import { languageOf } from "./language.ts";

export type Words = Readonly<Record<string, string>>;

const paragraph = (className: string, text: string): HTMLElement =>
  Object.assign(document.createElement("p"), { className, textContent: text });

const button = (text: string, name: string, press: () => void): HTMLButtonElement => {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "ds-button", textContent: text });
  Object.assign(made.dataset, { variant: "tertiary", size: "sm" });
  made.append(
    Object.assign(document.createElement("span"), { className: "ds-sr-only", textContent: ` ${name}` }),
  );
  made.addEventListener("click", press);
  return made;
};

/** A file on its way, shown until the server's own list has it. */
export const uploadRow = (
  file: File,
  words: Words,
  press: { readonly retry: () => void; readonly cancel: () => void },
) => {
  const element = document.createElement("li");
  element.className = "file";
  const state = paragraph("file-state", words["waiting"] ?? "");
  const actions = Object.assign(document.createElement("div"), { className: "file-actions" });
  const retry = button(words["retry"] ?? "", file.name, press.retry);
  retry.hidden = true;
  actions.append(retry, button(words["cancel"] ?? "", file.name, press.cancel));
  const size = `${file.name} `;
  const name = paragraph("file-name", size);
  name.append(
    Object.assign(document.createElement("span"), {
      className: "small",
      textContent: showBytes(file.size, languageOf(document.documentElement)),
    }),
  );
  element.append(name, state, actions);
  return {
    element,
    /** How it goes. What is wrong is said at once; `again` when it may be tried again. */
    tell: (text: string, how: { readonly wrong?: boolean; readonly again?: boolean } = {}) => {
      state.textContent = text;
      state.classList.toggle("ds-validation-message", how.wrong ?? false);
      if (how.wrong) {
        state.dataset["color"] = "danger";
        state.setAttribute("role", "alert");
      } else state.removeAttribute("role");
      retry.hidden = !how.again;
    },
  };
};
export type UploadRow = ReturnType<typeof uploadRow>;

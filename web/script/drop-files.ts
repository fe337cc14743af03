/** Takes files that are dropped on a question, while it has room for any. Whoever cannot drag chooses them instead. */
export const takeDropped = (question: HTMLElement, take: (file: File) => void): void => {
  const over = (event: DragEvent, isOver: boolean) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    question.classList.toggle("dropping", isOver);
  };
  question.addEventListener("dragover", (event) => over(event, true));
  question.addEventListener("dragleave", (event) => over(event, false));
  question.addEventListener("drop", (event) => {
    over(event, false);
    if (!question.querySelector(".pick:not([hidden])")) return;
    for (const file of event.dataTransfer?.files ?? []) take(file);
  });
};

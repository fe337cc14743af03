import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import type { Template } from "./template.ts";

/** A queue's name and what was put in it, oldest first. Nobody takes anything out on this machine. */
export interface QueueContent {
  readonly name: string;
  readonly messages: readonly unknown[];
}

export interface Queues {
  /** Puts a message in the queue with this ARN. */
  readonly put: (arn: string, message: unknown) => void;
  readonly content: () => readonly QueueContent[];
}

const readLines = (file: string): unknown[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => z.json().parse(JSON.parse(line)))
    : [];

/** The template's queues, which here only hold what was given up. Kept in `folder` when there is one. */
export const openQueues = (template: Template, folder: string | undefined): Queues => {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const queues = template.resources("AWS::SQS::Queue").map(({ id }) => {
    const name = template.name(id);
    const file = folder === undefined ? undefined : path.join(folder, `${name}.jsonl`);
    return { name, arn: template.attribute(id, "Arn"), file, messages: file ? readLines(file) : [] };
  });
  return {
    put: (arn, message) => {
      const queue = queues.find((one) => one.arn === arn);
      if (!queue) throw new Error(`the template has no queue ${arn}`);
      queue.messages.push(message);
      if (queue.file) appendFileSync(queue.file, `${JSON.stringify(message)}\n`);
    },
    content: () => queues.map(({ name, messages }) => ({ name, messages: [...messages] })),
  };
};

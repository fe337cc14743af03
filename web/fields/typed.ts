// What was typed may have any shape until it is checked. These look at it without believing it.

export type Typed = Readonly<Record<string, unknown>>;

export const asText = (value: unknown): string => (typeof value === "string" ? value : "");

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isRecord = (value: unknown): value is Typed =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const asRecord = (value: unknown): Typed => (isRecord(value) ? value : {});

import type { CallDefinition } from "./definition.ts";
import { nic2024 } from "./nic-2024/index.ts";

export type { CallDefinition } from "./definition.ts";

export const calls: readonly CallDefinition[] = [nic2024];

export const findCall = (id: string): CallDefinition | undefined => calls.find(({ call }) => call.id === id);

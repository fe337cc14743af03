import type { Style } from "./typeset.ts";

export const ink = "#1e2b3c";
const faint = "#5a6473";
export const rule = "#b7bec8";

export const body: Style = { weight: "regular", size: 10, colour: ink };
export const strong: Style = { weight: "bold", size: 10, colour: ink };
export const pale: Style = { weight: "regular", size: 10, colour: faint };
export const small: Style = { weight: "regular", size: 9, colour: ink };
export const smallStrong: Style = { weight: "bold", size: 9, colour: ink };

import type { Html } from "../document.ts";
import { passagesView } from "../passages-view.tsx";
import type { View } from "../view.ts";
import { privacyWords } from "../words/passages.ts";

export const privacyPage = (view: View): Html => passagesView(view, privacyWords[view.language]);

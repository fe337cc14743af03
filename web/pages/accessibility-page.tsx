import type { Html } from "../document.ts";
import { passagesView } from "../passages-view.tsx";
import type { View } from "../view.ts";
import { accessibilityWords } from "../words/passages.ts";

export const accessibilityPage = (view: View): Html => passagesView(view, accessibilityWords[view.language]);

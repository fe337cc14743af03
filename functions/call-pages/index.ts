import { readSettings } from "#shared/http/settings.ts";
import { openReceiptKeys, ReceiptKeysSetting } from "#shared/signing/receipt-keys.ts";
import { pageFunction } from "../page-function.ts";
import { knownKeys } from "./known-keys.ts";
import { routes } from "./routes.ts";

const { RECEIPT_KEYS } = readSettings({ RECEIPT_KEYS: ReceiptKeysSetting }, process.env);
const findKeys = knownKeys(openReceiptKeys(RECEIPT_KEYS));

export const handler = pageFunction(({ table }) => routes({ table, findKeys }));

/** What SES does with what it is handed, because somebody wants to see what the product then does. */
export const mailMoods = [
  "delivers",
  "delays",
  "bounces",
  "bounces-for-now",
  "complains",
  "throttles",
] as const;
export type MailMood = (typeof mailMoods)[number];

export interface Postman {
  mood: MailMood;
}

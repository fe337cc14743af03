import { MessageId } from "#shared/domain/message.ts";

const name = "message";

/** The message's id as SES carries it to what it tells later: a tag may hold no full stop, and an id has no underline. */
export const messageTag = (id: MessageId) => ({ Name: name, Value: id.replaceAll(".", "_") });

/** The message's id out of the tags that SES gives back; nothing, when the mail is not one of ours. */
export const readMessageTag = (tags: Readonly<Record<string, readonly string[]>>): MessageId | undefined =>
  MessageId.safeParse(tags[name]?.[0]?.replaceAll("_", ".")).data;

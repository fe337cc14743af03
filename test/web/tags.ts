/** A start tag as our pages write them: attributes always in double quotes, text always escaped. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const startTag = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const attribute = /([^\s=>/]+)(?:="([^"]*)")?/g;

export const tagsIn = (html: string): readonly Tag[] =>
  [...html.matchAll(startTag)].map(([, name = "", rest = ""]) => ({
    name,
    attributes: Object.fromEntries(
      [...rest.matchAll(attribute)].map(([, key = "", value = ""]) => [key, value]),
    ),
  }));

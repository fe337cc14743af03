/** A record with these keys, each with what is made for it. */
export const eachKey = <Value>(keys: object, make: (key: string) => Value): Record<string, Value> =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, make(key)]));

/** The zone whose wall the runtime's own pages and options speak of. */
export const wallZone = "Europe/Oslo";

const format = (timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    timeZoneName: "short",
  });

/** "Friday 21 June 2024, 16:00:00.000 CEST" of milliseconds since 1970. */
export const onTheWall = (at: number): string =>
  format(wallZone).format(at).replace(", ", " ").replace(" at ", ", ");

/** "16:00:00.000" */
export const clockTime = (at: number): string => /\d\d:\d\d:\d\d\.\d+/.exec(onTheWall(at))?.[0] ?? "";

/** "2024-06-21T16:00:00.000", as a field for a local time wants it. */
export const localField = (at: number): string => {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: wallZone }).format(at);
  return `${day}T${clockTime(at)}`;
};

import type { Most } from "./run.ts";

/** What the memory of the function, and the time of a run, hang on. */
export const mostOnAws: Most = {
  folders: { bytes: 100_000_000, applications: 100 },
  table: {
    // Before it is packed, which makes text a third of it or less. Excel opens no table of more than 1,048,576 rows.
    ...{ bytes: 150_000_000, rows: 500_000 },
    workbook: { cells: 250_000, characters: 8_000_000 },
    pieces: { applications: 25, registrations: 1000, messages: 500, events: 100 },
  },
};

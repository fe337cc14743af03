import type { Most } from "./run.ts";

/** What the memory of the function, and the time of a run, hang on. */
export const mostOnAws: Most = {
  // What a download takes that breaks on the way, and has to begin again. Without ZIP64 there cannot be 4 GB or 65,535 files.
  folders: { bytes: 1_000_000_000, applications: 1000, piece: 25 },
  table: {
    // Excel opens no table of more than 1,048,576 rows.
    ...{ bytes: 1_000_000_000, rows: 1_000_000 },
    workbook: { cells: 150_000, characters: 5_000_000 },
    pieces: { applications: 25, registrations: 1000, messages: 500, events: 100 },
  },
};

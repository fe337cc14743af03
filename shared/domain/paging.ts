/** Where a page begins: after or before a place in the list, or at the beginning. Places are opaque to whoever carries them in an address. */
export interface Turn {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

export interface Page<One> {
  readonly items: readonly One[];
  /** The places that the pages on either side begin at, where there may be any. */
  readonly next?: string;
  readonly previous?: string;
  /** So much was looked through that the rest is left for another request: what is wanted may be further on. */
  readonly isCutShort: boolean;
}

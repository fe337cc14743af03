/** What a page function gives: something that becomes HTML as text. */
export interface Html {
  toString(): string;
}

/** A whole document, ready to be sent. */
export const document = (page: Html): string => `<!doctype html>${page.toString()}`;

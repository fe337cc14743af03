/** Two texts as what they begin and end with alike, and what stands between in each. Together they are the texts again. */
export interface Parted {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

/** Words and what is between them. */
const pieces = (text: string): readonly string[] => text.split(/(\s+)/);

const alike = (one: readonly string[], other: readonly string[]): number => {
  const most = Math.min(one.length, other.length);
  const first = one.findIndex((piece, i) => i >= most || piece !== other[i]);
  return first === -1 ? most : first;
};

/** Where two texts part, and where they meet again, at whole words. */
export const parted = (before: string, after: string): Parted => {
  const [was, is] = [pieces(before), pieces(after)];
  const start = alike(was, is);
  const [wasLeft, isLeft] = [was.slice(start), is.slice(start)];
  const end = alike(wasLeft.toReversed(), isLeft.toReversed());
  const join = (all: readonly string[]): string => all.join("");
  return {
    start: join(was.slice(0, start)),
    before: join(wasLeft.slice(0, wasLeft.length - end)),
    after: join(isLeft.slice(0, isLeft.length - end)),
    end: join(wasLeft.slice(wasLeft.length - end)),
  };
};

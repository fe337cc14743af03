/** So many clients, each doing one after the other until all is done; what came of each, in order. */
export const byClients = async <Done>(
  clients: number,
  times: number,
  deed: (number: number) => Promise<Done>,
): Promise<Done[]> => {
  const done: Done[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < times) {
      const number = next;
      next += 1;
      done[number] = await deed(number);
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  return done;
};

/** Fills in made-up applications and registrations, through the front door. */
export const fillInDemo = async (_url: string): Promise<void> => {};

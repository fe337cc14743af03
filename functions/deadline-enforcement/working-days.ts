import Holidays from "date-holidays";

const norway = new Holidays("NO", { types: ["public"] });

/** Whether people are at work in Norway on a date (`2024-05-17`): neither a weekend nor a public holiday. */
export const isWorkingDay = (date: string): boolean => {
  const day = new Date(`${date}T12:00:00Z`).getUTCDay();
  return (
    day !== 0 && day !== 6 && !norway.getHolidays(date.slice(0, 4)).some((one) => one.date.startsWith(date))
  );
};

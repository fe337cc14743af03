import ICAL from "ical.js";

/** An invitation as a calendar program reads it. */
export const eventIn = (text = "") => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(zone);
  return { calendar, event: new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined) };
};

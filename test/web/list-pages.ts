import { countiesOf } from "#shared/calls/facts.ts";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { ColumnQuery } from "#shared/domain/listing.ts";
import type { Page } from "#shared/domain/paging.ts";
import { PersonId } from "#shared/domain/person.ts";

/** All there is, on one page. */
export const wholePage = <One>(items: readonly One[]): Page<One> => ({ items, isCutShort: false });

/** A page in the middle of many. */
export const middlePage = <One>(items: readonly One[]): Page<One> => ({
  ...{ items, next: "bmVzdGU", previous: "Zm9ycmlnZQ", isCutShort: false },
});

/** What a list of applications shows beside them, as it is usually. */
export const usualList = {
  counties: countiesOf(nic2024),
  officers: [{ id: PersonId.parse("siri"), name: "Siri Saksbehandler" }],
  ...ColumnQuery.parse({}),
};

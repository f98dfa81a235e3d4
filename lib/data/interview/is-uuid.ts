/** Ids from a URL are checked before a query: PostgreSQL answers a malformed uuid with an error, not with no row. */
import * as z from "zod";

export const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;

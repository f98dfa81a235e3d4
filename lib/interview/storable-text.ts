/** Text that every layer can hold: PostgreSQL's jsonb takes neither U+0000 nor half a surrogate pair. */
import * as z from "zod";

const NUL = "\u0000";
const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without characters that cannot be stored, and with one kind of line end. */
export const toStorable = (text: string): string =>
  text.replace(/\r\n?/g, "\n").replaceAll(NUL, "").replace(HALF_PAIR, "");

/** A string of at most `maxLength` UTF-16 code units that can be stored as it is. */
export const storableText = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine(
      (text) => !text.includes(NUL) && text.search(HALF_PAIR) === -1,
      "holds a character that cannot be stored",
    );

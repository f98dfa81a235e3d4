/** Names of what a class adds to a case. */

/** Ids of a case's own points begin with their stage. */
const PREFIX = "class-";

/** Whether a point or fact is the class's own: the pages of the case do not hold it. */
export const isClassOwn = (id: string): boolean => id.startsWith(PREFIX);

/**
 * A new id; ids sort by when they were made.
 * @param entropy letters and digits, so that two that are made at once differ
 */
export const classOwnId = (nowMs: number, entropy: string): string =>
  `${PREFIX}${nowMs.toString(36)}${entropy.slice(0, 4)}`;

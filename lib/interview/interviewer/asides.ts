/**
 * Questions that no fact of a case answers. They compete with the facts, so that "which programming language" is not
 * taken for a question about the languages of the users.
 */
import { COMPANY_ASIDES } from "./asides-of-the-company";
import { ROUND_ASIDES } from "./asides-of-the-round";
import type { Intent } from "./intents";

const PREFIX = "aside/";

/** @param known ids of the case's facts: a group of that name is no aside where the case has the fact */
export const asideIntents = (known: readonly string[]): Intent[] =>
  Object.entries({ ...ROUND_ASIDES, ...COMPANY_ASIDES })
    .filter(([name]) => !known.includes(name))
    .map(([name, questions]) => ({
      id: `${PREFIX}${name}`,
      phrases: questions.map((text) => ({ text, share: 1 })),
    }));

/** The calculations of a text: what <Calc> shows, and how it was reckoned, each pair once and in reading order. */
export type Calculation = { shown: string; expression: string };

export function calculationsOf(text: string): Calculation[] {
  const found = [...text.matchAll(/<Calc\s+of="([^"]+)"\s*>([^<]*)<\/Calc>/g)].flatMap(
    ([, expression, shown]) =>
      expression && shown ? [{ shown: shown.trim(), expression: readable(expression) }] : [],
  );
  const keys = found.map(({ shown, expression }) => `${shown} = ${expression}`);
  return found.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** "20e9 * 2 / 86400" as it is written by hand: × for the star, a true minus. */
export const readable = (expression: string): string =>
  expression.replace(/\s*\*\s*/g, " × ").replace(/(\s)-(\s)/g, "$1−$2");

/** A sheet of estimates: each row may use the names of the rows above it. */
import { type Evaluated, evaluateEstimate } from "./evaluate";
import { formatQuantity } from "./format";
import type { Quantity } from "./units";

export type SheetRow = { id: string; name: string; expression: string };
export type SheetResult =
  | { id: string; ok: true; result: Evaluated; text: string }
  | { id: string; ok: false; message: string; at: number };

/** "Daily users" is used as daily_users. */
export const variableName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");

export function evaluateSheet(rows: readonly SheetRow[]): SheetResult[] {
  const variables = new Map<string, Quantity>();
  return rows.map(({ id, name, expression }): SheetResult => {
    const evaluated = evaluateEstimate(expression, variables);
    if (!evaluated.ok) return { id, ...evaluated };
    const { result } = evaluated;
    const variable = variableName(name);
    if (variable !== "") variables.set(variable, { value: result.value, dimensions: result.dimensions });
    return { id, ok: true, result, text: formatQuantity(result, result.unit) };
  });
}

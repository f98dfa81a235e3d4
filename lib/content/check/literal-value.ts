/** The value of an attribute in braces, when it is a literal: numbers, booleans, strings, null and arrays of those. */

/** The part of an ESTree expression that matters here. */
export type Expression = {
  type: string;
  value?: unknown;
  operator?: string;
  argument?: Expression;
  elements?: (Expression | null)[];
};

/** Null when the expression is anything but a literal. */
export function literalValue(expression: Expression | undefined): { value: unknown } | null {
  if (expression?.type === "Literal") return isPlain(expression.value) ? { value: expression.value } : null;
  if (expression?.type === "UnaryExpression" && expression.operator === "-") {
    const argument = literalValue(expression.argument);
    return typeof argument?.value === "number" ? { value: -argument.value } : null;
  }
  if (expression?.type !== "ArrayExpression") return null;
  const values: unknown[] = [];
  for (const element of expression.elements ?? []) {
    const literal = element === null ? null : literalValue(element);
    if (!literal) return null;
    values.push(literal.value);
  }
  return { value: values };
}

/** A regular expression or a bigint is a Literal too. */
const isPlain = (value: unknown): boolean =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

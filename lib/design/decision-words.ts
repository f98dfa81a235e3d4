/** A stored decision in words: the field's label, and the chosen option or number with its unit. */
import type { DesignField } from "./fields";

/** A decision of a field that is gone keeps the words it was stored with. */
export function decisionWords(
  fields: readonly DesignField[],
  id: string,
  value: string,
): { label: string; value: string } {
  const field = fields.find((one) => one.id === id);
  if (!field) return { label: id, value };
  if (field.kind !== "choice") return { label: field.label, value: `${value} ${field.unit}`.trim() };
  return {
    label: field.label,
    value: field.options.find((option) => option.value === value)?.label ?? value,
  };
}

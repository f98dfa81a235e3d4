/**
 * How a decision of a design is asked for: stage, words, one line of help, and the values it can take. The fields of a
 * world are the one place where its choices are listed; schemas, forms and reports follow from them. No schemas here:
 * forms import this.
 */
import type { Stage } from "@/lib/framework/stages";

type Common<Id extends string> = {
  readonly id: Id;
  readonly stage: Stage;
  readonly label: string;
  readonly help: string;
};
export type ChoiceOption<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly help: string;
};
export type ChoiceField<Id extends string = string, Value extends string = string> = Common<Id> & {
  readonly kind: "choice";
  readonly options: readonly ChoiceOption<Value>[];
};
/** A whole number within bounds. */
export type NumberField<Id extends string = string> = Common<Id> & {
  readonly kind: "number";
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
};
export type DesignField = ChoiceField | NumberField;

/** The value of a field: one of its options, or a number. */
export type FieldValue<Field> = Field extends ChoiceField<string, infer Value> ? Value : number;
/** A whole design: every field decided. */
export type DesignOf<Fields extends readonly DesignField[]> = {
  [Field in Fields[number] as Field["id"]]: FieldValue<Field>;
};

/** A field with named options, each a value, its words, and one line of help. */
export function choice<const Id extends string, const Value extends string>(
  id: Id,
  stage: Stage,
  label: string,
  help: string,
  options: readonly (readonly [value: Value, label: string, help: string])[],
): ChoiceField<Id, Value> {
  return {
    kind: "choice",
    id,
    stage,
    label,
    help,
    options: options.map(([value, optionLabel, optionHelp]) => ({
      value,
      label: optionLabel,
      help: optionHelp,
    })),
  };
}

/** A field with a whole number in `unit`, from `min` to `max`. */
export function amount<const Id extends string>(
  id: Id,
  stage: Stage,
  label: string,
  help: string,
  range: { unit: string; min: number; max: number; step: number },
): NumberField<Id> {
  return { kind: "number", id, stage, label, help, ...range };
}

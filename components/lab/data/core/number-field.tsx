import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";

type NumberFieldProps = {
  label: string;
  value: number;
  minimum: number;
  maximum: number;
  onChange: (value: number) => void;
};

/** A whole number within limits; what is outside of them is typed but not taken. */
export function NumberField({ label, value, minimum, maximum, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          min={minimum}
          max={maximum}
          step={1}
          value={value}
          onChange={({ target }) => {
            const typed = target.valueAsNumber;
            if (Number.isInteger(typed) && typed >= minimum && typed <= maximum) onChange(typed);
          }}
        />
      )}
    </Field>
  );
}

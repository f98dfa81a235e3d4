"use client";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";

type Props = {
  label: string;
  hint?: string;
  isOptional?: boolean;
  value: string;
  rows?: number;
  least?: number;
  most: number;
  onChange: (value: string) => void;
};

/** A labelled text box with the bounds that the server holds it to. */
export function TextField({
  label,
  hint,
  isOptional = false,
  value,
  rows = 2,
  least,
  most,
  onChange,
}: Props) {
  return (
    <Field label={label} hint={hint} required={!isOptional}>
      {(control) => (
        <TextArea
          {...control}
          rows={rows}
          minLength={least}
          maxLength={most}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

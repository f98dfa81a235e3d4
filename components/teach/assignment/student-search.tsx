"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";

/** Looks for students by an address of its own, so that what was found can be kept. */
export function StudentSearch({ path, words }: { path: string; words: string }) {
  return (
    <form action={path} className="flex items-end gap-2">
      <Field label="Search students" hideLabel>
        {(control) => (
          <TextInput {...control} type="search" name="q" defaultValue={words} placeholder="Name or email" />
        )}
      </Field>
      <Button type="submit">Search</Button>
    </form>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import type { GradebookView } from "@/lib/classroom/gradebook/rows";

type FiltersProps = { classId: string; view: GradebookView; sections: readonly string[] };

/** A plain form: what is asked for stands in the address, so that a view can be kept and sent. */
export function GradebookFilters({ classId, view, sections }: FiltersProps) {
  return (
    <search>
      <form action={`/classes/${classId}/gradebook`} className="flex flex-wrap items-end gap-3">
        <Field label="Name, address or number" className="w-full sm:w-64">
          {(control) => <TextInput {...control} name="find" type="search" defaultValue={view.find} />}
        </Field>
        {sections.length > 0 && (
          <Field label="Section" className="w-40">
            {(control) => (
              <Select {...control} name="section" defaultValue={view.section}>
                <option value="">All sections</option>
                {sections.map((section) => (
                  <option key={section}>{section}</option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <input type="hidden" name="sort" value={view.sort} />
        <input type="hidden" name="direction" value={view.direction} />
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}

"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { Groups } from "@/lib/data/grading-group/load-groups";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { fieldWords } from "./group-words";

/** A form with a query: it works before any script has loaded. */
export function GroupChoice({
  groups: { points, fields, point, field },
  action,
}: {
  groups: Pick<Groups, "points" | "fields" | "point" | "field">;
  action: string;
}) {
  const stages = STAGES.filter((stage) => points.some((one) => one.stage === stage));
  return (
    <form action={action} className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_auto]">
      <Field label="Point to decide">
        {(control) => (
          <Select key={point?.id} {...control} name="point" defaultValue={point?.id}>
            {stages.map((stage) => (
              <optgroup key={stage} label={STAGE_INFO[stage].title}>
                {points
                  .filter((one) => one.stage === stage)
                  .map(({ id, text, undecided }) => (
                    <option key={id} value={id}>
                      {text} ({undecided} undecided)
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Group answers by">
        {(control) => (
          <Select key={field} {...control} name="field" defaultValue={field ?? ""}>
            <option value="">{fieldWords({ fields, field: null })}</option>
            {fields.map(({ id, label }) => (
              <option key={id} value={id}>
                Decision: {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit">Show groups</Button>
    </form>
  );
}

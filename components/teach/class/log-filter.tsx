"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { LOG_AREA_WORDS, LOG_AREAS, type LogArea } from "@/lib/classroom/log-words";

type LogFilterProps = {
  path: string;
  area: LogArea | null;
  actorId: string | null;
  staff: readonly { userId: string; name: string }[];
};

export function LogFilter({ path, area, actorId, staff }: LogFilterProps) {
  return (
    <form action={path} className="flex flex-wrap items-end gap-3">
      <Field label="About" className="min-w-48">
        {(control) => (
          <Select {...control} name="about" defaultValue={area ?? ""}>
            <option value="">Everything</option>
            {LOG_AREAS.map((each) => (
              <option key={each} value={each}>
                {LOG_AREA_WORDS[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="By" className="min-w-48">
        {(control) => (
          <Select {...control} name="by" defaultValue={actorId ?? ""}>
            <option value="">Everybody</option>
            {staff.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit">Show</Button>
    </form>
  );
}

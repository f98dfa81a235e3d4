import { DateField } from "@/components/teach/assignment/form/date-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/inputs";
import type { AssignmentDates } from "@/lib/classroom/dates/effective-dates";
import type { ExtensionInput } from "@/lib/classroom/extension-input";
import { daysAfter } from "./extension-fields";

type DateKey = "releaseAt" | "dueAt" | "lateDueAt";
type Props = {
  assignment: AssignmentDates;
  timeZone: string;
  input: ExtensionInput;
  change: (changes: Partial<ExtensionInput>) => void;
  errorOf: (field: string) => string | undefined;
};

const DATES: readonly { key: DateKey; label: string; own: string }[] = [
  { key: "dueAt", label: "Due date", own: "Another due date" },
  { key: "lateDueAt", label: "Late until", own: "Another end for late work" },
  { key: "releaseAt", label: "Release", own: "Another release" },
];
const DAYS = [1, 3, 7] as const;

/** Dates that take the place of the assignment's, each when it is ticked. */
export function ExtensionDates({ assignment, timeZone, input, change, errorOf }: Props) {
  const usual: Record<DateKey, number> = {
    releaseAt: assignment.releaseAtMs,
    dueAt: assignment.dueAtMs,
    lateDueAt: assignment.lateDueAtMs ?? assignment.dueAtMs,
  };
  return DATES.map(({ key, label, own }) => {
    const value = input[key];
    return (
      <div key={key} className="grid gap-2">
        <Checkbox
          label={own}
          checked={value !== null}
          onChange={({ target }) =>
            change({ [key]: target.checked ? daysAfter(usual[key], 0, timeZone) : null })
          }
        />
        {value && (
          <div className="grid gap-2 pl-6">
            <DateField
              label={label}
              error={errorOf(key)}
              timeZone={timeZone}
              value={value}
              onChange={(date) => change({ [key]: date })}
            />
            <span className="flex flex-wrap gap-1.5">
              {DAYS.map((days) => (
                <Button
                  key={days}
                  size="small"
                  onClick={() => change({ [key]: daysAfter(usual[key], days, timeZone) })}
                >
                  {days === 1 ? "1 day more" : `${days} days more`}
                </Button>
              ))}
            </span>
          </div>
        )}
      </div>
    );
  });
}

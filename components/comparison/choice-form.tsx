import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/inputs";

type Props = { id: string; chosen: string; choices: readonly { key: string; label: string }[] };

/** What to compare with: a plain form, so that the choice is in the address and works without JavaScript. */
export function ChoiceForm({ id, chosen, choices }: Props) {
  return (
    <form action="/interviews/compare" className="flex flex-wrap items-end gap-2 print:hidden">
      <input type="hidden" name="id" value={id} />
      <div className="grid w-72 max-w-full gap-1">
        <label htmlFor="with" className="text-sm text-ink-2">
          Compare with
        </label>
        <Select id="with" name="with" defaultValue={chosen}>
          {choices.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit">Compare</Button>
    </form>
  );
}

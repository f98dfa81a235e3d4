import { Minus, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { MapWindow } from "@/lib/charts/map-window";

/** What part of the plane is shown. */
export type MapFocus = { kind: "all" } | { kind: "slate" } | { kind: "own"; window: MapWindow };

const STEP = 1.6;
const PRESSED = "aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent";

type MapControlsProps = {
  focus: MapFocus;
  onFocus: (focus: MapFocus) => void;
  onZoom: (factor: number) => void;
  categories: readonly string[];
  category: string;
  onCategory: (category: string) => void;
};

/** Closer, farther, all, the slate; and one category to pick out of the dots. */
export function MapControls({ focus, onFocus, onZoom, categories, category, onCategory }: MapControlsProps) {
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
      <Field label="Pick out a category" className="w-48">
        {(control) => (
          <Select {...control} value={category} onChange={(event) => onCategory(event.target.value)}>
            <option value="">none</option>
            {categories.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Part of the map</legend>
        <Button
          size="small"
          aria-pressed={focus.kind === "all"}
          className={PRESSED}
          onClick={() => onFocus({ kind: "all" })}
        >
          Whole map
        </Button>
        <Button
          size="small"
          aria-pressed={focus.kind === "slate"}
          className={PRESSED}
          onClick={() => onFocus({ kind: "slate" })}
        >
          Slate and viewer
        </Button>
        <Button
          size="small"
          iconOnly
          aria-label="Zoom in"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => onZoom(STEP)}
        />
        <Button
          size="small"
          iconOnly
          aria-label="Zoom out"
          icon={<Minus size={16} aria-hidden />}
          onClick={() => onZoom(1 / STEP)}
        />
      </fieldset>
    </div>
  );
}

import type { Shift } from "@/components/lab/core/slate/explain-item";
import { Badge } from "@/components/ui/badge";

/** New, or how far it moved against the knobs as shipped. Nothing when it stands where it stood. */
export function ShiftMark({ shift }: { shift: Shift }) {
  if (shift.kind === "same") return null;
  if (shift.kind === "new") return <Badge tone="accent">new</Badge>;
  const places = Math.abs(shift.by);
  return (
    <Badge>
      <span aria-hidden>{shift.by > 0 ? "↑" : "↓"}</span>
      {places}
      <span className="sr-only">{shift.by > 0 ? " up" : " down"}</span>
    </Badge>
  );
}

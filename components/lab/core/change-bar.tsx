import { ArrowUp } from "lucide-react";
import type { LabView } from "@/components/lab/core/lab-types";
import { summariseShifts } from "@/components/lab/core/slate/explain-item";
import { Button } from "@/components/ui/button";

/**
 * At the lower edge while the knobs are in view, where the slate is not beside them: what they did to it. Silent, as
 * the slate has its own live region.
 */
export function ChangeBar({ view, onShow }: { view: LabView; onShow: () => void }) {
  if (view.phase !== "live" && view.phase !== "starting") return null;
  const { recommendation, baseline, activity } = view;
  const isEmpty = recommendation.slate.length === 0;
  const shifts = summariseShifts(recommendation, baseline) || `0 of ${recommendation.slate.length} changed`;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex items-center justify-between gap-3 border-t border-line bg-raised px-4 py-1.5 [column-span:all] sm:-mx-6 sm:px-6 lg:hidden">
      <p className="min-w-0 text-sm tabular-nums">
        {activity ? `${activity}…` : isEmpty ? "No video came through" : shifts}
      </p>
      <Button size="small" icon={<ArrowUp size={15} aria-hidden />} onClick={onShow}>
        See it
      </Button>
    </div>
  );
}

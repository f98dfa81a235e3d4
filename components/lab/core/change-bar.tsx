import { ArrowUp } from "lucide-react";
import type { CommonView } from "@/components/lab/core/lab-types";
import { Button } from "@/components/ui/button";

type ChangeBarProps = {
  view: Pick<CommonView, "phase" | "activity">;
  /** What the knobs did, in a few words. */
  children: string;
  onShow: () => void;
};

/**
 * At the lower edge while the knobs are in view, where the result is not beside them: what they did to it. Silent, as
 * the result has its own live region.
 */
export function ChangeBar({ view: { phase, activity }, children, onShow }: ChangeBarProps) {
  if (phase !== "live" && phase !== "starting") return null;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex items-center justify-between gap-3 border-t border-line bg-raised px-4 py-1.5 [column-span:all] sm:-mx-6 sm:px-6 lg:hidden">
      <p className="min-w-0 text-sm tabular-nums">{activity ? `${activity}…` : children}</p>
      <Button size="small" icon={<ArrowUp size={15} aria-hidden />} onClick={onShow}>
        See it
      </Button>
    </div>
  );
}

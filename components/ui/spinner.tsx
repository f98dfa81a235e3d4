import { LoaderCircle } from "lucide-react";
import { cx } from "@/components/ui/cx";

/** A spinner never stands alone: it says what is being done. */
export function Spinner({ children, className }: { children: string; className?: string }) {
  return (
    <span role="status" className={cx("inline-flex items-center gap-2 text-sm text-ink-2", className)}>
      <LoaderCircle size={16} aria-hidden className="animate-spin motion-reduce:animate-none" />
      {children}
    </span>
  );
}

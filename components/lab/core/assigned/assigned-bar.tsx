"use client";

import type { AssignedProps } from "./assigned-lab";
import { AttachBar } from "./attach-bar";
import { CheckBar } from "./check-bar";
import { usePurpose } from "./use-purpose";

/** Above a lab that was opened from an assignment: attaching a run, or checking one that was attached. */
export function AssignedBar(props: AssignedProps) {
  const purpose = usePurpose();
  if (!purpose) return null;
  return (
    <section
      aria-label="Assignment"
      className="mb-3 grid gap-2 rounded-lg border border-accent bg-accent-soft px-4 py-3 text-sm"
    >
      {purpose.kind === "attach" ? (
        <AttachBar {...props} purpose={purpose} />
      ) : (
        <CheckBar {...props} evidenceId={purpose.evidenceId} />
      )}
    </section>
  );
}

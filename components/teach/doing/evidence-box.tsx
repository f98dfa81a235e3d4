import { LinkButton } from "@/components/ui/link-button";
import type { AttemptsView } from "@/lib/data/submission/load-attempts";

const LABS = { video: "video lab", ads: "ads lab", search: "search lab" } as const;

/** The lab run that the assignment asks for: the way to the lab, and what is attached. */
export function EvidenceBox({ view }: { view: AttemptsView }) {
  const { evidence } = view;
  if (!evidence) return null;
  const newest = view.attempts.at(-1);
  const attached = newest?.evidence;
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-raised px-4 py-3">
      <h3 className="font-medium">A run of the {LABS[evidence.world]} belongs to this</h3>
      <p className="max-w-2xl text-sm text-ink-2">
        Open the lab from here, run it, and press “Attach this run”. Its whole state, seed and all, is kept,
        so that your grader can run it again and see the same. It can be attached from the start of an attempt
        until the assignment closes; attaching again replaces it. Submitting without one is possible, and is
        noted.
      </p>
      <p className="text-sm">
        {attached ? (
          <>
            Attached to attempt {newest.attempt}: run <code>{attached.hash.slice(0, 8)}</code>.
          </>
        ) : newest ? (
          <span className="text-warn">Nothing is attached to attempt {newest.attempt} yet.</span>
        ) : (
          "Nothing is attached yet."
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton size="small" href={evidence.labHref} prefetch={false}>
          Open the lab for this assignment
        </LinkButton>
        {attached && (
          <LinkButton size="small" variant="quiet" href={attached.checkHref} prefetch={false}>
            Run the attached one again
          </LinkButton>
        )}
      </div>
      {evidence.refusal && <p className="text-sm text-ink-2">{evidence.refusal}</p>}
    </div>
  );
}

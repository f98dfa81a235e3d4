"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { askDueCount } from "@/components/layout/use-me";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-class";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import { formatWithNoun } from "@/lib/framework/units";
import { reach } from "./learning-actions";

type Props = ButtonLook & {
  /** What the button does: "Add this chapter's 9 cards". */
  label: string;
  /** The same in full, where the label leans on what stands around it. */
  description?: string;
  add: () => Promise<ActionResult<{ added: number }>>;
  /** Where the added cards are reviewed. */
  reviewHref: string;
  /** Nothing is left to add: this is shown instead, unless it was just added here. */
  instead?: ReactNode;
  /** Draws the page anew afterwards, where it shows what one has. */
  refreshes?: boolean;
};

/** Takes up cards, says how many, and leads to them. */
export function AddCardsButton({
  label,
  description,
  add,
  reviewHref,
  instead,
  refreshes = false,
  ...look
}: Props) {
  const router = useRouter();
  const [state, setState] = useState<"idle" | "busy" | { added: number } | { problem: string }>("idle");
  const isAdded = typeof state === "object" && "added" in state;

  if (instead !== undefined && !isAdded) return instead;

  async function press() {
    setState("busy");
    const result = await reach(add());
    if (!result.ok) return setState({ problem: result.message });
    setState(result.data);
    askDueCount();
    if (refreshes) router.refresh();
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {!isAdded && (
        <Button
          {...look}
          icon={<Plus size={16} aria-hidden />}
          busyLabel={state === "busy" ? "Adding" : undefined}
          aria-label={description}
          onClick={press}
        >
          {label}
        </Button>
      )}
      <StatusLine tone={typeof state === "object" && "problem" in state ? "bad" : "neutral"}>
        {typeof state === "object" && "problem" in state && state.problem}
        {isAdded && (
          <>
            {state.added > 0 ? `${formatWithNoun(state.added, "card")} added.` : "You have them all already."}{" "}
            <Link className="text-accent underline underline-offset-2" href={reviewHref}>
              Review them
            </Link>
          </>
        )}
      </StatusLine>
    </div>
  );
}

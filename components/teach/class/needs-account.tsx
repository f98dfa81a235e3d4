"use client";
import { useEffect } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { takeCode } from "./kept-code";

/** A class keeps what belongs to a person for a term, so it needs an account. The code of a link waits in this tab. */
export function NeedsAccount({ next }: { next: string }) {
  useEffect(() => {
    takeCode();
  }, []);
  const query = `?next=${encodeURIComponent(next)}`;
  return (
    <EmptyState
      title="A class needs an account"
      action={
        <div className="flex flex-wrap gap-2">
          <LinkButton variant="primary" href={`/sign-up${query}`}>
            Make an account
          </LinkButton>
          <LinkButton href={`/sign-in${query}`}>Sign in</LinkButton>
        </div>
      }
    >
      Your work and your grades stay with it. What you did here as a guest moves along.
    </EmptyState>
  );
}

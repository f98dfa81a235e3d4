"use client";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ContentProblem } from "@/lib/classroom/class-content/check-class-content";
import type { EntryState } from "@/lib/classroom/class-content/outline";

const STATES: Record<EntryState, { words: string; tone: Tone } | null> = {
  case: null,
  changed: { words: "reworded", tone: "accent" },
  "left-out": { words: "left out", tone: "warn" },
  added: { words: "added by the class", tone: "accent" },
};

export function StateBadge({ state }: { state: EntryState }) {
  const found = STATES[state];
  return found && <Badge tone={found.tone}>{found.words}</Badge>;
}

/** What the check found on one point or fact. */
export function ProblemList({ id, problems }: { id: string; problems: readonly ContentProblem[] }) {
  const own = problems.filter((problem) => problem.id === id);
  if (own.length === 0) return null;
  return (
    <ul className="grid gap-1 border-l-2 border-warn pl-3 text-sm text-warn">
      {own.map(({ message }) => (
        <li key={message} className="[overflow-wrap:anywhere]">
          {message}
        </li>
      ))}
    </ul>
  );
}

type Choices = {
  state: EntryState;
  /** Names the point or fact for who hears the buttons out of their place. */
  about: string;
  isEditing: boolean;
  busy: string | null;
  leaveOut: string;
  onEdit: () => void;
  onLeaveOut: () => void;
  onReset: () => void;
};

/** What an instructor can do with one point or fact. */
export function EntryButtons({ state, about, isEditing, busy, leaveOut, ...on }: Choices) {
  const resetWords =
    state === "added" ? "Remove" : state === "left-out" ? "Take it in again" : "Back to the case's";
  return (
    <div className="flex flex-wrap gap-1.5">
      {state !== "left-out" && (
        <Button size="small" aria-expanded={isEditing} aria-label={`Edit: ${about}`} onClick={on.onEdit}>
          {isEditing ? "Close" : "Edit"}
        </Button>
      )}
      {(state === "case" || state === "changed") && (
        <Button
          size="small"
          variant="quiet"
          aria-label={`${leaveOut}: ${about}`}
          busyLabel={busy === "leave-out" ? "Leaving it out …" : undefined}
          onClick={on.onLeaveOut}
        >
          {leaveOut}
        </Button>
      )}
      {state !== "case" && (
        <Button
          size="small"
          variant="quiet"
          aria-label={`${resetWords}: ${about}`}
          busyLabel={busy === "reset" ? "One moment …" : undefined}
          onClick={on.onReset}
        >
          {resetWords}
        </Button>
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import { Markdown } from "@/components/content/markdown";
import { Prose } from "@/components/content/prose";
import { Badge } from "@/components/ui/badge";
import type { OwnAssignment } from "@/lib/data/assignment/own-assignments";
import { OwnAssignmentFacts } from "./assignment-facts";
import { ownState } from "./assignment-state";

type Props = {
  own: OwnAssignment;
  timeZone: string;
  caseTitles: ReadonlyMap<string, string>;
  /** What the student does next: starts, goes on, reads a result. */
  children?: ReactNode;
};

/** An assignment as a student sees it: what to do, until when, and how they stand. */
export function OwnAssignmentView({ own, timeZone, caseTitles, children }: Props) {
  const { words, tone } = ownState(own);
  const { instructions } = own.settings;
  return (
    <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-6">
        {children}
        {instructions && (
          <section aria-labelledby="instructions" className="grid gap-3">
            <h2 id="instructions" className="text-lg font-semibold">
              Instructions
            </h2>
            <Prose>
              <Markdown text={instructions} />
            </Prose>
          </section>
        )}
      </div>
      <aside className="grid gap-4">
        <h2 className="text-lg font-semibold">Dates and rules</h2>
        <p className="flex flex-wrap gap-2">
          <Badge tone={tone}>{words}</Badge>
          {own.hasExtension && <Badge tone="accent">Dates and rules are extended for you</Badge>}
        </p>
        <OwnAssignmentFacts
          settings={own.settings}
          dates={own.dates}
          timeZone={timeZone}
          caseTitles={caseTitles}
        />
      </aside>
    </div>
  );
}

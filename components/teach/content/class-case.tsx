"use client";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import { Tabs } from "@/components/ui/tabs";
import type { ContentProblem } from "@/lib/classroom/class-content/check-class-content";
import type { LoadedClassCase } from "@/lib/data/class-content/load-class-content";
import type { ContentActions, Editing } from "./content-actions";
import { FactList } from "./fact-list";
import { PointList } from "./point-list";
import { useAsking } from "./use-asking";

type Props = { classId: string; loaded: LoadedClassCase; actions: ContentActions };

function checkWords(problems: readonly ContentProblem[] | null): string | null {
  if (problems === null) return null;
  if (problems.length === 0)
    return "The class's sentences earn their points, and its questions get their facts.";
  return problems.length === 1
    ? "One thing to look at. It stands with its point or fact."
    : `${problems.length} things to look at. Each stands with its point or fact.`;
}

/** One case as a class has it: its points by stage, its facts, and a check of what the class wrote. */
export function ClassCase({ classId, loaded, actions }: Props) {
  const { caseSlug, mayEdit, points, facts, chapters } = loaded;
  const editing: Editing = { of: { classId, caseSlug }, mayEdit, actions };
  const check = useAsking<ContentProblem[]>();
  const problems = check.answer ?? [];
  const changed = (entries: readonly { state: string }[]) =>
    entries.filter(({ state }) => state !== "case").length;
  const isUntouched = changed(points) + changed(facts) === 0;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          disabled={isUntouched}
          busyLabel={check.isBusy ? "Checking …" : undefined}
          onClick={() => check.ask(() => actions.check(editing.of))}
        >
          Check the class's wording
        </Button>
        <StatusLine tone={check.message ? "bad" : problems.length > 0 ? "warn" : "neutral"}>
          {check.message ??
            checkWords(check.answer) ??
            (isUntouched ? "The class has this case as it is." : null)}
        </StatusLine>
      </div>
      <Tabs
        label="What the class has of the case"
        keepMounted
        tabs={[
          {
            id: "points",
            label: `Points (${changed(points)} of ${points.length} changed)`,
            content: <PointList {...{ editing, points, chapters, problems }} />,
          },
          {
            id: "facts",
            label: `Facts (${changed(facts)} of ${facts.length} changed)`,
            content: <FactList {...{ editing, facts, problems }} />,
          },
        ]}
      />
    </div>
  );
}

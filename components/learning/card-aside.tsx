"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { askDueCount } from "@/components/layout/use-me";
import { Button } from "@/components/ui/button";
import { StatusLine } from "@/components/ui/status-line";
import type { Aside } from "@/lib/data/learning/set-aside";
import type { ItemKey } from "@/lib/learning/items";
import { reach, type SetAside } from "./learning-actions";

type Props = { item: ItemKey; isAside: boolean; setAside: SetAside };

/** Suspends a card, puts it off to tomorrow, or takes it back. */
export function CardAside({ item, isAside, setAside }: Props) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function put(aside: Aside) {
    setBusy(true);
    const result = await reach(setAside({ ...item, aside }));
    setBusy(false);
    setProblem(result.ok ? "" : result.message);
    if (!result.ok) return;
    router.refresh();
    askDueCount();
  }
  const button = (aside: Aside, label: string) => (
    <Button size="small" variant="quiet" busyLabel={isBusy ? label : undefined} onClick={() => put(aside)}>
      {label}
    </Button>
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isAside ? (
        button("resume", "Take back")
      ) : (
        <>
          {button("bury", "Not today")}
          {button("suspend", "Suspend")}
        </>
      )}
      <StatusLine tone="bad">{problem}</StatusLine>
    </div>
  );
}

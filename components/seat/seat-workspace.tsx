"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { useAltKeys } from "@/components/interview/keys/use-alt-keys";
import { LiveRegion } from "@/components/interview/status/live-region";
import { cx } from "@/components/ui/cx";
import { Tabs } from "@/components/ui/tabs";
import type { LoadedSeat } from "@/lib/data/seat/load-seat";
import { ScriptPanel } from "./script/script-panel";
import type { SeatActions } from "./seat-actions";
import { SeatProvider, useSeatSnapshot } from "./seat-context";
import { focusSeat } from "./seat-keys";
import { SeatTopBar } from "./seat-top-bar";
import { ScoringSheet } from "./sheet/scoring-sheet";
import { SpeakProvider } from "./talk/speak-context";
import { TalkPanel } from "./talk/talk-panel";
import { WorkPanel } from "./work/work-panel";

type Place = "talk" | "work" | "script" | "sheet";
const PLACES: { place: Place; label: string }[] = [
  { place: "talk", label: "Talk" },
  { place: "work", label: "Their work" },
  { place: "script", label: "Script" },
  { place: "sheet", label: "Sheet" },
];

/** On a narrow screen one place at a time. */
function PlaceBar({ shown, onShow }: { shown: Place; onShow: (place: Place) => void }) {
  return (
    <nav aria-label="Panels" className="grid grid-cols-4 border-b border-line lg:hidden">
      {PLACES.map(({ place, label }) => (
        <button
          key={place}
          type="button"
          aria-pressed={shown === place}
          onClick={() => onShow(place)}
          className={cx(
            "min-h-11 border-b-2 text-sm focus-visible:-outline-offset-2",
            shown === place ? "border-accent font-medium" : "border-transparent text-ink-2",
          )}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}

/** The seat may end while the page is open; after the submission the page shows the comparison. */
function Closing() {
  const connection = useSeatSnapshot((snapshot) => snapshot.connection);
  const router = useRouter();
  useEffect(() => {
    if (connection === "over") router.refresh();
  }, [connection, router]);
  if (connection === "ended")
    return (
      <p role="alert" className="border-b border-line bg-warn-soft px-4 py-3 text-sm text-warn">
        The candidate has closed your seat. Nothing that is said or marked here reaches them any more.
      </p>
    );
  if (connection !== "over") return null;
  return (
    <p role="alert" className="border-b border-line bg-accent-soft px-4 py-3 text-sm">
      The interview is submitted, and your sheet was taken with it. The machine's verdicts are being fetched.
    </p>
  );
}

function SeatPage() {
  const [shown, setShown] = useState<Place>("talk");
  const tool = shown === "sheet" ? "sheet" : "script";
  // The tab that was open stays open while somebody looks at the other panels.
  const [lastTool, setLastTool] = useState<"script" | "sheet">("script");
  const open = shown === "script" || shown === "sheet" ? tool : lastTool;
  const show = (place: Place) => {
    setShown(place);
    if (place === "script" || place === "sheet") setLastTool(place);
  };
  const keys = useMemo(() => {
    const goTo = (place: Place, target: Parameters<typeof focusSeat>[0]) => () => {
      setShown(place);
      if (place === "script" || place === "sheet") setLastTool(place);
      focusSeat(target);
    };
    return {
      KeyQ: goTo("talk", "composer"),
      KeyS: goTo("talk", "suggestion"),
      KeyF: goTo("script", "script"),
      KeyM: goTo("sheet", "sheet"),
    };
  }, []);
  useAltKeys(keys);
  const panel = (isShown: boolean) => cx("min-h-0 min-w-0 overflow-hidden", !isShown && "max-lg:hidden");
  return (
    <main
      id="main"
      tabIndex={-1}
      data-focus-mode
      className="flex h-[calc(100dvh-3.5rem)] min-h-120 flex-col outline-none"
    >
      <SeatTopBar />
      <Closing />
      <PlaceBar shown={shown} onShow={show} />
      <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] lg:grid-cols-[24rem_minmax(0,1fr)_26rem] lg:divide-x lg:divide-line">
        <section aria-label="Talk" className={panel(shown === "talk")}>
          <TalkPanel />
        </section>
        <section aria-label="The candidate's work" className={panel(shown === "work")}>
          <WorkPanel />
        </section>
        <section
          aria-label="Script and sheet"
          className={cx(panel(shown === "script" || shown === "sheet"), "overflow-y-auto! p-3")}
        >
          <Tabs
            label="Script and sheet"
            keepMounted
            value={open}
            onChange={(id) => show(id === "sheet" ? "sheet" : "script")}
            tabs={[
              { id: "script", label: "Script", content: <ScriptPanel /> },
              { id: "sheet", label: "Scoring sheet", content: <ScoringSheet /> },
            ]}
          />
        </section>
      </div>
    </main>
  );
}

/** The interviewer's seat: the script, the conversation, the candidate's work as it grows, and the scoring sheet. */
export function SeatWorkspace({ seat, actions }: { seat: LoadedSeat; actions: SeatActions }) {
  return (
    <SeatProvider seat={seat} actions={actions}>
      <LiveRegion>
        <SpeakProvider>
          <SeatPage />
        </SpeakProvider>
      </LiveRegion>
    </SeatProvider>
  );
}

"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ProgressBar } from "@/components/ui/meter";
import { StatusLine } from "@/components/ui/status-line";

const ASK_EVERY_MS = 2_500;

/** How far the second reading is. Asks the server again until the page comes back with the outcome in its place. */
export function SecondProgress({ stagesDone, stages }: { stagesDone: number; stages: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  const progress = `${stagesDone} of ${stages} stages`;
  return (
    <div className="grid max-w-sm gap-2">
      <ProgressBar label="Second reading" value={stagesDone} max={stages} valueText={progress} />
      <StatusLine>It is reading: {progress}. The report is complete without it.</StatusLine>
    </div>
  );
}

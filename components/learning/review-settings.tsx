"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { Select } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import { NEW_PER_DAY_CHOICES } from "@/lib/learning/day";
import { ownTimeZone, reach, type SaveSettings } from "./learning-actions";

type Props = { newPerDay: number; timeZone: string; save: SaveSettings };

/** How many new cards a day brings. Where the day begins follows the clock of the device. */
export function ReviewSettings({ newPerDay, timeZone, save }: Props) {
  const router = useRouter();
  const id = useId();
  const [problem, setProblem] = useState("");

  useEffect(() => {
    const own = ownTimeZone();
    if (own === timeZone) return;
    void reach(save({ timeZone: own })).then((result) => result.ok && router.refresh());
  }, [timeZone, save, router]);

  async function change(value: string) {
    const chosen = NEW_PER_DAY_CHOICES.find((choice) => String(choice) === value);
    if (!chosen) return;
    const result = await reach(save({ newPerDay: chosen }));
    setProblem(result.ok ? "" : result.message);
    if (result.ok) router.refresh();
  }

  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor={id}>New cards a day</label>
      <div className="w-24">
        <Select id={id} value={String(newPerDay)} onChange={(event) => change(event.target.value)}>
          {NEW_PER_DAY_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      </div>
      <StatusLine tone="bad">{problem}</StatusLine>
    </div>
  );
}

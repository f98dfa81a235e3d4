"use client";

import { useEffect, useState } from "react";
import { useMe } from "@/components/layout/use-me";

type Result = { answered: number; right: number; at: string };

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

function parseResult(body: unknown): Result | null {
  if (typeof body !== "object" || body === null) return null;
  const { answered, right, at } = body as Partial<Result>;
  return answered && typeof right === "number" && typeof at === "string" ? { answered, right, at } : null;
}

/** How somebody who is known did before. The place is kept, so that nothing moves when it arrives. */
export function LastTime({ deck }: { deck: string }) {
  const { viewer } = useMe();
  const [result, setResult] = useState<Result | null>(null);
  const isKnown = viewer !== null;
  useEffect(() => {
    if (!isKnown) return;
    const controller = new AbortController();
    fetch(`/api/quiz?deck=${deck}`, { signal: controller.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then((body) => setResult(parseResult(body)))
      .catch(() => undefined); // Offline or leaving: nothing is said.
    return () => controller.abort();
  }, [deck, isKnown]);
  return (
    <p className="min-h-5 text-sm text-ink-2 tabular-nums">
      {result &&
        `Last time: ${result.right} of ${result.answered} right, ${day.format(new Date(result.at))}.`}
    </p>
  );
}

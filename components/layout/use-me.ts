"use client";

import { usePathname } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";

export type Me = { viewer: { name: string; isGuest: boolean; role: string } | null; dueCards: number };

const NOBODY: Me = { viewer: null, dueCards: 0 };

let current: Me = NOBODY;
let asking: AbortController | null = null;
let askedFor = "";
const listeners = new Set<() => void>();

function parseMe(body: unknown): Me {
  if (typeof body !== "object" || body === null) return NOBODY;
  const { viewer, dueCards } = body as {
    viewer?: Partial<NonNullable<Me["viewer"]>> | null;
    dueCards?: unknown;
  };
  if (!viewer || typeof viewer.name !== "string") return NOBODY;
  return {
    viewer: { name: viewer.name, isGuest: viewer.isGuest === true, role: String(viewer.role) },
    dueCards: typeof dueCards === "number" ? dueCards : 0,
  };
}

async function ask(): Promise<void> {
  asking?.abort();
  const controller = new AbortController();
  asking = controller;
  try {
    const response = await fetch("/api/me", { signal: controller.signal });
    if (!response.ok || controller.signal.aborted) return;
    current = parseMe(await response.json());
    for (const listener of listeners) listener();
  } catch {
    // Offline or leaving: what is shown stays.
  }
}

/** After cards were added or graded: the number in the navigation is asked for anew. */
export const askDueCount = (): void => void ask();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is here and what waits for them. Asked after the page is drawn, since pages are the same for all; once an arrival. */
export function useMe(): Me {
  const pathname = usePathname();
  useEffect(() => {
    if (askedFor === pathname) return;
    askedFor = pathname;
    void ask();
  }, [pathname]);
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => NOBODY,
  );
}

"use client";

import { CircleUser } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { LinkButton } from "@/components/ui/link-button";

type ViewerSummary = { name: string; isGuest: boolean; role: string };

function parseViewer(body: unknown): ViewerSummary | null {
  if (typeof body !== "object" || body === null || !("viewer" in body)) return null;
  const viewer = body.viewer as Partial<ViewerSummary> | null;
  if (!viewer || typeof viewer.name !== "string") return null;
  return { name: viewer.name, isGuest: viewer.isGuest === true, role: String(viewer.role) };
}

/** Who is here. Asked after the page is drawn, because pages are the same for everyone; asked again on each arrival. */
export function AccountSlot() {
  const pathname = usePathname();
  const [viewer, setViewer] = useState<ViewerSummary | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: signing in and out both end with an arrival.
  useEffect(() => {
    const controller = new AbortController();
    fetch("/api/me", { signal: controller.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then((body) => setViewer(parseViewer(body)))
      .catch(() => undefined); // Offline or leaving: the slot keeps what it shows.
    return () => controller.abort();
  }, [pathname]);

  if (viewer && !viewer.isGuest) {
    return (
      <LinkButton
        href="/account"
        variant="quiet"
        size="small"
        icon={<CircleUser size={17} aria-hidden />}
        title={`Account of ${viewer.name}`}
      >
        <span className="max-w-28 truncate max-sm:sr-only">{viewer.name}</span>
      </LinkButton>
    );
  }
  return (
    <LinkButton
      href="/sign-in"
      variant="quiet"
      size="small"
      prefetch={false}
      icon={<CircleUser size={17} aria-hidden />}
    >
      <span className="max-sm:sr-only">{viewer ? "Guest · sign in" : "Sign in"}</span>
    </LinkButton>
  );
}

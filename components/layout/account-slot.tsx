"use client";

import { CircleUser } from "lucide-react";
import { useMe } from "@/components/layout/use-me";
import { LinkButton } from "@/components/ui/link-button";

/** Who is here, as far as the header needs it. */
export function AccountSlot() {
  const { viewer } = useMe();

  if (viewer && !viewer.isGuest) {
    return (
      <LinkButton
        href="/account"
        variant="quiet"
        size="small"
        icon={<CircleUser size={17} aria-hidden />}
        title={`Account of ${viewer.name}`}
      >
        <span className="max-w-28 truncate max-lg:sr-only">{viewer.name}</span>
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
      <span className="max-lg:sr-only">{viewer ? "Guest · sign in" : "Sign in"}</span>
    </LinkButton>
  );
}

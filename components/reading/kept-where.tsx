"use client";

import Link from "next/link";
import { useReading } from "@/components/reading/use-reading";

/** Where reading is kept, and what would make it last. */
export function KeptWhere() {
  const { place } = useReading();
  if (place === "loading") return null;
  if (place === "account") return <p className="text-sm text-ink-2">Kept in your account.</p>;
  return (
    <p className="text-sm text-ink-2">
      {place === "device"
        ? "Kept on this device only; nothing is sent to the server."
        : "Kept for you as a guest of this browser."}{" "}
      <Link href="/sign-up?next=/reading" prefetch={false}>
        Make an account
      </Link>{" "}
      and it moves there.
    </p>
  );
}

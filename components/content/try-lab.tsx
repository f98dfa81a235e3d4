import { FlaskConical } from "lucide-react";
import Link from "next/link";
import type { VocabularyProps } from "@/lib/content/vocabulary";

/** Leads into the lab with its state set. */
export function TryLab({ world, state, label }: VocabularyProps<"TryLab">) {
  return (
    <p className="prose-try font-sans text-sm">
      <FlaskConical size={16} aria-hidden className="mr-1.5 inline-block align-[-3px] text-accent" />
      <span className="mr-1.5 text-ink-2">Try it in the lab:</span>
      <Link href={`/lab/${world}?${state}`} className="font-medium text-accent underline underline-offset-2">
        {label}
      </Link>
    </p>
  );
}

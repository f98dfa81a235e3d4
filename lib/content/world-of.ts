/** The world of a case. Interviews of a case that is gone are read as the first world's. */
import type { World } from "@/lib/design/designs";
import { listCases } from "./load";

export function worldOf(caseSlug: string): World {
  return listCases().find((candidate) => candidate.slug === caseSlug)?.meta.world ?? "video";
}

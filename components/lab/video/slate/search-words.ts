import { formatCount } from "@/components/lab/format";
import type { Recommendation } from "@/lib/pipeline/video/trace";

/** How the two-tower found it: by which search, among how many rows. */
export function describeSearch({ search, catalogueSize }: Recommendation): string {
  const rows = formatCount(catalogueSize);
  if (search.kind === "exact") return `The two-tower: by the exact scan of ${rows} vectors`;
  return `The two-tower: in ${formatCount(search.probes)} of ${formatCount(search.lists)} lists, ${formatCount(search.scanned)} of ${rows} vectors`;
}

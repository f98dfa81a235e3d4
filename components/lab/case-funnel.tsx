/** The pipeline that belongs to a case, as a picture: the world's stored run, and the way into its lab. Server only. */
import Link from "next/link";
import { ADS_WORDS } from "@/components/lab/ads/ads-words";
import { precomputedAdsStart } from "@/components/lab/ads/precomputed";
import { FunnelPicture } from "@/components/lab/core/funnel/funnel-picture";
import { stepStages } from "@/components/lab/core/funnel/funnel-stages";
import { FunnelTable } from "@/components/lab/core/funnel/funnel-table";
import type { TracedRun } from "@/components/lab/core/traced";
import type { PipelineWords } from "@/components/lab/core/words";
import { formatCount } from "@/components/lab/format";
import { precomputedSearchStart } from "@/components/lab/search/precomputed";
import { SEARCH_WORDS } from "@/components/lab/search/search-words";
import { FunnelFigure } from "@/components/lab/video/funnel-figure";
import type { World } from "@/lib/design/designs";

/** `labPreset` is the query of the lab that shows this case. */
export function CaseFunnel({ world, labPreset }: { world: World; labPreset: string }) {
  if (world === "video")
    return (
      <FunnelFigure caption="A simulated catalogue, computed in your browser: counts and milliseconds of each stage. Move a knob." />
    );
  return world === "ads" ? <AdsFunnel labPreset={labPreset} /> : <SearchFunnel labPreset={labPreset} />;
}

function AdsFunnel({ labPreset }: { labPreset: string }) {
  const { run } = precomputedAdsStart();
  const [winner] = run.slate;
  return (
    <StoredFunnel
      run={run}
      words={ADS_WORDS}
      items="ads"
      all={run.liveAds}
      href={`/lab/ads?${labPreset}`}
      caption={`One request over ${formatCount(run.liveAds)} live ads of a simulated market, computed beforehand${winner ? `: “${winner.card.title}” wins` : ""}.`}
    />
  );
}

function SearchFunnel({ labPreset }: { labPreset: string }) {
  const { trace } = precomputedSearchStart();
  return (
    <StoredFunnel
      run={trace}
      words={SEARCH_WORDS}
      items="products"
      all={trace.products}
      href={`/lab/search?${labPreset}`}
      caption={`One search over ${formatCount(trace.products)} products of a simulated shop, computed beforehand: “${trace.text}”.`}
    />
  );
}

type StoredFunnelProps = {
  run: Pick<TracedRun, "steps" | "sources">;
  words: PipelineWords;
  items: string;
  all: number;
  href: string;
  caption: string;
};

function StoredFunnel({ run, words, items, all, href, caption }: StoredFunnelProps) {
  return (
    <figure className="not-prose min-w-0 rounded-xl border border-line bg-raised p-4 font-sans sm:p-5">
      <FunnelPicture stages={stepStages(run.steps, words)} items={items} fullHeightCount={all} />
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <FunnelTable run={run} words={words} />
        <Link href={href} className="inline-flex min-h-7 items-center text-sm">
          Every knob, live, in the lab
        </Link>
      </div>
      <figcaption className="mt-4 border-t border-line pt-3 text-sm text-ink-2">{caption}</figcaption>
    </figure>
  );
}

import { FunnelFrame } from "@/components/lab/video/funnel-frame";
import { FunnelIsland } from "@/components/lab/video/lazy-funnel-island";
import { compactStart } from "@/components/lab/video/precomputed";

/** The live funnel inside a text: its code is loaded by the texts that show it (decision 24). */
export function TextFunnelFigure({ caption }: { caption?: string | undefined }) {
  return (
    <FunnelFrame caption={caption}>
      <FunnelIsland start={compactStart()} />
    </FunnelFrame>
  );
}

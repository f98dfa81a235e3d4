"use client";

/** The island of the funnel in a chunk of its own: texts without a funnel do not load it (decision 24). */
import dynamic from "next/dynamic";

export const FunnelIsland = dynamic(() =>
  import("@/components/lab/video/funnel-island").then((file) => file.FunnelIsland),
);

"use client";

import { useEffect } from "react";

/** Unfolds whatever the target stands in, and shows it. */
function reveal(hash: string) {
  const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  let opened = false;
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    opened ||= !fold.open;
    fold.open = true;
  }
  if (opened) target?.scrollIntoView({ block: "start" });
}

/**
 * A link to something folded opens the fold. Browsers do so themselves when they load an address; the router of this
 * site, which moves between pages without loading, does not.
 */
export function OpenForAnchor() {
  useEffect(() => {
    reveal(location.hash);
    const onHash = () => reveal(location.hash);
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link && link.pathname === location.pathname && link.hash) reveal(link.hash);
    };
    window.addEventListener("hashchange", onHash);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("hashchange", onHash);
      document.removeEventListener("click", onClick, true);
    };
  }, []);
  return null;
}

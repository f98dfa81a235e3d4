"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

/** A lab that fails takes nothing else down. */
export default function LabError({ reset }: { error: Error; reset: () => void }) {
  return (
    <MessagePage
      title="The lab stopped"
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Start it again
          </Button>
          <LinkButton href="/framework">Read instead</LinkButton>
        </>
      }
    >
      <p>
        Drawing or running it failed in this browser. Its settings are in the address and will be read again.
      </p>
      <p>It needs WebAssembly with SIMD, which every current browser has.</p>
    </MessagePage>
  );
}

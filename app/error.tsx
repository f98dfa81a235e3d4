"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <MessagePage
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <LinkButton href="/">Home</LinkButton>
        </>
      }
    >
      <p>What you typed in an interview is kept on this device and is sent again when the page works.</p>
      {error.digest && (
        <p className="text-base">
          If it happens again, tell whoever runs this server the number{" "}
          <code className="font-mono">{error.digest}</code>; it names the entry in the log.
        </p>
      )}
    </MessagePage>
  );
}

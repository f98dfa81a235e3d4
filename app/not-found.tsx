import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/message-page";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <MessagePage
      title="There is nothing at this address"
      actions={
        <>
          <LinkButton href="/" variant="primary">
            Home
          </LinkButton>
          <LinkButton href="/framework">The framework</LinkButton>
          <LinkButton href="/cases">Cases</LinkButton>
          <LinkButton href="/interviews">Your interviews</LinkButton>
        </>
      }
    >
      <p>
        The link may be mistyped or old. An interview is only shown to the person who took it, a class only to
        its members, and a shared report ends with its link.
      </p>
      <p>Press Ctrl K (Cmd K on a Mac) to search everything here.</p>
    </MessagePage>
  );
}

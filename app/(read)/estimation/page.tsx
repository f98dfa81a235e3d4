import type { Metadata } from "next";
import Link from "next/link";
import { EstimationSheet } from "@/components/content/estimation-sheet";
import { OrdersWorthKnowing } from "@/components/content/orders-worth-knowing";
import { PrintButton } from "@/components/content/print-button";
import { PageHeader } from "@/components/layout/page-shell";

export const metadata: Metadata = {
  title: "Estimation sheet",
  description:
    "From ten assumptions to requests, scores, log, memory and machines, with the orders worth knowing.",
};

export default function EstimationPage() {
  return (
    <article>
      <PageHeader
        title="Estimation sheet"
        lead="Ten assumptions, and every load that follows from them. Say an assumption aloud, round it, go on: the interviewer wants the order of magnitude and what it decides."
        actions={<PrintButton label="Print" />}
      />
      <EstimationSheet />
      <OrdersWorthKnowing />
      <p className="mt-8 max-w-2xl text-ink-2">
        How to come to such numbers, and what they decide:{" "}
        <Link href="/framework/estimation">the chapter on estimation</Link>. In an interview the tab
        “Estimates” reckons with units.
      </p>
    </article>
  );
}

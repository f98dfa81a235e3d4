import { redirect } from "next/navigation";

/** One world so far; the lab's root leads there. */
export default function LabPage() {
  redirect("/lab/video");
}

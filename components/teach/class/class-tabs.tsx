"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import type { ClassRole } from "@/lib/classroom/roles";

type ClassTab = { title: string /** Below /classes/<id>; "" is the overview. */; path: string };

const STUDENT_TABS: readonly ClassTab[] = [
  { title: "Overview", path: "" },
  { title: "Assignments", path: "/assignments" },
  { title: "Grades", path: "/gradebook" },
];
const ASSISTANT_TABS: readonly ClassTab[] = [
  { title: "Overview", path: "" },
  { title: "Assignments", path: "/assignments" },
  { title: "Members", path: "/members" },
  { title: "Gradebook", path: "/gradebook" },
  { title: "Content", path: "/content" },
  { title: "Log", path: "/log" },
];
const TABS: Record<ClassRole, readonly ClassTab[]> = {
  student: STUDENT_TABS,
  assistant: ASSISTANT_TABS,
  instructor: [...ASSISTANT_TABS, { title: "Settings", path: "/settings" }],
};

/** Links, not tabs of one page: each is a page with an address. Scrolls sideways inside itself on a phone, to where one is. */
export function ClassTabs({ classId, role }: { classId: string; role: ClassRole }) {
  const pathname = usePathname();
  const root = `/classes/${classId}`;
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another tab to show.
  useEffect(() => {
    const box = list.current?.parentElement;
    const here = list.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (box && here) box.scrollLeft = here.offsetLeft - (box.clientWidth - here.offsetWidth) / 2;
  }, [pathname]);
  const isHere = (path: string) =>
    path === "" ? pathname === root : pathname === root + path || pathname.startsWith(`${root}${path}/`);
  return (
    <nav
      aria-label="Class"
      className="relative -mx-4 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0"
    >
      <ul ref={list} className="flex gap-1">
        {TABS[role].map(({ title, path }) => (
          <li key={path}>
            <Link
              href={root + path}
              aria-current={isHere(path) ? "page" : undefined}
              className={cx(
                "-mb-px flex min-h-10 items-center border-b-2 px-3 text-sm whitespace-nowrap no-underline focus-visible:-outline-offset-2",
                isHere(path)
                  ? "border-accent font-medium text-ink"
                  : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

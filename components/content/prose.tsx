import type { ReactNode } from "react";
import "./prose.css";

/** Long text: serif, a measure of about 66 characters; figures, tables and code may be wider. */
export function Prose({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`prose-part prose ${className}`}>{children}</div>;
}

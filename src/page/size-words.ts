const KB = 1024;

/** Bytes on the wire as people read them: "24 kB", "1.2 MB". */
export function sizeWords(bytes: number): string {
  const rounded = Math.max(1, Math.round(bytes / KB));
  if (rounded < KB) return `${rounded} kB`;
  return `${(bytes / KB / KB).toFixed(1)} MB`;
}

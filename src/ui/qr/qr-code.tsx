import { qrModules } from './qr-modules.ts';

interface QrCodeProps {
  readonly text: string;
  /** What it is, for whoever does not see it. */
  readonly label: string;
}

/** Always dark on white, in a dark theme too: many readers do not know the other way round. */
export function QrCode({ text, label }: QrCodeProps) {
  const modules = qrModules(text);
  const size = modules.length;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={modules.map(rowPath).join('')} />
    </svg>
  );
}

/** The dark runs of a row: a few hundred strokes instead of a thousand squares. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    let end = x;
    while (row[end]) end++;
    path += `M${x} ${y}h${end - x}v1h${x - end}z`;
    x = end;
  }
  return path;
}

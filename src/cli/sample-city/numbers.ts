// Numbers that Ofcom keeps for drama and that ring nobody: 1,000 in each range.
// Source: Ofcom, "Telephone numbers for use in TV and radio drama programmes".
// The hand-written listings use 020 7946 and the first hundred of the other ranges.
const LANDLINES = ['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'] as const;
const RANGE = 1000;
const BY_HAND = 100;

/** The n-th sample landline, each different; undefined when the reserved ranges are used up. */
export function landline(serial: number): string | undefined {
  const area = LANDLINES[serial % LANDLINES.length];
  const digits = reservedDigits(Math.floor(serial / LANDLINES.length));
  return digits && `+44${area}4960${digits}`;
}

export function freephone(serial: number): string | undefined {
  const digits = reservedDigits(serial);
  return digits && `+448081570${digits}`;
}

export function mobile(serial: number): string | undefined {
  const digits = reservedDigits(serial);
  return digits && `+447700900${digits}`;
}

export function relay(serial: number): string | undefined {
  const digits = reservedDigits(serial);
  return digits && `+441632960${digits}`;
}

function reservedDigits(serial: number): string | undefined {
  const last = BY_HAND + serial;
  return last < RANGE ? String(last).padStart(3, '0') : undefined;
}

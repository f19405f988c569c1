/**
 * Base-2 logarithm of scrypt's cost for key files: 256 MiB and more than a second a try (measured 1.6 s), which somebody
 * who has stolen the file pays for every guess.
 */
export const WORK_FACTOR = 18;
